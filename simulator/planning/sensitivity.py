"""Sensitivity: the effect of moving each assumption through its range (docs/model.md, section 7)."""

import math
from dataclasses import dataclass

import numpy as np

from simulator.errors import Problem, UserError
from simulator.model.baseline import Baseline
from simulator.model.metrics import METRICS
from simulator.model.programme import Programme
from simulator.model.ranges import from_scale, middle_and_half
from simulator.model.scenario import SETTINGS, Scenario, setting_value, with_values
from simulator.model.simulation.drawn import BY_OFFICE
from simulator.model.uncertainty import Range
from simulator.planning.sweep import CUMULATIVE, Changes, results
from simulator.planning.typed_month import offset_of

RESULTS = (*METRICS, *CUMULATIVE)
"""The metrics for which sensitivity can be computed."""


@dataclass(frozen=True)
class Swing:
    """The value of a metric at both ends of one setting; None if it does not exist there."""

    setting: str
    low: float
    high: float
    at_low: float | None
    at_high: float | None

    @property
    def size(self) -> float:
        """The distance the metric moves between the ends; 0 if it does not exist at one of them."""
        if self.at_low is None or self.at_high is None:
            return 0.0
        return abs(self.at_high - self.at_low)


@dataclass(frozen=True)
class Tornado:
    """A metric in a month from the baseline at the middles of all ranges, and each swing, largest first."""

    metric: str
    month: int
    value: float | None
    swings: tuple[Swing, ...]


def tornado(
    scenario: Scenario,
    baseline: Baseline,
    programme: Programme,
    metric: str,
    month: int,
    decisions: tuple[tuple[str, float, float], ...] = (),
) -> Tornado:
    """Move each ranged setting to its ends, with all others at the middle of their ranges.

    `decisions` are settings without a range, with the two values a planner wants to compare. If a range
    differs by office, only the part that all offices share is moved.
    """
    middle = at_middles(scenario)
    ends = [(one.setting, *common_ends(scenario, one)) for one in in_use(scenario)]
    moved = [*ends, *decisions]
    changes: list[Changes] = [{path: typed(path, end)} for path, *both in moved for end in both]
    found = results(middle, baseline, programme, metric, month, [{}, *changes]).tolist()
    at_middle, *at_ends = (None if math.isnan(one) else one for one in found)
    swings = [Swing(*one, *both) for one, both in zip(moved, zip(at_ends[::2], at_ends[1::2]))]
    ranked = tuple(sorted(swings, key=lambda one: -one.size))
    return Tornado(metric, month, at_middle, ranked)


def at_middles(scenario: Scenario) -> Scenario:
    """The scenario with every ranged setting in the middle of its range, on the scale it is drawn on."""
    return with_values(scenario, {one.setting: middle_value(one) for one in _of_values(scenario)})


def middle_value(given: Range) -> float | int:
    """The middle of a range; the value itself if the setting is fixed."""
    middle, half = middle_and_half(given)
    return typed(given.setting, float(from_scale(given.setting, middle)) if half > 0 else given.low)


def in_use(scenario: Scenario) -> list[Range]:
    """The ranges that are drawn: without those with equal ends or without a typed value."""
    return [one for one in _of_values(scenario) if one.low < one.high]


def common_ends(scenario: Scenario, given: Range) -> tuple[float, float]:
    """The ends of a range; if it differs by office, those of the part that all offices share."""
    if given.setting not in BY_OFFICE:
        return given.low, given.high
    middle, half = middle_and_half(given)
    half *= np.sqrt(1 - scenario.uncertainty.unit_variance_share)
    low, high = from_scale(given.setting, np.array([middle - half, middle + half]))
    return float(low), float(high)


def typed(path: str, value: float) -> float | int:
    """A number in the form used in files: whole if the setting is."""
    return int(value) if SETTINGS[path].kind == "int" else float(value)


def checked_month(scenario: Scenario, baseline: Baseline, metric: str, month: str) -> int:
    """The month of a question (offset from the baseline); raises UserError for a bad metric or month."""
    problems = []
    if metric not in RESULTS:
        problems.append(Problem("not_one_of", "--metric", metric, allowed=", ".join(RESULTS)))
    at, wrong = offset_of(scenario, baseline, month)
    problems += wrong
    if problems:
        raise UserError(*problems)
    return at


def _of_values(scenario: Scenario) -> list[Range]:
    """The ranges of settings that have a value; the death rate has one only if it is typed."""
    ranges = scenario.uncertainty.ranges
    return [one for one in ranges if setting_value(scenario, one.setting) is not None]
