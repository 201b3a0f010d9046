"""Settings re-estimated from actuals, with intervals, or the reason why there is too little data."""

from dataclasses import dataclass

import numpy as np

from simulator.model.actuals import Actuals
from simulator.model.months import month_name, month_number
from simulator.model.payouts import death_rate
from simulator.model.programme import Programme
from simulator.model.projection import Projection, project
from simulator.model.scenario import DEATH_RATE, Scenario, setting_value, with_value
from simulator.model.seats import NEVER
from simulator.planning.intervals import clopper_pearson, garwood
from simulator.planning.rounding import whole

LEAST_CASES = 5  # deaths or accidents: with fewer, the interval is wider than existing knowledge
LEAST_PEOPLE = 30  # people, or people times months, that a share is taken of
LEAST_OFFICES = 3  # that pledged, planned or joined: people of one office do not decide independently
JOIN_DELAY = "delivery.join_delay_months"


@dataclass(frozen=True)
class Estimate:
    """An estimate of one setting from actuals, in its own unit, next to the scenario's value.

    `cases` were observed in `size`; the path determines the unit of `size`: person-years, member-months,
    vacant seats, workers, offices. `offices` is None if the figures are those of the regency. `refusal` names
    why there is no value: no_data, few_cases, few_people, few_offices.
    """

    path: str
    present: float
    cases: int
    size: float
    offices: int | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    refusal: str | None = None


def estimates(p: Projection, actuals: Actuals, programme: Programme) -> tuple[Estimate, ...]:
    """An estimate, or a refusal, for each setting that actuals can inform."""
    risk = p.scenario.risk
    return (
        _rate(p, actuals, "deaths", DEATH_RATE, death_rate(risk, p.baseline) * 1000),
        _rate(p, actuals, "accidents", "risk.accidents_per_1000_year", risk.accidents_per_1000_year),
        _lapse(p, actuals),
        _refill(p, actuals),
        _realised(p, actuals, programme),
        _pledges(p, actuals),
        _join_delay(p, actuals),
    )


def taken_over(scenario: Scenario, estimate: Estimate) -> Scenario:
    """The scenario with an estimate's value, a delay in whole months; raises ValueError if there is none."""
    if estimate.value is None:
        raise ValueError(f"there is no estimate of {estimate.path}")
    value = round(estimate.value) if estimate.path == JOIN_DELAY else estimate.value
    return with_value(scenario, estimate.path, value)


def _enrolled(p: Projection, actuals: Actuals, month: int) -> int | None:
    """Enrolled of all units in a month number: as recorded, or from the baseline for its own month."""
    total = actuals.total(month_name(month), p.baseline.codes, "enrolled")
    return int(p.baseline.enrolled.sum()) if total is None and month == p.baseline.month else total


def _rate(p: Projection, actuals: Actuals, figure: str, path: str, present: float) -> Estimate:
    """Cases per 1,000 people and year, over months after the baseline with known cases and enrolled."""
    cases, months = 0, 0
    for month in actuals.months():
        seen = actuals.total(month, p.baseline.codes, figure)
        enrolled = _enrolled(p, actuals, month_number(month))
        if month_number(month) > p.baseline.month and seen is not None and enrolled is not None:
            cases, months = cases + seen, months + enrolled
    years = months / 12
    if not years or cases < LEAST_CASES:
        return Estimate(path, present, cases, years, refusal="few_cases" if years else "no_data")
    value, low, high = (min(1000.0, n / years * 1000) for n in (cases, *garwood(cases)))
    return Estimate(path, present, cases, years, None, value, low, high)


def _share(p: Projection, path: str, cases: int, size: int, offices: int | None = None) -> Estimate:
    present = setting_value(p.scenario, path)
    if size == 0:
        return Estimate(path, present, cases, size, offices, refusal="no_data")
    if size < LEAST_PEOPLE:
        return Estimate(path, present, cases, size, offices, refusal="few_people")
    if offices is not None and offices < LEAST_OFFICES:
        return Estimate(path, present, cases, size, offices, refusal="few_offices")
    return Estimate(path, present, cases, size, offices, cases / size, *clopper_pearson(cases, size))


