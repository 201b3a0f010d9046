"""The notes below a lever: the workers it means, the month of its plan, or why it has no effect.

Every number explained.
"""

import numpy as np
import pytest

from simulator.model.projection import project
from simulator.model.scenario import LEVERS, SETTINGS, with_values
from simulator.report.explain.explanation import explain
from simulator.report.sentences.levers import field_notes, lever_notes, target_notes, today_level
from simulator.store.baseline_files import read_baseline_named
from simulator.store.scenario_store import load
from simulator.words import LANGUAGES
from simulator.words.settings import lever_label
from tests.calculating import computed
from tests.explaining import PROGRAMME, context_of

KENDAL = read_baseline_named("kendal-2025-08")
OPD = "participation.opd.target_share"
LAPSE = "retention.lapse_share_per_month"


def context(changes=None, baseline=KENDAL):
    scenario = with_values(load("komitmen-september").scenario, changes or {})
    return context_of(project(scenario, baseline, PROGRAMME))


def note_words(c, path, lang="id"):
    return [str(note) for note in lever_notes(c, path, lang)]


def test_there_are_eleven_levers_each_with_a_name_and_one_moves_three_settings():
    assert len(LEVERS) == 11 and {len(paths) for paths in LEVERS.values()} == {1, 3}
    for lang in LANGUAGES:
        assert len({lever_label(path, lang) for path in LEVERS}) == 11
    assert {path for paths in LEVERS.values() for path in paths} == {
        path for path, setting in SETTINGS.items() if setting.lever is not None
    }


def test_a_floor_says_its_workers_and_whom_it_leaves_out():
    c = context({OPD: 0.7})
    seats, rows = c.projection.seats, KENDAL.rows["opd"]
    taking_part = rows[seats.start[rows] <= 24]
    heads = (np.maximum(seats.reached - seats.opening, 0) * KENDAL.asn)[taking_part].sum()
    assert note_words(c, OPD) == [
        f"+{heads:,.0f} pekerja bila tercapai".replace(",", "."),
        "13 unit belum ikut dan tidak terjangkau: tidak ada jadwal masuknya.",
    ]
    assert note_words(context({OPD: 0.15}), OPD)[0] == (
        "Semua unit yang ikut sudah mencapai atau merencanakan sedikitnya 15,4 %."
    )
    assert note_words(context({OPD: 0.0}), OPD) == []


def test_the_other_levers_say_what_they_change_in_the_last_month():
    c = context({LAPSE: 0.05, "retention.refill_share_per_month": 0.1})
    without = context({LAPSE: 0.0, "retention.refill_share_per_month": 0.1})
    apart = c.projection.enrolled[-1] - without.projection.enrolled[-1]
    assert note_words(c, LAPSE, "en") == [f"−{-apart:,.0f} enrolled in August 2027"]
    assert note_words(context({LAPSE: 0.05}), LAPSE, "en") == [
        "Enrolment stays: those who leave are replaced at once (see Advanced). "
        "Payouts fall: new members lack the full death benefit for 3 months."
    ]
    assert note_words(context({"monev.first_month": None}), "monev.new_opd", "en") == [
        "No Rakor Monev is planned. Give its first month under Rakor Monev."
    ]


def test_with_full_refill_more_who_stop_bring_payouts_down_as_it_says():
    stays, stop = (context({LAPSE: share}).projection for share in (0.0, 0.05))
    assert stop.enrolled.tolist() == pytest.approx(stays.enrolled.tolist())
    assert stop.payouts_idr[1:].sum() < stays.payouts_idr[1:].sum()


def test_months_that_differ_are_named_and_one_lever_makes_them_equal():
    ramp = "participation.opd.ramp_months"
    c = context({OPD: 0.7, ramp: 6})
    assert note_words(c, ramp) == [
        "Berbeda per kelompok: 6 · 12 · 12. Bila digeser, ketiganya menjadi sama.",
        "tercapai Agustus 2026",
    ]
    assert note_words(context(), ramp) == [
        "Tidak ada rencana di atas tingkat sekarang, jadi tidak ada kenaikan bertahap."
    ]


def test_todays_level_is_what_participating_units_have_reached():
    level, words = today_level(context(), OPD, "id")
    assert level.value == pytest.approx(573 / 1834, abs=1e-3)
    assert str(words) == "yang ikut 31,2 % (Agu 2025)"


def test_fields_say_the_estimate_and_a_target_out_of_reach():
    (estimate,) = field_notes(context(), "risk.deaths_per_1000_year", "id")
    assert str(estimate) == "Kosong: diperkirakan, sekarang 5,06 per 1.000 orang per tahun."
    assert field_notes(context(), "target.month", "id") == []
    (outside,) = target_notes(context({"target.month": "2040-01"}), "id")
    assert str(outside) == "Bulan target Januari 2040 di luar masa proyeksi."
    (above,) = target_notes(context({"target.month": "2026-12", "target.coverage_share": 0.9}), "id")
    assert "batas" in str(above) and len(above.quantities) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "stem",
    ["banyak-yang-berhenti", "semua-100-persen", "irama-rakor-monev", "dorongan-yang-meluruh", "contoh"],
)
def test_every_number_below_a_lever_is_explained_and_adds_up(stem, lang):
    scenario = load(stem).scenario
    c = context_of(project(scenario, read_baseline_named(scenario.baseline), PROGRAMME))
    notes = [note for path in LEVERS for note in lever_notes(c, path, lang)]
    numbers = [number for note in notes for number in note.quantities]
    numbers += [today[0] for path in LEVERS if "target" in path and (today := today_level(c, path, lang))]
    assert notes and numbers
    for number in numbers:
        explanation = explain(number.origin, lang)
        assert explanation.title and (explanation.calculation or explanation.notes)
        if explanation.calculation:
            assert computed(str(explanation.calculation), lang) == pytest.approx(
                explanation.quantity.value, rel=1e-6, abs=1e-6
            )
