"""Plan against actual, for the regency and for each unit or group that may be shown, and who is behind."""

from dataclasses import dataclass

import numpy as np

from simulator.model.actuals import Actuals
from simulator.model.months import month_name, month_number
from simulator.model.projection import Projection
from simulator.planning.groups import UnitGroup, unit_groups
from simulator.planning.rounding import whole

PLANNED = {
    "enrolled": lambda p: p.enrolled,
    "contributions_idr": lambda p: p.contributions_idr,
    "deaths": lambda p: p.payouts.deaths,
    "claims_idr": lambda p: p.payouts_idr,
}
"""The figures of the log that a projection has too; each [months from 0]."""
LEAST_BEHIND, LEAST_BEHIND_SHARE = 2, 0.05
"""Workers, and share of the plan: a unit that is short by less does not count as behind."""


@dataclass(frozen=True)
class ComparedMonth:
    """Plan and actual in one month (an offset from the baseline); `actual` is None without a record."""

    month: int
    plan: float
    actual: int | None

    @property
    def difference(self) -> float | None:
        """Actual minus plan, None without an actual."""
        return None if self.actual is None else self.actual - self.plan

    @property
    def below_plan(self) -> int:
        """Whole workers below the plan, 0 if it is met or nothing is recorded."""
        return 0 if self.actual is None else max(0, whole(self.plan) - self.actual)


@dataclass(frozen=True, eq=False)
class GroupActuals:
    """Enrolled of a unit or group, in every month of the projection with a record."""

    group: UnitGroup
    points: tuple[ComparedMonth, ...]

    @property
    def latest(self) -> ComparedMonth | None:
        """The last month with an actual."""
        return next((point for point in reversed(self.points) if point.actual is not None), None)

    @property
    def behind(self) -> int:
        """Whole workers by which the last actual falls short of the plan, 0 if it does not."""
        return self.latest.below_plan if self.latest else 0

    @property
    def since(self) -> int | None:
        """First month of the run of recorded months below plan that lasts to the latest; None without one."""
        known = [point for point in self.points if point.actual is not None]
        run = next((i for i, point in enumerate(reversed(known)) if not point.below_plan), len(known))
        return known[-run].month if run else None


def months_with_actuals(p: Projection, actuals: Actuals) -> list[int]:
    """Offsets (from 1 on) of the projection's months with a record."""
    offsets = (month_number(month) - p.baseline.month for month in actuals.months())
    return [t for t in offsets if 1 <= t < len(p.months)]


def total_points(p: Projection, actuals: Actuals, figure: str) -> tuple[ComparedMonth, ...]:
    """Plan and actual of the regency, by month; the plan of a figure that is not in PLANNED is NaN."""
    plan = PLANNED[figure](p) if figure in PLANNED else np.full(len(p.months), np.nan)
    months = {t: month_name(int(p.months[t])) for t in months_with_actuals(p, actuals)}
    totals = {t: actuals.total(month, p.baseline.codes, figure) for t, month in months.items()}
    return tuple(ComparedMonth(t, float(plan[t]), total) for t, total in totals.items())


def by_group(p: Projection, actuals: Actuals) -> tuple[GroupActuals, ...]:
    """Enrolled of every unit or group; a group has an actual only if each of its units has one."""
    months = {t: month_name(int(p.months[t])) for t in months_with_actuals(p, actuals)}
    result = []
    for group in unit_groups(p.baseline):
        codes, plan = [p.baseline.codes[i] for i in group.units], group.total(p.enrolment.enrolled)
        recorded = {t: actuals.sum_of(month, codes, "enrolled") for t, month in months.items()}
        points = tuple(ComparedMonth(t, float(plan[t]), number) for t, number in recorded.items())
        result.append(GroupActuals(group, points))
    return tuple(result)


def behind(groups: tuple[GroupActuals, ...]) -> list[GroupActuals]:
    """The groups that fall short of the plan, in their last actual, by enough to matter; widest first."""
    latest = ((one, one.latest) for one in groups)
    late = [
        one
        for one, point in latest
        if point and point.below_plan >= max(LEAST_BEHIND, LEAST_BEHIND_SHARE * point.plan)
    ]
    return sorted(late, key=lambda one: -one.behind)
