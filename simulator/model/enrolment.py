"""Members month by month: who stays, who joins, how long they have been in (model contract, section 4)."""

from dataclasses import dataclass

import numpy as np

from simulator.model.baseline import Baseline


def monthly_probability(yearly: float) -> float:
    """The monthly probability that gives a yearly one over twelve months."""
    with np.errstate(divide="ignore"):  # a yearly probability of 1 is a monthly one of 1
        return float(-np.expm1(np.log1p(-yearly) / 12))


@dataclass(frozen=True, eq=False)
class Enrolment:
    """Members of every unit, and the flows between months; left and joined are 0 in month 0."""

    enrolled: np.ndarray  # [units, months from 0]
    kept: np.ndarray  # [units, months from 0]; in month 0 the enrolled
    left: np.ndarray  # [months from 0]
    joined: np.ndarray  # [months from 0]
    stay_share: np.ndarray  # [months from 0]; 1 in month 0


def enrol(seats: np.ndarray, monthly_death: float, lapse: float, refill: float) -> Enrolment:
    """Rolls members forward from seats [units, months from 0], shares 0..1 a month.

    A seat left vacant last month is refilled with probability `refill`, a new one is filled at once, and a withdrawn one is empty.
    Because enrolled never exceeds seats, the contract's rule is: keep what fits into this month's seats, add the new seats, refill
    the rest.
    """
    by_month = np.ascontiguousarray(seats.T)  # [months, units], so that a month is one stretch of memory
    new = np.maximum(by_month[1:] - by_month[:-1], 0)
    filled = new + refill * (by_month[1:] - new)  # what would be there if nobody had been kept
    stays = (1 - monthly_death) * (1 - lapse)
    enrolled, kept = np.empty_like(by_month), np.empty_like(by_month)
    enrolled[0] = kept[0] = by_month[0]
    for t in range(1, len(by_month)):
        np.multiply(enrolled[t - 1], stays, out=kept[t])
        np.minimum(kept[t], by_month[t], out=kept[t])
        np.multiply(kept[t], 1 - refill, out=enrolled[t])
        enrolled[t] += filled[t - 1]
    total, stayed = enrolled.sum(1), kept.sum(1)
    left = np.concatenate(([0.0], total[:-1] - stayed[1:]))
    stay_share = np.concatenate(
        ([1.0], np.divide(stayed[1:], total[:-1], out=np.zeros(len(total) - 1), where=total[:-1] > 0))
    )
    return Enrolment(enrolled.T, kept.T, left, total - stayed, stay_share)


def members_since(baseline: Baseline, total: np.ndarray, stay_share: np.ndarray, months: int) -> np.ndarray:
    """Members with at least so many months' membership in each month; [months from 0].

    `total` and `stay_share` are [months from 0]. Before the baseline the members are the history: linear between its points, 0 before
    the first, never more than any later point.
    """
    horizon = len(total) - 1
    then = np.concatenate((history_members(baseline, np.arange(-months, 0)), total))[
        : horizon + 1
    ]  # [months], members `months` ago
    stays = np.concatenate((np.ones(months - 1), stay_share))
    surviving = np.lib.stride_tricks.sliding_window_view(stays, months).prod(1)
    return np.minimum(then * surviving, total)


def history_members(baseline: Baseline, month: np.ndarray) -> np.ndarray:
    """Members of months before the baseline who were still there at every later point; shape of `month` (offsets, below 0)."""
    months, enrolled = baseline.history
    still_there = np.minimum.accumulate(enrolled[::-1])[
        ::-1
    ]  # [points], the least of this and every later point
    later = np.searchsorted(months, month)
    linear = np.interp(month, months, enrolled, left=0.0)
    return np.minimum(linear, still_there[later])
