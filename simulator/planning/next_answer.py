"""What is asked about whom to visit next, and what answers it."""

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
    """What is asked: one of `target` (a coverage), `visits` (at most) and `budget_idr` (more in the month).

    `month` is when it counts; `join_month` when who is outside comes in, the first projected month where
    empty. Units of `other` are asked only with `other`, or among those that `must` be visited (codes).
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
        """Workers more in the month, of each unit of the baseline; [units]."""
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
        """Contributions in the month, more than now."""
        now, then = (float(p.contributions_idr[self.at]) for p in (self.present, self.projection))
        return then - now

    @property
    def moved_up(self) -> float:
        """Workers more in units that are not visited: in their queue, others went before them."""
        return float(np.delete(self.gains, self.units).sum())

    @property
    def rest(self) -> tuple[int, ...]:
        """Units visited that are no one office."""
        return tuple(i for i in self.units if is_rest(self.projection.baseline, i))

    @property
    def by_group(self) -> tuple[tuple[UnitGroup, int], ...]:
        """How many of each row are visited, those of the largest gain first."""
        groups = {int(i): group for group in unit_groups(self.projection.baseline) for i in group.units}
        found: dict[UnitGroup, int] = {}
        for unit in self.units:
            found[groups[unit]] = found.get(groups[unit], 0) + 1
        return tuple(found.items())


@dataclass(frozen=True, eq=False)
class Answer:
    """The visits that answer a question, or come nearest to it, and why.

    `left_over` is 0 where it is proven. `curve` are the workers enrolled in the month with the best 0, 1, …
    visits, NaN where there must be more; `alternatives` do without one of the visits, or without all of
    `spare`, the best first. `spare` are visits that bring less than a worker each, positions.
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
        """Whether what is no one office may be among the visits, where it counts as one."""
        asked, baseline = self.question, self.best.projection.baseline
        open_to = (i for i, code in enumerate(baseline.codes) if code not in asked.never)
        return any(is_rest(baseline, i) and (asked.other or baseline.codes[i] in asked.must) for i in open_to)


def is_rest(baseline: Baseline, unit: int) -> bool:
    """Whether a unit is no one office but what is left of the civil service, without figures of its own."""
    return baseline.segments[unit] not in OFFICES and not bool(baseline.own_figures[unit])
