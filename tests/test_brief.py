"""The brief: the content of its single page, and that text without room there follows in full."""

from functools import lru_cache

import numpy as np
import pytest
from handout_cases import (
    LETTERS,
    LONG,
    PROGRAMME,
    SIX,
    SOURCES,
    STRANGE,
    TODAY,
    body,
    contexts_of,
    many_units,
    on_one_line,
    one_month_of_history,
    overlaps,
    projected,
)
from rendered import pages, smallest_letters

from simulator import __version__
from simulator.handouts.asks import ask_lines
from simulator.handouts.brief import brief_bytes
from simulator.handouts.brief_words import brief_words
from simulator.handouts.line_chart import nice_step
from simulator.handouts.paper import writable
from simulator.handouts.writing import written
from simulator.model.beside_settings import Decision
from simulator.model.parts import Override
from simulator.report.context import simulated
from simulator.report.tables.units import unit_table
from simulator.words.numbers import NO_BREAK, people
from tests.explaining import basis_of, context_of

DECISION = Decision(
    question="Cukupkah 70 %?",
    expectation="Ya",
    finding="Kurang 12",
    decision="Naikkan ke 72 %.",
    owner="Sekda",
    date="2026-11-22",
)


def brief(*projections, lang="id", **more):
    """The only page, and its text on one line."""
    first, shown, behind = whole_brief(*projections, lang=lang, **more)
    assert behind == 0
    return first, shown


@lru_cache(32)
def whole_brief(*projections, lang="id", **more):
    """The first page, the text of all pages on one line, and the number of further pages."""
    return whole(brief_bytes(contexts_of(*projections), lang, TODAY, **more))


def whole(pdf):
    """The same for an existing PDF of a brief."""
    first, *behind = pages(pdf)
    assert not any(page.outside() for page in (first, *behind))
    return first, " ".join(map(on_one_line, (first, *behind))), len(behind)


def test_the_brief_says_where_the_target_stands_in_the_numbers_of_the_slide():
    _, text = brief(projected("komitmen-september"))
    for words in (
        "Target 20 % (2.069 pekerja) akhir September 2025 (sudah lewat) tidak tercapai menurut skenario ini: 1.256, kurang 813.",
        "974 peserta, Agu 2025",
        "± 2.069 target 20 % dari 10.345 ASN",
        "± Cakupan ± Masih perlu didaftarkan OPD ± 818 3.158 (asumsi) 25,9 % 2.340",
        "Kecamatan ± 175 370 (asumsi) 47,3 % 195",
        "ASN lainnya 263 (asumsi) 6.817 (asumsi) 3,9 % 6.554",
        "Jumlah ± 1.256 10.345 12,1 % 9.089",
        "perlu mencapai ± 1.806 peserta dari 3.528 (asumsi) ASN (rata-rata ± 51,2 %, termasuk yang belum ikut) bila peserta dari ASN lainnya tetap 263 (asumsi) seperti Agustus 2025",
        "± Rp 345 juta Rp 336 juta",
        "dari ± Rp 8.400 menjadi ± Rp 16.800 sebulan",
        "Manfaat dibanding iuran ± 1,49 ×",
        "Skenario: Komitmen September (rancangan)",
        "Data Kabupaten Kendal · Agustus 2025",
        f"Program versi {__version__}, dibuat 22 November 2026",
        "S7 PP 44/2015",
        "Tanpa tanda: publikasi.",
    ):
        assert words in text, words


def test_money_is_that_of_the_projection():
    p = projected("komitmen-september")
    paid_in, paid_out = p.contributions_idr[1:].sum(), p.payouts_idr[1:].sum()
    _, text = brief(p)
    assert (round(paid_in / 1e6), round(paid_out / 1e6)) == (
        411,
        612,
    ) and "± Rp 411 juta ± Rp 612 juta" in text


def test_the_brief_in_english_has_english_numbers_and_marks_what_is_made_up():
    _, text = brief(projected("contoh"), lang="en")
    assert (
        "The target of 20 % (959 workers) at the end of December 2026 is met if everything goes to plan"
        in text
        and "2,690" in text
        and "2.690" not in text
    )
    assert "No mark: invented for demonstration." in text and "No mark: published" not in text
    assert "FICTITIOUS" in text and "every name and figure of Kabupaten Contoh is invented" in text
    assert "FICTITIOUS" not in brief(projected("komitmen-september"), lang="en")[1]


