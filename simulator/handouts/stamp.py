"""What every hand-out carries: whose scenarios, which data, which program and day, and the marks and sources behind its numbers."""

from collections.abc import Mapping, Sequence
from datetime import date

from simulator import __version__
from simulator.model.programme import Programme
from simulator.model.projection import Projection
from simulator.model.source import Source
from simulator.model.words import MAX_NAME
from simulator.planning.comparison import last_common_month
from simulator.report.context import Context
from simulator.report.explain.explanation import explain
from simulator.words import Lang, text
from simulator.words.compare import enumerated
from simulator.words.decisions import status_name
from simulator.words.numbers import day_long, month_long, printable
from simulator.words.quantity import Origin
from simulator.words.sources import source_line

NAME_MOST = 40  # characters of a name among others; in full it stands in the stamp
BEHIND = ("enrolled_now", "coverage_in", "target_workers", "cumulative_contributions", "cumulative_payouts")
"""The numbers every hand-out shows, by their keys of `provenance.explain`; what is behind them is named in each."""


def stamp_lines(
    projections: Sequence[Projection],
    lang: Lang,
    today: date,
    unsaved: bool = False,
    names: Sequence[str] = (),
) -> list[str]:
    """What is made up, scenarios by name with their status, each data set with its month, then program version and day; a line each.

    `unsaved`: the first scenario holds changes that nobody saved. `names` stand in for the scenarios' own.
    """
    return [
        *_made_up(projections, lang),
        *_scenarios(projections, names, lang, unsaved),
        *_data(projections, lang),
        _program(lang, today),
    ]


def stamp_line(projections: Sequence[Projection], lang: Lang, today: date, unsaved: bool = False) -> str:
    """The same in one line, for the foot of a page: first what must not be cut off, last the scenario; several scenarios or data sets are counted."""
    made_up = [text("stamp.watermark", lang)] if any(p.baseline.facts.fictitious for p in projections) else []
    scenarios = (
        _scenarios(projections, (), lang, unsaved)
        if len(projections) == 1
        else [text("stamp.scenarios", lang, number=len(projections))]
    )
    data = _data(projections, lang)
    return " · ".join(
        [
            *made_up,
            _program(lang, today),
            *(data if len(data) == 1 else [text("stamp.data_sets", lang, number=len(data))]),
            *scenarios,
        ]
    )


def letters(projections: Sequence[Projection]) -> list[str]:
    """What tells scenarios of one name apart: A, B, … in their order."""
    return [chr(ord("A") + i) for i in range(len(projections))]


def lettered(projections: Sequence[Projection], most: int = MAX_NAME) -> list[str]:
    """Scenarios' names, of at most so many characters, behind their letters; one alone needs none."""
    names = [printable(p.scenario.name, most) for p in projections]
    return (
        names
        if len(names) == 1
        else [f"{letter}\u00a0· {name}" for letter, name in zip(letters(projections), names)]
    )


def names_in_lists(projections: Sequence[Projection], lang: Lang, most: int = MAX_NAME) -> list[str]:
    """The same beside others: made-up figures never stand among real ones unmarked."""
    return [
        text("compare.fictitious", lang, name=name) if p.baseline.facts.fictitious else name
        for p, name in zip(projections, lettered(projections, most))
    ]


def shortest_sentence(
    projections: Sequence[Projection],
    lang: Lang,
    one: Sequence[str] | None = None,
    several: Sequence[str] | None = None,
) -> str:
    """Whose last month ends the sums that are compared; empty where all scenarios end together or share no month.

    `one` are the scenarios' names where a single one ends there, `several` where more do; names with letters where not given.
    """
    last, ends = last_common_month(list(projections)), [int(p.months[-1]) for p in projections]
    if last is None or max(ends) == last:
        return ""
    names = (one if ends.count(last) == 1 else several) or lettered(projections, NAME_MOST)
    shown = [name for name, end in zip(names, ends) if end == last]
    return text("handouts.shortest", lang, month=month_long(last, lang), names=enumerated(shown, lang))


def _made_up(projections: Sequence[Projection], lang: Lang) -> list[str]:
    regions = dict.fromkeys(p.baseline.facts.region for p in projections if p.baseline.facts.fictitious)
    return [text("stamp.fictitious", lang, region=region) for region in regions]


def _scenarios(
    projections: Sequence[Projection], names: Sequence[str], lang: Lang, unsaved: bool
) -> list[str]:
    return [
        text(
            "stamp.unsaved" if unsaved and i == 0 else "stamp.scenario",
            lang,
            name=name,
            status=status_name(p.scenario.status, lang).lower(),
        )
        for i, (p, name) in enumerate(zip(projections, names or [p.scenario.name for p in projections]))
    ]


def _data(projections: Sequence[Projection], lang: Lang) -> list[str]:
    facts = {p.baseline.digest: p.baseline.facts for p in projections}.values()
    return [
        text(
            "stamp.data" if month_long(f.month, lang) in f.title[lang] else "stamp.data_of",
            lang,
            title=f.title[lang],
            month=month_long(f.month, lang),
        )
        for f in facts
    ]


def _program(lang: Lang, today: date) -> str:
    return text("stamp.program", lang, version=__version__, day=day_long(today, lang))


def source_keys(
    projections: Sequence[Projection], programme: Programme, sources: Mapping[str, Source]
) -> list[str]:
    """Keys of every source behind the headline numbers of the projections, in order."""
    found = {
        key
        for p in projections
        for name in BEHIND
        for key in explain(
            Origin(name, Context(p, programme, sources, p.baseline.month), (("month", len(p.months) - 1),)),
            "id",
        ).sources
    }
    return [key for key in sources if key in found]


def source_lines(
    projections: Sequence[Projection], programme: Programme, sources: Mapping[str, Source], lang: Lang
) -> list[str]:
    """What the marks on numbers mean, then every source behind the headline numbers, a line each."""
    return [
        text("units.sheet.marks", lang),
        *(source_line(key, sources[key], lang) for key in source_keys(projections, programme, sources)),
    ]
