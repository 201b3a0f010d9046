"""The numbers of the units' table as quantities, each with what explains it."""

from typing import Any, Literal

from simulator.report.context import Context
from simulator.report.tables.units import PAYOUT_STEP_IDR, UnitTable
from simulator.words.quantity import Form, Mark, Origin, Quantity, Unit

Figure = Literal[
    "asn", "enrolled", "coverage", "asn_then", "projected", "to_asn", "to_plan", "bill_idr", "payouts_idr"
]
OBSERVED = ("asn", "enrolled", "coverage")  # of the baseline month; the others are of the month looked at
ROW_ORIGINS: dict[Figure, str] = {
    "asn": "row_asn",
    "enrolled": "row_enrolled",
    "coverage": "row_coverage",
    "asn_then": "row_asn_in",
    "projected": "row_projected",
    "to_asn": "row_still_to_find",
    "to_plan": "row_to_plan",
    "bill_idr": "row_bill",
    "payouts_idr": "row_payouts",
}
SEGMENT_ORIGINS: dict[Figure, str] = ROW_ORIGINS | {
    "asn": "asn_segment_in",
    "enrolled": "enrolled_segment_in",
    "asn_then": "asn_segment_in",
    "projected": "enrolled_segment_in",
    "to_asn": "room_in",
    "to_plan": "to_plan_in",
}
TOTAL_ORIGINS: dict[Figure, str] = {
    "asn": "asn_total",
    "enrolled": "enrolled_now",
    "coverage": "coverage_now",
    "asn_then": "asn_in",
    "projected": "enrolled_in",
    "to_asn": "room_in",
    "to_plan": "to_plan_in",
    "bill_idr": "contributions_in",
    "payouts_idr": "payouts_in",
}
"""The formula behind a number of a row, of a segment's sum and of the total, by figure."""


def row_figure(c: Context, table: UnitTable, figure: Figure, place: int) -> Quantity:
    """A figure of one row; there is none short of plan where no unit of the row begins."""
    row = table.rows[place].key
    if figure == "to_plan" and not table.has_plan[place]:
        return Quantity(None, "people", origin=_origin(c, table, figure, ROW_ORIGINS, row=row))
    bases = {"asn": table.asn_basis, "enrolled": table.enrolled_basis}
    if not table.grows:
        bases["asn_then"] = table.asn_basis
    basis = bases[figure][place] if figure in bases else "derived"
    if figure == "coverage":
        value = table.whole["enrolled"][place] / table.whole["asn"][place]
    else:
        value = table.whole[figure][place]
    return _quantity(figure, value, basis, _origin(c, table, figure, ROW_ORIGINS, row=row))


def sum_figure(c: Context, table: UnitTable, figure: Figure, segment: str | None = None) -> Quantity:
    """A figure of a segment, or of all rows."""
    if segment:
        origin = _origin(c, table, figure, SEGMENT_ORIGINS, segment=segment)
    else:
        origin = _origin(c, table, figure, TOTAL_ORIGINS)
    if figure == "coverage":
        share = table.total("enrolled", segment) / table.total("asn", segment)
        return _quantity(figure, share, "derived", origin)
    basis = table.basis_of_sum(figure, segment) if figure in ("asn", "enrolled") else "derived"
    return _quantity(figure, table.total(figure, segment), basis, origin)


def _quantity(figure: Figure, value: float, basis: Mark, origin: Origin) -> Quantity:
    unit: Unit = "share" if figure == "coverage" else "idr" if figure.endswith("_idr") else "people"
    # The titles of the columns name the Rupiah.
    form: Form = "one_place" if unit == "share" else "bare" if unit == "idr" else ""
    return Quantity(
        float(value), unit, basis, origin, form, PAYOUT_STEP_IDR if figure == "payouts_idr" else None
    )


def _origin(c: Context, table: UnitTable, figure: Figure, keys: dict[Figure, str], **place: Any) -> Origin:
    about = place | {"month": 0 if figure in OBSERVED else table.month}
    return Origin(keys[figure], c, tuple(sorted(about.items())))
