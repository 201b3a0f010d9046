"""Lists as real offices write them: headings, columns and cells, each with its expected result."""

import pytest
from spreadsheets import book, raw

from simulator.errors import UserError
from simulator.intake.columns import parsed_columns
from simulator.intake.known_units import KnownUnits
from simulator.intake.list_words import ACTUAL_WORDS, UNIT_WORDS
from simulator.intake.spreadsheet import read_tables, read_text
from simulator.intake.unit_list import read_unit_list
from simulator.store.baseline_files import read_baseline_named
from simulator.words.errors import problem_text
from simulator.words.intake import note_text


def read(given, columns="", lang="id"):
    """A list written as CSV, or as the bytes of a file."""
    tables = (
        read_tables(given, "daftar.xlsx") if isinstance(given, bytes) else [read_text(given, "daftar.csv")]
    )
    parsed = parsed_columns(columns, UNIT_WORDS) if columns else None
    return read_unit_list(tables, KnownUnits(), lang, None, parsed)


def figures(given, columns="", lang="id"):
    """Name, ASN and enrolled of each unit."""
    return [(u.unit.name, u.unit.asn, u.unit.enrolled) for u in read(given, columns, lang).units]


def problems_of(given, columns=""):
    """The problems of a refused list, in both languages."""
    with pytest.raises(UserError) as caught:
        read(given, columns)
    assert all(problem_text(p, "en") for p in caught.value.problems)
    return [problem_text(p, "id") for p in caught.value.problems]


TWO = [("Cempaka", 22, 5), ("Melati", 17, 0)]
OF_OFFICES = {
    "three rows, both figures by sex": "No;Nama Kecamatan;Jumlah ASN;;;;Peserta;\n;;PNS;;PPPK;;;\n;;L;P;L;P;L;P\n1;Cempaka;10;5;4;3;2;3\n2;Melati;9;5;2;1;0;0\n",
    "other words": "Organisasi Kecamatan;Jumlah Aparatur;Peserta\nCempaka;22;5\nMelati;17;0\n",
    "one row": "No;Kecamatan;Jumlah ASN;Peserta\n1;Cempaka;22;5\n2;Melati;17;0\n",
    "SKPD, in capitals": "NO.;NAMA KECAMATAN (SKPD);JUMLAH PNS;PESERTA BPJS TK\n1;Cempaka;22;5\n2;Melati;17;0\n",
    "workers to be registered": "Kecamatan;Total Pegawai;JML PEKERJA RENTAN YG DIDAFTARKAN\nCempaka;22;5\nMelati;17;0\n",
    "Unor": "Unor Kecamatan;Jml. Peg. (orang);Peserta BPJS Ketenagakerjaan Aktif\nCempaka;22;5\nMelati;17;0\n",
    "office of a kecamatan": "Dinas/Instansi/Kecamatan;Jlh ASN;Tenaga Kerja Rentan yang sudah terdaftar\nCempaka;22;5\nMelati;17;0\n",
    "men, women, all": "Kecamatan;Pegawai;;;Peserta\n;Laki-laki;Perempuan;Jumlah;\nCempaka;10;12;22;5\nMelati;8;9;17;0\n",
    "men and women": "Kecamatan;Pegawai;;Peserta\n;L;P;\nCempaka;10;12;5\nMelati;8;9;0\n",
    "both counted by sex": "No;Kecamatan;ASN;;;Peserta;;\n;;L;P;L+P;Lk;Pr;Jml\n1;Cempaka;10;12;22;2;3;5\n2;Melati;8;9;17;0;0;0\n",
    "two kinds of civil servants": "Kecamatan;PNS;PPPK;Pekerja rentan\nCempaka;12;10;5\nMelati;17;;0\n",
    "three rows": "Kecamatan;ASN;;;;Peserta\n;PNS;;PPPK;;\n;L;P;L;P;\nCempaka;6;6;5;5;5\nMelati;8;9;-;-;0\n",
    "a total of three rows": "Kecamatan;ASN;;;;;Peserta\n;PNS;;PPPK;;Jumlah;\n;L;P;L;P;;\nCempaka;6;6;5;5;22;5\nMelati;8;9;0;0;17;0\n",
    "others who work there": "Kecamatan;PNS;PPPK;Honorer;Jumlah Pegawai;Peserta\nCempaka;12;10;4;26;5\nMelati;17;0;1;18;0\n",
    "what is counted in a row of its own": "Kecamatan;Jumlah;\n;ASN;Peserta\n;(orang);(orang)\n1;2;3\nCempaka;22;5\nMelati;17;0\n",
    "three kinds of civil servants": "Kecamatan;PNS;PPPK;PPPK Paruh Waktu;Realisasi Peserta\nCempaka;12;6;4;5\nMelati;17;0;-;0\n",
    "title and place above": "DATA ASN DAN PESERTA\nKabupaten Uji;;Tahun: 2025\n\nKecamatan;ASN;Peserta\nCempaka;22;5\nMelati;17;0\n",
    "a share beside": "Kecamatan;ASN;Peserta;% Peserta;Target Peserta;Peserta (%)\nCempaka;22;5;22,7%;10;22,7\nMelati;17;0;0%;10;0\n",
    "figures in words": "Kecamatan;ASN;Peserta\nCempaka;22 orang;5,-\nMelati;17 org;-\n",
    "in English": "Kecamatan office;Civil servants;Vulnerable workers registered\nCempaka;22;5\nMelati;17;–\n",
}


