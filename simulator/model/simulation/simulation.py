"""The draws of one scenario: the order of the steps, and what is read off them (section 7)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from simulator.model.arrays import Floats
from simulator.model.baseline import Baseline
from simulator.model.contributions import contribution_per_member
from simulator.model.enrolment import monthly_probabilities
from simulator.model.months import month_number
from simulator.model.programme import Programme
from simulator.model.projection import Projection, project
from simulator.model.scenario import Scenario
from simulator.model.simulation.death_rates import DeathRates, draw_death_rates
from simulator.model.simulation.drawn import Drawn, draw_settings
from simulator.model.simulation.join_groups import Joining, joining
from simulator.model.simulation.members import members_since, roll, stay_shares
from simulator.model.simulation.payouts import Members, drawn_payouts
from simulator.model.simulation.seats import BlockSeats

SERIES = (
    "enrolled",
    "coverage_share",
    "contributions_idr",
    "payouts_idr",
    "cumulative_contributions_idr",
    "cumulative_payouts_idr",
    "cumulative_claims_ratio",
)
"""What `run --draws` writes, in its order (section 8)."""
MONEY_AT_ONCE = 500  # draws whose money is reckoned at a time, to stay in the processor's own memory
TOLERANCE = 1e-12  # of a value that is to be reached


@dataclass(frozen=True, eq=False)
class Simulation:
    """Every draw of one scenario; people are expected values given the settings drawn, money falls by chance.

    Arrays are [months from 0, draws] where nothing else is said. Cumulated sums run from month 1 on.
    """

    scenario: Scenario
    baseline: Baseline
    programme: Programme
    drawn: Drawn
    death_rates: DeathRates
    enrolled: Floats
    payouts_idr: Floats  # NaN where money was not asked for

    @property
    def seed(self) -> int:
        """The seed its random numbers lie under."""
        return self.drawn.seed

    @property
    def draws(self) -> int:
        """How many draws there are."""
        return len(self.drawn.draws)

    @property
    def normals(self) -> dict[str, Floats]:
        """The standard normals behind each range, by the setting's path; [draws]."""
        return self.drawn.normals

    @cached_property
    def projection(self) -> Projection:
        """The line: what follows if everything goes as set."""
        return project(self.scenario, self.baseline, self.programme)

    @cached_property
    def asn(self) -> Floats:  # [months, draws or 1]
        """ASN of all units."""
        years = np.arange(len(self.enrolled))[:, None] / 12
        growth = 1 + self.drawn.values["workforce.asn_growth_per_year"]
        total: Floats = self.baseline.asn.sum() * growth**years
        return total

    @cached_property
    def coverage_share(self) -> Floats:
        """Enrolled workers per ASN of that month."""
        return self.enrolled / self.asn

    @cached_property
    def contributions_idr(self) -> Floats:
        """All contributions, JHT included."""
        return self.enrolled * sum(self._per_member)

    @cached_property
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
        return _cumulated(self.contributions_without_jht_idr)

    @cached_property
    def cumulative_payouts_idr(self) -> Floats:
        """Payouts from month 1 on."""
        return _cumulated(self.payouts_idr)

    @cached_property
    def cumulative_claims_ratio(self) -> Floats:
        """Payouts per Rupiah of JKK and JKM contribution from month 1 on; NaN where nothing was paid in."""
        paid_in = self.cumulative_contributions_without_jht_idr
        missing = np.full_like(paid_in, np.nan)
        return np.divide(self.cumulative_payouts_idr, paid_in, out=missing, where=paid_in > 0)

    def series(self, name: str) -> Floats:
        """The draws of one of SERIES."""
        if name not in SERIES:
            raise KeyError(name)
        values: Floats = getattr(self, name)
        return values

    def band(self, name: str, shares: tuple[float, ...] = (0.05, 0.25, 0.5, 0.75, 0.95)) -> Floats:
        """Quantiles over draws, month by month; [shares, months], NaN where no draw has a value."""
        return quantiles(self.series(name), shares)

    def mean(self, name: str) -> Floats:  # [months]
        """The mean over the draws that have a value, month by month; NaN where none has."""
        values = self.series(name)
        there = ~np.isnan(values)
        total, count = np.where(there, values, 0).sum(1), there.sum(1)
        mean: Floats = np.divide(total, count, out=np.full(len(values), np.nan), where=count > 0)
        return mean

    def chance(self, name: str, month: int, value: float) -> float:
        """The share of draws in which a series reaches a value in a month from the baseline."""
        reached = self.series(name)[month] >= value - TOLERANCE * max(1, abs(value))
        return float(reached.mean())

    @property
    def target_chance(self) -> float | None:
        """The share of draws that meet the target in its month, None where that is outside the projection."""
        month = month_number(self.scenario.target.month) - self.baseline.month
        if not 0 <= month < len(self.enrolled):
            return None
        return self.chance("coverage_share", month, self.scenario.target.coverage_share)

    @cached_property
    def _per_member(self) -> tuple[Floats, Floats]:
        """Contribution of a member without and for JHT; [months, draws or 1], [months, 1]."""
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