def test_scenarios_are_compared_under_their_names_and_the_first_is_the_one_in_hand():
    _, text = brief(*(projected(stem) for stem in SIX))
    assert (
        "C · Semua OPD dan kecamatan 100 % 20 %, Des 2026 November 2025 (sudah lewat) 3.791 0 Rp 1,05 miliar Rp 1,48 miliar 1,41 ×"
        in text
    )
    assert (
        "Skenario: A · Komitmen September (rancangan)" in text
        and "“C · Semua OPD dan kecamatan 100 %” paling cepat mencapai target 20 %" in text
    )
    assert "dengan iuran ± Rp 99 juta" in text and "Semua hasil di tabel ini hasil hitungan (±)." in text
    assert "Skenario dibandingkan" not in brief(projected("komitmen-september"))[1]


def test_real_and_made_up_regencies_are_neither_ranked_nor_mixed_up():
    _, text = brief(projected("komitmen-september"), projected("contoh"))
    assert (
        "kabupaten yang berbeda tidak diberi peringkat" in text
        and "Contoh: semua tuas digerakkan (fiktif)" in text
    )
    assert "FIKTIF: semua nama dan angka Kabupaten Contoh hanya contoh" in text


def test_all_decisions_are_printed():
    _, text = brief(projected("komitmen-september", status="agreed", decisions=(DECISION,)))
    assert (
        "Disepakati • Cukupkah 70 %? Naikkan ke 72 %. (Sekda, 22 November 2026)" in text
        and "(disepakati)" in text
    )
    seven = tuple(DECISION.model_copy(update={"decision": f"Naikkan {i} kali."}) for i in range(7))
    _, text = brief(projected("komitmen-september", decisions=seven))
    assert all(f"Naikkan {i} kali." in text for i in range(7))
    noted = text
    assert "Keputusan yang dicatat • Cukupkah 70 %?" in noted and "Disepakati" not in noted
    undecided = DECISION.model_copy(update={"question": "Siapa ikut?", "decision": " "})
    text = brief(projected("komitmen-september", status="agreed", decisions=(undecided, DECISION)))[1]
    assert "Siapa ikut?" not in text and "Naikkan ke 72 %." in text


def test_settings_are_called_unchanged_only_where_no_unit_has_one_of_its_own():
    scenario = projected("komitmen-september").scenario
    unit = next(code for code in projected("komitmen-september").baseline.codes if code.startswith("OPD"))
    own = Override(unit=unit, target_share=0.5, workers_per_asn=None, join_month=None)
    same = projected("komitmen-september", overrides=())
    assert scenario.overrides == () and "Semua pengaturan memakai nilai bawaan." in brief(same)[1]
    text = brief(projected("komitmen-september", overrides=(own,)))[1]
    assert "Semua pengaturan" not in text and "Berbeda dari nilai bawaan: 1 penetapan khusus." in text
    two = brief(same, projected("semua-100-persen"))[1]
    assert "A: 37 dari 48 pengaturan adalah asumsi. Semua pengaturan memakai nilai bawaan." in two
    one_less = same.scenario.uncertainty.model_copy(
        update={"ranges": same.scenario.uncertainty.ranges[1:], "exposure_cv": 0.3}
    )
    text = brief(projected("komitmen-september", uncertainty=one_less))[1]
    assert (
        "nilai bawaan: Ketidakpastian orang-tahun 0,3; Rentang: Keterlaksanaan rencana tanpa rentang." in text
    )


def test_no_line_breaks_between_a_setting_and_its_unit_and_sentences_stand_one_space_apart():
    pushed = contexts_of(projected("dorongan-yang-meluruh"), projected("dorongan-tanpa-rakor-monev"))
    words = next(brief_words([pushed[0].with_simulation(), *pushed[1:]], "id", TODAY, False))
    text = written(words.assumptions[0])
    assert f"8{NO_BREAK}%" in text and f"3{NO_BREAK}% – 12{NO_BREAK}%" in text and " %" not in text
    assert "  " not in written(words.compared.note)


