"""Common random numbers: what the random numbers of a draw depend on, and what does not change them.

One guarantee per test.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from regency import PROGRAMME, Regency, scenario_of, unit
from strategies import OPEN_REGENCY, changed, examples
from test_simulation_oracle import EVERYTHING, RANGES

from simulator.model.arrays import Floats
from simulator.model.ranges import to_scale
from simulator.model.simulation import drawn, numbers, simulate
from simulator.model.simulation.drawn import draw_settings, office_normals
from simulator.model.simulation.inversion import gammas, normal_quantile, normals, poisson_quantile, poissons
from simulator.model.uncertainty import RANGED

SHIFT = 1e-9  # of a result: sums over more draws at once may round differently


def run(changes=None, regency=OPEN_REGENCY, **options):
    options = {"draws": 300, "seed": 3} | options
    content = changed(EVERYTHING, {"workforce.asn_growth_per_year": 0.0, **(changes or {})})
    return simulate(scenario_of(content), regency.baseline(), PROGRAMME, **options)


def assert_same_draws(a, b, months=None, draws=None):
    for name in ("enrolled", "payouts_idr"):
        one, other = (getattr(s, name)[:months, :draws] for s in (a, b))
        assert np.allclose(one, other, rtol=SHIFT, atol=0)


# ---- what a number depends on


def test_the_same_seed_gives_the_same_bytes_and_another_seed_other_luck():
    once, again, other = run(), run(), run(seed=4)
    assert once.payouts_idr.tobytes() == again.payouts_idr.tobytes()
    assert once.enrolled.tobytes() == again.enrolled.tobytes()
    assert not np.isclose(once.enrolled[-1], other.enrolled[-1]).any()


def test_a_draw_does_not_hang_on_the_number_of_draws():
    assert_same_draws(run(draws=7), run(draws=1203), draws=7)


def test_a_draw_does_not_hang_on_how_many_are_worked_on_at_a_time(monkeypatch):
    whole = run()
    monkeypatch.setattr(drawn, "BLOCK", 41)
    assert_same_draws(whole, run())


def test_a_month_does_not_hang_on_the_horizon():
    assert_same_draws(run({"horizon_months": 10}), run(), months=11)


def test_a_month_has_the_luck_of_its_date_whatever_month_the_data_are_of():
    """The mortality of a year and the deaths of a month belong to the calendar, so that two baselines get the same ones."""
    later = Regency(OPEN_REGENCY.units, [*OPEN_REGENCY.history[:-1], ("2025-10", 90)], 2)
    first, second = (
        run(regency=regency, money=False).death_rates.year_factors for regency in (OPEN_REGENCY, later)
    )
    assert np.array_equal(first[:3], second[:3])


def test_an_office_has_its_luck_whatever_others_there_are():
    more = Regency([unit("NEW", "opd", 500), *reversed(OPEN_REGENCY.units)], OPEN_REGENCY.history, 2)
    few, many = OPEN_REGENCY.baseline(), more.baseline()
    places = numbers.counted(0, 50)
    for path in drawn.BY_OFFICE:
        before, after = (
            office_normals(3, path, b, np.array([b.index[code] for code in few.codes]), places)
            for b in (few, many)
        )
        assert np.array_equal(before, after)


def test_a_unit_that_stays_out_changes_no_draw():
    out = {"unit": "SCHOOL", "target_share": None, "workers_per_asn": None, "join_month": "never"}
    more = Regency([*OPEN_REGENCY.units, unit("SCHOOL", "other", 70)], OPEN_REGENCY.history, 2)
    assert_same_draws(run(), run({"overrides": [*EVERYTHING["overrides"], out]}, regency=more))


@pytest.mark.parametrize("path", [one["setting"] for one in RANGES])
def test_a_setting_has_its_luck_whatever_other_settings_have_a_range(path):
    alone = run({"uncertainty.ranges": [one for one in RANGES if one["setting"] == path]}, money=False)
    assert np.array_equal(alone.normals[path], run(money=False).normals[path])


def test_a_moved_range_moves_each_draw_with_it_and_no_other_setting():
    moved = [one | {"low": 0.4} if one["setting"] == "delivery.realised_share" else one for one in RANGES]
    before, after = run(money=False), run({"uncertainty.ranges": moved}, money=False)
    for path in RANGED:
        same = np.array_equal(before.drawn.values[path], after.drawn.values[path], equal_nan=True)
        assert same == (path != "delivery.realised_share")
    assert np.array_equal(before.death_rates.yearly, after.death_rates.yearly)


def test_deaths_stay_where_they_are_when_the_accident_rate_moves():
    fatal = {"risk.fatal_share": 1.0, "uncertainty.ranges": [], "risk.scholarship_per_death_idr": 0.0}
    none, some = (run(fatal | {"risk.accidents_per_1000_year": rate}).payouts_idr for rate in (0.0, 20.0))
    accidents = (some - none) / (48 * 2_000_000 + 22_000_000)
    assert accidents.sum() > 1000 and np.allclose(accidents, np.round(accidents))


def test_an_accident_more_moves_none_of_the_others():
    only_accidents = {"risk.deaths_per_1000_year": 0.0, "risk.fatal_share": 0.0, "uncertainty.ranges": []}
    few, more = (
        run(only_accidents | {"risk.accidents_per_1000_year": rate}).payouts_idr for rate in (100.0, 101.0)
    )
    assert np.all(more >= few) and 0.002 < np.mean(more > few) < 0.05


def test_an_accident_that_turns_fatal_moves_none_of_the_others():
    free = {"risk.deaths_per_1000_year": 0.0, "uncertainty.ranges": [], "risk.nonfatal_cost_idr": 0.0}
    rate = {"risk.accidents_per_1000_year": 100.0}
    few, more = (run(free | rate | {"risk.fatal_share": share}).payouts_idr for share in (0.2, 0.21))
    assert np.all(more >= few) and 0.002 < np.mean(more > few) < 0.05


# ---- how little a number changes

shares = st.floats(2.0**-53, 1 - 2.0**-53)


@examples(200)
@given(st.lists(shares, min_size=1, max_size=20), st.floats(0, 64), st.floats(0, 3))
def test_a_count_never_falls_when_its_rate_rises(places, rate, more):
    share = np.array(places)
    before, after = (poisson_quantile(share, np.full(len(share), r)) for r in (rate, min(64, rate + more)))
    assert np.all(after >= before)


@pytest.mark.parametrize("rate", [0.05, 0.9, 20.0, 63.5, 300.0])
def test_counts_move_by_no_more_than_their_rate(rate):
    """No two Poisson counts with these rates can be closer together on average."""
    count, more = 50_000, 0.6
    args = (numbers.purpose(1, "test"), numbers.counted(0, count))
    before, after = (poissons(np.full(count, r), *args) for r in (rate, rate + more))
    assert np.all(after >= before)
    assert abs((after - before).mean() - more) < 5 * np.sqrt(rate / count)
    for sample, mean in ((before, rate), (after, rate + more)):
        assert abs(sample.mean() - mean) < 5 * np.sqrt(mean / count)
        assert abs(sample.var() / mean - 1) < 5 * np.sqrt((2 + 1 / mean) / count)


@pytest.mark.parametrize("shape", [0.3, 0.995, 11.2, 44.0])
def test_a_gamma_number_moves_little_when_its_shape_does_and_hardly_ever_jumps(shape):
    places = numbers.within(numbers.purpose(1, "test"), numbers.counted(0, 100_000))
    before, after = (gammas(s, places) for s in (shape, shape * 1.01))
    jumps = np.abs(np.log(after / before)) > 0.1 + 0.01 * np.abs(np.log(before / shape))
    assert jumps.mean() < 0.001
    assert np.corrcoef(before, after)[0, 1] > 0.999
    assert abs(before.mean() / shape - 1) < 5 / np.sqrt(shape * 1e5)
    assert abs(before.var() / shape - 1) < 5 * np.sqrt((2 + 6 / shape) / 1e5)


def test_the_death_rate_moves_with_one_death_more_and_with_another_prior():
    one_more = Regency(OPEN_REGENCY.units, OPEN_REGENCY.history, 3)
    before = run(draws=3000, money=False).death_rates.of_programme
    for after in (
        run(regency=one_more, draws=3000, money=False),
        run({"risk.prior_deaths_per_1000_year": 6.5}, draws=3000, money=False),
        run({"uncertainty.exposure_cv": 0.25}, draws=3000, money=False),
    ):
        assert np.corrcoef(before, after.death_rates.of_programme)[0, 1] > 0.97


def test_two_scenarios_differ_by_far_less_than_with_luck_of_their_own():
    """Twenty workers more in 300: with common numbers their payouts are close."""
    a, b = (run({"participation.opd.target_share": share}, draws=2000) for share in (0.6, 0.65))
    other = run({"participation.opd.target_share": 0.65}, draws=2000, seed=4)
    common, apart = ((s.cumulative_payouts_idr[-1] - a.cumulative_payouts_idr[-1]).std() for s in (b, other))
    assert apart > 3 * common


# ---- what is drawn


def test_uniform_and_normal_numbers_are_those():
    places = numbers.within(numbers.purpose(9, "test"), numbers.counted(0, 400_000))
    uniform, normal = numbers.uniforms(places.copy()), normals(places)
    counts = np.histogram(uniform, 1000, (0, 1))[0]
    assert abs(((counts - 400) ** 2 / 400).sum() - 999) < 5 * np.sqrt(2 * 999)
    assert abs(normal.mean()) < 5 / np.sqrt(4e5) and abs(normal.var() - 1) < 5 * np.sqrt(2 / 4e5)
    assert abs((normal**4).mean() - 3) < 5 * np.sqrt(96 / 4e5)
    assert abs(np.corrcoef(normal[1:], normal[:-1])[0, 1]) < 5 / np.sqrt(4e5)


def test_the_normal_quantile_is_the_textbook_s():
    for share, quantile in (
        (0.5, 0),
        (0.975, 1.959963984540054),
        (0.05, -1.6448536269514729),
        (1e-12, -7.034483825301131),
    ):
        assert abs(normal_quantile(np.array([share]))[0] - quantile) < 1e-12


def standardised(path, values, low, high):
    """Values of a range as the corresponding standard normal numbers."""
    low, high = (float(to_scale(path, end)) for end in (low, high))
    return (to_scale(path, values) - (low + high) / 2) / ((high - low) / 2 / drawn.STANDARD)


def test_the_ends_of_a_range_are_its_5_and_95_percent_points_of_an_office_of_average_size():
    """Two offices share the common part of the variance; many offices in one unit average out."""
    offices = [unit(f"O{n}", "opd", 80, pledge_month="2025-09", pledge_workers=10) for n in range(3)]
    regency = Regency([*offices, unit("SCHOOLS", "other", 16 * 80)], [("2025-08", 0)], None)
    count = 40_000
    settings = draw_settings(
        scenario_of(changed(EVERYTHING | {"overrides": []}, {})), regency.baseline(), 3, count
    )
    for path, low, high in (("delivery.realised_share", 0.28, 0.84), ("delivery.pledge_share", 0.6, 0.98)):
        values: Floats = settings.of_offices(path, np.arange(4))
        for office in values[:3]:
            assert abs((office < low).mean() - 0.05) < 5 * np.sqrt(0.05 * 0.95 / count)
            assert abs((office > high).mean() - 0.05) < 5 * np.sqrt(0.05 * 0.95 / count)
        normal = standardised(path, values, low, high)
        assert abs(normal[3].var() - (0.5 + 0.5 / 16)) < 5 * 0.53 * np.sqrt(2 / count)
        together = np.corrcoef(normal[:3])
        assert np.all(np.abs(together[~np.eye(3, dtype=bool)] - 0.5) < 5 / np.sqrt(count))


def test_what_leadership_moves_moves_together_and_lapse_the_other_way():
    settings = run(draws=20_000, money=False).normals
    paths = list(drawn.LEADERSHIP)
    signs = np.array(list(drawn.LEADERSHIP.values()))
    found = np.corrcoef([settings[path] for path in paths])
    expected = np.where(np.eye(5, dtype=bool), 1, 0.6) * np.outer(signs, signs)
    assert np.all(np.abs(found - expected) < 5 / np.sqrt(20_000))
    others = [settings[path] for path in settings if path not in paths]
    apart = np.corrcoef([*others, settings[paths[0]]])
    assert np.all(np.abs(apart[~np.eye(len(apart), dtype=bool)]) < 5 / np.sqrt(20_000))
