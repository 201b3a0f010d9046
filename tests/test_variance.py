"""Shares of a variance, on models whose shares can be computed by hand; 5 standard errors are allowed."""

import json

import numpy as np
import pytest
from commands import simulator
from regency import PROGRAMME

from simulator.model.scenario import with_values
from simulator.model.seats import seats
from simulator.model.simulation import simulate
from simulator.model.uncertainty import Range
from simulator.planning.sweep import DRAWN, metric_of_draws
from simulator.planning.variance import (
    GROUPS,
    explained_by,
    explained_in_bins,
    powers,
    variance_shares,
)
from simulator.store.baseline_files import read_baseline_named
from simulator.store.places import SCENARIOS
from simulator.store.scenario_store import load

RHYTHM, TWENTY = load("irama-rakor-monev").scenario, load("dua-puluh-persen-2026").scenario
KENDAL = read_baseline_named("kendal-2025-08")
CERTAIN = {
    "risk.deaths_per_1000_year": 5.0,
    "uncertainty.exposure_cv": 0.0,
    "uncertainty.mortality_year_cv": 0.0,
}


def normals(count, draws=10_000, seed=7):
    return np.random.default_rng(seed).standard_normal((count, draws))


def only(scenario, *ranges, **uncertainty):
    """The scenario with these ranges (setting, low, high) and nothing else uncertain but chance events."""
    found = tuple(Range(setting=path, low=low, high=high) for path, low, high in ranges)
    changes = {f"uncertainty.{name}": value for name, value in uncertainty.items()}
    return with_values(scenario, CERTAIN | {"uncertainty.ranges": found} | changes)


def test_of_a_sum_each_driver_explains_the_part_of_its_variance():
    a, b, c = normals(3)
    result = 3 * a + 2 * b + c  # 9, 4 and 1 of 14
    shares = [explained_in_bins(driver, result) for driver in (a, b, c)]
    assert shares == pytest.approx([9 / 14, 4 / 14, 1 / 14], abs=0.04)


def test_bins_see_a_driver_whichever_way_it_bends():
    a, b = normals(2)
    assert explained_in_bins(a, a**2 + b) == pytest.approx(2 / 3, abs=0.06)  # variances 2 and 1


def test_a_driver_that_does_nothing_explains_nothing_on_average():
    drivers, result = normals(200, 1000), normals(1, 1000, seed=8)[0]
    found = [explained_in_bins(driver, result) for driver in drivers]
    # Each scatters by √(2 · 49) ÷ 1,000 = 1 point; without the correction all would lie near 4.9.
    assert abs(np.mean(found)) < 5 * 0.01 / 200**0.5
    assert np.std(found) == pytest.approx(98**0.5 / 1000, rel=0.3)


def test_a_regression_takes_drivers_together_with_what_only_both_do():
    a, b, c = normals(3)
    result = a + b + a * b + c  # 3 of 4; the product alone has no share of its own
    assert explained_by(powers(np.array([a, b]), 3), result) == pytest.approx(3 / 4, abs=0.03)
    assert explained_in_bins(a, a * b) == pytest.approx(0, abs=0.02)


def test_columns_that_do_nothing_explain_nothing_on_average():
    result = normals(1, 1000, seed=99)[0]
    found = [explained_by(powers(normals(5, 1000, seed), 3), result) for seed in range(40)]
    assert abs(np.mean(found)) < 5 * 0.008 / 40**0.5


def test_one_range_makes_all_of_the_spread():
    scenario = only(RHYTHM, ("workforce.asn_growth_per_year", -0.02, 0.02), unit_variance_share=0.0)
    shares = variance_shares(scenario, KENDAL, PROGRAMME, "enrolled", 12, 2000)
    assert shares.of_settings["workforce.asn_growth_per_year"] == pytest.approx(1, abs=0.03)
    assert shares.of_groups == {"leadership": None, "death_rate": None, "offices": None, "chance": 0.0}


def test_what_is_each_offices_own_is_separated_from_what_they_share():
    # In a narrow range seats move in proportion: a half of the variance common, the other each office's own.
    path = "delivery.realised_share"
    scenario = only(TWENTY, (path, 0.59, 0.61), unit_variance_share=0.5)
    low, high = (seats(with_values(scenario, {path: end}), KENDAL).seats[:, 12] for end in (0.59, 0.61))
    weight, offices = high - low, simulate(scenario, KENDAL, PROGRAMME, 1).drawn.offices
    own, common = 0.5 * (weight**2 / offices).sum(), 0.5 * weight.sum() ** 2
    shares = variance_shares(scenario, KENDAL, PROGRAMME, "enrolled", 12, 4000)
    assert shares.of_groups["offices"] == pytest.approx(own / (own + common), abs=0.02)
    assert shares.of_groups["leadership"] == pytest.approx(common / (own + common), abs=0.02)
    assert shares.of_settings == {path: None}


