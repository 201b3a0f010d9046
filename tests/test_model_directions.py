"""The direction in which each setting acts, over its whole range, except where it need not be monotone (docs/model.md, section 9)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from regency import projected
from results import of_units, totals
from strategies import cases, changed, examples, values

from simulator.model.parts import SEGMENTS
from simulator.model.scenario import SETTINGS


def as_drawn(scenario, regency):
    return scenario


def no_unit_plans_to_shrink(scenario, regency):
    """Without targets of single units no seat ratio falls, so that an earlier start never means fewer seats later."""
    return scenario | {"overrides": [override | {"target_share": None} for override in scenario["overrides"]]}


def no_growth(scenario, regency):
    """A larger plan leaves fewer ASN to join by themselves later: more seats at once, but fewer new ones, which are filled first."""
    return scenario | {"growth": scenario["growth"] | {"background_share_per_month": 0.0, "push_share": 0.0}}


def rakor_monev_from_the_baseline_on(scenario, regency):
    """The rhythm of a first meeting before the baseline may meet it sooner with longer gaps: every 5 months from month -5, not 3.

    Without a push: when a unit joins, more is left of the effect of a later meeting than of an earlier one.
    """
    scenario = no_unit_plans_to_shrink(no_growth(scenario, regency), regency)
    return scenario | {"monev": scenario["monev"] | {"first_month": regency.month}}


SEATS, BOTH = ("unit seats",), ("unit seats", "unit enrolled")
MEMBERS = ("unit enrolled", "contributions_idr", "deaths", "jkk_payouts_idr")
DIRECTIONS = [  # setting, direction of the series when it rises, series, conditions on the scenario
    ("participation.*.target_share", "up", BOTH, no_growth),
    ("participation.*.target_share", "up", SEATS, as_drawn),
    ("participation.*.workers_per_asn", "up", BOTH, no_growth),
    ("participation.*.workers_per_asn", "up", SEATS, as_drawn),
    ("participation.*.entry_share", "up", SEATS, as_drawn),
    ("participation.*.ramp_months", "down", SEATS, no_unit_plans_to_shrink),
    ("participation.*.new_units_per_month", "up", SEATS, no_unit_plans_to_shrink),
    ("monev.new_opd", "up", SEATS, no_unit_plans_to_shrink),
    ("monev.new_kecamatan", "up", SEATS, no_unit_plans_to_shrink),
    ("monev.every_months", "down", SEATS, rakor_monev_from_the_baseline_on),
    ("monev.meetings", "up", SEATS, no_unit_plans_to_shrink),
    ("growth.background_share_per_month", "up", SEATS, as_drawn),
    ("growth.push_share", "up", SEATS, as_drawn),
    ("growth.push_repeat_factor", "up", SEATS, as_drawn),
    ("growth.ceiling_share", "up", SEATS, as_drawn),
    ("delivery.realised_share", "up", BOTH, no_growth),
    ("delivery.realised_share", "up", SEATS, as_drawn),
    ("delivery.pledge_share", "up", SEATS, as_drawn),
    ("delivery.join_delay_months", "down", SEATS, no_unit_plans_to_shrink),
    ("retention.lapse_share_per_month", "down", MEMBERS, as_drawn),
    ("retention.refill_share_per_month", "up", MEMBERS, as_drawn),
    ("workforce.asn_growth_per_year", "up", BOTH, as_drawn),
    ("contribution.income_base_idr", "up", ("contributions_idr", "jkk_payouts_idr"), as_drawn),
    ("contribution.include_jht", "up", ("contributions_idr",), as_drawn),
    ("contribution.relief_applies", "down", ("contributions_idr",), as_drawn),
    (
        "risk.deaths_per_1000_year",
        "down",
        ("unit enrolled", "contributions_idr", "jkk_payouts_idr"),
        as_drawn,
    ),
    (
        "risk.prior_deaths_per_1000_year",
        "down",
        ("unit enrolled", "contributions_idr", "jkk_payouts_idr"),
        as_drawn,
    ),
    ("risk.accidents_per_1000_year", "up", ("jkk_payouts_idr", "payouts_idr"), as_drawn),
    ("risk.nonfatal_cost_idr", "up", ("jkk_payouts_idr", "payouts_idr"), as_drawn),
    ("risk.scholarship_per_death_idr", "up", ("jkm_payouts_idr", "jkk_payouts_idr"), as_drawn),
]


def series(p):
    """The totals by column, and the columns of units with `unit` before their name."""
    return totals(p) | {f"unit {name}": values for name, values in of_units(p).items()}


@pytest.mark.parametrize(
    ("path", "direction", "names", "condition"),
    DIRECTIONS,
    ids=[f"{row[0]}-{row[3].__name__}" for row in DIRECTIONS],
)
@examples(30)
@given(case=cases(), data=st.data())
def test_setting_never_pushes_the_other_way(path, direction, names, condition, case, data):
    scenario, regency = case
    path = path.replace("*", data.draw(st.sampled_from(SEGMENTS)))
    a_value = values(SETTINGS[path], regency.month).filter(lambda value: value is not None)
    low, high = sorted([data.draw(a_value), data.draw(a_value)])
    scenario = condition(scenario, regency)
    at_low, at_high = (series(projected(changed(scenario, {path: value}), regency)) for value in (low, high))
    less, more = (at_low, at_high) if direction == "up" else (at_high, at_low)
    for name in names:
        assert np.all(less[name] <= more[name] + 1e-9 * np.maximum(1, np.abs(more[name]))), name
