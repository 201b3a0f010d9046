"""How well a projection foresaw what came: its error by how many months ahead it looked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from simulator.model.actuals import Actuals
from simulator.model.baseline import Baseline
from simulator.model.months import month_number
from simulator.model.programme import Programme
from simulator.model.projection import Projection, project
from simulator.model.scenario import SETTINGS, Scenario, with_values
from simulator.planning.effects import ACTING


@dataclass(frozen=True)
class Miss:
    """Enrolled as foreseen from the month `origin` for the month `month` (month numbers), and as it came."""

    origin: int
    month: int
    foreseen: float
    came: int

    @property
    def horizon(self) -> int:
        """Months ahead."""
        return self.month - self.origin

    @property
    def error(self) -> float:
        """Foreseen less came, in workers."""
        return self.foreseen - self.came


@dataclass(frozen=True)
class HorizonError:
    """Errors of so many months ahead: over how many pairs, in workers and as a share of what came (None where nobody was enrolled)."""

    horizon: int
    count: int
    mean_absolute: float
    mean_absolute_share: float | None


@dataclass(frozen=True)
class Forecast:
    """A scenario as it was saved in the month number `saved`, None where its file does not say, against the months that came.

    Only months after that one were foreseen; `hindsight` says that these are the others.
    """

    name: str
    saved: int | None
    origin: int  # month number of its data
    hindsight: bool
    misses: tuple[Miss, ...]


def forecasts(saves: Iterable[tuple[str, int | None, Projection]], came: Mapping[int, int]) -> list[Forecast]:
    """What the saves of one scenario file foresaw, the latest save first as (name, month it was saved in, projection).

    Of several saves in one month the last counts. What the latest save was too late to foresee is added as hindsight.
    """
    found: dict[int | None, Forecast] = {}
    late: list[Forecast] = []
    for i, (name, saved, p) in enumerate(saves):
        missed = misses(p, came)
        ahead = tuple(miss for miss in missed if saved is not None and miss.month > saved)
        if ahead and saved not in found:
            found[saved] = Forecast(name, saved, p.baseline.month, False, ahead)
        if i == 0 and len(ahead) < len(missed):
            late.append(
                Forecast(
                    name, saved, p.baseline.month, True, tuple(miss for miss in missed if miss not in ahead)
                )
            )
    return [*found.values(), *late]


def observed(baseline: Baseline, actuals: Actuals) -> dict[int, int]:
    """What came, by month number: the baseline's history, and actuals over it."""
    found = {month_number(point.month): int(point.enrolled) for point in baseline.facts.history}
    totals = {month_number(m): actuals.total(m, baseline.codes, "enrolled") for m in actuals.months()}
    return found | {month: total for month, total in totals.items() if total is not None}


def misses(p: Projection, came: Mapping[int, int]) -> list[Miss]:
    """A projection against every later month that was observed."""
    return [
        Miss(
            p.baseline.month, month, round(float(p.enrolled[month - p.baseline.month]), 6), came[month]
        )  # a sum of parts falls short of a half by 1e-13
        for month in sorted(came)
        if p.baseline.month < month <= int(p.months[-1])
    ]


def history_misses(scenario: Scenario, baseline: Baseline, programme: Programme) -> list[Miss]:
    """What the model's neutral settings would have foreseen from each earlier point of the history for each later one.

    Neutral means that nobody new takes part, and every seat that falls vacant is filled again. Nothing is used that came after the point:
    its total is shared out over the units as they are enrolled today, which does not move the sum.
    """
    months = [month_number(point.month) for point in baseline.facts.history]
    resting = {path: SETTINGS[path].resting for path in ACTING}
    neutral = with_values(scenario, resting | {"horizon_months": min(120, max(1, months[-1] - months[0]))})
    neutral = neutral.model_copy(update={"overrides": ()})
    found = []
    for i, point in enumerate(baseline.facts.history[:-1]):
        if point.enrolled > 0 and baseline.enrolled.sum() > 0:
            then = _as_of(baseline, i)
            found += misses(
                project(neutral, then, programme),
                {
                    m: int(later.enrolled)
                    for m, later in zip(months[i + 1 :], baseline.facts.history[i + 1 :])
                },
            )
    return found


def _as_of(baseline: Baseline, point: int) -> Baseline:
    """The baseline as it would have been at a point of its history, without pledges."""
    history = baseline.facts.history[: point + 1]
    share = history[-1].enrolled / baseline.enrolled.sum()
    facts = baseline.facts.model_copy(update={"history": history, "month": history[-1].month})
    units = tuple(
        replace(unit, enrolled=unit.enrolled * share, pledge_month="", pledge_workers=0)
        for unit in baseline.units
    )
    return replace(baseline, facts=facts, units=units)


def by_horizon(found: Iterable[Miss]) -> list[HorizonError]:
    """Mean absolute errors of each number of months ahead, in order."""
    grouped: dict[int, list[Miss]] = {}
    for miss in found:
        grouped.setdefault(miss.horizon, []).append(miss)
    result = []
    for horizon, alike in sorted(grouped.items()):
        shares = [abs(miss.error) / miss.came for miss in alike if miss.came]
        result.append(
            HorizonError(
                horizon,
                len(alike),
                float(np.mean([abs(miss.error) for miss in alike])),
                float(np.mean(shares)) if shares else None,
            )
        )
    return result
