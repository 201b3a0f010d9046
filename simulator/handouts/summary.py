"""The summary as a short message with WhatsApp's signs for bold and italic, which are escaped in names."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from simulator.handouts.asks import ask_lines
from simulator.handouts.stamp import lettered, marks_legend, names_in_lists, source_keys, stamp_lines
from simulator.handouts.writing import number, written
from simulator.report.context import Context, simulated
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.apart import apart_sentences
from simulator.report.sentences.chance import how_sure
from simulator.report.sentences.groups import Slide, slide
from simulator.report.sentences.headlines import comparison_sentence
from simulator.report.sentences.overview import so_far_sentence
from simulator.report.sentences.target import latest, latest_month, status_sentence
from simulator.report.tables.money import ahead
from simulator.words import Lang, text
from simulator.words.numbers import printable
from simulator.words.quantity import Month, Quantity
from simulator.words.sentence import Words, joined, sentence

SIGNS = str.maketrans({"*": "＊", "_": "＿", "~": "～", "`": "｀"})  # look the same, format nothing


def summary_text(contexts: Sequence[Context], lang: Lang, today: date, *, unsaved: bool = False) -> str:
    """The message on the first scenario: finding, numbers, requests, the other scenarios, the stamp."""
    contexts = simulated(contexts)
    c = contexts[0]
    asks = ask_lines(c, lang)
    lines = [
        f"*{_line(text('handouts.header', lang, region=c.baseline.facts.region))}*",
        f"*{_line(status_sentence(c, lang), marks=False)}*",
        "",
        *(f"• {line}" for line in _numbers(c, lang)),
        "",
        f"*{_line(text('handouts.brief.asks', lang))}*",
        *(f"{i}. {_line(ask)}" for i, ask in enumerate(asks, 1)),
    ]
    if len(contexts) > 1:
        names = names_in_lists(contexts, lang)
        finding, sure = comparison_sentence(contexts, names, lang), apart_sentences(contexts, names, lang)
        lines += ["", f"{_line(finding)}.", *(f"• {_line(one, marks=False)} (±)" for one in sure)]
    keys = ", ".join(source_keys(contexts))
    foot = [
        *stamp_lines(contexts, lang, today, unsaved, lettered(contexts)),
        text("handouts.text.sources", lang, marks=marks_legend(c, lang), keys=keys),
    ]
    return "\n".join([*lines, "", *(f"_{_line(words)}_" for words in foot)]) + "\n"


def _numbers(c: Context, lang: Lang) -> list[str]:
    """Lines on enrolled as last observed and in the target month, how sure that is, still to enrol, money."""
    numbers, lines = slide(c.projection), [_observed(c, lang)]
    if numbers.month > latest_month(c):
        lines.append(_projected(c, numbers, lang))
    lines += [_line(one) for one in how_sure(c, lang)]
    groups = []
    for group in numbers.groups:
        name, workers = text(f"units.segment.{group.segment}", lang), Quantity(group.to_enrol, "people")
        groups.append(sentence("handouts.text.of_group", lang, group=name, workers=workers))
    lines.append(
        _line(
            sentence(
                "handouts.text.to_enrol",
                lang,
                groups=joined(groups, lang, " · "),
                month=c.month(numbers.month),
            )
        )
    )
    last = {"month": len(c.projection.months) - 1}
    money = {
        "paid_in": quantity(c, "cumulative_contributions", **last),
        "paid_out": quantity(c, "cumulative_payouts", **last),
        "ratio": quantity(c, "claims_ratio", cumulative=True, **last),
    }
    lines.append(_line(sentence("handouts.text.money", lang, span=ahead(c, lang), **money)))
    so_far = so_far_sentence(c, lang)
    return [*lines, _line(so_far)] if so_far else lines


def _observed(c: Context, lang: Lang) -> str:
    """Enrolled, in bold, and coverage in the last observed month."""
    t, enrolled = latest(c)
    coverage = quantity(c, "actual_coverage" if t else "coverage_now", month=t)
    key = f"handouts.text.{'recorded' if t else 'enrolled'}"
    return _enrolled(key, Month(c.baseline.month + t), enrolled, coverage, lang)


def _projected(c: Context, numbers: Slide, lang: Lang) -> str:
    """The same as projected for the target month."""
    t = numbers.month
    enrolled = replace(quantity(c, "enrolled_in", month=t), value=numbers.then)
    line = _enrolled(
        "handouts.text.enrolled", c.month(t), enrolled, quantity(c, "coverage_in", month=t), lang
    )
    past = t in c.missing_months
    return line + (f" ({text('overview.past', lang)})" if past else "")


def _enrolled(key: str, month: Month, enrolled: Quantity, coverage: Quantity, lang: Lang) -> str:
    bold = f"*{_line(number(enrolled, lang))}*"
    return written(sentence(key, lang, month=month, bold=bold, coverage=coverage), space=" ")


def _line(words: Words, *, marks: bool = True) -> str:
    """Words on one line without characters that WhatsApp takes for formatting."""
    letters = written(words, marks=marks, space=" ")
    return printable(" ".join(letters.split()), 10**6).translate(SIGNS).strip()
