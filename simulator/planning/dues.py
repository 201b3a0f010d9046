"""Units that pay for fewer workers than due: unkept pledges, and arrears that end workers' protection."""

from dataclasses import dataclass

from simulator.model.actuals import TOTAL, Actuals
from simulator.model.baseline import Baseline
from simulator.model.months import month_name, month_number
from simulator.planning.groups import UnitGroup, unit_groups


@dataclass(frozen=True, eq=False)
class Unkept:
    """Pledges due from the month `due` on and not paid in full in the last recorded `month` (both offsets).

    `paid` counts workers paid up, or enrolled if that is not known. Month 0 means that the baseline still
    lists the units as pledged; the projection starts them in its first month.
    """

    group: UnitGroup
    month: int
    due: int
    pledged: int
    paid: int


def due_units(baseline: Baseline, group: UnitGroup, month: int) -> list[int]:
    """The units [positions] of a group with pledges due by a month (offset)."""
    return [int(i) for i in group.units if baseline.pledge_month[i] <= month]


def unkept_pledges(baseline: Baseline, actuals: Actuals) -> list[Unkept]:
    """Units and groups that pay for fewer workers than their pledges due; the widest gap first."""
    groups = [group for group in unit_groups(baseline) if group.status == "pledged"]
    dues = [one for group in groups if (one := _unkept(baseline, actuals, group))]
    return sorted(dues, key=lambda one: one.paid - one.pledged)


def _unkept(baseline: Baseline, actuals: Actuals, group: UnitGroup) -> Unkept | None:
    """A group's unkept pledges in the last month in which all its due units are recorded."""
    after = [t for m in actuals.months() if (t := month_number(m) - baseline.month) > 0]
    for t in (*reversed(after), 0):
        due = due_units(baseline, group, t)
        paid = [_paid(actuals, month_name(baseline.month + t), baseline.codes[i]) for i in due]
        if not t:  # without a record, a unit that is only pledged in the baseline pays for nobody
            paid = [n or 0 for n in paid]
        if not due or None in paid:
            continue
        pledged = int(sum(baseline.pledge_workers[i] for i in due))
        # Paying for more than pledged in one unit does not make up for another unit.
        kept = int(sum(min(n, baseline.pledge_workers[i]) for n, i in zip(paid, due)))
        first = int(min(baseline.pledge_month[i] for i in due))
        return Unkept(group, t, first, pledged, kept) if kept < pledged else None
    return None


def _paid(actuals: Actuals, month: str, code: str) -> int | None:
    paid_up = actuals.of(month, code, "paid_up")
    return actuals.of(month, code, "enrolled") if paid_up is None else paid_up


@dataclass(frozen=True, eq=False)
class Arrears:
    """Units of a group with unpaid workers for `months` consecutive months, up to the month `until` (offset).

    Without a group it is the regency as a whole. `workers` is the most that can have been unpaid all the
    time; the figures do not show which workers they are.
    """

    group: UnitGroup | None
    months: int
    until: int
    workers: int


def arrears(baseline: Baseline, actuals: Actuals, ends_after: int) -> list[Arrears]:
    """Groups with workers unpaid for at least `ends_after` - 1 months; protection ends after `ends_after`.

    If no group is affected, the regency as a whole is checked.
    """
    dues = []
    for group in unit_groups(baseline):
        runs = [run for i in group.units if (run := _unpaid(baseline, actuals, baseline.codes[i]))]
        near = [run for run in runs if run[0] >= ends_after - 1]
        if near:
            months, until, workers = zip(*near)
            dues.append(Arrears(group, max(months), max(until), sum(workers)))
    total = _unpaid(baseline, actuals, TOTAL)
    if not dues and total and total[0] >= ends_after - 1:
        dues.append(Arrears(None, *total))
    return sorted(dues, key=lambda one: (-one.months, -one.workers))


def _unpaid(baseline: Baseline, actuals: Actuals, code: str) -> tuple[int, int, int] | None:
    """Consecutive months with unpaid workers, the last recorded month (offset), and the fewest unpaid."""
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
