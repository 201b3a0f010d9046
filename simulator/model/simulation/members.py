"""Members in every draw: who stays, who joins, how long they have been in (model contract, section 4)."""

import numpy as np

from simulator.model.arrays import Floats
from simulator.model.baseline import Baseline
from simulator.model.enrolment import history_members


def roll(seats: Floats, stays: Floats, refill: Floats) -> tuple[Floats, Floats]:
    """Rolls members forward; enrolled and kept, both [months from 0, draws].

    Seats [months, draws] of one unit, or of any number whose seats never fall: then the sums follow the rule
    of each unit. `stays` [months, draws or 1] is the share of last month's members who are still there,
    `refill` [draws or 1] the share of vacant seats filled again.
    """
    new = np.maximum(np.diff(seats, axis=0), 0)
    filled = seats[1:] - new
    filled *= refill
    filled += new  # what would be there if nobody had been kept
    enrolled, kept, vacant = np.empty_like(seats), np.empty_like(seats), 1 - refill
    enrolled[0] = kept[0] = seats[0]
    for t in range(1, len(seats)):
        np.multiply(enrolled[t - 1], stays[t], out=kept[t])
        np.minimum(kept[t], seats[t], out=kept[t])
        np.multiply(kept[t], vacant, out=enrolled[t])
        enrolled[t] += filled[t - 1]
    return enrolled, kept


def stay_shares(enrolled: Floats, kept: Floats) -> Floats:
    """The share of last month's members who are still there, 1 in month 0; [months from 0, draws]."""
    stay = np.ones_like(enrolled)
    np.divide(kept[1:], enrolled[:-1], out=stay[1:], where=enrolled[:-1] > 0)
    stay[1:][enrolled[:-1] <= 0] = 0
    return stay


def members_since(baseline: Baseline, enrolled: Floats, stay: Floats, months: int) -> Floats:
    """Members with at least so many months' membership; [months from 0, draws].

    As `enrolment.members_since`, for every draw.
    """
    past = history_members(baseline, np.arange(-months, 0))[:, None]
    then = np.empty_like(enrolled)
    then[:months] = past[: len(enrolled)]
    then[months:] = enrolled[:-months]
    before = np.ones((months - 1, stay.shape[1]))
    then *= _products(np.concatenate((before, stay)), months)
    return np.minimum(then, enrolled, out=then)


def _products(factors: Floats, count: int) -> Floats:
    """Products of so many rows in a row; [rows - count + 1, draws].

    Rows are cut into stretches of `count`: each product is what is left of one stretch times the beginning of
    the next, so that a longer product takes no longer (van Herk, 1992).
    """
    left, beginning = factors.copy(), factors.copy()
    for row in range(1, len(factors)):
        if row % count:
            beginning[row] *= beginning[row - 1]
    for row in range(len(factors) - 2, 0, -1):
        if (row + 1) % count:
            left[row] *= left[row + 1]
    left[::count] = 1  # a whole stretch is the beginning of one
    product: Floats = left[: len(factors) - count + 1]
    product *= beginning[count - 1 :]
    return product
