"""heavylight: one method call per month, with an array over units."""

import heavylight
import numpy as np

from benchmarks.peers.task import MONTHS, Task


class Units(heavylight.LightModel):
    """The projection; the library caches the results."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self.task = task

    def seats(self, t):
        task = self.task
        if t == 0:
            return task.enrolled
        done = np.clip((t - task.ramp_start + 1) / task.ramp_months, 0, 1)
        return np.where(t < task.start, 0.0, task.asn * (task.opening + (task.reached - task.opening) * done))

    def kept(self, t):
        return np.minimum(self.members(t - 1) * self.task.stays, self.seats(t))

    def members(self, t):
        if t == 0:
            return self.task.enrolled
        vacant = self.seats(t) - self.kept(t)
        new = np.minimum(vacant, np.maximum(0, self.seats(t) - self.seats(t - 1)))
        return self.kept(t) + new + self.task.refill * (vacant - new)

    def total(self, t):
        return float(self.members(t).sum())

    def contributions(self, t):
        return self.total(t) * self.task.per_member_idr[t]

    def deaths(self, t):
        return self.total(t) * self.task.death


def run(task: Task) -> dict[str, list[float]]:
    """The sums of all units; each [months from 0]."""
    units, months = Units(task), range(MONTHS + 1)
    return {
        "enrolled": [units.total(t) for t in months],
        "contributions_idr": [units.contributions(t) for t in months],
        "deaths": [units.deaths(t) for t in months],
    }
