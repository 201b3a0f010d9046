"""A regency's own unit list: what is understood, what leads to questions, and the treatment of units not listed."""

import csv
import math
import re
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import examples

from simulator.errors import UserError
from simulator.intake import list_cells, list_months
from simulator.intake.baseline_proposal import Request, propose_baseline
from simulator.intake.facts import Receipt, new_facts
from simulator.intake.known_units import KnownUnits
from simulator.intake.list_cells import Unclear
from simulator.intake.list_words import is_total
from simulator.intake.row_questions import KEEP
from simulator.intake.shares import spread
from simulator.intake.sheet import SheetRow, SheetTable
from simulator.intake.spreadsheet import read_text
from simulator.intake.unit_list import read_unit_list
from simulator.model.baseline import UnitRow
from simulator.planning.other_data import added_up
from simulator.store.baseline_files import read_baseline_named
from simulator.store.places import DATA
from simulator.words.errors import problem_text
from simulator.words.intake import note_text

KENDAL = "kendal-2025-08"
ORIGIN = Receipt("daftar.csv", "Ani", datetime(2026, 11, 22, 9, 5))
HEAD = "Nama;Kelompok;ASN;Peserta\n"


def proposed(text, upon=KENDAL, month="2025-08", lang="id", **request):
    """The proposal for a list written as CSV."""
    return propose_baseline(
        [read_text(text, "daftar.csv")], Request("uji-daftar", upon, month, **request), ORIGIN, lang
    )


def problems(text, lang="id", **request):
    """The problems of a list, as sentences."""
    with pytest.raises(UserError) as caught:
        proposed(text, lang=lang, **request)
    assert all(problem_text(p, other) for p in caught.value.problems for other in ("id", "en"))
    return [problem_text(p, lang) for p in caught.value.problems]


def named(proposal, name) -> UnitRow:
    (unit,) = [u for u in proposal.units if u.name == name]
    return unit


# ---- cells


@pytest.mark.parametrize(
    "value, lang, number",
    [
        ("46", "id", 46),
        ("1.256", "id", 1256),
        ("1,256", "en", 1256),
        ("12.345.678", "id", 12_345_678),
        ("83,0", "id", 83),
        ("83.0", "en", 83),
        ("1.256,00", "id", 1256),
        (" 46\u00a0", "id", 46),
        (46, "id", 46),
        (46.0, "en", 46),
        ("0", "id", 0),
        ("-", "id", 0),
        (" — ", "en", 0),
        ("1.256 orang", "id", 1256),
        ("46 org.", "id", 46),
        ("1.256,-", "id", 1256),
        ("1.256,-- orang", "id", 1256),
        ("1,256.-", "en", 1256),
        (56.99999999999999, "id", 57),
        (-1e-12, "id", 0),
        ("56.99999999999999", "id", 57),
        ("56,99999999999999", "id", 57),
        ("1.255,9999999", "id", 1256),
    ],
)
def test_a_number_is_read_in_the_way_of_the_list_s_language(value, lang, number):
    assert list_cells.people(value, lang, 0) == number


@pytest.mark.parametrize(
    "value, lang, code",
    [
        ("1,256", "id", "fraction_of_people"),
        ("25,000", "id", "only_thousands"),
        ("1.256", "en", "fraction_of_people"),
        (1.256, "id", "fraction_of_people"),
        ("12.5", "id", "not_people"),
        ("n/a", "id", "not_people"),
        ("--5", "id", "not_people"),
        ("45 %", "id", "percentage"),
        ("45%", "en", "percentage"),
        ("0,5 persen", "id", "percentage"),
        ("1,256 orang", "id", "fraction_of_people"),
        ("1,256,-", "id", "fraction_of_people"),
        (56.99999, "id", "not_people"),
        ("56,99999", "id", "not_people"),
        ("Rp 46", "id", "not_people"),
        ("-5", "id", "not_people"),
        (-5, "id", "not_people"),
        (True, "id", "not_people"),
        (math.nan, "id", "not_people"),
        (math.inf, "id", "not_people"),
        ("1.25.6", "id", "not_people"),
        ("46 dinas", "id", "not_people"),
        ("orang", "id", "not_people"),
        ("9" * 40, "id", "not_people"),
        (1e12, "id", "not_people"),
        (datetime(2025, 9, 1), "id", "not_people"),
        ("=1+1", "id", "formula_without_result"),
        ("٤٦", "id", "not_people"),
        ("1e3", "id", "not_people"),
    ],
)
def test_what_is_no_clear_number_of_people_is_asked_about(value, lang, code):
    with pytest.raises(Unclear) as caught:
        list_cells.people(value, lang, 0)
    assert caught.value.code == code


@examples(100)
@given(st.integers(1, 10_000_000), st.floats(-1e-4, 1e-4), st.sampled_from(["id", "en"]))
def test_what_is_within_a_millionth_of_a_whole_number_is_that_number_and_nothing_else_is(number, off, lang):
    for written in (number + off, f"{number + off:.9f}"):
        if abs(off) < 9.9e-7:
            assert list_cells.people(written, lang, 0) == number
        elif abs(off) > 1.1e-6:
            with pytest.raises(Unclear):
                list_cells.people(written, lang, 0)


