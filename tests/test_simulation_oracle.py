"""The simulation compared with a second, plain one and with closed forms.

Fixed seeds, bounds of 5 standard errors.
"""

import math

import numpy as np
import pytest
import simulation_oracle
from regency import PROGRAMME, Regency, scenario_of, unit
from strategies import DEFAULTS, OPEN_REGENCY, OPEN_SCENARIO, changed

from simulator.model.simulation import simulate

DRAWS = 3000
RANGES = [
    {"setting": setting, "low": low, "high": high}
    for setting, low, high in (
        ("participation.opd.entry_share", 0.2, 0.5),
        ("growth.background_share_per_month", 0.0005, 0.004),
        ("growth.push_share", 0.05, 0.2),
        ("growth.push_half_life_months", 1, 4),
        ("growth.push_repeat_factor", 0.1, 0.6),
        ("growth.ceiling_share", 0.5, 0.9),
        ("delivery.realised_share", 0.28, 0.84),
        ("delivery.pledge_share", 0.6, 0.98),
        ("delivery.join_delay_months", 0, 4),
        ("retention.lapse_share_per_month", 0.005, 0.05),
        ("retention.refill_share_per_month", 0.05, 0.8),
        ("workforce.asn_growth_per_year", 0.0, 0.03),
        ("contribution.transport_share", 0.1, 0.5),
        ("risk.accidents_per_1000_year", 2.2, 5.5),
        ("risk.fatal_share", 0.01, 0.05),
        ("risk.nonfatal_cost_idr", 5e6, 9e6),
        ("risk.scholarship_per_death_idr", 3e6, 6e6),
    )
]
EVERYTHING = changed(
    OPEN_SCENARIO
    | {"overrides": [{"unit": "opd-in", "target_share": 0.1, "workers_per_asn": None, "join_month": None}]},
    {
        "uncertainty.ranges": RANGES,
        "growth.background_share_per_month": 0.001,
        "growth.push_share": 0.1,
        "risk.prior_person_years": 50.0,
    },
)
SMALLER = changed(
    EVERYTHING, {"uncertainty.ranges": [*RANGES[:11], RANGES[11] | {"low": -0.02}, *RANGES[12:]]}
)
SERIES = ("enrolled", "contributions_idr", "contributions_without_jht_idr", "payouts_idr")


def both(content, regency, seed=1):
    """The four series of the plain simulation and of the program; each [months, draws]."""
    plain = simulation_oracle.simulate(content, *regency, DRAWS, np.random.default_rng(seed))
    program = simulate(scenario_of(content), regency.baseline(), PROGRAMME, draws=DRAWS, seed=seed)
    return {name: (plain[name].T, getattr(program, name)) for name in SERIES}


def assert_same_mean(a, b):
    """Means of two samples, [.., draws], differ by less than 5 standard errors."""
    error = np.sqrt((a.var(-1) + b.var(-1)) / a.shape[-1])
    assert np.all(np.abs(a.mean(-1) - b.mean(-1)) <= 5 * error + 1e-9 * np.abs(a.mean(-1)))


def assert_same_distribution(a, b):
    """The Kolmogorov–Smirnov distance of two samples is one that chance exceeds in 1 of a million cases."""
    points = np.concatenate((a, b))
    shares = [np.searchsorted(np.sort(sample), points, side="right") / len(sample) for sample in (a, b)]
    allowed = math.sqrt(-math.log(1e-6 / 2) / 2) * math.sqrt((len(a) + len(b)) / (len(a) * len(b)))
    assert np.abs(shares[0] - shares[1]).max() <= allowed


@pytest.mark.parametrize("content", [EVERYTHING, SMALLER], ids=["growing", "shrinking"])
def test_the_plain_simulation_agrees_in_means_and_in_the_distribution_of_the_claims_ratio(content):
    found = both(content, OPEN_REGENCY)
    for plain, program in found.values():
        assert_same_mean(plain, program)
        assert_same_mean(plain[1:].cumsum(0), program[1:].cumsum(0))
        assert_same_mean(plain[-1] ** 2, program[-1] ** 2)
        assert_same_distribution(plain[-1], program[-1])
    ratios = [
        found["payouts_idr"][which][1:].sum(0) / found["contributions_without_jht_idr"][which][1:].sum(0)
        for which in (0, 1)
    ]
    assert_same_distribution(*ratios)


# ---- closed forms: one big unit that neither grows nor shrinks, all members for three months but less than 36

MEMBERS = 40_000
BIG = Regency([unit("A", "other", 50_000, enrolled=MEMBERS)], [("2024-08", MEMBERS), ("2025-08", MEMBERS)], 4)
STILL = changed(
    DEFAULTS | {"overrides": []},
    {
        "horizon_months": 1,
        "retention.lapse_share_per_month": 0.0,
        "retention.refill_share_per_month": 1.0,
        "uncertainty.ranges": [],
        "uncertainty.exposure_cv": 0.0,
        "uncertainty.mortality_year_cv": 0.0,
        "risk.scholarship_per_death_idr": 0.0,
        "risk.accidents_per_1000_year": 0.0,
        "risk.deaths_per_1000_year": 5.0,
    },
)
MANY = 20_000


