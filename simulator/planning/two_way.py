"""One result as a function of two settings."""

import numpy as np

from simulator.model.arrays import Floats
from simulator.model.baseline import Baseline
from simulator.model.programme import Programme
from simulator.model.scenario import SETTINGS, Scenario
from simulator.planning.sensitivity import typed
from simulator.planning.sweep import Changes, results

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
    """A metric in a month (offset from the baseline) for every pair of values; NaN if it does not exist."""
    first, second = paths
    pairs: list[Changes] = [
        {first: typed(first, one), second: typed(second, other)} for one in values[0] for other in values[1]
    ]
    found = results(scenario, baseline, programme, metric, month, pairs)
    return found.reshape(len(values[0]), len(values[1]))


def steps(path: str) -> Floats:
    """Values over the slider of a setting, both ends included, whole if the setting is."""
    low, high, _ = SETTINGS[path].slider
    evenly = np.linspace(low, high, STEPS)
    return np.unique(np.round(evenly)) if SETTINGS[path].kind == "int" else evenly