def test_no_asn_can_be_none_and_a_dash_is_no_month_name_code_or_segment():
    with pytest.raises(Unclear) as caught:
        list_cells.people("-", "id", 1)
    assert caught.value.code == "nothing_known"
    readers = (list_cells.text, list_cells.code, list_cells.segment)
    assert [read("–") for read in readers] == ["", "", ""] and list_months.month("-", "id") == ""


@pytest.mark.parametrize(
    "written",
    [
        "Rp1.344.000,-",
        "Rp 1.344.000,00",
        "Rp. 1.344.000",
        "1.344.000 rupiah",
        "IDR 1.344.000",
        1344000.0000001,
    ],
)
def test_rupiah_are_read_as_offices_write_them(written):
    assert list_cells.rupiah(written, "id", 10**15) == 1_344_000


@pytest.mark.parametrize("written", ["Rp1,344,000", "1,3 juta", "Rp 12,5", "Rp"])
def test_what_is_no_clear_number_of_rupiah_is_asked_about(written):
    with pytest.raises(Unclear) as caught:
        list_cells.rupiah(written, "id", 10**15)
    assert caught.value.code == "not_rupiah"


@examples(200)
@given(st.integers(0, 100_000_000), st.sampled_from(["id", "en"]))
def test_no_written_number_is_ever_taken_a_thousand_times_wrong(number, lang):
    mark, other = (".", ",") if lang == "id" else (",", ".")
    grouped = f"{number:,}".replace(",", mark)
    assert (
        list_cells.people(grouped, lang, 0)
        == list_cells.people(str(number), lang, 0)
        == list_cells.people(f"{grouped}{other}00", lang, 0)
        == number
    )
    if number >= 1000:
        with pytest.raises(Unclear):
            list_cells.people(f"{number:,}".replace(",", other), lang, 0)


@pytest.mark.parametrize(
    "value, lang, month",
    [
        ("September 2025", "id", "2025-09"),
        ("Sep-25", "id", "2025-09"),
        ("sept. 2025", "en", "2025-09"),
        ("Agt 2026", "id", "2026-08"),
        ("Agustus 26", "id", "2026-08"),
        ("2025-09", "id", "2025-09"),
        ("09/2025", "id", "2025-09"),
        ("9-2025", "en", "2025-09"),
        ("2025/9", "id", "2025-09"),
        (datetime(2025, 9, 1), "id", "2025-09"),
        (date(2025, 9, 30), "id", "2025-09"),
        ("01/09/2025", "id", "2025-09"),
        ("09/01/2025", "en", "2025-09"),
        ("1 September 2025", "id", "2025-09"),
        ("2025-09-01", "id", "2025-09"),
        ("Des '26", "id", "2026-12"),
        ("Sept 25", "id", "2025-09"),
        ("Bln Sept 25", "id", "2025-09"),
        ("9/2025", "id", "2025-09"),
        ("09-2025", "id", "2025-09"),
        ("Mei 2026", "id", "2026-05"),
        ("OKTOBER 2025", "id", "2025-10"),
    ],
)
def test_a_month_is_read_as_offices_write_it(value, lang, month):
    assert list_months.month(value, lang) == month


@pytest.mark.parametrize(
    "value, code",
    [
        (datetime(2026, 9, 25), "day_not_month"),
        ("15/09/2025", "day_not_month"),
        ("09/01/2025", "day_not_month"),
        ("25-Sep", "unclear_month"),
        ("September", "unclear_month"),
        ("9/25", "unclear_month"),
        ("Bln Sept", "unclear_month"),
        ("2025", "unclear_month"),
        (45901, "unclear_month"),
        ("Sepember 2025", "unclear_month"),
        ("13/2025", "unclear_month"),
        ("2025-13", "unclear_month"),
        ("2225-01", "unclear_month"),
        (time(1, 2), "unclear_month"),
        ("=A1", "formula_without_result"),
        ("Sep 2025 Okt 2025", "unclear_month"),
        ("", "unclear_month"),
        ("31/31/2025", "unclear_month"),
    ],
)
def test_what_is_no_clear_month_is_asked_about(value, code):
    with pytest.raises(Unclear) as caught:
        list_months.month(value, "id")
    assert caught.value.code == code


def test_codes_stay_text_and_what_a_spreadsheet_made_of_them_is_refused():
    assert [list_cells.code(v) for v in ("33.24.04", "007", 7, 7.0, None)] == [
        "33.24.04",
        "007",
        "7",
        "7",
        "",
    ]
    for changed in (
        33.24,
        datetime(2004, 2, 1),
        time(10, 30, 15),
        timedelta(hours=33, minutes=24, seconds=4),
        True,
        math.inf,
    ):
        with pytest.raises(Unclear):
            list_cells.code(changed)


