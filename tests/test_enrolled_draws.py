"""Enrolment of one month in many scenarios on the same draws, as used for seeking, compared with the simulation."""

import time
from dataclasses import replace
from threading import Thread

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from regency import PROGRAMME, scenario_of
from strategies import cases, examples
from test_simulation import ranges
from test_sweep import values_of

from simulator.model.scenario import SETTINGS, with_values
from simulator.model.simulation import numbers, simulate
from simulator.model.simulation.enrolled_draws import MOST_RECENT, RECENT, EnrolledDraws, enrolled_draws
from simulator.model.simulation.inversion import gammas, normals
from simulator.model.simulation.kept import RowCache, kept_gammas, kept_normals
from simulator.planning.crossings import closed_in_on_draws, largest
from simulator.planning.likely_seek import REDRAWN
from simulator.store.baseline_files import read_baseline_named
from simulator.store.scenario_store import load

MOVED = [
    path
    for path, setting in SETTINGS.items()
    if setting.kind in ("int", "float") and not path.startswith((*REDRAWN, "horizon_months"))
]
SCENARIO = load("irama-rakor-monev").scenario
BASELINE = read_baseline_named(SCENARIO.baseline)


@examples(60)
@given(cases(), ranges(), st.data())
def test_each_of_several_scenarios_has_the_members_that_its_simulation_has(case, given_ranges, data):
    content, regency = case
    plain, baseline = scenario_of(content), regency.baseline()
    uncertainty = plain.uncertainty.model_copy(update={"ranges": given_ranges})
    scenario = plain.model_copy(update={"uncertainty": uncertainty})
    month = data.draw(st.integers(0, scenario.horizon_months))
    drawn = EnrolledDraws(scenario, baseline, 5, month)
    for path in data.draw(st.lists(st.sampled_from(MOVED), min_size=1, max_size=4)):
        scenario = with_values(scenario, {path: data.draw(values_of(path))})
        overrides = data.draw(st.sampled_from([plain.overrides, plain.overrides[:1], ()]))
        scenario = scenario.model_copy(update={"overrides": overrides})
        found = drawn.enrolled(scenario)
        expected = simulate(scenario, baseline, PROGRAMME, 5, money=False).enrolled[month]
        assert found == pytest.approx(expected, rel=1e-12, abs=1e-9)
        some = drawn.only(np.array([True, False, True, True, False])).enrolled(scenario)
        assert some == pytest.approx(expected[[0, 2, 3]], rel=1e-12, abs=1e-9)


def test_draws_are_shared_by_scenarios_with_the_same_ranges_spreads_and_risk_and_by_no_others():
    first = enrolled_draws(SCENARIO, BASELINE, 50, 16)
    moved = with_values(SCENARIO, {"participation.opd.target_share": 0.4, "delivery.join_delay_months": 2})
    assert enrolled_draws(moved, BASELINE, 50, 16) is first
    for path, value in (("risk.accidents_per_1000_year", 3.0), ("uncertainty.seed", 5)):
        assert enrolled_draws(with_values(SCENARIO, {path: value}), BASELINE, 50, 16) is not first
    for draws, month in ((51, 16), (50, 17)):
        assert enrolled_draws(SCENARIO, BASELINE, draws, month) is not first
    assert enrolled_draws(SCENARIO, replace(BASELINE), 50, 16) is not first
    assert len(RECENT) <= MOST_RECENT


def test_several_who_share_draws_are_served_one_at_a_time(monkeypatch):
    served, together = [0], EnrolledDraws(SCENARIO, BASELINE, 50, 16)
    (block,) = together.blocks
    members = type(block).members

    def slow(*requests):
        served.append(served[-1] + 1)
        time.sleep(0.01)
        found = members(*requests)
        served.append(served[-1] - 1)
        return found

    monkeypatch.setattr(type(block), "members", slow)
    others = [Thread(target=together.enrolled, args=(SCENARIO,)) for _ in range(5)]
    for other in others:
        other.start()
    for other in others:
        other.join()
    assert served == [0, *[1, 0] * len(others)]


def test_numbers_that_are_kept_are_those_that_are_made_anew_whoever_asked_before():
    keys = numbers.within(numbers.purpose(5, "test of what is kept"), numbers.counted(0, 9))
    requests = [([0, 1, 2], [4, 7]), ([2, 3], [0, 1, 2, 3]), (range(9), range(5000)), ([8, 1], [11, 4999])]
    for rows, draws in requests:
        some, places = keys[list(rows)], np.array(draws, dtype=np.uint64)
        anew = numbers.within(some[:, None], places)
        assert np.array_equal(kept_normals(some, places), normals(anew))
        assert np.array_equal(kept_gammas(0.7, some, places), gammas(0.7, anew))
        assert np.array_equal(kept_gammas(44.0, some, places), gammas(44.0, anew))


def test_what_is_taken_from_the_kept_numbers_may_be_changed():
    keys, draws = numbers.purpose(6, "test of what is kept"), numbers.counted(0, 8)
    first = kept_normals(keys, draws)
    before = first.copy()
    first += 1
    assert np.array_equal(kept_normals(keys, draws), before)


def test_what_was_used_longest_ago_is_let_go_beyond_so_many_bytes():
    kept = RowCache(most=10 * 8)
    for key in range(3):
        kept.keep(0.0, [key], [np.full(4, float(key))])
        kept.find(0.0, [0])
    assert [len(row) for row in kept.find(0.0, [0, 1, 2])] == [4, 0, 4] and kept.bytes == 8 * 8
    kept.keep(0.0, [0], [np.zeros(6)])  # longer, in place of the previous one
    assert [len(row) for row in kept.find(0.0, [0, 2])] == [6, 4] and kept.bytes == 10 * 8
    kept.keep(0.0, [9], [np.zeros(11)])
    assert kept.bytes == 0


def test_several_at_once_find_the_same_numbers():
    keys = numbers.within(numbers.purpose(8, "test of what is kept"), numbers.counted(0, 40))
    draws, found = numbers.counted(0, 900), []
    others = [Thread(target=lambda: found.append(kept_normals(keys, draws))) for _ in range(8)]
    for other in others:
        other.start()
    for other in others:
        other.join()
    expected = normals(numbers.within(keys[:, None], draws))
    assert len(found) == 8 and all(np.array_equal(one, expected) for one in found)


@pytest.mark.parametrize("power", [1.0, 0.3, 4.0])
@pytest.mark.parametrize("outside, inside", [(0.0, 1.0), (1.0, 0.0)])
def test_the_place_at_which_enough_draws_reach_is_closed_in_on_from_both_sides(power, outside, inside):
    steep = np.linspace(0.5, 2.0, 101)
    looked_at = []

    def values(x):
        looked_at.append(x)
        return steep * abs(x - outside) ** power

    x = closed_in_on_draws(values, (outside, values(outside)), (inside, values(inside)), 0.4, 81, 1e-6)
    # The 81st largest of 101 is 0.5 + 1.5 × 0.2 = 0.8 times the way's power.
    assert largest(values(x), 81) >= 0.4
    there = outside + np.sign(inside - outside) * 0.5 ** (1 / power)
    assert 0 <= abs(x - outside) - abs(there - outside) <= 1e-6
    assert power != 1.0 or len(looked_at) == 5  # both ends, both sides of the crossing, and here
