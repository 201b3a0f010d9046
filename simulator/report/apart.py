"""Comparison of two scenarios draw by draw, with the same luck in both."""

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

SAME = 1e-6  # of a worker or Rupiah: less is no difference


@dataclass(frozen=True, eq=False)
class Apart:
    """One scenario compared with another in a month (its number) of both, simulated with one seed.

    Both use the same data: the random numbers behind a draw belong to its units and months (docs/model.md,
    section 7), so that differences come from the scenarios alone.
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
        """The number of draws that both have."""
        return min(self.one.simulated.draws, self.other.simulated.draws)

    def differences(self, series: str) -> Floats:
        """How much more the first has than the other, draw by draw, for a series of `run --draws`."""
        here, there = (self._values(c.simulated, series) for c in (self.one, self.other))
        apart: Floats = here - there
        return apart

    def more(self, series: str) -> int | None:
        """In how many draws the first has more; None where both are equal in every draw."""
        apart = self.differences(series)
        return None if (np.abs(apart) < SAME).all() else int((apart >= SAME).sum())

    def _values(self, simulation: Simulation, series: str) -> Floats:
        values: Floats = simulation.series(series)[self.month - simulation.baseline.month, : self.draws]
        return values

    def title_values(self, about: dict[str, Any], lang: Lang) -> dict[str, Filling]:
        """The values that fill the titles of its numbers."""
        return {"name": self.names[0], "other": self.names[1], "month": Month(self.month)}


def with_seed_of_first(contexts: Sequence[Context]) -> list[Context]:
    """Simulate the first, and with its seed those on the same data; the others get no simulation."""
    first, *others = contexts
    first = first.with_simulation()
    return [first, *(_with_seed_of(first, c) for c in others)]


# The hand-outs for the same scenarios need the same simulations, and the brief tries several layouts. The
# cache holds as many as one pack needs: each takes 11 MB for ten thousand draws.
@lru_cache(maxsize=MOST - 1)
def _with_seed_of(first: Context, c: Context) -> Context:
    if not on_same_data([first.projection, c.projection]):
        return replace(c, simulation=None)
    seed = first.simulated.seed
    return replace(c, simulation=simulate(c.scenario, c.baseline, c.programme, seed=seed))


def apart_from_first(contexts: Sequence[Context], names: Sequence[str], month: int) -> list[Apart]:
    """Compare each scenario that was simulated with the first, in a month (its number) of all."""
    first, *others = contexts
    return [Apart(c, first, (name, names[0]), month) for c, name in zip(others, names[1:]) if c.simulation]
