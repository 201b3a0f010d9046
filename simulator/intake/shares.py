"""Divides the published total of a segment: some units are listed, the others share the rest."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from simulator.errors import Problem
from simulator.intake.listed_units import GivenUnit
from simulator.model.baseline import UnitRow
from simulator.planning.rounding import largest_remainder

RowsByCode = dict[str, UnitRow]
"""The units not listed, by code."""
Pair = tuple[GivenUnit, UnitRow | None]
"""A listed unit, and the unit that it replaces."""


@dataclass(frozen=True)
class SegmentUnits:
    """The units of one segment: the listed ones in their places, and those not listed.

    `enrolled` is the total of the segment if it was given with a list; it `binds` if it was given for this
    very month, whatever happens to the units not listed.
    """

    segment: str
    pairs: tuple[Pair, ...]
    rest: tuple[UnitRow, ...]
    enrolled: int | None
    binds: bool = False


def put(new: RowsByCode, units: Sequence[UnitRow], figure: str, parts: Sequence[int]) -> None:
    """Give each of these units its part of one figure."""
    for unit, part in zip(units, parts):
        changed: dict[str, Any] = {figure: part}
        new[unit.code] = replace(new[unit.code], **changed)


def beyond(what: str, share: SegmentUnits, given: int, total: int, units: int) -> Problem:
    """The problem if a list uses so much of a total that the other units cannot have their minimum."""
    return Problem(f"given_beyond_{what}", "", given, segment=share.segment, total=total, units=units)


def spread(
    total: int, weights: Sequence[int] | None, least: Sequence[int], most: Sequence[int] | None = None
) -> list[int] | None:
    """Whole parts of `total`, each at least its `least`; None if they do not fit.

    The rest is divided in proportion to `weights`, or to the room up to `most`.
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
