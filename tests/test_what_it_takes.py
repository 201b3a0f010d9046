"""What the target would take: each answer meets the target when projected, one step less does not.

An impossible one gives the maximum and the reason.
"""

import math

import numpy as np
import pytest
from hypothesis import given
from regency import PROGRAMME, Regency, unit
from strategies import cases, examples

from simulator.model.metrics import target_met, target_status, target_workers
from simulator.model.months import month_number
from simulator.model.names import MAX_NAME
from simulator.model.parts import SEGMENTS
from simulator.model.projection import project
from simulator.model.scenario import Scenario, setting_value, with_values
from simulator.planning.goal_seek import seek
from simulator.planning.target_levers import FLOOR_LEVERS
from simulator.planning.what_it_takes import what_it_takes
from simulator.report.explain.explanation import explain
from simulator.report.sentences.ways import (
    answer_sentences,
    made_scenario,
    scenario_name,
    way_sentence,
)
from simulator.store.baseline_files import read_baseline_named
from simulator.store.scenario_store import load
from simulator.words import LANGUAGES
from simulator.words.numbers import decimal, month_long, percent
from tests.explaining import context_of

NOVEMBER_2026 = month_number("2026-11")


def answer_for(stem="komitmen-september", **changes):
    scenario = with_values(
        load(stem).scenario, {path.replace("__", "."): value for path, value in changes.items()}
    )
    baseline = read_baseline_named(scenario.baseline)
    return scenario, baseline, what_it_takes(scenario, baseline, PROGRAMME)


def called(way):
    return way.lever if way.manner == "planned" else f"{way.manner} {way.lever}"


def by_lever(answer):
    return {called(way): way for way in answer.ways}


def sentences(scenario, baseline, answer, lang="id", today=NOVEMBER_2026):
    c = context_of(project(scenario, baseline, PROGRAMME), today=today)
    return list(map(str, answer_sentences(c, answer, lang)))


def way_text(way, lang, **how):
    return str(way_sentence(context_of(way.present), way, lang, **how))


def test_an_opd_floor_of_70_1_percent_meets_20_percent_in_december_2026():
    _, _, answer = answer_for(target__month="2026-12")
    assert (called(answer.first), answer.first.value, answer.first.when, answer.first.month) == (
        "opd",
        0.701,
        "in_time",
        16,
    )
    # by hand: 22 OPD with 1,834 ASN, of which 4 with 336 are full; 3 pledged with 245; kecamatan 175; other 263
    assert answer.first.enrolled == pytest.approx(336 + 0.701 * (1834 - 336) + 245 + 175 + 263)
    assert 336 + 0.700 * (1834 - 336) + 245 + 175 + 263 < 2069 <= answer.first.enrolled


CASES = {
    "in time": dict(target__month="2026-12"),
    "too early": {},
    "other reading": dict(target__month="2026-12", baseline="kendal-2025-08-38"),
    "35 percent": dict(target__month="2026-12", target__coverage_share=0.35),
    "many stop": dict(stem="banyak-yang-berhenti"),
    "trend": dict(stem="tren-19-per-bulan"),
    "beyond the horizon": dict(target__month="2030-12"),
    "before the data": dict(target__month="2025-01"),
    "fictitious": dict(stem="contoh", target__coverage_share=0.6),
}


@pytest.mark.parametrize("name", CASES)
def test_every_answer_run_again_meets_the_target_in_the_month_it_names(name):
    scenario, baseline, answer = answer_for(**CASES[name])
    found = [way for way in answer.ways if way.when != "never"]
    assert found
    for way in found:
        again = project(Scenario.model_validate(way.projection.scenario.model_dump()), baseline, PROGRAMME)
        assert target_status(again).met and target_status(again).month == way.month, way.lever
        assert (again.scenario.target.month == scenario.target.month) == (way.when == "in_time")
        assert way.enrolled == again.enrolled[way.month] >= target_workers(again)[way.month]


