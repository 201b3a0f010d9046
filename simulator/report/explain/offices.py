"""Formulas of OPD and kecamatan together, of the offices of a status, and of the floor of a segment."""

import math
from dataclasses import replace

import numpy as np

from simulator.model.metrics import target_status
from simulator.model.parts import OFFICES, SEGMENTS
from simulator.planning.groups import UnitGroup, unit_groups
from simulator.report.explain.cited import derivation_key
from simulator.report.explain.derivation import Derivation, Query, Term, combined, exact
from simulator.report.explain.people import asn_of, asn_term, counted
from simulator.report.explain.rows import by_row
from simulator.report.explain.target import target_term, target_workers
from simulator.words.quantity import least_known


def _offices(query: Query) -> np.ndarray:
    return np.concatenate([query.baseline.rows[segment] for segment in OFFICES])


def _target_month(query: Query) -> int:
    return target_status(query.projection).read_month


def _offices_asn(query: Query) -> Term:
    """ASN of all OPD and kecamatan in the month of the target."""
    then = asn_offices(query).value
    now = query.unit_total("offices_asn", "asn", _offices(query))
    return now if now.value == then else Term("offices_asn", then, label=query.at(_target_month(query)))


def _other_enrolled(query: Query) -> Term:
    """Enrolled through other ASN in the baseline month."""
    return query.unit_total("enrolled_other", "enrolled", query.baseline.rows["other"], "other_enrolled")


def needed_workers(query: Query) -> Derivation:
    """Workers that OPD and kecamatan together need to meet the target, with other ASN's workers unchanged."""
    return combined("−", target_term(query, target_workers(query).value), _other_enrolled(query))


def asn_offices(query: Query) -> Derivation:
    """ASN of all OPD and kecamatan in the month of the target."""
    then = replace(query, about={**query.about, "month": _target_month(query)})
    return asn_of(then, _offices(query))


def needed_share(query: Query) -> Derivation:
    """Workers per ASN that OPD and kecamatan need to meet the target, with other ASN's workers as now."""
    target, asn = target_term(query, target_workers(query).value), _offices_asn(query)
    other = _other_enrolled(query)
    if asn.value == 0:
        return Derivation(math.nan, "share", "", (), notes=("no_offices",))
    value = (target.value - other.value) / asn.value
    keys = derivation_key(query.context, "S33", value)
    arithmetic = "({target_workers} − {enrolled_other}) ÷ {offices_asn}"
    return Derivation(value, "share", arithmetic, (target, other, asn), source=keys)


def ceiling(query: Query) -> Derivation:
    """Coverage with one worker for every ASN of every OPD and kecamatan, and other ASN's workers as now."""
    offices, other = _offices_asn(query), _other_enrolled(query)
    asn = asn_term(query, _target_month(query))
    value = (offices.value + other.value) / asn.value
    keys = derivation_key(query.context, "S33", value)
    arithmetic = "({offices_asn} + {enrolled_other}) ÷ {asn}"
    return Derivation(value, "share", arithmetic, (offices, other, asn), source=keys)


def status_groups(query: Query) -> list[UnitGroup]:
    """The groups of OPD and kecamatan, or of one `segment` of them, with the `status` of the query."""
    segments = (query.about["segment"],) if "segment" in query.about else OFFICES
    groups = unit_groups(query.baseline)
    return [group for group in groups if group.segment in segments and group.status == query.about["status"]]


def _units(groups: list[UnitGroup]) -> np.ndarray:
    return np.concatenate([group.units for group in groups] or [np.array([], dtype=int)])


def status_units(query: Query) -> Derivation:
    """How many units have the status of the query."""
    return exact(len(_units(status_groups(query))), "units_of_data")


def status_asn(query: Query) -> Derivation:
    """ASN of the OPD and kecamatan with the status of the query."""
    return counted(query, "asn", _units(status_groups(query)))


def status_to_enrol(query: Query) -> Derivation:
    """ASN for whom nobody is enrolled yet, in the OPD and kecamatan of a status."""
    return by_row(query, status_groups(query), "to_enrol")


def status_pledges(query: Query) -> Derivation:
    """Workers pledged by the OPD and kecamatan that begin later."""
    groups, what = status_groups(query), "pledge_workers"
    terms = tuple(
        query.unit_total(f"{what}_{segment}", what, _units(of), f"{segment}_{what}")
        for segment in SEGMENTS
        if (of := [group for group in groups if group.segment == segment])
    )
    basis = least_known((term.basis for term in terms), default="published")
    return combined("+", *terms, basis=basis, notes=() if terms else ("units_of_data",))


def segment_units(query: Query) -> Derivation:
    """How many units a segment has."""
    return exact(len(query.units), "units_of_data")


def least_planned(query: Query) -> Derivation:
    """The lowest plan among the units of a segment that begin within the projection."""
    units, seats = query.units, query.projection.seats
    units = units[seats.start[units] < len(query.projection.months)]
    least = float(seats.planned[units].min(initial=np.inf))
    return Derivation(least if len(units) else np.nan, "share", "", (), notes=("least_planned",))


def participating_level(query: Query) -> Derivation:
    """Enrolled per ASN of the units of a segment that take part in the baseline month."""
    units = query.units[query.baseline.participating[query.units]]
    if not len(units):
        return Derivation(np.nan, "share", "", (), notes=("units_of_data",))
    enrolled = query.unit_total("enrolled_segment", "enrolled", units, "", **query.at(0))
    asn = query.unit_total("asn_segment", "asn", units, "", **query.at(0))
    return combined("÷", enrolled, asn, unit="share")


def floor_workers(query: Query) -> Derivation:
    """Workers that the rising plans of a segment's units, once reached, add to what the units begin with."""
    units, seats, asn = query.units, query.projection.seats, query.baseline.asn
    units = units[seats.start[units] < len(query.projection.months)]
    rising = units[seats.reached[units] > seats.opening[units]]
    reached, opening = (
        Term(name, float((share[rising] * asn[rising]).sum()))
        for name, share in (("plans_reached", seats.reached), ("plans_opening", seats.opening))
    )
    return combined("−", reached, opening)
