"""Results computed from the draws of one scenario: bands, means and chances (docs/model.md, section 7)."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from simulator.model.arrays import Floats
from simulator.model.baseline import Baseline
from simulator.model.contributions import contribution_per_member
from simulator.model.months import month_number
from simulator.model.programme import Programme
from simulator.model.projection import Projection, project
from simulator.model.scenario import Scenario
from simulator.model.seats import asn_factor
from simulator.model.simulation.death_rates import DeathRates
from simulator.model.simulation.drawn import Drawn
from simulator.model.simulation.quantiles import quantiles

SERIES = (
    "enrolled",
    "coverage_share",
    "contributions_idr",
    "payouts_idr",
    "cumulative_contributions_idr",
    "cumulative_payouts_idr",
    "cumulative_claims_ratio",
)
"""The series that `run --draws` writes, in this order (section 8)."""
TOLERANCE = 1e-12  # relative to the value that is to be reached


@dataclass(frozen=True, eq=False)
class Simulation:
    """Every draw of one scenario; people are expected values given the drawn settings, payouts are random.

    Arrays are [months from 0, draws] unless noted otherwise. Cumulated sums run from month 1 on.
    """

    scenario: Scenario
    baseline: Baseline
    programme: Programme
    drawn: Drawn
    death_rates: DeathRates
    enrolled: Floats
    payouts_idr: Floats  # NaN if simulated without money

    @property
    def seed(self) -> int:
        """The seed of its random numbers."""
        return self.drawn.seed

    @property
    def draws(self) -> int:
        """The number of draws."""
        return len(self.drawn.draws)

    @property
    def normals(self) -> dict[str, Floats]:
        """The standard normals behind each range, by the setting's path; [draws]."""
        return self.drawn.normals

    @cached_property
    def projection(self) -> Projection:
        """The projection (the plan line): what follows if everything goes as set."""
        return project(self.scenario, self.baseline, self.programme)

    @cached_property
    def asn(self) -> Floats:  # [months, draws or 1]
        """ASN of all units."""
        growth, months = self.drawn.values["workforce.asn_growth_per_year"], np.arange(len(self.enrolled))
        total: Floats = self.baseline.asn.sum() * asn_factor(growth, months[:, None])
        return total

    @cached_property
    def coverage_share(self) -> Floats:
        """Enrolled workers per ASN of that month."""
        return self.enrolled / self.asn

    @property
    def contributions_idr(self) -> Floats:
        """All contributions, JHT included."""
        return self.enrolled * self._per_worker["contributions_idr"]

    @property
    def contributions_without_jht_idr(self) -> Floats:
        """Contributions of JKK and JKM."""
        return self.enrolled * self._per_member[0]

    @cached_property
    def cumulative_contributions_idr(self) -> Floats:
        """Contributions from month 1 on, JHT included."""
        return _cumulated(self.contributions_idr)

    @cached_property
    def cumulative_contributions_without_jht_idr(self) -> Floats:
        """Contributions of JKK and JKM from month 1 on."""
        if not self._per_member[1].any():  # nobody pays into JHT
            return self.cumulative_contributions_idr
        return _cumulated(self.contributions_without_jht_idr)

    @cached_property
    def cumulative_payouts_idr(self) -> Floats:
        """Payouts from month 1 on."""
        return _cumulated(self.payouts_idr)

    @cached_property
    def cumulative_claims_ratio(self) -> Floats:
        """Payouts per Rupiah of JKK and JKM contribution from month 1 on; NaN if nothing was paid in."""
        paid_in = self.cumulative_contributions_without_jht_idr
        with np.errstate(divide="ignore", invalid="ignore"):
            ratio: Floats = self.cumulative_payouts_idr / paid_in
        ratio[paid_in <= 0] = np.nan
        return ratio

    def series(self, name: str) -> Floats:
        """The draws of one of SERIES."""
        if name not in SERIES:
            raise KeyError(name)
        values: Floats = getattr(self, name)
        return values

    def band(self, name: str, shares: tuple[float, ...] = (0.05, 0.25, 0.5, 0.75, 0.95)) -> Floats:
        """Quantiles over draws, month by month; [shares, months], NaN if no draw has a value."""
        per_worker = self._per_worker.get(name)
        if per_worker is not None and per_worker.shape[1] == 1:  # the same in every draw: their order stays
            if shares not in self._enrolled_bands:
                self._enrolled_bands[shares] = quantiles(self.enrolled, shares)
            return self._enrolled_bands[shares] * per_worker[:, 0]
        return quantiles(self.series(name), shares)

    def mean(self, name: str) -> Floats:  # [months]
        """The mean over the draws that have a value, month by month; NaN if none has."""
        values = self.series(name)
        mean: Floats = values.mean(1)
        missing = np.isnan(mean)
        there = ~np.isnan(values[missing])
        count, total = there.sum(1), np.where(there, values[missing], 0).sum(1)
        mean[missing] = np.divide(total, count, out=np.full(len(count), np.nan), where=count > 0)
        return mean

    def chance(self, name: str, month: int, value: float) -> float:
        """The share of draws in which a series reaches a value in a month (offset from the baseline)."""
        reached = self.series(name)[month] >= value - TOLERANCE * max(1, abs(value))
        return float(reached.mean())

    @property
    def target_chance(self) -> float | None:
        """The share of draws that meet the target in its month, None if it is outside the projection."""
        month = month_number(self.scenario.target.month) - self.baseline.month
        if not 0 <= month < len(self.enrolled):
            return None
        return self.chance("coverage_share", month, self.scenario.target.coverage_share)

    @cached_property
    def _enrolled_bands(self) -> dict[tuple[float, ...], Floats]:
        """A cache of quantiles of the enrolled, by their shares; each [shares, months]."""
        return {}

    @cached_property
    def _per_worker(self) -> dict[str, Floats]:
        """Factors from enrolled to each series proportional to enrolment; each [months, draws or 1]."""
        return {
            "enrolled": np.ones((len(self.enrolled), 1)),
            "coverage_share": 1 / self.asn,
            "contributions_idr": self._per_member[0] + self._per_member[1],
        }

    @cached_property
    def _per_member(self) -> tuple[Floats, Floats]:
        """A member's contribution excluding JHT, and that for JHT; [months, draws or 1], [months, 1]."""
        months = self.baseline.month + np.arange(len(self.enrolled))
        transport = self.drawn.values["contribution.transport_share"]
        plan = self.scenario.contribution
        none, all_of_it = (
            contribution_per_member(
                plan.model_copy(update={"transport_share": share}), self.programme, months
            )
            for share in (0.0, 1.0)
        )
        per_member = none[0][:, None] + (all_of_it[0] - none[0])[:, None] * transport
        return per_member, none[1][:, None]


def _cumulated(monthly: Floats) -> Floats:
    total = np.empty_like(monthly)
    total[0] = 0
    for month in range(1, len(monthly)):  # numpy's own cumsum over rows takes three times as long
        np.add(total[month - 1], monthly[month], out=total[month])
    return total
