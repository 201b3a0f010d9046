"""A setting without effect has a reason, and a setting with an effect never has one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from regency import PROGRAMME, Regency, unit
from results import assert_same_results, of_units, totals
from strategies import cases, examples

from simulator.model.baseline import Baseline
from simulator.model.growth import is_at_work, rakor_months
from simulator.model.parts import Override
from simulator.model.projection import project
from simulator.model.scenario import SETTINGS, Scenario, setting_value, with_override, with_value, with_values
from simulator.planning.effects import (
    ACTING,
    floor_leaves_out,
    settings_without_effect,
    target_above_ceiling,
    why_no_effect,
)
from simulator.report.sentences.levers import effect_sentence
from simulator.store.baseline_files import read_baseline_named
from simulator.store.scenario_store import load
from simulator.words import LANGUAGES
from tests.explaining import context_of

PLEDGES = load("komitmen-september").scenario
KENDAL = read_baseline_named("kendal-2025-08")


def projected(changes=None, *, baseline: Baseline = KENDAL, overrides=()):
    scenario = with_values(PLEDGES, changes or {})
    for override in overrides:
        scenario = with_override(scenario, override)
    return project(scenario, baseline, PROGRAMME)


def why(path, changes=None, **of_projection):
    """The code of the reason for one setting, or None; its sentence exists in both languages."""
    p = projected(changes, **of_projection)
    effect = why_no_effect(p, path)
    if effect is None:
        return None
    assert effect.path == path and all(effect_words(p, effect, lang) for lang in LANGUAGES)
    return effect.reason


def effect_words(p, effect, lang="id"):
    return str(effect_sentence(context_of(p), effect, lang))


# Each case a planner meets


def test_a_floor_below_the_present_level():
    path = "participation.opd.target_share"
    assert why(path, {path: 0.15}) == "floor_below_present"
    low = projected({path: 0.15})
    assert (
        effect_words(low, why_no_effect(low, path))
        == "Semua unit yang ikut sudah mencapai atau merencanakan sedikitnya 15,4 %."
    )  # 13 ÷ 84, rounded down
    assert why(path, {path: 0.16}) is None


def test_a_floor_with_units_that_never_join():
    assert floor_leaves_out(projected(), "opd") == 13 and floor_leaves_out(projected(), "kecamatan") == 7
    outside = Regency(
        [unit("A", "opd", 50, enrolled=5), unit("B", "kecamatan", 20), unit("C", "kecamatan", 20)],
        [("2025-08", 5)],
        0,
    ).baseline()
    path = "participation.kecamatan.target_share"
    assert why(path, {path: 0.5}, baseline=outside) == "no_unit_takes_part"
    half = projected({path: 0.5}, baseline=outside)
    assert (
        effect_words(half, why_no_effect(half, path))
        == "Dari 2 unit, tidak satu pun ikut dalam masa proyeksi."
    )
    joining = {"participation.kecamatan.new_units_per_month": 1.0, path: 0.9}
    assert (
        why(path, joining, baseline=outside) is None
        and floor_leaves_out(projected(joining, baseline=outside), "kecamatan") == 0
    )


def test_new_units_where_none_are_left():
    everybody = {"participation.opd.new_units_per_month": 50.0, "monev.first_month": "2025-11"}
    assert why("monev.new_opd", everybody | {"monev.new_opd": 3}) == "no_units_left"
    assert why("monev.new_kecamatan", everybody | {"monev.new_kecamatan": 2}) is None
    assert (
        why("participation.other.new_units_per_month", {"participation.other.new_units_per_month": 1.0})
        == "no_units_left"
    )
    by_hand = [
        Override(unit=code, target_share=None, workers_per_asn=None, join_month="2025-10")
        for code in KENDAL.codes
        if KENDAL.outside[KENDAL.index[code]]
    ]
    assert (
        why("monev.new_opd", {"monev.first_month": "2025-11", "monev.new_opd": 3}, overrides=by_hand)
        == "no_units_left"
    )


def test_new_units_without_a_rakor_monev_or_with_one_too_late():
    assert why("monev.new_opd", {"monev.first_month": None, "monev.new_opd": 3}) == "no_monev_planned"
    assert why("monev.new_opd", {"monev.first_month": None}) == "no_monev_planned"  # also before it is moved
    assert (
        why("monev.new_opd", {"monev.first_month": "2027-08", "monev.new_opd": 3}) == "no_monev_in_time"
    )  # its units join in month 25 of 24
    assert why("monev.new_opd", {"monev.first_month": "2027-07", "monev.new_opd": 3}) is None
    assert (
        why(
            "monev.new_opd",
            {"monev.first_month": "2027-07", "monev.new_opd": 3, "delivery.join_delay_months": 1},
        )
        == "no_monev_in_time"
    )
    assert (
        why("monev.new_opd", {"monev.first_month": "2000-01", "monev.every_months": 24, "monev.new_opd": 3})
        is None
    )  # continues in its rhythm


def test_a_rakor_monev_without_new_units():
    assert why("monev.first_month") == "monev_brings_nobody"
    assert why("monev.every_months", {"monev.every_months": 6}) == "monev_brings_nobody"
    assert why("monev.first_month", {"monev.new_opd": 1}) is None
    gone = {"monev.new_kecamatan": 1, "participation.kecamatan.new_units_per_month": 50.0}
    only_opd = Regency(
        [unit("A", "opd", 50, enrolled=5), unit("B", "kecamatan", 9, enrolled=5)], [("2025-08", 10)], 0
    ).baseline()
    assert why("monev.first_month", gone, baseline=only_opd) == "monev_brings_nobody"


PUSH = {"growth.push_share": 0.08}


@pytest.mark.parametrize(
    "path, changes, reason",
    [
        ("growth.background_share_per_month", {"growth.background_share_per_month": 0.001}, None),
        ("growth.background_share_per_month", {}, None),  # at rest, but it would change something
        (
            "growth.background_share_per_month",
            {"growth.background_share_per_month": 0.001, "growth.ceiling_share": 0.0},
            "nobody_grows",
        ),
        ("growth.push_share", PUSH, None),
        ("growth.push_share", PUSH | {"monev.first_month": None}, "no_monev_planned"),
        ("growth.push_share", PUSH | {"monev.first_month": "2027-08"}, "no_monev_in_time"),  # month 24 of 24
        ("growth.push_share", PUSH | {"monev.first_month": "2027-07"}, None),
        ("growth.push_share", PUSH | {"monev.first_month": "2025-07", "monev.meetings": 1}, None),
        ("growth.push_half_life_months", {"growth.push_half_life_months": 3.0}, "no_push"),
        ("growth.push_half_life_months", PUSH | {"growth.push_half_life_months": 3.0}, None),
        (
            "growth.push_repeat_factor",
            PUSH | {"growth.push_repeat_factor": 0.2, "monev.meetings": 1},
            "one_monev_only",
        ),
        (
            "growth.push_repeat_factor",
            PUSH | {"growth.push_repeat_factor": 0.2, "monev.first_month": "2027-05"},
            "one_monev_only",  # the second falls in month 24
        ),
        ("growth.push_repeat_factor", PUSH | {"growth.push_repeat_factor": 0.2}, None),
        ("growth.ceiling_share", {"growth.ceiling_share": 0.8}, "no_growth"),
        (
            "growth.ceiling_share",
            PUSH | {"growth.ceiling_share": 0.8, "monev.first_month": None},
            "no_growth",
        ),
        ("growth.ceiling_share", PUSH | {"growth.ceiling_share": 0.8}, None),
        ("monev.meetings", {"monev.meetings": 2}, "monev_brings_nobody"),
        ("monev.meetings", {"monev.meetings": 2, "monev.first_month": None}, "no_monev_planned"),
        ("monev.meetings", PUSH | {"monev.meetings": 2}, None),
        ("monev.meetings", PUSH, None),  # a single one would change something
        ("monev.meetings", PUSH | {"monev.meetings": 8}, "no_more_monev_in_time"),  # 7 until July 2027
        (
            "monev.meetings",
            PUSH | {"monev.meetings": 1, "monev.first_month": "2027-05"},
            "no_more_monev_in_time",
        ),
        ("monev.every_months", PUSH | {"monev.every_months": 6, "monev.meetings": 1}, "one_monev_only"),
        ("monev.every_months", PUSH | {"monev.every_months": 6}, None),
        ("monev.first_month", PUSH, None),
        # The effect of an old one would have faded by now; that of a future one would not.
        ("monev.first_month", PUSH | {"monev.first_month": None, "growth.push_repeat_factor": 0.1}, None),
        ("monev.first_month", PUSH | {"growth.ceiling_share": 0.0}, "monev_brings_nobody"),
    ],
)
def test_growth_and_its_rakor_monev(path, changes, reason):
    assert why(path, changes) == reason


def test_meetings_that_are_over_bring_no_units():
    over = {"monev.first_month": "2025-02", "monev.meetings": 2, "monev.new_opd": 3}
    assert why("monev.new_opd", over) == "no_monev_in_time"  # February and May 2025
    assert why("monev.new_opd", over | {"monev.meetings": 3}) is None  # August 2025, the month of the data


def test_relief_outside_the_horizon():
    assert (
        why("contribution.relief_applies", {"horizon_months": 7, "contribution.relief_applies": False})
        == "relief_outside_projection"
    )  # to March 2026
    assert (
        why("contribution.relief_applies", {"horizon_months": 8, "contribution.relief_applies": False})
        is None
    )  # April 2026
    assert (
        why("contribution.transport_share", {"horizon_months": 4, "contribution.transport_share": 0.5})
        == "relief_outside_projection"
    )  # to December 2025
    assert (
        why(
            "contribution.transport_share",
            {"contribution.relief_applies": False, "contribution.transport_share": 0.5},
        )
        == "relief_off"
    )
    in_2026 = Regency(
        [unit("A", "opd", 50, enrolled=5)], [("2026-05", 5)], 0
    ).baseline()  # both groups pay half
    assert (
        why(
            "contribution.transport_share",
            {"horizon_months": 3, "contribution.transport_share": 0.5},
            baseline=in_2026,
        )
        == "changes_nothing_now"
    )


def test_a_target_above_the_ceiling():
    assert target_above_ceiling(projected({"target.month": "2026-12"}), PROGRAMME) is None
    p = projected({"target.month": "2026-12", "target.coverage_share": 0.95})
    high = target_above_ceiling(p, PROGRAMME)
    most = (
        1834 + 245 + 206 + 37 + 6817
    ) / 10345  # all participating units; the 11 kecamatan have 206 ASN in the list
    assert high.reason == "target_above_ceiling" and high.values["share"] == pytest.approx(most, abs=1e-4)
    assert (
        effect_words(p, high)
        == "Di atas batas: paling banyak 88,3 % bila semua unit yang ikut mencapai 100 %."
    )
    assert (
        target_above_ceiling(projected({"target.month": "2040-01", "target.coverage_share": 0.95}), PROGRAMME)
        is None
    )  # another warning says so


def test_an_override_of_a_unit_already_in():
    late = Override(unit="OPD-01", target_share=None, workers_per_asn=None, join_month="2026-01")
    p = projected(overrides=[late])
    (effect,) = [e for e in settings_without_effect(p, PROGRAMME) if e.path.startswith("overrides")]
    assert (effect.path, effect.reason) == ("overrides[0].join_month", "already_takes_part")
    assert effect_words(p, effect) == "OPD-01 sudah ikut, jadi bulan masuknya tidak mengubah apa pun."


def test_other_overrides_that_change_nothing_or_not_as_written():
    def reasons(**requested):
        override = Override(
            **(
                {"unit": "OPD-26", "target_share": None, "workers_per_asn": None, "join_month": None}
                | requested
            )
        )
        return [
            e.reason
            for e in settings_without_effect(projected(overrides=[override]), PROGRAMME)
            if e.path.startswith("overrides")
        ]

    assert reasons(join_month="2025-08") == ["joins_before_month_1"]
    assert reasons(join_month="2025-10") == []
    assert reasons(join_month="never") == ["override_changes_nothing"]  # it would not have joined anyway
    assert reasons(target_share=1.0) == ["override_changes_nothing"]
    assert reasons(unit="OPD-19", target_share=1.0) == []


def test_a_target_month_outside_the_projection():
    assert [
        e.reason
        for e in settings_without_effect(projected({"target.month": "2027-09"}), PROGRAMME)
        if e.path == "target.month"
    ] == ["target_outside_projection"]
    assert not [
        e
        for e in settings_without_effect(projected({"target.month": "2027-08"}), PROGRAMME)
        if e.path == "target.month"
    ]


def test_no_death_rate_to_estimate():
    nothing = Regency(
        [unit("A", "opd", 50, enrolled=5)], [("2025-08", 5)], 0
    ).baseline()  # one point of history: no person-years
    found = {
        e.reason
        for e in settings_without_effect(
            projected({"risk.prior_person_years": 0.0}, baseline=nothing), PROGRAMME
        )
    }
    assert "no_death_rate" in found


@pytest.mark.parametrize(
    "path, changes, reason",
    [
        ("participation.opd.ramp_months", {"participation.opd.ramp_months": 6}, "nothing_to_ramp"),
        ("participation.opd.curve", {}, "nothing_to_ramp"),
        (
            "participation.opd.ramp_months",
            {"participation.opd.ramp_months": 6, "participation.opd.target_share": 0.5},
            None,
        ),
        ("participation.opd.entry_share", {"participation.opd.entry_share": 0.5}, "nobody_enters"),
        (
            "participation.opd.entry_share",
            {"participation.opd.entry_share": 0.5, "participation.opd.new_units_per_month": 1.0},
            None,
        ),
        (
            "participation.opd.workers_per_asn",
            {"participation.opd.workers_per_asn": 2.0},
            "no_floor_and_nobody_enters",
        ),
        (
            "participation.opd.workers_per_asn",
            {"participation.opd.workers_per_asn": 2.0, "participation.opd.target_share": 0.5},
            None,
        ),
        ("delivery.realised_share", {"delivery.realised_share": 0.8}, "no_plan_to_fall_short"),
        (
            "delivery.realised_share",
            {"delivery.realised_share": 0.8, "participation.opd.target_share": 0.5},
            None,
        ),
        ("delivery.pledge_share", {"delivery.pledge_share": 0.8}, None),
        ("delivery.join_delay_months", {"delivery.join_delay_months": 3}, "nobody_enters"),
        (
            "delivery.join_delay_months",
            {"delivery.join_delay_months": 3, "participation.opd.new_units_per_month": 1.0},
            None,
        ),
        (
            "retention.refill_share_per_month",
            {"retention.refill_share_per_month": 0.5},
            None,
        ),  # deaths leave vacant seats
        (
            "retention.refill_share_per_month",
            {"retention.refill_share_per_month": 0.5, "risk.deaths_per_1000_year": 0.0},
            "no_vacant_seats",
        ),
        ("risk.prior_deaths_per_1000_year", {"risk.deaths_per_1000_year": 5.0}, "rate_is_typed"),
        ("risk.fatal_share", {"risk.accidents_per_1000_year": 0.0}, "changes_nothing_now"),
        ("workforce.asn_growth_per_year", {"workforce.asn_growth_per_year": 0.01}, None),
        ("contribution.income_base_idr", {}, None),
    ],
)
def test_why_a_setting_does_nothing_now(path, changes, reason):
    assert why(path, changes) == reason


# What holds for every scenario


@examples(150)
@given(case=cases(), path=st.sampled_from(sorted(ACTING)))
def test_a_reason_is_given_exactly_when_pushing_the_setting_changes_nothing(case, path):
    content, regency = case
    scenario, baseline = Scenario.model_validate(content), regency.baseline()
    p = project(scenario, baseline, PROGRAMME)
    effect = why_no_effect(p, path)
    pushed = project(
        with_value(scenario, path, _elsewhere(path, setting_value(scenario, path), baseline)),
        baseline,
        PROGRAMME,
    )
    if effect is not None:
        assert_same_results(p, pushed)
        assert all(effect_words(p, effect, lang) for lang in LANGUAGES)
        _reason_holds(effect.reason, path, p)
    else:
        assert any(
            not np.array_equal(series(p)[name], series(pushed)[name])
            for series in (totals, of_units)
            for name in series(p)
        )


def _elsewhere(path, present, baseline):
    """Another value of a setting: the resting value, or from there an end."""
    setting = SETTINGS[path]
    if present != setting.resting:
        return setting.resting
    ends = {"switch": not present, "month": baseline.month_text, "choice": "step"}
    ends |= {setting.kind: setting.low} if path == "monev.meetings" else {}
    return ends.get(setting.kind, setting.high if present != setting.high else setting.low)


def _reason_holds(reason, path, p):
    """The sentence is true for the projection, as far as the projection shows it."""
    segment = path.split(".")[1] if path.startswith("participation") else path.rpartition("_")[2]
    rows = p.baseline.rows.get(segment, ())
    joins = p.seats.start <= p.scenario.horizon_months
    if reason == "no_units_in_segment":
        assert len(rows) == 0
    if reason == "no_unit_takes_part":
        assert len(rows) and not joins[rows].any() and p.seats.seats[rows].max() == 0
    if reason == "no_units_left":
        assert not (p.seats.queued & ~joins)[rows].any()
    if reason == "no_monev_planned":
        assert p.scenario.monev.first_month is None
    if reason == "one_monev_only":
        assert len(rakor_months(p.scenario.monev, p.baseline.month, p.scenario.horizon_months - 1)) <= 1
    if reason == "no_push":
        assert p.scenario.growth.push_share == 0
    if reason == "no_growth":
        assert not is_at_work(p.scenario)
    if reason in ("nobody_enters", "no_floor_and_nobody_enters") and path.startswith("participation"):
        assert not (p.baseline.outside & joins)[rows].any()
    if reason == "floor_below_present":
        floor, workers = (
            setting_value(p.scenario, f"participation.{segment}.{name}")
            for name in ("target_share", "workers_per_asn")
        )
        free = [
            i for i in rows if joins[i] and p.baseline.codes[i] not in {o.unit for o in p.scenario.overrides}
        ]
        assert all(p.seats.planned[i] >= floor * workers - 1e-12 for i in free)
    if reason == "nothing_to_ramp":
        assert (p.seats.reached == p.seats.opening)[rows][joins[rows]].all()
    if reason == "no_pledges":
        assert p.baseline.pledge_workers[joins].sum() == 0
    if reason == "no_queue":
        assert not p.seats.queued.any()
    if reason == "rate_is_typed":
        assert p.scenario.risk.deaths_per_1000_year is not None
    if reason == "relief_off":
        assert not p.scenario.contribution.relief_applies
    if reason == "relief_outside_projection":
        first = (
            "2026-01"
            if p.scenario.contribution.transport_share or path.endswith("transport_share")
            else "2026-04"
        )
        assert not any(first <= f"{m // 12}-{m % 12 + 1:02d}" <= "2026-12" for m in p.months.tolist())
