"""One result for many changes of a scenario, projected together where possible."""

from collections.abc import Mapping, Sequence

import numpy as np

from simulator.model.arrays import Floats
from simulator.model.baseline import Baseline
from simulator.model.metrics import METRICS
from simulator.model.programme import Programme
from simulator.model.projection import Projection, project
from simulator.model.scenario import Scenario, setting_value, with_values
from simulator.model.simulation import Simulation, project_many
from simulator.model.simulation.drawn import OF_A_DRAW

Changes = Mapping[str, float | int]  # values by path

CUMULATIVE = {
    "cumulative_contributions_idr": "contributions_idr",
    "cumulative_payouts_idr": "payouts_idr",
}
"""Metrics summed from month 1 on, and the metric they sum; a single month of payouts is too erratic."""
OF_PEOPLE = ("enrolled", "coverage_share", "contributions_idr", "cumulative_contributions_idr")
DRAWN = (*OF_PEOPLE, "payouts_idr", "cumulative_payouts_idr", "claims_ratio")
"""The metrics that are simulated."""
FEW = 5  # fewer scenarios than this are faster to project one by one


def results(
    scenario: Scenario,
    baseline: Baseline,
    programme: Programme,
    metric: str,
    month: int,
    changes: Sequence[Changes],
) -> Floats:  # [changes]
    """A metric in a month (offset from the baseline) for each of the changes, NaN if it does not exist.

    Changes that differ only in settings of `OF_A_DRAW` are projected together, others one by one, as are
    metrics that are not simulated.
    """
    result = np.full(len(changes), np.nan)
    for at in _alike(changes) if metric in DRAWN else [[i] for i in range(len(changes))]:
        if len(at) < FEW:
            for i in at:
                p = project(with_values(scenario, dict(changes[i])), baseline, programme)
                result[i] = metric_in(p, metric, month)
            continue
        apart = {path: value for path, value in changes[at[0]].items() if path not in OF_A_DRAW}
        changed = with_values(scenario, apart) if apart else scenario
        if month <= changed.horizon_months:
            short = changed.model_copy(update={"horizon_months": max(1, month)})
            values = _values(short, [changes[i] for i in at])
            many = project_many(short, baseline, programme, values, money=metric not in OF_PEOPLE)
            result[at] = metric_of_draws(many, metric, month)
    return result


def metric_in(p: Projection, metric: str, month: int) -> float:
    """A metric, or one of `CUMULATIVE`, in a month (offset); NaN if it does not exist."""
    if month >= len(p.months):
        return float("nan")
    if metric in CUMULATIVE:
        return float(METRICS[CUMULATIVE[metric]].series(p)[1 : month + 1].sum())
    return float(METRICS[metric].series(p)[month])


def metric_of_draws(simulation: Simulation, metric: str, month: int) -> Floats:
    """One of `DRAWN` in every draw; NaN if it does not exist; [draws]."""
    if metric != "claims_ratio":
        drawn: Floats = simulation.series(metric)[month]
        return drawn
    paid_in = simulation.contributions_without_jht_idr[month]
    missing = np.full_like(paid_in, np.nan)
    ratio: Floats = np.divide(simulation.payouts_idr[month], paid_in, out=missing, where=paid_in > 0)
    return ratio


def _alike(changes: Sequence[Changes]) -> list[list[int]]:
    """The positions of changes, grouped so that a group differs only in settings of `OF_A_DRAW`."""
    groups: dict[tuple[tuple[str, float], ...], list[int]] = {}
    for i, change in enumerate(changes):
        apart = tuple(sorted((path, value) for path, value in change.items() if path not in OF_A_DRAW))
        groups.setdefault(apart, []).append(i)
    return list(groups.values())


def _values(scenario: Scenario, changes: list[Changes]) -> dict[str, Floats]:
    """The values of the changed settings of `OF_A_DRAW` in every change, by path; each [changes]."""
    paths = {path for change in changes for path in change if path in OF_A_DRAW}
    own = {path: setting_value(scenario, path) for path in sorted(paths)}
    return {
        path: np.array([change.get(path, value) for change in changes], dtype=float)
        for path, value in own.items()
    }