def test_names_are_one_line_without_invisible_letters_and_never_a_formula():
    assert list_cells.text(" Dinas\n Kesehatan\u200b\u202e ") == "Dinas Kesehatan"
    for refused in ("=HYPERLINK(1)", 5, datetime(2025, 1, 1), "x" * 121, "a\x07b"):
        with pytest.raises(Unclear):
            list_cells.text(refused)


# ---- the table


def test_headings_are_known_in_both_languages_below_a_title_and_in_any_order():
    expected = [("Dinas Sosial", 1256, 46)]
    for text in (
        "Daftar OPD\n\nPeserta;Nama OPD;Jumlah ASN (orang)\n46;Dinas Sosial;1.256\n",
        'Enrolled,Name,Segment,Number of ASN\n46,Dinas Sosial,OPD,"1,256"\n',
    ):
        found = read_unit_list([read_text(text, "x.csv")], KnownUnits())
        units = [one.unit for one in found.units]
        assert [(u.name, u.asn, u.enrolled) for u in units] == expected and units[0].segment == "opd"


def test_every_problem_of_every_row_is_reported_at_once_with_its_cell():
    noted = problems(
        HEAD + "Dinas A;OPD;83;n/a\nDinas B;Dinass;2,5;4\n;OPD;3;3\nDinas C;OPD;;1\nDinas D;OPD;=A1;1;lebih\n"
    )
    assert noted == [
        "Baris 2, kolom Peserta (D2): 'n/a' bukan jumlah orang. Isi bilangan bulat 0 sampai 100.000.000, misalnya 46.",
        "Baris 3, kolom ASN (C3): '2,5' bukan jumlah orang. Isi bilangan bulat 1 sampai 100.000.000, misalnya 46.",
        "Baris 3, kolom Kelompok (B3): 'Dinass' bukan kelompok. Isi OPD, Kecamatan, atau Lainnya.",
        "Baris 4, kolom Nama (A4): nama unit kosong. Isi nama, atau kosongkan seluruh baris.",
        "Baris 5, kolom ASN (C5): sel ini kosong. Isi bilangan bulat mulai 1.",
        "Baris 6 (E6): 'lebih' berada di kolom tanpa judul. Beri judul kolom itu atau hapus isinya.",
        "Baris 6, kolom ASN (C6): '=A1' adalah rumus tanpa hasil. Buka di Excel atau LibreOffice lalu simpan lagi, atau isi angkanya.",
    ]
    assert (
        "Row 2, column Peserta (D2): 'n/a' is not a number of people"
        in problems(HEAD + "A;OPD;83;n/a\n", lang="en")[0]
    )


def test_duplicates_wrong_totals_and_a_missing_month_are_reported_with_the_cells_that_are_unclear():
    text = HEAD + "Dinas Sosial;OPD;70;n/a\nDinas Kesehatan;OPD;84,5;3\nDinas Sosial;OPD;70;4\nJumlah;;;5\n"
    assert [line.split(":")[0] for line in problems(text, month=None)] == [
        "Baris 2, kolom Peserta (D2)",
        "Baris 3, kolom ASN (C3)",
        "Baris 4, kolom Nama (A4)",
        "daftar.csv",
    ]  # no total of enrolled can be checked
    noted = problems(
        HEAD + "Dinas Sosial;OPD;70;7\nDinas Kesehatan;OPD;84,5;3\nDinas Sosial;OPD;70;4\nJumlah;;;5\n",
        month=None,
    )
    assert [line.split(":")[0] for line in noted] == [
        "Baris 3, kolom ASN (C3)",
        "Baris 5, kolom Peserta (D5)",
        "Baris 4, kolom Nama (A4)",
        "daftar.csv",
    ]
    assert (
        "jumlahnya 5, sedangkan baris di atasnya berjumlah 14" in noted[1]
        and "sudah ada pada baris 2" in noted[2]
    )


@pytest.mark.parametrize(
    "name, total",
    [
        ("Jumlah", True),
        ("TOTAL", True),
        ("Sub Total", True),
        ("Jumlah OPD", True),
        ("Total Keseluruhan:", True),
        ("Jumlah (1)", True),
        ("Jumlah I", True),
        ("+SUM(1+1) ASN lainnya", False),
        ("+SUM(1+1)", False),
        ("=SUM(A1:A5)", False),
        ("Total Abadi Sekolah", False),
        ("Dinas Jumlah", False),
    ],
)
def test_only_a_row_whose_name_is_a_word_for_total_is_a_row_of_totals(name, total):
    assert is_total(name) == total


