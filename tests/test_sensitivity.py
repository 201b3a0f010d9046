"""Which assumption decides: worked values, the direction of each end, and equality with plain projections."""

import json

import pytest
from commands import simulator
from hypothesis import given
from hypothesis import strategies as st
from regency import GOLDEN, PROGRAMME, scenario_of
from strategies import cases, examples
from test_simulation import ranges

from simulator.model.metrics import METRICS
from simulator.model.projection import project
from simulator.model.scenario import with_value, with_values
from simulator.model.uncertainty import Range
from simulator.planning.sensitivity import at_middles, in_use, tornado, typed
from simulator.planning.sweep import metric_in
from simulator.store.baseline_files import read_baseline_named
from simulator.store.places import SCENARIOS
from simulator.store.scenario_store import load

PLEDGES = load("komitmen-september").scenario
KENDAL = read_baseline_named("kendal-2025-08")


def ranged(scenario, *ranges, **uncertainty):
    """The scenario with these ranges (setting, low, high) only."""
    found = tuple(Range(setting=path, low=low, high=high) for path, low, high in ranges)
    settings = {f"uncertainty.{name}": value for name, value in uncertainty.items()}
    return with_values(scenario, {"uncertainty.ranges": found} | settings)


def swings(scenario, metric="enrolled", month=1, baseline=KENDAL):
    return tornado(scenario, baseline, PROGRAMME, metric, month)


def test_of_pledges_for_282_workers_half_to_four_fifths_come_about_and_two_thirds_in_the_middle():
    # On the logit scale the middle of 0.5 (odds 1) and 0.8 (odds 4) has the odds 2.
    found = swings(ranged(PLEDGES, ("delivery.pledge_share", 0.5, 0.8), unit_variance_share=0.0))
    kept = METRICS["enrolled"].series(project(PLEDGES, KENDAL, PROGRAMME))[1] - 282
    (swing,) = found.swings
    assert found.value == pytest.approx(kept + 282 * 2 / 3, rel=1e-12)
    assert (swing.at_low, swing.at_high) == pytest.approx((kept + 141, kept + 225.6), rel=1e-12)


def test_only_what_all_offices_share_of_a_range_is_moved():
    # A quarter of the variance is common, half of the way to the ends: odds 2 ÷ √2 and 2 × √2.
    of_office = ranged(PLEDGES, ("delivery.pledge_share", 0.5, 0.8), unit_variance_share=0.75)
    (swing,) = swings(of_office).swings
    assert swing.low / (1 - swing.low) == pytest.approx(2**0.5, rel=1e-12)
    assert swing.high / (1 - swing.high) == pytest.approx(2**1.5, rel=1e-12)


def test_a_fixed_setting_stands_where_it_is_fixed_and_has_no_swing():
    fixed = ranged(
        PLEDGES, ("delivery.pledge_share", 0.5, 0.5), ("retention.lapse_share_per_month", 0.01, 0.1)
    )
    found = swings(fixed, month=2)
    assert [one.setting for one in found.swings] == ["retention.lapse_share_per_month"]
    assert at_middles(fixed).delivery.pledge_share == 0.5


def test_the_range_of_a_death_rate_counts_only_where_a_rate_is_typed():
    one = ranged(PLEDGES, ("risk.deaths_per_1000_year", 2.0, 8.0))
    assert swings(one).swings == () and at_middles(one).risk.deaths_per_1000_year is None
    (swing,) = swings(with_value(one, "risk.deaths_per_1000_year", 5.0), "deaths").swings
    assert swing.at_high == pytest.approx(4 * swing.at_low, rel=0.01)


def test_which_way_each_end_lies():
    rhythm = load("irama-rakor-monev").scenario
    found = {one.setting: one.at_high - one.at_low for one in swings(rhythm, month=16).swings}
    assert found["retention.lapse_share_per_month"] < 0
    assert found["retention.refill_share_per_month"] > 0
    assert found["delivery.realised_share"] > 0 and found["delivery.pledge_share"] > 0
    assert found["risk.accidents_per_1000_year"] == 0
    sizes = [one.size for one in swings(rhythm, month=16).swings]
    assert sizes == sorted(sizes, reverse=True)


