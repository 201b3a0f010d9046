"""The question which units to visit next, and its answer."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np

from simulator.model.arrays import Floats
from simulator.model.baseline import Baseline
from simulator.model.parts import OFFICES
from simulator.model.projection import Projection
from simulator.planning.groups import UnitGroup, unit_groups

Reason = Literal["reached", "already", "not_reachable", "most", "nothing", "too_many", "too_much"]


@dataclass(frozen=True)
class Question:
    """The question, with one of `target` (coverage), `visits` (at most) and `budget_idr` (more in the month).

    `month` is the month that counts; `join_month` the month in which units from outside join, the first
    projected month if empty. Units of segment `other` are considered only if `other` is set, or if they are
    among those that `must` be visited (codes).
    """

    month: str
    target: float | None = None
    visits: int | None = None
    budget_idr: float | None = None
    join_month: str = ""
    must: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    other: bool = False


@dataclass(frozen=True, eq=False)
class Visits:
    """Units to visit [positions], largest gain first, and the projection with these visits."""

    units: tuple[int, ...]
    present: Projection
    projection: Projection
    at: int  # month, as offset from the baseline

    @cached_property
    def gains(self) -> Floats:
        """Gain in workers in the month, for each unit of the baseline; [units]."""
        now, then = (p.enrolment.enrolled[:, self.at] for p in (self.present, self.projection))
        return np.asarray(then - now)

    @property
    def reached(self) -> float:
        """Coverage in the month."""
        return float(self.projection.coverage_share[self.at])

    @property
    def enrolled(self) -> float:
        """Workers enrolled in the month."""
        return float(self.projection.enrolled[self.at])

    @property
    def contributions_idr(self) -> float:
        """Additional contributions in the month, compared with now."""
        now, then = (float(p.contributions_idr[self.at]) for p in (self.present, self.projection))
        return then - now

    @property
    def moved_up(self) -> float:
        """Gain in units that are not visited: they move up in their queue as visited units leave it."""
        return float(np.delete(self.gains, self.units).sum())

    @property
    def rest(self) -> tuple[int, ...]:
        """Visited units that are not a single office."""
        return tuple(i for i in self.units if is_rest(self.projection.baseline, i))

    @property
    def by_group(self) -> tuple[tuple[UnitGroup, int], ...]:
        """The number of visited units in each unit group, the largest gain first."""
        groups = {int(i): group for group in unit_groups(self.projection.baseline) for i in group.units}
        counts: dict[UnitGroup, int] = {}
        for unit in self.units:
            counts[groups[unit]] = counts.get(groups[unit], 0) + 1
        return tuple(counts.items())


@dataclass(frozen=True, eq=False)
class VisitPlan:
    """The visits that answer a question, or come nearest to it, and the reason.

    `left_over` is 0 if the answer is proven. `curve` are the workers enrolled in the month with the best 0,
    1, … visits, NaN if more visits are required; `alternatives` omit one of the visits, or all of `spare`,
    the best first. `spare` are visits [positions] that bring less than one worker each.
    """

    question: Question
    best: Visits
    feasible: bool
    reason: Reason
    proven: bool  # that no better set exists
    left_over: float  # workers that another set could bring more at most
    alternatives: tuple[Visits, ...]
    spare: tuple[int, ...]
    curve: tuple[float, ...] = field(repr=False)

    @property
    def may_ask_rest(self) -> bool:
        """Whether the visits may include a unit that is not a single office; it counts as one visit."""
        question, baseline = self.question, self.best.projection.baseline
        open_to = ((i, code) for i, code in enumerate(baseline.codes) if code not in question.never)
        return any(is_rest(baseline, i) and (question.other or code in question.must) for i, code in open_to)


def is_rest(baseline: Baseline, unit: int) -> bool:
    """Whether a unit is not a single office but the rest of the civil service, without figures of its own."""
    return baseline.segments[unit] not in OFFICES and not bool(baseline.own_figures[unit])
