"""Everything the brief says, worded, before any of it is placed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from simulator.handouts.marks import Marks, ask_lines, computed
from simulator.handouts.stamp import (
    NAME_MOST,
    any_made_up,
    lettered,
    letters,
    marks_legend,
    names_in_lists,
    shortest_sentence,
    source_keys,
    stamp_lines,
)
from simulator.model.metrics import headline
from simulator.model.projection import Projection
from simulator.model.scenario import setting_value
from simulator.model.words import MAX_NAME
from simulator.planning.comparison import headlines, last_common_month
from simulator.planning.reference import REFERENCE
from simulator.report.charts.overview import enrolment
from simulator.report.context import Context
from simulator.report.sentences import overview
from simulator.report.sentences.comparison import comparison_sentence
from simulator.report.sentences.headlines import headline_text
from simulator.report.sentences.limits import LEFT_OUT, left_out_sentences
from simulator.report.sentences.overview import slide
from simulator.report.sentences.target import status_sentence
from simulator.report.tables.assumptions import IN_FORCE, assumed_settings
from simulator.report.tables.decisions import COLUMNS, decision_rows
from simulator.words import Lang, text
from simulator.words.decisions import status_name
from simulator.words.numbers import month_long, month_short, people, percent, printable, rupiah_short
from simulator.words.provenance import marked_sentence
from simulator.words.settings import setting_label, setting_value_text
from simulator.words.sources import source_titles

Rows = list[list[str]]
CHART_PX = 300  # of the chart on screen, whose title is taken
CHANGED_MOST = 8  # settings named one by one
DECISIONS = (
    (4, 160),
    (3, 100),
    (2, 60),
)  # entries of the log, and letters of each part of one: fewer where the page is full
ASKS_MOST = 3  # where nothing else makes room
TITLE_MOST = 150  # letters of what is found of several scenarios; beyond, their letters stand for their names
LIMITS = (
    "chance",
    "behaviour",
    "regulation",
)  # of model_words.LEFT_OUT: what matters most to who reads one page


@dataclass(frozen=True)
class Brief:
    """The words of the page; tables are rows of cells, the first the header, `numbers` are label and value."""

    header: str
    kind: str
    headline: str
    scenario: str
    numbers: tuple[tuple[str, str], ...]
    chart: str
    money: Rows
    money_said: tuple[str, ...]
    groups_title: str
    groups: Rows
    together: str
    asks: list[str]
    compared_title: str
    compared: Rows
    compared_note: str
    decisions: list[str]
    assumptions: list[str]
    limits: list[str]
    stamp: str
    made_up: bool  # whether any of it is


def brief_words(contexts: Sequence[Context], lang: Lang, today: date, unsaved: bool) -> Iterator[Brief]:
    """The words of the brief on the first projection, held against the others; then the same with fewer, for a page that would overflow."""
    p = contexts[0].projection
    words = _in_full(contexts, lang, today, unsaved)
    yield words
    for most, letters_most in DECISIONS[1:]:
        yield replace(words, decisions=_decisions(p, lang, most, letters_most))
    keys_only = _assumptions(contexts, lang, titled=False)
    yield (
        words := replace(
            words,
            decisions=_decisions(p, lang, *DECISIONS[-1]),
            assumptions=keys_only,
            limits=words.limits[:1],
        )
    )
    more = [text("handouts.brief.more", lang, number=people(len(words.asks) - ASKS_MOST, lang))] * (
        len(words.asks) > ASKS_MOST
    )
    yield replace(
        words,
        asks=[*words.asks[:ASKS_MOST], *more],
        decisions=_decisions(p, lang, 1, NAME_MOST),
        stamp=_stamp(contexts, lang, today, unsaved, NAME_MOST),
    )


def _in_full(contexts: Sequence[Context], lang: Lang, today: date, unsaved: bool) -> Brief:
    c, marks = contexts[0], Marks(contexts[0], lang)
    p, facts, programme = c.projection, c.baseline.facts, c.programme
    shown = slide(p)
    then = month_long(int(p.months[shown.month]), lang)
    both = overview.together_sentence(c, lang)
    money_said = [overview.ratio_sentence(c, lang), *overview.relief_end_sentences(c, lang)]
    left_out = dict(zip(LEFT_OUT, left_out_sentences(p, programme, lang)))
    return Brief(
        header=text("handouts.header", lang, region=facts.region),
        kind=text("handouts.brief.header", lang),
        headline=str(status_sentence(c, lang)),
        scenario=text(
            "handouts.brief.scenario",
            lang,
            name=lettered(contexts)[0],
            status=status_name(p.scenario.status, lang).lower(),
        ),
        numbers=_numbers(marks, shown),
        chart=enrolment(p, c.today, lang, CHART_PX, c.actuals).title,
        money=_money(p, lang),
        money_said=tuple(map(marked_sentence, money_said)),
        groups_title=text("handouts.brief.groups", lang, month=then),
        groups=_groups(marks, shown),
        together=marked_sentence(both) if both else "",
        asks=ask_lines(c, lang, searching=True),
        compared_title=text("handouts.brief.compared", lang, finding=_finding(contexts, lang))
        if len(contexts) > 1
        else "",
        compared=_compared(contexts, lang),
        compared_note=" ".join([text("handouts.computed", lang), shortest_sentence(contexts, lang)]).strip(),
        decisions=_decisions(p, lang, *DECISIONS[0]),
        assumptions=_assumptions(contexts, lang),
        limits=[left_out[name] for name in LIMITS],
        stamp=_stamp(contexts, lang, today, unsaved, MAX_NAME),
        made_up=any_made_up(contexts),
    )


def _stamp(contexts: Sequence[Context], lang: Lang, today: date, unsaved: bool, most: int) -> str:
    """The stamp with names of at most so many characters."""
    return " · ".join(stamp_lines(contexts, lang, today, unsaved, lettered(contexts, most)))


def _finding(contexts: Sequence[Context], lang: Lang) -> str:
    """What is found of several scenarios, under their names where there is room, else under their letters."""
    found = str(comparison_sentence(contexts, names_in_lists(contexts, lang, NAME_MOST), lang))
    if len(found) > TITLE_MOST:
        found = str(comparison_sentence(contexts, letters(contexts), lang))
    return computed(found)


def _numbers(marks: Marks, shown: overview.Slide) -> tuple[tuple[str, str], ...]:
    p, c, lang = marks.p, marks.context, marks.lang
    then = text("handouts.brief.then", lang, month=month_short(int(p.months[shown.month]), lang))
    if shown.month in overview.missing_months(p, c.today, c.actuals):
        then = f"{then}, {text('overview.past', lang)}"
    target = text(
        "handouts.brief.target",
        lang,
        share=percent(p.scenario.target.coverage_share, lang),
        asn=marks.asn(p.asn[shown.month], shown.month),
    )
    gap = (
        ("handouts.brief.over", shown.then - shown.target)
        if shown.gap is None
        else ("handouts.brief.gap", shown.gap)
    )
    return (
        (
            text("handouts.brief.now", lang, month=month_short(p.baseline.month, lang)),
            marks.on(people(shown.now, lang), "enrolled_now"),
        ),
        (then, marks.on(people(shown.then, lang), "enrolled_in", month=shown.month)),
        (target, marks.on(people(shown.target, lang), "target_workers")),
        (text(gap[0], lang), marks.on(people(gap[1], lang), "gap")),
    )


def _money(p: Projection, lang: Lang) -> Rows:
    """Contributions and payouts so far, where somebody told, and over the projection."""
    so_far = [p.baseline.fact(f"{name}_so_far_idr") for name in ("contributions", "payouts")]
    rows = [["", text("handouts.brief.paid_in", lang), text("handouts.brief.paid_out", lang)]]
    if None not in so_far:
        rows.append(
            [
                text("handouts.brief.so_far", lang, month=month_short(p.baseline.month, lang)),
                *(("" if f.basis == "published" else "± ") + rupiah_short(f.value, lang) for f in so_far),
            ]
        )
    numbers = headline(p)
    rows.append(
        [
            text("handouts.brief.ahead", lang, period=period(p, lang)),
            *(
                f"± {rupiah_short(numbers[f'{name}_total_idr'], lang)}"
                for name in ("contributions", "payouts")
            ),
        ]
    )
    return rows


def period(p: Projection, lang: Lang) -> str:
    """The first and last projected month; a single one is named once."""
    return " – ".join(dict.fromkeys(month_short(int(p.months[t]), lang) for t in (1, -1)))


def _groups(marks: Marks, shown: overview.Slide) -> Rows:
    """A row for each group, then all; coverage and who is still to find are computed, which their columns' titles say."""
    lang = marks.lang
    rows = [
        [text(f"handouts.brief.{name}", lang) for name in ("group", "enrolled", "asn", "coverage", "to_find")]
    ]
    for group in shown.groups:
        rows.append(
            [
                text(f"units.segment.{group.segment}", lang),
                marks.enrolled_of(group.segment, group.enrolled, shown.month),
                marks.on(people(group.asn, lang), "asn_segment_in", segment=group.segment, month=shown.month),
                percent(group.enrolled / group.asn, lang, 1, trim=False),
                people(group.room, lang),
            ]
        )
    asn = sum(group.asn for group in shown.groups)
    return [
        *rows,
        [
            text("handouts.brief.total", lang),
            marks.on(people(shown.then, lang), "enrolled_in", month=shown.month),
            marks.asn(asn, shown.month),
            percent(shown.then / asn, lang, 1, trim=False),
            people(sum(group.room for group in shown.groups), lang),
        ],
    ]


