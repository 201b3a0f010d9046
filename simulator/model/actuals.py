"""What came true, month by month: figures of one unit or of the whole regency, as somebody recorded them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

PEOPLE = ("enrolled", "paid_up", "joined", "left", "deaths", "accidents")
FIGURES = (*PEOPLE, "contributions_idr", "claims_idr")
"""Enrolled and paid up are states of a month; the others count what happened in it. `left` are those who stopped, not those who died."""
SOURCE = "S37"  # of every figure recorded here
TOTAL = ""  # the unit of a figure of the whole regency


@dataclass(frozen=True)
class Record:
    """One line of the log: who recorded which figures (by name of FIGURES) of a month and unit, when, from which file.

    None withdraws what was recorded before.
    """

    recorded_at: str  # YYYY-MM-DDTHH:MM:SS
    by: str
    file: str
    month: str
    unit: str  # a code, or TOTAL
    figures: Mapping[str, int | None]


class Actuals:
    """The figures that count: of each month, unit and figure the one recorded last, unless it was withdrawn. `records` keeps all of them, in order."""

    def __init__(self, records: Iterable[Record] = ()):
        self.records = tuple(records)
        self._latest: dict[tuple[str, str], dict[str, int | None]] = {}
        for record in self.records:
            self._latest.setdefault((record.month, record.unit), {}).update(record.figures)

    def of(self, month: str, unit: str, figure: str) -> int | None:
        """A figure of one unit, or of TOTAL as it was recorded; None where nobody did, or it was withdrawn."""
        return self._latest.get((month, unit), {}).get(figure)

    def sum_of(self, month: str, units: Sequence[str], figure: str) -> int | None:
        """The sum over units, None where one of them is not known."""
        found = [self.of(month, unit, figure) for unit in units]
        return sum(found) if found and None not in found else None

    def total(self, month: str, units: Sequence[str], figure: str) -> int | None:
        """A figure of the whole regency: the total recorded, else the sum over all its `units` where each is known."""
        told = self.of(month, TOTAL, figure)
        return self.sum_of(month, units, figure) if told is None else told

    def months(self) -> list[str]:
        """Every month of which something is recorded, in order."""
        return sorted(
            {
                month
                for (month, _), figures in self._latest.items()
                if any(value is not None for value in figures.values())
            }
        )


NOTHING_RECORDED = Actuals()
