"""The slide at the head of the overview, as one piece of HTML: the sentence, the large numbers, the track, the groups."""

from html import escape

from simulator.model.months import month_name
from simulator.model.projection import Projection
from simulator.report.sentences import overview
from simulator.report.sentences.target import came_in, status_sentence
from simulator.ui import session
from simulator.ui.origin import link, sentence
from simulator.ui.session import say
from simulator.words.numbers import month_long, people, percent, unbroken


def html(p: Projection) -> str:
    """The whole slide; its numbers are links of `ui.origin`."""
    shown = overview.slide(p)
    return f'<h1 class="ov-slide-title">{escape(unbroken(status_sentence(p, session.lang(), session.readable_actuals())))}</h1><div class="ov-slide">{_numbers(p, shown)}{_track(p, shown)}{_groups(p, shown)}</div>'


def _numbers(p: Projection, shown: overview.Slide) -> str:
    """Today, the target month and the target as large numbers, and how far they are apart."""
    lang, months = session.lang(), p.months.tolist()
    then = escape(say("overview.then", month=month_long(months[shown.month], lang)))
    came = came_in(p, month_name(months[shown.month]), session.readable_actuals()) if shown.month else None
    if came is not None:
        then = f"{then}<br>{escape(say('overview.came', came=people(came, lang)))}"
    elif shown.month in overview.missing_months(p, session.today(), session.readable_actuals()):
        then = f"{then}<br>{escape(say('overview.past'))}"
    share, asn = percent(p.scenario.target.coverage_share, lang), people(p.asn[shown.month], lang)
    numbers = [
        _number(
            "now",
            link("enrolled_now", people(shown.now, lang)),
            escape(say("overview.now", month=month_long(p.baseline.month, lang))),
        ),
        _number("then", link("enrolled_in", people(shown.then, lang), month=shown.month), then),
        _number(
            "target",
            link("target_workers", people(shown.target, lang)),
            escape(say("overview.asked", share=share, asn=asn)),
        ),
    ]
    if shown.gap is not None:
        numbers.append(
            _number(
                "gap",
                link("gap", people(max(shown.gap, 1), lang)),
                escape(say("overview.short" if came is None else "overview.short_projected")),
            )
        )
    return f'<div class="ov-numbers">{"".join(numbers)}</div>'


def _number(name: str, number: str, caption: str) -> str:
    swatch = "" if name == "gap" else f'<i class="ov-{name}" aria-hidden="true"></i>'
    return f'<div class="ov-number {name}">{number}<div class="ov-caption">{swatch}{caption}</div></div>'


def _track(p: Projection, shown: overview.Slide) -> str:
    lang = session.lang()
    full = max(shown.now, shown.then, shown.target, 1) / 100

    def part(name: str, start: int, end: int, words: str = "") -> str:
        return (
            f'<span class="ov-{name}" style="left:{start / full:.2f}%;width:{(end - start) / full:.2f}%">{escape(words)}</span>'
            if end > start
            else ""
        )

    parts = [part("now", 0, min(shown.now, shown.then)), part("then", shown.now, shown.then)]
    if shown.gap:
        wide = shown.gap / full > 12
        parts.append(
            part(
                "gap",
                max(shown.then, 0),
                shown.target,
                say("overview.short_of", gap=people(shown.gap, lang)) if wide else "",
            )
        )
    parts.append(part("lost", shown.then, shown.now))
    parts.append(f'<span class="ov-mark" style="left:{shown.target / full:.2f}%"></span>')
    told = say(
        "overview.track",
        now=people(shown.now, lang),
        start=month_long(p.baseline.month, lang),
        then=people(shown.then, lang),
        month=month_long(int(p.months[shown.month]), lang),
        target=people(shown.target, lang),
    )
    return f'<div class="ov-track" role="img" aria-label="{escape(told)}">{"".join(parts)}</div>'


def _groups(p: Projection, shown: overview.Slide) -> str:
    return f'<div class="ov-groups">{"".join(_group(group, shown) for group in shown.groups)}</div>'


def _group(group: overview.Group, shown: overview.Slide) -> str:
    lang, where = session.lang(), {"segment": group.segment, "month": shown.month}
    return (
        f'<div class="ov-group {group.segment}"><p>{escape(say(f"units.segment.{group.segment}"))}</p>'
        f'<div class="ov-of">{link("enrolled_segment_in", people(group.enrolled, lang), **where)}'
        f'<span class="ov-caption">{sentence(overview.of_asn(group, shown, lang))}</span></div>'
        f'<div class="ov-bar" aria-hidden="true"><b style="width:{min(1, group.enrolled / group.asn):.1%}"></b></div>'
        f'<div class="ov-caption">{sentence(overview.group_sentence(group, shown, lang))}</div></div>'
    )
