"""modelx: one cell per unit and month."""

# ruff: noqa: F821, RUF100 (a cell finds these names in its space)

import modelx as mx

from benchmarks.peers.task import MONTHS, Task


def seats(i, t):
    if t == 0:
        return enrolled[i]
    if t < start[i]:
        return 0.0
    done = min(1.0, max(0.0, (t - ramp_start[i] + 1) / ramp_months[i]))
    return asn[i] * (opening[i] + (reached[i] - opening[i]) * done)


def kept(i, t):
    return min(members(i, t - 1) * stays, seats(i, t))


def members(i, t):
    if t == 0:
        return enrolled[i]
    vacant = seats(i, t) - kept(i, t)
    new = min(vacant, max(0.0, seats(i, t) - seats(i, t - 1)))
    return kept(i, t) + new + refill * (vacant - new)


def total(t):
    return sum(members(i, t) for i in range(len(asn)))


def contributions(t):
    return total(t) * per_member_idr[t]


def deaths(t):
    return total(t) * death


def prepare(task: Task):
    """A model with cells that are computed on demand."""
    space = mx.new_model().new_space("Units")
    for name, value in vars(task).items():
        setattr(space, name, value.tolist() if hasattr(value, "tolist") else value)
    space.min, space.max, space.range, space.sum = min, max, range, sum
    for cells in (seats, kept, members, total, contributions, deaths):
        space.new_cells(formula=cells)
    return space


def run(space) -> dict[str, list[float]]:
    """The sums of all units, computed from scratch; each [months from 0]."""
    space.clear_all()
    months = range(MONTHS + 1)
    return {
        "enrolled": [space.total(t) for t in months],
        "contributions_idr": [space.contributions(t) for t in months],
        "deaths": [space.deaths(t) for t in months],
    }
