"""What the deck is made of: the projections with what they stand on, and how their numbers, names and origins are worded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from simulator.handouts.letters import cut
from simulator.model.actuals import Actuals
from simulator.model.months import month_number
from simulator.model.programme import Programme
from simulator.model.projection import Projection
from simulator.model.source import Source
from simulator.report.overview import missing_months, slide
from simulator.report.provenance import explain
from simulator.report.wording import Lang, text
from simulator.report.wording.numbers import month_long, printable
from simulator.report.wording.provenance import IN_WORDS, Mark, basis_name, marked
from simulator.report.wording.sources import source_titles

NAME_SIZE, NAME_WIDTH = 20, 370  # points: what a scenario's name takes of a title at most; in full it stands on the cover and in the table


@dataclass(frozen=True, eq=False)
class Material:
    """The first projection is the one that single slides are about, and the reference of the others."""

    projections: Sequence[Projection]
    programme: Programme
    sources: Mapping[str, Source]
    lang: Lang
    today: date
    actuals: Actuals

    @property
    def main(self) -> Projection:
        """The first projection."""
        return self.projections[0]

    @property
    def this_month(self) -> int:
        """Today's month number."""
        return month_number(f"{self.today:%Y-%m}")

    @property
    def month(self) -> int:
        """The month units are shown in, an offset: the target's where the projection holds it, else the last."""
        return slide(self.main).month

    @property
    def short_names(self) -> list[str]:
        """The scenarios' names, short enough for a title."""
        return [cut(printable(p.scenario.name, 120), NAME_SIZE, NAME_WIDTH, bold=True) for p in self.projections]

    @property
    def names(self) -> list[str]:
        """The same with a letter each, where there are several."""
        names = self.short_names
        return names if len(names) == 1 else [f"{chr(ord('A') + i)}\u00a0· {name}" for i, name in enumerate(names)]

    def month_of(self, offset: int) -> str:
        """A month of the first projection in words."""
        return month_long(int(self.main.months[offset]), self.lang)

    def told(self, shown: str, mark: Mark) -> str:
        """A number with its mark; what is made up is said on every slide, not in every cell."""
        return shown if mark == "fictitious" else f"{shown} ({basis_name(mark, self.lang)})" if mark in IN_WORDS else marked(shown, mark, self.lang)

    def origin(self, key: str, **context: Any) -> str:
        """Where a number of the first projection comes from, as a speaker would say it."""
        told = explain(key, self.main, self.programme, self.sources, self.lang, **context)
        said = [text("deck.note.number", self.lang, title=told.title, shown=told.shown, mark=basis_name(told.basis, self.lang))]
        if told.formula:
            said.append(text("deck.note.formula", self.lang, formula=told.formula, calculation=told.calculation, exact=told.exact))
        said += told.notes
        if told.sources:
            said.append(text("deck.note.sources", self.lang, sources=source_titles(" ".join(told.sources), self.sources, self.lang)))
        return " ".join(said)

    def past(self) -> list[str]:
        """That some projected months are over and nobody recorded them, where that is so."""
        missing = missing_months(self.main, self.this_month, self.actuals)
        return [text("compare.past", self.lang, month=self.month_of(missing[-1]))] if missing else []
