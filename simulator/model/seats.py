"""Who joins when, and how many workers each unit's ASN are committed to pay for (model contract, section 3)."""

from dataclasses import dataclass

import numpy as np

from simulator.model.baseline import Baseline
from simulator.model.curves import CURVES
from simulator.model.months import month_number
from simulator.model.scenario import SEGMENTS, Scenario

NEVER = 10**6  # a start month beyond every horizon
QUEUE_TOLERANCE = 1e-9


@dataclass(frozen=True, eq=False)
class Seats:
    """Seats of every unit and month, and what led to them.

    `opening`, `planned` and `reached` are seats per ASN; `start` is in months from the baseline, NEVER where a unit stays out.
    """

    start: np.ndarray  # [units] whole months
    opening: np.ndarray  # [units]
    planned: np.ndarray  # [units]
    reached: np.ndarray  # [units]
    queued: np.ndarray  # [units] bool: outside, and waiting for a place
    asn: np.ndarray  # [units, months from 0]
    seats: np.ndarray  # [units, months from 0]


def seats(scenario: Scenario, baseline: Baseline) -> Seats:
    """Seats of every unit from month 0 to the horizon; in month 0 they are the enrolled."""
    overrides = {baseline.index[o.unit]: o for o in scenario.overrides}
    start, queued = start_months(scenario, baseline)
    opening, planned, reached = _ratios(scenario, baseline, overrides)
    growth = (1 + scenario.workforce.asn_growth_per_year) ** (np.arange(scenario.horizon_months + 1) / 12)
    asn = baseline.asn[:, None] * growth
    ramp_start = np.where(
        baseline.participating, 1, start + 1
    )  # a unit opens in its start month, the ramp follows
    month = np.arange(scenario.horizon_months + 1)
    done = np.empty_like(asn)  # [units, months], share of the ramp's way
    for segment in SEGMENTS:
        rows = baseline.rows[segment]
        plan = getattr(scenario.participation, segment)
        ramp = np.clip((month - ramp_start[rows, None] + 1) / plan.ramp_months, 0, 1)
        done[rows] = CURVES[plan.curve](ramp)
    ratio = opening[:, None] + (reached - opening)[:, None] * done
    ratio[month < start[:, None]] = 0
    result = asn * ratio
    result[:, 0] = baseline.enrolled
    return Seats(start, opening, planned, reached, queued, asn, result)


def start_months(scenario: Scenario, baseline: Baseline) -> tuple[np.ndarray, np.ndarray]:
    """Start month of every unit, and which units queue for it; both [units]."""
    start = np.where(baseline.participating, 1, np.maximum(baseline.pledge_month, 1))
    queued = baseline.outside.copy()
    for override in scenario.overrides:
        i = baseline.index[override.unit]
        if override.join_month is None or baseline.participating[i]:
            continue
        queued[i] = False
        start[i] = (
            NEVER
            if override.join_month == "never"
            else max(1, month_number(override.join_month) - baseline.month)
        )
    for segment in SEGMENTS:
        waiting = sorted(
            (i for i in baseline.rows[segment] if queued[i]),
            key=lambda i: (-baseline.asn[i], baseline.codes[i]),
        )
        if waiting:
            capacity = queue_capacity(scenario, baseline, segment)
            release = np.searchsorted(capacity, np.arange(1, len(waiting) + 1) - QUEUE_TOLERANCE) + 1
            start[waiting] = np.where(
                release <= len(capacity), release + scenario.delivery.join_delay_months, NEVER
            )
    return start, queued


def queue_capacity(scenario: Scenario, baseline: Baseline, segment: str) -> np.ndarray:
    """Units of a segment that may have left the queue by each month 1..horizon; [months]."""
    month = np.arange(1, scenario.horizon_months + 1)
    capacity = getattr(scenario.participation, segment).new_units_per_month * month
    monev = scenario.monev
    after_monev = {"opd": monev.new_opd, "kecamatan": monev.new_kecamatan, "other": 0}[segment]
    if monev.first_month is not None and after_monev:
        first = (
            month_number(monev.first_month) - baseline.month + 1
        )  # a Rakor Monev in month h brings units in month h + 1
        brought = np.maximum(0, (np.append(0, month) - first) // monev.every_months + 1)
        capacity = capacity + after_monev * (
            brought[1:] - brought[0]
        )  # those before month 1 are in the baseline already
    return capacity


def _ratios(
    scenario: Scenario, baseline: Baseline, overrides: dict
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Opening, planned and reached seat ratio; each [units]."""
    opening, planned, reached = (np.zeros(len(baseline.asn)) for _ in range(3))
    realised = scenario.delivery.realised_share
    opening[:] = (
        np.where(
            baseline.participating,
            baseline.enrolled,
            baseline.pledge_workers * scenario.delivery.pledge_share,
        )
        / baseline.asn
    )
    for segment in SEGMENTS:
        rows = baseline.rows[segment]
        plan = getattr(scenario.participation, segment)
        workers = np.full(len(rows), plan.workers_per_asn)
        target = np.full(len(rows), plan.target_share)
        as_it_stands = np.zeros(len(rows), dtype=bool)
        for place, i in enumerate(rows):
            override = overrides.get(i)
            if override and override.workers_per_asn is not None:
                workers[place] = override.workers_per_asn
            if override and override.target_share is not None:
                target[place], as_it_stands[place] = override.target_share, True
        entry = plan.entry_share * workers
        outside = baseline.outside[rows]
        least = np.where(outside, entry, opening[rows])
        p = np.where(as_it_stands, target * workers, np.maximum(target * workers, least))
        b = np.where(outside, realised * entry, opening[rows])
        short = np.where(
            p > b, b + realised * (p - b), p
        )  # plans fall short, withdrawals of units already in do not
        planned[rows], opening[rows], reached[rows] = p, b, np.where(outside, realised * p, short)
    return opening, planned, reached
