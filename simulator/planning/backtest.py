"""Backtest: how well projections foresaw the actuals; errors by number of months ahead."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from simulator.model.actuals import Actuals
from simulator.model.baseline import Baseline
from simulator.model.baseline_facts import Observation
from simulator.model.months import month_number
from simulator.model.programme import Programme
from simulator.model.projection import Projection, project
from simulator.model.scenario import SETTINGS, Scenario, with_values
from simulator.planning.effects import ACTING


@dataclass(frozen=True)
class Miss:
    """Enrolled foreseen for `month` from the data of month `start` (month numbers), and the actual."""

    start: int
    month: int
    foreseen: float
    actual: int

    @property
    def horizon(self) -> int:
        """Months ahead."""
        return self.month - self.start

    @property
    def error(self) -> float:
        """Foreseen minus actual, in workers."""
        return self.foreseen - self.actual


@dataclass(frozen=True)
class HorizonError:
    """The errors of forecasts `horizon` months ahead."""

    horizon: int
    misses: tuple[Miss, ...]

    @property
    def count(self) -> int:
        """The number of pairs of a forecast and an actual."""
        return len(self.misses)

    @property
    def mean_absolute(self) -> float:
        """The mean absolute error in workers."""
        return float(np.mean([abs(miss.error) for miss in self.misses]))

    @property
    def mean_absolute_share(self) -> float | None:
        """The mean absolute error as a share of the actual; None if nobody was enrolled."""
        shares = [abs(miss.error) / miss.actual for miss in self.misses if miss.actual]
        return float(np.mean(shares)) if shares else None


@dataclass(frozen=True)
class Forecast:
    """A scenario as saved in the month number `saved`, compared with the actuals since its data.

    `saved` is None if its file does not give it. Only months after saving are true forecasts; `hindsight`
    marks that `misses` are the other months.
    """

    name: str
    saved: int | None
    start: int  # month number of its data
    hindsight: bool
    misses: tuple[Miss, ...]


def forecasts(
    saves: Iterable[tuple[str, int | None, Projection]], actuals: Mapping[int, int]
) -> list[Forecast]:
    """The forecasts of the saves of one scenario file, compared with the actuals by month number.

    Saves are (name, month saved in, projection), the latest first; of several in one month the last counts.
    The actuals of months up to the latest save are added as hindsight.
    """
    by_month: dict[int | None, Forecast] = {}
    late: list[Forecast] = []
    for i, (name, saved, p) in enumerate(saves):
        missed = misses(p, actuals)
        ahead = tuple(miss for miss in missed if saved is not None and miss.month > saved)
        if ahead and saved not in by_month:
            by_month[saved] = Forecast(name, saved, p.baseline.month, False, ahead)
        if i == 0 and len(ahead) < len(missed):
            not_ahead = tuple(miss for miss in missed if miss not in ahead)
            late.append(Forecast(name, saved, p.baseline.month, True, not_ahead))
    return [*by_month.values(), *late]


def observed(baseline: Baseline, actuals: Actuals) -> dict[int, int]:
    """Observed enrolled by month number: the baseline's history, overridden by actuals."""
    history = {month_number(point.month): int(point.enrolled) for point in baseline.facts.history}
    totals = {month_number(m): actuals.total(m, baseline.codes, "enrolled") for m in actuals.months()}
    return history | {month: total for month, total in totals.items() if total is not None}


def misses(p: Projection, actuals: Mapping[int, int]) -> list[Miss]:
    """The errors of a projection in every observed month after its baseline month."""
    start, last = p.baseline.month, int(p.months[-1])
    # Rounded because a sum of parts may fall short of a half by 1e-13.
    return [
        Miss(start, month, round(float(p.enrolled[month - start]), 6), actuals[month])
        for month in sorted(actuals)
        if start < month <= last
    ]


def history_misses(scenario: Scenario, baseline: Baseline, programme: Programme) -> list[Miss]:
    """The errors of neutral settings from each point of the history for each later point.

    Neutral means that nobody new takes part, and every seat that falls vacant is filled again. Nothing later
    than the point is used, except that its total is divided over the units in proportion to today's enrolled,
    which does not affect the sum.
    """
    history = baseline.facts.history
    months = [month_number(point.month) for point in history]
    resting = neutral(scenario, max(1, months[-1] - months[0]))
    result = []
    for i, point in enumerate(history[:-1]):
        if point.enrolled > 0 and baseline.enrolled.sum() > 0:
            later = {m: int(one.enrolled) for m, one in zip(months[i + 1 :], history[i + 1 :])}
            result += misses(project(resting, as_of(baseline, history[: i + 1]), programme), later)
    return result


def neutral(scenario: Scenario, months: int) -> Scenario:
    """The scenario over `months` (at most the longest horizon), with every acting setting at rest."""
    resting = {path: SETTINGS[path].resting for path in ACTING}
    longest = int(SETTINGS["horizon_months"].bounds[1])
    at_rest = with_values(scenario, resting | {"horizon_months": min(longest, months)})
    return at_rest.model_copy(update={"overrides": ()})


def as_of(baseline: Baseline, history: tuple[Observation, ...], asn: float | None = None) -> Baseline:
    """The baseline as it would have been at the end of a history, without pledges.

    The enrolled of that time, and `asn` if given, are divided over the units in proportion to today's.
    """
    share = history[-1].enrolled / baseline.enrolled.sum()
    growth = (baseline.asn.sum() if asn is None else asn) / baseline.asn.sum()
    facts = baseline.facts.model_copy(update={"history": history, "month": history[-1].month})
    units = tuple(
        replace(
            unit,
            enrolled=unit.enrolled * share,
            asn=unit.asn * growth,
            pledge_month="",
            pledge_workers=0,
        )
        for unit in baseline.units
    )
    return replace(baseline, facts=facts, units=units)


def by_horizon(of: Iterable[Miss]) -> list[HorizonError]:
    """The errors grouped by number of months ahead, in order."""
    grouped: dict[int, list[Miss]] = {}
    for miss in of:
        grouped.setdefault(miss.horizon, []).append(miss)
    return [HorizonError(horizon, tuple(alike)) for horizon, alike in sorted(grouped.items())]