def test_a_unit_whose_name_contains_such_a_word_is_a_unit():
    found = read_unit_list(
        [read_text(HEAD + "Dinas A;OPD;5;1\n+SUM(1+1) ASN lainnya;Lainnya;5;1\n", "x.csv")], KnownUnits()
    )
    assert [one.unit.name for one in found.units] == ["Dinas A", "+SUM(1+1) ASN lainnya"]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Nama;Catatan\nA;b\n", "judul kolom tidak ditemukan"),
        ("Nama;ASN\nA;5\n", "kolom peserta tidak ada"),
        ("Nama;Peserta\nA;5\n", "kolom ASN tidak ada"),
        ("Nama;ASN;Jumlah ASN;Peserta\nA;1;1;1\n", "berarti sama dengan kolom lain"),
        (HEAD, "tidak ada unit"),
        (HEAD + "A;OPD;;\n", "tidak ada unit"),
        (HEAD + "A;OPD;1;0\nA;OPD;2;0\n", "sudah ada pada baris 2"),
        (HEAD + "Unit Baru;;1;0\n", "kelompok unit 'Unit Baru' tidak diketahui"),
        (HEAD + "A;OPD;83.000;1\nB;OPD;14.000;2\n", "ribuan atau tiga desimal"),
        (HEAD + "A;OPD;1;1\nJumlah;;5;1\n", "jumlahnya 5, sedangkan baris di atasnya berjumlah 1"),
        ("Kode;Nama;ASN;Peserta\n33.24.04;Kaliwungu;9;9\n", "kode '33.24.04' milik Patean"),
        ("Kode;Nama;Kelompok;ASN;Peserta\n33.24.04;Patean;OPD;9;9\n", "kelompok kecamatan"),
        ("Nama OPD;ASN;Peserta;Bulan komitmen\nA;5;0;Sep 2025\n", "komitmen tidak lengkap"),
        ("Nama OPD;ASN;Peserta;Bulan komitmen;Komitmen\nA;5;2;Sep 2025;3\n", "tidak boleh punya komitmen"),
        ("Nama OPD;ASN;Peserta;Bulan\nA;5;2;2025-08\nB;5;2;2025-09\n", "beberapa bulan: '2025-08, 2025-09'"),
    ],
)
def test_a_list_that_is_not_clear_is_refused_with_words(text, expected):
    assert expected in problems(text)[0]


def test_totals_column_numbers_and_rows_without_figures_are_skipped_with_a_word():
    text = "No;Nama OPD;ASN;Peserta;Alamat\n1;2;3;4;5\n;A. DINAS;;;\n1;Dinas Sosial;100;10;Jl. A\n;Jumlah;100;10;\n2;Dinas Perhubungan;50;0;\n;Jumlah;50;0;\n;TOTAL;150;10;\n3;Dinas Kesehatan;;;\n"
    found = read_unit_list([read_text(text, "x.csv")], KnownUnits())
    assert [one.unit.name for one in found.units] == ["Dinas Sosial", "Dinas Perhubungan"]
    noted = [note_text(note, "id") for note in found.notes]
    assert noted == [
        "x.csv: kolom yang tidak dibaca: 'Alamat'.",
        "Baris 2: nomor kolom dilewati.",
        "Baris 3: baris ini judul: unit di bawahnya termasuk kelompok OPD.",
        "Baris 5: baris jumlah dilewati.",
        "Baris 7: baris jumlah dilewati.",
        "Baris 8: baris jumlah dilewati.",
        "1 baris tanpa angka dilewati (baris 9).",
    ]


def test_merged_cells_are_refused_among_the_units_and_harmless_in_a_title():
    rows = (
        SheetRow(1, ("Daftar",)),
        SheetRow(2, ("Nama OPD", "ASN", "Peserta")),
        SheetRow(3, ("A", 5, 1)),
        SheetRow(4, (None, 6, 1)),
        SheetRow(5, ("Jumlah", 11, 2)),
    )
    merged = ((1, 1, 1, 3), (5, 1, 5, 1), (3, 1, 4, 1))
    assert len(read_unit_list([SheetTable("x.xlsx", "S", rows[:3], merged[:2])], KnownUnits()).units) == 1
    with pytest.raises(UserError) as caught:
        read_unit_list([SheetTable("x.xlsx", "S", rows, merged)], KnownUnits())
    assert [p.code for p in caught.value.problems] == [
        "name_missing",
        "merged_cells",
    ] and caught.value.problems[1].found == "A3:A4"


def test_of_several_sheets_the_one_with_a_list_is_read_and_two_are_asked_about():
    a, b = (
        SheetTable("x.xlsx", sheet, (SheetRow(1, ("Nama OPD", "ASN", "Peserta")), SheetRow(2, (sheet, 5, 1))))
        for sheet in "AB"
    )
    words = SheetTable("x.xlsx", "Petunjuk", (SheetRow(1, ("Isi daftar ini",)),))
    assert read_unit_list([words, a], KnownUnits()).units[0].unit.name == "A"
    assert read_unit_list([a, b], KnownUnits(), sheet="B").units[0].unit.name == "B"
    for sheet, code in ((None, "several_lists"), ("C", "unknown_sheet")):
        with pytest.raises(UserError) as caught:
            read_unit_list([a, b], KnownUnits(), sheet=sheet)
        assert caught.value.problems[0].code == code


