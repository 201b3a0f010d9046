"""What the deck is made of: the scenarios, their names, and where their numbers come from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from simulator.handouts.details import NOTHING_KNOWN, Details
from simulator.handouts.letters import width_of
from simulator.handouts.stamp import lettered, letters
from simulator.handouts.writing import Words
from simulator.model.projection import Projection
from simulator.report.context import Context
from simulator.report.explain.explanation import explain
from simulator.report.sentences.groups import slide
from simulator.words import Lang, text
from simulator.words.provenance import basis_name
from simulator.words.quantity import Month, Origin
from simulator.words.sentence import Filling, Sentence, joined, sentence
from simulator.words.sources import source_titles

# Points of 18 that a scenario's name may take beside a line, of two and three or of more; else its letter.
FEW, FEW_WIDTH, WIDTH = 3, 400.0, 210.0


@dataclass(frozen=True, eq=False)
class Material:
    """The first scenario leads all slides; the others are held against it on one, and in the appendix."""

    contexts: Sequence[Context]
    lang: Lang
    today: date
    unsaved: bool = False
    office: str = ""
    details: Details = NOTHING_KNOWN

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
    def target_month(self) -> int:
        """The month (offset) of the units: the target's where the projection holds it, else the last."""
        return slide(self.main).month

    @property
    def full_names(self) -> list[str]:
        """The scenarios' names, behind letters where there are several."""
        return lettered(self.contexts)

    @property
    def names(self) -> list[str]:
        """The same where all are short, else letters; in full they stand where the scenarios are listed."""
        most = FEW_WIDTH if len(self.contexts) <= FEW else WIDTH
        short = all(width_of(name, 18, True) <= most for name in self.full_names)
        return self.full_names if short else self.letters

    @property
    def letters(self) -> list[str]:
        """The letter of each, "A" of a single one too."""
        return letters(self.contexts)

    def naming(self, made: Callable[[list[str]], Words], fits: Callable[[Words], bool]) -> Words:
        """A sentence on all scenarios: with their names where it stands whole, else with their letters."""
        words = made(self.full_names)
        return words if fits(words) else made(self.letters)

    def of_scenario(self) -> str:
        """The speaker's note on whose numbers a slide shows."""
        return text("deck.of_scenario", self.lang, name=self.full_names[0])

    def month(self, offset: int) -> Month:
        """A month of the first projection."""
        return Month(int(self.main.months[offset]))

    def explained(self, key: str, **about: Any) -> Sentence:
        """Where a number of the first projection comes from, as a speaker would say it."""
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
        """That some projected months are over and nobody recorded them, where that is so."""
        missing = self.context.missing_months
        return [sentence("compare.past", self.lang, month=self.month(missing[-1]))] if missing else []
