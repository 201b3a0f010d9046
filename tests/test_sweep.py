"""Many changes of a scenario projected at once give the same results as each by itself."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from regency import PROGRAMME, scenario_of
from strategies import cases, examples

from simulator.model.projection import project
from simulator.model.scenario import SETTINGS, with_values
from simulator.model.simulation.drawn import OF_A_DRAW
from simulator.planning.sensitivity import RESULTS
from simulator.planning.sweep import FEW, metric_in, results
from simulator.store.baseline_files import read_baseline_named
from simulator.store.scenario_store import load

KENDAL = read_baseline_named("kendal-2025-08")
DECIDED = ("monev.new_opd", "participation.opd.ramp_months", "horizon_months")


def alone(scenario, baseline, metric, month, change):
    return metric_in(project(with_values(scenario, change), baseline, PROGRAMME), metric, month)


def values_of(path):
    """Values of a setting from bound to bound, whole for a whole-number setting."""
    low, high = SETTINGS[path].bounds
    if SETTINGS[path].kind == "int":
        return st.integers(int(low), int(high))
    return st.floats(low, high)


@examples(60)
@given(cases(), st.sampled_from(RESULTS), st.data())
def test_together_they_give_what_each_gives_alone(case, metric, data):
    content, regency = case
    scenario, baseline = scenario_of(content), regency.baseline()
    paths = data.draw(st.lists(st.sampled_from((*OF_A_DRAW, *DECIDED)), min_size=1, max_size=3, unique=True))
    # The same decisions in many changes, so that they are projected together.
    decided = {path: data.draw(values_of(path)) for path in paths if path in DECIDED}
    drawn = st.fixed_dictionaries({}, optional={p: values_of(p) for p in paths if p in OF_A_DRAW})
    changes = [one | decided for one in data.draw(st.lists(drawn, min_size=FEW, max_size=2 * FEW))]
    month = data.draw(st.integers(0, scenario.horizon_months))
    found = results(scenario, baseline, PROGRAMME, metric, month, [{}, *changes])
    expected = [alone(scenario, baseline, metric, month, one) for one in ({}, *changes)]
    assert found == pytest.approx(expected, rel=1e-12, abs=1e-9, nan_ok=True)


def test_a_thousand_shipped_scenarios_agree_to_twelve_digits():
    random = np.random.default_rng(1)
    paths = ("retention.lapse_share_per_month", "participation.opd.target_share", "growth.push_share")
    changes = [dict(zip(paths, row)) for row in (random.random((1000, 3)) * (0.1, 1, 0.3)).tolist()]
    scenario = load("dorongan-yang-meluruh").scenario
    for metric in ("enrolled", "claims_ratio"):
        found = results(scenario, KENDAL, PROGRAMME, metric, 24, changes)
        for i in range(0, 1000, 50):
            one = alone(scenario, KENDAL, metric, 24, changes[i])
            assert found[i] == pytest.approx(one, rel=1e-12)
