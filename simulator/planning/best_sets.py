"""The best set of units to visit: the most enrolled for every number of visits, or below a limit.

The gains of units add up, with one exception: a visited unit leaves the queue, and those behind it move up.
The place of a unit left in the queue is the number of units left before it, so a walk down the queue needs
only that place as state. The best sets are found step by step over these states without missing any (dynamic
programming; below a limit, both halves of the units are walked separately and then combined).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from simulator.model.arrays import Flags, Floats, Whole

SAME = 1e-9  # of a worker: numbers that differ by less are equal
MOST_STATES = 2**17  # of one walk


@dataclass(frozen=True, eq=False)
class Candidate:
    """A unit, and the gain in workers over the present if it is visited, or if it is left.

    `left` [places] is by its place among the units of its queue that are left; a single number if the unit
    does not wait.
    """

    unit: int
    visited: float
    left: Floats
    queue: str = ""
    may_be_visited: bool = True
    may_be_left: bool = True


@dataclass(frozen=True, eq=False)
class _Walk:
    """The reachable states over some choices: workers and visits of each, and how it was reached."""

    gain: Floats  # [states]
    visits: Whole  # [states]
    steps: tuple[tuple[int, Whole, Flags], ...]  # unit; state before and whether visited, each [states]
    is_complete: bool

    def units(self, state: int) -> list[int]:
        """The units visited in a state."""
        result = []
        for unit, before, visited in reversed(self.steps):
            result += [unit] if visited[state] else []
            state = int(before[state])
        return result


# Arguments: workers, visits and place in the queue, [states] each, and the least gain still to come.
# Returns the positions of the states to keep, in order.
Keep = Callable[[Floats, Whole, Whole, float], Whole]


def _walk(choices: Sequence[Candidate], keep: Keep) -> _Walk:
    gain, visits, place = np.zeros(1), np.zeros(1, dtype=int), np.zeros(1, dtype=int)
    steps, is_complete, queue = [], True, ""
    least = np.cumsum([_least(choice) for choice in reversed(choices)])[::-1]
    for choice, to_come in zip(choices, [*least[1:], 0.0]):
        if choice.queue != queue:
            queue, place = choice.queue, np.zeros_like(place)
        stays = np.arange(len(gain) * choice.may_be_left)
        goes = np.arange(len(gain) * choice.may_be_visited)
        left = choice.left[np.minimum(place, len(choice.left) - 1)]
        before = np.concatenate((stays, goes))
        visited = np.repeat([False, True], [len(stays), len(goes)])
        added = np.concatenate((left[stays], np.full(len(goes), choice.visited)))
        gain, visits = gain[before] + added, visits[before] + visited
        place = place[before] + (~visited & bool(queue))
        kept = keep(gain, visits, place, to_come)
        if len(kept) > MOST_STATES:  # keep an even selection of the reachable states
            kept = kept[np.linspace(0, len(kept) - 1, MOST_STATES).astype(int)]
            is_complete = False
        gain, visits, place = gain[kept], visits[kept], place[kept]
        steps.append((choice.unit, before[kept], visited[kept]))
    return _Walk(gain, visits, tuple(steps), is_complete)


def _least(choice: Candidate) -> float:
    left = [float(choice.left.min())] if choice.may_be_left else []
    return min(left + [choice.visited] * choice.may_be_visited)


def _first_of_each(order: Whole, *keys: Whole) -> Whole:
    """The elements of an order at which a key differs from the element before."""
    differs = np.zeros(len(order), dtype=bool)
    differs[:1] = True
    for key in keys:
        differs[1:] |= np.diff(key[order]) != 0
    return order[differs]


def most_by_visits(choices: Sequence[Candidate]) -> tuple[Floats, Callable[[int], list[int]]]:
    """The largest gain by number of visits, [visits from 0], -inf if impossible; and a lookup of units."""

    def keep(gain: Floats, visits: Whole, place: Whole, _: float) -> Whole:
        return _first_of_each(np.lexsort((-gain, visits, place)), visits, place)

    walk = _walk(choices, keep)
    states = _first_of_each(np.lexsort((-walk.gain, walk.visits)), walk.visits)
    most = np.full(len(choices) + 1, -np.inf)
    most[walk.visits[states]] = walk.gain[states]
    state_of = dict(zip(walk.visits[states].tolist(), states.tolist()))
    return most, lambda visits: walk.units(state_of[visits])


def most_below(choices: Sequence[Candidate], limit: float) -> tuple[list[int], bool] | None:
    """The units with the largest gain of at most `limit` workers, in the fewest visits; None if impossible.

    Also returns whether no better set is possible. With more than some 35 units that all differ, walks are
    thinned out, and only a set that reaches the limit itself is known to be the best.
    """

    def keep(elsewhere: float) -> Keep:
        def within(gain: Floats, visits: Whole, place: Whole, to_come: float) -> Whole:
            rounded = np.round(gain / SAME).astype(np.int64)
            order = _first_of_each(np.lexsort((visits, rounded, place)), rounded, place)
            return order[gain[order] + to_come + elsewhere <= limit + SAME]

        return within

    first, second = _halves(choices)
    one = _walk(first, keep(sum(map(_least, second))))
    other = _walk(second, keep(sum(map(_least, first))))
    if not len(one.gain) or not len(other.gain):
        return None
    order = np.lexsort((other.visits, other.gain))
    fits = np.searchsorted(other.gain[order], limit - one.gain + SAME, "right") - 1  # the most beside each
    total = np.where(fits >= 0, one.gain + other.gain[order][fits], -np.inf)
    if total.max() == -np.inf:
        return None
    visits = one.visits + other.visits[order][fits]
    best = np.flatnonzero(total >= total.max() - SAME)
    state = int(best[np.argmin(visits[best])])
    is_best = (one.is_complete and other.is_complete) or bool(total[state] >= limit - SAME)
    return one.units(state) + other.units(int(order[fits[state]])), is_best


def _halves(choices: Sequence[Candidate]) -> tuple[Sequence[Candidate], Sequence[Candidate]]:
    """The choices in two parts of about equal size, without cutting a queue."""
    middle = len(choices) // 2
    while 0 < middle < len(choices) and choices[middle].queue == choices[middle - 1].queue != "":
        middle += 1
    return choices[:middle], choices[middle:]
