"""The units as they may be shown: alone, or pooled if a unit's own figures were not published."""

from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

import numpy as np

from simulator.model.baseline import Baseline, TakingPart
from simulator.model.parts import SEGMENTS
from simulator.planning.rounding import largest_remainder, whole

STATUSES: tuple[TakingPart, ...] = get_args(TakingPart)


@dataclass(frozen=True, eq=False)
class UnitGroup:
    """A unit with figures of its own, or a pool of units of one segment and status without published figures.

    `key` is the unit's code or, for a pool, `segment-status`; `units` are positions in the baseline.
    `published_names` are the names of a pool's units if the press named them (those at 100 %); they must
    never be shown with a number of their own.
    """

    key: str
    name: str  # of the unit; empty for a pool, which gets its words where it is shown
    segment: str
    status: TakingPart
    is_pooled: bool
    units: np.ndarray  # [positions]
    published_names: tuple[str, ...] = ()

    def total(self, by_unit: np.ndarray) -> np.ndarray:
        """The sum over its units of an array [units, ...]."""
        total: np.ndarray = by_unit[self.units].sum(0)
        return total


@lru_cache(maxsize=16)  # called for every number of a row
def unit_groups(baseline: Baseline) -> tuple[UnitGroup, ...]:
    """Every unit exactly once, by segment and status: alone if it has figures of its own, else pooled."""
    groups: list[UnitGroup] = []
    for segment in SEGMENTS:
        for status in STATUSES:
            units = [int(i) for i in baseline.rows[segment] if baseline.units[i].status == status]
            for i in units:
                if baseline.own_figures[i]:
                    key, name = baseline.codes[i], baseline.unit_names[i]
                    alone = UnitGroup(key, name, segment, status, is_pooled=False, units=np.array([i]))
                    groups.append(alone)
            pooled = [i for i in units if not baseline.own_figures[i]]
            if pooled:
                names = tuple(baseline.unit_names[i] for i in pooled) if status == "full" else ()
                pool = UnitGroup(
                    key=f"{segment}-{status}",
                    name="",
                    segment=segment,
                    status=status,
                    is_pooled=True,
                    units=np.array(pooled),
                    published_names=names,
                )
                groups.append(pool)
    return tuple(groups)


@lru_cache(maxsize=16)
def group_by_key(baseline: Baseline) -> dict[str, UnitGroup]:
    """The groups of `unit_groups` by their keys."""
    return {group.key: group for group in unit_groups(baseline)}


def whole_by_group(values: np.ndarray, rows: tuple[UnitGroup, ...], total: float | None = None) -> np.ndarray:
    """Round values [rows], halves up, so that rows add up to their segment and segments to the total.

    The total defaults to the sum of the values; the result is [rows] int.
    """
    places = [[i for i, row in enumerate(rows) if row.segment == segment] for segment in SEGMENTS]
    of_segment = np.array([values[of].sum() for of in places])
    rounded = None if total is None else whole(total)
    result = np.zeros(len(rows), dtype=int)
    for of, number in zip(places, largest_remainder(of_segment, rounded)):
        if of:
            result[of] = largest_remainder(values[of], int(number))
    return result
