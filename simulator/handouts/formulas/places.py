"""Where each number of the formula sheets stands, so that formulas can name it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from simulator.handouts.book import column_letter
from simulator.model.metrics import COLUMNS
from simulator.model.parts import SEGMENTS, Override
from simulator.report.context import Context
from simulator.words import Lang, text

NEVER_FORMAT = "[>=100000]–;0"  # a start month beyond every horizon

GIVEN_RULES = ("jkk_share_of_base", "jkm_idr", "jht_share_of_base", "relief_transport", "relief_others")
GIVEN_BENEFITS = ("jkm_funeral_idr", "jkm_full_idr", "jkk_death_base_multiple", "jkk_death_fixed_idr")
MONTH_COLUMNS = (
    "t",
    "month",
    *COLUMNS,
    "target",
    "asn",
    "growth",
    "log_untouched",
    "kept",
    "stay",
    "before_full",
    "full",
    "before_scholarship",
    "scholarship",
    "per_member",
    "jht",
    *(f"queue_{segment}" for segment in SEGMENTS),
    *(f"ramp_{segment}" for segment in SEGMENTS),
    *GIVEN_RULES,
    *GIVEN_BENEFITS,
)
"""The columns of the sheet of months; those from `target` on but for itself are what the others stand on."""
UNIT_COLUMNS = (
    "code",
    "name",
    "segment",
    "mark",
    "asn",
    "enrolled",
    "pledge_month",
    "pledge_workers",
    "target_share",
    "workers_per_asn",
    "join_month",
    "order",
    "place",
    "start",
    "opening",
    "planned",
    "reached",
    "ceiling",
)
"""The columns of the sheet of seats before its months; `target_share` to `join_month` are inputs."""
NAMES = ("code", "name", "segment")
"""The columns of the sheet of enrolled before its months."""


@dataclass(frozen=True, eq=False)
class Places:
    """Cells by name; a month is counted from that of the data, a unit by its place in the baseline."""

    c: Context
    lang: Lang
    inputs: Mapping[str, int]  # rows, by the path of a setting or the name of a derived number

    @cached_property
    def waiting(self) -> dict[str, int]:
        """Months of membership until full JKM, and until the scholarship."""
        rules = self.c.programme.benefits_of(self.c.baseline.month)
        return {"full": rules.jkm_full_from_months, "scholarship": rules.scholarship_from_months}

    @property
    def units(self) -> int:
        """How many units there are."""
        return len(self.c.baseline.codes)

    @cached_property
    def code_order(self) -> list[int]:
        """The place of each unit where all are ordered by their codes."""
        in_order = sorted(self.c.baseline.codes)
        return [in_order.index(code) + 1 for code in self.c.baseline.codes]

    def override(self, unit: int) -> Override | None:
        """What a unit does otherwise than its segment."""
        code = self.c.baseline.codes[unit]
        return next((o for o in self.c.scenario.overrides if o.unit == code), None)

    def queue_place(self, unit: int) -> int | None:
        """The place of a unit in its segment's queue, None where it does not wait."""
        baseline, queued = self.c.baseline, self.c.projection.seats.queued
        if not queued[unit]:
            return None
        rows = [int(i) for i in baseline.rows[baseline.segments[unit]] if queued[i]]
        return 1 + sorted(rows, key=lambda i: (-baseline.asn[i], baseline.codes[i])).index(unit)

    @property
    def horizon(self) -> int:
        """The last month."""
        return len(self.c.projection.months) - 1

    def sheet(self, name: str) -> str:
        """What a sheet is called."""
        return text(f"handouts.formulas.sheet.{name}", self.lang)

    def since_data(self, date: str) -> str:
        """Whole months from the month of the data to a cell's date."""
        return f"YEAR({date})*12+MONTH({date})-1-{self.c.baseline.month}"

    def input(self, name: str) -> str:
        """The cell of an input."""
        return f"'{self.sheet('inputs')}'!$B${self.inputs[name] + 1}"

    def month(self, column: str, t: int) -> str:
        """A number of a month."""
        return f"'{self.sheet('months')}'!${_letter(MONTH_COLUMNS, column)}${t + 2}"

    def months(self, column: str, first: int, last: int) -> str:
        """The numbers of some months, both ends included."""
        letter = _letter(MONTH_COLUMNS, column)
        return f"'{self.sheet('months')}'!${letter}${first + 2}:${letter}${last + 2}"

    def unit(self, column: str, unit: int) -> str:
        """A number of a unit, on its own sheet."""
        return f"${_letter(UNIT_COLUMNS, column)}{unit + 2}"

    def all_units(self, column: str) -> str:
        """The numbers of all units."""
        letter = _letter(UNIT_COLUMNS, column)
        return f"'{self.sheet('seats')}'!${letter}$2:${letter}${self.units + 1}"

    def seats(self, unit: int, t: int) -> str:
        """The seats of a unit."""
        return f"'{self.sheet('seats')}'!{column_letter(len(UNIT_COLUMNS) + t)}{unit + 2}"

    def enrolled(self, unit: int, t: int) -> str:
        """The enrolled of a unit."""
        return f"'{self.sheet('enrolled')}'!{column_letter(len(NAMES) + t)}{unit + 2}"

    def all_seats(self, t: int) -> str:
        """The seats of all units."""
        return self._range("seats", len(UNIT_COLUMNS) + t)

    def all_enrolled(self, t: int) -> str:
        """The enrolled of all units."""
        return self._range("enrolled", len(NAMES) + t)

    def _range(self, sheet: str, column: int) -> str:
        letter = column_letter(column)
        return f"'{self.sheet(sheet)}'!{letter}$2:{letter}${self.units + 1}"


def _letter(columns: tuple[str, ...], name: str) -> str:
    return column_letter(columns.index(name))
