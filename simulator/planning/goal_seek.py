"""Goal seek: the value of one lever, or of several together, that brings a result to a wanted value."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from simulator.errors import Problem, UserError
from simulator.model.arrays import Floats
from simulator.model.baseline import Baseline
from simulator.model.metrics import METRICS
from simulator.model.programme import Programme
from simulator.model.projection import project
from simulator.model.ranges import range_of
from simulator.model.scenario import SETTINGS, Scenario, with_values
from simulator.planning.crossings import close_in, nearest_crossing, other_crossings
from simulator.planning.levers import Track, track_of
from simulator.planning.likely_seek import LikelySeek
from simulator.planning.sweep import metric_in, results
from simulator.planning.typed_month import offset_of

TOLERANCE = 1e-12  # relative: smaller differences are only rounding
MOST_OTHERS = 3
ROUNDED_IDR = 1e-3  # a budget overrun up to this is only rounding
DRAWN_METRICS = ("enrolled", "coverage_share")  # metrics that can be sought with a wanted chance


@dataclass(frozen=True)
class Limits:
    """Additional conditions: at least the share `chance` (above 0, at most 1) of the draws reach the value.

    `draws` None means the scenario's own number of draws. Contributions of the month may be at most
    `budget_idr` more than now, if all goes as planned.
    """

    chance: float | None = None
    draws: int | None = None
    budget_idr: float | None = None


NO_LIMITS = Limits()


@dataclass(frozen=True)
class SeekResult:
    """The outcome of goal seeking: the values nearest to the present that give the wanted result.

    `values` are by path, and `reached` is the result there. If no values give the wanted result, they are
    those that come nearest; if there is no result at all, `values` is empty. `reason` names a text
    `seek.<reason>`: reached, already, no_effect, drawn, over_budget, not_reachable, undefined. `others` are
    further values of a single lever at which the result crosses the wanted one. With a wanted chance
    `likely`, `chance` is the share of draws that reach the wanted result, `draws` the number of draws, and
    `planned` the values that reach it if all goes as planned.
    """

    levers: tuple[str, ...]
    values: dict[str, float | int]  # whole if the lever counts whole things
    reached: float | None
    feasible: bool
    reason: str
    wanted: float
    present: float  # the result as things are
    others: tuple[float, ...] = ()
    likely: float | None = None
    chance: float | None = None
    draws: int | None = None
    planned: dict[str, float | int] | None = None

    @property
    def lever(self) -> str:
        """The only lever; raises ValueError if there are more."""
        (path,) = self.levers
        return path

    @property
    def value(self) -> float | int | None:
        """The value of the only lever, None if there is no result."""
        return self.values.get(self.lever)


def seek(
    scenario: Scenario,
    baseline: Baseline,
    programme: Programme,
    metric: str,
    month: str,
    value: float,
    *levers: str,
    limits: Limits = NO_LIMITS,
) -> SeekResult:
    """Find the levers' values nearest to the present ones at which a metric reaches `value` in a month.

    The result is computed at points over the track of the levers (at every whole number if a lever counts
    whole things), the crossing nearest to the present place is narrowed down, and the side is returned on
    which the wanted value is reached. If the budget does not suffice, the answer goes as far as the budget
    allows. Raises UserError for an unknown metric or lever, a month outside the projection and a number that
    is not finite or out of bounds.
    """
    at = _checked(scenario, baseline, metric, month, value, levers)
    _check_limits(metric, limits)

    def line(changed: Scenario) -> float:
        return metric_in(project(changed, baseline, programme), metric, at)

    present = line(scenario)
    chance, budget_idr = limits.chance, limits.budget_idr
    towards = -1 if present > value and chance is None else 1
    track = track_of(scenario, baseline, levers, lambda changed: towards * (line(changed) - present))
    looked_at = [track.settings(x) for x in track.points.tolist()]
    looks = results(scenario, baseline, programme, metric, at, looked_at)
    looks[track.points == track.now] = present
    result = _plain(track, looks, lambda x: line(track.at(x)), value, tuple(levers))
    search = None
    if chance is not None:
        count = scenario.uncertainty.draws if limits.draws is None else limits.draws
        search = LikelySeek(track, baseline, metric, at, value, chance, count)
        result = _likely(result, search, line)
    if budget_idr is None or not result.feasible:
        return result

    def paid(changed: Scenario) -> float:
        return float(project(changed, baseline, programme).contributions_idr[at])

    most = paid(scenario) + budget_idr
    if paid(with_values(scenario, result.values)) <= most + ROUNDED_IDR:
        return result
    x = _as_far_as(track, lambda x: paid(track.at(x)), most)
    there = _at(result, track, x, line)
    return replace(there, feasible=False, reason="over_budget", chance=search.chance(x) if search else None)


def _at(answer: SeekResult, track: Track, x: float, line: Callable[[Scenario], float]) -> SeekResult:
    """The answer moved to another place of the track."""
    return replace(answer, values=track.settings(x), reached=line(track.at(x)), others=())


def _likely(planned: SeekResult, search: LikelySeek, line: Callable[[Scenario], float]) -> SeekResult:
    """The answer for the wanted chance, which keeps the values of the `planned` answer alongside."""
    track = search.track
    x, share, reason = search.answer()
    if reason == "no_effect" and any(range_of(track.scenario, path) for path in planned.levers):
        reason = "drawn"  # in every draw the drawn value replaces that of the lever
    return replace(
        _at(planned, track, x, line),
        feasible=reason in ("reached", "already"),
        reason=reason,
        likely=search.likely,
        chance=share,
        draws=search.draws,
        planned=planned.values if planned.feasible else None,
    )


def _as_far_as(track: Track, paid: Callable[[float], float], most: float) -> float:
    """The last place, going outward from now, at which contributions do not exceed `most`."""
    points = track.points
    crossing = nearest_crossing(points, lambda i: paid(points[i]) > most, track.now)
    if crossing is None:
        return track.now
    beyond, within = crossing[1], crossing[0]
    # With the sign turned, the place within budget is the one that reaches the value.
    return within if track.is_whole else close_in(lambda x: -paid(x), beyond, within, -most, whole=False)


def _plain(
    track: Track,
    looks: Floats,
    result: Callable[[float], float],
    value: float,
    levers: tuple[str, ...],
) -> SeekResult:
    """The answer if all goes as planned; `looks` are the results at the points of the track, [points]."""
    now, present = track.now, result(track.now)
    if present == value:
        return SeekResult(levers, track.settings(now), present, True, "already", value, present)
    points = track.points
    # NaN counts as not reached; if the present result is NaN, values above are sought.
    reached = looks <= value if present > value else looks >= value
    crossing = nearest_crossing(points, reached.__getitem__, now)
    if crossing is not None:
        others = other_crossings(points, reached, crossing) if len(levers) == 1 else []
        ends = [crossing, *others[:MOST_OTHERS]]
        x, *more = (close_in(result, *end, value, whole=track.is_whole) for end in ends)
        return SeekResult(
            levers, track.settings(x), result(x), True, "reached", value, present, tuple(map(float, more))
        )
    if np.isnan(looks).all():
        return SeekResult(levers, {}, None, False, "undefined", value, present)
    flat = not np.isnan(present) and _is_flat(looks)
    x = now if flat else float(points[np.nanargmin(abs(looks - value))])
    reason = "no_effect" if flat else "not_reachable"
    return SeekResult(levers, track.settings(x), result(x), False, reason, value, present)


def _is_flat(looks: Floats) -> bool:
    there = looks[~np.isnan(looks)]
    return bool(np.ptp(there) <= TOLERANCE * abs(there).max())


def _checked(
    scenario: Scenario, baseline: Baseline, metric: str, month: str, value: float, levers: Sequence[str]
) -> int:
    """The month, as offset from the baseline."""
    problems = []
    seekable = [path for path, d in SETTINGS.items() if d.kind in ("int", "float")]
    if metric not in METRICS:
        problems.append(Problem("not_one_of", "--metric", metric, allowed=", ".join(METRICS)))
    for lever in levers:
        if lever not in seekable:
            problems.append(Problem("not_one_of", "--lever", lever, allowed=", ".join(seekable)))
    problems += [Problem("lever_twice", "--lever", p) for p in dict.fromkeys(levers) if levers.count(p) > 1]
    if not np.isfinite(value):
        problems.append(Problem("not_a_number", "--value", value))
    at, wrong = offset_of(scenario, baseline, month)
    problems += wrong
    if problems:
        raise UserError(*problems)
    return at


def _check_limits(metric: str, limits: Limits) -> None:
    chance, draws, budget_idr = limits.chance, limits.draws, limits.budget_idr
    problems = []
    if chance is not None and metric not in DRAWN_METRICS:
        problems.append(Problem("not_one_of", "--metric", metric, allowed=", ".join(DRAWN_METRICS)))
    if chance is not None and not 0 < chance <= 1:
        problems.append(Problem("not_a_chance", "--chance", chance))
    low, high = map(int, SETTINGS["uncertainty.draws"].bounds)
    if draws is not None and not low <= draws <= high:
        problems.append(Problem("out_of_bounds", "--draws", draws, low=low, high=high))
    if budget_idr is not None and not 0 <= budget_idr < np.inf:
        problems.append(Problem("negative", "--budget-idr", budget_idr))
    if problems:
        raise UserError(*problems)
