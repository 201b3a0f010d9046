"""What to find out first: how far what is likely would narrow if one thing that has a range were known."""

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

LEAST = 0.02  # of the band, by which one has to narrow it to be worth asking for


@dataclass(frozen=True)
class Known:
    """A setting, by its path, and how wide the band from 5 to 95 % is once it is known."""

    setting: str
    width: float


@dataclass(frozen=True)
class FoundOut:
    """How wide a band is in a month (offset): now, and for each setting were it known, narrowest first."""

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
    """Simulates anew with each range replaced by its middle, on the same random numbers.

    `metric` is one of `sweep.DRAWN`. An estimated death rate is known at its estimate. What narrows the
    band by no more than `LEAST` is left out, and all of it where draws are fewer than `LEAST_DRAWS`.
    """
    enough = (scenario.uncertainty.draws if draws is None else draws) >= LEAST_DRAWS

    def width(changed: Scenario) -> float:
        found = simulate(changed, baseline, programme, draws, money=metric not in OF_PEOPLE)
        low, high = quantiles(metric_of_draws(found, metric, month)[None], (0.05, 0.95))[:, 0]
        return float(high - low)

    now = width(scenario)
    each = _each_known(scenario, baseline) if enough else []
    known = [Known(path, width(changed)) for path, changed in each]
    worth = [one for one in known if one.width < (1 - LEAST) * now]
    return FoundOut(metric, month, now, tuple(sorted(worth, key=lambda one: one.width)))


def _each_known(scenario: Scenario, baseline: Baseline) -> list[tuple[str, Scenario]]:
    """The scenario with one thing after the other known, by path."""
    ranges = scenario.uncertainty.ranges
    found = []
    for one in in_use(scenario):
        others = tuple(other for other in ranges if other is not one)
        changes = {one.setting: middle_value(one), "uncertainty.ranges": others}
        found.append((one.setting, with_values(scenario, changes)))
    if scenario.risk.deaths_per_1000_year is None:
        fixed = tuple(other for other in ranges if other.setting != DEATH_RATE)
        rate = float(np.clip(death_rate(scenario.risk, baseline) * 1000, 0, 1000))
        found.append((DEATH_RATE, with_values(scenario, {DEATH_RATE: rate, "uncertainty.ranges": fixed})))
    return found
