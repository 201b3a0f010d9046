"""Reconcile each published total with the count from units, history and dated rules."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from simulator.model.baseline import Baseline
from simulator.model.baseline_facts import Fact
from simulator.model.programme import Programme

State = Literal["agrees", "differs", "misprint", "not_counted"]
PRINTED_PLACES = 4  # a share is printed as a percentage with two decimals
MISPRINTS = ("coverage_misprint_share",)


@dataclass(frozen=True)
class Reconciled:
    """A published figure and its count; `counted` is None if it cannot be counted from the data."""

    fact: Fact
    counted: float | None
    state: State


def reconcile(baseline: Baseline, programme: Programme) -> tuple[Reconciled, ...]:
    """Every published total of a baseline, in the order of its file."""
    counts = _Counts(baseline, programme)
    return tuple(
        _line(fact, COUNTED[fact.key](counts) if fact.key in COUNTED else None)
        for fact in baseline.facts.facts
    )


def _line(fact: Fact, counted: float | None) -> Reconciled:
    if counted is None:
        return Reconciled(fact, None, "not_counted")
    same = round(counted, PRINTED_PLACES) == round(fact.value, PRINTED_PLACES)
    return Reconciled(fact, counted, "agrees" if same else "misprint" if fact.key in MISPRINTS else "differs")


class _Counts:
    """Counts from the data of a baseline; segments as in `Baseline.rows`."""

    def __init__(self, baseline: Baseline, programme: Programme):
        self.baseline, self.rules = baseline, programme

    def count(self, segment: str, status: str = "") -> float:
        """The number of units of a segment, of one status (`UnitRow.status`) or, without one, of all."""
        units = self.baseline.units
        return float(sum(status in ("", units[i].status) for i in self.baseline.rows[segment]))

    def total(self, what: str, segment: str = "", only: np.ndarray | None = None) -> float:
        """The sum of `asn`, `enrolled` or `pledge_workers` over a segment or all, or the units in `only`."""
        values = np.where(only if only is not None else True, getattr(self.baseline, what), 0)
        return float(values[self.baseline.rows[segment]].sum() if segment else values.sum())

    @property
    def enrolled_after_pledges(self) -> float:
        """Enrolled if every pledge is kept."""
        return self.total("enrolled") + self.total("pledge_workers")

    @property
    def deaths(self) -> float | None:
        """Deaths so far, None if they are not known."""
        deaths = self.baseline.facts.deaths
        return deaths.value if deaths else None

    @property
    def before(self) -> float | None:
        """The published count before the increase, None if the history does not have it."""
        before = self.published("enrolled_before")
        return next((p.enrolled for p in self.baseline.facts.history if p.enrolled == before), None)

    def published(self, key: str) -> float | None:
        """A published figure, used to compute others; None if it is missing."""
        fact = self.baseline.fact(key)
        return fact.value if fact else None

    @property
    def target_workers(self) -> float | None:
        """Workers that the published target requires, given all ASN."""
        share = self.published("target_share")
        return None if share is None else float(np.ceil(share * self.total("asn") - 1e-6))

    @property
    def full_jkm_idr(self) -> float:
        """The full JKM benefit of the baseline month."""
        return self.rules.benefits_of(self.baseline.month).jkm_full_idr

    @property
    def lowest_rate_idr(self) -> float:
        """JKK + JKM a month at the lowest income base, in the baseline month."""
        return self.rules.rates_of(self.baseline.month).lowest_idr


def _less(left: float | None, right: float | None) -> float | None:
    return None if left is None or right is None else left - right


def _of_segment(segment: str) -> dict[str, Callable[[_Counts], float | None]]:
    return {
        f"{segment}_count": lambda c: c.count(segment),
        f"{segment}_participating": lambda c: c.count(segment, "full") + c.count(segment, "partial"),
        f"{segment}_pledged": lambda c: c.count(segment, "pledged"),
        f"{segment}_full_count": lambda c: c.count(segment, "full"),
        f"{segment}_enrolled": lambda c: c.total("enrolled", segment),
        f"{segment}_pledge_workers": lambda c: c.total("pledge_workers", segment),
    }


COUNTED: dict[str, Callable[[_Counts], float | None]] = {
    "asn_total": lambda c: c.total("asn"),
    "enrolled_total": lambda c: c.total("enrolled"),
    "enrolled_before": lambda c: c.before,
    "coverage_share": lambda c: c.total("enrolled") / c.total("asn"),
    "coverage_misprint_share": lambda c: c.total("enrolled") / c.total("asn"),
    "increase_total": lambda c: _less(c.total("enrolled"), c.before),
    "pledge_workers_total": lambda c: c.total("pledge_workers"),
    "enrolled_after_pledges": lambda c: c.enrolled_after_pledges,
    "coverage_after_pledges_share": lambda c: c.enrolled_after_pledges / c.total("asn"),
    "other_enrolled": lambda c: c.total("enrolled", "other"),
    "target_workers": lambda c: c.target_workers,
    "target_gap_workers": lambda c: _less(c.target_workers, c.enrolled_after_pledges),
    "deaths": lambda c: c.deaths,
    "payouts_so_far_idr": lambda c: None if c.deaths is None else c.deaths * c.full_jkm_idr,
    "contributions_so_far_idr": lambda c: c.baseline.person_years_so_far * 12 * c.lowest_rate_idr,
    "opd_asn_all": lambda c: c.total("asn", "opd"),
    "opd_asn_participating": lambda c: c.total("asn", "opd", c.baseline.participating),
    **_of_segment("opd"),
    **_of_segment("kecamatan"),
}
"""By key of a published figure, how it is counted; a figure that is not listed cannot be counted."""
