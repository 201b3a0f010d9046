"""What one Rakor Monev more would bring within a year, and how much less a later one would."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from simulator.model.baseline import Baseline
from simulator.model.months import LAST_MONTH, month_name, month_number
from simulator.model.programme import Programme
from simulator.model.projection import Projection, project
from simulator.model.scenario import SETTINGS, Scenario, with_values

YEAR = 12  # months after a meeting until what it brought is counted
LATER = 3  # meetings further on, to show how fast the effect fades


@dataclass(frozen=True, eq=False)
class OneMore:
    """A Rakor Monev by its number, its month and the month it is judged in (offsets from the baseline).

    The projections are made when they are asked for: `held` with exactly so many meetings, `missed` with one
    fewer.
    """

    number: int
    month: int
    scenario: Scenario
    baseline: Baseline
    programme: Programme

    @property
    def judged(self) -> int:
        """A year after the meeting."""
        return self.month + YEAR

    @cached_property
    def held(self) -> Projection:
        """With the meeting, and none after it."""
        return self._with({"monev.meetings": self.number})

    @cached_property
    def missed(self) -> Projection:
        """With those before it only."""
        fewer = self.number - 1
        return self._with({"monev.meetings": fewer} if fewer else {"monev.first_month": None})

    def _with(self, change: dict[str, Any]) -> Projection:
        far = {"horizon_months": max(self.scenario.horizon_months, self.judged)}
        return project(with_values(self.scenario, far | change), self.baseline, self.programme)

    @property
    def gain(self) -> float:
        """Workers enrolled in the month it is judged in who would not be without it."""
        return float(self.held.enrolled[self.judged] - self.missed.enrolled[self.judged])


def one_more_meeting(
    scenario: Scenario, baseline: Baseline, programme: Programme, today: int
) -> tuple[OneMore, ...]:
    """The next Rakor Monev to decide on, and a later one; each where it can be projected for a year.

    The next is the one beyond the last planned or, where they go on without end, the first that is not past
    `today` (a month number). Where none is planned it is one in the first month still ahead.
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
    latest, most = SETTINGS["horizon_months"].bounds[1], SETTINGS["monev.meetings"].bounds[1]
    meetings = (
        OneMore(n, first + (n - 1) * monev.every_months, scenario, baseline, programme)
        for n in (number, number + LATER)
    )
    return tuple(one for one in meetings if one.number <= most and 0 < one.judged <= latest)
