"""One result over two settings at once."""

import numpy as np

from simulator.model.arrays import Floats
from simulator.model.baseline import Baseline
from simulator.model.programme import Programme
from simulator.model.projection import project
from simulator.model.scenario import SETTINGS, Scenario, with_values
from simulator.planning.sensitivity import metric_in, typed

STEPS = 9


def two_way(
    scenario: Scenario,
    baseline: Baseline,
    programme: Programme,
    metric: str,
    month: int,
    paths: tuple[str, str],
    values: tuple[Floats, Floats],
) -> Floats:  # [values of the first, values of the second]
    """A metric in a month from the baseline for every pair of values; NaN where it does not exist."""
    first, second = paths
    found = np.full((len(values[0]), len(values[1])), np.nan)
    for i, one in enumerate(values[0]):
        for j, other in enumerate(values[1]):
            pair = {first: typed(first, one), second: typed(second, other)}
            result = metric_in(project(with_values(scenario, pair), baseline, programme), metric, month)
            found[i, j] = np.nan if result is None else result
    return found


def steps(path: str) -> Floats:
    """Values over the slider of a setting, both ends included, whole where the setting is."""
    low, high, _ = SETTINGS[path].slider
    evenly = np.linspace(low, high, STEPS)
    return np.unique(np.round(evenly)) if SETTINGS[path].kind == "int" else evenly
