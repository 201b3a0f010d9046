"""The descriptions of the shipped scenarios are true: their numbers, sources and arithmetic."""

import json
import re

import numpy as np
import pytest

from docs.make_scenarios import made
from docs.shipped_scenarios import SHIPPED
from simulator.model.metrics import METRICS, target_status
from simulator.model.months import month_number
from simulator.model.projection import project
from simulator.model.scenario import SETTINGS, changed_settings, setting_value, with_value
from simulator.planning.effects import ACTING
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.places import DATA, SCENARIOS
from simulator.store.scenario_store import DEFAULT_STEM, load, scenario_bytes

STEMS = (
    "komitmen-september",
    "tren-19-per-bulan",
    "tren-123-per-bulan",
    "dua-puluh-persen-2026",
    "irama-rakor-monev",
    "semua-100-persen",
    "banyak-yang-berhenti",
    "dorongan-yang-meluruh",
    "dorongan-tanpa-rakor-monev",
    "contoh",
)
OF_KENDAL = STEMS[:-1]
PROGRAMME = read_programme()


def projected(stem, **changes):
    scenario = load(stem).scenario
    for path, value in changes.items():
        scenario = with_value(scenario, path.replace("__", "."), value)
    return project(scenario, read_baseline_named(scenario.baseline), PROGRAMME)


def at(p, month):
    """The position of a month in a projection's series."""
    return month_number(month) - p.baseline.month


def test_the_announced_pledges_are_the_default_and_end_813_short():
    p = projected(DEFAULT_STEM)
    assert DEFAULT_STEM == "komitmen-september"
    assert (p.scenario.target.coverage_share, p.scenario.target.month) == (0.2, "2025-09")
    assert p.enrolled[0] == 974
    assert np.allclose(p.enrolled[1:], 1256, rtol=0, atol=1e-9)  # throughout
    status = target_status(p)
    assert status.inside and not status.met and status.first_met is None
    assert (status.workers, round(status.gap, 9)) == (2069, 813)


@pytest.mark.parametrize(
    "stem, first, last, points",
    [
        (
            "tren-19-per-bulan",
            ("2024-07", 724),
            ("2025-08", 974),
            ("724", "Juli 2024", "974", "Agustus 2025"),
        ),
        (
            "tren-123-per-bulan",
            ("2025-06", 728),
            ("2025-08", 974),
            ("728", "Juni 2025", "974", "Agustus 2025"),
        ),
    ],
)
def test_a_trend_names_its_two_points_and_goes_on_at_their_pace_on_top_of_the_pledges(
    stem, first, last, points
):
    p = projected(stem)
    history = {point.month: point.enrolled for point in p.baseline.facts.history}
    assert history[first[0]] == first[1] and history[last[0]] == last[1]
    pace = (last[1] - first[1]) / (month_number(last[0]) - month_number(first[0]))
    assert int(pace) == int(stem.split("-")[1])
    wanted = 1256 + 12 * pace
    assert abs(p.enrolled[at(p, "2026-09")] - wanted) < 5
    assert all(point in p.scenario.description for point in points)
    assert f"{round(wanted):,}".replace(",", ".") in p.scenario.description
    # in addition: the pledges are included from September on
    pledges = projected(DEFAULT_STEM)
    assert np.allclose(p.enrolled_by_segment["opd"], pledges.enrolled_by_segment["opd"]) and np.allclose(
        p.enrolled_by_segment["kecamatan"], pledges.enrolled_by_segment["kecamatan"]
    )
    steps = np.diff(p.enrolled_by_segment["other"])
    assert np.allclose(steps, steps[0])  # evenly, as the description says


def test_twenty_percent_is_met_in_december_2026_and_one_step_less_misses_it():
    stem, path = "dua-puluh-persen-2026", "participation.opd.target_share"
    p = projected(stem)
    assert (p.scenario.target.coverage_share, p.scenario.target.month) == (0.2, "2026-12")
    assert target_status(p).met and p.enrolled[at(p, "2026-12")] >= 2069
    less = project(with_value(p.scenario, path, 0.7), p.baseline, PROGRAMME)
    assert p.scenario.participation.opd.target_share == 0.701 and not target_status(less).met
    assert "70,1 %" in p.scenario.description and "2.069" in p.scenario.description


def test_every_rakor_monev_brings_three_opd_and_two_kecamatan():
    p = projected("irama-rakor-monev")
    joined = METRICS["units_joined"].series(p)
    brought = {p.months[i] for i in np.flatnonzero(np.diff(joined)) + 1}
    assert joined[1] == 38  # 33 and the 5 that pledged
    assert [int(joined[at(p, m)] - joined[at(p, m) - 1]) for m in ("2025-12", "2026-03", "2026-06")] == [
        5,
        5,
        5,
    ]
    assert min(brought - {month_number("2025-09")}) == month_number(
        "2025-12"
    )  # the month after the first, November 2025
    assert joined[-1] == 58  # all 38 OPD and 20 kecamatan at last


def test_all_opd_and_kecamatan_at_100_percent_give_36_6_percent():
    p = projected("semua-100-persen")
    assert round(float(p.coverage_share[-1]), 3) == 0.366
    offices = np.concatenate((p.baseline.rows["opd"], p.baseline.rows["kecamatan"]))
    assert np.allclose(p.enrolment.enrolled[offices, -1], p.baseline.asn[offices])
    assert "36,6 %" in p.scenario.description


