"""A cache of random numbers: a planner who moves a lever needs the same numbers again.

The number at a place never changes, so a cached one equals one that is computed anew.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

import numpy as np

from simulator.model.arrays import Floats, Whole
from simulator.model.simulation.inversion import gammas, normals
from simulator.model.simulation.numbers import Keys, counted, within

MOST_BYTES = 32_000_000  # size of the whole cache, shared by all users of the program
MOST_AT_ONCE = 1_000_000  # requests for more numbers are not cached: they would push everything else out
MADE_AT_ONCE = 16_000  # numbers, to stay in the processor's cache


class RowCache:
    """The most recently used rows of numbers, by kind and key, up to `most` bytes in all."""

    def __init__(self, most: int) -> None:
        self._most, self.bytes = most, 0
        self._rows: OrderedDict[tuple[float, int], Floats] = OrderedDict()
        self._turn = Lock()

    def find(self, kind: float, keys: list[int]) -> list[Floats]:
        """The row kept under each key, empty if there is none."""
        with self._turn:
            for key in keys:
                if (kind, key) in self._rows:
                    self._rows.move_to_end((kind, key))
            return [self._rows.get((kind, key), np.empty(0)) for key in keys]

    def keep(self, kind: float, keys: list[int], rows: list[Floats]) -> None:
        """Keep rows, and drop the least recently used ones beyond the limit."""
        with self._turn:
            for key, row in zip(keys, rows):
                before = self._rows.pop((kind, key), None)
                self.bytes += row.nbytes - (0 if before is None else before.nbytes)
                self._rows[kind, key] = row
            while self.bytes > self._most:
                self.bytes -= self._rows.popitem(last=False)[1].nbytes


KEPT = RowCache(MOST_BYTES)
_NORMAL = 0.0  # the kind of standard normals; that of gamma numbers is their shape, above 0


def kept_normals(keys: Keys, draws: Keys) -> Floats:
    """The standard normal numbers of these draws, in rising order, within each of `keys`; [keys, draws]."""
    return _kept(_NORMAL, normals, keys, draws)


def kept_gammas(shape: float, keys: Keys, draws: Keys) -> Floats:
    """Like `kept_normals`, for gamma numbers of scale 1; shape above 0."""
    return _kept(shape, lambda places: gammas(shape, places), keys, draws)


def _kept(kind: float, made: Callable[[Keys], Floats], keys: Keys, draws: Keys) -> Floats:
    if not 0 < keys.size * draws.size <= MOST_AT_ONCE:
        return made(within(keys[:, None], draws))
    names, positions, end = keys.tolist(), draws.astype(int), int(draws[-1]) + 1
    rows = KEPT.find(kind, names)
    short = [i for i, row in enumerate(rows) if len(row) < end]
    if short:
        known = min(len(rows[i]) for i in short)
        fresh = _in_portions(made, keys[short], counted(known, end))
        for i, row in zip(short, fresh):
            rows[i] = np.concatenate((rows[i][:known], row)) if known else row
        KEPT.keep(kind, [names[i] for i in short], [rows[i] for i in short])
    some = columns(positions)
    return np.stack([row[some] for row in rows])


def _in_portions(made: Callable[[Keys], Floats], keys: Keys, draws: Keys) -> list[Floats]:
    at_once = max(1, MADE_AT_ONCE // draws.size)
    portions = [keys[first : first + at_once] for first in range(0, keys.size, at_once)]
    return [row for some in portions for row in made(within(some[:, None], draws))]


def columns(positions: Whole) -> Whole | slice:
    """Rising positions, as a slice if they are consecutive: numpy then returns a view without copying."""
    first, last = int(positions[0]), int(positions[-1])
    return slice(first, last + 1) if last - first + 1 == len(positions) else positions
