"""A simulation compared with the projection: the fixed limit, and each draw by itself."""

from hypothesis import given
from hypothesis import strategies as st
from regency import PROGRAMME, scenario_of
from results import assert_close
from strategies import cases, examples

from simulator.model.projection import project
from simulator.model.scenario import SETTINGS, with_values
from simulator.model.simulation import simulate
from simulator.model.uncertainty import RANGED, Range
from simulator.store.baseline_files import read_baseline_named
from simulator.store.scenario_store import load

CERTAIN = {
    "uncertainty.ranges": (),
    "uncertainty.exposure_cv": 0.0,
    "uncertainty.mortality_year_cv": 0.0,
    "uncertainty.nonfatal_cost_cv": 0.0,
}
# The deviation of a single office is in no scenario, so it is set to zero.
AS_A_SCENARIO = CERTAIN | {"uncertainty.unit_variance_share": 0.0}


def typed(content):
    return content["risk"]["deaths_per_1000_year"] or 5.0


def assert_each_draw_is(projection, simulation, draw):
    for name in ("enrolled", "coverage_share", "contributions_idr", "payouts_idr"):
        assert_close(getattr(simulation, name)[:, draw], getattr(projection, name), name)


@examples(60)
@given(cases())
def test_without_ranges_and_without_chance_every_draw_is_the_projection(case):
    content, regency = case
    scenario = with_values(scenario_of(content), CERTAIN | {"risk.deaths_per_1000_year": typed(content)})
    baseline = regency.baseline()
    simulation = simulate(scenario, baseline, PROGRAMME, draws=3, chance=False)
    for draw in range(3):
        assert_each_draw_is(project(scenario, baseline, PROGRAMME), simulation, draw)


@st.composite
def ranges(draw):
    """A range for some of the settings, over much of their bounds."""
    found = []
    for path in draw(st.lists(st.sampled_from(list(RANGED)), unique=True)):
        low, high = RANGED[path].bounds
        inside = st.floats(low + (high - low) * 1e-3, low + (high - low) * 0.2)
        ends = sorted([draw(inside), draw(inside)])
        if RANGED[path].kind == "int":
            ends = [float(round(end)) for end in ends]
        found.append(Range(setting=path, low=ends[0], high=ends[1]))
    return tuple(found)


@examples(60)
@given(cases(), ranges(), st.integers(0, 2**53 - 1))
def test_each_draw_is_the_projection_of_a_scenario_with_the_settings_it_drew(case, given_ranges, seed):
    content, regency = case
    plain = with_values(scenario_of(content), AS_A_SCENARIO | {"risk.deaths_per_1000_year": typed(content)})
    update = {"ranges": given_ranges, "seed": seed}
    scenario = plain.model_copy(update={"uncertainty": plain.uncertainty.model_copy(update=update)})
    baseline = regency.baseline()
    simulation = simulate(scenario, baseline, PROGRAMME, draws=3, chance=False)
    for draw in range(3):
        settings = {
            path: values[min(draw, len(values) - 1)] for path, values in simulation.drawn.values.items()
        }
        whole = {
            path: int(value) if SETTINGS[path].kind == "int" else float(value)
            for path, value in settings.items()
        }
        assert_each_draw_is(project(with_values(plain, whole), baseline, PROGRAMME), simulation, draw)


def test_on_the_way_the_share_that_is_done_is_reported_and_ends_with_all():
    scenario = load("dua-puluh-persen-2026").scenario
    baseline, shares = read_baseline_named(scenario.baseline), []
    simulate(scenario, baseline, PROGRAMME, draws=10_000, progress=shares.append)
    assert len(shares) >= 10 and shares == sorted(set(shares)) and shares[-1] == 1.0
