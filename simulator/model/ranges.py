"""Ranges, the scale they are drawn on, and the ranges of a scenario by default (docs/model.md, section 7)."""

import math
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from simulator.model.arrays import Floats
from simulator.model.scenario import SETTINGS, Scenario, setting_value, with_values
from simulator.model.uncertainty import RANGED, Range, scale_of

RANGES = "uncertainty.ranges."  # prefix to the path of a setting; together they name its range


def to_scale(path: str, value: Floats | float) -> Floats:
    """T of section 7: transform a value of a setting to the scale its range is drawn on; any shape."""
    number = np.asarray(value, dtype=float)
    with np.errstate(divide="ignore"):  # a bound becomes infinite
        match scale_of(path):
            case "logit":
                number = np.log(number) - np.log1p(-number)
            case "log":
                number = np.log(number)
    return number


def from_scale(path: str, on_scale: Floats | float) -> Floats:
    """The inverse of `to_scale`, within bounds and, for whole settings, rounded half up; any shape."""
    x = np.asarray(on_scale, dtype=float)
    match scale_of(path):
        case "logit":
            with np.errstate(over="ignore"):
                value = np.asarray(np.exp(-x))
            value += 1
            share: Floats = 1 / value  # always within 0 and 1
            return share
        case "log":
            value = np.exp(x)
        case _:
            value = np.floor(x + 0.5) if RANGED[path].kind == "int" else x
    within: Floats = np.clip(value, *RANGED[path].bounds)
    return within


def middle_and_half(given: Range) -> tuple[float, float]:
    """The middle of a range and half its width, on its scale; half is 0 if the setting is fixed."""
    low, high = (float(to_scale(given.setting, end)) for end in (given.low, given.high))
    return (low, 0.0) if low == high else ((low + high) / 2, (high - low) / 2)


def changed_ranges(a: Scenario, b: Scenario) -> Iterator[tuple[str, Range | None, Range | None]]:
    """Each setting with different ranges in two scenarios, and both ranges (None for no range)."""
    for path in RANGED:
        left, right = range_of(a, path), range_of(b, path)
        if left != right:
            yield path, left, right


def range_of(scenario: Scenario, path: str) -> Range | None:
    """The range of a setting in a scenario, None if it has none and is fixed at its own value."""
    return next((one for one in scenario.uncertainty.ranges if one.setting == path), None)


def is_usual(given: Range | None) -> bool:
    """Whether a range is the usual one of its setting, wherever the value lies."""
    return given is not None and (given.low, given.high) == RANGED[given.setting].usual_range


TYPED_PLACES = 10  # an end with at most this many decimal places counts as typed
KNOWN_FIGURES = 2  # significant figures of the usual ranges in the evidence


def end_as_known(path: str, end: float) -> float:
    """An end of a range rounded for display to the precision of its evidence; simulations use the exact end.

    The ends that `default_ranges` computes around a value are shown with as many significant figures as the
    usual ranges have, for a share counted from the nearer of its bounds. A typed end is returned unchanged.
    """
    if round(end, TYPED_PLACES) == end:
        return end
    size = min(end, 1 - end) if scale_of(path) == "logit" else abs(end)
    return round(end, KNOWN_FIGURES - 1 - math.floor(math.log10(size)))


def outside_ranges(scenario: Scenario) -> list[Range]:
    """The ranges that do not contain their setting's own value, unless that is the resting value."""
    own = [(one, setting_value(scenario, one.setting)) for one in scenario.uncertainty.ranges]
    return [
        one
        for one, value in own
        if value not in (None, RANGED[one.setting].resting) and not one.low <= value <= one.high
    ]


def default_ranges(value_of: Callable[[str], Any]) -> tuple[Range, ...]:
    """The default ranges of a scenario with these values by path; in file order.

    Risks are included, luck that the scenario does not assume is not: a setting at its resting value has the
    usual range; any other setting has one as wide with its own value in the middle, or none if that value is
    a bound.
    """
    defaults = (_default(path, value_of(path)) for path in RANGED if _counts(value_of, path))
    return tuple(one for one in defaults if one)


def ranges_by_default(scenario: Scenario) -> tuple[Range, ...]:
    """The ranges that a scenario with these values has by default."""
    return default_ranges(lambda path: setting_value(scenario, path))


def usual_growth() -> dict[str, Range]:
    """The usual ranges of the growth settings, from the evidence; by path."""
    return {
        path: Range(setting=path, low=setting.usual_range[0], high=setting.usual_range[1])
        for path, setting in RANGED.items()
        if path.startswith("growth.") and setting.usual_range
    }


def with_usual_growth(scenario: Scenario) -> Scenario:
    """The scenario with growth settings at the rounded middle of their usual ranges, and these ranges."""
    growing = usual_growth()
    values: dict[str, Any] = {
        path: float(f"{float(from_scale(path, middle_and_half(given)[0])):.2g}")
        for path, given in growing.items()
    }
    known = {one.setting: one for one in scenario.uncertainty.ranges} | growing
    ranges = tuple(known[path] for path in RANGED if path in known)
    return with_values(scenario, values | {"uncertainty.ranges": ranges})


def own_ranges(scenario: Scenario) -> list[str]:
    """The settings with a range other than the default one for the scenario's values."""
    usual = {one.setting: one for one in ranges_by_default(scenario)}
    return [path for path in RANGED if range_of(scenario, path) != usual.get(path)]


def _counts(value_of: Callable[[str], Any], path: str) -> bool:
    """Whether a setting has a range by default: it needs a usual range, and growth settings need growth."""
    background = bool(value_of("growth.background_share_per_month") > 0)
    push = bool(value_of("growth.push_share") > 0)
    if path == "growth.background_share_per_month":
        return background
    if path == "growth.ceiling_share":
        return background or push
    return RANGED[path].usual_range is not None and (push or not path.startswith("growth."))


def _default(path: str, value: float) -> Range | None:
    setting = SETTINGS[path]
    if setting.usual_range is None:
        raise ValueError(f"{path} has no usual range")
    low, high = setting.usual_range
    usual = Range(setting=path, low=low, high=high)
    if value in setting.bounds:
        return usual if value == setting.resting else None
    middle, (_, half) = float(to_scale(path, value)), middle_and_half(usual)
    ends = from_scale(path, np.array([middle - half, middle + half]))
    return Range(setting=path, low=float(ends[0]), high=float(ends[1]))
