"""Members month by month: who stays, who joins, and their tenure (docs/model.md, section 4)."""

from dataclasses import dataclass

import numpy as np

from simulator.model.arrays import Floats, Whole
from simulator.model.baseline import Baseline


def monthly_probability(yearly: float) -> float:
    """The monthly probability that compounds to a yearly one over twelve months."""
    return float(monthly_probabilities(np.float64(yearly)))


def monthly_probabilities(yearly: Floats | np.float64) -> Floats:
    """The monthly probabilities that compound to yearly ones over twelve months; any shape."""
    with np.errstate(divide="ignore"):  # a yearly probability of 1 is a monthly one of 1
        monthly: Floats = -np.expm1(np.log1p(-yearly) / 12)
    return monthly


@dataclass(frozen=True, eq=False)
class Enrolment:
    """Members of every unit, and the flows between months; left and joined are 0 in month 0."""

    enrolled: Floats  # [units, months from 0]
    kept: Floats  # [units, months from 0]; in month 0 equal to enrolled
    left: Floats  # [months from 0]
    joined: Floats  # [months from 0]
    stay_share: Floats  # [months from 0]; 1 in month 0


def enrol(seats: Floats, monthly_death: float, lapse: float, refill: float) -> Enrolment:
    """Roll members forward from seats [units, months from 0]; the rates are shares 0..1 a month.

    A seat left vacant last month is refilled with probability `refill`, a new seat is filled at once, and a
    withdrawn seat is empty. Because the enrolled never exceed the seats, the rule is: keep the members who
    fit into this month's seats, add the new seats, refill the rest.
    """
    # [months, units], so that a month is contiguous in memory.
    by_month = np.ascontiguousarray(seats.T)
    new = np.maximum(by_month[1:] - by_month[:-1], 0)
    filled = new + refill * (by_month[1:] - new)  # the enrolled if nobody had been kept
    stays = (1 - monthly_death) * (1 - lapse)
    enrolled, kept = np.empty_like(by_month), np.empty_like(by_month)
    enrolled[0] = kept[0] = by_month[0]
    if (by_month[1:] < by_month[:-1]).any():
        for before, now, stay, seated, fill in zip(enrolled, enrolled[1:], kept[1:], by_month[1:], filled):
            np.multiply(before, stays, out=stay)
            np.minimum(stay, seated, out=stay)
            np.multiply(stay, 1 - refill, out=now)
            np.add(now, fill, out=now)
    else:  # all who stay fit into the seats
        for before, now, fill in zip(enrolled, enrolled[1:], filled):
            np.multiply(before, stays * (1 - refill), out=now)
            np.add(now, fill, out=now)
        np.multiply(enrolled[:-1], stays, out=kept[1:])
    total, stayed = enrolled.sum(1), kept.sum(1)
    left = np.concatenate(([0.0], total[:-1] - stayed[1:]))
    stay_share = np.ones(len(total))
    stay_share[1:] = np.divide(stayed[1:], total[:-1], out=np.zeros(len(total) - 1), where=total[:-1] > 0)
    return Enrolment(enrolled.T, kept.T, left, total - stayed, stay_share)


def members_since(baseline: Baseline, total: Floats, stay_share: Floats, months: int) -> Floats:
    """Members in each month who have been enrolled for at least `months` months; [months from 0].

    `total` and `stay_share` are [months from 0]. Before the baseline the members come from the history:
    linear between its points, 0 before the first, never more than at any later point.
    """
    past = history_members(baseline, np.arange(-months, 0))
    then = np.concatenate((past, total))[: len(total)]  # [months], members `months` ago
    stays = np.concatenate((np.ones(months - 1), stay_share))
    surviving: Floats = stays[np.arange(len(total))[:, None] + np.arange(months)].prod(1)
    return np.minimum(then * surviving, total)


def history_members(baseline: Baseline, month: Whole) -> Floats:
    """Members in months before the baseline (offsets below 0), at most as many as at any later point."""
    months, enrolled = baseline.history
    still_there = np.minimum.accumulate(enrolled[::-1])[::-1]  # [points], the minimum from each point on
    later = np.searchsorted(months, month)
    linear = np.interp(month, months, enrolled, left=0.0)
    return np.minimum(linear, still_there[later])