@pytest.mark.parametrize("given", OF_OFFICES.values(), ids=OF_OFFICES)
def test_a_list_as_an_office_writes_it_is_read(given):
    assert figures(given) == TWO


def test_headings_of_merged_cells_are_read_as_they_look():
    def merge(workbook):
        sheet = workbook["Lembar1"]
        for area in ("A1:A2", "B1:B2", "C1:E1", "F1:F2"):
            sheet.merge_cells(area)

    rows = [
        ["No", "Kecamatan", "Jumlah Pegawai", None, None, "Peserta"],
        [None, None, "L", "P", "Jumlah", None],
        [1, "Cempaka", 10, 12, 22, 5],
        [2, "Melati", 8, 9, 17, 0],
    ]
    assert figures(book(rows, change=merge)) == TWO


def test_what_is_added_up_and_what_is_not_read_is_reported():
    notes = [note_text(note, "id") for note in read(OF_OFFICES["others who work there"]).notes]
    assert notes == [
        "daftar.csv: kolom yang dijumlahkan: PNS (B) + PPPK (C).",
        "daftar.csv: kolom yang tidak dibaca: 'Honorer, Jumlah Pegawai'.",
    ]


@pytest.mark.parametrize(
    "given, words",
    [
        ("Kecamatan;ASN;Peserta\nCempaka;22;45 %\n", "Baris 2, kolom Peserta (C2): '45 %' adalah persen"),
        ("Kecamatan;ASN;Peserta\nCempaka;-;5\n", "Baris 2, kolom ASN (B2): '-' berarti tidak ada"),
        (
            "Kecamatan;PNS;PPPK;Peserta\nCempaka;12;1,5;5\n",
            "Baris 2, kolom PPPK (C2): '1,5' bukan jumlah orang",
        ),
        ("Kecamatan;PNS;PPPK;Peserta\nCempaka;-;-;5\n", "Baris 2, kolom PNS (B2): 0 bukan jumlah orang"),
        ("Kecamatan;Pegawai L;Peserta\nCempaka;12;5\n", "kolom ASN tidak ada. Tunjukkan kolomnya"),
        ("Kecamatan;ASN;Target;Belum terdaftar\nCempaka;12;5;5\n", "kolom peserta tidak ada"),
        ("Kecamatan;ASN;Peserta JKK;Peserta JKM\nA;12;5;5\n", "Peserta JKM' berarti sama dengan kolom lain"),
        ("Kecamatan;PNS;PPPK;PPPK Guru;Peserta\nA;3;2;1;5\n", "'PPPK' berarti sama dengan kolom lain"),
        ("Kecamatan;Honorer;Jumlah Pegawai;Peserta\nA;3;12;5\n", "kolom ASN tidak ada"),
        ("Kecamatan;ASN;Rencana;\n;;ASN;Peserta\nA;3;12;5\n", "kolom peserta tidak ada"),
        ("Institusi;Jml;JPR\nA;3;5\n", "judul kolom tidak ditemukan"),
    ],
)
def test_a_list_that_is_not_clear_is_refused_with_its_cell_or_column(given, words):
    assert words in problems_of(given)[0]


