"""What it takes to meet the target: which lever, at which value, by when; or the most possible, and why."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import numpy as np

from simulator.model.baseline import Baseline
from simulator.model.metrics import TargetStatus, target_met, target_status
from simulator.model.months import LAST_MONTH, month_name, month_number
from simulator.model.programme import Programme
from simulator.model.projection import Projection, project
from simulator.model.scenario import SETTINGS, Scenario, with_value, with_values
from simulator.planning.effects import NoEffect, why_no_effect
from simulator.planning.target_levers import FLOOR_LEVERS, Lever, Manner, everything, hurried, levers, slower

When = Literal["in_time", "later", "never"]


@dataclass(frozen=True, eq=False)
class Way:
    """What one lever can do for the target, moved from its value in `present`.

    `value` is the first that meets the target or, if none does, the one with the most enrolled; `month`
    (offset from the baseline) is when the target is met, or when that most is reached. The projection's
    scenario has the lever at `value`, and the target month moved to `month` if the target is met later.
    """

    lever: str
    manner: Manner
    value: Any
    when: When
    month: int
    present: Projection
    projection: Projection
    helps: bool = True  # whether the lever changes enrolment at all
    no_effect: NoEffect | None = None  # why a single setting does not help

    @property
    def enrolled(self) -> float:
        """Workers enrolled in `month`."""
        return float(self.projection.enrolled[self.month])

    @property
    def since(self) -> int:
        """First month (offset, from 1) of the run of months up to `month` that meet the target."""
        missed = np.flatnonzero(~target_met(self.projection)[: self.month])
        return max(1, int(missed[-1]) + 1) if missed.size else min(1, self.month)

    @property
    def rakor(self) -> int | None:
        """Month (offset) of the first Rakor Monev that this way needs to bring in offices; None if none."""
        starts = self.projection.seats.start
        sooner = starts[starts < self.present.seats.start]
        delay = self.projection.scenario.delivery.join_delay_months
        return int(sooner.min()) - 1 - delay if sooner.size else None

    def is_past(self, today: int) -> bool:
        """Whether it meets the target, or needs a Rakor Monev, before the month `today` (a month number)."""
        first = self.since if self.rakor is None else min(self.since, self.rakor)
        return self.projection.baseline.month + first < today


@dataclass(frozen=True, eq=False)
class WhatItTakes:
    """The answer: every way to meet the target, and the one to name first.

    Ways that suffice come first, and among them those that are not over. There are none if the target is met
    already, or lies beyond the longest projection. `projection` is that of the scenario, extended if its own
    horizon does not reach the target month.
    """

    projection: Projection
    ways: tuple[Way, ...] = ()
    first: Way | None = None

    @property
    def status(self) -> TargetStatus:
        """The present status of the target."""
        return target_status(self.projection)


def what_it_takes(
    scenario: Scenario, baseline: Baseline, programme: Programme, today: int = 0
) -> WhatItTakes:
    """The least change of each lever, alone and in sensible pairs, that meets the target in time or later.

    Nothing can be changed before `today` (a month number): a floor that would have to be reached before then
    is replaced by a slower way that uses the time left; other ways that end in the past come last.
    """
    p = project(scenario, baseline, programme)
    status = target_status(p)
    if status.month > SETTINGS["horizon_months"].bounds[1]:
        return WhatItTakes(p)
    if status.month > scenario.horizon_months:
        p = project(with_value(scenario, "horizon_months", status.month), baseline, programme)
        status = target_status(p)
    if status.met:
        return WhatItTakes(p)
    search = _Search(p, programme, status)
    coming = max(1, today - baseline.month)  # the first month (offset) that is not past
    planned = map(search.way, levers(p))
    ways = _without_redundant([w for w in planned if w.when != "never" or w.helps or w.no_effect])
    reached = (way for way in ways if way.manner == "planned" and way.when != "never")
    past = [way for way in reached if way.since < coming]
    gentler = slower(p, [way.lever for way in past], coming, status.month)
    instead = [way for way in map(search.way, gentler) if way.when != "never"]
    replaced = {way.lever for way in instead}
    ways = [way for way in ways if way not in past or way.lever not in replaced] + instead
    if status.month >= coming and not any(way.when == "in_time" for way in ways):
        faster = map(search.way, hurried(p, status.month))
        ways += _without_redundant([way for way in faster if way.when == "in_time"])
    if all(way.when == "never" for way in ways):
        ways.append(search.way(everything(p, status.month)))
    ways.sort(key=lambda way: (way.when == "never", way.is_past(today)))
    return WhatItTakes(p, tuple(ways), min(ways, key=lambda way: _precedence(way, today)))


def _without_redundant(ways: list[Way]) -> list[Way]:
    """The ways without those that raise floors of several segments if fewer segments suffice equally."""
    found = {(way.manner, way.lever, way.when, way.value) for way in ways}

    def is_new(way: Way) -> bool:
        raised = set(FLOOR_LEVERS.get(way.lever, ()))
        parts = [part for part, segments in FLOOR_LEVERS.items() if set(segments) < raised]
        return way.when == "never" or not any(
            (way.manner, part, way.when, way.value) in found for part in parts
        )

    return [way for way in ways if is_new(way)]


def _precedence(way: Way, today: int) -> tuple[int, bool, int, int]:
    """The sort key of ways: in time first, then later, then hurried, then everything at once.

    Ways that are over `today` (a month number) come after those that are not; slower ways come before others
    of their kind. Otherwise the order of `target_levers.levers` is kept.
    """
    kind = 3 if way.lever == "everything" else 4 if way.when == "never" else 0
    urgency = 2 if way.manner == "hurried" else 0 if way.when == "in_time" else 1
    rank = 0 if way.lever == "as_it_is" else 1 if way.manner == "slower" else 2
    return kind, way.is_past(today), urgency, rank


class _Search:
    """Tries the values of levers, with a projection for each."""

    def __init__(self, present: Projection, programme: Programme, status: TargetStatus):
        self.present, self.programme = present, programme
        # None if the target month is not after the baseline, so nothing can change it any more.
        self.at = status.month if status.month > 0 else None
        self.after = max(1, status.month + 1)  # the first month after the target month
        # Months from here on are beyond LAST_MONTH, which a file cannot name.
        self.until = month_number(LAST_MONTH) - present.baseline.month + 1

    def way(self, lever: Lever) -> Way:
        """The way of one lever: in time if any value suffices, else later, else the most it can do."""
        tried = cache(lambda value: target_met(self._project(lever.changes(value))))
        if self.at is not None:
            at = _first_place(lever, lambda value: bool(tried(value)[self.at]))
            if at is not None:
                value = lever.values[at]
                there = self._project(lever.changes(value))
                return Way(lever.name, lever.manner, value, "in_time", self.at, self.present, there)
        at = _first_place(lever, lambda value: bool(tried(value)[self.after : self.until].any()))
        if at is None:
            return self._most(lever)
        value = lever.values[at]
        month = self.after + int(np.argmax(tried(value)[self.after :]))
        moved = {"target.month": month_name(self.present.baseline.month + month)}
        there = self._project({**lever.changes(value), **moved})
        return Way(lever.name, lever.manner, value, "later", month, self.present, there)

    def _most(self, lever: Lever) -> Way:
        first = min(self.at or self.after, len(self.present.months) - 1)
        values = lever.values[-1:] if lever.in_order else lever.values
        candidates = [(value, self._project(lever.changes(value))) for value in values]
        value, best = max(candidates, key=lambda candidate: candidate[1].enrolled[first:].max())
        helps = not np.array_equal(best.enrolled, self.present.enrolled)
        idle = bool(lever.path) and not helps
        reason = why_no_effect(self.present, lever.path) if idle else None
        month = first + int(np.argmax(best.enrolled[first:]))
        return Way(lever.name, lever.manner, value, "never", month, self.present, best, helps, reason)

    def _project(self, changes: dict[str, Any]) -> Projection:
        return project(with_values(self.present.scenario, changes), self.present.baseline, self.programme)


def _first_place(lever: Lever, meets: Callable[[Any], bool]) -> int | None:
    """Position of the lever's first value that meets a condition, None if none does."""
    values = lever.values
    if not lever.in_order:
        return next((i for i, value in enumerate(values) if meets(value)), None)
    if not meets(values[-1]):
        return None
    return bisect_left(range(len(values)), True, key=lambda i: meets(values[i]))
