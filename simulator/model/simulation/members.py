"""Members in every draw: who stays, who joins, and their tenure (docs/model.md, section 4)."""

import numpy as np

from simulator.model.arrays import Floats
from simulator.model.baseline import Baseline
from simulator.model.enrolment import history_members

FEW = 4  # up to this many months the product is computed directly


def roll_steady(seats: Floats, stays: Floats, refill: Floats) -> Floats:
    """Enrolled of all units with seats that never fall; [months, draws].

    The rule for one unit is linear, so it applies to their sum. Seats are [months from 0, draws]; `stays`
    [months, draws or 1] is the share of last month's members who are still there, `refill` [draws or 1] the
    share of vacant seats filled again.
    """
    enrolled = np.empty_like(seats)
    enrolled[0] = seats[0]
    filled = _filled(seats, refill, out=enrolled[1:])
    kept = stays[1:] * (1 - refill)
    for t in range(1, len(seats)):
        filled[t - 1] += enrolled[t - 1] * kept[t - 1]
    return enrolled


def seat_weights(stays: Floats, refill: Floats) -> Floats:
    """How much each month's seats count towards the last month's members, as `roll_steady` adds them up.

    `stays` is [months from 0, draws or 1], `refill` is [draws or 1]; the result is [months, draws or 1].
    """
    carried = np.ones_like(stays * refill)  # from each month to the last
    kept = stays * (1 - refill)
    for t in range(len(carried) - 2, -1, -1):
        np.multiply(carried[t + 1], kept[t + 1], out=carried[t])
    carried[:-1] -= (1 - refill) * carried[1:]
    return carried


def roll(seats: Floats, stays: Floats, refill: Floats) -> tuple[Floats, Floats]:
    """Enrolled and kept of one unit with seats that may fall and take members away; both [months, draws]."""
    enrolled, kept = np.empty_like(seats), np.empty_like(seats)
    enrolled[0] = kept[0] = seats[0]
    _filled(seats, refill, out=enrolled[1:])
    for t in range(1, len(seats)):
        np.minimum(enrolled[t - 1] * stays[t], seats[t], out=kept[t])
        enrolled[t] += kept[t] * (1 - refill)
    return enrolled, kept


def _filled(seats: Floats, refill: Floats, out: Floats) -> Floats:
    """Members if nobody had been kept: new seats and some of the vacant ones; [months from 1, draws]."""
    np.subtract(seats[1:], seats[:-1], out=out)
    np.maximum(out, 0, out=out)
    out *= 1 - refill
    out += refill * seats[1:]
    return out


def stay_shares(enrolled: Floats, kept: Floats) -> Floats:
    """The share of last month's members who are still there, 1 in month 0; [months from 0, draws]."""
    stay = np.ones_like(enrolled)
    np.divide(kept[1:], enrolled[:-1], out=stay[1:], where=enrolled[:-1] > 0)
    stay[1:][enrolled[:-1] <= 0] = 0
    return stay


def members_since(baseline: Baseline, enrolled: Floats, stay: Floats, months: int) -> Floats:
    """Members who have been enrolled for at least `months` months; [months from 0, draws].

    Like `enrolment.members_since`, for every draw.
    """
    past = history_members(baseline, np.arange(-months, 0))[:, None]
    then = np.empty_like(enrolled)
    then[:months] = past[: len(enrolled)]
    then[months:] = enrolled[:-months]
    then *= _surviving(stay, months)
    return np.minimum(then, enrolled, out=then)


def _surviving(stay: Floats, months: int) -> Floats:
    """The share of the members `months` months ago who stayed in each month since; same shape as `stay`.

    Before month 0 the share is 1. Months are cut into stretches of `months`; each product is the end of one
    stretch times the beginning of the next, so that the time does not depend on `months` (van Herk, 1992).
    """
    if months <= FEW:
        product = stay.copy()
        for earlier in range(1, months):
            product[earlier:] *= stay[:-earlier]
        return product
    left = np.ones((months - 1 + len(stay), stay.shape[1]))
    left[months - 1 :] = stay
    beginning = left.copy()
    for row in range(1, len(left)):
        if row % months:
            beginning[row] *= beginning[row - 1]
    for row in range(len(left) - 2, 0, -1):
        if (row + 1) % months:
            left[row] *= left[row + 1]
    left[::months] = 1  # a complete stretch is already covered by `beginning`
    product = left[: len(stay)]
    product *= beginning[months - 1 :]
    return product
