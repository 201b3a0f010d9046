"""Formulas of one row of the units' table: a unit, or a group of units whose own figures nobody published."""

from dataclasses import replace
from functools import partial

import numpy as np

from simulator.planning.groups import UnitGroup, unit_groups, whole_by_group
from simulator.report.explain.derivation import Derivation, Query, Term
from simulator.report.explain.money import per_member_term
from simulator.report.explain.people import counted, rolled_forward
from simulator.words.units import row_name


def _row(query: Query) -> UnitGroup:
    return {row.key: row for row in unit_groups(query.baseline)}[query.about["row"]]


def row_asn(query: Query) -> Derivation:
    """ASN of a row in the baseline month."""
    return counted(query, "asn", _row(query).units)


def row_enrolled(query: Query) -> Derivation:
    """Enrolled of a row in the baseline month."""
    return counted(query, "enrolled", _row(query).units)


def row_projected(query: Query) -> Derivation:
    """Enrolled of a row in a month."""
    return rolled_forward(query, _row(query).units)


def _whole(query: Query, by_unit: np.ndarray, total: float | None = None) -> float:
    """The row's part of units' numbers [units], in whole people as the table shows them."""
    rows = unit_groups(query.baseline)
    return float(
        whole_by_group(np.array([row.total(by_unit) for row in rows]), rows, total)[
            [row.key for row in rows].index(query.about["row"])
        ]
    )


def _whole_workers(query: Query) -> Term:
    """Enrolled of a row in the month asked about."""
    t, p = query.month, query.projection
    return Term("row_workers", _whole(query, p.enrolment.enrolled[:, t], p.enrolled[t]), label=query.at(t))


def row_still_to_find(query: Query) -> Derivation:
    """ASN of a row in a month without an enrolled worker yet; 0 where there are at least as many workers as ASN."""
    now = query.unit_total("row_asn", "asn", _row(query).units)
    then = _whole(query, query.projection.seats.asn[:, query.month])
    terms = (now if then == now.value else Term("row_asn", then), _whole_workers(query))
    if terms[1].value >= then:
        return Derivation(0.0, "people", "", terms, notes=("nobody_left",))
    return Derivation(
        then - terms[1].value, "people", "{row_asn} − {row_workers}", terms, notes=("whole_workers",)
    )


def room_in(query: Query) -> Derivation:
    """ASN of a segment in a month without an enrolled worker of their own, row by row."""
    rows = [row for row in unit_groups(query.baseline) if row.segment == query.about["segment"]]
    return room_of(query, rows)


def room_of(query: Query, rows: list[UnitGroup]) -> Derivation:
    """ASN of some rows in a month without an enrolled worker of their own, row by row."""
    rooms = [row_still_to_find(replace(query, about={**query.about, "row": row.key})) for row in rows]
    terms = tuple(
        Term(f"row_room#{i}", room.value, label={"row": partial(row_name, row, query.baseline)})
        for i, (row, room) in enumerate(zip(rows, rooms))
    )
    arithmetic = " + ".join(f"{{{term.name}}}" for term in terms)
    return Derivation(sum(room.value for room in rooms), "people", arithmetic, terms, notes=("room_by_row",))


def row_bill(query: Query) -> Derivation:
    """What a row's ASN pay in a month: whole workers × the contribution."""
    workers, rate = _whole_workers(query), per_member_term(query, query.month)
    return Derivation(
        workers.value * rate.value,
        "idr",
        "{row_workers} × {per_member}",
        (workers, rate),
        notes=("whole_workers",),
    )


def row_payouts(query: Query) -> Derivation:
    """A row's part of a month's expected payouts: its part of the enrolled."""
    t, p, units = query.month, query.projection, _row(query).units
    terms = (
        Term("row_enrolled", float(p.enrolment.enrolled[units, t].sum()), label=query.at(t)),
        Term("enrolled", float(p.enrolled[t]), label=query.at(t)),
        Term("payouts", float(p.payouts_idr[t]), "idr"),
    )
    value = float((p.unit_share[units, t] * p.payouts_idr[t]).sum())
    if p.enrolled[t] == 0:
        return Derivation(value, "idr", "", terms, notes=("nobody_enrolled",))
    return Derivation(value, "idr", "{row_enrolled} ÷ {enrolled} × {payouts}", terms, notes=("pooled",))


FORMULAS = {
    "room_in": room_in,
    "row_asn": row_asn,
    "row_enrolled": row_enrolled,
    "row_projected": row_projected,
    "row_still_to_find": row_still_to_find,
    "row_bill": row_bill,
    "row_payouts": row_payouts,
}
