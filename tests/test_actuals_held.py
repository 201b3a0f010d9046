"""Cross-checks of actuals: the regency's own row, the balance of a month, contributions at the rate."""

from datetime import datetime

import pytest

from simulator.intake.actuals_checks import lowest_rate_idr
from simulator.intake.actuals_proposal import propose_actuals
from simulator.intake.facts import Receipt
from simulator.intake.spreadsheet import read_text
from simulator.model.actuals import TOTAL
from simulator.model.months import month_number
from simulator.store.baseline_files import read_programme
from simulator.words.intake import note_text


def proposed(text, name="kendal-2025-08"):
    receipt = Receipt("realisasi.csv", "", datetime(2026, 11, 22))
    return propose_actuals([read_text(text, "realisasi.csv")], name, receipt, "id")


def doubts(text, **which):
    return [note_text(doubt, "id") for doubt in proposed(text, **which).doubts]


@pytest.mark.parametrize("name", ["Kabupaten Kendal", "Kab. Kendal", "KABUPATEN KENDAL", "Pemkab Kendal"])
def test_the_regency_s_own_row_is_its_total(name):
    p = proposed(f"Bulan;Unit;Peserta\nSeptember 2025;Kangkung;20\nSeptember 2025;{name};990\n")
    assert [(r.unit, r.figures) for r in p.records] == [
        ("33.24.17", {"enrolled": 20}),
        (TOTAL, {"enrolled": 990}),
    ]


def test_the_regency_s_own_row_that_adds_up_only_the_units_listed_is_left_out():
    text = "Bulan;Unit;Peserta\nSeptember 2025;Kangkung;20\nSeptember 2025;Diskominfo;84\nSeptember 2025;Kabupaten Kendal;104\n"
    p = proposed(text)
    assert [r.unit for r in p.records] == ["33.24.17", "OPD-01"]
    assert [note.code for note in p.notes] == ["total_of_listed"]


def test_a_month_that_does_not_follow_from_the_one_before_is_reported():
    head = "Bulan;Unit;Peserta;Masuk;Berhenti;Meninggal\n"
    assert doubts(head + "September 2025;Total;990;30;13;1\n") == []
    assert doubts(head + "September 2025;Total;995;30;13;1\n") == [
        "Baris 2, kolom Peserta (C2): Kabupaten Kendal, September 2025: peserta 995, padahal 974 (Agustus 2025) + "
        "masuk 30 − berhenti 13 − meninggal 1 = 990. Periksa sebelum mencatat."
    ]
    later = "September 2025;Total;990;30;13;1\nOktober 2025;Total;989;0;0;4\n"
    assert doubts(head + later) == []  # those who died in September may be missing only in October


@pytest.mark.parametrize("month, rate", [("2025-09", 16_800), ("2026-03", 16_800), ("2026-06", 8_400)])
def test_the_lowest_rate_of_a_month_is_halved_while_relief_is_in_force(month, rate):
    assert lowest_rate_idr(read_programme(), month_number(month)) == rate


def test_contributions_that_are_not_the_workers_at_the_rate_of_the_month_are_reported():
    head = "Bulan;Unit;Peserta;Lunas;Iuran\n"
    assert doubts(head + "September 2025;Total;1000;990;Rp16.632.000\n") == []
    assert doubts(head + "September 2025;Total;1000;990;Rp26.632.000\n") == [
        "Baris 2, kolom Iuran (E2): Kabupaten Kendal, September 2025: iuran 26.632.000, padahal 990 pekerja × 16.800 "
        "(tarif bulan itu pada dasar terendah) = 16.632.000. Periksa sebelum mencatat."
    ]


def test_contributions_as_far_off_the_rate_as_the_month_before_are_reported_once():
    head = "Bulan;Unit;Peserta;Iuran\n"
    months = (
        "Maret 2026;Total;1000;Rp20.800.000\n",
        "April 2026;Total;1000;Rp10.400.000\n",
    )  # relief applies from April
    first, *others = doubts(head + "".join(months))
    assert "Maret 2026: iuran 20.800.000" in first and others == []
    assert len(doubts(head + months[0] + "April 2026;Total;1000;Rp13.400.000\n")) == 2
