"""Plain Python, one unit and one month at a time."""

from benchmarks.peers.task import MONTHS, Task


def run(task: Task) -> dict[str, list[float]]:
    """The sums of all units; each [months from 0]."""
    total = [0.0] * (MONTHS + 1)
    units = zip(
        task.asn, task.enrolled, task.opening, task.reached, task.start, task.ramp_start, task.ramp_months
    )
    for asn, at_start, opening, reached, start, ramp_start, ramp_months in units:
        seats = enrolled = at_start
        total[0] += enrolled
        for month in range(1, MONTHS + 1):
            before, seats = seats, 0.0
            if month >= start:
                done = min(1.0, max(0.0, (month - ramp_start + 1) / ramp_months))
                seats = asn * (opening + (reached - opening) * done)
            kept = min(enrolled * task.stays, seats)
            vacant = seats - kept
            new = min(vacant, max(0.0, seats - before))
            enrolled = kept + new + task.refill * (vacant - new)
            total[month] += enrolled
    paid = [people * each for people, each in zip(total, task.per_member_idr)]
    return {"enrolled": total, "contributions_idr": paid, "deaths": [x * task.death for x in total]}
