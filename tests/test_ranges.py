"""Ranges: their scales, the defaults of a scenario, and the checks of a file (docs/model.md, section 7)."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from regency import GOLDEN, scenario_of

from simulator.errors import UserError
from simulator.model.ranges import (
    default_ranges,
    end_as_known,
    from_scale,
    middle_and_half,
    range_of,
    to_scale,
)
from simulator.model.scenario import SETTINGS, setting_value, with_value, with_values
from simulator.model.uncertainty import RANGED, Range, scale_of
from simulator.store.scenario_store import read_scenario
from simulator.words import LANGUAGES
from simulator.words.errors import problem_text

CONTENT = json.loads((GOLDEN / "reference" / "fading-push.json").read_bytes())
FADING, ONE_PUSH = (
    scenario_of(json.loads((GOLDEN / "reference" / f"{name}.json").read_bytes()))
    for name in ("fading-push", "one-push")
)


def defaults(scenario):
    """The default ranges of a scenario by setting."""
    found = default_ranges(lambda path: setting_value(scenario, path))
    return {one.setting: (one.low, one.high) for one in found}


def problems_of(ranges):
    """The problems of a file with these ranges, by place."""
    content = CONTENT | {"uncertainty": CONTENT["uncertainty"] | {"ranges": ranges}}
    with pytest.raises(UserError) as refused:
        read_scenario(json.dumps(content).encode(), "x.json")
    for problem in refused.value.problems:
        for lang in LANGUAGES:
            assert problem_text(problem, lang)
    return {problem.where: problem.code for problem in refused.value.problems}


def test_what_nobody_decides_may_have_a_range_and_what_a_planner_decides_may_not():
    assert set(RANGED) == {
        *(f"participation.{segment}.entry_share" for segment in ("opd", "kecamatan", "other")),
        *(
            path
            for path in SETTINGS
            if path.split(".")[0] in ("growth", "delivery", "retention", "workforce")
        ),
        "contribution.transport_share",
        "risk.deaths_per_1000_year",
        "risk.accidents_per_1000_year",
        "risk.fatal_share",
        "risk.nonfatal_cost_idr",
        "risk.scholarship_per_death_idr",
    }
    assert {path: scale_of(path) for path in RANGED if scale_of(path) != "logit"} == {
        "delivery.join_delay_months": "identity",
        "workforce.asn_growth_per_year": "identity",
        "growth.background_share_per_month": "log",
        "growth.push_share": "log",
        "growth.push_half_life_months": "log",
        "risk.deaths_per_1000_year": "log",
        "risk.accidents_per_1000_year": "log",
        "risk.nonfatal_cost_idr": "log",
        "risk.scholarship_per_death_idr": "log",
    }


@given(path=st.sampled_from(sorted(RANGED)), share=st.floats(0.001, 0.999))
def test_a_value_inside_its_bounds_comes_back_from_its_scale(path, share):
    low, high = RANGED[path].bounds
    value = low + share * (high - low)
    if RANGED[path].kind == "int":
        value = round(value)
    assert from_scale(path, to_scale(path, value)) == pytest.approx(value, rel=1e-9)


@given(path=st.sampled_from(sorted(RANGED)), on_scale=st.floats(-1e4, 1e4))
def test_whatever_is_drawn_lies_within_the_setting_s_bounds(path, on_scale):
    low, high = RANGED[path].bounds
    with np.errstate(over="ignore"):
        value = float(from_scale(path, on_scale))
    assert low <= value <= high
    assert RANGED[path].kind != "int" or value == int(value)


def test_whole_months_are_rounded_half_up():
    drawn = from_scale("delivery.join_delay_months", np.array([0.49, 0.5, 1.5, 2.49]))
    assert drawn.tolist() == [0, 1, 2, 2]


def test_the_middle_of_a_range_of_shares_lies_in_the_middle_of_its_odds():
    """0.2 and 0.8 are odds of 1 to 4 and 4 to 1: the middle is 1 to 1, a half; half the width is ln 4."""
    middle, half = middle_and_half(Range(setting="delivery.realised_share", low=0.2, high=0.8))
    assert from_scale("delivery.realised_share", middle) == pytest.approx(0.5)
    assert half == pytest.approx(np.log(4))
    fixed = Range(setting="delivery.realised_share", low=1.0, high=1.0)
    assert middle_and_half(fixed) == (np.inf, 0.0) and from_scale(fixed.setting, np.inf) == 1


@pytest.mark.parametrize("scenario", [FADING, ONE_PUSH], ids=lambda s: s.name)
def test_the_reference_scenarios_have_the_default_ranges_of_their_settings(scenario):
    given_ranges = {one.setting: (one.low, one.high) for one in scenario.uncertainty.ranges}
    found = defaults(scenario)
    assert found.keys() == given_ranges.keys() and len(found) >= 9
    for path, ends in given_ranges.items():
        assert found[path] == pytest.approx(ends, rel=1e-12)


def test_luck_that_the_scenario_does_not_assume_is_not_counted():
    still = with_values(FADING, {"growth.background_share_per_month": 0.0, "growth.push_share": 0.0})
    assert not [path for path in defaults(still) if path.startswith("growth.")]
    pushed = with_value(still, "growth.push_share", 0.05)
    assert [path for path in defaults(pushed) if path.startswith("growth.")] == [
        "growth.push_share",
        "growth.push_half_life_months",
        "growth.push_repeat_factor",
        "growth.ceiling_share",
    ]
    alone = with_value(still, "growth.background_share_per_month", 0.001)
    assert [path for path in defaults(alone) if path.startswith("growth.")] == [
        "growth.background_share_per_month",
        "growth.ceiling_share",
    ]


def test_a_setting_at_rest_has_the_usual_range_and_one_at_its_other_bound_none():
    at_rest = with_values(FADING, {"retention.lapse_share_per_month": 0.0, "growth.ceiling_share": 1.0})
    assert defaults(at_rest)["retention.lapse_share_per_month"] == (0.005, 0.05)
    assert defaults(at_rest)["growth.ceiling_share"] == (0.4, 0.98)
    at_bounds = with_values(FADING, {"delivery.realised_share": 0.0, "retention.refill_share_per_month": 0.0})
    assert not {"delivery.realised_share", "retention.refill_share_per_month"} & set(defaults(at_bounds))


def test_the_range_of_a_setting_is_found_and_one_without_is_fixed():
    assert range_of(FADING, "growth.push_half_life_months").high == 4
    assert range_of(FADING, "risk.fatal_share") is None


def test_a_range_that_cannot_be_is_refused_with_its_place():
    def one(setting, low, high):
        return [{"setting": setting, "low": low, "high": high}]

    place = "uncertainty.ranges[0]"
    assert problems_of(one("target.coverage_share", 0.1, 0.2)) == {f"{place}.setting": "not_ranged"}
    assert problems_of(one("growth.push_share", 0.1, 0.95)) == {f"{place}.high": "out_of_bounds"}
    assert problems_of(one("delivery.realised_share", 0.8, 0.2)) == {f"{place}.high": "range_reversed"}
    assert problems_of(one("delivery.realised_share", 0.8, 1.0)) == {f"{place}.high": "range_reaches_bound"}
    assert problems_of(one("delivery.realised_share", 0.0, 0.5)) == {f"{place}.high": "range_reaches_bound"}
    assert problems_of(one("risk.accidents_per_1000_year", 0, 5)) == {f"{place}.high": "range_reaches_bound"}
    assert problems_of(one("delivery.join_delay_months", 0, 1.5)) == {f"{place}.high": "wrong_type"}
    twice = one("growth.push_share", 0.1, 0.2) * 2
    assert problems_of(twice) == {"uncertainty.ranges": "duplicate_range"}


@pytest.mark.parametrize("value", [0.0, 1.0, 0.3])
def test_both_ends_the_same_fix_a_setting_at_a_bound_too(value):
    ranges = [{"setting": "delivery.realised_share", "low": value, "high": value}]
    content = CONTENT | {"uncertainty": CONTENT["uncertainty"] | {"ranges": ranges}}
    assert read_scenario(json.dumps(content).encode(), "x.json").uncertainty.ranges[0].low == value


@pytest.mark.parametrize(
    "path, end, known",
    [
        ("risk.accidents_per_1000_year", 5.486551740392139, 5.5),
        ("risk.accidents_per_1000_year", 5.4866, 5.4866),  # typed
        ("retention.refill_share_per_month", 0.99617312894, 0.9962),  # 0.0038 below all
        ("retention.lapse_share_per_month", 0.0123456789012, 0.012),
        ("delivery.realised_share", 0.28, 0.28),
    ],
)
def test_an_end_is_shown_with_the_figures_that_are_known_of_it(path, end, known):
    assert end_as_known(path, end) == known
