"""What to find out first: how much the band would narrow if one uncertain setting were known."""

from dataclasses import dataclass

import numpy as np

from simulator.model.baseline import Baseline
from simulator.model.payouts import death_rate
from simulator.model.programme import Programme
from simulator.model.scenario import DEATH_RATE, Scenario, with_values
from simulator.model.simulation import quantiles, simulate
from simulator.planning.sensitivity import in_use, middle_value
from simulator.planning.sweep import OF_PEOPLE, metric_of_draws
from simulator.planning.variance import LEAST_DRAWS

LEAST = 0.02  # share of the band that a setting must narrow to be worth finding out


@dataclass(frozen=True)
class Known:
    """A setting, by its path, and the width of the band from 5 to 95 % once it is known."""

    setting: str
    width: float


@dataclass(frozen=True)
class FoundOut:
    """The width of a band in a month (offset): now, and if each setting were known; narrowest first."""

    metric: str
    month: int
    width: float
    known: tuple[Known, ...]


def what_to_find_out(
    scenario: Scenario,
    baseline: Baseline,
    programme: Programme,
    metric: str,
    month: int,
    draws: int | None = None,
) -> FoundOut:
    """Simulate again with each range in turn replaced by its middle, on the same random numbers.

    `metric` is one of `sweep.DRAWN`. An estimated death rate is fixed at its estimate. Settings that narrow
    the band by no more than `LEAST` are left out; with fewer than `LEAST_DRAWS` draws, all are left out.
    """
    enough = (scenario.uncertainty.draws if draws is None else draws) >= LEAST_DRAWS

    def width(changed: Scenario) -> float:
        narrowed = simulate(changed, baseline, programme, draws, money=metric not in OF_PEOPLE)
        low, high = quantiles(metric_of_draws(narrowed, metric, month)[None], (0.05, 0.95))[:, 0]
        return float(high - low)

    now = width(scenario)
    each = _each_known(scenario, baseline) if enough else []
    known = [Known(path, width(changed)) for path, changed in each]
    worth = [one for one in known if one.width < (1 - LEAST) * now]
    return FoundOut(metric, month, now, tuple(sorted(worth, key=lambda one: one.width)))


def _each_known(scenario: Scenario, baseline: Baseline) -> list[tuple[str, Scenario]]:
    """The scenario with one uncertain setting fixed at a time, by path."""
    ranges = scenario.uncertainty.ranges
    result = []
    for one in in_use(scenario):
        others = tuple(other for other in ranges if other is not one)
        changes = {one.setting: middle_value(one), "uncertainty.ranges": others}
        result.append((one.setting, with_values(scenario, changes)))
    if scenario.risk.deaths_per_1000_year is None:
        fixed = tuple(other for other in ranges if other.setting != DEATH_RATE)
        rate = float(np.clip(death_rate(scenario.risk, baseline) * 1000, 0, 1000))
        result.append((DEATH_RATE, with_values(scenario, {DEATH_RATE: rate, "uncertainty.ranges": fixed})))
    return result
