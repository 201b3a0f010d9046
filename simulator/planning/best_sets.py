"""The best set of units to visit: the most enrolled for every number of visits, or below a limit.

What a unit brings adds up, but for one thing: who is visited leaves the queue, and those behind move up. A
unit that is left in its queue has the place of those left before it, so walking down the queue needs to know
no more than that place. Over it the best sets are found step by step, and none is passed over (dynamic
programming; below a limit, both halves of the units are walked and fitted together).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from simulator.model.arrays import Flags, Floats, Whole

SAME = 1e-9  # of a worker: what differs by less is the same number
MOST_STATES = 2**17  # of one walk


@dataclass(frozen=True, eq=False)
class Choice:
    """A unit and how many more workers there are if it is visited, or left; never as things are.

    `left` [places] are by its place among those of its queue who are left; one number where it does not wait.
    """

    unit: int
    visited: float
    left: Floats
    queue: str = ""
    may_be_visited: bool = True
    may_be_left: bool = True


@dataclass(frozen=True, eq=False)
class _Walk:
    """What can be reached over some choices: workers and visits of every state, and how each came about."""

    gain: Floats  # [states]
    visits: Whole  # [states]
    steps: tuple[tuple[int, Whole, Flags], ...]  # unit; state before and whether visited, each [states]
    is_complete: bool

    def units(self, state: int) -> list[int]:
        """Who is visited in a state."""
        found = []
        for unit, before, visited in reversed(self.steps):
            found += [unit] if visited[state] else []
            state = int(before[state])
        return found


# Workers, visits, place in the queue and least still to come in, [states] each; those to keep out, in order.
Keep = Callable[[Floats, Whole, Whole, float], Whole]


def _walk(choices: Sequence[Choice], keep: Keep) -> _Walk:
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
        if len(kept) > MOST_STATES:  # evenly over what can be reached
            kept = kept[np.linspace(0, len(kept) - 1, MOST_STATES).astype(int)]
            is_complete = False
        gain, visits, place = gain[kept], visits[kept], place[kept]
        steps.append((choice.unit, before[kept], visited[kept]))
    return _Walk(gain, visits, tuple(steps), is_complete)


def _least(choice: Choice) -> float:
    left = [float(choice.left.min())] if choice.may_be_left else []
    return min(left + [choice.visited] * choice.may_be_visited)


def _first_of_each(order: Whole, *keys: Whole) -> Whole:
    """Of an order, those in which a key differs from the one before."""
    differs = np.zeros(len(order), dtype=bool)
    differs[:1] = True
    for key in keys:
        differs[1:] |= np.diff(key[order]) != 0
    return order[differs]


def most_by_visits(choices: Sequence[Choice]) -> tuple[Floats, Callable[[int], list[int]]]:
    """The most workers more by number of visits, -inf where there is none, [visits from 0]; and who."""

    def keep(gain: Floats, visits: Whole, place: Whole, _: float) -> Whole:
        return _first_of_each(np.lexsort((-gain, visits, place)), visits, place)

    walk = _walk(choices, keep)
    states = _first_of_each(np.lexsort((-walk.gain, walk.visits)), walk.visits)
    most = np.full(len(choices) + 1, -np.inf)
    most[walk.visits[states]] = walk.gain[states]
    state_of = dict(zip(walk.visits[states].tolist(), states.tolist()))
    return most, lambda visits: walk.units(state_of[visits])


def most_below(choices: Sequence[Choice], limit: float) -> tuple[list[int], bool] | None:
    """Who brings the most workers more, at most `limit`, with the fewest visits; None where nobody may.

    Also gives whether no better set is possible. With more than some 35 units that all differ, walks are
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


def _halves(choices: Sequence[Choice]) -> tuple[Sequence[Choice], Sequence[Choice]]:
    """The choices in two parts of about one size, no queue cut."""
    middle = len(choices) // 2
    while 0 < middle < len(choices) and choices[middle].queue == choices[middle - 1].queue != "":
        middle += 1
    return choices[:middle], choices[middle:]
