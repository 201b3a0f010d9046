"""Formulas of the floor of a segment: what its units start from, plan at least, and are asked for."""

import numpy as np

from simulator.report.explain.derivation import Derivation, Query, Term


def segment_units(query: Query) -> Derivation:
    """How many units a segment has."""
    units = query.baseline.rows[query.about["segment"]]
    return Derivation(float(len(units)), "count", "", (), "counted", notes=("units_of_data",))


def least_planned(query: Query) -> Derivation:
    """The least that a unit of a segment plans for, of those that take part within the projection."""
    units, seats = query.baseline.rows[query.about["segment"]], query.projection.seats
    units = units[seats.start[units] < len(query.projection.months)]
    least = float(seats.planned[units].min(initial=np.inf))
    return Derivation(least if len(units) else np.nan, "share", "", (), notes=("least_planned",))


def participating_level(query: Query) -> Derivation:
    """Enrolled per ASN of the units of a segment that take part in the baseline month."""
    units = query.baseline.rows[query.about["segment"]]
    units = units[query.baseline.participating[units]]
    if not len(units):
        return Derivation(np.nan, "share", "", (), notes=("units_of_data",))
    now = query.at(0)["month"]
    enrolled = query.unit_total("enrolled_segment", "enrolled", units, month=now)
    asn = query.unit_total("asn_segment", "asn", units, month=now)
    level = enrolled.value / asn.value
    return Derivation(level, "share", "{enrolled_segment} ÷ {asn_segment}", (enrolled, asn))


def floor_workers(query: Query) -> Derivation:
    """Workers by which the plans of a segment's units, once reached, are more than what they begin with."""
    units, seats, asn = (
        query.baseline.rows[query.about["segment"]],
        query.projection.seats,
        query.baseline.asn,
    )
    units = units[seats.start[units] < len(query.projection.months)]
    rising = units[seats.reached[units] > seats.opening[units]]
    reached, opening = (
        Term(name, float((share[rising] * asn[rising]).sum()))
        for name, share in (("plans_reached", seats.reached), ("plans_opening", seats.opening))
    )
    arithmetic = "{plans_reached} − {plans_opening}"
    return Derivation(reached.value - opening.value, "people", arithmetic, (reached, opening))
