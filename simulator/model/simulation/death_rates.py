"""The death rate of every draw and calendar year (docs/model.md, section 7)."""

from dataclasses import dataclass

import numpy as np

from simulator.model.arrays import Floats, Whole
from simulator.model.payouts import death_rate, prior_deaths
from simulator.model.scenario import DEATH_RATE
from simulator.model.simulation import numbers
from simulator.model.simulation.drawn import Drawn
from simulator.model.simulation.kept import kept_gammas, kept_normals


@dataclass(frozen=True, eq=False)
class DeathRates:
    """The factors of the yearly death rate of each draw."""

    of_programme: Floats  # [draws or 1] q0, deaths per member and year, before it is limited to 1
    exposure_factor: Floats  # [draws or 1] x, true exposure ÷ exposure from the history
    year_factors: Floats  # [years from the baseline's, draws or 1] y

    @property
    def yearly(self) -> Floats:  # [years, draws or 1]
        """Deaths per member and year in each calendar year."""
        return np.minimum(self.of_programme * self.year_factors, 1)

    def only(self, draws: Whole | slice) -> "DeathRates":
        """The rates of some draws only, by position."""
        parts = (self.of_programme, self.exposure_factor, self.year_factors)
        return DeathRates(*(a[..., draws] if a.shape[-1] > 1 else a for a in parts))


def draw_death_rates(drawn: Drawn) -> DeathRates:
    """Draw the death rates: typed, or gamma from prior and observed deaths; then a factor for each year."""
    spreads, seed = drawn.scenario.uncertainty, drawn.seed
    factor = np.ones(1)
    if drawn.scenario.risk.deaths_per_1000_year is not None:
        of_programme = drawn.values[DEATH_RATE] / 1000
    else:
        if spreads.exposure_cv > 0:
            log_variance = np.log1p(spreads.exposure_cv**2)
            normal = kept_normals(numbers.purpose(seed, "exposure"), drawn.draws)[0]
            factor = np.exp(np.sqrt(log_variance) * normal - log_variance / 2)
        of_programme = _estimated(drawn, factor)
    return DeathRates(of_programme, factor, _year_factors(drawn))


def expected_death_rates(drawn: Drawn) -> DeathRates:
    """The rates when nothing is drawn: as typed or estimated, the same in every year."""
    typed = drawn.values[DEATH_RATE] / 1000
    rate = np.where(np.isnan(typed), death_rate(drawn.scenario.risk, drawn.baseline), typed)
    return DeathRates(rate, np.ones(1), np.ones((len(_years(drawn)), 1)))


def _estimated(drawn: Drawn, exposure_factor: Floats) -> Floats:  # [draws or 1]
    """Deaths per member and year, drawn from prior and observed deaths."""
    risk, (deaths, exposure) = drawn.scenario.risk, drawn.baseline.experience
    shape = prior_deaths(risk) + deaths
    person_years = risk.prior_person_years + exposure * exposure_factor
    if shape == 0 or not person_years.all():
        return np.zeros(1)
    gamma: Floats = kept_gammas(shape, numbers.purpose(drawn.seed, "death rate"), drawn.draws)[0]
    return gamma / person_years


def _year_factors(drawn: Drawn) -> Floats:  # [years from the baseline's, draws or 1]
    spread, years = drawn.scenario.uncertainty.mortality_year_cv, _years(drawn)
    if spread == 0:
        return np.ones((len(years), 1))
    years = numbers.within(numbers.purpose(drawn.seed, "mortality of a year"), years)
    return kept_gammas(spread**-2, years, drawn.draws) * spread**2


def _years(drawn: Drawn) -> numbers.Keys:  # [years from the baseline's]
    last = drawn.baseline.month + drawn.scenario.horizon_months
    return numbers.counted(drawn.baseline.month // 12, last // 12 + 1)
