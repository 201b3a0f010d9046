"""The cells of the formula sheets, so that formulas can refer to them."""

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
"""The columns of the sheet of months; those after `target` are what the others are computed from."""
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
"""The columns before the months in the sheet of seats; `target_share` to `join_month` are inputs."""
NAMES = ("code", "name", "segment")
"""The columns before the months in the sheet of enrolled."""


@dataclass(frozen=True, eq=False)
class CellPlaces:
    """Cells by name; months are counted from the baseline month, units by their index in the baseline."""

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
        """The number of units."""
        return len(self.c.baseline.codes)

    @cached_property
    def code_order(self) -> list[int]:
        """The rank of each unit by code, from 1."""
        in_order = sorted(self.c.baseline.codes)
        return [in_order.index(code) + 1 for code in self.c.baseline.codes]

    def override(self, unit: int) -> Override | None:
        """The override of a unit; None if it has none."""
        code = self.c.baseline.codes[unit]
        return next((o for o in self.c.scenario.overrides if o.unit == code), None)

    def queue_place(self, unit: int) -> int | None:
        """The place of a unit in its segment's queue, from 1; None if it does not wait."""
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
        """The name of a sheet."""
        return text(f"handouts.formulas.sheet.{name}", self.lang)

    def since_data(self, date: str) -> str:
        """The formula for whole months from the baseline month to the date in a cell."""
        return f"YEAR({date})*12+MONTH({date})-1-{self.c.baseline.month}"

    def input(self, name: str) -> str:
        """The cell of an input or derived number."""
        return f"'{self.sheet('inputs')}'!$B${self.inputs[name] + 1}"

    def month(self, column: str, t: int) -> str:
        """The cell of a month's number."""
        return f"'{self.sheet('months')}'!${_letter(MONTH_COLUMNS, column)}${t + 2}"

    def months(self, column: str, first: int, last: int) -> str:
        """The cells of a number in a range of months, both ends included."""
        letter = _letter(MONTH_COLUMNS, column)
        return f"'{self.sheet('months')}'!${letter}${first + 2}:${letter}${last + 2}"

    def unit(self, column: str, unit: int) -> str:
        """The cell of a unit's number, for formulas on the same sheet."""
        return f"${_letter(UNIT_COLUMNS, column)}{unit + 2}"

    def all_units(self, column: str) -> str:
        """The cells of a number of all units."""
        letter = _letter(UNIT_COLUMNS, column)
        return f"'{self.sheet('seats')}'!${letter}$2:${letter}${self.units + 1}"

    def seats(self, unit: int, t: int) -> str:
        """The cell of a unit's seats in a month."""
        return f"'{self.sheet('seats')}'!{column_letter(len(UNIT_COLUMNS) + t)}{unit + 2}"

    def enrolled(self, unit: int, t: int) -> str:
        """The cell of a unit's enrolled in a month."""
        return f"'{self.sheet('enrolled')}'!{column_letter(len(NAMES) + t)}{unit + 2}"

    def all_seats(self, t: int) -> str:
        """The cells of all units' seats in a month."""
        return self._range("seats", len(UNIT_COLUMNS) + t)

    def all_enrolled(self, t: int) -> str:
        """The cells of all units' enrolled in a month."""
        return self._range("enrolled", len(NAMES) + t)

    def _range(self, sheet: str, column: int) -> str:
        letter = column_letter(column)
        return f"'{self.sheet(sheet)}'!{letter}$2:{letter}${self.units + 1}"


def _letter(columns: tuple[str, ...], name: str) -> str:
    return column_letter(columns.index(name))