def test_offices_are_known_by_code_by_either_name_and_by_their_name_before_2026():
    known = KnownUnits(read_baseline_named(KENDAL))
    assert {
        known.named(name, "").base_code
        for name in ("Baperlitbang", "BAPPERIDA", "Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah")
    } == {"OPD-04"}
    assert known.named("Kec. Patean", "") == known.named("PATEAN", "kecamatan") == known.coded("33.24.04")
    assert known.named("Dinas Sosial", "").base_code == "" and known.coded("33.24.01").name == "Plantungan"
    assert [sum(u.segment == s for u in known.offices) for s in ("opd", "kecamatan", "other")] == [38, 20, 1]
    contoh = KnownUnits(read_baseline_named("contoh"))
    assert [u.code for u in contoh.offices] == [u.code for u in read_baseline_named("contoh").units]


# ---- partial lists

TEN_LINES = (
    HEAD
    + "Diskominfo;OPD;90;90\nDinas Sosial;OPD;70;20\nSetda;OPD;210;150\nDinas Kesehatan;OPD;120;0\nPatean;Kecamatan;20;12\n"
)


def test_units_not_listed_keep_the_published_totals_less_what_the_list_gives():
    p = proposed(TEN_LINES)
    before, after = p.totals("opd")
    assert before == {"units": 38, "participating": 22, "asn": 3158, "enrolled": 573, "pledge_workers": 245}
    assert after == {
        "units": 38,
        "participating": 22,
        "asn": 3158 - 83 + 120,
        "enrolled": 573,
        "pledge_workers": 245,
    }  # 83 was assumed for one outside
    partly = [u for u in p.units if u.segment == "opd" and u.status == "partial" and not u.has_own_figures]
    full = [u for u in p.units if u.segment == "opd" and u.status == "full" and not u.has_own_figures]
    assert [u.name for u in full] == ["Bapenda", "Disperinaker", "Baperlitbang"] and len(partly) == 16
    assert (
        sum(u.asn for u in partly + full) == 1834 - 90 - 70 - 210
        and sum(u.enrolled for u in partly + full) == 573 - 90 - 20 - 150
    )
    assert {u.asn_basis for u in partly + full} == {"allocated"}
    assert p.totals("kecamatan")[1]["enrolled"] == 138 and p.totals("kecamatan")[1]["participating"] == 11
    assert p.totals()[1]["asn"] == 10_345 and p.totals()[1]["enrolled"] == 974  # the other ASN yield
    assert (
        named(p, "Setda").code == "Setda"
        and named(p, "Diskominfo").code == "OPD-01"
        and named(p, "Setda").has_own_figures
    )


def test_a_list_that_gives_more_than_the_published_total_is_refused_with_both_numbers():
    assert problems(HEAD + "Dinas A;OPD;1700;120\nDinas B;OPD;400;400\n")[0].startswith(
        "Daftar memuat 2.100 ASN OPD, sedangkan jumlah publikasi 1.834"
    )
    assert problems(HEAD + "Dinas A;OPD;170;100\nDinas B;OPD;400;400\nSetda;OPD;200;100\n")[0].startswith(
        "Daftar memuat 600 peserta OPD, sedangkan jumlahnya 573"
    )
    assert problems(HEAD + "".join(f"Dinas {n};OPD;270;5\n" for n in range(6)))[0].startswith(
        "Daftar memuat 30 dari 573 peserta OPD. Sisanya, 543, tidak muat pada 16 unit lain yang hanya punya 214 ASN"
    )
    assert problems(HEAD + "".join(f"Dinas {n};OPD;9000;5\n" for n in range(38)))[0].startswith(
        "Semua unit lain punya 342.370 ASN, sedangkan jumlah publikasi 10.345"
    )
    assert problems(HEAD + "Sekolah;Lainnya;6000;300\n")[0].startswith(
        "Unit yang disebut punya 1.011 peserta, sedangkan jumlah pada bulan itu 974"
    )
    assert (
        "komitmen 244 pekerja OPD, sedangkan jumlah publikasi 245 dan 2 unit"
        in problems("Nama OPD;ASN;Peserta;Bulan komitmen;Komitmen\nDinas A;80;0;2025-09;244\n")[0]
    )


def test_schools_taken_out_of_the_other_asn_leave_the_rest_there():
    p = proposed(HEAD + "Sekolah;Lainnya;6000;200\n")
    assert [(u.name, u.asn, u.enrolled) for u in p.units if u.segment == "other"] == [
        ("Sekolah", 6000, 200),
        ("ASN lainnya (sekolah, puskesmas, UPTD)", 817, 63),
    ]


def test_more_names_than_places_are_reported_with_the_names_that_are_missing():
    noted = problems(HEAD + "".join(f"Dinas {n};OPD;30;5\n" for n in range(36)))
    assert (
        "Diskominfo, Bapenda, Disperinaker, Baperlitbang" in noted[0]
        and "40 unit OPD" in noted[0]
        and "38" in noted[0]
    )


def test_a_new_total_given_for_a_later_month_goes_to_the_units_not_listed():
    p = proposed(TEN_LINES, month="2026-11", totals={"opd": 900, "other": 400})
    assert [p.totals(s)[1]["enrolled"] for s in ("opd", "kecamatan", "other", "")] == [900, 138, 400, 1438]
    assert (
        p.facts.history[-1].enrolled == 1438
        and p.facts.history[-1].month == "2026-11"
        and p.facts.history[-1].basis == "assumed"
    )
    assert "total opd" in problems(TEN_LINES, totals={"opd": -1})[0]