def test_unsaved_changes_and_past_months_are_reported():
    _, text = brief(projected("komitmen-september"), unsaved=True)
    assert (
        "Skenario: Komitmen September (rancangan, belum disimpan)" in text
        and "proyeksi, Sep 2025, realisasi belum dimasukkan" in text
    )


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("name", [LONG, LETTERS, STRANGE], ids=["long", "wide", "strange"])
def test_names_of_120_letters_and_long_decisions_are_whole_on_the_pages_behind(lang, name):
    long = DECISION.model_copy(update={"question": "Apakah " * 80, "decision": LONG, "owner": LETTERS})
    same = [projected(stem, name=name, decisions=(long,) * 9) for stem in SIX]
    pdf = brief_bytes(contexts_of(*same), lang, TODAY)
    page, text, behind = whole(pdf)
    assert smallest_letters(pdf) >= 7
    plain = text.replace(" ", "")
    assert behind and "…" not in text
    assert plain.count(writable(LETTERS).replace(" ", "")) >= 9  # the owner of each decision
    assert plain.count(writable(name).replace(" ", "")) >= 6
    edge = 8 / 25.4 * 72
    assert all(
        line.left > edge
        and line.right < page.width - edge
        and line.top > edge / 2
        and line.bottom < page.height - edge / 2
        for line in page.lines
    )
    assert writable(name).split()[0][:20] in text


@pytest.mark.parametrize("lang, number", [("id", "Halaman"), ("en", "Page")])
def test_every_page_says_of_which_program_scenarios_and_data_it_is(lang, number):
    long = DECISION.model_copy(update={"question": "Apakah " * 80, "decision": LONG})
    same = [projected(stem, decisions=(long,) * 9) for stem in SIX]
    _, *behind = pages(brief_bytes(contexts_of(*same), lang, TODAY))
    assert len(behind) > 1
    for place, page in enumerate(behind, 2):
        top, *_, stamp = sorted(body(page), key=lambda line: line.top)
        assert "ASN Peduli Pekerja Rentan · Kabupaten Kendal" in top.text + on_one_line(page)[:200]
        assert f"{number} {place}" in on_one_line(page)
        assert __version__ in on_one_line(page) and stamp.bottom < page.height - 15
        assert overlaps(page) == []


def test_texts_do_not_lie_on_each_other():
    for projections in ([projected("komitmen-september")], [projected(stem, name=LONG) for stem in SIX]):
        page, *_ = whole_brief(*projections)
        assert len(page.lines) > 60 and overlaps(page) == []


def test_many_units_change_nothing_about_the_one_page(tmp_path):
    baseline = many_units(tmp_path / "many")
    _, text = brief(projected("contoh", baseline))
    assert "FIKTIF" in text


def test_numbers_carry_the_mark_of_their_explanation():
    p, at = projected("komitmen-september"), {"month": 1}
    (words, *_) = brief_words(simulated(contexts_of(p)), "id", TODAY, False)
    keys = (("enrolled_now", {}), ("enrolled_in", at), ("target_workers", {}), ("gap", {}))
    for (_, number), (key, context) in zip(words.numbers, keys, strict=True):
        assert number.basis == basis_of(key, p, PROGRAMME, SOURCES, **context), key
    for row, segment in zip(words.groups.rows, ("opd", "kecamatan", "other")):
        start, now, asn = (
            basis_of(key, p, PROGRAMME, SOURCES, segment=segment, month=month)
            for key, month in (("enrolled_segment_in", 0), ("enrolled_segment_in", 1), ("asn_segment_in", 1))
        )
        enrolled = row.cells[1].basis
        assert now == "derived" and enrolled == ("assumed" if start == "assumed" else "derived")
        assert row.cells[2].basis == asn
    last = {"month": len(p.months) - 1}
    assert {
        basis_of(key, p, PROGRAMME, SOURCES, **last)
        for key in (
            "cumulative_contributions",
            "cumulative_payouts",
            "contribution_per_member",
            "contributions_in",
            "coverage_in",
        )
    } == {"derived"}
    assert basis_of("claims_ratio", p, PROGRAMME, SOURCES, cumulative=True, **last) == "derived"
    assert {cell.basis for cell in words.money.rows[-1].cells[1:]} == {"derived"} and all(
        "Rp" not in written(text, space=" ").replace("± Rp", "") for text in words.money_notes
    )


def test_the_observed_number_stays_beside_its_point_where_the_history_is_a_single_one(tmp_path):
    for months in (1, 24):
        page, _ = brief(
            projected("contoh", one_month_of_history(tmp_path / str(months)), horizon_months=months)
        )
        (line,) = (line for line in page.lines if line.text.startswith("Terdata"))
        (axis,) = (line for line in page.lines if line.text.strip() == "0" and line.left < 80)
        assert line.left > axis.right and overlaps(page) == []


