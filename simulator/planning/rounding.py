"""People are shown whole, and parts add up to the shown total."""

import math

import numpy as np


def largest_remainder(values: np.ndarray, total: int | None = None) -> np.ndarray:
    """Whole numbers near `values` [n] that add up to `total` (default: their sum, halves up); [n] int.

    Each value is rounded down, and the places left go to the largest remainders, ties to the first (Hamilton's method). A total
    further from the values than one each is not a rounding; raises ValueError.
    """
    values = np.asarray(values, dtype=float)
    total = whole(values.sum()) if total is None else total
    near = np.where(
        abs(values - np.round(values)) < 1e-6, np.round(values), values
    )  # 18.9999999 is nineteen people, not eighteen
    shown = np.floor(near).astype(int)
    places = total - int(shown.sum())
    if not 0 <= places <= len(values):
        raise ValueError(f"{total} is no rounding of values that add up to {values.sum()}")
    shown[np.argsort(-(near - shown), kind="stable")[:places]] += 1
    return shown


def whole_short(gap: float) -> int:
    """Workers short of a target, whole, so that with the enrolled as shown (halves up) they add up to it; one where less than one is short."""
    return max(1, math.ceil(gap - 0.5 - 1e-6)) if gap > 0 else 0


def whole(value: float) -> int:
    """Whole people, a half going up, as every screen rounds a total."""
    return math.floor(value + 0.5)
