"""Actuals: recorded figures of a month, for one unit or for the whole regency."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

PEOPLE = ("enrolled", "paid_up", "joined", "left", "deaths", "accidents")
FIGURES = (*PEOPLE, "contributions_idr", "claims_idr")
"""Enrolled and paid up are states of a month, the others count events; `left` does not include deaths."""
SOURCE = "S37"  # the source key of every figure recorded here
TOTAL = ""  # the unit code of a figure of the whole regency


@dataclass(frozen=True)
class Record:
    """One line of the log: who recorded which figures of which month and unit, and when.

    `figures` has the names in FIGURES as keys. A value of None withdraws the figure recorded earlier.
    """

    recorded_at: str  # YYYY-MM-DDTHH:MM:SS
    by: str
    file: str
    month: str
    unit: str  # a code, or TOTAL
    figures: Mapping[str, int | None]


class Actuals:
    """The figures in force: for each month, unit and figure the latest record, unless it was withdrawn.

    `records` keeps every record, in order.
    """

    def __init__(self, records: Iterable[Record] = ()):
        self.records = tuple(records)
        self._latest: dict[tuple[str, str], dict[str, int | None]] = {}
        for record in self.records:
            self._latest.setdefault((record.month, record.unit), {}).update(record.figures)

    def of(self, month: str, unit: str, figure: str) -> int | None:
        """A recorded figure of one unit or of TOTAL; None if it was never recorded or was withdrawn."""
        return self._latest.get((month, unit), {}).get(figure)

    def sum_of(self, month: str, units: Sequence[str], figure: str) -> int | None:
        """The sum of a figure over units, None if it is missing for one of them."""
        known: list[int] = []
        for unit in units:
            number = self.of(month, unit, figure)
            if number is None:
                return None
            known.append(number)
        return sum(known) if known else None

    def total(self, month: str, units: Sequence[str], figure: str) -> int | None:
        """A figure of the regency: the recorded total, else the sum over `units` if all of them are known."""
        recorded = self.of(month, TOTAL, figure)
        return self.sum_of(month, units, figure) if recorded is None else recorded

    def months(self) -> list[str]:
        """Every month with a recorded figure, in order."""
        known = ((m, n) for (m, _), figures in self._latest.items() for n in figures.values())
        return sorted({month for month, number in known if number is not None})


NOTHING_RECORDED = Actuals()