def test_a_projection_that_ends_before_the_others_is_named():
    _, text = brief(projected("komitmen-september"), projected("dua-puluh-persen-2026", horizon_months=12))
    assert (
        "Jumlah dihitung sampai Agustus 2026, bulan terakhir “B · 20 % pada Desember 2026”; proyeksi yang lain lebih panjang."
        in text
    )


def test_letters_the_font_lacks_are_written_as_near_as_it_can():
    assert writable("Ḥasan – “±” ≈ −5 → 漢\u200f🙂\n é Ş ł ő ţ") == "Ḥasan – “±” ≈ −5 → ??" + "  é Ş ł ő ţ"


def test_the_axis_ends_in_few_round_steps():
    for top in np.geomspace(1, 1e6, 300):
        step = nice_step(top, 5)
        assert step * 5 >= top and str(step).strip("0.")[0] in "125" and step >= 1


def asks(p, today, lang):
    c = context_of(p, **({} if today is None else {"today": today}))
    return [written(ask).replace(NO_BREAK, " ") for ask in ask_lines(c, lang)]


def test_the_meeting_is_asked_for_who_is_missing_and_for_what_would_meet_the_target():
    p = projected("komitmen-september")
    texts = asks(p, 2025 * 12 + 8, "id")
    assert texts[:3] == [
        "Menetapkan bulan mulai bagi 13 OPD dan 7 kecamatan yang belum ikut menurut keadaan Agustus 2025 (1.206 ASN, asumsi).",
        "Mendaftarkan ± 1.329 pekerja lagi, sampai satu pekerja per ASN, di 18 OPD dan 6 kecamatan yang baru sebagian ASN-nya ikut menurut keadaan Agustus 2025.",
        "Memastikan iuran 282 pekerja yang dikomitmenkan 3 OPD dan 2 kecamatan dibayar mulai Sep 2025.",
    ]
    assert (
        "minimal ± 70,1 % ASN-nya dalam 12 bulan (asumsi), target tercapai Agustus 2026" in texts[3]
        and "PP 50/2025" in texts[4]
    )
    met = projected("contoh")
    texts = asks(met, 2025 * 12 + 8, "en")
    assert any(
        line.startswith(
            "Agree on this scenario's plan: OPD taking part at least 60 % of their ASN in 18 months"
        )
        for line in texts
    )
    assert not any("target" in line for line in texts)


def test_workers_asked_for_are_those_the_units_table_counts_as_missing_in_the_month_of_the_data():
    for stem in (*SIX, "contoh"):
        p = projected(stem)
        table = unit_table(p, 0)
        missing = sum(
            int(table.whole["to_enrol"][i])
            for i, row in enumerate(table.rows)
            if row.status == "partial" and row.segment != "other"
        )
        (text,) = (line for line in asks(p, None, "id") if line.startswith("Mendaftarkan"))
        assert f" {people(missing, 'id')} pekerja lagi" in text and "menurut keadaan Agustus 2025" in text
    assert (
        missing == 1334
        and table.whole["enrolled"].max() > 0
        and any(
            row.status == "full" and table.whole["enrolled"][i] > table.whole["asn"][i]
            for i, row in enumerate(table.rows)
        )
    )


def test_the_way_that_is_asked_for_uses_the_time_left_and_says_so_where_none_is():
    p = projected("komitmen-september")
    assert "dalam 12 bulan (asumsi), target tercapai Agustus 2026." in asks(p, 2026 * 12 + 7, "id")[3]
    assert "dalam ± 24 bulan, target tercapai Agustus 2027." in asks(p, 2026 * 12 + 10, "id")[3]
    p = projected("komitmen-september", horizon_months=12)
    text = asks(p, 2026 * 12 + 10, "id")[3]
    assert "dalam 12 bulan (asumsi), target tercapai Agustus 2026 (sudah lewat)." in text
    english = asks(p, 2026 * 12 + 10, "en")[3]
    assert "the target is met in August 2026 (already past)." in english


def test_a_brief_of_one_month_or_of_a_target_outside_the_projection_is_made():
    short = projected("komitmen-september", horizon_months=1)
    target = short.scenario.target.model_copy(update={"month": "2040-01"})
    _, text = brief(projected("komitmen-september", horizon_months=1, target=target))
    assert (
        "di luar masa proyeksi" in text
        and "Sep 2025, perkiraan" in text
        and "Sep 2025 – Sep 2025" not in text
    )
