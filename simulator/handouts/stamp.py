"""What every hand-out carries: whose scenarios, which data, which program and day, and the marks and sources behind its numbers."""

from collections.abc import Mapping, Sequence
from datetime import date

from simulator import __version__
from simulator.model.programme import Programme
from simulator.model.projection import Projection
from simulator.model.source import Source
from simulator.report.provenance import explain
from simulator.report.wording import Lang, text
from simulator.report.wording.decisions import status_name
from simulator.report.wording.numbers import day_long, month_long
from simulator.report.wording.sources import source_line

BEHIND = ("enrolled_now", "coverage_in", "target_workers", "cumulative_contributions", "cumulative_payouts")
"""The numbers every hand-out shows, by their keys of `provenance.explain`; what is behind them is named in each."""


def stamp_lines(projections: Sequence[Projection], lang: Lang, today: date, unsaved: bool = False) -> list[str]:
    """What is made up, scenarios by name with their status, each data set with its month, then program version and day; a line each.

    `unsaved`: the first scenario holds changes that nobody saved.
    """
    return [*_made_up(projections, lang), *_scenarios(projections, lang, unsaved), *_data(projections, lang), _program(lang, today)]


def stamp_line(projections: Sequence[Projection], lang: Lang, today: date, unsaved: bool = False) -> str:
    """The same in one line, for the foot of a page: first what must not be cut off, last the scenario; several are counted."""
    made_up = [text("stamp.watermark", lang)] if any(p.baseline.facts.fictitious for p in projections) else []
    scenarios = _scenarios(projections, lang, unsaved) if len(projections) == 1 else [text("stamp.scenarios", lang, number=len(projections))]
    return " · ".join([*made_up, _program(lang, today), *_data(projections, lang), *scenarios])


def name_in_lists(p: Projection, lang: Lang) -> str:
    """A scenario's name beside others: made-up figures never stand among real ones unmarked."""
    return text("compare.fictitious", lang, name=p.scenario.name) if p.baseline.facts.fictitious else p.scenario.name


def _made_up(projections: Sequence[Projection], lang: Lang) -> list[str]:
    regions = dict.fromkeys(p.baseline.facts.region for p in projections if p.baseline.facts.fictitious)
    return [text("stamp.fictitious", lang, region=region) for region in regions]


def _scenarios(projections: Sequence[Projection], lang: Lang, unsaved: bool) -> list[str]:
    return [text("stamp.unsaved" if unsaved and i == 0 else "stamp.scenario", lang, name=p.scenario.name, status=status_name(p.scenario.status, lang).lower())
            for i, p in enumerate(projections)]


def _data(projections: Sequence[Projection], lang: Lang) -> list[str]:
    facts = {p.baseline.digest: p.baseline.facts for p in projections}.values()
    return [text("stamp.data" if month_long(f.month, lang) in f.title[lang] else "stamp.data_of", lang, title=f.title[lang], month=month_long(f.month, lang)) for f in facts]


def _program(lang: Lang, today: date) -> str:
    return text("stamp.program", lang, version=__version__, day=day_long(today, lang))


def source_keys(projections: Sequence[Projection], programme: Programme, sources: Mapping[str, Source]) -> list[str]:
    """Keys of every source behind the headline numbers of the projections, in order."""
    found = {key for p in projections for name in BEHIND
             for key in explain(name, p, programme, sources, "id", month=len(p.months) - 1).sources}
    return [key for key in sources if key in found]


def source_lines(projections: Sequence[Projection], programme: Programme, sources: Mapping[str, Source], lang: Lang) -> list[str]:
    """What the marks on numbers mean, then every source behind the headline numbers, a line each."""
    return [text("units.sheet.marks", lang), *(source_line(key, sources[key], lang) for key in source_keys(projections, programme, sources))]