def test_a_percentage_by_format_is_refused_with_its_cell():
    def percent(workbook):
        workbook["Lembar1"]["C3"].number_format = "0.0%"

    rows = [["Kecamatan", "ASN", "Peserta"], ["Cempaka", 22, 5], ["Melati", 17, 1]]
    assert problems_of(book(rows, change=percent)) == [
        "Baris 3, kolom Peserta (Lembar1!C3): '100%' adalah persen, bukan jumlah. Isi jumlahnya, misalnya 46."
    ]


def test_what_fractions_leave_behind_is_a_whole_number():
    rows = '<row r="1"><c t="inlineStr"><is><t>Kecamatan</t></is></c><c t="inlineStr"><is><t>ASN</t></is></c><c t="inlineStr"><is><t>Peserta</t></is></c></row>'
    rows += '<row r="2"><c t="inlineStr"><is><t>A</t></is></c><c><v>100</v></c><c><v>56.99999999999999</v></c></row>'
    assert figures(raw(rows)) == [("A", 100, 57)]
    for written in ("56.99999999999999", "56,99999999999999"):
        given = f"Kecamatan;ASN;Peserta\nA;100;{written}\nB;2.000,00;1.256,0000\n"
        assert figures(given) == [("A", 100, 57), ("B", 2000, 1256)]
        (note,) = read(given).notes
        assert note_text(note, "id").startswith("1 sel berisi pecahan") and "(C2)" in note_text(note, "id")


@pytest.mark.parametrize(
    "heading",
    [
        "Peserta per 30 November 2025",
        "Jumlah Peserta s.d. Nov 2025",
        "PESERTA BPJS TK (posisi November 2025)",
        "Peserta sampai dengan akhir bulan Nopember 2025",
        "Enrolled as of November 2025",
        "Peserta Nov-25",
    ],
)
def test_a_month_in_the_heading_is_the_month_of_the_list(heading):
    found = read(f"Kecamatan;ASN per Desember 2024;{heading}\nCempaka;22;5\n")
    assert [(u.unit.asn, u.unit.enrolled) for u in found.units] == [(22, 5)] and found.months == ("2025-11",)


def test_columns_of_two_months_are_asked_about():
    given = "Kecamatan;ASN;Peserta Okt 2025;Peserta Nov 2025\nCempaka;22;4;5\n"
    assert "'Peserta Nov 2025' berarti sama dengan kolom lain" in problems_of(given)[0]
    assert read(given, "peserta=D").months == ("2025-11",)


# ---- columns assigned by a person


@pytest.mark.parametrize(
    "given, columns, expected",
    [
        ("Institusi;Kelompok;Jml;JPR\nBoja;Kecamatan;22;5\n", "nama=A, asn=C, peserta=D", [("Boja", 22, 5)]),
        (
            "Institusi;Kelompok;Jml;JPR\nBoja;Kecamatan;22;5\n",
            "name=Institusi,asn=jml,enrolled=JPR",
            [("Boja", 22, 5)],
        ),
        (
            "Boja;Kecamatan;22;5\nWeleri;Kecamatan;17;0\n",
            "nama=A,kelompok=B,asn=C,peserta=D",
            [("Boja", 22, 5), ("Weleri", 17, 0)],
        ),
        ("Kecamatan;ASN;Peserta JKK;Peserta JKM\nBoja;12;4;5\n", "peserta=D", [("Boja", 12, 5)]),
        (
            "Kecamatan;Tetap;Kontrak, baru;Peserta\nBoja;12;4;5\n",
            "asn=Tetap+Kontrak, baru",
            [("Boja", 16, 5)],
        ),
        ("Kecamatan;Instansi;ASN;Peserta\nBoja;Kantor;12;5\n", "nama=Kecamatan", [("Boja", 12, 5)]),
        ("Kecamatan;Pegawai;;Peserta\n;Tetap;Lain;\nBoja;12;3;5\n", "asn=B", [("Boja", 12, 5)]),
    ],
)
def test_columns_are_read_as_somebody_says(given, columns, expected):
    assert figures(given, columns) == expected


