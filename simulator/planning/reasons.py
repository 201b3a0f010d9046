"""Why a setting changes nothing; a reason is given only if it holds (docs/model.md, section 9)."""

from typing import Any

import numpy as np

from simulator.model.contributions import relief_shares
from simulator.model.growth import is_at_work, rakor_months
from simulator.model.parts import OFFICES
from simulator.model.programme import Programme
from simulator.model.projection import Projection
from simulator.model.seats import Seats

# True of every setting without effect; used if no more specific reason holds.
UNKNOWN = "changes_nothing_now"
NEW_UNITS = ("new_opd", "new_kecamatan", "new_units_per_month")


def reason(path: str, p: Projection, pushed: Seats, programme: Programme) -> tuple[str, dict[str, Any]]:
    """The reason, a code of `words/effects.py`, and its values; `pushed` are the seats at another value."""
    area, *_, name = path.split(".")
    if area == "participation":
        return _of_segment(path.split(".")[1], name, p, pushed)
    if name in NEW_UNITS:
        return _of_segment(name.removeprefix("new_"), name, p, pushed)
    holds = {
        "first_month": _monev,
        "every_months": _monev,
        "meetings": _meetings,
        "background_share_per_month": _growth,
        "push_share": _push,
        "push_half_life_months": _push,
        "push_repeat_factor": _push,
        "ceiling_share": _ceiling,
        "relief_applies": _relief,
        "transport_share": _relief,
        "prior_deaths_per_1000_year": _prior,
        "prior_person_years": _prior,
        "realised_share": _realised,
        "pledge_share": _pledges,
        "join_delay_months": _delay,
        "refill_share_per_month": _refill,
    }
    return (holds[name](name, p, programme) if name in holds else UNKNOWN), {}


def _of_segment(segment: str, name: str, p: Projection, pushed: Seats) -> tuple[str, dict[str, Any]]:
    rows, committed = p.baseline.rows[segment], p.seats
    if not len(rows):
        return "no_units_in_segment", {}
    if name in NEW_UNITS:
        return _new_units(rows, name, p), {}
    taking_part = rows[_in_time(p)[rows]]
    if not len(taking_part):
        return "no_unit_takes_part", {"units": len(rows)}
    same_plans = np.array_equal(committed.planned[taking_part], pushed.planned[taking_part])
    nobody_enters = not p.baseline.outside[taking_part].any()
    if name == "target_share" and same_plans:
        return "floor_below_present", {"share": float(committed.planned[taking_part].min())}
    if name in ("ramp_months", "curve") and np.array_equal(
        committed.reached[taking_part], committed.opening[taking_part]
    ):
        return "nothing_to_ramp", {}
    if name == "entry_share" and nobody_enters:
        return "nobody_enters", {}
    if name == "workers_per_asn" and same_plans and nobody_enters:
        return "no_floor_and_nobody_enters", {}
    return UNKNOWN, {}


def _new_units(rows: np.ndarray, name: str, p: Projection) -> str:
    waiting = rows[p.seats.queued[rows]]
    if _in_time(p)[waiting].all():
        return "no_units_left"
    if name == "new_units_per_month":
        return UNKNOWN
    if p.scenario.monev.first_month is None:
        return "no_monev_planned"
    return UNKNOWN if _monev_in_time(p) else "no_monev_in_time"


def _monev(name: str, p: Projection, programme: Programme) -> str:
    monev = p.scenario.monev
    if name == "every_months" and monev.first_month is None:
        return "no_monev_planned"
    waiting = [segment for segment in OFFICES if p.seats.queued[p.baseline.rows[segment]].any()]
    brings_units = any(getattr(monev, f"new_{segment}") for segment in waiting)
    if not (brings_units or p.scenario.growth.push_share and not _nobody_grows(p)):
        return "monev_brings_nobody"
    if name == "every_months" and monev.meetings == 1:
        return "one_monev_only"
    in_time = brings_units and _monev_in_time(p) or p.scenario.growth.push_share and len(_held(p))
    return UNKNOWN if in_time or monev.first_month is None else "no_monev_in_time"


