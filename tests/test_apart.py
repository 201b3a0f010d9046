"""Two scenarios simulated with the same luck: what differs comes from the scenarios alone."""

import numpy as np
import pytest

from simulator.model.scenario import with_values
from simulator.model.simulation import simulate
from simulator.report.apart import Apart
from simulator.report.explain.explanation import explain, quantity
from simulator.report.tables.apart import apart_table
from simulator.store.baseline_files import read_baseline_named
from simulator.store.scenario_store import load
from simulator.words.numbers import shown
from tests.calculating import computed
from tests.explaining import PROGRAMME, context_of

MONTH = 24
SERIES = ("enrolled", "cumulative_contributions_idr", "cumulative_payouts_idr")


def simulated(stem="dua-puluh-persen-2026", draws=400, seed=7, **changes):
    scenario = with_values(load(stem).scenario, changes)
    s = simulate(scenario, read_baseline_named(scenario.baseline), PROGRAMME, draws, seed)
    return context_of(s.projection, simulation=s)


@pytest.fixture(scope="module")
def pair():
    one, other = simulated(), simulated("komitmen-september", draws=300)
    return Apart(one, other, ("Dua puluh", "Komitmen"), one.baseline.month + MONTH)


@pytest.mark.parametrize("series", SERIES)
def test_range_and_chance_are_those_of_the_draws_one_by_one(pair, series):
    apart = pair.one.simulated.series(series)[MONTH, :300] - pair.other.simulated.series(series)[MONTH]
    for edge, share in (("p5", 0.05), ("p50", 0.5), ("p95", 0.95)):
        number = quantity(pair, "apart_edge", series=series, edge=edge)
        assert number.value == pytest.approx(np.quantile(apart, share))
        assert "Dua puluh" in explain(number.origin, "id").title
    chance = quantity(pair, "apart_chance", series=series)
    assert chance.value == (apart > 1e-6).mean()
    assert computed(str(explain(chance.origin, "en").calculation), "en") == pytest.approx(chance.value)


@pytest.mark.parametrize("series", SERIES)
def test_the_line_is_the_difference_of_the_projections(pair, series):
    line = quantity(pair, "apart_line", series=series)
    enrolled = pair.one.projection.enrolled[MONTH] - pair.other.projection.enrolled[MONTH]
    assert series != "enrolled" or line.value == pytest.approx(enrolled)
    assert computed(str(explain(line.origin, "id").calculation), "id") == pytest.approx(line.value, rel=1e-6)


def test_the_same_luck_makes_differences_far_narrower_than_their_scenarios(pair):
    one, other = simulated(), simulated(**{"participation.other.target_share": 0.06})
    apart = Apart(other, one, ("B", "A"), one.baseline.month + MONTH).differences("enrolled")
    assert apart.std() < one.simulated.enrolled[MONTH].std() / 5


def test_the_same_scenario_is_always_the_same_and_has_no_chance():
    one = simulated()
    table = apart_table([Apart(one, one, ("A", "A"), one.baseline.month + MONTH)], "id")
    assert [row.cells[-1] for row in table.rows] == ["selalu sama"] * 3


def test_the_table_tells_line_range_and_chance_in_words(pair):
    (people, *_) = apart_table([pair], "id").rows
    name, line, likely, chance = people.cells
    assert name == "Dua puluh: peserta" and shown(line, "id") == "+813"
    low, high = (quantity(pair, "apart_edge", series="enrolled", edge=edge) for edge in ("p5", "p95"))
    assert str(likely) == f"+{shown(low, 'id')} – +{shown(high, 'id')}"
    assert shown(chance, "id") == "lebih dari 95 %"


def test_draws_of_two_seeds_are_not_held_against_each_other(pair):
    with pytest.raises(ValueError, match="seeds"):
        Apart(pair.one, simulated(seed=8), ("A", "B"), pair.month)
