"""The task of every tool: project units over months, with their sums and contributions."""

from dataclasses import dataclass

import numpy as np

from simulator.model.contributions import contribution_per_member
from simulator.model.enrolment import enrol, monthly_probability
from simulator.model.payouts import death_rate
from simulator.model.projection import Projection, project
from simulator.model.scenario import Scenario, with_values
from simulator.model.seats import seats
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.scenario_store import load

SCENARIO, MONTHS = "irama-rakor-monev", 60
CHANGES = {
    "horizon_months": MONTHS,
    "participation.opd.target_share": 0.6,
    "participation.kecamatan.target_share": 0.8,
    "retention.lapse_share_per_month": 0.02,
    "retention.refill_share_per_month": 0.5,
}
PROGRAMME = read_programme()


@dataclass(frozen=True, eq=False)
class Task:
    """The numbers a tool starts from; arrays are [units] unless noted otherwise."""

    asn: np.ndarray
    enrolled: np.ndarray
    opening: np.ndarray  # seats per ASN
    reached: np.ndarray  # seats per ASN
    start: np.ndarray  # months from the baseline
    ramp_start: np.ndarray
    ramp_months: np.ndarray
    stays: float  # share kept in a month
    death: float  # probability in a month
    refill: float
    per_member_idr: np.ndarray  # [months from 0]


def scenario() -> Scenario:
    """A shipped scenario with floors, a queue and lapse, over 60 months, without growth by itself."""
    return with_values(load(SCENARIO).scenario, CHANGES)


GIVEN = scenario()
BASELINE = read_baseline_named(GIVEN.baseline)


def engine() -> Projection:
    """The project's own projection, including tenure and payouts, which the other tools leave out."""
    projection = project(GIVEN, BASELINE, PROGRAMME)
    _ = projection.payouts  # computed lazily
    return projection


def same_sums() -> dict[str, np.ndarray]:
    """The sums that the others compute, from the engine: no tenure or payouts.

    It does compute who joins when, which the other tools get as input.
    """
    rate, retention = monthly_probability(death_rate(GIVEN.risk, BASELINE)), GIVEN.retention
    lapse, refill = retention.lapse_share_per_month, retention.refill_share_per_month
    enrolled = enrol(seats(GIVEN, BASELINE).seats, rate, lapse, refill).enrolled.sum(0)
    months = BASELINE.month + np.arange(MONTHS + 1)
    paid = sum(contribution_per_member(GIVEN.contribution, PROGRAMME, months))
    return {"enrolled": enrolled, "contributions_idr": enrolled * paid}


def task() -> Task:
    """The same scenario as numbers; who joins when and the seat ratios are taken from the engine."""
    given, p = GIVEN, engine()
    months = [given.participation.of(segment).ramp_months for segment in BASELINE.segments]
    death = monthly_probability(death_rate(given.risk, BASELINE))
    return Task(
        asn=BASELINE.asn,
        enrolled=BASELINE.enrolled,
        opening=p.seats.opening,
        reached=p.seats.reached,
        start=p.seats.start,
        ramp_start=np.where(BASELINE.participating, 1, p.seats.start + 1),
        ramp_months=np.array(months),
        stays=(1 - death) * (1 - given.retention.lapse_share_per_month),
        death=death,
        refill=given.retention.refill_share_per_month,
        per_member_idr=p.contribution_per_member_idr + p.jht_per_member_idr,
    )


def expected() -> dict[str, np.ndarray]:
    """The sums that every tool must compute; each [months from 0]."""
    p = engine()
    return {"enrolled": p.enrolled, "contributions_idr": p.contributions_idr, "deaths": p.payouts.deaths}
