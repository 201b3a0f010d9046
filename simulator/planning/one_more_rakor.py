"""The gain from one more Rakor Monev within a year: the next, a later one, or one in a given month."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from simulator.model.baseline import Baseline
from simulator.model.growth import rakor_months
from simulator.model.months import FIRST_MONTH, LAST_MONTH, month_name, month_number
from simulator.model.programme import Programme
from simulator.model.projection import Projection, project
from simulator.model.scenario import SETTINGS, Scenario, with_values

YEAR = 12  # months after a Rakor Monev at which its gain is counted
LATER = 3  # the later Rakor Monev is this many after the next, to show how fast the effect fades


@dataclass(frozen=True, eq=False)
class OneMore:
    """A Rakor Monev with its number, its month and the month it is judged in (offsets from the baseline).

    The projections are computed lazily: `held` with exactly `number` Rakor Monev, `missed` with one fewer.
    `moved` is the largest number of months by which an earlier one is assumed to differ from the plan.
    """

    number: int
    month: int
    scenario: Scenario
    baseline: Baseline
    programme: Programme
    moved: int = 0

    @property
    def judged(self) -> int:
        """The month a year after the Rakor Monev."""
        return self.month + YEAR

    @cached_property
    def held(self) -> Projection:
        """The projection with this Rakor Monev, and none after it."""
        return self._with({"monev.meetings": self.number})

    @cached_property
    def missed(self) -> Projection:
        """The projection with only the Rakor Monev before this one."""
        fewer = self.number - 1
        return self._with({"monev.meetings": fewer} if fewer else {"monev.first_month": None})

    def _with(self, change: dict[str, Any]) -> Projection:
        far = {"horizon_months": max(self.scenario.horizon_months, self.judged)}
        return project(with_values(self.scenario, far | change), self.baseline, self.programme)

    @property
    def gain(self) -> float:
        """Additional workers enrolled, in the month it is judged in, because of it."""
        return float(self.held.enrolled[self.judged] - self.missed.enrolled[self.judged])


def one_more_rakor(
    scenario: Scenario, baseline: Baseline, programme: Programme, today: int
) -> tuple[OneMore, ...]:
    """The next Rakor Monev to decide on, and a later one; each only if it can be projected for a year.

    The next is the one after the last planned or, if they go on without end, the first that is not before
    `today` (a month number). If none is planned it is one in the first month still ahead.
    """
    coming = max(0, today - baseline.month)
    monev = scenario.monev
    if monev.first_month is None:
        first = max(1, coming)
        if baseline.month + first > month_number(LAST_MONTH):
            return ()
        scenario = with_values(scenario, {"monev.first_month": month_name(baseline.month + first)})
        number = 1
    else:
        first = month_number(monev.first_month) - baseline.month
        held_before_today = max(0, -((first - coming) // monev.every_months))
        number = 1 + (held_before_today if monev.meetings is None else monev.meetings)
    further = (
        OneMore(n, first + (n - 1) * monev.every_months, scenario, baseline, programme)
        for n in (number, number + LATER)
    )
    return tuple(one for one in further if _can_be_judged(one))


def askable_months(baseline: Baseline, today: int) -> range:
    """The month numbers for which a Rakor Monev can be judged: each can be projected for another year."""
    last = min(baseline.month + int(SETTINGS["horizon_months"].bounds[1]) - YEAR, month_number(LAST_MONTH))
    return range(max(baseline.month, today), last + 1)


def one_rakor_in(scenario: Scenario, baseline: Baseline, programme: Programme, month: int) -> OneMore | None:
    """The Rakor Monev in a month (month number) after those planned before it, and none after it.

    In a scenario they are evenly spaced. If the month does not fit the schedule, the earlier ones are moved
    to the even spacing that leads to the month and changes them least. None if a year after it cannot be
    projected.
    """
    at = month - baseline.month
    before = rakor_months(scenario.monev, baseline.month, at - 1)
    number, own = len(before) + 1, scenario.monev.every_months
    steps = np.arange(number - 1, 0, -1)  # from each of those before to the month

    def moved(every: int) -> tuple[int, int, int]:
        by = np.abs(at - steps * every - before)
        return int(by.max(initial=0)), int(by.sum()), abs(every - own)

    low, high = SETTINGS["monev.every_months"].bounds
    earliest = month_number(FIRST_MONTH) - baseline.month
    rhythms = [n for n in range(int(low), int(high) + 1) if at - (number - 1) * n >= earliest]
    every = min(rhythms, key=moved)
    first = month - (number - 1) * every
    rhythm = {"monev.first_month": month_name(first), "monev.every_months": every}
    one = OneMore(number, at, with_values(scenario, rhythm), baseline, programme, moved(every)[0])
    return one if at >= 0 and _can_be_judged(one) else None


def _can_be_judged(one: OneMore) -> bool:
    latest, most = SETTINGS["horizon_months"].bounds[1], SETTINGS["monev.meetings"].bounds[1]
    return one.number <= most and 0 < one.judged <= latest
