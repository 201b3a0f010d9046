"""Marks on the numbers of a hand-out: none where published, ± where derived or estimated, the word where assumed."""

import re
from dataclasses import dataclass
from typing import Any

from simulator.model.projection import Projection
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.words import Lang
from simulator.words.numbers import people
from simulator.words.provenance import Mark, marked
from simulator.words.quantity import least_known

COMPUTED = re.compile(r"(?<!± )(Rp \d|\d[\d.,]*(?= ×))")


@dataclass(frozen=True)
class Marks:
    """Puts marks on the numbers of a projection; what is made up says so on the whole page, not beside each number."""

    context: Context
    lang: Lang

    @property
    def p(self) -> Projection:
        """The projection."""
        return self.context.projection

    def on(self, shown: str, key: str, **context: Any) -> str:
        """A worded number with the mark of its key of `provenance.explain`."""
        return self.of(shown, quantity(self.context, key, **context).basis)

    def of(self, shown: str, basis: Mark) -> str:
        """A worded number with a mark."""
        return shown if basis == "fictitious" else marked(shown, basis, self.lang)

    def asn(self, number: float, month: int) -> str:
        """All ASN in a month: as known as those of the data, or grown from them."""
        shown = people(number, self.lang)
        return (
            self.on(shown, "asn_total") if self.p.asn[month] == self.p.asn[0] else self.of(shown, "derived")
        )

    def enrolled_of(self, segment: str, number: int, month: int) -> str:
        """A segment's enrolled in a month: no better known than those of the data they start from."""
        bases = [
            quantity(self.context, "enrolled_segment_in", segment=segment, month=t).basis for t in (0, month)
        ]
        return self.of(
            people(number, self.lang),
            least_known((basis for basis in bases if basis != "fictitious"), default="fictitious"),
        )


def computed(words: str) -> str:
    """A sentence of which every amount and ratio is computed, with their marks."""
    return COMPUTED.sub(r"± \1", words)


__all__ = ["Marks", "computed"]
