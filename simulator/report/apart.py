"""Two scenarios draw by draw: what one has more than the other where the same luck meets both."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np

from simulator.model.arrays import Floats
from simulator.model.simulation import Simulation, simulate
from simulator.planning.comparison import MOST, on_same_data
from simulator.report.context import Context
from simulator.words import Lang
from simulator.words.quantity import Month
from simulator.words.sentence import Filling

SAME = 1e-6  # of a worker or Rupiah: no difference


@dataclass(frozen=True, eq=False)
class Apart:
    """One scenario against another in a month (its number) of both, simulated under one seed.

    They stand on the same data: the numbers behind a draw belong to its units and months (docs/model.md,
    section 7), so that what differs comes from the scenarios alone.
    """

    one: Context
    other: Context
    names: tuple[str, str]
    month: int

    def __post_init__(self) -> None:
        if self.one.simulated.seed != self.other.simulated.seed:
            raise ValueError("two seeds: the draws would not meet the same luck")

    @property
    def draws(self) -> int:
        """How many draws both have."""
        return min(self.one.simulated.draws, self.other.simulated.draws)

    def differences(self, series: str) -> Floats:
        """What the first has more than the other, draw by draw, of a series of `run --draws`."""
        here, there = (self._values(c.simulated, series) for c in (self.one, self.other))
        apart: Floats = here - there
        return apart

    def more(self, series: str) -> int | None:
        """In how many draws the first has more; None where both have the same in every draw."""
        apart = self.differences(series)
        return None if (np.abs(apart) < SAME).all() else int((apart >= SAME).sum())

    def _values(self, simulation: Simulation, series: str) -> Floats:
        values: Floats = simulation.series(series)[self.month - simulation.baseline.month, : self.draws]
        return values

    def title_values(self, about: dict[str, Any], lang: Lang) -> dict[str, Filling]:
        """What fills the titles of its numbers."""
        return {"name": self.names[0], "other": self.names[1], "month": Month(self.month)}


def with_seed_of_first(contexts: Sequence[Context]) -> list[Context]:
    """The same, those on the data of the first simulated under its seed, and the others not at all."""
    first, *others = contexts
    first = first.with_simulation()
    return [first, *(_with_seed_of(first, c) for c in others)]


# The hand-outs of some scenarios tell the same, and the brief tries several layouts. As many as one pack
# needs: each holds its simulations, 11 MB of ten thousand.
@lru_cache(maxsize=MOST - 1)
def _with_seed_of(first: Context, c: Context) -> Context:
    if not on_same_data([first.projection, c.projection]):
        return replace(c, simulation=None)
    seed = first.simulated.seed
    return replace(c, simulation=simulate(c.scenario, c.baseline, c.programme, seed=seed))


def apart_from_first(contexts: Sequence[Context], names: Sequence[str], month: int) -> list[Apart]:
    """Each scenario that was simulated against the first, in a month (its number) of all."""
    first, *others = contexts
    return [Apart(c, first, (name, names[0]), month) for c, name in zip(others, names[1:]) if c.simulation]
