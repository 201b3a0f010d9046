"""Quantiles over draws, by linear interpolation."""

import numpy as np

from simulator.model.arrays import Floats

AT_ONCE = 64_000  # numbers sorted at a time, to stay in the processor's cache


def quantiles(values: Floats, shares: tuple[float, ...]) -> Floats:
    """Quantiles of each row, by linear interpolation and ignoring NaN; [shares, rows]."""
    at_once = max(1, AT_ONCE // values.shape[1])
    portions = (values[first : first + at_once] for first in range(0, len(values), at_once))
    return np.concatenate([_of_rising(np.sort(rows, axis=1), shares) for rows in portions], axis=1)


def _of_rising(rising: Floats, shares: tuple[float, ...]) -> Floats:
    """Quantiles of sorted rows, NaN last; [shares, rows]."""
    count = np.full(len(rising), rising.shape[1])
    missing = np.isnan(rising[:, -1])
    count[missing] -= np.isnan(rising[missing]).sum(1)
    last = np.maximum(count - 1, 0)
    place = np.array(shares)[:, None] * last
    below = np.floor(place).astype(int)
    row = np.arange(len(rising))
    low, high = rising[row, below], rising[row, np.minimum(below + 1, last)]
    result: Floats = low + (high - low) * (place - below)
    return result
