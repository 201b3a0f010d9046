"""Turn uniform numbers into other distributions, so that a small change of a rate moves them little."""

import numpy as np

from simulator.model.arrays import Floats
from simulator.model.simulation.numbers import Keys, counted, uniforms, within

FEW = 16  # switch to the remaining elements alone once they are at most 1 in 16
CERTAIN = 1 - 1e-13  # because of rounding, a sum of probabilities does not get closer to 1
LONGEST = 64.0  # a larger Poisson rate is split into pieces, so that e^-rate never vanishes


def _powers(numerator: str, denominator: str) -> tuple[list[float], list[float]]:
    return [float(power) for power in numerator.split()], [float(power) for power in denominator.split()]


# Wichura (1988), algorithm AS 241, PPND16: numerator and denominator, highest power first.
_MIDDLE = _powers(
    "2509.0809287301226727 33430.575583588128105 67265.770927008700853 45921.953931549871457"
    " 13731.693765509461125 1971.5909503065514427 133.14166789178437745 3.387132872796366608",
    "5226.495278852854561 28729.085735721942674 39307.89580009271061 21213.794301586595867"
    " 5394.1960214247511077 687.1870074920579083 42.313330701600911252 1.0",
)
_TAIL = _powers(
    "7.7454501427834140764e-4 0.0227238449892691845833 0.24178072517745061177 1.27045825245236838258"
    " 3.64784832476320460504 5.7694972214606914055 4.6303378461565452959 1.42343711074968357734",
    "1.05075007164441684324e-9 5.475938084995344946e-4 0.0151986665636164571966 0.14810397642748007459"
    " 0.68976733498510000455 1.6763848301838038494 2.05319162663775882187 1.0",
)
_FAR_TAIL = _powers(
    "2.01033439929228813265e-7 2.71155556874348757815e-5 0.0012426609473880784386 0.026532189526576123093"
    " 0.29656057182850489123 1.7848265399172913358 5.4637849111641143699 6.6579046435011037772",
    "2.04426310338993978564e-15 1.4215117583164458887e-7 1.8463183175100546818e-5 7.868691311456132591e-4"
    " 0.0148753612908506148525 0.13692988092273580531 0.59983220655588793769 1.0",
)


def normals(keys: Keys) -> Floats:
    """The standard normal number at each place."""
    return normal_quantile(uniforms(keys))


def normal_quantile(share: Floats) -> Floats:
    """The quantile of the standard normal distribution; shares between 0 and 1, any shape."""
    off = share - 0.5
    inner = np.square(off)
    np.subtract(0.180625, inner, out=inner)
    np.maximum(inner, 0, out=inner)  # values farther from the centre are in a tail, computed below
    result = _ratio(_MIDDLE, inner)
    result *= off
    outer = np.flatnonzero(np.abs(off) > 0.425)
    side, shares = off.take(outer), share.take(outer)
    root = np.sqrt(-np.log(np.minimum(shares, 1 - shares)))
    tails = _ratio(_TAIL, root - 1.6)
    far = np.flatnonzero(root > 5)  # about one in 10^11
    tails[far] = _ratio(_FAR_TAIL, root[far] - 5)
    result.put(outer, np.copysign(tails, side))
    return result


def _ratio(of: tuple[list[float], list[float]], x: Floats) -> Floats:
    above, below = (_polynomial(powers, x) for powers in of)
    above /= below
    return above


def _polynomial(powers: list[float], x: Floats) -> Floats:
    total: Floats = x * powers[0]
    for power in powers[1:-1]:
        total += power
        total *= x
    total += powers[-1]
    return total


def gammas(shape: float, keys: Keys) -> Floats:
    """The gamma number of scale 1 at each place; shape above 0.

    Uses Marsaglia and Tsang (2000) for shape + 1, scaled down by a power of a uniform number, so that no
    shape is a special case. Each attempt has its own place: if a small change of the shape turns an accepted
    attempt into a rejected one, only this number jumps and no other moves.
    """
    d = shape + 2 / 3
    result = np.exp(np.log(uniforms(within(keys, counted(0, 1)))) / shape) * d
    left, attempt = np.arange(keys.size), 1
    while left.size:
        places = within(keys.ravel()[left], counted(2 * attempt, 2 * attempt + 2)[:, None])
        normal, chance = normal_quantile(uniforms(places[0])), uniforms(places[1])
        root = np.maximum(1 + normal / np.sqrt(9 * d), 1e-100)
        cube = root**3
        taken = np.log(chance) < normal**2 / 2 + d * (1 - cube + np.log(cube))
        result.flat[left[taken]] *= cube[taken]
        left, attempt = left[~taken], attempt + 1
    return result


def poissons(rates: Floats, pieces: Keys, *places: Keys) -> Floats:
    """Poisson numbers of these rates, as floats, at nested `places`; any shape.

    A rate is cut into pieces of LONGEST; each piece is inverted separately, with its own place within
    `pieces`. So a count never falls when its rate rises.
    """
    most = float(rates.max(initial=0))
    if most <= LONGEST:
        return poisson_quantile(_uniforms_at(pieces, 0, places), rates)
    result = np.zeros(rates.shape)
    for piece in range(int(np.ceil(most / LONGEST))):
        of_piece = np.clip(rates - piece * LONGEST, 0, LONGEST)
        result += poisson_quantile(_uniforms_at(pieces, piece, places), of_piece)
    return result


def _uniforms_at(pieces: Keys, piece: int, places: tuple[Keys, ...]) -> Floats:
    keys = within(pieces, counted(piece, piece + 1))
    for place in places:
        keys = within(keys, place)
    return uniforms(keys)


def poisson_quantile(share: Floats, rate: Floats) -> Floats:
    """The quantile of the Poisson distribution; rates from 0 to LONGEST, same shape as the shares."""
    found = np.zeros(share.size)
    some = np.flatnonzero(share > 1 - rate)  # the others are 0: P(0) = e^-rate is at least 1 - rate
    found[some] = _counts(np.minimum(share.ravel()[some], CERTAIN), rate.ravel()[some])
    return found.reshape(share.shape)


def _counts(share: Floats, rate: Floats) -> Floats:
    chance = np.exp(-rate)
    reached = chance.copy()
    result: Floats = (share > reached).astype(float)
    count = 1
    while np.count_nonzero(result == count) > share.size / FEW:
        chance *= rate
        chance /= count
        reached += chance
        result += share > reached
        count += 1
    # Few are left: go on with these alone.
    left = np.flatnonzero(result == count)
    chance, reached, share, rate = chance[left], reached[left], share[left], rate[left]
    while left.size:
        chance *= rate / count
        reached += chance
        more = share > reached
        left, chance, reached = left[more], chance[more], reached[more]
        share, rate = share[more], rate[more]
        count += 1
        result[left] = count
    return result
