"""What it would take to meet the target: which lever, at which value, by when; or the most, and why."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, Literal

import numpy as np

from simulator.model.baseline import Baseline
from simulator.model.metrics import TargetStatus, target_met, target_status
from simulator.model.months import LAST_MONTH, month_name, month_number
from simulator.model.parts import SEGMENTS
from simulator.model.programme import Programme
from simulator.model.projection import Projection, project
from simulator.model.scenario import SETTINGS, Scenario, setting_value, with_value, with_values
from simulator.planning.effects import NoEffect, why_no_effect

STEPS = 1000  # shares are tried in tenths of a percent, as finely as the screen shows them
LAPSE = "retention.lapse_share_per_month"
FLOORS = {
    "opd": ("opd",),
    "kecamatan": ("kecamatan",),
    "offices": ("opd", "kecamatan"),
    "other": ("other",),
    "all": SEGMENTS,
}
When = Literal["in_time", "later", "never"]


@dataclass(frozen=True, eq=False)
class Lever:
    """Settings moved together, and the values to try, from the present one outwards.

    `in_order`: each further value brings at least as many workers in every month, so that halving finds the
    first that suffices. `path` names a single setting, whose lack of effect can be explained.
    """

    name: str
    values: Sequence[Any]
    changes: Callable[[Any], dict[str, Any]]
    in_order: bool = True
    path: str = ""


@dataclass(frozen=True, eq=False)
class Way:
    """What one lever can do for the target, moved from where it is in `present`.

    `value` is the first that meets the target, or where none does the one that brings most; `month` (offset
    from the baseline) is when the target is met, or when that most is reached. The projection's scenario has
    the lever there, and the target month moved to `month` where it is met later.
    """

    lever: str
    value: Any
    when: When
    month: int
    present: Projection
    projection: Projection
    helps: bool = True  # whether the lever changes enrolment at all
    no_effect: NoEffect | None = None  # why a single setting does not

    @property
    def enrolled(self) -> float:
        """Workers enrolled in `month`."""
        return float(self.projection.enrolled[self.month])

    @property
    def since(self) -> int:
        """First month (offset) of the run that meets the target in `month`; never the data's own."""
        missed = np.flatnonzero(~target_met(self.projection)[: self.month])
        return max(1, int(missed[-1]) + 1) if missed.size else min(1, self.month)

    @property
    def rakor(self) -> int | None:
        """Month (offset) of the first Rakor Monev whose offices this way needs; None where there is none."""
        starts = self.projection.seats.start
        sooner = starts[starts < self.present.seats.start]
        delay = self.projection.scenario.delivery.join_delay_months
        return int(sooner.min()) - 1 - delay if sooner.size else None

    def is_over(self, today: int) -> bool:
        """Whether it ends, or rests on a Rakor Monev, before the month `today` (a month number)."""
        first = self.since if self.rakor is None else min(self.since, self.rakor)
        return self.projection.baseline.month + first < today


@dataclass(frozen=True, eq=False)
class WhatItTakes:
    """The answer: every way there is to meet the target, and the one to name first.

    Those that suffice stand first, among them those that are not over. There are none where the target is met
    already, or lies beyond the longest projection. `projection` is
    that of the scenario, lengthened where its own did not reach the target month.
    """

    projection: Projection
    ways: tuple[Way, ...] = ()
    first: Way | None = None

    @property
    def status(self) -> TargetStatus:
        """Where the target stands as things are."""
        return target_status(self.projection)


