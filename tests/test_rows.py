"""Rows of a list compared with each other and with the data: totals, parents, headings, names, questions."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import examples

from simulator.errors import UserError
from simulator.intake.baseline_proposal import Request, propose_baseline
from simulator.intake.facts import Receipt
from simulator.intake.row_names import heading_segment, is_of_region
from simulator.intake.row_questions import CHOICES, KEEP, LEAVE_OUT, PARTS_OUT, THE_OFFICE, answered, spans
from simulator.intake.row_sums import ListedRow, row_sums
from simulator.intake.spreadsheet import read_text
from simulator.planning.other_data import added_up
from simulator.store.names import is_same_region, plain_name
from simulator.words.errors import problem_text
from simulator.words.intake import note_text

KENDAL = "kendal-2025-08"
HEAD = "No;Nama OPD;Jumlah ASN;Peserta\n"
DISTRICTS = "Kecamatan;Jumlah Pegawai;Peserta\n"
KENDAL_SUMS = DISTRICTS + "Boja;21;8\nWeleri;26;12\nPatean;18;10\nKabupaten Kendal;65;30\n"
PARENTS = (
    HEAD
    + "I;SEKRETARIAT DAERAH;50;15\n1;Bagian Umum;20;5\n2;Bagian Hukum;30;10\n"
    + "II;DINAS KESEHATAN;70;20\n1;Sekretariat Dinkes;30;10\n2;RSUD;40;10\n"
)


def proposed(text, upon=None, region="Kabupaten Uji", month="2025-08", **request):
    """The proposal for a list written as CSV, for a regency without data unless `upon` is given."""
    region = "" if upon else region
    return propose_baseline(
        [read_text(text, "daftar.csv")],
        Request("uji-daftar", upon, month, region, **request),
        Receipt("daftar.csv", "Ani", datetime(2026, 11, 22, 9, 5)),
        "id",
    )


def questions(text, **request):
    """The questions that a list raises, by row: code and words; it raises nothing else."""
    with pytest.raises(UserError) as caught:
        proposed(text, **request)
    assert all(problem_text(p, lang) for p in caught.value.problems for lang in ("id", "en"))
    assert {p.code for p in caught.value.problems} <= CHOICES.keys()
    return [(p.values.get("row"), p.code) for p in caught.value.problems]


def problems_of(text, **request):
    with pytest.raises(UserError) as caught:
        proposed(text, **request)
    return caught.value.problems


def totals(proposal, segment=""):
    sums = added_up(proposal.units, segment)
    return sums["units"], sums["asn"], sums["enrolled"]


# ---- totals and parents, whatever their names


def test_a_row_that_adds_up_those_above_it_is_asked_about_whatever_it_is_called():
    text = HEAD + "1;Dinas Sosial;22;5\n2;Dinas Pasar;17;2\n3;Rekapitulasi;39;7\n"
    assert questions(text) == [(4, "sum_of_above")]
    assert totals(proposed(text, answers={4: LEAVE_OUT})) == (2, 39, 7)
    assert totals(proposed(text, answers={4: KEEP})) == (3, 78, 14)


def test_a_question_says_the_row_its_figures_and_the_rows_it_adds_up():
    (problem,) = problems_of(HEAD + "1;Dinas Sosial;22;5\n2;Dinas Pasar;17;2\n;Rekapitulasi;39;7\n")
    assert problem_text(problem, "id") == (
        "Baris 4: 'Rekapitulasi' (39 ASN, 7 peserta) sama dengan jumlah 2 baris di atasnya (baris 2–3). "
        "Nyatakan apakah ini baris jumlah atau sebuah unit."
    )


def test_subtotals_without_a_word_for_it_are_found_since_the_last_one_and_of_the_whole():
    rows = "Dinas A;30;10\nDinas B;40;10\nUrusan Wajib;70;20\nDinas C;50;3\nDinas D;60;4\nUrusan Pilihan;110;7\nRekapitulasi;180;27\n"
    text = "Nama OPD;ASN;Peserta\n" + rows
    assert questions(text) == [(4, "sum_of_above"), (7, "sum_of_above"), (8, "sum_of_above")]
    assert totals(proposed(text, answers={4: LEAVE_OUT, 7: LEAVE_OUT, 8: LEAVE_OUT})) == (4, 180, 27)


def test_a_department_above_its_own_sections_counts_once_by_either_answer():
    assert questions(PARENTS) == [(2, "sum_of_below"), (5, "sum_of_below")]
    found = problems_of(PARENTS)
    assert totals(
        proposed(PARENTS, answers=answered(found[0], LEAVE_OUT) | answered(found[1], LEAVE_OUT))
    ) == (
        4,
        120,
        35,
    )
    parts_out = answered(found[0], PARTS_OUT) | answered(found[1], PARTS_OUT)
    assert parts_out == dict.fromkeys((3, 4, 6, 7), LEAVE_OUT)
    assert totals(proposed(PARENTS, answers=parts_out)) == (2, 120, 35)


def test_parents_of_two_levels_and_a_total_at_the_top_are_each_asked_about():
    rows = "Semua Perangkat;120;35\nSetda;80;25\nAsisten I;50;15\nBagian Umum;20;5\nBagian Hukum;30;10\nAsisten II;30;10\nBagian Ekonomi;11;4\nBagian Pembangunan;19;6\nDinas Sosial;40;10\n"
    found = questions("Nama OPD;ASN;Peserta\n" + rows)
    assert found == [(row, "sum_of_below") for row in (2, 3, 4, 7)]


def test_a_total_in_words_over_parents_left_out_is_the_sum_of_their_parts():
    text = PARENTS + ";Jumlah;120;35\n"
    assert questions(text) == [(2, "sum_of_below"), (5, "sum_of_below")]
    assert totals(proposed(text, answers={2: LEAVE_OUT, 5: LEAVE_OUT})) == (4, 120, 35)


def test_a_total_in_words_above_all_units_is_a_total():
    assert totals(proposed(HEAD + ";Jumlah;39;7\n1;Dinas Sosial;22;5\n2;Dinas Pasar;17;2\n")) == (2, 39, 7)


@pytest.mark.parametrize(
    "rows",
    [
        "1;Dinas Sosial;22;5\n2;Dinas Pasar;22;5\n",  # only two, or equal to the one above
        "1;Dinas Sosial;22;5\n2;Dinas Pasar;17;2\n3;Dinas Kebersihan;17;2\n",
        "1;Dinas Sosial;20;0\n2;Dinas Pasar;25;0\n3;Dinas Kebersihan;45;0\n4;Dinas Tani;60;0\n",  # nobody enrolled
        "1;Dinas Sosial;200;0\n2;Dinas Pasar;250;0\n3;Dinas Kebersihan;450;0\n4;Dinas Tani;60;0\n",
        "1;Dinas Sosial;3;1\n2;Dinas Pasar;2;0\n3;Dinas Kebersihan;5;1\n4;Dinas Tani;9;0\n",  # tiny
    ],
)
def test_what_is_a_sum_by_chance_as_it_seems_is_taken(rows):
    p = proposed(HEAD + rows)
    assert len(p.units) == rows.count("\n")


def test_a_sum_by_chance_is_reported():
    p = proposed(
        HEAD + "1;Dinas Sosial;20;0\n2;Dinas Pasar;25;0\n3;Dinas Kebersihan;45;0\n4;Dinas Tani;60;0\n"
    )
    (line,) = [note_text(note, "id") for note in p.notes if note.code == "maybe_sum_of_above"]
    assert "'Dinas Kebersihan' (45 ASN, 0 peserta) dibaca sebagai unit" in line and "baris 2–3" in line


def test_offices_that_the_data_know_are_no_sums_of_each_other():
    p = proposed(DISTRICTS + "Boja;20;5\nWeleri;25;4\nPatean;45;9\n", upon=KENDAL, month="2026-10")
    assert [u.name for u in p.units if u.has_own_figures] == ["Boja", "Weleri", "Patean"]


@examples(200)
@given(st.lists(st.tuples(st.integers(1, 400), st.integers(0, 400)), min_size=2, max_size=30), st.data())
def test_a_total_below_and_a_parent_above_its_parts_are_always_found(figures, data):
    rows = [ListedRow(n, f"Unit {n}", "opd", pair) for n, pair in enumerate(figures, 10)]
    first = data.draw(st.integers(0, len(rows) - 2))
    parts = rows[first : data.draw(st.integers(first + 2, len(rows)))]
    parent = ListedRow(1, "Induk", "opd", tuple(sum(r.figures[i] for r in parts) for i in (0, 1)))
    total = ListedRow(99, "Rekap", "", tuple(sum(r.figures[i] for r in rows) for i in (0, 1)))
    assert any(one.of is total for one in row_sums([*rows, total]))
    assert any(one.of is parent for one in row_sums([*rows[:first], parent, *rows[first:]]))


# ---- names that are not offices


def test_the_regency_s_own_row_is_no_kecamatan_also_where_it_is_no_sum():
    assert questions(KENDAL_SUMS, upon=KENDAL, month="2026-10") == [(5, "name_of_none")]
    for name in (
        "Kab. Kendal",
        "Pemkab Kendal",
        "Pemerintah Kabupaten Kendal",
        "KABUPATEN KENDAL",
        "Se-Kabupaten Kendal",
    ):
        text = DISTRICTS + f"Boja;21;8\n{name};90;30\n"
        assert questions(text, upon=KENDAL, month="2026-10") == [(3, "name_of_none")], name


def test_kendal_is_a_kecamatan_and_kota_kendal_is_not_the_regency():
    p = proposed(DISTRICTS + "Boja;21;8\nKendal;29;8\n", upon=KENDAL, month="2026-10")
    assert [u.code for u in p.units if u.has_own_figures] == ["33.24.07", "33.24.15"]
    assert not is_of_region("Kota Kendal", "Kabupaten Kendal")


def test_a_kecamatan_may_be_called_as_its_regency_unless_it_is_as_large_as_all_others():
    rows = "Mranggen;40;5\nKarangawen;35;0\nDemak;38;6\nSayung;20;2\n"
    assert totals(proposed(DISTRICTS + rows, region="Kabupaten Demak")) == (4, 133, 13)
    rows = "Mranggen;40;5\nKarangawen;35;0\nSayung;20;2\nDemak;96;7\n"
    assert questions(DISTRICTS + rows, region="Kabupaten Demak") == [(5, "name_of_none")]


@pytest.mark.parametrize("name", ["2023", "1.", "-", "(1)", "***"])
def test_a_name_without_a_letter_is_no_office(name):
    assert questions(DISTRICTS + f"Cempaka;22;5\nMelati;17;0\n{name};40;4\n") == [(4, "name_of_none")]


def test_an_answer_about_a_row_that_is_not_there_is_refused():
    (problem,) = problems_of(DISTRICTS + "Cempaka;22;5\n", answers={9: LEAVE_OUT})
    assert problem_text(problem, "id") == (
        "daftar.csv: baris 9 tidak ada dalam daftar. Isikan nomor baris seperti pada lembar kerja."
    )


# ---- headings among the rows


def test_a_row_without_figures_that_names_a_segment_heads_what_follows():
    text = (
        "No;Perangkat Daerah;Jumlah ASN;Peserta\nA;PERANGKAT DAERAH;;\n1;Dinas Sosial;20;5\n2;Dinas Kesehatan;30;10\n"
        ";Jumlah A;50;15\nB;KECAMATAN;;\n1;Cempaka;22;6\n2;Melati;17;0\n;Jumlah B;39;6\n;JUMLAH A + B;89;21\n"
    )
    p = proposed(text)
    assert totals(p, "opd") == (2, 50, 15) and totals(p, "kecamatan") == (2, 39, 6)


@pytest.mark.parametrize(
    "row, segment",
    [
        ("KECAMATAN", "kecamatan"),
        ("II. KECAMATAN", "kecamatan"),
        ("B Kantor Kecamatan", "kecamatan"),
        ("Organisasi Perangkat Daerah", "opd"),
        ("I. DINAS DAN BADAN", "opd"),
        ("C. UPTD, Sekolah, Puskesmas", "other"),
        ("ASN Lainnya", "other"),
        ("Kecamatan Boja", ""),
        ("Dinas A", ""),
        ("OPD dan Kecamatan", ""),
        ("Sekretariat Daerah", ""),
        ("", ""),
    ],
)
def test_only_the_words_of_one_segment_are_a_heading(row, segment):
    assert heading_segment(row) == segment


# ---- names and codes


REGIONS = st.lists(st.sampled_from("Bandung Barat Kendal Musi Banyuasin Timur Ogan Ilir Demak".split()), min_size=1, max_size=3, unique=True).map(" ".join)  # fmt: skip


@given(
    REGIONS,
    st.sampled_from(["Kabupaten", "Kota"]),
    st.sampled_from(["Dinas Kesehatan", "Sekretariat Daerah", "RSUD"]),
)
def test_an_office_named_with_its_regency_is_the_same_office(region, kind, office):
    whole = f"{kind} {region}"
    written = [
        f"{office} {whole}",
        f"{office} {kind.upper()} {region.upper()}",
        f"{office} ({whole})",
        f"{office} {region}",
    ]
    written += [f"{office} Kab. {region}"] if kind == "Kabupaten" else []
    assert {plain_name(name, whole) for name in written} == {plain_name(office, whole)}
    assert plain_name(f"Kecamatan {region}", whole) == plain_name(region, whole) != plain_name(office, whole)
    assert is_of_region(whole, whole) and not is_of_region(f"{office} {whole}", whole)


def test_brackets_tell_offices_apart():
    p = proposed("Nama OPD;ASN;Peserta\nDinas Kesehatan;79;0\nDinas Kesehatan (RSUD);210;12\n")
    assert totals(p) == (2, 289, 12)
    text = "Nama OPD;ASN;Peserta\nSekretariat Daerah (Bagian Umum);20;5\n"
    (problem,) = problems_of(text, upon=KENDAL, month="2026-10")
    assert (problem.code, problem.values["name"]) == ("nearly_known", "Sekretariat Daerah")
    kept, same = (
        proposed(text, upon=KENDAL, month="2026-10", answers=answered(problem, c)) for c in (KEEP, THE_OFFICE)
    )
    assert [u.name for u in kept.units if u.has_own_figures] == ["Sekretariat Daerah (Bagian Umum)"]
    assert [(u.name, u.code) for u in same.units if u.has_own_figures] == [("Sekretariat Daerah", "Setda")]


def test_a_name_one_letter_off_is_asked_about_and_one_parted_otherwise_is_known():
    rows = "Nama;Kelompok;ASN;Peserta\nRingin Arum;Kecamatan;20;5\nPagerruyung;Kecamatan;21;3\n"
    (problem,) = problems_of(rows, upon=KENDAL, month="2026-10")
    assert (problem.values["row"], problem.values["name"]) == (3, "Pageruyung")


@pytest.mark.parametrize(
    "name, office",
    [
        ("Sukareja", "Sukorejo"),
        ("Ceprng", "Cepiring"),
        ("Kaliwungu Sel.", "Kaliwungu Selatan"),
        ("Kec. Kaliw. Selatan", "Kaliwungu Selatan"),
        ("Dinas Pemberdayaan Masy. dan Desa", "Dinas Pemberdayaan Masyarakat dan Desa"),
        ("Bag. Umum Setda", "Bagian Umum Setda"),
    ],
)
def test_a_name_cut_short_or_a_kecamatan_spelt_otherwise_is_asked_about(name, office):
    segment = "OPD" if office[:3] in ("Din", "Bag") else "Kecamatan"
    rows = f"Nama;Kelompok;ASN;Peserta\n{name};{segment};20;5\n"
    (problem,) = problems_of(rows, upon=KENDAL, month="2026-10")
    assert (problem.code, problem.values["name"]) == ("nearly_known", office)


def test_a_name_unlike_any_office_is_not_asked_about():
    rows = "Nama;Kelompok;ASN;Peserta\nDinas Antariksa;OPD;20;5\nMijen;Kecamatan;20;5\n"
    named = [u.name for u in proposed(rows, upon=KENDAL, month="2026-10").units if u.has_own_figures]
    assert named == ["Dinas Antariksa", "Mijen"]


def test_a_sum_that_heads_what_follows_still_does_when_it_is_left_out():
    rows = (
        "No;Nama;ASN;Peserta\nI;PERANGKAT DAERAH;76;17\n1;Dinas Pasar;46;10\n2;Dinas Sosial;30;7\n"
        "II;KECAMATAN;39;6\n1;Boja;18;4\n2;Weleri;21;2\n"
    )
    assert questions(rows) == [(2, "name_of_none"), (5, "name_of_none")]
    left = proposed(rows, answers={2: LEAVE_OUT, 5: LEAVE_OUT})
    assert totals(left, "opd") == (2, 76, 17) and totals(left, "kecamatan") == (2, 39, 6)


def test_a_name_without_its_vowels_is_asked_about():
    (problem,) = problems_of(
        "Nama;Kelompok;ASN;Peserta\nKaliwungu Sltn;Kecamatan;20;5\n", upon=KENDAL, month="2026-10"
    )
    assert (problem.code, problem.values["name"]) == ("nearly_known", "Kaliwungu Selatan")


def test_a_name_one_letter_off_is_asked_about_also_where_nothing_says_its_segment():
    (problem,) = problems_of("Nama;ASN;Peserta\nWleri;30;10\n", upon=KENDAL, month="2026-10")
    assert (problem.code, problem.values["name"]) == ("nearly_known", "Weleri")
    same = proposed("Nama;ASN;Peserta\nWleri;30;10\n", upon=KENDAL, month="2026-10", answers={2: "33.24.12"})
    assert [(u.code, u.name) for u in same.units if u.has_own_figures] == [("33.24.12", "Weleri")]


def test_a_sum_without_a_segment_is_asked_about_and_not_called_a_unit_of_none():
    text = "Nama Unit Kerja;ASN;Peserta\nDinas Sosial;20;5\nDinas Pasar;30;10\nRekapitulasi;50;15\n"
    assert questions(text) == [(4, "sum_of_above")]


@pytest.mark.parametrize(
    "name",
    ["Dinas Kesehatan (Dinkes)", "Dinas Kesehatan Daerah (DINKES)", "Dinkes", "Dinas Kesehatan Kab. Kendal"],
)
def test_a_short_name_in_brackets_says_nothing_new(name):
    p = proposed(f"Nama OPD;ASN;Peserta\n{name};120;5\n", upon=KENDAL, month="2026-10")
    assert [u.code for u in p.units if u.has_own_figures] == ["Dinkes"]


def test_codes_without_dots_are_those_of_the_data_and_other_codes_change_none():
    p = proposed(
        "Kode;Kecamatan;ASN;Peserta\n332404;Patean;20;5\n3324070;Boja;25;4\n", upon=KENDAL, month="2026-10"
    )
    own = {u.name: u.code for u in p.units if u.has_own_figures}
    assert own["Patean"] == "33.24.04" and len(own) == 2


def test_a_code_with_the_name_of_another_office_is_asked_about():
    text = "Kode;Nama;ASN;Peserta\nOPD-01;Dinas Kebakaran;20;5\n"
    assert questions(text, upon=KENDAL, month="2026-10") == [(2, "code_of_other_name")]


def test_more_enrolled_than_asn_is_asked_about_once_for_all_rows():
    text = HEAD + "1;Dinas Sosial;20;25\n2;Dinas Pasar;30;3\n3;Dinas Tani;10;11\n"
    (problem,) = problems_of(text)
    assert problem.code == "more_than_asn" and problem.values["rows"] == (2, 4)
    assert totals(proposed(text, answers=answered(problem, KEEP))) == (3, 60, 39)


def test_rows_are_reported_in_spans():
    assert spans((2, 3, 4, 7, 9, 10)) == "2–4, 7, 9–10"


@pytest.mark.parametrize(
    "one, other, same",
    [
        ("Kabupaten Kendal", "Kab. Kendal", True),
        ("kabupaten kendal", "KENDAL", True),
        ("Kota Bandung", "Kabupaten Bandung", False),
        ("Kabupaten Bandung", "Kabupaten Bandung Barat", False),
    ],
)
def test_a_kota_is_not_the_kabupaten_of_that_name(one, other, same):
    assert is_same_region(one, other) == same


@pytest.mark.parametrize(("asn", "pledged"), [(10, 5), (200, 5), (60, 60)])
def test_pledges_of_units_not_listed_never_exceed_their_asn(asn, pledged):
    """Three OPD pledged 245 for 245 ASN.

    One of them listed with fewer pledges leaves the others more than their ASN.
    """
    text = f"Kode;Nama;Kelompok;ASN;Peserta;Bulan komitmen;Komitmen\nOPD-23;Dinas Uji;OPD;{asn};0;2025-11;{pledged}\n"
    p = proposed(text, upon=KENDAL, month="2025-10", answers={2: KEEP})
    others = [u for u in p.units if u.code in ("OPD-24", "OPD-25")]
    assert len(others) == 2 and all(u.pledge_workers <= u.asn for u in others)