@pytest.mark.parametrize("name", CASES)
def test_one_step_less_does_not_meet_it(name):
    scenario, baseline, answer = answer_for(**CASES[name])
    tried = 0
    for way in answer.ways:
        less = one_step_less(way, scenario)
        if way.when == "never" or less is None:
            continue
        met = target_met(project(less, baseline, PROGRAMME))
        after = max(1, answer.status.month + 1)
        assert not met[answer.status.month] if way.when == "in_time" else not met[after:].any(), way.lever
        tried += 1
    assert tried


def one_step_less(way, scenario):
    """The scenario of a way with the lever one step closer to its present value.

    None for a way without a value.
    """
    to = way.projection.scenario
    if way.lever in FLOOR_LEVERS or way.lever == "everything":
        paths = [f"participation.{s}.target_share" for s in FLOOR_LEVERS.get(way.lever, SEGMENTS)]
        step = -0.001
    elif way.lever in ("monev.new_opd", "monev.new_kecamatan", "new_offices"):
        paths, step = ["monev.new_opd", "monev.new_kecamatan"], -1
    elif way.lever == "ramp":
        paths, step = [f"participation.{s}.ramp_months" for s in SEGMENTS], 1
    elif way.lever == "retention.lapse_share_per_month":
        paths, step = [way.lever], 0.001
    else:
        return None
    changed = [
        path for path in paths if setting_value(to, path) == way.value != setting_value(scenario, path)
    ]
    assert changed, way.lever
    return with_values(
        to,
        {
            path: round(setting_value(to, path) + step, 3)
            if isinstance(way.value, float)
            else way.value + step
            for path in changed
        },
    )


def months_until_2100(baseline):
    """The months until 2100, after which files cannot name a target month."""
    return month_number("2100-12") - baseline.month + 1


@examples(25)
@given(case=cases())
def test_on_any_regency_no_answer_is_wrong_and_nothing_that_suffices_is_called_impossible(case):
    scenario, regency = Scenario.model_validate(case[0]), case[1]
    baseline = regency.baseline()
    answer = what_it_takes(scenario, baseline, PROGRAMME)
    for way in answer.ways:
        met = target_met(project(way.projection.scenario, baseline, PROGRAMME))
        assert (
            met[way.month]
            if way.when != "never"
            else not met[max(1, answer.status.month) : months_until_2100(baseline)].any()
        )
    if answer.first is None:
        assert answer.status.met or answer.status.month > 120
    for lang in LANGUAGES:
        assert all(sentences(scenario, baseline, answer, lang)) and all(
            way_text(way, lang) for way in answer.ways
        )


@pytest.mark.parametrize("segment", ["opd", "other"])
def test_it_agrees_with_seeking_one_setting_rounded_up_to_a_tenth_of_a_percent(segment):
    scenario, baseline, answer = answer_for(target__month="2026-12")
    sought = seek(
        scenario, baseline, PROGRAMME, "enrolled", "2026-12", 2069, f"participation.{segment}.target_share"
    )
    assert sought.feasible and by_lever(answer)[segment].value == math.ceil(sought.value * 1000 - 1e-6) / 1000


def test_september_2025_is_too_early_and_the_answer_says_so_with_the_month_it_is_met():
    scenario, baseline, answer = answer_for()
    assert answer.first.when == "later" and answer.first.projection.scenario.target.month == "2026-08"
    assert by_lever(answer)["hurried opd"].projection.scenario.participation.opd.ramp_months == 1
    assert sentences(scenario, baseline, answer) == [
        "Pada September 2025 (sudah lewat) target tidak tercapai dengan cara mana pun dalam waktu yang direncanakan.",
        "Tepat waktu hanya bila setiap OPD yang ikut mencapai minimal 70,1 % ASN-nya dalam 1 bulan: target tercapai September 2025 (sudah lewat).",
        "Bila setiap OPD yang ikut mencapai minimal 70,1 % ASN-nya dalam 12 bulan, target tercapai Agustus 2026 (sudah lewat).",
        "Hitungan dimulai dari data Agustus 2025; untuk bulan yang sudah lewat, masukkan realisasi.",
    ]
    assert sentences(scenario, baseline, answer, "en")[2] == (
        "If every OPD that takes part reaches at least 70.1 % of its ASN in 12 months, the target is met in August 2026 (already past)."
    )