def _meetings(name: str, p: Projection, programme: Programme) -> str:
    closer = _monev("every_months", p, programme)
    if closer not in ("one_monev_only", UNKNOWN):
        return closer
    fewer = p.scenario.monev.meetings or 1
    without_end = p.scenario.monev.model_copy(update={"meetings": None})
    held = rakor_months(without_end, p.baseline.month, p.scenario.horizon_months - 1)
    return "no_more_monev_in_time" if len(held) <= fewer else UNKNOWN


def _growth(name: str, p: Projection, programme: Programme) -> str:
    return "nobody_grows" if _nobody_grows(p) else UNKNOWN


def _push(name: str, p: Projection, programme: Programme) -> str:
    if p.scenario.monev.first_month is None:
        return "no_monev_planned"
    if not len(_held(p)):
        return "no_monev_in_time"
    if name != "push_share" and not p.scenario.growth.push_share:
        return "no_push"
    if name == "push_repeat_factor" and len(_held(p)) == 1:
        return "one_monev_only"
    return _growth(name, p, programme)


def _ceiling(name: str, p: Projection, programme: Programme) -> str:
    return UNKNOWN if is_at_work(p.scenario) else "no_growth"


def _relief(name: str, p: Projection, programme: Programme) -> str:
    plan = p.scenario.contribution
    if name == "transport_share" and not plan.relief_applies:
        return "relief_off"
    groups = (plan.transport_share,) if name == "relief_applies" else (0.0, 1.0)
    changes = [{"relief_applies": True, "transport_share": share} for share in groups]
    reliefs = [relief_shares(plan.model_copy(update=of), programme, p.months) for of in changes]
    return UNKNOWN if np.any(reliefs) else "relief_outside_projection"


def _prior(name: str, p: Projection, programme: Programme) -> str:
    return UNKNOWN if p.scenario.risk.deaths_per_1000_year is None else "rate_is_typed"


def _realised(name: str, p: Projection, programme: Programme) -> str:
    plans = np.where(p.baseline.outside, p.seats.planned > 0, p.seats.planned > p.seats.opening)
    return UNKNOWN if (plans & _in_time(p)).any() else "no_plan_to_fall_short"


def _pledges(name: str, p: Projection, programme: Programme) -> str:
    return UNKNOWN if ((p.baseline.pledge_workers > 0) & _in_time(p)).any() else "no_pledges"


def _delay(name: str, p: Projection, programme: Programme) -> str:
    if not p.seats.queued.any():
        return "no_queue"
    return UNKNOWN if (p.seats.queued & _in_time(p)).any() else "nobody_enters"


def _refill(name: str, p: Projection, programme: Programme) -> str:
    full = np.allclose(p.enrolment.enrolled, p.seats.seats, rtol=1e-12, atol=1e-9)
    return "no_vacant_seats" if full else UNKNOWN


def _in_time(p: Projection) -> np.ndarray:  # [units] bool
    """Units that take part within the projection."""
    return p.seats.start <= p.scenario.horizon_months


def _held(p: Projection) -> np.ndarray:
    """Months of every Rakor Monev that can have an effect within the projection; includes earlier ones."""
    return rakor_months(p.scenario.monev, p.baseline.month, p.scenario.horizon_months - 1)


def _monev_in_time(p: Projection) -> bool:
    """Whether no Rakor Monev is planned, or units join after one (a month later) within the projection."""
    held = _held(p) + 1 + p.scenario.delivery.join_delay_months
    is_new = _held(p) >= 0  # the units that earlier ones brought are in the baseline
    return p.scenario.monev.first_month is None or bool((held[is_new] <= p.scenario.horizon_months).any())


def _nobody_grows(p: Projection) -> bool:
    """Whether no unit is ever below its ceiling; planned seats always lie between opening and reached."""
    least = np.minimum(p.seats.opening, p.seats.reached)
    return not ((p.seats.ceiling > least) & _in_time(p)).any()
