"""Every setting changes some result where its gate is open, and none where it is closed (docs/model.md, section 9)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel
from regency import projected
from results import assert_same_results, of_units, totals
from strategies import (
    OPEN_REGENCY,
    OPEN_SCENARIO,
    UNCERTAINTY,
    cases,
    changed,
    examples,
    other_values,
    values,
)

from simulator.model.metrics import headline
from simulator.model.parts import SEGMENTS, Override
from simulator.model.scenario import OVERRIDE_SETTINGS, SETTINGS, Scenario, setting_value

NO_SETTING = {
    "schema_version",
    "name",
    "description",
    "author",
    "status",
    "parent",
    "baseline",
    "overrides",
    "decisions",
    "record",
    "uncertainty.ranges",
}
UNUSED_BY_A_PROJECTION = {  # settings that affect only a simulation
    "uncertainty.draws",
    "uncertainty.seed",
    "uncertainty.unit_variance_share",
    "uncertainty.leadership_correlation",
    "uncertainty.exposure_cv",
    "uncertainty.mortality_year_cv",
    "uncertainty.nonfatal_cost_cv",
}


def everything(p):
    """All results of a projection that may differ: monthly series, units, headline numbers."""
    return {**totals(p), **{f"unit {name}": series for name, series in of_units(p).items()}, **headline(p)}


def differ(a, b):
    """Whether any result differs by more than rounding."""

    def same(x, y):
        if x is None or y is None or np.shape(x) != np.shape(y):
            return x is y
        return np.allclose(x, y, rtol=1e-9, atol=1e-9)

    return not all(same(a[name], b[name]) for name in a)


def paths(part, prefix=""):
    """Paths of every field of a pydantic model, of the parts in it as well."""
    for name, info in part.model_fields.items():
        if isinstance(info.annotation, type) and issubclass(info.annotation, BaseModel):
            yield from paths(info.annotation, f"{prefix}{name}.")
        else:
            yield prefix + name


def test_every_field_of_a_scenario_is_a_setting_or_named_here_as_none():
    assert set(paths(Scenario)) - NO_SETTING == set(SETTINGS)
    assert set(paths(Scenario)) >= NO_SETTING
    assert set(paths(Override)) - {"unit"} == set(OVERRIDE_SETTINGS)
    assert set(UNCERTAINTY) == UNUSED_BY_A_PROJECTION


OPEN_RESULTS = everything(projected(OPEN_SCENARIO, OPEN_REGENCY))


@pytest.mark.parametrize("path", sorted(set(SETTINGS) - UNUSED_BY_A_PROJECTION))
def test_every_setting_matters_at_each_bound(path):
    others = other_values(SETTINGS[path], setting_value(Scenario.model_validate(OPEN_SCENARIO), path))
    assert others
    for value in others:
        assert differ(
            OPEN_RESULTS, everything(projected(changed(OPEN_SCENARIO, {path: value}), OPEN_REGENCY))
        ), value


@pytest.mark.parametrize("path", OVERRIDE_SETTINGS)
@pytest.mark.parametrize("kind", ["in", "pledged", "out-0"])
def test_every_key_of_an_override_matters_to_the_units_it_speaks_to(path, kind):
    for segment in SEGMENTS:
        for value in other_values(OVERRIDE_SETTINGS[path], None) + ["never"] * (path == "join_month"):
            override = {"unit": f"{segment}-{kind}"} | dict.fromkeys(OVERRIDE_SETTINGS) | {path: value}
            results = everything(projected(OPEN_SCENARIO | {"overrides": [override]}, OPEN_REGENCY))
            speaks = not (path == "join_month" and (kind == "in" or value == "2025-11" and kind == "pledged"))
            assert differ(OPEN_RESULTS, results) == speaks, (segment, value)


# ---- closed gates -----------------------------------------------------------------------------------


def of_segments(*names):
    """The paths of settings every segment has."""
    return [f"participation.{segment}.{name}" for segment in SEGMENTS for name in names]


def for_every_unit(scenario, regency, key, value):
    """The scenario with an override of every unit, with `value` for each key that was null."""
    own = {row["code"]: {"unit": row["code"]} | dict.fromkeys(OVERRIDE_SETTINGS) for row in regency.units}
    own |= {override["unit"]: override for override in scenario["overrides"]}
    return scenario | {"overrides": [o | {key: value if o[key] is None else o[key]} for o in own.values()]}


def no_floor(scenario, regency):
    own = [override | {"target_share": None} for override in scenario["overrides"]]
    return changed(scenario | {"overrides": own}, dict.fromkeys(of_segments("target_share"), 0.0))


def a_target_for_every_unit(scenario, regency):
    return for_every_unit(scenario, regency, "target_share", 0.5)


def nobody_waits(scenario, regency):
    scenario = no_push(scenario, regency)
    return for_every_unit(scenario, regency, "join_month", "2026-02")


def no_push(scenario, regency):
    return changed(scenario, {"growth.push_share": 0.0})


def no_growth(scenario, regency):
    return changed(no_push(scenario, regency), {"growth.background_share_per_month": 0.0})


def no_floor_no_growth(scenario, regency):
    return no_floor(no_growth(scenario, regency), regency)


def no_ceiling(scenario, regency):
    return changed(scenario, {"growth.ceiling_share": 0.0})


def one_meeting(scenario, regency):
    return changed(scenario, {"monev.meetings": 1})


def no_new_units(scenario, regency):
    return changed(no_push(scenario, regency), {"monev.new_opd": 0, "monev.new_kecamatan": 0})


def no_rakor_monev(scenario, regency):
    return changed(scenario, {"monev.first_month": None})


def no_relief(scenario, regency):
    return changed(scenario, {"contribution.relief_applies": False})


def typed_death_rate(scenario, regency):
    return changed(scenario, {"risk.deaths_per_1000_year": 5.0})


def as_drawn(scenario, regency):
    return scenario


QUEUE = [
    *of_segments("new_units_per_month"),
    "monev.first_month",
    "monev.every_months",
    "monev.meetings",
    "monev.new_opd",
    "monev.new_kecamatan",
    "delivery.join_delay_months",
]
PUSH = ["growth.push_share", "growth.push_half_life_months", "growth.push_repeat_factor"]
CLOSED_GATES = {  # name: what closes the gate in the regency, what closes it in the scenario, the settings behind it
    "no floor, nothing to climb to": ({}, no_floor, of_segments("ramp_months", "curve")),
    "units have their own target": ({}, a_target_for_every_unit, of_segments("target_share")),
    "nobody outside, no plan beyond the opening": (
        {"kinds": ("participating", "pledged")},
        no_floor_no_growth,
        ["delivery.realised_share", *of_segments("workers_per_asn")],
    ),
    "nobody outside": (
        {"kinds": ("participating", "pledged")},
        no_push,
        [*of_segments("entry_share"), *QUEUE],
    ),
    "nobody in the queue": ({}, nobody_waits, QUEUE),
    "no pledges": ({"kinds": ("participating", "outside")}, as_drawn, ["delivery.pledge_share"]),
    "no new units after a Rakor Monev": (
        {},
        no_new_units,
        ["monev.first_month", "monev.every_months", "monev.meetings"],
    ),
    "no Rakor Monev": (
        {},
        no_rakor_monev,
        ["monev.every_months", "monev.meetings", "monev.new_opd", "monev.new_kecamatan", *PUSH],
    ),
    "one Rakor Monev only": ({}, one_meeting, ["monev.every_months", "growth.push_repeat_factor"]),
    "no push": ({}, no_push, PUSH[1:]),
    "no growth by itself": ({}, no_growth, ["growth.ceiling_share", *PUSH[1:]]),
    "nobody grows beyond the ceiling": ({}, no_ceiling, ["growth.background_share_per_month", *PUSH]),
    "every unit has a plan of its own": (
        {},
        a_target_for_every_unit,
        ["growth.background_share_per_month", "growth.ceiling_share", *PUSH],
    ),
    "after the relief months": (
        {"first_month": "2027-04"},
        as_drawn,
        ["contribution.relief_applies", "contribution.transport_share"],
    ),
    "no relief": ({}, no_relief, ["contribution.transport_share"]),
    "death rate typed in": (
        {},
        typed_death_rate,
        ["risk.prior_deaths_per_1000_year", "risk.prior_person_years"],
    ),
    "a projection has no spread": ({}, as_drawn, sorted(UNUSED_BY_A_PROJECTION)),
    "a target is only held against the projection": ({}, as_drawn, ["target.coverage_share", "target.month"]),
}


@pytest.mark.parametrize("gate", CLOSED_GATES)
@examples(30)
@given(data=st.data())
def test_nothing_changes_behind_a_closed_gate(gate, data):
    in_regency, close, behind = CLOSED_GATES[gate]
    scenario, regency = data.draw(cases(**in_regency))
    scenario = close(scenario, regency)
    moved = {path: data.draw(values(SETTINGS[path], regency.month)) for path in behind}
    assert_same_results(projected(changed(scenario, moved), regency), projected(scenario, regency))


@examples(60)
@given(case=cases(), data=st.data())
def test_a_floor_below_where_every_unit_of_a_segment_opens_changes_nothing(case, data):
    scenario, regency = case
    segment = data.draw(st.sampled_from(SEGMENTS))
    scenario = scenario | {
        "overrides": [override | {"workers_per_asn": None} for override in scenario["overrides"]]
    }
    bare = projected(no_floor(scenario, regency), regency)
    opens = bare.seats.planned[bare.baseline.rows[segment]]  # without a floor the plan is the starting share
    workers_per_asn = scenario["participation"][segment]["workers_per_asn"]
    least = min(opens, default=workers_per_asn)
    highest = 1.0 if least >= workers_per_asn else least / workers_per_asn
    path = f"participation.{segment}.target_share"
    low, high = (
        projected(changed(scenario, {path: floor}), regency)
        for floor in (0.0, data.draw(st.floats(0, highest)))
    )
    assert_same_results(high, low)
