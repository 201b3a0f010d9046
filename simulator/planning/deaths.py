"""The basis of the death rate: named priors, and the intervals of the estimated and the observed rate."""

from dataclasses import dataclass

from simulator.model.baseline import Baseline
from simulator.model.payouts import prior_deaths
from simulator.model.scenario import SETTINGS, Scenario, with_values
from simulator.planning.intervals import gamma_interval

RATE, WEIGHT = "risk.prior_deaths_per_1000_year", "risk.prior_person_years"


@dataclass(frozen=True)
class Prior:
    """A prior belief about the death rate: a rate per 1,000 a year, with its weight in person-years.

    `rate_source` and `weight_source` are keys of sources.
    """

    name: str
    deaths_per_1000_year: float
    person_years: float
    rate_source: str
    weight_source: str


_DEFAULT = tuple(float(SETTINGS[path].reference) for path in (RATE, WEIGHT))
PRIORS = (
    Prior("population", _DEFAULT[0], _DEFAULT[1], "S30", "S51"),
    Prior("without_employer", 3.7, 2200.0, "S76", "S77"),
    Prior("all_segments", 1.8, 500.0, "S13", "S51"),
)
"""The priors with a name, the default first (docs/model.md, section 7)."""


def with_prior(scenario: Scenario, prior: Prior) -> Scenario:
    """The scenario with a prior's rate and weight; a typed death rate stays and takes precedence."""
    return with_values(scenario, {RATE: prior.deaths_per_1000_year, WEIGHT: prior.person_years})


def chosen_prior(scenario: Scenario) -> Prior | None:
    """The named prior that a scenario uses, None if its prior has no name."""
    risk = scenario.risk
    own = risk.prior_deaths_per_1000_year, risk.prior_person_years
    return next((p for p in PRIORS if (p.deaths_per_1000_year, p.person_years) == own), None)


def estimate_interval(scenario: Scenario, baseline: Baseline) -> tuple[float, float] | None:
    """The 95 % interval of the estimated death rate, per 1,000 a year, taking the exposure as exact.

    None if the rate is typed, or if there are no deaths or no person-years to estimate it from.
    """
    risk, (deaths, exposure) = scenario.risk, baseline.experience
    shape = prior_deaths(risk) + deaths
    years = risk.prior_person_years + exposure
    if risk.deaths_per_1000_year is not None or not shape or not years:
        return None
    low, high = gamma_interval(shape, shape)
    return min(1000.0, low / years * 1000), min(1000.0, high / years * 1000)


def observed_interval(baseline: Baseline) -> tuple[float, float] | None:
    """Garwood's 95 % interval of the observed deaths, per 1,000 a year; None without exposure."""
    deaths, exposure = baseline.experience
    if not exposure:
        return None
    low, high = gamma_interval(deaths, deaths + 1)
    return low / exposure * 1000, high / exposure * 1000
