"""Ranges on the scale they are drawn on, and those a scenario has by default (docs/model.md, section 7)."""

import math
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from simulator.model.arrays import Floats
from simulator.model.scenario import SETTINGS, Scenario, setting_value, with_values
from simulator.model.uncertainty import RANGED, Range, scale_of

RANGES = "uncertainty.ranges."  # before the path of a setting: its range


def to_scale(path: str, value: Floats | float) -> Floats:
    """T of section 7: a value of a ranged setting on the scale its range is drawn on; any shape."""
    number = np.asarray(value, dtype=float)
    with np.errstate(divide="ignore"):  # a bound lies infinitely far out
        match scale_of(path):
            case "logit":
                number = np.log(number) - np.log1p(-number)
            case "log":
                number = np.log(number)
    return number


def from_scale(path: str, on_scale: Floats | float) -> Floats:
    """The inverse of `to_scale`: whole where the setting is (half up), kept within its bounds; any shape."""
    x = np.asarray(on_scale, dtype=float)
    match scale_of(path):
        case "logit":
            with np.errstate(over="ignore"):
                value = np.asarray(np.exp(-x))
            value += 1
            share: Floats = 1 / value  # within 0 and 1 by itself
            return share
        case "log":
            value = np.exp(x)
        case _:
            value = np.floor(x + 0.5) if RANGED[path].kind == "int" else x
    within: Floats = np.clip(value, *RANGED[path].bounds)
    return within


def middle_and_half(given: Range) -> tuple[float, float]:
    """The middle of a range, and half its width, on its scale; half 0 where the setting is fixed."""
    low, high = (float(to_scale(given.setting, end)) for end in (given.low, given.high))
    return (low, 0.0) if low == high else ((low + high) / 2, (high - low) / 2)


def changed_ranges(a: Scenario, b: Scenario) -> Iterator[tuple[str, Range | None, Range | None]]:
    """The setting and both ranges, None for none, wherever two scenarios differ in it."""
    for path in RANGED:
        left, right = range_of(a, path), range_of(b, path)
        if left != right:
            yield path, left, right


def range_of(scenario: Scenario, path: str) -> Range | None:
    """The range of a setting in a scenario, None where it has none and is fixed at its own value."""
    return next((one for one in scenario.uncertainty.ranges if one.setting == path), None)


def is_usual(given: Range | None) -> bool:
    """Whether a range is the one its setting usually has, wherever the value lies."""
    return given is not None and (given.low, given.high) == RANGED[given.setting].usual_range


TYPED_PLACES = 10  # decimal places at most of an end that somebody typed
KNOWN_FIGURES = 2  # of the usual ranges, as the evidence has them


def end_as_known(path: str, end: float) -> float:
    """An end of a range as exact as what stands behind it, to be shown; simulations take the end as it is.

    The ends that `default_ranges` lays around an own value are known to as many figures as the usual ones, of
    a share to the nearer of its bounds. What was typed is as it was typed.
    """
    if round(end, TYPED_PLACES) == end:
        return end
    size = min(end, 1 - end) if scale_of(path) == "logit" else abs(end)
    return round(end, KNOWN_FIGURES - 1 - math.floor(math.log10(size)))


def outside_ranges(scenario: Scenario) -> list[Range]:
    """The ranges that leave out their setting's own value, but where that is the resting one."""
    own = [(one, setting_value(scenario, one.setting)) for one in scenario.uncertainty.ranges]
    return [
        one
        for one, value in own
        if value not in (None, RANGED[one.setting].resting) and not one.low <= value <= one.high
    ]


def default_ranges(value_of: Callable[[str], Any]) -> tuple[Range, ...]:
    """The ranges of a scenario whose settings have these values by path; in file order.

    What may go wrong is counted, luck that the scenario does not assume is not: a setting at rest has the
    usual range, any other one as wide with its own value in the middle, and none where that is a bound.
    """
    found = (_default(path, value_of(path)) for path in RANGED if _counts(value_of, path))
    return tuple(one for one in found if one)


def ranges_by_default(scenario: Scenario) -> tuple[Range, ...]:
    """The ranges that a scenario of these values has by default."""
    return default_ranges(lambda path: setting_value(scenario, path))


def usual_growth() -> dict[str, Range]:
    """The usual ranges of the settings of growth, as the evidence has them; by path."""
    return {
        path: Range(setting=path, low=setting.usual_range[0], high=setting.usual_range[1])
        for path, setting in RANGED.items()
        if path.startswith("growth.") and setting.usual_range
    }


def with_usual_growth(scenario: Scenario) -> Scenario:
    """The scenario with growth at the middle, rounded, of each usual range, and with these ranges."""
    growing = usual_growth()
    values: dict[str, Any] = {
        path: float(f"{float(from_scale(path, middle_and_half(given)[0])):.2g}")
        for path, given in growing.items()
    }
    known = {one.setting: one for one in scenario.uncertainty.ranges} | growing
    ranges = tuple(known[path] for path in RANGED if path in known)
    return with_values(scenario, values | {"uncertainty.ranges": ranges})


def own_ranges(scenario: Scenario) -> list[str]:
    """The settings whose range is not the one that a scenario of these values has by default."""
    usual = {one.setting: one for one in ranges_by_default(scenario)}
    return [path for path in RANGED if range_of(scenario, path) != usual.get(path)]


def _counts(value_of: Callable[[str], Any], path: str) -> bool:
    """Whether a setting has a range by default: one has to be usual, and growth has to be at work."""
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
