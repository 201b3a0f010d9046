"""One segment's published total over its units: some listed, the others to share what is left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from simulator.errors import Problem
from simulator.intake.listed_units import GivenUnit
from simulator.model.baseline import UnitRow
from simulator.planning.rounding import largest_remainder

Rows = dict[str, UnitRow]
"""The units not listed, by code."""
Pair = tuple[GivenUnit, UnitRow | None]
"""A listed unit, and the unit whose place it takes."""


@dataclass(frozen=True)
class Shares:
    """One segment: the listed units in their places, and the units not listed.

    `enrolled` is the segment's total where it was given with a list; it `binds` whatever becomes of the units
    not listed where it was given for this very month.
    """

    segment: str
    pairs: tuple[Pair, ...]
    rest: tuple[UnitRow, ...]
    enrolled: int | None
    binds: bool = False


def put(new: Rows, units: Sequence[UnitRow], figure: str, parts: Sequence[int]) -> None:
    """Gives each of these units its part of one figure."""
    for unit, part in zip(units, parts):
        changed: dict[str, Any] = {figure: part}
        new[unit.code] = replace(new[unit.code], **changed)


def beyond(what: str, share: Shares, given: int, total: int, units: int) -> Problem:
    """What is wrong where a list gives more of a total than leaves each of the other units its least."""
    return Problem(f"given_beyond_{what}", "", given, segment=share.segment, total=total, units=units)


def spread(
    total: int, weights: Sequence[int] | None, least: Sequence[int], most: Sequence[int] | None = None
) -> list[int] | None:
    """Whole parts of `total`, each at least its `least`; None where they do not fit.

    What is beyond that is shared by `weights`, or by the room up to `most`.
    """
    low = np.array(least, dtype=float)
    room = np.array(weights, dtype=float) if most is None else np.array(most, dtype=float) - low
    spare = total - low.sum()
    if spare < 0 or most is not None and spare > room.sum():
        return None
    if room.sum() == 0:
        room = np.ones_like(low) if most is None else room
    values = low + (spare * room / room.sum() if spare else 0)
    parts: list[int] = largest_remainder(values, total).tolist()
    return parts
