"""Actuals: figures of a month, of one unit or of the whole regency, as somebody recorded them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

PEOPLE = ("enrolled", "paid_up", "joined", "left", "deaths", "accidents")
FIGURES = (*PEOPLE, "contributions_idr", "claims_idr")
"""Enrolled and paid up are states of a month, the others count events; `left` leaves out the dead."""
SOURCE = "S37"  # of every figure recorded here
TOTAL = ""  # the unit of a figure of the whole regency


@dataclass(frozen=True)
class Record:
    """One line of the log: who recorded which figures, by name of FIGURES, of a month and unit, and when.

    A figure of None withdraws what was recorded before.
    """

    recorded_at: str  # YYYY-MM-DDTHH:MM:SS
    by: str
    file: str
    month: str
    unit: str  # a code, or TOTAL
    figures: Mapping[str, int | None]


class Actuals:
    """The figures that count: of each month, unit and figure the one recorded last, unless it was withdrawn.

    `records` keeps all of them, in order.
    """

    def __init__(self, records: Iterable[Record] = ()):
        self.records = tuple(records)
        self._latest: dict[tuple[str, str], dict[str, int | None]] = {}
        for record in self.records:
            self._latest.setdefault((record.month, record.unit), {}).update(record.figures)

    def of(self, month: str, unit: str, figure: str) -> int | None:
        """A figure of one unit or of TOTAL as recorded; None where it was not, or withdrawn."""
        return self._latest.get((month, unit), {}).get(figure)

    def sum_of(self, month: str, units: Sequence[str], figure: str) -> int | None:
        """The sum over units, None where one of them is not known."""
        known: list[int] = []
        for unit in units:
            number = self.of(month, unit, figure)
            if number is None:
                return None
            known.append(number)
        return sum(known) if known else None

    def total(self, month: str, units: Sequence[str], figure: str) -> int | None:
        """A figure of the regency: the total recorded, else the sum over its `units` if each is known."""
        recorded = self.of(month, TOTAL, figure)
        return self.sum_of(month, units, figure) if recorded is None else recorded

    def months(self) -> list[str]:
        """Every month of which something is recorded, in order."""
        known = ((m, n) for (m, _), figures in self._latest.items() for n in figures.values())
        return sorted({month for month, number in known if number is not None})


NOTHING_RECORDED = Actuals()
