"""The levers that may bring the target nearer, alone and in sensible pairs, with the values to try."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

import numpy as np

from simulator.model.parts import OFFICES, SEGMENTS
from simulator.model.projection import Projection
from simulator.model.scenario import FLOORS, SETTINGS, setting_value

STEPS = 1000  # shares are tried in tenths of a percent, the precision of the screen
LAPSE = "retention.lapse_share_per_month"
FLOOR_LEVERS = {
    "opd": ("opd",),
    "kecamatan": ("kecamatan",),
    "offices": OFFICES,
    "other": ("other",),
    "all": SEGMENTS,
}
"""The levers that raise floors, and the segments of these floors."""
Manner = Literal["planned", "all_in", "hurried", "slower"]
"""What accompanies raising floors: nothing, every office joining, less time, or more time."""


@dataclass(frozen=True, eq=False)
class Lever:
    """Settings moved together, and the values to try, from the present one outwards.

    `in_order` means that each further value gives at least as many workers in every month, so that bisection
    finds the first that suffices. `path` is set for a single setting, so that a lack of effect can be
    explained.
    """

    name: str
    values: Sequence[Any]
    changes: Callable[[Any], dict[str, Any]]
    in_order: bool = True
    path: str = ""
    manner: Manner = "planned"


def levers(p: Projection) -> Iterator[Lever]:
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
    p: Projection,
    manner: Manner = "planned",
    also: dict[str, Any] | None = None,
    names: Sequence[str] = tuple(FLOOR_LEVERS),
) -> Iterator[Lever]:
    """Levers that raise floors of one or several segments, with other changes; a higher floor stays."""
    for name in names:
        paths = [FLOORS[s] for s in FLOOR_LEVERS[name]]
        lowest = min(p.scenario.participation.of(s).target_share for s in FLOOR_LEVERS[name])
        shares = [k / STEPS for k in range(int(lowest * STEPS) + 1, STEPS + 1)]
        if shares and all(len(p.baseline.rows[segment]) for segment in FLOOR_LEVERS[name]):
            path = paths[0] if len(paths) == 1 and not also else ""
            changes = partial(_raised, p, paths, also=also)
            yield Lever(name, shares, changes, path=path, manner=manner)


def slower(p: Projection, past: Sequence[str], coming: int, at: int) -> Iterator[Lever]:
    """Floors that alone would be reached in the past (`past`), with all the time until the target month.

    `coming` is the first month that is not past, `at` the target month, both offsets from the baseline; if
    the target month is past, they take until the last month.
    """
    months = min(
        at if at >= coming else len(p.months) - 1, int(SETTINGS["participation.opd.ramp_months"].high or 0)
    )
    names = [lever for lever in past if lever in FLOOR_LEVERS]
    if months >= coming:
        yield from _floors(p, "slower", _at_least(p, dict.fromkeys(_ramps(p), months)), names)


def hurried(p: Projection, at: int) -> Iterator[Lever]:
    """Floors to be reached by the target month itself, if the plan takes longer."""
    if 0 < at < max(_ramps(p).values()):
        yield from _floors(p, "hurried", _at_most(p, at))


def everything(p: Projection, at: int) -> Lever:
    """Every lever at once: one floor for all, every office joins, nobody lapses, within the time left."""
    also = _at_least(p, _waiting(p)) | _at_most(p, max(1, at)) | {LAPSE: 0.0}
    paths = list(FLOORS.values())
    shares = [k / STEPS for k in range(1, STEPS + 1)]
    return Lever("everything", shares, partial(_raised, p, paths, also=also))


def _raised(
    p: Projection, paths: Sequence[str], value: Any, also: dict[str, Any] | None = None
) -> dict[str, Any]:
    """Changes that raise settings to a value, none below its present one, plus other changes."""
    return _at_least(p, dict.fromkeys(paths, value)) | (also or {})


def _waiting(p: Projection) -> dict[str, int]:
    """The number of waiting units by the lever that brings them in, for each segment in which any waits."""
    waiting = {f"monev.new_{s}": int(p.seats.queued[p.baseline.rows[s]].sum()) for s in OFFICES}
    return {path: min(n, int(SETTINGS[path].bounds[1])) for path, n in waiting.items() if n}


def _ramps(p: Projection) -> dict[str, int]:
    participation = p.scenario.participation
    return {f"participation.{s}.ramp_months": participation.of(s).ramp_months for s in SEGMENTS}


def _at_least(p: Projection, changes: dict[str, Any]) -> dict[str, Any]:
    """The changes, with no value below the present one."""
    return {path: max(value, setting_value(p.scenario, path)) for path, value in changes.items()}


def _at_most(p: Projection, months: int) -> dict[str, Any]:
    """All ramps shortened to at most `months`."""
    return {path: min(months, present) for path, present in _ramps(p).items()}
