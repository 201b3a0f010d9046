"""When each unit joins, and how many workers its ASN are to pay for (docs/model.md, section 3)."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from simulator.model.arrays import Flags, Floats, Whole
from simulator.model.baseline import Baseline
from simulator.model.curves import CURVES
from simulator.model.growth import is_at_work, log_untouched
from simulator.model.months import month_number
from simulator.model.parts import SEGMENTS
from simulator.model.scenario import Scenario

NEVER = 10**6  # a start month beyond every horizon
QUEUE_TOLERANCE = 1e-9


@dataclass(frozen=True, eq=False)
class Seats:
    """Seats of every unit and month, and the values they are computed from.

    `opening`, `planned`, `reached` and `ceiling` are seats per ASN; `start` is in months from the baseline,
    NEVER if a unit stays out.
    """

    start: Whole  # [units] whole months
    opening: Floats  # [units]
    planned: Floats  # [units]
    reached: Floats  # [units]
    ceiling: Floats  # [units], limit to which a unit grows by itself; 0 if it follows a plan of its own
    queued: Flags  # [units], whether a unit is outside and waits in the queue
    asn: Floats  # [units, months from 0]
    seats: Floats  # [units, months from 0]


def asn_factor(growth_per_year: Any, months: Any) -> Any:
    """ASN per ASN of the baseline after so many months, numbers or arrays (docs/model.md, section 3)."""
    return (1 + growth_per_year) ** (months / 12)


def seats(scenario: Scenario, baseline: Baseline) -> Seats:
    """Seats of every unit from month 0 to the horizon; in month 0 they equal the enrolled."""
    start, queued = start_months(scenario, baseline)
    opening, planned, reached, ceiling = _ratios(scenario, baseline)
    month = np.arange(scenario.horizon_months + 1)
    asn = baseline.asn[:, None] * asn_factor(scenario.workforce.asn_growth_per_year, month)
    # A unit opens in its start month; its ramp begins a month later.
    ramp_start = np.where(baseline.participating, 1, start + 1)
    done = np.empty_like(asn)  # [units, months], share of the ramp completed
    for segment in SEGMENTS:
        rows = baseline.rows[segment]
        plan = scenario.participation.of(segment)
        ramp = (month - ramp_start[rows, None] + 1) / plan.ramp_months
        done[rows] = CURVES[plan.curve](np.minimum(np.maximum(ramp, 0), 1))
    ratio = opening[:, None] + (reached - opening)[:, None] * done
    if is_at_work(scenario):
        ratio += _grown(scenario, baseline, start, ceiling, ratio)
    ratio[month < start[:, None]] = 0
    result = asn * ratio
    result[:, 0] = baseline.enrolled
    return Seats(start, opening, planned, reached, ceiling, queued, asn, result)


def _grown(
    scenario: Scenario, baseline: Baseline, start: Whole, ceiling: Floats, planned: Floats
) -> Floats:  # [units, months from 0]
    """Seats per ASN that growth by itself adds to the planned ones, [units, months from 0]."""
    untouched = log_untouched(scenario, baseline)
    since = np.where(baseline.participating, 0, np.minimum(start, scenario.horizon_months))
    reached = -np.expm1(untouched - untouched[since][:, None])
    grown: Floats = np.maximum(0, ceiling[:, None] - planned) * reached
    return grown


def start_months(scenario: Scenario, baseline: Baseline) -> tuple[Whole, Flags]:
    """Start month of every unit, and whether it gets it from the queue; both [units]."""
    start = np.where(baseline.participating, 1, np.maximum(baseline.pledge_month, 1))
    queued = baseline.outside.copy()
    for override in scenario.overrides:
        i = baseline.index[override.unit]
        if override.join_month is None or baseline.participating[i]:
            continue
        queued[i] = False
        never = override.join_month == "never"
        start[i] = NEVER if never else max(1, month_number(override.join_month) - baseline.month)
    for segment in SEGMENTS:
        waiting = queue_order(baseline, segment, queued)
        if waiting:
            start[waiting] = queue_starts(scenario, baseline, segment, len(waiting))
    return start, queued


def queue_order(baseline: Baseline, segment: str, queued: Flags) -> list[int]:
    """Waiting units of a segment in the order in which they are let in: largest first, ties by code."""
    order = baseline.largest_first[segment]
    waiting: list[int] = order[queued[order]].tolist()
    return waiting


def queue_starts(scenario: Scenario, baseline: Baseline, segment: str, count: int) -> Whole:
    """Start months of the first `count` places in the queue of a segment; [places]."""
    capacity = queue_capacity(scenario, baseline, segment)
    release = np.searchsorted(capacity, np.arange(1, count + 1) - QUEUE_TOLERANCE) + 1
    delayed = release + scenario.delivery.join_delay_months
    return np.where(release <= len(capacity), delayed, NEVER)


def queue_capacity(scenario: Scenario, baseline: Baseline, segment: str) -> Floats:
    """How many units of a segment may have left the queue by each month 1..horizon; [months]."""
    month = np.arange(scenario.horizon_months + 1)
    capacity: np.ndarray = scenario.participation.of(segment).new_units_per_month * month[1:]
    monev = scenario.monev
    after_monev = {"opd": monev.new_opd, "kecamatan": monev.new_kecamatan, "other": 0}[segment]
    if monev.first_month is not None and after_monev:
        # Units join a month after a Rakor Monev; those brought before month 1 are in the baseline already.
        first = month_number(monev.first_month) - baseline.month + 1
        brought = np.maximum(0, (month - first) // monev.every_months + 1)
        if monev.meetings is not None:
            brought = np.minimum(brought, monev.meetings)
        capacity = capacity + after_monev * (brought[1:] - brought[0])
    return capacity


@dataclass(frozen=True, eq=False)
class UnitPlans:
    """The plan of each unit, from its segment or its override; all [units]."""

    workers_per_asn: Floats
    target_share: Floats
    own: Flags  # whether the target comes from an override; it then applies even below the opening level


def unit_plans(scenario: Scenario, baseline: Baseline) -> UnitPlans:
    """The plan of each unit."""
    workers, target = np.empty_like(baseline.asn), np.empty_like(baseline.asn)
    own = np.zeros(len(baseline.asn), dtype=bool)
    for segment in SEGMENTS:
        plan = scenario.participation.of(segment)
        workers[baseline.rows[segment]] = plan.workers_per_asn
        target[baseline.rows[segment]] = plan.target_share
    for override in scenario.overrides:
        i = baseline.index[override.unit]
        if override.workers_per_asn is not None:
            workers[i] = override.workers_per_asn
        if override.target_share is not None:
            target[i], own[i] = override.target_share, True
    return UnitPlans(workers, target, own)


def _ratios(scenario: Scenario, baseline: Baseline) -> tuple[Floats, Floats, Floats, Floats]:
    """Opening, planned and reached seat ratio, and the ceiling of growth by itself; each [units]."""
    plans, outside = unit_plans(scenario, baseline), baseline.outside
    realised = scenario.delivery.realised_share
    pledged = baseline.pledge_workers * scenario.delivery.pledge_share
    at_start = np.where(baseline.participating, baseline.enrolled, pledged) / baseline.asn
    entry = np.empty_like(baseline.asn)
    for segment in SEGMENTS:
        entry[baseline.rows[segment]] = scenario.participation.of(segment).entry_share
    entry *= plans.workers_per_asn
    floor_ratio = plans.target_share * plans.workers_per_asn
    planned = np.where(plans.own, floor_ratio, np.maximum(floor_ratio, np.where(outside, entry, at_start)))
    opening = np.where(outside, realised * entry, at_start)
    # Only a rise falls short of its plan; a withdrawal comes in full.
    short = np.where(planned > opening, opening + realised * (planned - opening), planned)
    reached = np.where(outside, realised * planned, short)
    ceiling = np.where(plans.own, 0, scenario.growth.ceiling_share * plans.workers_per_asn)
    return opening, planned, reached, ceiling