def test_where_many_stop_68_to_70_percent_of_seats_are_filled_in_the_long_run():
    p = projected("banyak-yang-berhenti")
    assert (p.scenario.retention.lapse_share_per_month, p.scenario.retention.refill_share_per_month) == (
        0.05,
        0.10,
    )
    filled = p.enrolled / p.seats.seats.sum(0)
    assert all(0.68 <= share <= 0.70 for share in filled[36:])
    assert abs(filled[-1] - 313 / 458) < 0.02  # Kota Semarang


def test_the_push_fades_each_meeting_brings_less_and_its_first_month_is_what_kendal_saw():
    p = projected("dorongan-yang-meluruh")
    joined = np.diff(p.enrolled)[1:]  # from October 2025 on, when the pledges are in
    assert joined[0] > 4 * joined[-1] > 0 and joined[:12].sum() > 5 * joined[12:].sum()
    growth = p.scenario.growth
    first_month = 1 - (1 - growth.push_share) ** (1 - 0.5 ** (1 / growth.push_half_life_months))
    assert (round(first_month, 3), round(first_month * (10_345 - 724))) == (0.024, 232)  # 250 were observed
    assert "2,4 % × 9.621 = 232 pekerja; tercatat 250" in p.scenario.description
    for one in p.scenario.uncertainty.ranges:  # the settings lie within their ranges, in between
        if one.setting.startswith("growth."):
            assert one.low < setting_value(p.scenario, one.setting) < one.high


def test_its_twin_differs_by_the_meetings_alone_and_keeps_what_comes_by_itself():
    p, twin = projected("dorongan-yang-meluruh"), projected("dorongan-tanpa-rakor-monev")
    differ = [path for path, *_ in changed_settings(p.scenario, twin.scenario)]
    assert differ == ["monev.first_month"] and twin.scenario.monev.first_month is None
    assert (twin.enrolled[1:] < p.enrolled[1:]).all() and twin.enrolled[-1] > 1256
    assert p.scenario.uncertainty == twin.scenario.uncertainty  # the same random numbers are used


def test_the_made_up_regency_is_called_so():
    p = projected("contoh")
    assert p.baseline.facts.fictitious and "fiktif" in p.scenario.description


def test_every_shipped_file_is_what_its_maker_writes():
    assert set(SHIPPED) == set(STEMS)
    for stem in STEMS:
        held = (SCENARIOS / f"{stem}.json").read_bytes().replace(b"\r\n", b"\n")
        assert scenario_bytes(made(stem)) == held, stem


@pytest.mark.parametrize("stem", STEMS)
def test_a_setting_that_is_not_at_rest_has_one_sentence_as_its_basis(stem):
    scenario, (_, _, reasons) = load(stem).scenario, SHIPPED[stem]
    given = [path for reason in reasons for path in reason.settings]
    moved = {path for path, one in SETTINGS.items() if setting_value(scenario, path) != one.resting}
    assert moved <= set(given) and len(given) == len(set(given))
    assert all(reason.words for reason in reasons)


@pytest.mark.parametrize("stem", STEMS)
def test_a_shipped_file_is_written_as_the_program_writes_it(stem):
    assert (SCENARIOS / f"{stem}.json").read_bytes().replace(b"\r\n", b"\n") == scenario_bytes(
        load(stem).scenario
    )


@pytest.mark.parametrize("stem", STEMS)
def test_every_description_names_sources_that_exist_and_says_what_is_assumed(stem):
    description = load(stem).scenario.description
    named = set(re.findall(r"\bS\d+\b", description))
    assert named and named <= set(json.loads((DATA / "sources.json").read_text(encoding="utf-8")))
    assert "asumsi" in description


@pytest.mark.parametrize("stem", OF_KENDAL)
def test_every_setting_a_scenario_moves_stands_in_its_description_or_in_that_of_the_pledges(stem):
    scenario = load(stem).scenario
    default = load(DEFAULT_STEM).scenario
    texts = {
        "horizon_months": "",
        "target.month": "Target",
        "target.coverage_share": "Target",
        "monev.first_month": "Rakor Monev",
        "monev.every_months": "Rakor Monev",
        "participation.*.target_share": "%",
        "participation.*.ramp_months": "bulan",
        "participation.*.new_units_per_month": "ikut mulai",
        "monev.new_opd": "OPD",
        "monev.new_kecamatan": "kecamatan",
        "retention.lapse_share_per_month": "berhenti",
        "retention.refill_share_per_month": "terisi kembali",
        "growth.background_share_per_month": "Ikut tanpa diajak 0,05 % per bulan",
        "growth.push_share": "8 %",
        "growth.push_half_life_months": "separuhnya dalam 2 bulan",
        "growth.push_repeat_factor": "0,1 kali yang sebelumnya",
        "growth.ceiling_share": "85 % ASN",
    }
    reference = default if stem != DEFAULT_STEM else with_value(default, "monev.first_month", None)
    for path in SETTINGS:
        if setting_value(scenario, path) != setting_value(reference, path):
            key = re.sub(r"participation\.\w+", "participation.*", path)
            assert key in texts and texts[key] in scenario.description, path
    assert stem == DEFAULT_STEM or "skenario “Komitmen September”" in scenario.description


def test_the_pledges_leave_every_setting_at_its_declared_reference():
    scenario = load(DEFAULT_STEM).scenario
    moved = {path for path in ACTING if setting_value(scenario, path) != SETTINGS[path].resting}
    assert moved == {"monev.first_month"}  # the next Rakor Monev is planned; it brings nobody new