def paid_in_the_first_month(changes, regency=BIG):
    """Rupiah paid out in the baseline month; [draws]."""
    scenario = scenario_of(changed(STILL, changes))
    return simulate(scenario, regency.baseline(), PROGRAMME, draws=MANY, seed=5).payouts_idr[0]


def assert_mean_and_variance(sample, mean, variance):
    """Both agree within 5 standard errors; that of the variance is estimated from the sample."""
    assert abs(sample.mean() - mean) <= 5 * math.sqrt(variance / len(sample))
    squares = (sample - mean) ** 2
    assert abs(squares.mean() - variance) <= 5 * squares.std() / math.sqrt(len(sample))


def monthly(yearly):
    return 1 - (1 - yearly) ** (1 / 12)


@pytest.mark.parametrize("per_1000", [0.02, 0.3, 5.0, 90.0])
def test_deaths_are_poisson(per_1000):
    deaths = paid_in_the_first_month({"risk.deaths_per_1000_year": per_1000}) / 42e6
    expected = MEMBERS * monthly(per_1000 / 1000)
    assert_mean_and_variance(deaths, expected, expected)
    none = math.exp(-expected)
    assert abs((deaths == 0).mean() - none) <= 5 * math.sqrt(none * (1 - none) / MANY) + 1 / MANY
    assert np.all(np.abs(deaths - np.round(deaths)) < 1e-6)


def test_accidents_are_compound_poisson():
    paid = paid_in_the_first_month(
        {"risk.deaths_per_1000_year": 0.0, "risk.accidents_per_1000_year": 0.6, "risk.fatal_share": 0.0}
    )
    cases, cost, cv = MEMBERS * 0.6 / 12_000, 6_600_000, 2.0
    assert_mean_and_variance(paid / cost, cases, cases * (1 + cv**2))


def test_fatal_accidents_are_a_share_of_all():
    paid = paid_in_the_first_month(
        {
            "risk.deaths_per_1000_year": 0.0,
            "risk.accidents_per_1000_year": 0.6,
            "risk.fatal_share": 0.25,
            "risk.nonfatal_cost_idr": 0.0,
        }
    )
    fatal = MEMBERS * 0.6 / 12_000 * 0.25
    assert_mean_and_variance(paid / 70e6, fatal, fatal)


@pytest.mark.parametrize("person_years", [500.0, 20.0])
def test_deaths_about_an_estimated_rate_are_gamma_poisson(person_years):
    """Poisson within a draw, gamma between draws: the variance is the mean plus the variance of the expected number."""
    deaths = (
        paid_in_the_first_month({"risk.deaths_per_1000_year": None, "risk.prior_person_years": person_years})
        / 42e6
    )
    shape, rate = 6.4 / 1000 * person_years + 4, person_years + MEMBERS
    grid = np.linspace(1e-9, (shape + 40 * math.sqrt(shape)) / rate, 200_001)
    density = np.exp((shape - 1) * np.log(grid) - rate * grid)
    density /= density.sum()
    expected = MEMBERS * monthly(grid)
    mean = (density * expected).sum()
    assert_mean_and_variance(deaths, mean, mean + (density * (expected - mean) ** 2).sum())


def test_a_year_and_the_exposure_move_the_death_rate_as_their_spread_says():
    changes = {
        "risk.deaths_per_1000_year": None,
        "uncertainty.exposure_cv": 0.2,
        "uncertainty.mortality_year_cv": 0.5,
    }
    scenario = scenario_of(changed(STILL, {**changes, "horizon_months": 24}))
    rates = simulate(scenario, BIG.baseline(), PROGRAMME, draws=MANY, seed=5, money=False).death_rates
    assert_mean_and_variance(rates.exposure_factor, 1, 0.04)
    assert rates.year_factors.shape == (3, MANY)  # 2025 to 2027
    for year in rates.year_factors:
        assert_mean_and_variance(year, 1, 0.25)
    assert np.all(np.abs(np.corrcoef(rates.year_factors)[~np.eye(3, dtype=bool)]) < 5 / math.sqrt(MANY))
    line = (6.4 / 1000 * 500 + 4) / (500 + MEMBERS)
    assert (
        1.02 < rates.of_programme.mean() / line < 1.06
    )  # exposure is drawn independently: the mean of 1 ÷ x is 4 % above 1


def test_without_deaths_and_without_a_prior_nobody_dies():
    nobody = Regency(BIG.units, BIG.history, 0)
    none = {"risk.deaths_per_1000_year": None, "risk.prior_person_years": 0.0}
    assert not paid_in_the_first_month(none, nobody).any()
    unknown = Regency(BIG.units, BIG.history[1:], None)
    assert not paid_in_the_first_month(none, unknown).any()