def test_on_28_november_2026_the_way_that_uses_the_time_left_is_named_first():
    """A floor of 70.1 % in 12 months would have been reached in August 2026; in 24 it is in August 2027."""
    scenario, baseline, _ = answer_for()
    answer = what_it_takes(scenario, baseline, PROGRAMME, NOVEMBER_2026)
    assert (called(answer.first), answer.first.value, answer.first.month) == ("slower opd", 0.701, 24)
    assert "hurried opd" not in by_lever(answer)  # September 2025 cannot be met any more
    assert sentences(scenario, baseline, answer) == [
        "Pada September 2025 (sudah lewat) target tidak tercapai dengan cara mana pun dalam waktu yang direncanakan.",
        "Bila setiap OPD yang ikut mencapai minimal 70,1 % ASN-nya dalam 24 bulan, target tercapai Agustus 2027.",
        "Hitungan dimulai dari data Agustus 2025; untuk bulan yang sudah lewat, masukkan realisasi.",
    ]
    c = context_of(answer.projection)
    assert scenario_name(c, answer.first, "id") == "Komitmen September: OPD minimal 70,1 %, 24 bulan"


def test_a_target_still_to_come_is_met_by_a_plan_that_takes_until_it():
    scenario, baseline, _ = answer_for(target__month="2026-12")
    answer = what_it_takes(scenario, baseline, PROGRAMME, NOVEMBER_2026)
    assert (called(answer.first), answer.first.when, answer.first.month) == ("slower opd", "in_time", 16)
    assert answer.first.since >= NOVEMBER_2026 - baseline.month
    assert answer.first.projection.scenario.target == scenario.target
    before = what_it_takes(scenario, baseline, PROGRAMME, month_number("2026-08"))
    assert called(before.first) == "opd"  # its 12 months end in August 2026, which is not over


def test_on_made_up_data_no_way_that_ends_in_the_past_is_named_first():
    scenario, baseline, _ = answer_for("contoh", target__coverage_share=0.6)
    answer = what_it_takes(scenario, baseline, PROGRAMME, NOVEMBER_2026)
    assert answer.first.when != "never" and answer.first.since >= NOVEMBER_2026 - baseline.month


def test_where_the_whole_projection_is_past_it_says_so():
    scenario, baseline, _ = answer_for()
    answer = what_it_takes(scenario, baseline, PROGRAMME, month_number("2030-01"))
    assert called(answer.first) == "opd"
    assert "target tercapai Agustus 2026 (sudah lewat)." in " ".join(
        sentences(scenario, baseline, answer, today=month_number("2030-01"))
    )


def test_nothing_is_called_past_before_its_month_is_over():
    scenario, baseline, answer = answer_for(target__month="2026-12")
    way = "Bila setiap OPD yang ikut mencapai minimal 70,1 % ASN-nya dalam 12 bulan, target tercapai Agustus 2026"
    text, since = sentences(scenario, baseline, answer, today=month_number("2026-08"))
    assert text.startswith(f"{way}.") and "lewat" not in text
    assert since.startswith("Hitungan dimulai dari data")  # of which some months are over, and not recorded
    first, *_ = sentences(scenario, baseline, answer, today=month_number("2027-01"))
    assert first == f"{way} (sudah lewat). Pada Desember 2026 (sudah lewat) masih tercapai."


def test_a_way_that_rests_on_a_rakor_monev_already_past_says_so_and_stands_behind_those_that_do_not():
    scenario, baseline, _ = answer_for("irama-rakor-monev")  # every third month from November 2025
    answer = what_it_takes(scenario, baseline, PROGRAMME, NOVEMBER_2026)
    suffice = [called(way) for way in answer.ways if way.when != "never"]
    assert suffice == ["opd", "other", "all_in offices"] and called(answer.first) == "opd"

    def text(lever, today, lang="id"):
        way = by_lever(answer)[lever]
        return str(way_sentence(context_of(way.present, today=month_number(today)), way, lang))

    rests = "Cara ini bertumpu pada Rakor Monev November 2025, yang sudah lewat."
    for lever in ("all_in offices", "monev.new_opd", "monev.new_kecamatan"):
        assert text(lever, "2026-11").endswith(f" {rests}") and rests not in text(lever, "2025-11")
        assert text(lever, "2025-12", "en").endswith(
            "rests on the Rakor Monev of November 2025, which is already past."
        )
    assert "Rakor" not in text("opd", "2026-11")


