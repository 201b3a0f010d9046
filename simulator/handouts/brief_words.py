"""The texts of the brief, before they are placed on the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from simulator.handouts.asks import ask_lines
from simulator.handouts.stamp import (
    any_made_up,
    lettered,
    letters,
    letters_in_lists,
    marks_legend,
    names_in_lists,
    shortest_sentence,
    source_keys,
    stamp_lines,
)
from simulator.handouts.writing import written
from simulator.model.ranges import own_ranges
from simulator.model.scenario import Scenario, keeps_reference, setting_value
from simulator.report.charts.chart import Chart
from simulator.report.charts.enrolment import enrolment
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences import overview
from simulator.report.sentences.apart import apart_sentences
from simulator.report.sentences.chance import how_sure
from simulator.report.sentences.groups import slide, together_sentence
from simulator.report.sentences.headlines import comparison_sentence
from simulator.report.sentences.limits import left_out_sentences
from simulator.report.sentences.ranges import range_name, range_or_none
from simulator.report.sentences.target import latest, latest_caption, status_sentence
from simulator.report.tables.assumptions import assumptions_title
from simulator.report.tables.compare import CHOSEN, scenario_table
from simulator.report.tables.decisions import COLUMNS, decision_rows
from simulator.report.tables.groups import groups_table
from simulator.report.tables.money import money_table
from simulator.report.tables.table import Table
from simulator.words import Lang, text
from simulator.words.decisions import status_name
from simulator.words.numbers import printable
from simulator.words.quantity import Month, Quantity, count
from simulator.words.sentence import Sentence, Words, joined, sentence
from simulator.words.settings import setting_label, value_sentence
from simulator.words.sources import source_titles

CHANGED_MOST = 8  # most settings that are listed by name
COMPARED = (
    "target",
    "target_month_number",
    "enrolled_at_target",
    "gap_at_target",
    "contributions_total_idr",
    "payouts_total_idr",
    "claims_ratio_total",
)
# Most characters of the finding on several scenarios; a longer one uses their letters instead of names.
TITLE_MOST = 190
# The limits of the model, among LEFT_OUT, that matter most to a reader of one page.
LIMITS = ("chance", "behaviour", "regulation")


@dataclass(frozen=True)
class Compared:
    """The finding on several scenarios, their headline numbers, and a note that applies to all numbers."""

    title: Words
    table: Table
    note: Words


@dataclass(frozen=True)
class Brief:
    """The texts of the page; `numbers` are the large numbers with their labels.

    `agreed`: whether the scenario, and with it its decisions, was agreed on.
    """

    header: str
    kind: str
    headline: Sentence
    scenario: str
    numbers: tuple[tuple[Sentence, Quantity], ...]
    chart: Chart
    how_sure: Sentence
    money: Table
    money_notes: tuple[Words, ...]
    groups_title: Sentence
    groups: Table
    together: Sentence | None
    asks: tuple[Words, ...]
    compared: Compared | None
    agreed: bool
    decisions: tuple[Words, ...]
    assumptions: tuple[Words, ...]
    limits: tuple[Words, ...]
    stamp: str
    made_up: bool  # whether any of the data is invented
    behind: tuple[tuple[str, tuple[Words, ...]], ...] = ()  # headings and lines for the pages after the first

    @property
    def decisions_heading(self) -> str:
        """The key of the heading above the decisions."""
        return "deck.agreed" if self.agreed else "deck.noted"


def brief_words(contexts: Sequence[Context], lang: Lang, today: date, unsaved: bool) -> Iterator[Brief]:
    """Yield the texts of the brief on the first scenario, compared with the others.

    The variants after the first have less text on the first page, in case it overflows: the decision log and
    the scenarios' names then follow in full on later pages.
    """
    words = _in_full(contexts, lang, today, unsaved)
    yield words
    if words.decisions:
        there = sentence("handouts.brief.decisions_behind", lang, number=count(len(words.decisions)))
        behind = (text(words.decisions_heading, lang), words.decisions)
        words = replace(words, decisions=(there,), behind=(behind,))
        yield words
    shorter = _assumptions(contexts, lang, titled=False)
    words = replace(words, assumptions=shorter, limits=words.limits[:1])
    yield words
    if len(contexts) > 1:
        yield replace(
            words,
            compared=_compared(contexts, letters_in_lists(contexts, lang), lang),
            stamp=_stamp(contexts, lang, today, unsaved, letters(contexts)),
            behind=((text("handouts.brief.names", lang), tuple(lettered(contexts))), *words.behind),
        )


def _in_full(contexts: Sequence[Context], lang: Lang, today: date, unsaved: bool) -> Brief:
    c, p = contexts[0], contexts[0].projection
    at, left_out = slide(p).month, left_out_sentences(c, lang)
    named = {"name": lettered(contexts)[0], "status": status_name(c.scenario.status, lang).lower()}
    return Brief(
        header=text("handouts.header", lang, region=c.baseline.facts.region),
        kind=text("handouts.brief.header", lang),
        headline=status_sentence(c, lang),
        scenario=text("stamp.scenario", lang, **named),
        numbers=_numbers(c, lang),
        chart=enrolment(c, lang),
        how_sure=joined(how_sure(c, lang), lang),
        money=money_table(c, lang),
        money_notes=(overview.ratio_sentence(c, lang), *overview.relief_end_sentences(c, lang)),
        groups_title=sentence("handouts.brief.groups", lang, month=Month(int(p.months[at]))),
        groups=groups_table(c, at, ("enrolled", "asn", "coverage", "to_enrol"), lang),
        together=together_sentence(c, lang),
        asks=tuple(ask_lines(c, lang)),
        compared=_compared(contexts, names_in_lists(contexts, lang), lang),
        agreed=c.scenario.status == "agreed",
        decisions=_decisions(c.scenario, lang),
        assumptions=_assumptions(contexts, lang),
        limits=tuple(left_out[name] for name in LIMITS),
        stamp=_stamp(contexts, lang, today, unsaved, lettered(contexts)),
        made_up=any_made_up(contexts),
    )


def _stamp(contexts: Sequence[Context], lang: Lang, today: date, unsaved: bool, names: Sequence[str]) -> str:
    """The stamp with the given names of scenarios."""
    return " · ".join(stamp_lines(contexts, lang, today, unsaved, names))


def _numbers(c: Context, lang: Lang) -> tuple[tuple[Sentence, Quantity], ...]:
    """Enrolled as last observed and in the target month, the target, and the gap or surplus."""
    numbers = slide(c.projection)
    then = sentence("handouts.brief.then", lang, month=Month(int(c.projection.months[numbers.month])))
    enrolled = replace(quantity(c, "enrolled_in", month=numbers.month), value=numbers.then)
    if numbers.month in c.missing_months:
        then = joined((then, text("overview.past", lang)), lang, ", ")
    asn = replace(quantity(c, "asn_in", month=numbers.month), form="")
    target = sentence("overview.target_of", lang, share=quantity(c, "target_share"), asn=asn)
    over = numbers.gap is None
    apart = replace(quantity(c, "gap"), value=numbers.gap)
    if over:
        apart = replace(quantity(c, "surplus"), value=numbers.then - numbers.target)
    return (
        (latest_caption(c, lang, "handouts.brief.now"), latest(c)[1]),
        *(((then, enrolled),) if numbers.month else ()),
        (target, replace(quantity(c, "target_workers"), value=numbers.target)),
        (sentence("handouts.brief.over" if over else "overview.short", lang), apart),
    )


def _compared(contexts: Sequence[Context], names: Sequence[str], lang: Lang) -> Compared | None:
    """The finding, with the scenarios' names or, if these are too long, their letters, and the numbers.

    None if there is only one scenario.
    """
    if len(contexts) == 1:
        return None
    finding = comparison_sentence(contexts, names, lang)
    if len(str(finding)) > TITLE_MOST:
        finding = comparison_sentence(contexts, letters(contexts), lang)
    sure = [written(one, marks=False) for one in apart_sentences(contexts, names, lang)]
    lines = [text("handouts.computed", lang), shortest_sentence(contexts, lang), *sure]
    note = " ".join(words for words in lines if words)
    title = sentence("handouts.brief.compared", lang, finding=finding)
    return Compared(title, scenario_table(contexts, names, COMPARED, lang), note)


def _decisions(scenario: Scenario, lang: Lang) -> tuple[Words, ...]:
    """The decisions of the log, one line for each entry with a decision."""
    entries = zip(decision_rows(scenario, lang), scenario.decisions, strict=True)
    rows = ([printable(cell, len(cell)) for cell in row] for row, entry in entries if entry.decision.strip())
    return tuple(sentence("handouts.brief.decision", lang, **dict(zip(COLUMNS, row))) for row in rows)


def _more(number: int, lang: Lang) -> tuple[Sentence, ...]:
    """How many more there are; empty if none."""
    return (sentence("handouts.brief.more", lang, number=count(number)),) if number > 0 else ()


def _assumptions(contexts: Sequence[Context], lang: Lang, titled: bool = True) -> tuple[Words, ...]:
    """How many settings are assumptions and which differ from the reference; legend of marks; sources.

    Sources are listed by title if `titled`, otherwise by key.
    """
    c = contexts[0]
    own: list[Words] = [
        f"{setting_label(path, lang)} {value_sentence(path, setting_value(c.scenario, path), lang).unbroken}"
        for path in CHOSEN
        if not keeps_reference(c.scenario, path)
    ]
    own += [
        f"{range_name(path, lang)} {range_or_none(c, path, lang).unbroken}" for path in own_ranges(c.scenario)
    ]
    named = [*own[:CHANGED_MOST], *_more(len(own) - CHANGED_MOST, lang)]
    if c.scenario.overrides:
        named.append(sentence("handouts.brief.overrides", lang, number=count(len(c.scenario.overrides))))
    assumed = assumptions_title(c, lang, "handouts.brief.assumed")
    key = "handouts.brief.changed" if named else "handouts.brief.unchanged"
    differ = sentence(key, lang, settings=joined(named, lang, "; "))
    whose = (f"{letters(contexts)[0]}:",) if len(contexts) > 1 else ()
    keys = source_keys(contexts)
    behind = text("handouts.brief.sources", lang, keys=", ".join(keys))
    if titled:
        behind = f"{source_titles(' '.join(keys), c.sources, lang)}."
    legend = f"{marks_legend(c, lang)} {text('handouts.headings', lang)}"
    return joined((*whose, assumed, differ), lang), legend, behind
