"""The numbers of the units' table as quantities, each with what explains it."""

from typing import Literal

from simulator.report.context import Context
from simulator.report.tables.units import PAYOUT_STEP_IDR, UnitTable
from simulator.words.quantity import Form, Mark, Origin, Quantity, Unit

Figure = Literal[
    "asn", "enrolled", "coverage", "asn_then", "projected", "to_asn", "to_plan", "bill_idr", "payouts_idr"
]
OBSERVED = ("asn", "enrolled", "coverage")  # of the baseline month; the others are of the month looked at
ORIGINS: dict[Figure, tuple[str, str, str]] = {
    "asn": ("row_asn", "asn_segment_in", "asn_total"),
    "enrolled": ("row_enrolled", "enrolled_segment_in", "enrolled_now"),
    "coverage": ("row_coverage", "row_coverage", "coverage_now"),
    "asn_then": ("row_asn_in", "asn_segment_in", "asn_in"),
    "projected": ("row_projected", "enrolled_segment_in", "enrolled_in"),
    "to_asn": ("row_still_to_find", "room_in", "room_in"),
    "to_plan": ("row_to_plan", "to_plan_in", "to_plan_in"),
    "bill_idr": ("row_bill", "row_bill", "contributions_in"),
    "payouts_idr": ("row_payouts", "row_payouts", "payouts_in"),
}
"""By figure, the formula behind the number of a row, of a segment's sum and of the total."""


def row_figure(c: Context, table: UnitTable, figure: Figure, place: int) -> Quantity:
    """A figure of one row; there is none short of plan where no unit of the row begins."""
    value: float | None
    if figure == "coverage":
        value = float(table.whole["enrolled"][place] / table.whole["asn"][place])
    elif figure == "to_plan" and not table.has_plan[place]:
        value = None
    else:
        value = float(table.whole[figure][place])
    known = "asn" if figure == "asn_then" and not table.grows else figure
    basis = table.bases[known][place] if known in table.bases else "derived"
    return _quantity(c, table, figure, value, basis, row=table.rows[place].key)


def sum_figure(c: Context, table: UnitTable, figure: Figure, segment: str | None = None) -> Quantity:
    """A figure of a segment, or of all rows."""
    place = {"segment": segment} if segment else {}
    if figure == "coverage":
        share = table.total("enrolled", segment) / table.total("asn", segment)
        return _quantity(c, table, figure, share, "derived", **place)
    basis = table.basis_of_sum(figure, segment) if figure in ("asn", "enrolled") else "derived"
    return _quantity(c, table, figure, table.total(figure, segment), basis, **place)


def _quantity(
    c: Context, table: UnitTable, figure: Figure, value: float | None, basis: Mark, **place: str
) -> Quantity:
    of_row, of_segment, of_all = ORIGINS[figure]
    key = of_row if "row" in place else of_segment if place else of_all
    month = 0 if figure in OBSERVED else table.month
    origin = Origin(key, c, (("month", month), *place.items()))
    unit: Unit = "share" if figure == "coverage" else "idr" if figure.endswith("_idr") else "people"
    # The titles of the columns name the Rupiah.
    form: Form = "one_place" if unit == "share" else "bare" if unit == "idr" else ""
    return Quantity(value, unit, basis, origin, form, PAYOUT_STEP_IDR if figure == "payouts_idr" else None)