def test_who_joined_since_is_added_to_the_total_and_takes_a_pledged_place():
    rows = (
        "".join(f"Dinas {n};OPD;40;5\n" for n in range(18))
        + "Diskominfo;OPD;90;90\nBapenda;OPD;90;90\nDisperinaker;OPD;90;90\nBaperlitbang;OPD;90;90\nDinas Baru;OPD;80;60\n"
    )
    p = proposed(HEAD + rows, month="2026-11")
    assert (
        p.totals("opd")[1]["participating"] == 23 and p.totals("opd")[1]["enrolled"] == 18 * 5 + 4 * 90 + 60
    )
    assert p.totals("opd")[1]["pledge_workers"] == 245 - 60 and p.totals("opd")[1]["units"] == 38


def test_as_many_opd_as_the_baseline_has_replace_them_all():
    p = proposed(HEAD + "".join(f"Dinas {n};OPD;100;50\n" for n in range(38)), month="2026-11")
    assert p.totals("opd")[1] == {
        "units": 38,
        "participating": 38,
        "asn": 3800,
        "enrolled": 1900,
        "pledge_workers": 0,
    }
    assert p.totals("kecamatan")[0] == p.totals("kecamatan")[1] and p.totals()[1]["asn"] == 10_345


def test_a_complete_list_replaces_everything():
    p = proposed(
        HEAD + "Dinas A;OPD;100;50\nPatean;Kecamatan;20;0\nSekolah;Lainnya;900;70\n",
        complete=True,
        month="2026-11",
        deaths=11,
    )
    assert [(u.code, u.name, u.asn, u.enrolled) for u in p.units] == [
        ("OPD-39", "Dinas A", 100, 50),
        ("33.24.04", "Patean", 20, 0),
        ("LAIN-02", "Sekolah", 900, 70),
    ]
    assert sum(c.kind == "removed" for c in p.changes) == 58 and p.facts.history[-1].basis == "published"
    assert (p.facts.deaths.value, p.facts.deaths.source) == (11, "S20") and not any(
        "deaths" in note.code for note in p.notes
    )


def test_a_regency_without_any_data_begins_with_its_own_list():
    p = proposed(
        HEAD + "Dinas A;OPD;100;50\nDesa B;Kecamatan;20;0\n",
        upon=None,
        region="Kabupaten Lain",
        month="2026-11",
    )
    assert [u.code for u in p.units] == ["OPD-01", "KEC-01"] and p.facts.title[
        "id"
    ] == "Kabupaten Lain · November 2026"
    assert p.facts.facts == () and len(p.facts.history) == 1 and p.facts.deaths is None
    assert problems(HEAD + "Dinas A;OPD;100;50\n", upon=None, region=" ") == [
        "Nama kabupaten atau kota belum ada. Isikan namanya."
    ]
    assert (
        "bukan nama" in problems(HEAD + "Dinas A;OPD;100;50\n", upon=None, region="Kab\0upaten")[0]
        and "121" in problems(HEAD + "Dinas A;OPD;100;50\n", upon=None, region="x" * 121)[0]
    )


def test_a_kecamatan_under_seven_digits_of_bps_keeps_the_code_of_its_tile():
    """The statistical office has its own numbers, which may differ from those of the home ministry."""
    p = proposed("Kode;Nama;ASN;Peserta\n3324020;Kec. Sukorejo;26;20\n3324040;Patean;25;3\n", month="2026-11")
    assert [(u.code, u.enrolled) for u in p.units if u.has_own_figures and u.segment == "kecamatan"] == [
        ("33.24.03", 20),
        ("33.24.04", 3),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "Kode;ASN;Peserta\n332403;26;20\n33.24.04;25;3\n",
        "Kecamatan;ASN;Peserta\n33.24.03;26;20\n332404;25;3\n",
        "Kode;Nama;ASN;Peserta\n332403;;26;20\n332404;Patean;25;3\n",
        "Kode Wilayah;ASN;Peserta\n3324020;26;20\n3324040;25;3\n",
        "Kode;Nama;ASN;Peserta\n3324020;;26;20\n3324040;Patean;25;3\n",
    ],
)
def test_a_code_alone_says_which_office_it_is(rows):
    p = proposed(rows, month="2026-11")
    assert [(u.code, u.name, u.enrolled) for u in p.units if u.name in ("Sukorejo", "Patean")] == [
        ("33.24.03", "Sukorejo", 20),
        ("33.24.04", "Patean", 3),
    ]


def test_a_code_that_nobody_knows_needs_a_name():
    texts = problems("Kode;ASN;Peserta\n332403;26;20\n3324990;25;3\n", month="2026-11")
    assert (
        len(texts) == 1 and "kode '3324990' tidak dikenal, dan unit ini tanpa nama. Isi namanya." in texts[0]
    )


