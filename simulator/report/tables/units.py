"""Units' figures in one month, rounded so that rows add up to segments and to the overview's total."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np

from simulator.model.parts import SEGMENTS
from simulator.model.projection import Projection
from simulator.planning.groups import UnitGroup, unit_groups, whole_by_group
from simulator.planning.overrides import floor_share
from simulator.report.context import Context
from simulator.words.provenance import data_mark
from simulator.words.quantity import Form, Mark, Origin, Quantity, Unit, least_known

PAYOUT_STEP_IDR = 1000  # an expected payout is no receipt, so it is shown in whole thousands
UnitFigure = Literal[
    "asn",
    "enrolled",
    "coverage",
    "asn_then",
    "projected",
    "to_enrol",
    "below_plan",
    "bill_idr",
    "payouts_idr",
]
OBSERVED = ("asn", "enrolled", "coverage")  # of the baseline month; the others are of the month shown
ORIGINS: dict[UnitFigure, tuple[str, str, str]] = {
    "asn": ("row_asn", "asn_segment_in", "asn_total"),
    "enrolled": ("row_enrolled", "enrolled_segment_in", "enrolled_now"),
    "coverage": ("row_coverage", "row_coverage", "coverage_now"),
    "asn_then": ("row_asn_in", "asn_segment_in", "asn_in"),
    "projected": ("row_projected", "enrolled_segment_in", "enrolled_in"),
    "to_enrol": ("row_to_enrol", "to_enrol_in", "to_enrol_in"),
    "below_plan": ("row_below_plan", "below_plan_in", "below_plan_in"),
    "bill_idr": ("row_bill", "row_bill", "contributions_in"),
    "payouts_idr": ("row_payouts", "row_payouts", "payouts_in"),
}
"""The formulas, by figure, behind the number of a row, of a segment's sum and of the total."""


@dataclass(frozen=True, eq=False)
class UnitTable:
    """Figures of every row (a unit or a group) in the baseline month and in one month of the projection.

    `whole` holds whole people and Rupiah, each [rows]: `asn` and `enrolled` of the baseline month;
    `asn_then`, `projected`, `to_enrol` (to one worker per ASN), `below_plan` (to what its units plan),
    `bill_idr` (projected × rate) and `payouts_idr` of `month`. `has_plan` is true where some unit takes part
    within the projection; `floor` is the floor of participation in workers per ASN.
    """

    projection: Projection
    rows: tuple[UnitGroup, ...]
    month: int  # offset from the baseline
    whole: dict[str, np.ndarray]
    has_plan: np.ndarray  # [rows] bool
    floor: np.ndarray  # [rows]
    bases: dict[str, tuple[Mark, ...]]  # of `asn` and `enrolled`, each [rows]

    @property
    def rate_idr(self) -> float:
        """The contribution for one worker in the month, JHT included."""
        p = self.projection
        return float((p.contribution_per_member_idr + p.jht_per_member_idr)[self.month])

    @property
    def projected_share(self) -> np.ndarray:  # [rows]
        """Projected workers per ASN, both in whole people as the table shows them."""
        share: np.ndarray = self.whole["projected"] / np.maximum(1, self.whole["asn_then"])
        return share

    def places(self, segment: str | None = None) -> list[int]:
        """Positions of a segment's rows, or of all rows."""
        return [i for i, row in enumerate(self.rows) if segment in (None, row.segment)]

    def total(self, name: str, segment: str | None = None) -> int:
        """The sum of one figure as shown, over a segment or over all rows."""
        return int(self.whole[name][self.places(segment)].sum())

    def basis_of_sum(self, name: Literal["asn", "enrolled"], segment: str | None = None) -> Mark:
        """The mark of a sum: that of the published figure equal to it, or else of its least known row."""
        of_segment = {"asn": f"{segment}_asn_all", "enrolled": f"{segment}_enrolled"}
        key = of_segment[name] if segment else f"{name}_total"
        fact = self.projection.baseline.fact(key)
        if fact and fact.value == self.total(name, segment):
            return data_mark(fact.basis, self.projection.baseline)
        return least_known(self.bases[name][i] for i in self.places(segment))

    @property
    def segments(self) -> tuple[str, ...]:
        """Segments with at least one row."""
        return tuple(s for s in SEGMENTS if self.places(s))

    @property
    def grows(self) -> bool:
        """Whether the month's ASN differ from the baseline's."""
        return bool((self.whole["asn"] != self.whole["asn_then"]).any())