def _compared(contexts: Sequence[Context], lang: Lang) -> Rows:
    """A row for each scenario with its headline numbers, sums up to the last month all share."""
    projections = [c.projection for c in contexts]
    last = last_common_month(projections)
    until = month_short(int(projections[0].months[-1]) if last is None else last, lang)
    sums = [
        text("handouts.brief.sum", lang, name=text(f"handouts.brief.{name}", lang), month=until)
        for name in ("paid_in", "paid_out")
    ]
    rows = [
        [
            *(
                text(f"handouts.brief.{name}", lang)
                for name in ("name", "asked", "reached", "at_target", "short")
            ),
            *sums,
            text("handouts.brief.ratio", lang),
        ]
    ]
    names = (
        "target_month_number",
        "enrolled_at_target",
        "gap_at_target",
        "contributions_total_idr",
        "payouts_total_idr",
        "claims_ratio_total",
    )
    for p, name_shown, numbers in zip(
        projections, names_in_lists(contexts, lang, NAME_MOST), headlines(projections)
    ):
        asked = text(
            "handouts.brief.target_of",
            lang,
            share=percent(p.scenario.target.coverage_share, lang),
            month=month_short(p.scenario.target.month, lang),
        )
        reached, *rest = (headline_text(name, numbers[name], lang) for name in names)
        rows.append([name_shown, asked, reached, *rest])
    return rows


