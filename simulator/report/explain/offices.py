"""Formulas of OPD and kecamatan together: what they need for the target, what each kind is asked for."""

import math

import numpy as np

from simulator.model.scenario import SEGMENTS
from simulator.planning.groups import UnitGroup, unit_groups
from simulator.report.explain.cited import derivation_key, target_keys
from simulator.report.explain.derivation import Derivation, Query, Term
from simulator.report.explain.people import asn_now, counted, target_workers
from simulator.report.explain.rows import room_of
from simulator.words.quantity import least_known

OFFICES = ("opd", "kecamatan")


def offices_asn(query: Query) -> Term:
    """ASN of all OPD and kecamatan."""
    return query.unit_total(
        "offices_asn", "asn", np.concatenate((query.baseline.rows["opd"], query.baseline.rows["kecamatan"]))
    )


def other_enrolled(query: Query) -> Term:
    """Enrolled through other ASN in the baseline month."""
    return query.unit_total("enrolled_other", "enrolled", query.baseline.rows["other"], "other_enrolled")


def needed_workers(query: Query) -> Derivation:
    """Workers OPD and kecamatan must reach together for the target to be met with other ASN as they are."""
    workers, other = target_workers(query).value, other_enrolled(query)
    target = Term("target_workers", workers, source=target_keys(query.context, workers))
    return Derivation(workers - other.value, "people", "{target_workers} − {enrolled_other}", (target, other))


def asn_offices(query: Query) -> Derivation:
    """ASN of all OPD and kecamatan in the baseline month."""
    return counted(
        query, "asn", np.concatenate((query.baseline.rows["opd"], query.baseline.rows["kecamatan"]))
    )


def needed_share(query: Query) -> Derivation:
    """What OPD and kecamatan must reach per ASN of theirs for the target, with other ASN as they are."""
    workers = target_workers(query).value
    target, other, asn = (
        Term("target_workers", workers, source=target_keys(query.context, workers)),
        other_enrolled(query),
        offices_asn(query),
    )
    if asn.value == 0:
        return Derivation(math.nan, "share", "", (), notes=("no_offices",))
    value = (target.value - other.value) / asn.value
    return Derivation(
        value,
        "share",
        "({target_workers} − {enrolled_other}) ÷ {offices_asn}",
        (target, other, asn),
        "derived",
        derivation_key(query.context, "S33", value),
    )


def ceiling(query: Query) -> Derivation:
    """Coverage with one worker for every ASN of every OPD and kecamatan, and other ASN as they are."""
    offices, other, asn = offices_asn(query), other_enrolled(query), asn_now(query)
    value = (offices.value + other.value) / asn.value
    return Derivation(
        value,
        "share",
        "({offices_asn} + {enrolled_other}) ÷ {asn}",
        (offices, other, asn),
        "derived",
        derivation_key(query.context, "S33", value),
    )


def status_groups(query: Query) -> list[UnitGroup]:
    """The groups of OPD and kecamatan, or of one `segment` of them, that take part in the way asked about."""
    segments = (query.about["segment"],) if "segment" in query.about else OFFICES
    groups = unit_groups(query.baseline)
    return [group for group in groups if group.segment in segments and group.status == query.about["status"]]


def _units(groups: list[UnitGroup]) -> np.ndarray:
    return np.concatenate([group.units for group in groups] or [np.array([], dtype=int)])


def status_units(query: Query) -> Derivation:
    """How many units take part in the way asked about."""
    value = float(len(_units(status_groups(query))))
    return Derivation(value, "count", "", (), "counted", notes=("units_of_data",))


def status_asn(query: Query) -> Derivation:
    """ASN of the OPD and kecamatan that take part in the way asked about."""
    return counted(query, "asn", _units(status_groups(query)))


def status_room(query: Query) -> Derivation:
    """ASN without an enrolled worker of their own, of the OPD and kecamatan of a status."""
    return room_of(query, status_groups(query))


def status_pledges(query: Query) -> Derivation:
    """Workers pledged by the OPD and kecamatan that begin later."""
    groups = status_groups(query)
    terms = tuple(
        query.unit_total(
            f"pledge_workers_{segment}", "pledge_workers", _units(of), f"{segment}_pledge_workers"
        )
        for segment in SEGMENTS
        if (of := [group for group in groups if group.segment == segment])
    )
    return Derivation(
        sum(term.value for term in terms),
        "people",
        " + ".join(f"{{{term.name}}}" for term in terms),
        terms,
        least_known((term.basis for term in terms), default="published"),
        notes=() if terms else ("units_of_data",),
    )