def test_kecamatan_alone_bring_1324_at_most():
    _, _, answer = answer_for(target__month="2026-12")
    way = by_lever(answer)["kecamatan"]
    assert way.when == "never" and way.value == 1.0
    assert way.enrolled == pytest.approx(
        1256 - 138 + 92 + 6 * 19
    )  # the 5 full ones keep 92, the 6 others have 19 ASN each
    assert (
        way_text(way, "id")
        == "Bila setiap kecamatan yang ikut mencapai minimal 100 % ASN-nya dalam 12 bulan: tidak cukup, paling banyak 1.324 pekerja (12,8 %) pada Desember 2026."
    )


def test_where_nothing_suffices_it_says_the_most_and_why():
    scenario, baseline, answer = answer_for(
        target__month="2026-12",
        target__coverage_share=1.0,
        monev__first_month=None,
        delivery__realised_share=0.8,
    )
    assert answer.first.when == "never" and called(answer.first) == "everything"
    outside = baseline.outside
    assert answer.first.enrolled == pytest.approx(1256 + 0.8 * (baseline.asn[~outside].sum() - 1256))
    assert answer.first.enrolled == max(way.enrolled for way in answer.ways)
    shown_ways = sentences(scenario, baseline, answer)
    assert shown_ways[0].startswith(
        "Tidak tercapai: paling banyak 7.562 dari 10.345 pekerja (73,1 %) pada Desember 2026, bila"
    )
    assert shown_ways[1:] == [
        f"20 unit dengan {baseline.asn[outside].sum():,.0f} ASN tetap di luar: tidak ada Rakor Monev yang membuatnya masuk tepat waktu.".replace(
            ",", "."
        ),
        "Hanya 80 % dari kenaikan yang direncanakan terwujud.",
    ]


def test_all_levers_together_are_named_only_where_no_single_one_suffices():
    _, _, answer = answer_for(target__month="2026-12", target__coverage_share=1.0)
    assert (
        called(answer.first) == "everything"
        and answer.first.when == "in_time"
        and answer.first.enrolled == pytest.approx(10345)
    )
    assert "everything" not in by_lever(answer_for(target__month="2026-12")[2])


def test_a_target_that_is_met_asks_for_nothing():
    scenario, baseline, answer = answer_for("dua-puluh-persen-2026")
    assert answer.ways == () and answer.first is None
    assert sentences(scenario, baseline, answer) == [
        "Bila semua berjalan sesuai rencana, skenario ini mencapai target pada Desember 2026 tanpa diubah."
    ]


def test_a_scenario_that_meets_it_later_is_named_before_anything_else():
    _scenario, _baseline, answer = answer_for(
        "dua-puluh-persen-2026", target__month="2026-11", participation__opd__ramp_months=16
    )
    assert by_lever(answer)["as_it_is"].month == 16
    assert (
        way_text(by_lever(answer)["as_it_is"], "id")
        == "Tanpa perubahan apa pun, target tercapai Desember 2026."
    )
    assert answer.first.when == "in_time"


def test_a_month_beyond_the_projection_lengthens_it_and_one_beyond_120_months_is_too_far():
    scenario, baseline, answer = answer_for(target__month="2030-12")
    assert answer.first.projection.scenario.horizon_months == 64
    assert (
        sentences(scenario, baseline, answer)[0]
        == "Proyeksi diperpanjang menjadi 64 bulan agar memuat bulan target."
    )
    scenario, baseline, answer = answer_for(target__month="2036-01")
    assert sentences(scenario, baseline, answer) == [
        "Bulan target terlalu jauh: proyeksi paling panjang sampai Agustus 2035."
    ]