def _decisions(p: Projection, lang: Lang, most: int, letters_most: int) -> list[str]:
    """The latest entries of the decision log, a line each."""
    rows = [
        dict(zip(COLUMNS, (printable(cell, letters_most) for cell in row)))
        for row in decision_rows(p.scenario, lang)
    ]
    said = [text("handouts.brief.decision", lang, **row) for row in rows[-most:]]
    return said + [text("handouts.brief.more_decisions", lang, number=people(len(rows) - most, lang))] * (
        len(rows) > most
    )


def _assumptions(contexts: Sequence[Context], lang: Lang, titled: bool = True) -> list[str]:
    """How many settings are assumptions, which differ from the reference, then marks and sources, with their titles or as keys."""
    c = contexts[0]
    p, sources = c.projection, c.sources
    changed = [path for path in IN_FORCE if setting_value(p.scenario, path) != REFERENCE[path]]
    named = [
        f"{setting_label(path, lang)} {setting_value_text(path, setting_value(p.scenario, path), lang)}"
        for path in changed
    ]
    if len(named) > CHANGED_MOST:
        named = [
            *named[:CHANGED_MOST],
            text("handouts.brief.more", lang, number=people(len(named) - CHANGED_MOST, lang)),
        ]
    assumed = text(
        "handouts.brief.assumed",
        lang,
        assumed=people(assumed_settings(p.scenario, sources), lang),
        settings=people(len(IN_FORCE), lang),
    )
    differ = (
        text("handouts.brief.changed", lang, settings="; ".join(named))
        if named
        else text("handouts.brief.unchanged", lang)
    )
    keys = source_keys(contexts)
    behind = (
        f"{source_titles(' '.join(keys), sources, lang)}."
        if titled
        else text("handouts.brief.sources", lang, keys=", ".join(keys))
    )
    return [
        f"{assumed} {differ}",
        f"{marks_legend(c, lang)} {text('handouts.headings', lang)}",
        behind,
    ]


__all__ = ["Brief", "brief_words", "period"]