def test_cumulated_money_counts_from_month_1():
    p = project(PLEDGES, KENDAL, PROGRAMME)
    assert metric_in(p, "cumulative_payouts_idr", 0) == 0
    assert metric_in(p, "cumulative_payouts_idr", 3) == pytest.approx(p.payouts_idr[1:4].sum())


def test_a_decision_moves_between_the_values_given():
    found = tornado(
        PLEDGES, KENDAL, PROGRAMME, "enrolled", 24, (("participation.opd.target_share", 0.5, 1.0),)
    )
    swing = next(one for one in found.swings if one.setting == "participation.opd.target_share")
    at = with_value(at_middles(PLEDGES), "participation.opd.target_share", 1.0)
    alone = project(at, KENDAL, PROGRAMME).enrolled[24]
    assert swing.at_high == pytest.approx(alone, rel=1e-12) and alone > swing.at_low


@examples(30)
@given(cases(), ranges(), st.sampled_from(["enrolled", "payouts_idr", "left"]), st.data())
def test_every_end_is_a_plain_projection_from_the_middles(case, given_ranges, metric, data):
    content, regency = case
    scenario = with_values(scenario_of(content), {"uncertainty.ranges": given_ranges})
    month, baseline = data.draw(st.integers(0, scenario.horizon_months)), regency.baseline()
    found = tornado(scenario, baseline, PROGRAMME, metric, month)
    middle = at_middles(scenario)

    def plainly(changed):
        value = float(METRICS[metric].series(project(changed, baseline, PROGRAMME))[month])
        return pytest.approx(value, rel=1e-12, abs=1e-9)

    assert found.value == plainly(middle)
    assert {one.setting for one in found.swings} == {one.setting for one in in_use(scenario)}
    for one in found.swings:
        assert one.at_low == plainly(with_value(middle, one.setting, typed(one.setting, one.low)))
        assert one.at_high == plainly(with_value(middle, one.setting, typed(one.setting, one.high)))


def answer(*arguments):
    done = simulator("sensitivity", SCENARIOS / "irama-rakor-monev.json", *arguments)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def test_the_command_prints_every_range_largest_swing_first_and_no_share_without_draws():
    found = answer("--metric", "enrolled", "--month", "2026-12")
    assert list(found) == ["metric", "month", "value", "settings", "groups"]
    assert found["groups"] == dict.fromkeys(("leadership", "death_rate", "offices", "chance"))
    for one, swing in zip(found["settings"], swings(load("irama-rakor-monev").scenario, month=16).swings):
        keys = ("setting", "low", "high", "at_low", "at_high")
        assert one == {key: getattr(swing, key) for key in keys} | {"variance_share": None}


@pytest.mark.parametrize(
    "arguments, expected",
    [
        (("--metric", "people", "--month", "2026-12"), "--metric"),
        (("--metric", "enrolled", "--month", "2030-12"), "--month"),
        (("--metric", "enrolled", "--month", "soon"), "--month"),
    ],
)
def test_a_wrong_question_is_reported(arguments, expected):
    done = simulator("sensitivity", SCENARIOS / "irama-rakor-monev.json", *arguments)
    assert done.returncode == 2 and expected in done.stderr.decode() and not done.stdout


def test_the_reference_scenarios_of_growth_have_a_bar_for_each_part_of_it():
    content = json.loads((GOLDEN / "reference" / "fading-push.json").read_bytes())
    scenario = scenario_of(content)
    found = tornado(scenario, read_baseline_named(scenario.baseline), PROGRAMME, "enrolled", 12)
    moved = {one.setting for one in found.swings if one.size > 0}
    assert {"growth.background_share_per_month", "growth.push_share", "growth.ceiling_share"} <= moved