def what_it_takes(
    scenario: Scenario, baseline: Baseline, programme: Programme, today: int = 0
) -> WhatItTakes:
    """The least change of each lever, alone and in sensible pairs, that meets the target in time or later.

    Before `today` (a month number) nothing can be done any more: where a floor would have to be reached
    before, a slower way that uses the time left takes its place; other ways that end in the past come last.
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
    planned = map(search.way, _levers(p))
    ways = _worth_telling([w for w in planned if w.when != "never" or w.helps or w.no_effect])
    past = [way for way in ways if way.when != "never" and way.since < coming]
    slower = [way for way in map(search.way, _slower(p, past, coming, status.month)) if way.when != "never"]
    instead = {way.lever.removeprefix("slower ") for way in slower}
    ways = [way for way in ways if way not in past or way.lever not in instead] + slower
    if status.month >= coming and not any(way.when == "in_time" for way in ways):
        hurried = map(search.way, _hurried(p, status.month))
        ways += _worth_telling([way for way in hurried if way.when == "in_time"])
    if all(way.when == "never" for way in ways):
        ways.append(search.way(_everything(p, status.month)))
    ways.sort(key=lambda way: (way.when == "never", way.is_over(today)))
    return WhatItTakes(p, tuple(ways), min(ways, key=lambda way: _precedence(way, today)))


def _worth_telling(ways: list[Way]) -> list[Way]:
    """Without the floors of several segments that ask no less of one of them than its own floor would."""
    found = {(way.lever, way.when, way.value) for way in ways}

    def is_new(way: Way) -> bool:
        prefix, _, name = way.lever.rpartition(" ")
        parts = [part for part in FLOORS if name in FLOORS and set(FLOORS[part]) < set(FLOORS[name])]
        return way.when == "never" or not any(
            (f"{prefix} {part}".strip(), way.when, way.value) in found for part in parts
        )

    return [way for way in ways if is_new(way)]


def _precedence(way: Way, today: int) -> tuple[int, bool, int, int]:
    """In time first, then later, then in more haste, then everything at once.

    What is over `today` (a month number) is behind what is not; what is slow enough not to stands before
    others of its kind. Else as `_levers` has them.
    """
    kind = 3 if way.lever == "everything" else 4 if way.when == "never" else 0
    urgency = 2 if way.lever.startswith("hurried") else 0 if way.when == "in_time" else 1
    rank = 0 if way.lever == "as_it_is" else 1 if way.lever.startswith("slower") else 2
    return kind, way.is_over(today), urgency, rank


class _Search:
    """Tries the values of levers, each on a projection of its own."""

    def __init__(self, present: Projection, programme: Programme, status: TargetStatus):
        self.present, self.programme = present, programme
        # None: the target month cannot be changed any more.
        self.at = status.month if status.month > 0 else None
        self.after = max(1, status.month + 1)  # the first month that is later
        # A file names no month from here on.
        self.until = month_number(LAST_MONTH) - present.baseline.month + 1

    def way(self, lever: Lever) -> Way:
        """What one lever can do: in time if any value suffices, else later, else its most."""
        tried = cache(lambda value: target_met(self._project(lever.changes(value))))
        if self.at is not None:
            at = _first_place(lever, lambda value: bool(tried(value)[self.at]))
            if at is not None:
                value = lever.values[at]
                there = self._project(lever.changes(value))
                return Way(lever.name, value, "in_time", self.at, self.present, there)
        at = _first_place(lever, lambda value: bool(tried(value)[self.after : self.until].any()))
        if at is None:
            return self._most(lever)
        value = lever.values[at]
        month = self.after + int(np.argmax(tried(value)[self.after :]))
        moved = {"target.month": month_name(self.present.baseline.month + month)}
        there = self._project({**lever.changes(value), **moved})
        return Way(lever.name, value, "later", month, self.present, there)

    def _most(self, lever: Lever) -> Way:
        first = min(self.at or self.after, len(self.present.months) - 1)
        values = lever.values[-1:] if lever.in_order else lever.values
        candidates = [(value, self._project(lever.changes(value))) for value in values]
        value, best = max(candidates, key=lambda candidate: candidate[1].enrolled[first:].max())
        helps = not np.array_equal(best.enrolled, self.present.enrolled)
        idle = bool(lever.path) and not helps
        reason = why_no_effect(self.present, self.programme, lever.path) if idle else None
        month = first + int(np.argmax(best.enrolled[first:]))
        return Way(lever.name, value, "never", month, self.present, best, helps, reason)

    def _project(self, changes: dict[str, Any]) -> Projection:
        return project(with_values(self.present.scenario, changes), self.present.baseline, self.programme)


def _first_place(lever: Lever, meets: Callable[[Any], bool]) -> int | None:
    """Position of the lever's first value that meets a condition, None where none does."""
    values = lever.values
    if not lever.in_order:
        return next((i for i, value in enumerate(values) if meets(value)), None)
    if not meets(values[-1]):
        return None
    return bisect_left(range(len(values)), True, key=lambda i: meets(values[i]))


