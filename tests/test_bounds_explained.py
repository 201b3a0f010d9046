"""Every explanation holds when a setting is at a bound: its arithmetic gives the shown value."""

import math
from dataclasses import replace

import pytest
from regency import Regency, projected
from strategies import OPEN_REGENCY, OPEN_SCENARIO, changed, other_values

from simulator.model.parts import SEGMENTS
from simulator.model.scenario import SETTINGS, Scenario, setting_value
from simulator.report.explain.explanation import explain
from simulator.words.numbers import shown
from simulator.words.quantity import Origin
from tests.calculating import FORMULAS, WHOLE_UP, computed, questions
from tests.explaining import context_of

# One participating unit, one pledged and two outside in every segment.
FEW = Regency(
    [row for row in OPEN_REGENCY.units if not row["code"].endswith(("-2", "-3", "-4"))], *OPEN_REGENCY[1:]
)
MONTHS = (1, -1)
PRESENT = Scenario.model_validate(OPEN_SCENARIO)


def wrong(p) -> dict[str, str]:
    """Every explanation whose arithmetic gives a number other than the shown one."""
    c, found = context_of(p), {}
    for key, about in questions(p, MONTHS):
        explained = explain(Origin(key, c, tuple(about.items())), "id")
        if explained.calculation is None:
            assert explained.notes, key
            continue
        result = computed(str(explained.calculation), "id")
        result = math.ceil(result - 1e-6) if key in WHOLE_UP else result
        near = {
            shown(replace(explained.quantity, value=result * (1 + off)), "id") for off in (0, -1e-6, 1e-6)
        }
        if shown(explained.quantity, "id") not in near:
            found[key] = f"{about}: {explained.calculation} = {result}, shown {explained.quantity.value}"
    return found


def test_the_regency_has_units_from_outside_in_every_segment_and_all_formulas_are_asked():
    baseline = FEW.baseline()
    assert all(baseline.outside[baseline.rows[segment]].sum() == 2 for segment in SEGMENTS)
    queried = {key for key, _ in questions(projected(OPEN_SCENARIO, FEW), MONTHS)}
    assert queried == FORMULAS.keys() - {"fact", "counted"}  # nothing is published about this regency


@pytest.mark.parametrize("path", SETTINGS)
def test_explanations_hold_with_a_setting_at_each_bound(path):
    values = other_values(SETTINGS[path], setting_value(PRESENT, path))
    assert values
    for value in values:
        assert wrong(projected(changed(OPEN_SCENARIO, {path: value}), FEW)) == {}, value
