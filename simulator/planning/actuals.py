"""Plan against what came true: of the regency, of each unit or group that may be shown, and who has to be asked."""

from dataclasses import dataclass

import numpy as np

from simulator.model.actuals import TOTAL, Actuals
from simulator.model.baseline import Baseline
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
"""Figures that a projection has too; each [months from 0]."""
LEAST_BEHIND, LEAST_BEHIND_SHARE = (
    2,
    0.05,
)  # workers, and share of the plan: who is short by less is not asked


@dataclass(frozen=True)
class Point:
    """Plan and actual in one month, as an offset from the baseline; `actual` is None where nobody recorded it."""

    month: int
    plan: float
    actual: int | None

    @property
    def difference(self) -> float | None:
        """Actual less plan."""
        return None if self.actual is None else self.actual - self.plan


@dataclass(frozen=True, eq=False)
class RowActuals:
    """Enrolled of one row of the table, in every month of the projection of which something is recorded."""

    row: UnitGroup
    points: tuple[Point, ...]

    @property
    def latest(self) -> Point | None:
        """The last month with an actual."""
        return next((point for point in reversed(self.points) if point.actual is not None), None)

    @property
    def behind(self) -> int:
        """Whole workers by which the last actual falls short of the plan, 0 where it does not."""
        return 0 if self.latest is None else _short(self.latest)

    @property
    def since(self) -> int | None:
        """The first month of the unbroken run of recorded months that fall short, up to the last; None where the last does not."""
        known = [point for point in self.points if point.actual is not None]
        run = next((i for i, point in enumerate(reversed(known)) if not _short(point)), len(known))
        return known[-run].month if run else None


def _short(point: Point) -> int:
    return max(0, whole(point.plan) - point.actual)


def months_with_actuals(p: Projection, actuals: Actuals) -> list[int]:
    """Offsets from 1 on of the projection's months of which something is recorded."""
    offsets = (month_number(month) - p.baseline.month for month in actuals.months())
    return [t for t in offsets if 1 <= t < len(p.months)]


def total_points(p: Projection, actuals: Actuals, figure: str) -> tuple[Point, ...]:
    """Plan and actual of the regency, by month; the plan of a figure that is not of PLANNED is NaN."""
    plan = PLANNED[figure](p) if figure in PLANNED else np.full(len(p.months), np.nan)
    return tuple(
        Point(t, float(plan[t]), actuals.total(month_name(int(p.months[t])), p.baseline.codes, figure))
        for t in months_with_actuals(p, actuals)
    )


def by_row(p: Projection, actuals: Actuals) -> tuple[RowActuals, ...]:
    """Enrolled of every row of the table. A group's actual is known only where that of each of its units is."""
    months, found = months_with_actuals(p, actuals), []
    for row in unit_groups(p.baseline):
        codes, plan = [p.baseline.codes[i] for i in row.units], row.total(p.enrolment.enrolled)
        found.append(
            RowActuals(
                row,
                tuple(
                    Point(t, float(plan[t]), actuals.sum_of(month_name(int(p.months[t])), codes, "enrolled"))
                    for t in months
                ),
            )
        )
    return tuple(found)


def behind(rows: tuple[RowActuals, ...]) -> list[RowActuals]:
    """Rows whose last actual falls short of the plan by enough to ask (LEAST_BEHIND, LEAST_BEHIND_SHARE), the widest gap first."""
    asked = (
        row
        for row in rows
        if row.behind >= LEAST_BEHIND and row.behind >= LEAST_BEHIND_SHARE * row.latest.plan
    )
    return sorted(asked, key=lambda row: -row.behind)


@dataclass(frozen=True, eq=False)
class Unkept:
    """Pledges due from the month `due` on and not paid in full in the last recorded month (both offsets); `paid` are paid up, or enrolled where that is not known.

    In the month of the data (0) they are those whom the data have as pledged still: the projection starts them in its first month.
    """

    row: UnitGroup
    month: int
    due: int
    pledged: int
    paid: int


def unkept_pledges(baseline: Baseline, actuals: Actuals) -> list[Unkept]:
    """Units and groups that pledged, whose month has come, and that pay for fewer than they pledged; the widest gap first."""
    found = []
    for row in unit_groups(baseline):
        if row.status != "pledged":
            continue
        after = [t for m in actuals.months() if (t := month_number(m) - baseline.month) > 0]
        for t in (*reversed(after), 0):
            due = [i for i in row.units if baseline.pledge_month[i] <= t]
            paid = [_paid(actuals, month_name(baseline.month + t), baseline.codes[i]) for i in due]
            paid = (
                paid if t else [n or 0 for n in paid]
            )  # nobody is enrolled of whom the data say that they pledged
            if not due or None in paid:
                continue
            pledged = int(sum(baseline.pledge_workers[i] for i in due))
            kept = int(
                sum(min(n, baseline.pledge_workers[i]) for n, i in zip(paid, due))
            )  # what one unit pays beyond keeps no other's word
            found += (
                [Unkept(row, t, int(min(baseline.pledge_month[i] for i in due)), pledged, kept)]
                if kept < pledged
                else []
            )
            break
    return sorted(found, key=lambda one: one.paid - one.pledged)


def _paid(actuals: Actuals, month: str, code: str) -> int | None:
    paid_up = actuals.of(month, code, "paid_up")
    return actuals.of(month, code, "enrolled") if paid_up is None else paid_up


@dataclass(frozen=True, eq=False)
class Arrears:
    """Units of a row (None: the regency as a whole) in which some are unpaid for `months` months on end, up to the month `until` (offset).

    `workers` is the most that can have been unpaid all the time: who it is, the figures do not tell.
    """

    row: UnitGroup | None
    months: int
    until: int
    workers: int


def arrears(baseline: Baseline, actuals: Actuals, ends_after: int) -> list[Arrears]:
    """Where workers are one month from losing protection after `ends_after` unpaid months, or past it; the longest first.

    By unit where units are recorded, and of the whole where none of them is so.
    """
    found = []
    for row in unit_groups(baseline):
        runs = [run for i in row.units if (run := _unpaid(baseline, actuals, baseline.codes[i]))]
        near = [run for run in runs if run[0] >= ends_after - 1]
        if near:
            found.append(
                Arrears(
                    row,
                    max(n for n, _, _ in near),
                    max(t for _, t, _ in near),
                    sum(workers for _, _, workers in near),
                )
            )
    whole = _unpaid(baseline, actuals, TOTAL)
    if not found and whole and whole[0] >= ends_after - 1:
        found.append(Arrears(None, *whole))
    return sorted(found, key=lambda one: (-one.months, -one.workers))


def _unpaid(baseline: Baseline, actuals: Actuals, code: str) -> tuple[int, int, int] | None:
    """Months on end with unpaid workers up to the last month known, that month's offset, and the fewest unpaid in one of them."""
    unpaid = {
        month_number(m): enrolled - paid_up
        for m in actuals.months()
        if (enrolled := actuals.of(m, code, "enrolled")) is not None
        and (paid_up := actuals.of(m, code, "paid_up")) is not None
    }
    if not unpaid:
        return None
    last = max(unpaid)
    run = next(n for n in range(len(unpaid) + 1) if unpaid.get(last - n, 0) == 0)
    return (run, last - baseline.month, min(unpaid[last - n] for n in range(run))) if run else None
