"""The overview beside its charts: the sentence, the large numbers above their track, and the groups."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape

from simulator.model.months import month_name
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.groups import Group, Slide, group_sentence, of_asn, slide
from simulator.report.sentences.target import (
    actual_enrolled,
    latest,
    latest_caption,
    latest_month,
    status_sentence,
)
from simulator.ui.html import Html
from simulator.words import Lang, text
from simulator.words.quantity import Month, Quantity
from simulator.words.sentence import Sentence, sentence


def headline(c: Context, page: Html) -> str:
    """The sentence on the target, written by `page`."""
    return f'<h1 class="ov-slide-title"><span>{page.sentence(status_sentence(c, page.lang))}</span></h1>'


def numbers_and_track(c: Context, page: Html) -> str:
    """The large numbers and their track, drawn below the sentence."""
    shown = slide(c.projection)
    numbers = {"now": latest(c)[1]}
    if shown.month:
        numbers["then"] = replace(quantity(c, "enrolled_in", month=shown.month), value=shown.then)
    numbers["target"] = quantity(c, "target_workers")
    if shown.gap is not None:
        numbers["gap"] = replace(quantity(c, "gap"), value=shown.gap)
    captions = _captions(c, shown.month, page.lang)
    large = (_number(name, number, captions[name], page) for name, number in numbers.items())
    return (
        f'<div class="ov-slide"><div class="ov-numbers">{"".join(large)}</div>'
        f"{_track(c, shown, numbers, page)}</div>"
    )


def groups(c: Context, page: Html) -> str:
    """For each group: enrolled of its ASN in the target month, and how many are missing."""
    shown = slide(c.projection)
    columns = (_group(c, group, shown, page) for group in shown.groups)
    return f'<div class="ov-groups">{"".join(columns)}</div>'


def _captions(c: Context, month: int, lang: Lang) -> dict[str, list[Sentence | str]]:
    """The captions of the large numbers: last observed month, target month, target and gap."""
    then = Month(int(c.projection.months[month]))
    recorded = month > 0 and actual_enrolled(c, month_name(then.number)) is not None
    share, asn = quantity(c, "target_share"), quantity(c, "asn_in", month=month)
    captions: dict[str, list[Sentence | str]] = {
        "now": [latest_caption(c, lang)],
        "then": [sentence("overview.then", lang, month=then)],
        "target": [sentence("overview.target_of", lang, share=share, asn=asn)],
        "gap": [text("overview.short_projected" if recorded else "overview.short", lang)],
    }
    if recorded:
        actual = quantity(c, "actual_in", month=month)
        captions["then"].append(sentence("overview.recorded", lang, actual=actual))
    elif month in c.missing_months:
        captions["then"].append(text("overview.past", lang))
    return captions


def _number(name: str, number: Quantity, captions: list[Sentence | str], page: Html) -> str:
    swatch = "" if name == "gap" else f'<i class="ov-{name}" aria-hidden="true"></i>'
    caption = f'<div class="ov-caption">{swatch}{"<br>".join(map(page.sentence, captions))}</div>'
    return f'<div class="ov-number {name}">{page.number(number)}{caption}</div>'


def _track(c: Context, slide: Slide, numbers: Mapping[str, Quantity], page: Html) -> str:
    """A bar from 0 to the target, with what is reached and what is lost.

    The projected number is drawn only if its month is later than the last recorded one.
    """
    month, now = latest_month(c), int(numbers["now"].number)
    then = slide.then if month < slide.month else now
    full = max(now, then, slide.target, 1) / 100

    def part(name: str, start: int, end: int, words: Sentence | str = "") -> str:
        if end <= start:
            return ""
        place = f"left:{start / full:.2f}%;width:{(end - start) / full:.2f}%"
        label = f"<b>{page.sentence(words)}</b>" if words else ""
        return f'<span class="ov-{name}" style="{place}">{label}</span>'

    parts = [part("now", 0, min(now, then)), part("then", now, then)]
    if slide.gap and month <= slide.month:
        is_wide = slide.gap / full > 12
        words = sentence("overview.short_of", page.lang, gap=numbers["gap"]) if is_wide else ""
        parts.append(part("gap", then, slide.target, words))
    parts.append(part("lost", then, now))
    parts.append(f'<span class="ov-mark" style="left:{slide.target / full:.2f}%"></span>')
    start, at = Month(c.baseline.month + month), Month(int(c.projection.months[slide.month]))
    key = "overview.track" if "then" in numbers else "overview.track_now"
    alt = sentence(key, page.lang, start=start, month=at, **numbers)
    return f'<div class="ov-track" role="group" aria-label="{escape(str(alt))}">{"".join(parts)}</div>'


def _group(c: Context, group: Group, slide: Slide, page: Html) -> str:
    enrolled = quantity(c, "enrolled_segment_in", segment=group.segment, month=slide.month)
    number = page.number(replace(enrolled, value=group.enrolled))
    asn = page.sentence(of_asn(c, group, slide, page.lang), marks=True)
    still = page.sentence(group_sentence(c, group, slide, page.lang))
    name = escape(text(f"units.segment.{group.segment}", page.lang))
    width = f"{min(1, group.enrolled / group.asn):.1%}"
    return (
        f'<div class="ov-group {group.segment}"><p>{name}</p>'
        f'<div class="ov-of">{number}<span class="ov-caption">{asn}</span></div>'
        f'<div class="ov-bar" aria-hidden="true"><b style="width:{width}"></b></div>'
        f'<div class="ov-caption">{still}</div></div>'
    )
