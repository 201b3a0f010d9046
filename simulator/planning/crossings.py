"""Find where a result crosses a wanted value along a track: nearest to a given place, and everywhere else."""

from collections.abc import Callable

import numpy as np

from simulator.model.arrays import Flags, Floats

STEPS = 200  # more than enough to get down to adjacent floating-point numbers
LEAST = 1e-4  # a straight-line step keeps at least this share of the interval from either end
NEAR = 1e-12  # of the first interval; below this, rounding makes the straight line useless
PATIENCE = 3  # straight-line steps within which the interval must have halved
HALVED = 4  # every fourth step halves the interval, so that the search ends in any case
ALMOST = 0.9  # of the final interval: width of the margin around the expected place


def nearest_crossing(
    points: Floats, is_reached: Callable[[int], bool], now: float
) -> tuple[float, float] | None:
    """The neighbouring points (not reached, reached) nearest to `now` between which a value is crossed.

    Checks points outward from `now`, by position, for the first at which the value is reached; of two equally
    near points the upper one comes first.
    """
    here = int(np.searchsorted(points, now))
    outward = sorted(range(len(points)), key=lambda i: (abs(points[i] - now), i < here))
    inside = next((i for i in outward if i != here and is_reached(i)), None)
    if inside is None:
        return None
    return float(points[inside - 1 if inside > here else inside + 1]), float(points[inside])


def other_crossings(
    points: Floats, reached: Flags, nearest: tuple[float, float]
) -> list[tuple[float, float]]:
    """All other crossings (not reached, reached), in order."""
    found = []
    for i in np.flatnonzero(reached[1:] != reached[:-1]):
        ends = (i, i + 1) if reached[i + 1] else (i + 1, i)
        found.append((float(points[ends[0]]), float(points[ends[1]])))
    return [one for one in found if one != nearest]


def close_in(
    result: Callable[[float], float],
    outside: float,
    inside: float,
    value: float,
    *,
    whole: bool,
    close: float = 0.0,
) -> float:
    """A point that reaches the value, within `close` (a share of the interval) of one that does not.

    Uses straight-line steps between both ends (regula falsi, Illinois variant), and bisection where these do
    not help: if they have not halved the interval in time, near the end, between whole numbers, and beside an
    end without a result.
    """
    way, low, high, before = abs(inside - outside), result(outside), result(inside), 0
    checked, due = way, PATIENCE
    sign = 1 if low < value or (np.isnan(low) and high >= value) else -1
    low, high = sign * (low - value), sign * (high - value)
    for step in range(STEPS):
        apart = abs(inside - outside)
        if apart <= close * way:
            break
        slow = step == due and apart > checked / 2
        if step >= due:
            checked, due = apart, step + PATIENCE + slow
        straight = not whole and not slow and apart > NEAR * way and np.isfinite(low)
        share = min(max(high / (high - low), LEAST), 1 - LEAST) if straight else 0.5
        middle = inside + share * (outside - inside)
        if whole:
            middle = float(np.floor(middle))
        if middle in (outside, inside):
            break
        there = sign * (result(middle) - value)
        if there >= 0:
            inside, high, low, before = middle, there, low / 2 if before > 0 else low, 1
        else:
            outside, low, high, before = middle, there, high / 2 if before < 0 else high, -1
    return inside


def closed_in_on_draws(
    values: Callable[[float], Floats],
    outside: tuple[float, Floats],
    inside: tuple[float, Floats],
    value: float,
    needed: int,
    close: float,
) -> float:
    """Like `close_in`, with the value to be reached by `needed` draws; both ends are (place, [draws]).

    Each draw is assumed to be linear between the ends, which gives the place where enough of them reach the
    value. The place tried is a little further, so that both ends move closer.
    """
    least = close * abs(inside[0] - outside[0])
    for step in range(STEPS):
        (a, low), (b, high) = outside, inside
        if abs(b - a) <= least:
            break
        share = 0.5
        if step % HALVED < HALVED - 1 and np.isfinite(low).all():
            margin = ALMOST * least / abs(b - a)
            share = _way_to(low, high, value, needed)
            share = min(max(share + margin / 2, margin), 1 - margin)
        x = a + share * (b - a)
        found = values(x)
        if largest(found, needed) >= value:
            inside = x, found
        else:
            outside = x, found
    return inside[0]


def _way_to(low: Floats, high: Floats, value: float, needed: int) -> float:
    """The share of the way from low to high, each [draws], where enough draws reach the value if linear."""
    rise = high - low

    def level(share: float) -> float:
        return largest(low + share * rise, needed)

    return close_in(level, 0.0, 1.0, value, whole=False)


def largest(values: Floats, rank: int) -> float:
    """The largest value, the second largest, …, by rank from 1."""
    at = len(values) - rank
    return float(np.partition(values, at)[at])