def _levers(p: Projection) -> Iterator[Lever]:
    """Every lever that can still be moved towards the target, in the order in which they are offered."""
    yield Lever("as_it_is", (None,), lambda _: {})
    yield from _floors(p)
    waiting = _waiting(p)
    everybody = _at_least(p, waiting)
    for path, units in waiting.items():
        counts = range(setting_value(p.scenario, path) + 1, units + 1)
        if counts:
            yield Lever(path, counts, partial(_raised, p, [path]), in_order=False, path=path)
    if len(waiting) == 2:
        counts = range(1, max(waiting.values()) + 1)
        yield Lever("new_offices", counts, partial(_raised, p, list(waiting)), in_order=False)
    if waiting and p.scenario.monev.first_month is not None:
        yield from _floors(p, "all_in", everybody, ("offices",))
    ramp = max(_ramps(p).values())
    if ramp > 1:
        yield Lever("ramp", range(ramp - 1, 0, -1), partial(_at_most, p), in_order=False)
    lapse = int(np.ceil(setting_value(p.scenario, LAPSE) * STEPS))
    if lapse:
        shares = [k / STEPS for k in range(lapse - 1, -1, -1)]
        yield Lever(LAPSE, shares, lambda share: {LAPSE: share}, path=LAPSE)


def _floors(
    p: Projection, prefix: str = "", also: dict[str, Any] | None = None, names: Sequence[str] = tuple(FLOORS)
) -> Iterator[Lever]:
    """Floors of one or several segments together, with other changes; a floor already higher stays."""
    for name in names:
        paths = [f"participation.{s}.target_share" for s in FLOORS[name]]
        lowest = min(p.scenario.participation.of(s).target_share for s in FLOORS[name])
        shares = [k / STEPS for k in range(int(lowest * STEPS) + 1, STEPS + 1)]
        if shares and all(len(p.baseline.rows[segment]) for segment in FLOORS[name]):
            path = paths[0] if len(paths) == 1 and not also else ""
            changes = partial(_raised, p, paths, also=also)
            yield Lever(f"{prefix} {name}".strip(), shares, changes, path=path)


def _slower(p: Projection, past: Sequence[Way], coming: int, at: int) -> Iterator[Lever]:
    """Floors that alone would be reached in the past, taking until the target month or else the last one."""
    months = min(
        at if at >= coming else len(p.months) - 1, int(SETTINGS["participation.opd.ramp_months"].high or 0)
    )
    names = [way.lever for way in past if way.lever in FLOORS]
    if months >= coming:
        yield from _floors(p, "slower", _at_least(p, dict.fromkeys(_ramps(p), months)), names)


def _hurried(p: Projection, at: int) -> Iterator[Lever]:
    """Floors to be reached by the target month itself, where the plan takes longer."""
    if 0 < at < max(_ramps(p).values()):
        yield from _floors(p, "hurried", _at_most(p, at))


def _everything(p: Projection, at: int) -> Lever:
    """Every lever at once: one floor for all, everybody in, nobody stops, in the time there is."""
    also = _at_least(p, _waiting(p)) | _at_most(p, max(1, at)) | {LAPSE: 0.0}
    paths = [f"participation.{s}.target_share" for s in SEGMENTS]
    shares = [k / STEPS for k in range(1, STEPS + 1)]
    return Lever("everything", shares, partial(_raised, p, paths, also=also))


def _raised(
    p: Projection, paths: Sequence[str], value: Any, also: dict[str, Any] | None = None
) -> dict[str, Any]:
    """Settings at a value, none below what it is, and other changes beside them."""
    return _at_least(p, dict.fromkeys(paths, value)) | (also or {})


def _waiting(p: Projection) -> dict[str, int]:
    """Units of a segment that wait for a Rakor Monev, by the lever that brings them in; where any waits."""
    waiting = {f"monev.new_{s}": int(p.seats.queued[p.baseline.rows[s]].sum()) for s in ("opd", "kecamatan")}
    return {path: min(n, int(SETTINGS[path].bounds[1])) for path, n in waiting.items() if n}


def _ramps(p: Projection) -> dict[str, int]:
    participation = p.scenario.participation
    return {f"participation.{s}.ramp_months": participation.of(s).ramp_months for s in SEGMENTS}


def _at_least(p: Projection, changes: dict[str, Any]) -> dict[str, Any]:
    """The changes, never below what is set already."""
    return {path: max(value, setting_value(p.scenario, path)) for path, value in changes.items()}


def _at_most(p: Projection, months: int) -> dict[str, Any]:
    """All ramps at so many months, none longer than it is."""
    return {path: min(months, present) for path, present in _ramps(p).items()}
