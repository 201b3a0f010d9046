"""The material of the deck: the scenarios, their names, and the origin of their numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from simulator.handouts.details import NOTHING_KNOWN, Details
from simulator.handouts.letters import width_of
from simulator.handouts.stamp import lettered, letters
from simulator.model.projection import Projection
from simulator.report.context import Context
from simulator.report.explain.explanation import explain
from simulator.report.sentences.groups import slide
from simulator.words import Lang, text
from simulator.words.provenance import basis_name
from simulator.words.quantity import Month, Origin
from simulator.words.sentence import Filling, Sentence, Words, joined, sentence
from simulator.words.sources import source_titles

# Widths in points, in letters of 18, that a name may take beside a line, with up to FEW scenarios and more.
FEW, FEW_WIDTH, WIDTH = 3, 400.0, 210.0


@dataclass(frozen=True, eq=False)
class Material:
    """The scenarios: the first leads all slides; one slide and the appendix compare the others with it."""

    contexts: Sequence[Context]
    lang: Lang
    today: date
    unsaved: bool = False
    office: str = ""
    details: Details = NOTHING_KNOWN

    @property
    def context(self) -> Context:
        """The context of the first scenario."""
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
    def target_month(self) -> int:
        """The month (offset) shown for units: the target's if the projection contains it, else the last."""
        return slide(self.main).month

    @property
    def full_names(self) -> list[str]:
        """The scenarios' names, after letters if there are several."""
        return lettered(self.contexts)

    @property
    def names(self) -> list[str]:
        """The full names if all are short, otherwise letters; lists of scenarios have the full names."""
        most = FEW_WIDTH if len(self.contexts) <= FEW else WIDTH
        short = all(width_of(name, 18, True) <= most for name in self.full_names)
        return self.full_names if short else self.letters

    @property
    def letters(self) -> list[str]:
        """The letter of each scenario; "A" for a single one too."""
        return letters(self.contexts)

    def naming(self, made: Callable[[list[str]], Words], fits: Callable[[Words], bool]) -> Words:
        """A sentence on all scenarios: with their full names if it fits, otherwise with their letters."""
        words = made(self.full_names)
        return words if fits(words) else made(self.letters)

    def of_scenario(self) -> str:
        """The speaker note that names the scenario a slide's numbers are from."""
        return text("deck.of_scenario", self.lang, name=self.full_names[0])

    def month(self, offset: int) -> Month:
        """A month of the first projection."""
        return Month(int(self.main.months[offset]))

    def explained(self, key: str, **about: Any) -> Sentence:
        """The origin of a number of the first projection, worded for speaker notes."""
        lang = self.lang
        of = explain(Origin(key, self.context, tuple(about.items())), lang)
        mark = basis_name(of.quantity.basis, lang)
        lines: list[Words] = [
            sentence("deck.note.number", lang, title=of.title, number=of.quantity, mark=mark)
        ]
        if of.formula and of.calculation:
            arithmetic: dict[str, Filling] = {"formula": of.formula, "calculation": of.calculation}
            lines.append(sentence("deck.note.formula", lang, **arithmetic, exact=of.exact))
        lines += of.notes
        if of.sources:
            titles = source_titles(" ".join(of.sources), self.context.sources, lang)
            lines.append(sentence("deck.note.sources", lang, sources=titles))
        return joined(lines, lang)

    def past(self) -> list[Sentence]:
        """A sentence on projected months that are over and not recorded; empty if there are none."""
        missing = self.context.missing_months
        return [sentence("compare.past", self.lang, month=self.month(missing[-1]))] if missing else []
