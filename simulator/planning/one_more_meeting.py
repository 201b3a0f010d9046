"""What one Rakor Monev more would bring within a year, and how much less a later one would."""

from dataclasses import dataclass

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

    `held` is the projection with exactly so many meetings, `missed` the one with one fewer.
    """

    number: int
    month: int
    judged: int
    held: Projection
    missed: Projection

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
    found = []
    for n in (number, number + LATER):
        month = first + (n - 1) * monev.every_months
        if (
            n <= SETTINGS["monev.meetings"].bounds[1]
            and 0 < month + YEAR <= SETTINGS["horizon_months"].bounds[1]
        ):
            found.append(_one_more(scenario, baseline, programme, n, month))
    return tuple(found)


def _one_more(
    scenario: Scenario, baseline: Baseline, programme: Programme, number: int, month: int
) -> OneMore:
    judged = month + YEAR
    far = {"horizon_months": max(scenario.horizon_months, judged)}
    fewer = {"monev.meetings": number - 1} if number > 1 else {"monev.first_month": None}
    held, missed = (
        project(with_values(scenario, far | change), baseline, programme)
        for change in ({"monev.meetings": number}, fewer)
    )
    return OneMore(number, month, judged, held, missed)