def test_where_nothing_is_uncertain_but_chance_all_of_the_spread_is_chance():
    shares = variance_shares(only(RHYTHM), KENDAL, PROGRAMME, "payouts_idr", 12, 1000)
    assert shares.of_groups == {"leadership": None, "death_rate": None, "offices": None, "chance": 1.0}


def test_chance_and_the_death_rate_share_the_spread_of_payouts_between_them():
    scenario = with_values(RHYTHM, {"uncertainty.ranges": ()})
    shares = variance_shares(scenario, KENDAL, PROGRAMME, "cumulative_payouts_idr", 16, 4000)
    death_rate, chance = shares.of_groups["death_rate"], shares.of_groups["chance"]
    assert death_rate > 0.3 and chance > 0.3
    assert death_rate + chance == pytest.approx(1, abs=0.06)


def test_a_range_of_a_death_rate_that_is_not_typed_takes_nothing_from_its_share():
    arguments = (KENDAL, PROGRAMME, "cumulative_payouts_idr", 16, 1000)
    without = variance_shares(with_values(RHYTHM, {"uncertainty.ranges": ()}), *arguments)
    ranged = Range(setting="risk.deaths_per_1000_year", low=2.0, high=9.0)
    with_range = variance_shares(with_values(RHYTHM, {"uncertainty.ranges": (ranged,)}), *arguments)
    assert with_range.of_groups == without.of_groups


def test_the_spread_of_people_is_nearly_all_that_of_leadership_and_offices():
    shares = variance_shares(RHYTHM, KENDAL, PROGRAMME, "enrolled", 16, 1000).of_groups
    assert shares["leadership"] > 0.9 and shares["chance"] == 0
    assert sum(shares.values()) == pytest.approx(1, abs=0.08)


@pytest.mark.parametrize("metric", DRAWN)
def test_every_share_lies_between_0_and_1(metric):
    shares = variance_shares(RHYTHM, KENDAL, PROGRAMME, metric, 16, 400)
    assert list(shares.of_groups) == list(GROUPS)
    for one in (shares.of_settings | shares.of_groups).values():
        assert one is None or 0 <= one <= 1


@pytest.mark.parametrize("metric, draws", [("enrolled_opd", 1000), ("enrolled", 100), ("enrolled", 1)])
def test_no_share_is_reported_of_what_is_not_simulated_or_of_few_draws(metric, draws):
    shares = variance_shares(RHYTHM, KENDAL, PROGRAMME, metric, 16, draws)
    assert set((shares.of_settings | shares.of_groups).values()) == {None}


def test_a_month_in_which_nothing_is_uncertain_has_no_shares():
    shares = variance_shares(RHYTHM, KENDAL, PROGRAMME, "enrolled", 0, 400)
    assert set((shares.of_settings | shares.of_groups).values()) == {None}


def test_the_claims_ratio_of_a_draw_is_its_payouts_by_its_contributions():
    simulation = simulate(RHYTHM, KENDAL, PROGRAMME, 50)
    ratio = metric_of_draws(simulation, "claims_ratio", 5)
    assert ratio == pytest.approx(simulation.payouts_idr[5] / simulation.contributions_without_jht_idr[5])


def test_the_command_shows_the_same_shares():
    scenario = SCENARIOS / "irama-rakor-monev.json"
    arguments = ("--metric", "cumulative_payouts_idr", "--month", "2026-12", "--draws", "400")
    done = simulator("sensitivity", scenario, *arguments)
    found = json.loads(done.stdout)
    shares = variance_shares(RHYTHM, KENDAL, PROGRAMME, "cumulative_payouts_idr", 16, 400)
    assert found["groups"] == shares.of_groups
    assert {one["setting"]: one["variance_share"] for one in found["settings"]} == shares.of_settings


def test_the_command_says_where_there_are_no_shares():
    scenario = SCENARIOS / "irama-rakor-monev.json"
    done = simulator("sensitivity", scenario, "--metric", "left", "--month", "2026-12", "--draws", "400")
    assert done.returncode == 0 and json.loads(done.stdout)["groups"] == dict.fromkeys(GROUPS)
    assert "payouts_idr" in done.stderr.decode()
