"""What the deck is made of: the projections with what they stand on, and how their numbers, names and origins are worded."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from simulator.handouts.letters import cut
from simulator.handouts.stamp import lettered, letters
from simulator.model.projection import Projection
from simulator.report.context import Context
from simulator.report.explain.explanation import explain
from simulator.report.sentences.overview import missing_months, slide
from simulator.words import Lang, text
from simulator.words.numbers import month_long, shown
from simulator.words.provenance import IN_WORDS, Mark, basis_name, marked
from simulator.words.quantity import Origin
from simulator.words.sources import source_titles

NAME_SIZE, NAME_WIDTHS = (
    20,
    (370, 260, 180, 120, 80),
)  # points: what a scenario's name takes of a title; in full it stands on the cover and in the table


@dataclass(frozen=True, eq=False)
class Material:
    """The first projection is the one that single slides are about, and the reference of the others."""

    contexts: Sequence[Context]
    lang: Lang
    today: date

    @property
    def context(self) -> Context:
        """The first scenario and what is known around it."""
        return self.contexts[0]

    @property
    def main(self) -> Projection:
        """The first projection."""
        return self.context.projection

    @property
    def projections(self) -> list[Projection]:
        """All projections."""
        return [c.projection for c in self.contexts]

    @property
    def month(self) -> int:
        """The month units are shown in, an offset: the target's where the projection holds it, else the last."""
        return slide(self.main).month

    @property
    def full_names(self) -> list[str]:
        """The scenarios' names, behind letters where there are several."""
        return lettered(self.contexts)

    @property
    def names(self) -> list[str]:
        """The same, short enough for a title."""
        return self._names(NAME_WIDTHS[0])

    def _names(self, width: float) -> list[str]:
        return [cut(name, NAME_SIZE, width, bold=True) for name in self.full_names]

    def naming(self, sentence: Callable[[list[str]], str], fits: Callable[[str], bool]) -> str:
        """A sentence about all scenarios, with names as long as let it stand whole: at last their letters alone."""
        for width in NAME_WIDTHS:
            said = sentence(self._names(width))
            if fits(said):
                return said
        return sentence(letters(self.contexts))

    def topic(self, key: str) -> str:
        """The topic of a slide about the first scenario, which is named where there are several."""
        return " · ".join([text(key, self.lang), *self.names[: len(self.contexts) > 1]])

    def of_scenario(self) -> str:
        """The speaker's note on whose numbers a slide shows."""
        return text("deck.of_scenario", self.lang, name=self.full_names[0])

    def month_of(self, offset: int) -> str:
        """A month of the first projection in words."""
        return month_long(int(self.main.months[offset]), self.lang)

    def told(self, shown: str, mark: Mark) -> str:
        """A number with its mark; what is made up is said on every slide, not in every cell."""
        return (
            shown
            if mark == "fictitious"
            else f"{shown} ({basis_name(mark, self.lang)})"
            if mark in IN_WORDS
            else marked(shown, mark, self.lang)
        )

    def origin(self, key: str, **context: Any) -> str:
        """Where a number of the first projection comes from, as a speaker would say it."""
        told = explain(Origin(key, self.context, tuple(context.items())), self.lang)
        said = [
            text(
                "deck.note.number",
                self.lang,
                title=told.title,
                shown=shown(told.quantity, self.lang),
                mark=basis_name(told.quantity.basis, self.lang),
            )
        ]
        if told.formula:
            said.append(
                text(
                    "deck.note.formula",
                    self.lang,
                    formula=told.formula,
                    calculation=told.calculation,
                    exact=shown(told.exact, self.lang),
                )
            )
        said += map(str, told.notes)
        if told.sources:
            said.append(
                text(
                    "deck.note.sources",
                    self.lang,
                    sources=source_titles(" ".join(told.sources), self.context.sources, self.lang),
                )
            )
        return " ".join(said)

    def past(self) -> list[str]:
        """That some projected months are over and nobody recorded them, where that is so."""
        missing = missing_months(self.main, self.context.today, self.context.actuals)
        return [text("compare.past", self.lang, month=self.month_of(missing[-1]))] if missing else []