def simulate(
    scenario: Scenario,
    baseline: Baseline,
    programme: Programme,
    draws: int | None = None,
    seed: int | None = None,
    money: bool = True,
    chance: bool = True,
    told: Callable[[float], object] | None = None,
) -> Simulation:
    """Simulates a scenario, with its own number of draws and seed where none are given.

    Without `money` only people are simulated; without `chance` deaths and accidents are replaced by their
    mean in each draw. `told` hears after each block which share of the draws is done.
    """
    draws = scenario.uncertainty.draws if draws is None else draws
    drawn = draw_settings(scenario, baseline, scenario.uncertainty.seed if seed is None else seed, draws)
    rates, joins = draw_death_rates(drawn), joining(drawn)
    enrolled = np.empty((scenario.horizon_months + 1, draws))
    paid, done = np.full_like(enrolled, np.nan), 0
    for positions, block in drawn.blocks():
        monthly_death = _monthly_deaths(rates.only(positions), baseline.month, len(enrolled))
        people, kept = _members(block, joins, monthly_death)
        enrolled[:, positions] = people
        for first in range(0, len(positions), MONEY_AT_ONCE) if money else ():
            part = np.arange(first, min(first + MONEY_AT_ONCE, len(positions)))
            some, deaths = (
                block.only(part),
                monthly_death[:, part] if monthly_death.shape[1] > 1 else monthly_death,
            )
            members = _by_tenure(some, programme, people[:, part], kept[:, part])
            paid[:, positions[part]] = drawn_payouts(some, programme, members, deaths, chance=chance)
        done += len(positions)
        if told:
            told(done / draws)
    return Simulation(scenario, baseline, programme, drawn, rates, enrolled, paid)


def quantiles(values: Floats, shares: tuple[float, ...]) -> Floats:
    """Quantiles of each row, by linear interpolation and without its NaN; [shares, rows]."""
    rising = np.sort(values, axis=1)  # NaN come last
    count = np.full(len(values), values.shape[1])
    missing = np.isnan(rising[:, -1])
    count[missing] -= np.isnan(rising[missing]).sum(1)
    last = np.maximum(count - 1, 0)
    place = np.array(shares)[:, None] * last
    below = np.floor(place).astype(int)
    row = np.arange(len(values))
    low, high = rising[row, below], rising[row, np.minimum(below + 1, last)]
    found: Floats = low + (high - low) * (place - below)
    return found


def _monthly_deaths(rates: DeathRates, first_month: int, months: int) -> Floats:  # [months, draws or 1]
    year = (first_month + np.arange(months)) // 12 - first_month // 12
    return monthly_probabilities(rates.yearly)[year]


def _members(block: Drawn, joins: Joining, monthly_death: Floats) -> tuple[Floats, Floats]:
    """Enrolled and kept of all units; both [months, draws]."""
    lapse, refill = (block.values[f"retention.{n}_share_per_month"] for n in ("lapse", "refill"))
    seats = BlockSeats(block, joins)
    stays = np.ones((len(monthly_death), max(lapse.size, monthly_death.shape[1])))
    stays[1:] = (1 - monthly_death[:-1]) * (1 - lapse)
    enrolled, kept = roll(seats.steady(), stays, refill)
    for unit in seats.falling():
        of_unit, kept_of_unit = roll(unit, stays, refill)
        enrolled += of_unit
        kept += kept_of_unit
    return enrolled, kept


def _by_tenure(block: Drawn, programme: Programme, enrolled: Floats, kept: Floats) -> Members:
    stay = stay_shares(enrolled, kept)
    waiting = programme.benefits_in(np.array([block.baseline.month]))
    over_3, over_36 = (
        members_since(block.baseline, enrolled, stay, int(waiting[name][0]))
        for name in ("jkm_full_from_months", "scholarship_from_months")
    )
    return Members(enrolled - over_3, np.maximum(over_3 - over_36, 0), over_36)


def _cumulated(monthly: Floats) -> Floats:
    total = np.zeros_like(monthly)
    np.cumsum(monthly[1:], axis=0, out=total[1:])
    return total
