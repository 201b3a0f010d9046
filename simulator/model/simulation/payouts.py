"""Payouts of each draw, with random deaths and accidents (docs/model.md, sections 6 and 7)."""

from dataclasses import dataclass

import numpy as np

from simulator.model.arrays import Floats, Whole
from simulator.model.programme import Programme
from simulator.model.simulation import numbers
from simulator.model.simulation.drawn import Drawn
from simulator.model.simulation.inversion import normals, poissons

CASES_AT_ONCE = 50_000


@dataclass(frozen=True, eq=False)
class Members:
    """Members of each draw by tenure; each [months from 0, draws]."""

    enrolled: Floats
    under_3_months: Floats
    from_3_months: Floats
    from_36_months: Floats

    @property
    def classes(self) -> tuple[tuple[str, Floats], ...]:
        """The classes of section 7, each with the purpose of its random numbers."""
        return (
            ("deaths under 3 months", self.under_3_months),
            ("deaths from 3 months", self.from_3_months),
            ("deaths from 36 months", self.from_36_months),
        )


def drawn_payouts(
    drawn: Drawn, programme: Programme, members: Members, monthly_death: Floats, *, chance: bool
) -> Floats:  # [months from 0, draws]
    """Rupiah paid out in each month; without `chance`, the expected amount given the rates of each draw.

    `monthly_death` is [months, draws or 1].
    """
    months = drawn.baseline.month + np.arange(len(monthly_death))
    rules = {name: amount[:, None] for name, amount in programme.benefits_in(months).items()}
    scholarship = drawn.values["risk.scholarship_per_death_idr"]
    full = rules["jkm_full_idr"]
    paid = np.zeros_like(members.from_3_months)
    for (name, of_class), amount in zip(
        members.classes, (rules["jkm_funeral_idr"], full, full + scholarship)
    ):
        deaths = of_class * monthly_death
        if chance:
            deaths = _counts(drawn, name, months, deaths)
        deaths *= amount
        paid += deaths
    accidents = members.enrolled * (drawn.values["risk.accidents_per_1000_year"] / 12_000)
    grant = rules["jkk_death_base_multiple"] * drawn.scenario.contribution.income_base_idr
    fatal_idr = grant + rules["jkk_death_fixed_idr"] + scholarship
    if chance:
        counts = _counts(drawn, "accidents", months, accidents).astype(int)
        fatal, cost = _cases(drawn, months, counts)
    else:
        share = drawn.values["risk.fatal_share"]
        fatal, cost = accidents * share, accidents * (1 - share)
    paid += fatal * fatal_idr + cost * drawn.values["risk.nonfatal_cost_idr"]
    return paid


def _counts(drawn: Drawn, name: str, months: Whole, rates: Floats) -> Floats:
    calendar = numbers.counted(int(months[0]), int(months[-1]) + 1)[:, None]
    return poissons(rates, numbers.purpose(drawn.seed, name), calendar, drawn.draws)


def _cases(drawn: Drawn, months: Whole, counts: Whole) -> tuple[Floats, Floats]:
    """Fatal accidents, and the cost of the others in units of its mean; both [months, draws].

    Each case has its own random numbers, so one more case moves none of the others.
    """
    fatal, cost = np.empty(counts.shape), np.empty(counts.shape)
    busiest = max(1, int(counts.sum(1).max()))
    rows = max(1, CASES_AT_ONCE // busiest)
    for first in range(0, len(counts), rows):
        some = slice(first, first + rows)
        fatal[some], cost[some] = _some_cases(drawn, months[some], counts[some])
    return fatal, cost


def _some_cases(drawn: Drawn, months: Whole, counts: Whole) -> tuple[Floats, Floats]:
    log_variance = np.log1p(drawn.scenario.uncertainty.nonfatal_cost_cv**2)
    in_month = numbers.within(numbers.purpose(drawn.seed, "case"), months.astype(np.uint64))
    in_cell = numbers.within(in_month[:, None], drawn.draws).ravel()
    cells = np.flatnonzero(counts > 0)
    of_cell = counts.ravel()[cells]
    cell = np.repeat(cells, of_cell)
    case = np.arange(cell.size) - np.repeat(np.cumsum(of_cell) - of_cell, of_cell)
    at_case, number = in_cell[cell], 2 * case.astype(np.uint64)
    share = drawn.values["risk.fatal_share"]
    of_case = share[cell % counts.shape[1]] if len(share) > 1 else share
    is_fatal = numbers.uniforms(numbers.within(at_case, number)) < of_case
    normal = normals(numbers.within(at_case, number + np.uint64(1)))
    cost = np.exp(np.sqrt(log_variance) * normal - log_variance / 2)
    cost[is_fatal] = 0
    fatal = np.zeros(counts.size)
    np.add.at(fatal, cell[is_fatal], 1)
    costs = np.bincount(cell, cost, counts.size).astype(float)
    return fatal.reshape(counts.shape), costs.reshape(counts.shape)
