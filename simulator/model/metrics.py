"""The metrics of a projection: one registry for screens, goal seeking, comparison, records and exports."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from simulator.model.arrays import Flags, Floats
from simulator.model.months import month_number
from simulator.model.parts import OFFICES
from simulator.model.projection import Projection

JOINED_THRESHOLD = 1e-6  # a unit counts as joined above this many workers
TARGET_TOLERANCE = 1e-6  # of a worker


@dataclass(frozen=True)
class Metric:
    """A monthly series of a projection: its name in files, unit and computation; [months from 0]."""

    name: str
    unit: Literal["people", "share", "units", "idr", "ratio"]
    series: Callable[[Projection], Floats]


def _units_joined(p: Projection) -> Floats:
    offices = np.concatenate([p.baseline.rows[segment] for segment in OFFICES])
    joined: Floats = (p.enrolment.enrolled[offices] > JOINED_THRESHOLD).sum(0)
    return joined


METRICS = {
    m.name: m
    for m in (
        Metric("enrolled", "people", lambda p: p.enrolled),
        Metric("coverage_share", "share", lambda p: p.coverage_share),
        Metric("enrolled_opd", "people", lambda p: p.enrolled_by_segment["opd"]),
        Metric("enrolled_kecamatan", "people", lambda p: p.enrolled_by_segment["kecamatan"]),
        Metric("enrolled_other", "people", lambda p: p.enrolled_by_segment["other"]),
        Metric("units_joined", "units", _units_joined),
        Metric("joined", "people", lambda p: p.enrolment.joined),
        Metric("left", "people", lambda p: p.enrolment.left),
        Metric("contributions_idr", "idr", lambda p: p.contributions_idr),
        Metric("deaths", "people", lambda p: p.payouts.deaths),
        Metric("jkm_payouts_idr", "idr", lambda p: p.payouts.jkm),
        Metric("jkk_payouts_idr", "idr", lambda p: p.payouts.jkk),
        Metric("payouts_idr", "idr", lambda p: p.payouts_idr),
        Metric("claims_ratio", "ratio", lambda p: p.claims_ratio),
    )
}
COLUMNS = tuple(name for name in METRICS if name != "claims_ratio")
"""The columns of `run` after the month, in the order of docs/model.md, section 8."""


@dataclass(frozen=True)
class TargetStatus:
    """How a projection compares with its target.

    Months are offsets from the baseline, people are expected values. The number of workers a target requires
    is rounded up: half a worker short is short.
    """

    month: int
    inside: bool
    # The month that is compared: the target month, or the last month if the target lies outside.
    read_month: int
    workers: float  # required in `read_month`
    enrolled: float  # in `read_month`
    first_met: int | None  # first month at or above the target
    lost: int | None  # first later month below the target again, up to the horizon
    # First month after the target month that is no longer on the same side of the target.
    turns: int | None

    @property
    def met(self) -> bool:
        """Whether the target is met in its month."""
        return self.inside and self.gap <= TARGET_TOLERANCE

    @property
    def gap(self) -> float:
        """Workers short of the target, negative if there are more than it requires."""
        return self.workers - self.enrolled


def target_workers(p: Projection) -> Floats:  # [months from 0]
    """Workers the target requires, given the ASN of each month, rounded up."""
    return np.ceil(p.scenario.target.coverage_share * p.asn - TARGET_TOLERANCE)


def target_met(p: Projection) -> Flags:  # [months from 0]
    """Whether each month has at least the enrolled workers that the target requires."""
    return p.enrolled >= target_workers(p) - TARGET_TOLERANCE


def target_status(p: Projection) -> TargetStatus:
    """Compare a projection with its own target, month by month."""
    month = month_number(p.scenario.target.month) - p.baseline.month
    inside = 0 <= month < len(p.months)
    needed, met = target_workers(p), target_met(p)
    first = int(np.argmax(met)) if met.any() else None
    lost = None
    if first is not None and not met[first:].all():
        lost = first + int(np.argmin(met[first:]))
    at = month if inside else len(p.months) - 1
    other_side = met[at:] != met[at]
    turns = at + int(np.argmax(other_side)) if other_side.any() else None
    return TargetStatus(
        month=month,
        inside=inside,
        read_month=at,
        workers=float(needed[at]),
        enrolled=float(p.enrolled[at]),
        first_met=first,
        lost=lost,
        turns=turns,
    )


def headline(p: Projection, end: int | None = None, first: int = 1) -> dict[str, float | None]:
    """The headline numbers of a projection by name, None if a number does not exist.

    Sums run over months `first` to `end` (default: the horizon), and `..._at_horizon` is the value in `end`.
    """
    status, end = target_status(p), p.scenario.horizon_months if end is None else end
    months = slice(first, end + 1)
    paid_in, paid_out = float(p.contributions_idr[months].sum()), float(p.payouts_idr[months].sum())
    without_jht = float((p.enrolled * p.contribution_per_member_idr)[months].sum())
    at = status.month if status.inside else None
    return {
        "enrolled_at_target": None if at is None else float(p.enrolled[at]),
        "coverage_at_target": None if at is None else float(p.coverage_share[at]),
        "gap_at_target": None if at is None else max(0.0, status.gap),
        "months_to_target": None if status.first_met is None else float(status.first_met),
        "enrolled_at_horizon": float(p.enrolled[end]),
        "coverage_at_horizon": float(p.coverage_share[end]),
        "contributions_total_idr": paid_in,
        "payouts_total_idr": paid_out,
        "claims_ratio_total": paid_out / without_jht if without_jht > 0 else None,
    }
