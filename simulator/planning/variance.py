"""How much each range contributes to a result's spread: shares of its variance over draws (section 7).

These are first-order shares: the variance that would vanish, on average, if only one thing were known.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from simulator.model.arrays import Floats
from simulator.model.baseline import Baseline
from simulator.model.programme import Programme
from simulator.model.ranges import range_of
from simulator.model.scenario import Scenario, with_value
from simulator.model.seats import seats
from simulator.model.simulation import Simulation, simulate
from simulator.model.simulation.drawn import BY_OFFICE, LEADERSHIP, office_normals
from simulator.planning.sensitivity import at_middles
from simulator.planning.sweep import CUMULATIVE, DRAWN, OF_PEOPLE, metric_of_draws

GROUPS = ("leadership", "death_rate", "offices", "chance")
"""Random numbers of a simulation that are pooled; the members of a group have no share of their own."""
LEAST_DRAWS, IN_A_BIN = 200, 20  # draws
AT_ONCE = 64  # units processed at a time


@dataclass(frozen=True)
class VarianceShares:
    """Shares of a metric's variance, from 0 to 1; None if a share cannot be computed."""

    of_settings: dict[str, float | None]  # by path, those that are drawn
    of_groups: dict[str, float | None]


def variance_shares(
    scenario: Scenario,
    baseline: Baseline,
    programme: Programme,
    metric: str,
    month: int,
    draws: int | None = None,
) -> VarianceShares:
    """The shares for one of `DRAWN` in a month (offset); all None for other metrics and for few draws."""
    money = metric not in OF_PEOPLE
    whole = simulate(scenario, baseline, programme, draws, money=money)
    paths = list(whole.normals)
    nothing = VarianceShares(dict.fromkeys(paths), dict.fromkeys(GROUPS))
    if metric not in DRAWN or whole.draws < LEAST_DRAWS:
        return nothing
    mean = simulate(scenario, baseline, programme, draws, chance=False) if money else whole
    found, expected = (metric_of_draws(one, metric, month) for one in (whole, mean))
    known = ~(np.isnan(found) | np.isnan(expected))
    spread = float(found[known].var()) if known.sum() >= LEAST_DRAWS else 0.0
    if spread <= (1e-12 * np.abs(found[known]).max(initial=0)) ** 2:
        return nothing

    def share(explained: float) -> float:
        # Chance is scattered around the mean of a draw, so the variance explained of the mean is the same
        # amount of the total variance.
        return min(1.0, max(0.0, explained * float(expected[known].var()) / spread))

    groups: dict[str, float | None] = {
        name: share(explained_by(columns[:, known], expected[known])) if len(columns) else None
        for name, columns in (
            ("leadership", _leadership(whole)),
            ("death_rate", _death_rate(whole, month)),
            ("offices", _offices(whole, metric, month)),
        )
    }
    groups["chance"] = min(1.0, float((found - expected)[known].var()) / spread)
    of_settings = {
        path: None
        if path in LEADERSHIP
        else share(explained_in_bins(whole.normals[path][known], expected[known]))
        for path in paths
    }
    return VarianceShares(of_settings, groups)


def explained_in_bins(driver: Floats, result: Floats) -> float:
    """The share of a result's variance that one driver explains, for any form of dependence; both [draws].

    This is the variance of the means in bins of equally many draws, minus the variance that the means have
    because bins are small: the estimator of variance components in a one-way layout.
    """
    total = float(result.var())
    if total == 0:
        return 0.0
    count = len(result) // IN_A_BIN
    bins = np.array_split(result[np.argsort(driver, kind="stable")], count)
    sizes, means = np.array([len(one) for one in bins]), np.array([one.mean() for one in bins])
    within = sum(float(((one - mean) ** 2).sum()) for one, mean in zip(bins, means))
    of_one = within / (len(result) - count)
    between = float((sizes * (means - result.mean()) ** 2).sum())
    return (between - (count - 1) * of_one) / (total * len(result))


def explained_by(columns: Floats, result: Floats) -> float:
    """The share of a result's variance that a regression explains, corrected for the number of columns.

    This is the adjusted R² of ordinary least squares with a constant. `columns` is [columns, draws].
    """
    centred = result - result.mean()
    total = float(centred @ centred)
    if total == 0:
        return 0.0
    deviations = columns - columns.mean(1, keepdims=True)
    scale = np.sqrt((deviations**2).mean(1, keepdims=True))
    used = deviations / np.where(scale > 0, scale, 1)
    strengths, directions = np.linalg.eigh(used @ used.T)
    kept = strengths > 1e-9 * len(result)  # columns may be collinear
    along = directions[:, kept].T @ (used @ centred)
    explained = float((along**2 / strengths[kept]).sum()) / total
    free = len(result) - 1 - int(kept.sum())
    return 1 - (1 - explained) * (len(result) - 1) / free if free > 0 else 0.0


def powers(drivers: Floats, highest: int) -> Floats:
    """Drivers, their powers and the products of two of them, as columns of a regression; [columns, draws]."""
    count = len(drivers)
    pairs = [drivers[i] * drivers[j] for i in range(count) for j in range(i)]
    rows = [drivers**power for power in range(1, highest + 1)]
    return np.concatenate([*rows, np.array(pairs).reshape(len(pairs), drivers.shape[1])])


def _leadership(simulation: Simulation) -> Floats:
    drivers = [z for path, z in simulation.normals.items() if path in LEADERSHIP]
    return powers(np.array(drivers).reshape(len(drivers), simulation.draws), 3)


def _death_rate(simulation: Simulation, month: int) -> Floats:
    """The rate of the programme and its square, and the factor of every calendar year up to the month."""
    rates, first = simulation.death_rates, simulation.baseline.month
    rate = rates.of_programme
    is_drawn = len(rate) > 1 and simulation.scenario.risk.deaths_per_1000_year is None
    years = rates.year_factors[: (first + month) // 12 - first // 12 + 1]
    parts = [powers(rate[None], 2)] * is_drawn + [years] * (years.shape[1] > 1)
    return np.concatenate(parts) if parts else np.empty((0, simulation.draws))


def _offices(simulation: Simulation, metric: str, month: int) -> Floats:
    """Each office's own part, summed over offices by the seats that depend on it; its square too."""
    sums = list(_sums_over_offices(simulation, metric, month))
    return powers(np.array(sums).reshape(len(sums), simulation.draws), 2)


def _sums_over_offices(simulation: Simulation, metric: str, month: int) -> Iterator[Floats]:  # each [draws]
    scenario, baseline, drawn = simulation.scenario, simulation.baseline, simulation.drawn
    if scenario.uncertainty.unit_variance_share == 0:
        return
    middle = at_middles(scenario)
    months = slice(1, month + 1) if metric in CUMULATIVE else slice(month, month + 1)
    for path in BY_OFFICE:
        given = range_of(scenario, path)
        if given is None or path not in simulation.normals:
            continue
        low, high = (
            seats(with_value(middle, path, end), baseline).seats[:, months].sum(1)
            for end in (given.low, given.high)
        )
        weight = (high - low) / np.sqrt(drawn.offices)
        rows = np.flatnonzero(weight)
        total = np.zeros(simulation.draws)
        for first in range(0, len(rows), AT_ONCE):
            some = rows[first : first + AT_ONCE]
            total += weight[some] @ office_normals(drawn.seed, path, baseline, some, drawn.draws)
        if len(rows):
            yield total