@lru_cache(maxsize=16)  # every number of a row reads it again
def unit_table(p: Projection, month: int) -> UnitTable:
    """Every row's figures in a month 0..horizon (offset from the baseline)."""
    rows = unit_groups(p.baseline)
    takes_part = p.seats.start <= p.scenario.horizon_months
    enrolled, seats_asn = p.enrolment.enrolled[:, month], p.seats.asn[:, month]
    below_plan = np.maximum(0, p.seats.planned * seats_asn - enrolled) * takes_part

    def by_row(by_unit: np.ndarray) -> np.ndarray:
        return np.array([row.total(by_unit) for row in rows])

    def whole(by_unit: np.ndarray, total: float | None = None) -> np.ndarray:
        return whole_by_group(by_row(by_unit), rows, total)

    # Planned workers are rounded, not those still to enrol: 31 of 31 planned then leaves nobody.
    planned = whole(enrolled + below_plan)
    asn, projected = whole(seats_asn), whole(enrolled, p.enrolled[month])
    rate = float((p.contribution_per_member_idr + p.jht_per_member_idr)[month])
    figures = {
        "asn": whole(p.baseline.asn),
        "enrolled": whole(p.baseline.enrolled),
        "asn_then": asn,
        "projected": projected,
        "to_enrol": np.maximum(0, asn - projected),
        "below_plan": np.maximum(0, planned - projected),
        "bill_idr": whole_by_group(projected * rate, rows),
        "payouts_idr": whole(p.unit_share[:, month] * p.payouts_idr[month] / PAYOUT_STEP_IDR)
        * PAYOUT_STEP_IDR,
    }
    floor = by_row(floor_share(p.scenario, p.baseline) * p.baseline.asn) / by_row(p.baseline.asn)
    marks = {}
    for name in ("asn", "enrolled"):
        of_unit = [data_mark(basis, p.baseline) for basis in getattr(p.baseline, f"{name}_basis")]
        marks[name] = tuple(least_known(of_unit[i] for i in row.units) for row in rows)
    return UnitTable(p, rows, month, figures, by_row(takes_part) > 0, floor, marks)


def ranked(table: UnitTable) -> list[int]:
    """Positions of rows by projected workers per ASN, highest first; ties by ASN, then in table order."""
    shown = table.projected_share
    return sorted(range(len(table.rows)), key=lambda i: (-shown[i], -table.whole["asn"][i], i))


def row_coverage(p: Projection, rows: tuple[UnitGroup, ...]) -> np.ndarray:
    """Enrolled per ASN of every row and month; [rows, months]."""
    return np.array([row.total(p.enrolment.enrolled) / row.total(p.seats.asn) for row in rows])


def row_figure(c: Context, table: UnitTable, figure: UnitFigure, place: int) -> Quantity:
    """A figure of one row; `below_plan` has no value where no unit of the row begins."""
    value: float | None
    if figure == "coverage":
        value = float(table.whole["enrolled"][place] / table.whole["asn"][place])
    elif figure == "below_plan" and not table.has_plan[place]:
        value = None
    else:
        value = float(table.whole[figure][place])
    known = "asn" if figure == "asn_then" and not table.grows else figure
    basis = table.bases[known][place] if known in table.bases else "derived"
    return _quantity(c, table, figure, value, basis, row=table.rows[place].key)


def sum_figure(c: Context, table: UnitTable, figure: UnitFigure, segment: str | None = None) -> Quantity:
    """A figure of a segment, or of all rows."""
    place = {"segment": segment} if segment else {}
    if figure == "coverage":
        share = table.total("enrolled", segment) / table.total("asn", segment)
        return _quantity(c, table, figure, share, "derived", **place)
    basis = table.basis_of_sum(figure, segment) if figure in ("asn", "enrolled") else "derived"
    return _quantity(c, table, figure, table.total(figure, segment), basis, **place)


def _quantity(
    c: Context, table: UnitTable, figure: UnitFigure, value: float | None, basis: Mark, **place: str
) -> Quantity:
    of_row, of_segment, of_all = ORIGINS[figure]
    key = of_row if "row" in place else of_segment if place else of_all
    month = 0 if figure in OBSERVED else table.month
    origin = Origin(key, c, (("month", month), *place.items()))
    unit: Unit = "share" if figure == "coverage" else "idr" if figure.endswith("_idr") else "people"
    # The titles of the columns name the Rupiah already.
    form: Form = "one_place" if unit == "share" else "bare" if unit == "idr" else ""
    return Quantity(value, unit, basis, origin, form, PAYOUT_STEP_IDR if figure == "payouts_idr" else None)