@pytest.mark.parametrize(
    "columns, words",
    [
        ("nama", "--columns: 'nama' tidak jelas. Tulis misalnya nama=B, asn=C+D, peserta=F"),
        ("umur=B", "Nama yang dapat dipakai: kode/code, nama/name, kelompok/segment, asn"),
        ("asn=B,asn=C", "'asn=C' tidak jelas"),
        (
            "asn=Z",
            "kolom 'Z' tidak ada. Isikan huruf atau judul kolom: A Kecamatan, B ASN, C Peserta, D B",
        ),
        ("asn=C", "kolom 'C' dipakai dua kali"),
        ("peserta=B", "'B' dapat berarti beberapa kolom: B, D"),
        ("nama=A+C", "kolom untuk 'nama' terlalu banyak. Paling banyak 1"),
    ],
)
def test_an_impossible_choice_of_columns_is_refused_with_what_is_allowed(columns, words):
    if columns == "asn=C":
        columns = "asn=C,peserta=C"
    assert words in problems_of("Kecamatan;ASN;Peserta;B\nBoja;22;5;1\n", columns)[0]


def test_a_column_declared_absent_is_not_read():
    given = "Kecamatan;Jenis;ASN;Peserta\nBoja;tipe A;22;5\n"
    assert "'tipe A' bukan kelompok" in problems_of(given)[0]
    assert figures(given, "kelompok=-") == [("Boja", 22, 5)]


def test_actuals_name_their_columns_in_the_same_way():
    assert parsed_columns("bulan=A, tahun=B, unit=C, lunas=D+E, iuran=-", ACTUAL_WORDS) == {
        "month": ("A",),
        "year": ("B",),
        "name": ("C",),
        "paid_up": ("D", "E"),
        "contributions_idr": (),
    }


# ---- rows below a table

UNDER_A_TABLE = {
    "place, date, signature": ";;;Kendal, 3 Desember 2025\n;;;Kepala Dinas,\n\n;;;Drs. Budi\n;;;NIP. 19770101 200501 1 001\n",
    "the place before the date": "Kendal,      November 2025;;\nSekretaris Daerah;;\n",
    "under the figures": ";Mengetahui,;a.n. Bupati Kendal\n;Camat Cempaka;Sekretaris Daerah\n;Budi;Ani\n;NIP 1977;197701012005011001\n",
    "remarks": "Catatan: PNS dan PPPK;;\n;;data per 30 November 2025\n",
    "for somebody else": ";;a.n. Bupati Kendal\n;;Sekretaris Daerah\n",
    "words no list knows": ";;Tertanda\n;;Fulan bin Fulan\n",
    "a source": ";;Sumber: BKPSDM, diolah\n",
    "a footnote": "*) termasuk PPPK paruh waktu;;\n",
}


@pytest.mark.parametrize("under", UNDER_A_TABLE.values(), ids=UNDER_A_TABLE)
def test_what_stands_under_a_table_is_passed_over_and_reported(under):
    given = f"Kecamatan;ASN;Peserta\nCempaka;22;5\nMelati;17;0\n\n{under}"
    assert figures(given) == TWO
    (note,) = read(given).notes
    assert (note.code, note.values["row"]) == ("closing_skipped", 5)
    assert "tanda tangan atau catatan di bawah tabel" in note_text(note, "id")


def test_a_last_unit_whose_figures_are_unclear_is_asked_about_whatever_is_remarked():
    given = "Kecamatan;ASN;Peserta;Keterangan\nCempaka;22;5;\nMelati;n/a;n/a;Catatan: menunggu SK\n"
    assert [line.split(":")[0] for line in problems_of(given)] == [
        "Baris 3, kolom ASN (B3)",
        "Baris 3, kolom Peserta (C3)",
    ]


