"""Who pays for fewer than is due: pledges not kept, and arrears that end the protection of workers."""

from dataclasses import dataclass

from simulator.model.actuals import TOTAL, Actuals
from simulator.model.baseline import Baseline
from simulator.model.months import month_name, month_number
from simulator.planning.groups import UnitGroup, unit_groups


@dataclass(frozen=True, eq=False)
class Unkept:
    """Pledges due from the month `due` on and not paid in full in the last recorded `month` (both offsets).

    `paid` are paid up, or enrolled where that is not known. In the month of the data (0) they are those whom
    the data have as pledged still: the projection starts them in its first month.
    """

    group: UnitGroup
    month: int
    due: int
    pledged: int
    paid: int


def due_units(baseline: Baseline, group: UnitGroup, month: int) -> list[int]:
    """Units [positions] of a group whose pledges are due in a month (offset)."""
    return [int(i) for i in group.units if baseline.pledge_month[i] <= month]


def unkept_pledges(baseline: Baseline, actuals: Actuals) -> list[Unkept]:
    """Units and groups whose pledged month has come and that pay for fewer, the widest gap first."""
    groups = [group for group in unit_groups(baseline) if group.status == "pledged"]
    found = [one for group in groups if (one := _unkept(baseline, actuals, group))]
    return sorted(found, key=lambda one: one.paid - one.pledged)


def _unkept(baseline: Baseline, actuals: Actuals, group: UnitGroup) -> Unkept | None:
    """What a group does not keep in the last month in which all its units that are due are recorded."""
    after = [t for m in actuals.months() if (t := month_number(m) - baseline.month) > 0]
    for t in (*reversed(after), 0):
        due = due_units(baseline, group, t)
        paid = [_paid(actuals, month_name(baseline.month + t), baseline.codes[i]) for i in due]
        if not t:  # nobody is enrolled of whom the data say that they pledged
            paid = [n or 0 for n in paid]
        if not due or None in paid:
            continue
        pledged = int(sum(baseline.pledge_workers[i] for i in due))
        # Paying for more than one pledged does not make up for another unit.
        kept = int(sum(min(n, baseline.pledge_workers[i]) for n, i in zip(paid, due)))
        first = int(min(baseline.pledge_month[i] for i in due))
        return Unkept(group, t, first, pledged, kept) if kept < pledged else None
    return None


def _paid(actuals: Actuals, month: str, code: str) -> int | None:
    paid_up = actuals.of(month, code, "paid_up")
    return actuals.of(month, code, "enrolled") if paid_up is None else paid_up


@dataclass(frozen=True, eq=False)
class Arrears:
    """Units of a group in which some are unpaid for `months` months on end, up to the month `until` (offset).

    Without a group it is the regency as a whole. `workers` is the most that can have been unpaid all the
    time: who it is, the figures do not tell.
    """

    group: UnitGroup | None
    months: int
    until: int
    workers: int


def arrears(baseline: Baseline, actuals: Actuals, ends_after: int) -> list[Arrears]:
    """Where workers are a month from losing protection after so many unpaid months, or past it.

    By unit where units are recorded, and of the whole where none of them is so.
    """
    found = []
    for group in unit_groups(baseline):
        runs = [run for i in group.units if (run := _unpaid(baseline, actuals, baseline.codes[i]))]
        near = [run for run in runs if run[0] >= ends_after - 1]
        if near:
            months, until, workers = zip(*near)
            found.append(Arrears(group, max(months), max(until), sum(workers)))
    total = _unpaid(baseline, actuals, TOTAL)
    if not found and total and total[0] >= ends_after - 1:
        found.append(Arrears(None, *total))
    return sorted(found, key=lambda one: (-one.months, -one.workers))


def _unpaid(baseline: Baseline, actuals: Actuals, code: str) -> tuple[int, int, int] | None:
    """Months on end with unpaid workers, the last known as an offset, and the fewest unpaid in one."""
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
