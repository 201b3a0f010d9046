"""Formulas of one row of the units' table: a unit, or a group of units whose own figures nobody published."""

import numpy as np

from simulator.planning.groups import Row, table_rows, whole_by_row
from simulator.report.explain.base import Asked, Figure, Part
from simulator.report.explain.money import per_member_part
from simulator.report.explain.people import counted, rolled_forward


def _row(asked: Asked) -> Row:
    return {row.key: row for row in table_rows(asked.baseline)}[asked.context["row"]]


def row_asn(asked: Asked) -> Figure:
    """ASN of a row in the baseline month."""
    return counted(asked, "asn", _row(asked).units)


def row_enrolled(asked: Asked) -> Figure:
    """Enrolled of a row in the baseline month."""
    return counted(asked, "enrolled", _row(asked).units)


def row_projected(asked: Asked) -> Figure:
    """Enrolled of a row in a month."""
    return rolled_forward(asked, _row(asked).units)


def _whole(asked: Asked, by_unit: np.ndarray, total: float | None = None) -> float:
    """The row's part of units' numbers [units], in whole people as the table shows them."""
    rows = table_rows(asked.baseline)
    return float(
        whole_by_row(np.array([row.total(by_unit) for row in rows]), rows, total)[
            [row.key for row in rows].index(asked.context["row"])
        ]
    )


def _whole_workers(asked: Asked) -> Part:
    """Enrolled of a row in the month asked for."""
    t, p = asked.month, asked.projection
    return Part("row_workers", _whole(asked, p.enrolment.enrolled[:, t], p.enrolled[t]), label=asked.at(t))


def row_still_to_find(asked: Asked) -> Figure:
    """ASN of a row in a month without an enrolled worker yet; 0 where there are at least as many workers as ASN."""
    now = asked.of_units("row_asn", "asn", _row(asked).units)
    then = _whole(asked, asked.projection.seats.asn[:, asked.month])
    parts = (now if then == now.value else Part("row_asn", then), _whole_workers(asked))
    if parts[1].value >= then:
        return Figure(0.0, "people", "", parts, notes=("nobody_left",))
    return Figure(
        then - parts[1].value, "people", "{row_asn} − {row_workers}", parts, notes=("whole_workers",)
    )


def row_bill(asked: Asked) -> Figure:
    """What a row's ASN pay in a month: whole workers × the contribution."""
    workers, rate = _whole_workers(asked), per_member_part(asked, asked.month)
    return Figure(
        workers.value * rate.value,
        "idr",
        "{row_workers} × {per_member}",
        (workers, rate),
        notes=("whole_workers",),
    )


def row_payouts(asked: Asked) -> Figure:
    """A row's part of a month's expected payouts: its part of the enrolled."""
    t, p, units = asked.month, asked.projection, _row(asked).units
    parts = (
        Part("row_enrolled", float(p.enrolment.enrolled[units, t].sum()), label=asked.at(t)),
        Part("enrolled", float(p.enrolled[t]), label=asked.at(t)),
        Part("payouts", float(p.payouts_idr[t]), "idr"),
    )
    value = float((p.unit_share[units, t] * p.payouts_idr[t]).sum())
    if p.enrolled[t] == 0:
        return Figure(value, "idr", "", parts, notes=("nobody_enrolled",))
    return Figure(value, "idr", "{row_enrolled} ÷ {enrolled} × {payouts}", parts, notes=("pooled",))


FORMULAS = {
    "row_asn": row_asn,
    "row_enrolled": row_enrolled,
    "row_projected": row_projected,
    "row_still_to_find": row_still_to_find,
    "row_bill": row_bill,
    "row_payouts": row_payouts,
}