def test_the_seven_digits_of_bps_name_each_kecamatan_of_kendal_once():
    known = KnownUnits(read_baseline_named(KENDAL))
    codes = [row["bps_code"] for row in csv.DictReader((DATA / "kecamatan.csv").open(encoding="utf-8"))]
    assert all(re.fullmatch(r"3324\d{3}", code) for code in codes)
    assert len({known.coded(code).name for code in codes}) == 20
    assert known.coded("3324030").name == "Pageruyung" and known.coded("332403").name == "Sukorejo"


def test_a_code_of_bps_with_the_name_of_another_kecamatan_is_refused():
    (text,) = problems("Kode;Nama;ASN;Peserta\n3324020;Pageruyung;26;20\n", month="2026-11")
    assert "Sukorejo" in text


def test_own_figures_not_listed_again_stay_as_they_were():
    p = proposed(
        "Kode;Nama;ASN;Peserta\nDC-01;Dinas Contoh Pertanian;200;150\n", upon="contoh", month="2026-11"
    )
    assert [c.kind for c in p.changes].count("kept") == 38 and named(
        p, "Dinas Contoh Pertanian"
    ).enrolled == 150
    assert p.totals()[1]["enrolled"] == p.totals()[0]["enrolled"] + 150 - 96 and p.facts.fictitious


# ---- the facts of the new baseline


def test_history_goes_on_and_facts_of_the_older_month_are_kept_with_their_date_or_left_behind():
    p = proposed(TEN_LINES, month="2026-11")
    assert [(o.month, o.enrolled) for o in p.facts.history] == [
        ("2022-01", 0),
        ("2024-07", 724),
        ("2025-06", 728),
        ("2025-08", 974),
        ("2026-11", p.totals()[1]["enrolled"]),
    ]
    by_key = {fact.key: fact for fact in p.facts.facts}
    assert set(by_key) == {
        "asn_total",
        "opd_count",
        "kecamatan_count",
        "target_share",
        "informal_workers",
        "informal_covered",
    }
    assert (
        by_key["asn_total"].note["id"] == "Angka per Agustus 2025. Pada 10 Juni 2025 disebut sekitar 10.292."
        and by_key["opd_count"].note["en"] == "As of August 2025."
    )
    assert p.facts.reading["id"].startswith(
        "Angka unit dari daftar daftar.csv, dimasukkan 22 November 2026 09.05 oleh Ani. 54 dari 59 unit tidak ada"
    )
    assert (
        p.facts.open_questions[-1]["id"]
        == "Berapa kematian sampai November 2026? Yang tercatat 8, sampai Agustus 2025."
    )


def test_in_the_same_month_the_published_facts_stay_and_the_last_point_names_both_sources():
    p = proposed(TEN_LINES)
    assert p.facts.history[-1].source == "S1 S20" and len(p.facts.history) == 4
    assert len(p.facts.facts) == len(read_facts()) and p.facts.alternative is None


def read_facts():
    from simulator.store.baseline_files import read_baseline_named

    return read_baseline_named(KENDAL).facts.facts


@pytest.mark.parametrize(
    "month, expected",
    [
        (None, "bulan data belum ada"),
        ("2025-07", "sebelum bulan data dasar"),
        ("2026-12", "belum tiba"),
        ("soon", "bukan bulan"),
    ],
)
def test_the_month_must_be_given_and_lie_between_the_baseline_and_now(month, expected):
    assert expected in problems(TEN_LINES, month=month)[0]


def test_a_column_may_tell_the_month_and_an_option_may_not_contradict_it():
    text = "Nama OPD;ASN;Peserta;Bulan\nDinas Sosial;70;20;Oktober 2026\n"
    assert proposed(text, month=None).facts.month == proposed(text, month="2026-10").facts.month == "2026-10"
    assert "beberapa bulan" in problems(text, month="2026-09")[0]


# ---- whole ranges


@examples(150)
@given(
    st.integers(0, 500),
    st.lists(st.integers(0, 60), min_size=1, max_size=9),
    st.integers(0, 3),
    st.none() | st.integers(0, 40),
)
def test_parts_add_up_to_their_total_and_keep_between_their_bounds(total, weights, least, room):
    low, high = [least] * len(weights), None if room is None else [least + room] * len(weights)
    parts = spread(total, weights, low, high)
    fits = sum(low) <= total and (high is None or total <= sum(high))
    assert (parts is not None) == fits
    if fits:
        assert (
            sum(parts) == total
            and all(p >= least for p in parts)
            and (high is None or all(p <= h for p, h in zip(parts, high)))
        )


OPD_NAMES = ["Diskominfo", "Bapenda", "Disperinaker", "Bapperida", *(f"Dinas {n}" for n in range(30))]
KECAMATAN_NAMES = [
    "Patean",
    "Kaliwungu",
    "Pegandon",
    "Patebon",
    "Kangkung",
    "Boja",
    "Weleri",
    "Gemuh",
    "Ngampel",
]


