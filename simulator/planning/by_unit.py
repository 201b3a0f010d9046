"""A metric of one month split over the units, so that their parts add up to it."""

from collections.abc import Callable

import numpy as np

from simulator.model.metrics import JOINED_THRESHOLD, METRICS
from simulator.model.parts import OFFICES, SEGMENTS
from simulator.model.projection import Projection

# Projection and offset of the month in, [units] out.
Split = Callable[[Projection, int], np.ndarray]


def _of_segments(p: Projection, segments: tuple[str, ...]) -> np.ndarray:  # [units] bool
    return np.isin(p.baseline.segments, segments)


def _enrolled_of(segment: str) -> Split:
    return lambda p, t: p.enrolment.enrolled[:, t] * _of_segments(p, (segment,))


def _by_enrolment(metric: str) -> Split:
    return lambda p, t: p.unit_share[:, t] * METRICS[metric].series(p)[t]


BY_UNIT: dict[str, Split] = {
    "enrolled": lambda p, t: p.enrolment.enrolled[:, t],
    "coverage_share": lambda p, t: p.enrolment.enrolled[:, t] / p.asn[t],
    **{f"enrolled_{segment}": _enrolled_of(segment) for segment in SEGMENTS},
    "units_joined": lambda p, t: (
        (p.enrolment.enrolled[:, t] > JOINED_THRESHOLD) * _of_segments(p, OFFICES) * 1.0
    ),
    "joined": lambda p, t: p.enrolment.enrolled[:, t] - p.enrolment.kept[:, t],
    "left": lambda p, t: p.enrolment.enrolled[:, max(t - 1, 0)] - p.enrolment.kept[:, t],
    **{
        name: _by_enrolment(name)
        for name in ("contributions_idr", "deaths", "jkm_payouts_idr", "jkk_payouts_idr", "payouts_idr")
    },
}
"""Only metrics that are sums over units: risk and tenure are pooled, so all units share one claims ratio."""
