"""modelx: one cell per month, with an array over units."""

# ruff: noqa: F821, RUF100 (a cell finds these names in its space)

import modelx as mx
import numpy as np

from benchmarks.peers.task import MONTHS, Task


def seats(t):
    if t == 0:
        return enrolled
    done = np.clip((t - ramp_start + 1) / ramp_months, 0, 1)
    return np.where(t < start, 0.0, asn * (opening + (reached - opening) * done))


def kept(t):
    return np.minimum(members(t - 1) * stays, seats(t))


def members(t):
    if t == 0:
        return enrolled
    vacant = seats(t) - kept(t)
    new = np.minimum(vacant, np.maximum(0, seats(t) - seats(t - 1)))
    return kept(t) + new + refill * (vacant - new)


def total(t):
    return float(members(t).sum())


def contributions(t):
    return total(t) * per_member_idr[t]


def deaths(t):
    return total(t) * death


def prepare(task: Task):
    """A model with cells that are computed on demand."""
    space = mx.new_model().new_space("Units")
    for name, value in vars(task).items():
        setattr(space, name, value)
    space.np = np
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