@st.composite
def partial_lists(draw):
    """A list of some offices of Kendal, of any size."""
    lines = []
    for segment, names, largest in (("OPD", OPD_NAMES, 160), ("Kecamatan", KECAMATAN_NAMES, 40)):
        for name in draw(st.lists(st.sampled_from(names), unique=True, max_size=12)):
            asn = draw(st.integers(1, largest))
            lines.append(
                f"{name};{segment};{asn};{draw(st.integers(0, asn) | st.just(0) | st.integers(0, 30))}"
            )
    return "\n".join(lines)


@examples(150)
@given(
    partial_lists(), st.sampled_from(["2025-08", "2026-11"]), st.sampled_from([KENDAL, "kendal-2025-08-38"])
)
def test_whatever_is_listed_the_totals_hold_or_the_contradiction_is_reported(lines, month, upon):
    try:
        right = dict.fromkeys(range(2, 3 + lines.count("\n") if lines else 2), KEEP)
        p = proposed(HEAD + lines + "\n", month=month, upon=upon, answers=right)
    except UserError as error:
        assert {q.code for q in error.problems} <= {
            "no_units",
            "given_beyond_asn",
            "given_beyond_enrolled",
            "given_beyond_pledges",
            "rest_beyond_asn",
            "enrolled_beyond_total",
            "more_units_than_published",
        }
        return
    given_units = {line.split(";")[0]: line.split(";")[2:] for line in lines.split("\n")}
    assert {u.name: [str(u.asn), str(u.enrolled)] for u in p.units if u.has_own_figures} == given_units
    assert p.totals()[1]["asn"] == 10_345 and p.totals()[1]["units"] == 59 == len({u.code for u in p.units})
    assert p.facts.history[-1].enrolled == p.totals()[1]["enrolled"] and (
        month != "2025-08" or p.totals()[1]["enrolled"] == 974
    )
    rest = [u for u in p.units if not u.has_own_figures]
    old = {u.code: u for u in read_baseline_named(upon).units}
    assert all(
        u.status == old[u.code].status and u.asn >= 1 and u.asn_basis == old[u.code].asn_basis
        for u in rest
        if u.segment != "other"
    )
    taking_part = [u for u in rest if u.segment == "opd" and u.enrolled]
    if taking_part:  # units that replaced participating ones share their published total
        places = [c for c in p.changes if c.old and c.old.segment == "opd" and c.old.enrolled and c.new]
        shared = sum(c.new.enrolled for c in places)
        assert (
            shared == 573
            or month == "2026-11"
            and all(u.enrolled == old[u.code].enrolled for u in taking_part)
        )
    if month == "2026-11":  # no unit is limited by the total of another month
        assert all(
            u.enrolled >= old[u.code].enrolled and u.pledge_workers >= old[u.code].pledge_workers
            for u in rest
            if u.segment != "other"
        )
    assert added_up(p.units)["enrolled"] == sum(u.enrolled for u in p.units)


CELLS = (
    st.none()
    | st.integers(-5, 10**9)
    | st.floats()
    | st.booleans()
    | st.datetimes()
    | st.times()
    | st.text(max_size=8)
    | st.sampled_from(
        [
            "Dinas A",
            "OPD",
            "Kecamatan",
            "1.256",
            "1,256",
            "Jumlah",
            "=A1",
            "Sep 2025",
            "2025-09",
            "83.000",
            "n/a",
            "33.24.04",
            "Patean",
            46,
            83.0,
        ]
    )
)
HEADINGS = st.sampled_from(
    [
        "Nama",
        "ASN",
        "Peserta",
        "Kelompok",
        "Kode",
        "Bulan komitmen",
        "Jumlah komitmen",
        "Bulan",
        "Catatan",
        "No",
        "Name",
        "Enrolled",
        "x",
        None,
        5,
    ]
)


@examples(400)
@given(st.data())
def test_any_table_is_a_list_or_a_refusal_with_words(data):
    heads = data.draw(st.permutations(["Nama", "ASN", "Peserta"]).map(list)) + data.draw(
        st.lists(HEADINGS, max_size=5)
    )
    rows = [SheetRow(1, tuple(heads))] + [
        SheetRow(n + 2, tuple(cells))
        for n, cells in enumerate(data.draw(st.lists(st.lists(CELLS, min_size=1, max_size=9), max_size=6)))
    ]
    merged = tuple(data.draw(st.lists(st.tuples(*[st.integers(1, 6)] * 4), max_size=2)))
    try:
        p = propose_baseline(
            [SheetTable("x.xlsx", "S", tuple(rows), merged)],
            Request("uji-daftar", KENDAL, data.draw(st.none() | st.just("2026-10"))),
            ORIGIN,
            "id",
        )
    except UserError as error:
        assert all(problem_text(q, lang) for q in error.problems for lang in ("id", "en"))
    else:
        assert p.units and all(note_text(note, "id") for note in p.notes)


def test_the_title_of_data_made_upon_fictitious_ones_says_so():
    old = read_baseline_named("contoh").facts
    assert (
        new_facts(
            old, (), "2026-06", Receipt("daftar.csv", "", datetime(2026, 7, 1)), old.region, None
        ).title["id"]
        == "Kabupaten Contoh (fiktif) · Juni 2026"
    )
