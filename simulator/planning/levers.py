"""Tracks for seeking: one lever over its bounds, or several together towards the bounds that help."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from simulator.model.arrays import Floats
from simulator.model.baseline import Baseline
from simulator.model.payouts import death_rate
from simulator.model.scenario import DEATH_RATE, SETTINGS, Scenario, setting_value, with_values
from simulator.model.settings import Setting

GRID = 120  # points computed over a track before narrowing down


@dataclass(frozen=True, eq=False)
class Track:
    """The places that levers may take: the `points` to compute, in order, and the present place `now`.

    `settings` gives the settings (by path) at a place of the track, in the form used in files. For one lever
    the place is its value. For several it is the share of the way that each has moved from its own value to
    the bound that helps. `now` is the unchanged scenario: an empty lever stays empty there.
    """

    scenario: Scenario
    paths: tuple[str, ...]
    points: Floats
    now: float
    settings: Callable[[float], dict[str, float | int]]
    is_whole: bool = False

    def at(self, x: float) -> Scenario:
        """The scenario with the levers at place `x`."""
        return self.scenario if x == self.now else with_values(self.scenario, self.settings(x))


def track_of(
    scenario: Scenario, baseline: Baseline, paths: Sequence[str], gain: Callable[[Scenario], float]
) -> Track:
    """The track of one lever, or of several; `gain` is a scenario's improvement over now, NaN if undefined.

    Of several levers, one that does not help in either direction stays where it is.
    """
    starts = {path: _present(scenario, baseline, path) for path in paths}
    if len(paths) == 1:
        setting, now = SETTINGS[paths[0]], starts[paths[0]]

        def value(x: float) -> dict[str, float | int]:
            return {setting.path: _typed(setting, x)}

        return Track(scenario, (setting.path,), _points(setting, now), now, value, setting.kind == "int")
    ends = {}
    for path, start in starts.items():
        better = {
            bound: gain(with_values(scenario, {path: _typed(SETTINGS[path], bound)}))
            for bound in SETTINGS[path].bounds
        }
        best = max(better, key=lambda bound: np.nan_to_num(better[bound], nan=-np.inf))
        if better[best] > 0:
            ends[path] = best
        elif setting_value(scenario, path) is not None:
            ends[path] = start  # an empty lever has no value to keep, so it is left out

    def on_the_way(x: float) -> dict[str, float | int]:
        return {
            path: _typed(SETTINGS[path], starts[path] + x * (end - starts[path]))
            for path, end in ends.items()
        }

    return Track(scenario, tuple(paths), np.linspace(0, 1, GRID + 1), 0.0, on_the_way)


def floor_track(scenario: Scenario, paths: Sequence[str]) -> Track:
    """The track of floors raised to a common share; a floor that is higher already stays."""
    own = {path: float(setting_value(scenario, path)) for path in paths}
    lowest = min(own.values())

    def raised(x: float) -> dict[str, float | int]:
        return {path: max(x, value) for path, value in own.items()}

    return Track(scenario, tuple(paths), np.linspace(lowest, 1, GRID + 1), lowest, raised)


def _present(scenario: Scenario, baseline: Baseline, path: str) -> float:
    """A lever's value; if empty, the estimated death rate or, for endless Rakor Monev, the upper bound."""
    now = setting_value(scenario, path)
    if now is None:
        return death_rate(scenario.risk, baseline) * 1000 if path == DEATH_RATE else SETTINGS[path].bounds[1]
    return float(now)


def _typed(setting: Setting, x: float) -> float | int:
    """A lever's value in the form used in files, whole numbers rounded half up."""
    if setting.kind != "int":
        return float(x)
    return int(x) if float(x).is_integer() else int(np.floor(x + 0.5))


def _points(setting: Setting, now: float) -> Floats:
    low, high = setting.bounds
    if setting.kind == "int" and high - low <= 2 * GRID:
        points = np.arange(low, high + 1, dtype=np.float64)
    else:
        points = np.linspace(low, high, GRID + 1)
        points = np.round(points) if setting.kind == "int" else points
    return np.unique(np.append(points, now))
