"""The bounds, nulls and choices of a scenario file are those of docs/model.md, section 2."""

from simulator.model.parts import SEGMENTS
from simulator.model.scenario import OVERRIDE_SETTINGS, SETTINGS

BOUNDS = {
    "horizon_months": (1, 120),
    **{
        f"participation.{segment}.{name}": bounds
        for segment in SEGMENTS
        for name, bounds in {
            "ramp_months": (1, 60),
            "workers_per_asn": (0, 10),
            "new_units_per_month": (0, 50),
        }.items()
    },
    "monev.every_months": (1, 24),
    "monev.new_opd": (0, 50),
    "monev.new_kecamatan": (0, 50),
    "delivery.join_delay_months": (0, 24),
    "workforce.asn_growth_per_year": (-0.2, 0.2),
    "contribution.income_base_idr": (1_000_000, 20_700_000),
    "risk.deaths_per_1000_year": (0, 1000),
    "risk.prior_deaths_per_1000_year": (0, 1000),
    "risk.accidents_per_1000_year": (0, 1000),
    "risk.prior_person_years": (0, 1e6),
    "risk.nonfatal_cost_idr": (0, 1e9),
    "risk.scholarship_per_death_idr": (0, 1e9),
    "uncertainty.draws": (1, 100_000),
    "uncertainty.seed": (0, 2**53 - 1),
    **{f"uncertainty.{name}": (0, 5) for name in ("exposure_cv", "mortality_year_cv", "nonfatal_cost_cv")},
    "monev.meetings": (1, 60),
    "growth.background_share_per_month": (0, 0.5),
    "growth.push_share": (0, 0.9),
    "growth.push_half_life_months": (0.1, 24),
    "growth.push_repeat_factor": (0, 1),
    "uncertainty.leadership_correlation": (0, 1),
}
NUMBERS = {path: setting for path, setting in SETTINGS.items() if setting.kind in ("float", "int")}
WHOLE = {
    "horizon_months",
    "monev.every_months",
    "monev.new_opd",
    "monev.new_kecamatan",
    "monev.meetings",
    "delivery.join_delay_months",
    "uncertainty.draws",
    "uncertainty.seed",
    *(f"participation.{segment}.ramp_months" for segment in SEGMENTS),
}


def test_every_number_that_is_no_share_is_named_and_the_whole_ones_are_whole():
    shares = {path for path in NUMBERS if path.endswith(("_share", "share_per_month"))}
    assert set(BOUNDS) - shares == set(NUMBERS) - shares
    assert set(BOUNDS) & shares == {"growth.background_share_per_month", "growth.push_share"}
    assert {path for path, setting in NUMBERS.items() if setting.kind == "int"} == WHOLE


def test_every_number_has_the_bounds_of_the_description():
    assert {path: (setting.low, setting.high) for path, setting in NUMBERS.items()} == {
        path: BOUNDS.get(path, (0, 1)) for path in NUMBERS
    }
    assert (OVERRIDE_SETTINGS["target_share"].low, OVERRIDE_SETTINGS["target_share"].high) == (0, 1)
    assert (OVERRIDE_SETTINGS["workers_per_asn"].low, OVERRIDE_SETTINGS["workers_per_asn"].high) == (0, 10)


def test_null_is_allowed_only_where_the_description_says_so():
    assert {path for path, setting in SETTINGS.items() if setting.nullable} == {
        "monev.first_month",
        "monev.meetings",
        "risk.deaths_per_1000_year",
    }
    assert all(setting.nullable for setting in OVERRIDE_SETTINGS.values())


def test_choices_are_those_of_the_description():
    assert {path: setting.options for path, setting in SETTINGS.items() if setting.kind == "choice"} == {
        f"participation.{segment}.curve": ("linear", "s-curve", "front-loaded", "step")
        for segment in SEGMENTS
    }
