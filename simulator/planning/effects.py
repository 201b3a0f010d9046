"""Settings that currently have no effect, and why (docs/model.md, section 9)."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from simulator.model.arrays import Floats
from simulator.model.months import month_number
from simulator.model.parts import SEGMENTS
from simulator.model.programme import Programme
from simulator.model.projection import Projection, project
from simulator.model.scenario import (
    SETTINGS,
    no_override,
    setting_value,
    with_override,
    with_value,
    with_values,
)
from simulator.model.seats import seats
from simulator.planning.reasons import reason

ACTING = tuple(path for path, setting in SETTINGS.items() if setting.group not in ("general", "uncertainty"))
"""Settings that move the projection: all but those of the groups general and uncertainty."""
THROUGH_SEATS = ("participation", "monev", "growth", "delivery")
"""Parts of a scenario that act only through the seats (`projection.project`)."""
TOLERANCE = 1e-12  # relative: smaller differences are only rounding


@dataclass(frozen=True)
class NoEffect:
    """Why a setting has no effect; `reason` names a sentence in `words/effects.py`, `values` fill it."""

    path: str
    reason: str
    values: dict[str, Any] = field(default_factory=dict)


@lru_cache(256)
def why_no_effect(projection: Projection, path: str) -> NoEffect | None:
    """Why one setting currently changes no result, or None if it changes one.

    A setting away from rest is compared with its resting value, one at rest with a bound. Cached because
    every run of a page calls it for every lever, usually with an unchanged projection.
    """
    scenario, programme = projection.scenario, projection.programme
    present, resting = setting_value(scenario, path), SETTINGS[path].resting
    other = resting if present != resting else _probe(projection, path, present)
    elsewhere = with_value(scenario, path, other)
    pushed = seats(elsewhere, projection.baseline)
    if not _same(projection.seats.seats, pushed.seats):
        return None
    is_through_seats = path.partition(".")[0] in THROUGH_SEATS
    if not is_through_seats and not _same_results(
        projection, project(elsewhere, projection.baseline, programme)
    ):
        return None
    return NoEffect(path, *reason(path, projection, pushed, programme))


def settings_without_effect(projection: Projection, programme: Programme) -> list[NoEffect]:
    """Every setting away from rest, every override and the target month, if it changes nothing."""
    scenario = projection.scenario
    moved = (path for path in ACTING if setting_value(scenario, path) != SETTINGS[path].resting)
    result = [effect for path in moved if (effect := why_no_effect(projection, path))]
    result += overrides_without_effect(projection, programme)
    month = month_number(scenario.target.month) - projection.baseline.month
    if not 0 <= month <= scenario.horizon_months:
        result.append(NoEffect("target.month", "target_outside_projection", {"month": scenario.target.month}))
    if death_rate_is_unknown(projection):
        result.append(NoEffect("risk.prior_person_years", "no_death_rate"))
    return result


def death_rate_is_unknown(projection: Projection) -> bool:
    """Whether no rate is typed and there is nothing to estimate one from, so that the model uses 0."""
    risk = projection.scenario.risk
    return (
        risk.deaths_per_1000_year is None and risk.prior_person_years + projection.baseline.experience[1] == 0
    )


def _probe(p: Projection, path: str, present: Any) -> Any:
    """A value to compare a resting setting with; for a month, that of the baseline."""
    setting = SETTINGS[path]
    if setting.kind == "switch":
        return not present
    if setting.kind == "month":
        return p.baseline.month_text
    if setting.kind == "choice":
        return next(option for option in reversed(setting.options) if option != present)
    if setting.unit == "meetings":  # at rest there is no end, so compare with the lowest number
        return setting.low
    return setting.high if present != setting.high else setting.low


def _same_results(a: Projection, b: Projection) -> bool:
    return all(
        _same(x, y)
        for x, y in (
            (a.enrolment.enrolled, b.enrolment.enrolled),
            (a.enrolment.left, b.enrolment.left),
            (a.seats.seats, b.seats.seats),
            (a.contributions_idr, b.contributions_idr),
            (a.payouts_idr, b.payouts_idr),
            (a.asn, b.asn),
        )
    )


def _same(x: Floats, y: Floats) -> bool:
    return bool((abs(x - y) <= TOLERANCE * abs(y)).all())


def overrides_without_effect(p: Projection, programme: Programme) -> list[NoEffect]:
    """Every override that changes nothing; `values` include its unit's code."""
    result = []
    for i, override in enumerate(p.scenario.overrides):
        place, unit, month = f"overrides[{i}]", {"unit": override.unit}, override.join_month
        without = with_override(p.scenario, no_override(override.unit))
        if month is not None and p.baseline.participating[p.baseline.index[override.unit]]:
            result.append(NoEffect(f"{place}.join_month", "already_takes_part", unit))
        elif month not in (None, "never") and month_number(month) <= p.baseline.month:
            result.append(NoEffect(f"{place}.join_month", "joins_before_month_1", unit | {"month": month}))
        elif _same_results(p, project(without, p.baseline, programme)):
            result.append(NoEffect(place, "override_changes_nothing", unit))
    return result


def floor_leaves_out(p: Projection, segment: str) -> int:
    """The number of units that no floor reaches, because they do not join within the projection."""
    return int((p.seats.start[p.baseline.rows[segment]] > p.scenario.horizon_months).sum())


def at_full_participation(p: Projection, programme: Programme) -> Projection:
    """The projection if every participating unit were at 100 % at once."""
    full = {"target_share": 1.0, "ramp_months": 1, "curve": "step"}.items()
    everything = {f"participation.{s}.{name}": value for s in SEGMENTS for name, value in full}
    return project(with_values(p.scenario, everything), p.baseline, programme)


def target_above_ceiling(p: Projection, programme: Programme) -> NoEffect | None:
    """A target beyond full participation, with the coverage that is possible in its month; None otherwise."""
    month = month_number(p.scenario.target.month) - p.baseline.month
    if not 0 <= month <= p.scenario.horizon_months:
        return None
    ceiling = float(at_full_participation(p, programme).coverage_share[month])
    if ceiling >= p.scenario.target.coverage_share:
        return None
    return NoEffect("target.coverage_share", "target_above_ceiling", {"share": ceiling, "at": month})


def at_rest(p: Projection, programme: Programme, path: str) -> Projection:
    """The projection with one setting at its resting value."""
    return project(with_value(p.scenario, path, SETTINGS[path].resting), p.baseline, programme)
