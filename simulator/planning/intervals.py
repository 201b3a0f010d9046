"""Exact 95 % intervals for counts and shares, by bisection on the tail sums themselves.

At a bound, the probability of the observed count or a more extreme one is 2.5 % (Garwood 1936 for counts,
Clopper and Pearson 1934 for shares). The intervals are valid for small numbers too; if anything they are too
wide, never too narrow.
"""

import math
from collections.abc import Callable

import numpy as np

TAIL = 0.025
_STEPS = 80  # halvings; more than the precision of a double


def garwood(count: int) -> tuple[float, float]:
    """The interval of the expected value of a count, from Poisson tails; raises ValueError below 0."""
    if count < 0:
        raise ValueError(f"a count of {count}")
    most = count + 10 * np.sqrt(count + 1) + 10  # far beyond the bound
    low = _where(lambda mean: _poisson_up_to(count - 1, mean), 1 - TAIL, 0.0, most) if count else 0.0
    return low, _where(lambda mean: _poisson_up_to(count, mean), TAIL, 0.0, most)


def gamma_interval(low_shape: float, high_shape: float) -> tuple[float, float]:
    """From the 2.5 % point of one gamma distribution of scale 1 to the 97.5 % point of another.

    With equal shapes this is the interval of a rate with a gamma distribution; with a count and the count
    plus one it is Garwood's interval.
    """
    return _gamma_point(low_shape, TAIL), _gamma_point(high_shape, 1 - TAIL)


def clopper_pearson(count: int, trials: int) -> tuple[float, float]:
    """The interval of a share when `count` of `trials` were observed, from binomial tails.

    Raises ValueError if there are no trials, or fewer than the count.
    """
    if not 0 <= count <= trials or trials < 1:
        raise ValueError(f"{count} of {trials} trials")
    low, high = 0.0, 1.0
    if count > 0:
        low = _where(lambda share: _binomial_up_to(count - 1, trials, share), 1 - TAIL, 0.0, 1.0)
    if count < trials:
        high = _where(lambda share: _binomial_up_to(count, trials, share), TAIL, 0.0, 1.0)
    return low, high


def _where(falling: Callable[[float], float], value: float, low: float, high: float) -> float:
    """The point at which a falling function takes a value."""
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if falling(middle) > value else (low, middle)
    return (low + high) / 2


def _gamma_point(shape: float, chance: float) -> float:
    """The quantile of a gamma distribution of scale 1; 0 if the shape is 0."""
    most = shape + 10 * math.sqrt(shape + 1) + 10
    return _where(lambda x: 1 - _gamma_below(shape, x), 1 - chance, 0.0, most) if shape else 0.0


def _gamma_below(shape: float, x: float) -> float:
    """The probability below `x`, by the series of the incomplete gamma function with positive terms."""
    if x <= 0:
        return 0.0
    terms = np.arange(1, int(20 * math.sqrt(x + 1) + max(0.0, x - shape)) + 100)
    first = shape * math.log(x) - x - math.lgamma(shape + 1)
    return _sum(np.concatenate(([0.0], np.cumsum(math.log(x) - np.log(shape + terms)))) + first)


def _poisson_up_to(count: int, mean: float) -> float:
    """The probability of at most `count` cases when `mean` are expected."""
    if mean <= 0:
        return 1.0
    k = np.arange(1, count + 1)
    return _sum(np.concatenate(([0.0], np.cumsum(np.log(mean) - np.log(k)))) - mean)


def _binomial_up_to(count: int, trials: int, share: float) -> float:
    """The probability of at most `count` of `trials`."""
    if share <= 0 or share >= 1:
        return float(share <= 0)
    k = np.arange(1, count + 1)
    steps = np.log(trials - k + 1) - np.log(k) + np.log(share) - np.log1p(-share)
    return _sum(np.concatenate(([0.0], np.cumsum(steps))) + trials * np.log1p(-share))


def _sum(logarithms: np.ndarray) -> float:
    top = logarithms.max()
    return float(np.exp(top) * np.exp(logarithms - top).sum())
