"""Which value of one setting brings a result to a wanted value, or why none does."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from simulator.errors import Problem, UserError
from simulator.model.baseline import Baseline
from simulator.model.metrics import METRICS
from simulator.model.months import is_month, month_name, month_number
from simulator.model.payouts import death_rate
from simulator.model.programme import Programme
from simulator.model.projection import project
from simulator.model.scenario import SETTINGS, Scenario, setting_value, with_value
from simulator.model.settings import Setting

GRID = 120  # points looked at over a setting's bounds before closing in
HALVINGS = 60
DEATH_RATE = "risk.deaths_per_1000_year"
TOLERANCE = 1e-12  # relative: what only rounding moves has not moved


@dataclass(frozen=True)
class Answer:
    """What seeking gives: the value nearest to the present one at which the result reaches the wanted value.

    Where nothing does, `value` is the setting at which the result comes nearest, and `reached` that result;
    `reason` names a text `seek.<reason>`: reached, already, no_effect, not_reachable, undefined.
    """

    lever: str
    value: float | int | None  # whole where the lever counts whole things
    reached: float | None
    feasible: bool
    reason: str
    wanted: float
    present: float  # the result as things are


def seek(
    scenario: Scenario,
    baseline: Baseline,
    programme: Programme,
    metric: str,
    month: str,
    value: float,
    lever: str,
) -> Answer:
    """Finds the lever's value nearest to the present one at which a metric reaches `value` in a month.

    The result is looked at over the lever's whole bounds (at every whole number where it counts whole
    things), the first crossing on either side of the present value is closed in on, and the side is returned
    on which the wanted value is reached. Raises UserError for an unknown metric or lever, a month outside the
    projection and a value that is no number.
    """
    setting, at = _checked(scenario, baseline, metric, month, value, lever)

    def result(x: float) -> float:
        changed = with_value(scenario, lever, _typed(setting, x))
        series = METRICS[metric].series(project(changed, baseline, programme))
        # The horizon is a setting too.
        return float(series[at]) if at < len(series) else float("nan")

    now = setting_value(scenario, lever)
    if now is None:  # what the model uses instead: the estimate, or meetings without end
        now = death_rate(scenario.risk, baseline) * 1000 if lever == DEATH_RATE else setting.bounds[1]
    present = result(now)
    if present == value:
        return Answer(lever, _typed(setting, now), present, True, "already", value, present)
    points = _points(setting, now)
    results = np.array([result(x) for x in points])
    crossing = _nearest_crossing(points, results, now, present, value)
    if crossing is not None:
        x = _typed(setting, _close_in(result, *crossing, value, whole=setting.kind == "int"))
        return Answer(lever, x, result(x), True, "reached", value, present)
    if np.isnan(results).all():
        return Answer(lever, None, None, False, "undefined", value, present)
    best = int(np.nanargmin(abs(results - value)))
    there = results[~np.isnan(results)]
    flat = not np.isnan(present) and np.ptp(there) <= TOLERANCE * abs(there).max()
    x = _typed(setting, now if flat else points[best])
    return Answer(lever, x, result(x), False, "no_effect" if flat else "not_reachable", value, present)


def _typed(setting: Setting, x: float) -> float | int:
    """A lever's value as its file holds it."""
    return int(x) if setting.kind == "int" else float(x)


def _checked(
    scenario: Scenario, baseline: Baseline, metric: str, month: str, value: float, lever: str
) -> tuple[Setting, int]:
    problems = []
    seekable = [path for path, d in SETTINGS.items() if d.kind in ("int", "float")]
    if metric not in METRICS:
        problems.append(Problem("not_one_of", "--metric", metric, allowed=", ".join(METRICS)))
    if lever not in seekable:
        problems.append(Problem("not_one_of", "--lever", lever, allowed=", ".join(seekable)))
    if not np.isfinite(value):
        problems.append(Problem("not_a_number", "--value", value))
    at = month_number(month) - baseline.month if is_month(month) else -1
    if not is_month(month):
        problems.append(Problem("bad_month", "--month", month))
    elif not 0 <= at <= scenario.horizon_months:
        first, last = baseline.month_text, month_name(baseline.month + scenario.horizon_months)
        problems.append(Problem("outside_projection", "--month", month, first=first, last=last))
    if problems:
        raise UserError(*problems)
    return SETTINGS[lever], at


def _points(setting: Setting, now: float) -> np.ndarray:
    low, high = setting.bounds
    if setting.kind == "int" and high - low <= 2 * GRID:
        points = np.arange(low, high + 1, dtype=np.float64)
    else:
        points = np.linspace(low, high, GRID + 1)
        points = np.round(points) if setting.kind == "int" else points
    return np.unique(np.append(points, now))


def _nearest_crossing(
    points: np.ndarray, results: np.ndarray, now: float, present: float, value: float
) -> tuple[float, float] | None:
    """The neighbouring points (not yet, reached) nearest to `now` between which the value is passed."""
    # NaN reaches nothing, and from NaN one goes up.
    reached = results <= value if present > value else results >= value
    if not reached.any():
        return None
    here = int(np.searchsorted(points, now))
    above = [(i - 1, i) for i in range(here + 1, len(points)) if reached[i]][:1]
    below = [(i + 1, i) for i in range(here - 1, -1, -1) if reached[i]][:1]
    outside, inside = min(above + below, key=lambda step: abs(points[step[1]] - now))
    return float(points[outside]), float(points[inside])


def _close_in(
    result: Callable[[float], float], outside: float, inside: float, value: float, *, whole: bool
) -> float:
    """A point that reaches the value, found by halving the way from one that does to one that does not."""
    upwards = result(outside) < value if not np.isnan(result(outside)) else result(inside) >= value
    for _ in range(HALVINGS):
        middle = (outside + inside) / 2
        if whole:
            middle = float(np.floor(middle))
        if middle in (outside, inside):
            break
        there = result(middle)
        if (there >= value) if upwards else (there <= value):
            inside = middle
        else:
            outside = middle
    return inside
