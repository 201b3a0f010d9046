"""A scenario on a baseline, month by month: the order of the steps and nothing else."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from simulator.model.arrays import Floats, Whole
from simulator.model.baseline import Baseline
from simulator.model.contributions import contribution_per_member
from simulator.model.enrolment import Enrolment, enrol, members_since, monthly_probability
from simulator.model.parts import SEGMENTS
from simulator.model.payouts import Payouts, death_rate, payouts
from simulator.model.programme import Programme
from simulator.model.scenario import Scenario
from simulator.model.seats import Seats, seats


@dataclass(frozen=True, eq=False)
class Projection:
    """Every series of one scenario; month 0 is the baseline, money is Rupiah, people are expected values."""

    scenario: Scenario
    baseline: Baseline
    months: Whole  # [months from 0] month numbers
    seats: Seats
    enrolment: Enrolment
    enrolled: Floats  # [months]
    monthly_death: float
    over_3_months: Floats  # [months] members with full JKM
    over_36_months: Floats  # [months] members with scholarship
    contribution_per_member_idr: Floats  # [months] JKK + JKM after relief
    jht_per_member_idr: Floats  # [months]
    payouts: Payouts

    @property
    def contributions_idr(self) -> Floats:  # [months]
        """All contributions, JHT included."""
        return self.enrolled * (self.contribution_per_member_idr + self.jht_per_member_idr)

    @property
    def payouts_idr(self) -> Floats:  # [months]
        """JKM and JKK payouts."""
        return self.payouts.jkm + self.payouts.jkk

    @cached_property
    def asn(self) -> Floats:  # [months]
        """ASN of all units."""
        total: Floats = self.seats.asn.sum(0)
        return total

    @property
    def coverage_share(self) -> Floats:  # [months]
        """Enrolled workers per ASN of that month."""
        return self.enrolled / self.asn

    @cached_property
    def enrolled_by_segment(self) -> dict[str, Floats]:  # each [months]
        """Enrolled workers of each segment."""
        return {s: self.enrolment.enrolled[self.baseline.rows[s]].sum(0) for s in SEGMENTS}

    @property
    def claims_ratio(self) -> Floats:  # [months]
        """Payouts per Rupiah of JKK and JKM contribution in the same month, NaN where nothing is paid in."""
        paid = self.enrolled * self.contribution_per_member_idr
        missing: Floats = np.full(len(paid), np.nan)
        return np.divide(self.payouts_idr, paid, out=missing, where=paid > 0)

    @cached_property
    def unit_share(self) -> Floats:  # [units, months]
        """Each unit's share of enrolment, by which payouts are shared out; 0 where nobody is enrolled."""
        of_unit = self.enrolment.enrolled
        return np.divide(of_unit, self.enrolled, out=np.zeros_like(of_unit), where=self.enrolled > 0)


def project(scenario: Scenario, baseline: Baseline, programme: Programme) -> Projection:
    """Projects a scenario whose overrides name units of the baseline (model contract, sections 3 to 6)."""
    months = baseline.month + np.arange(scenario.horizon_months + 1)
    committed = seats(scenario, baseline)
    monthly_death = monthly_probability(death_rate(scenario.risk, baseline))
    lapse, refill = scenario.retention.lapse_share_per_month, scenario.retention.refill_share_per_month
    members = enrol(committed.seats, monthly_death, lapse, refill)
    total = members.enrolled.sum(0)
    waiting = programme.benefits_in(months[:1])
    over_3, over_36 = (
        members_since(baseline, total, members.stay_share, int(waiting[name][0]))
        for name in ("jkm_full_from_months", "scholarship_from_months")
    )
    per_member, jht = contribution_per_member(scenario.contribution, programme, months)
    risk, income = scenario.risk, scenario.contribution.income_base_idr
    paid_out = payouts(risk, income, programme, months, monthly_death, total, over_3, over_36)
    return Projection(
        scenario,
        baseline,
        months,
        committed,
        members,
        total,
        monthly_death,
        over_3,
        over_36,
        per_member,
        jht,
        paid_out,
    )
