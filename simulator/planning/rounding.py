"""Rounding for display: people are shown whole, and parts add up to the shown total."""

import math
from collections.abc import Iterable, Sequence

import numpy as np

from simulator.model.metrics import METRICS

FIGURES = 3  # significant figures of an amount of money shown alone
FIGURES_ADDING_UP = 4  # of amounts that add up: one more, so that none is shown far from its value
# The step a metric is rounded to, by unit.
STEPS = {"people": 1.0, "units": 1.0, "share": 0.0001, "ratio": 0.01}


def largest_remainder(values: np.ndarray, total: int | None = None) -> np.ndarray:
    """Round `values` [n] to whole numbers that add up to `total` (default: their sum, halves up); [n] int.

    Each value is rounded down, and what is left goes to the largest remainders, ties to the first (Hamilton's
    method). Raises ValueError if rounding alone cannot reach the total.
    """
    values = np.asarray(values, dtype=float)
    total = whole(values.sum()) if total is None else total
    # 18.9999999 means nineteen people, not eighteen.
    near = np.where(abs(values - np.round(values)) < 1e-6, np.round(values), values)
    shown = np.floor(near).astype(int)
    places = total - int(shown.sum())
    if not 0 <= places <= len(values):
        raise ValueError(f"{total} is no rounding of values that add up to {values.sum()}")
    shown[np.argsort(-(near - shown), kind="stable")[:places]] += 1
    return shown


def whole_short(gap: float) -> int:
    """Whole workers short of a target, at least one if any; with the shown enrolled they add up to it."""
    return max(1, math.ceil(gap - 0.5 - 1e-6)) if gap > 0 else 0


def whole(value: float) -> int:
    """Whole people, halves rounded up, as every screen rounds a total."""
    return math.floor(value + 0.5)


def step_of(metric: str, values: Iterable[float], figures: int = FIGURES) -> float:
    """The rounding step for a metric's numbers shown together; money to `figures` figures of the largest."""
    if METRICS[metric].unit == "idr":
        largest = max(1.0, *(abs(value) for value in values))
        return 10.0 ** max(0, math.floor(math.log10(largest)) - figures + 1)
    # Expected deaths are often below one person.
    return 0.01 if metric == "deaths" else STEPS[METRICS[metric].unit]


def whole_steps(value: float, step: float) -> int:
    """A number in whole steps, halves up."""
    return whole(value / step)


def adding_up(values: Sequence[float], step: float, total: int) -> list[int]:
    """Values in whole steps that add up to `total` steps, by largest remainder; 0 stays 0."""
    in_steps = np.array(values, dtype=float) / step
    moving = np.abs(in_steps) > 1e-9 * max(1.0, abs(total))
    result = np.zeros(len(in_steps), dtype=int)
    if moving.any():
        of = in_steps[moving]
        # Both ends are rounded, so a sum may be off by less than one.
        apart = (total - of.sum()) / len(of)
        result[moving] = largest_remainder(of + apart, total)
    return result.tolist()
