"""Where a result passes a wanted value along a track, nearest to a place of it and everywhere else."""

from collections.abc import Callable

import numpy as np

from simulator.model.arrays import Flags, Floats

HALVINGS = 60
CLOSE = 1e-7  # of the way between two points: near enough where each look is dear


def nearest_crossing(points: Floats, reached: Flags, now: float) -> tuple[float, float] | None:
    """The neighbouring points (not yet, reached) nearest to `now` between which a value is passed."""
    if not reached.any():
        return None
    here = int(np.searchsorted(points, now))
    above = [(i - 1, i) for i in range(here + 1, len(points)) if reached[i]][:1]
    below = [(i + 1, i) for i in range(here - 1, -1, -1) if reached[i]][:1]
    outside, inside = min(above + below, key=lambda step: abs(points[step[1]] - now))
    return float(points[outside]), float(points[inside])


def other_crossings(
    points: Floats, reached: Flags, nearest: tuple[float, float]
) -> list[tuple[float, float]]:
    """All others (not yet, reached), in order."""
    found = []
    for i in np.flatnonzero(reached[1:] != reached[:-1]):
        ends = (i, i + 1) if reached[i + 1] else (i + 1, i)
        found.append((float(points[ends[0]]), float(points[ends[1]])))
    return [one for one in found if one != nearest]


def close_in(
    result: Callable[[float], float], outside: float, inside: float, value: float, *, whole: bool
) -> float:
    """A point that reaches the value, found by halving the way from one that does to one that does not."""
    upwards = result(outside) < value if not np.isnan(result(outside)) else result(inside) >= value
    for _ in range(HALVINGS):
        middle = (outside + inside) / 2
        if whole:
            middle = float(np.floor(middle))
        if middle in (outside, inside):
            break
        there = result(middle)
        if (there >= value) if upwards else (there <= value):
            inside = middle
        else:
            outside = middle
    return inside


def close_in_fast(result: Callable[[float], float], outside: float, inside: float, value: float) -> float:
    """The same upwards, in few looks: along the straight line between both ends (regula falsi, Illinois)."""
    first, low, high, before = abs(inside - outside), result(outside) - value, result(inside) - value, 0
    for _ in range(HALVINGS):
        if abs(inside - outside) <= CLOSE * first or high == 0:
            break
        share = min(max(high / (high - low), 1e-4), 1 - 1e-4) if np.isfinite(low) else 0.5
        middle = inside + share * (outside - inside)
        there = result(middle) - value
        side = 1 if there >= 0 else -1
        if side > 0:
            inside, high, low = middle, there, low / 2 if before > 0 else low
        else:
            outside, low, high = middle, there, high / 2 if before < 0 else high
        before = side
    return inside
