"""The effect of a change of settings: which headline numbers and units moved, or why nothing did."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from simulator.model.months import month_number
from simulator.model.programme import Programme
from simulator.model.projection import Projection
from simulator.model.ranges import RANGES, changed_ranges
from simulator.model.scenario import changed_settings
from simulator.planning.comparison import headlines, last_common_month, on_same_data, segments_of
from simulator.planning.effects import NoEffect, overrides_without_effect
from simulator.planning.groups import UnitGroup, unit_groups
from simulator.planning.reasons import UNKNOWN, reason

TOLERANCE = 1e-9  # relative: smaller differences are only rounding
FIRST = "target_month_number"  # whether and when the target is met matters most
IMPLIED_BY = {"coverage_at_target": "enrolled_at_target", "coverage_at_horizon": "enrolled_at_horizon"}
"""The first number of each pair is not listed if the second moved, because it moves along with it."""


@dataclass(frozen=True)
class MovedNumber:
    """A headline number of `comparison.headlines` before and after; None if it does not exist."""

    name: str
    before: float | None
    after: float | None

    @property
    def size(self) -> float:
        """The size of the move relative to the larger value; infinite if only one of the two exists."""
        if self.before is None or self.after is None:
            return 0.0 if self.before == self.after else np.inf
        larger = max(abs(self.before), abs(self.after))
        return abs(self.after - self.before) / larger if larger else 0.0


@dataclass(frozen=True, eq=False)
class Moved:
    """The differences between two projections, `before` and `after` a change.

    `settings` are path and both values: overrides by unit, ranges by RANGES and their setting. `numbers` are
    those that moved, the largest move first. `units` are the rows of the units' table (or segments, on
    different data) with the workers they moved by in `month` (a month number). This is the last month or, if
    nobody moves in it, the month with the largest move; None and empty if no unit moves. `reasons` explain
    why nothing moved, one for each setting.
    """

    before: Projection
    after: Projection
    settings: tuple[tuple[str, Any, Any], ...]
    numbers: tuple[MovedNumber, ...]
    month: int | None
    units: tuple[tuple[UnitGroup | str, float], ...]
    reasons: tuple[NoEffect, ...]


def moved(before: Projection, after: Projection, programme: Programme) -> Moved | None:
    """The effect of a change; None if neither a setting nor the data differ, as after a mere renaming."""
    changed = changed_ranges(before.scenario, after.scenario)
    ranges = ((f"{RANGES}{path}", then, now) for path, then, now in changed)
    settings = (*changed_settings(before.scenario, after.scenario), *ranges)
    if not settings and on_same_data([before, after]):
        return None
    first, last = headlines([before, after])
    every = [MovedNumber(name, first[name], last[name]) for name in last]
    numbers = {number.name: number for number in every if number.size > TOLERANCE}
    not_implied = [number for name, number in numbers.items() if IMPLIED_BY.get(name) not in numbers]
    not_implied.sort(key=lambda number: (number.name != FIRST, -number.size))
    month, units = _units(before, after)
    nothing = not numbers and month is None and on_same_data([before, after])
    reasons = tuple(_why(path, before, after, programme) for path, *_ in settings) if nothing else ()
    return Moved(before, after, settings, tuple(not_implied), month, units, reasons)


def _units(
    before: Projection, after: Projection
) -> tuple[int | None, tuple[tuple[UnitGroup | str, float], ...]]:
    last = last_common_month([before, after])
    if last is None:
        return None, ()
    first = max(before.baseline.month, after.baseline.month)
    then, now = (
        p.enrolment.enrolled[:, first - p.baseline.month : last - p.baseline.month + 1]
        for p in (before, after)
    )  # [units, months] each
    if on_same_data([before, after]):
        apart = now - then
        groups = unit_groups(after.baseline)
        moves: dict[UnitGroup | str, np.ndarray] = {group: group.total(apart) for group in groups}
    else:
        moves = {
            s: now[after.baseline.rows[s]].sum(0) - then[before.baseline.rows[s]].sum(0)
            for s in segments_of([before, after])
        }
        apart = np.array(list(moves.values()))
    by_month = abs(apart).sum(0)  # [months]
    least = TOLERANCE * max(float(now.sum(0).max()), 1.0)
    if by_month.max() <= least:
        return None, ()
    at = len(by_month) - 1 if by_month[-1] > least else int(np.argmax(by_month))
    return first + at, tuple((row, float(move[at])) for row, move in moves.items())


def _why(path: str, before: Projection, after: Projection, programme: Programme) -> NoEffect:
    """Why a changed setting moved nothing; the reason holds for both of its values."""
    if path.startswith("uncertainty."):
        return NoEffect(path.removeprefix(RANGES), "moves_bands_only")
    if path == "horizon_months":
        return NoEffect(path, "months_stay")
    if path.startswith("target."):
        month = after.scenario.target.month
        if 0 <= month_number(month) - after.baseline.month <= after.scenario.horizon_months:
            return NoEffect(path, UNKNOWN)
        return NoEffect(path, "target_outside_projection", {"month": month})
    if path.startswith("overrides."):
        unit = path.removeprefix("overrides.")
        known = {effect.values["unit"]: effect for effect in overrides_without_effect(after, programme)}
        return known.get(unit) or NoEffect(path, "override_changes_nothing", {"unit": unit})
    return NoEffect(path, *reason(path, after, before.seats, programme))