def test_no_target_month_is_proposed_that_no_file_can_name():
    units = [unit("A", "opd", 100, 10)]
    regency = Regency(units, [("2100-06", 10)], 0)
    plan = with_values(
        load("komitmen-september").scenario,
        {"target.month": "2100-07", "target.coverage_share": 0.9, "participation.opd.ramp_months": 12},
    )
    answer = what_it_takes(plan, regency.baseline(), PROGRAMME)
    assert {way.when for way in answer.ways} == {"never", "in_time"} and by_lever(answer)[
        "hurried opd"
    ].when == "in_time"


def test_without_a_rakor_monev_new_units_do_nothing_and_it_says_why():
    _, _, answer = answer_for(target__month="2026-12", monev__first_month=None)
    way = by_lever(answer)["monev.new_opd"]
    assert (
        not way.helps
        and way_text(way, "id")
        == "OPD baru tiap Rakor Monev: Rakor Monev belum dijadwalkan. Isi bulan pertamanya di bagian Rakor Monev."
    )
    assert "all_in offices" not in by_lever(answer)


def test_a_target_met_and_lost_again_is_reported():
    _, _, answer = answer_for("banyak-yang-berhenti")
    assert way_text(by_lever(answer)["other"], "id").endswith(
        "target tercapai Juli 2026. Pada Desember 2026 masih tercapai. Mulai Januari 2027 turun lagi."
    )


def test_a_target_met_in_its_month_and_lost_after_it_does_not_seem_to_ask_for_nothing():
    text = sentences(
        *answer_for(
            "dua-puluh-persen-2026",
            target__coverage_share=0.17,
            retention__refill_share_per_month=0.0,
            retention__lapse_share_per_month=0.01,
        )
    )
    assert text == ["Skenario ini mencapai target pada Desember 2026, tetapi mulai April 2027 turun lagi."]


def test_a_far_target_names_the_month_in_which_it_is_first_met():
    _, _, answer = answer_for(target__coverage_share=0.35, target__month="2035-08")
    shown_ways = [way for way in answer.ways if way.when == "in_time" and called(way) == "all"]
    assert shown_ways
    for way in shown_ways:
        first = int(np.flatnonzero(target_met(way.projection))[0])
        assert first < 24 and way.month == 120
        assert (
            f"target tercapai {month_long(int(way.projection.months[first]), 'id')}. Pada Agustus 2035 masih tercapai."
            in way_text(way, "id")
        )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_offered_scenario_keeps_the_way_has_its_own_name_and_shows_its_origin(lang):
    long = {"name": "N" * MAX_NAME, "description": "D" * 4000}
    for changes in ({}, long):
        scenario, baseline, answer = answer_for(**changes)
        for way in answer.ways:
            made = Scenario.model_validate(
                made_scenario(context_of(way.present), way, lang).model_dump()
            )  # within the bounds of a file
            assert (
                made.name != scenario.name
                and made.name == scenario_name(context_of(way.present), way, lang)
                and made.record is None
            )
            assert (made.description, made.parent) == (
                "",
                scenario.name,
            )  # its author has not described it yet
            assert made.target == scenario.target
            moved = made_scenario(context_of(way.present), way, lang, moves_target=True)
            assert moved.target == way.projection.scenario.target
            assert np.array_equal(project(made, baseline, PROGRAMME).enrolled, way.projection.enrolled)
    first = answer_for()[2].first
    assert scenario_name(context_of(first.present), first, "id") == "Komitmen September: OPD minimal 70,1 %"


@pytest.mark.parametrize("name", CASES)
def test_a_way_names_the_value_of_its_lever_and_explains_it(name):
    _scenario, _baseline, answer = answer_for(**CASES[name])
    named = 0
    for way in answer.ways:
        words = way_sentence(context_of(way.present), way, "en")
        if way.no_effect or way.value in (None, 0.0):
            continue
        shown = percent(way.value, "en", 1) if isinstance(way.value, float) else decimal(way.value, "en")
        values = [number for number in words.quantities if abs(number.value - way.value) < 1e-9]
        assert values and shown in str(words), (way.lever, str(words))
        assert explain(values[0].origin, "en").quantity.value == way.value
        named += 1
    assert named > 3