def test_a_remark_above_more_units_ends_no_table():
    given = "Kecamatan;ASN;Peserta\nCempaka;22;5\nCatatan;;\nMelati;17;0\n"
    assert figures(given) == TWO and [n.code for n in read(given).notes] == ["rows_without_figures"]


@pytest.mark.parametrize(
    ("heading", "name", "segment"),
    [
        ("Unit Kerja", "Dinas Kesehatan", "opd"),
        ("Dinas/Instansi", "Badan Pendapatan Daerah", "opd"),
        ("Satker", "Sekretariat DPRD", "opd"),
        ("Unor", "Kantor Kecamatan Cempaka", "kecamatan"),
        ("SKPD", "Kecamatan Cempaka", "kecamatan"),
        ("Unit Kerja", "Puskesmas Cempaka", "other"),
        ("Unit Kerja", "SDN 1 Cempaka", "other"),
        ("SKPD", "Puskesmas Cempaka", "opd"),  # the heading applies to all rows below it
    ],
)
def test_where_no_column_names_the_segment_the_heading_does_or_the_name(heading, name, segment):
    (row,) = read(f"{heading};ASN;Peserta\n{name};22;5\n").units
    assert row.unit.segment == segment


def test_a_name_that_shows_no_segment_is_refused_where_no_heading_does():
    assert (
        "kelompok unit 'Cempaka' tidak diketahui" in problems_of("Unit Kerja;ASN;Peserta\nCempaka;22;5\n")[0]
    )


def test_the_kecamatan_called_as_its_regency_is_also_the_kota_of_it():
    known = KnownUnits(read_baseline_named("kendal-2025-08"))
    assert {
        known.named(name, "kecamatan").code for name in ("Kendal", "Kota Kendal", "Kec. Kota Kendal")
    } == {"33.24.15"}


ACROSS = {
    "a total behind its parts": "Satker;PNS;PPPK;Jumlah;Peserta\nDinas A;10;5;15;5\nDinas B;30;3;{};3\n",
    "a total read before its parts": "Satker;ASN laki-laki;ASN perempuan;Jumlah ASN;Peserta\nDinas A;10;5;15;5\nDinas B;30;3;{};3\n",
}


@pytest.mark.parametrize("text", ACROSS.values(), ids=ACROSS)
def test_a_total_that_is_not_the_sum_of_the_parts_beside_it_is_refused(text):
    assert figures(text.format(33)) == [("Dinas A", 15, 5), ("Dinas B", 33, 3)]
    with pytest.raises(UserError) as refused:
        figures(text.format(34))
    (problem,) = refused.value.problems
    assert (problem.where, problem.found, problem.values["sum"]) == ("D3", 34, 33)


def test_a_column_that_is_the_sum_in_few_rows_is_another_matter():
    text = "Satker;PNS;PPPK;Jumlah;Peserta\nDinas A;10;5;15;5\nDinas B;30;3;40;3\nDinas C;30;0;41;3\n"
    assert figures(text) == [("Dinas A", 15, 5), ("Dinas B", 33, 3), ("Dinas C", 30, 3)]


def test_a_column_without_a_heading_behind_parts_is_not_taken_for_their_total():
    text = "Satker;Peserta;PNS;PPPK;\nDinas A;5;10;5;15\nDinas B;3;30;3;34\n"
    with pytest.raises(UserError) as refused:
        figures(text)
    found = [(problem.code, problem.where) for problem in refused.value.problems]
    assert found == [("cell_without_heading", "E2"), ("cell_without_heading", "E3")]


def test_nihil_is_none():
    assert figures("Satker;ASN;Peserta\nDinas A;10;nihil\nDinas B;30;3\n") == [
        ("Dinas A", 10, 0),
        ("Dinas B", 30, 3),
    ]


def test_a_row_without_a_name_that_is_a_sum_is_asked_about_once():
    with pytest.raises(UserError) as refused:
        read("OPD;ASN;Peserta\nDinas A;30;4\nDinas B;31;5\nDinas C;32;6\n;93;15\n")
    assert [problem.code for problem in refused.value.problems] == ["sum_of_above"]
