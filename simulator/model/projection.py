"""The projection of a scenario on a baseline, month by month; only the order of the steps is set here."""

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
    """Every series of one scenario; month 0 is the baseline, money is Rupiah, people are expected values.

    Money is computed lazily: goal seeking runs hundreds of projections and needs only their enrolled.
    """

    scenario: Scenario
    baseline: Baseline
    programme: Programme
    months: Whole  # [months from 0] month numbers
    seats: Seats
    enrolment: Enrolment
    enrolled: Floats  # [months]
    monthly_death: float

    @cached_property
    def over_3_months(self) -> Floats:  # [months]
        """Members entitled to full JKM."""
        return self._members_since("jkm_full_from_months")

    @cached_property
    def over_36_months(self) -> Floats:  # [months]
        """Members entitled to the scholarship."""
        return self._members_since("scholarship_from_months")

    def _members_since(self, wait: str) -> Floats:
        least = getattr(self.programme.benefits_of(int(self.months[0])), wait)
        return members_since(self.baseline, self.enrolled, self.enrolment.stay_share, least)

    @cached_property
    def _per_member(self) -> tuple[Floats, Floats]:
        return contribution_per_member(self.scenario.contribution, self.programme, self.months)

    @property
    def contribution_per_member_idr(self) -> Floats:  # [months]
        """JKK + JKM after relief."""
        return self._per_member[0]

    @property
    def jht_per_member_idr(self) -> Floats:  # [months]
        """The JHT contribution, which relief does not lower."""
        return self._per_member[1]

    @cached_property
    def payouts(self) -> Payouts:
        """Deaths, and the payouts for deaths and accidents."""
        return payouts(
            self.scenario.risk,
            self.scenario.contribution.income_base_idr,
            self.programme,
            self.months,
            self.monthly_death,
            total=self.enrolled,
            over_3_months=self.over_3_months,
            over_36_months=self.over_36_months,
        )

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
        """Payouts per Rupiah of JKK and JKM contribution in the same month, NaN if nothing is paid in."""
        paid = self.enrolled * self.contribution_per_member_idr
        missing: Floats = np.full(len(paid), np.nan)
        return np.divide(self.payouts_idr, paid, out=missing, where=paid > 0)

    @cached_property
    def unit_share(self) -> Floats:  # [units, months]
        """Each unit's share of the enrolled, used to divide payouts; 0 if nobody is enrolled."""
        of_unit = self.enrolment.enrolled
        return np.divide(of_unit, self.enrolled, out=np.zeros_like(of_unit), where=self.enrolled > 0)


def project(scenario: Scenario, baseline: Baseline, programme: Programme) -> Projection:
    """Project a scenario (docs/model.md, sections 3 to 6); its overrides must name units of the baseline.

    Raises UserError if the baseline is before the first known rate or benefit.
    """
    months = baseline.month + np.arange(scenario.horizon_months + 1)
    programme.check_known(months[:1])
    committed = seats(scenario, baseline)
    monthly_death = monthly_probability(death_rate(scenario.risk, baseline))
    lapse, refill = scenario.retention.lapse_share_per_month, scenario.retention.refill_share_per_month
    members = enrol(committed.seats, monthly_death, lapse, refill)
    return Projection(
        scenario=scenario,
        baseline=baseline,
        programme=programme,
        months=months,
        seats=committed,
        enrolment=members,
        enrolled=members.enrolled.sum(0),
        monthly_death=monthly_death,
    )