def _lapse(p: Projection, actuals: Actuals) -> Estimate:
    """The share of those enrolled the month before who stopped."""
    cases = size = 0
    for month in actuals.months():
        left = actuals.total(month, p.baseline.codes, "left")
        before = _enrolled(p, actuals, month_number(month) - 1)
        if left is not None and before is not None and month_number(month) > p.baseline.month:
            cases, size = cases + min(left, before), size + before
    return _share(p, "retention.lapse_share_per_month", cases, size)


def _refill(p: Projection, actuals: Actuals) -> Estimate:
    """The share of vacant seats filled again in a month.

    A unit's seats are taken as the most workers it has ever had; workers beyond them are growth.
    """
    cases = size = 0
    for i, code in enumerate(p.baseline.codes):
        seats = int(p.baseline.enrolled[i])
        for month in actuals.months():
            enrolled = actuals.of(month, code, "enrolled")
            joined = actuals.of(month, code, "joined")
            if enrolled is None or month_number(month) <= p.baseline.month:
                continue
            if joined is not None and joined <= enrolled:
                vacant = max(0, seats - (enrolled - joined))
                cases, size = cases + min(joined, vacant), size + vacant
            seats = max(seats, enrolled)
    return _share(p, "retention.refill_share_per_month", cases, size)


def _latest(p: Projection, actuals: Actuals, unit: int, first: int) -> tuple[int, int] | None:
    """Offset and enrolled of a unit's last recorded month from `first` on, within the projection."""
    for month in reversed(actuals.months()):
        t = month_number(month) - p.baseline.month
        enrolled = actuals.of(month, p.baseline.codes[unit], "enrolled")
        if first <= t < len(p.months) and enrolled is not None:
            return t, enrolled
    return None


def _realised(p: Projection, actuals: Actuals, programme: Programme) -> Estimate:
    """The share of workers planned beyond the baseline who joined, in units that did not pledge."""
    in_full = with_value(p.scenario, "delivery.realised_share", 1.0)
    planned = project(in_full, p.baseline, programme).seats.seats
    cases = size = offices = 0
    for unit in np.flatnonzero(~p.baseline.pledged).tolist():
        latest = _latest(p, actuals, unit, 1)
        if latest is None:
            continue
        t, enrolled = latest
        more = whole(planned[unit, t] - p.baseline.enrolled[unit])
        if more > 0:
            joined = int(np.clip(enrolled - p.baseline.enrolled[unit], 0, more))
            cases, size, offices = cases + joined, size + more, offices + 1
    return _share(p, "delivery.realised_share", cases, size, offices)


def _pledges(p: Projection, actuals: Actuals) -> Estimate:
    """The share of pledged workers enrolled, in units with a pledge due; at most the pledge counts."""
    cases = size = offices = 0
    for unit in np.flatnonzero(p.baseline.pledged).tolist():
        latest = _latest(p, actuals, unit, max(1, int(p.baseline.pledge_month[unit])))
        if latest:
            pledged = int(p.baseline.pledge_workers[unit])
            cases, size, offices = cases + min(latest[1], pledged), size + pledged, offices + 1
    return _share(p, "delivery.pledge_share", cases, size, offices)


def _join_delay(p: Projection, actuals: Actuals) -> Estimate:
    """Months from a queued unit's turn to its first worker, over units that had none the month before.

    Units that have not joined yet are left out, which makes the estimate too short while many wait.
    """
    present, delays = p.scenario.delivery.join_delay_months, []
    for unit in np.flatnonzero(p.seats.queued & (p.seats.start < NEVER)).tolist():
        known = {
            month_number(m) - p.baseline.month: n
            for m in actuals.months()
            if (n := actuals.of(m, p.baseline.codes[unit], "enrolled")) is not None
        }
        known.setdefault(0, 0)
        joined = next((t for t in sorted(known) if known[t] > 0), None)
        turn = int(p.seats.start[unit]) - present
        if joined is not None and known.get(joined - 1) == 0 and joined >= turn:
            delays.append(joined - turn)
    months, offices = sum(delays), len(delays)
    if offices < LEAST_OFFICES:
        refusal = "few_offices" if delays else "no_data"
        return Estimate(JOIN_DELAY, present, months, offices, offices, refusal=refusal)
    value, low, high = (n / offices for n in (months, *garwood(months)))
    return Estimate(JOIN_DELAY, present, months, offices, offices, value, low, high)
