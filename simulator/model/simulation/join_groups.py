"""Units that join in the same month along the same curve (docs/model.md, section 3)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from simulator.model.arrays import Flags, Floats, Whole
from simulator.model.curves import CURVES
from simulator.model.parts import SEGMENTS
from simulator.model.scenario import Scenario
from simulator.model.seats import NEVER, UnitPlans, start_months, unit_plans
from simulator.model.simulation.drawn import Drawn

STATUSES = ("participating", "pledged", "outside")


@dataclass(frozen=True, eq=False)
class JoinGroup:
    """Units of one segment and status that start in the same month and follow the same rules."""

    segment: str
    status: str
    start: int  # month from the baseline, without the delay of those that queue
    queued: bool
    own: bool  # whether they follow a target of their own, and so do not grow by themselves
    falling: bool  # whether their seats may fall
    rows: Whole

    @property
    def kind(self) -> tuple[str, str, bool]:
        """The attributes that determine the rules for seats per ASN; the start month is not among them."""
        return self.segment, self.status, self.own

    def starts(self, delay: int) -> int:
        """The month from the baseline in which they start, `delay` months later if they queue."""
        return self.start + delay * self.queued


def curves(
    groups: Sequence[JoinGroup], scenario: Scenario, delay: int
) -> tuple[Floats, Floats]:  # each [months from 0, groups]
    """1 when a group takes part, and the share of its ramp completed; groups of one segment and status."""
    month = np.arange(scenario.horizon_months + 1)[:, None]
    starts = np.array([group.starts(delay) for group in groups])
    inside = (month >= starts).astype(float)
    plan = scenario.participation.of(groups[0].segment)
    # A unit opens in its start month; its ramp begins a month later.
    begins = 1 if groups[0].status == "participating" else starts + 1
    return inside, inside * CURVES[plan.curve](np.clip((month - begins + 1) / plan.ramp_months, 0, 1))


@dataclass(frozen=True, eq=False)
class Joining:
    """When units join, and the plan of each unit: the part that is the same in every draw."""

    plans: UnitPlans
    groups: tuple[JoinGroup, ...]


def joining(drawn: Drawn) -> Joining:
    """The join groups of a scenario; units that stay out belong to none."""
    scenario, baseline = drawn.scenario, drawn.baseline
    start, queued = start_months(scenario, baseline)
    start = start - np.where(queued & (start < NEVER), scenario.delivery.join_delay_months, 0)
    plans = unit_plans(scenario, baseline)
    segment = np.empty(len(start), dtype=int)
    for i, name in enumerate(SEGMENTS):
        segment[baseline.rows[name]] = i
    status = np.select([baseline.participating, baseline.pledged], [0, 1], 2)
    keys = np.stack([segment, status, start, queued, plans.own, _may_fall(drawn, plans)])
    order = np.lexsort(keys[::-1])
    ordered = keys[:, order]
    firsts = np.flatnonzero((ordered[:, 1:] != ordered[:, :-1]).any(0)) + 1
    kinds = ordered[:, np.append(0, firsts)].T.tolist()
    groups = tuple(
        JoinGroup(SEGMENTS[k[0]], STATUSES[k[1]], k[2], bool(k[3]), bool(k[4]), bool(k[5]), of)
        for k, of in zip(kinds, np.split(order, firsts))
        if k[2] <= scenario.horizon_months
    )
    return Joining(plans, groups)


def joining_settings(scenario: Scenario) -> tuple[object, ...]:
    """The settings that `joining` depends on, besides the horizon and drawn values.

    A segment's floor is not among them; a unit's own target is, through the overrides.
    """
    plans = [scenario.participation.of(segment) for segment in SEGMENTS]
    of_plans = [(p.new_units_per_month, p.workers_per_asn, p.entry_share) for p in plans]
    return scenario.monev, scenario.delivery, scenario.workforce, scenario.overrides, *of_plans


def _may_fall(drawn: Drawn, plans: UnitPlans) -> Flags:
    """Units with seats that may fall: their own target is below their opening level, or ASN decrease."""
    baseline = drawn.baseline
    if drawn.values["workforce.asn_growth_per_year"].min() < 0:
        return np.ones(len(baseline.asn), dtype=bool)
    opening = np.where(baseline.participating, baseline.enrolled, baseline.pledge_workers) / baseline.asn
    for segment in SEGMENTS:
        rows = baseline.rows[segment]
        entry = drawn.values[f"participation.{segment}.entry_share"].max() * plans.workers_per_asn[rows]
        opening[rows] = np.where(baseline.outside[rows], entry, opening[rows])
    may_fall: Flags = plans.own & (plans.target_share * plans.workers_per_asn < opening)
    return may_fall
