"""Reading monthly actuals from a file into the log: strictly, with visible corrections, all or nothing."""

import csv
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from commands import standing
from hypothesis import given
from hypothesis import strategies as st
from spreadsheets import book
from strategies import examples

from simulator.errors import UserError
from simulator.intake import actuals_proposal as actuals_intake
from simulator.intake.actuals_list import read_actuals_list
from simulator.intake.actuals_proposal import propose_actuals
from simulator.intake.facts import Receipt
from simulator.intake.known_units import KnownUnits
from simulator.intake.spreadsheet import read_tables, read_text
from simulator.model.actuals import FIGURES, TOTAL, Actuals, Record
from simulator.store import actuals_store
from simulator.store.actuals_store import COLUMNS, actuals_path, append_actuals, read_actuals
from simulator.store.baseline_files import read_baseline_named
from simulator.words.errors import problem_text
from simulator.words.intake import note_text

ROOT = Path(__file__).resolve().parents[1]
CONTOH = KnownUnits(read_baseline_named("contoh"))


def read(text, month=None, lang="id"):
    return read_actuals_list([read_text(text, "a.csv")], CONTOH, lang, None, month)


def refused(text, **settings):
    with pytest.raises(UserError) as error:
        read(text, **settings)
    assert all(problem_text(problem, lang) for problem in error.value.problems for lang in ("id", "en"))
    return [(p.code, p.where) for p in error.value.problems]


def record(month, unit, when="2026-11-01T08:00:00", **figures):
    return Record(when, "Ani", "a.csv", month, unit, figures)


# ---- a list


def test_a_row_a_month_and_unit_is_read_by_name_by_code_and_in_total():
    found = read(
        "Bulan;Unit;Kode;Peserta;Lunas;Meninggal;Iuran (Rp)\n"
        "2025-09;Dinas Contoh Pertanian;;1.096;90;1;Rp 1.612.800\nOkt 2025;;DC-02;158;;;\n2025-10;Jumlah;;2000;;;33600000\n2025-11;DC-03;;29;;;\n"
    )
    assert [(r.month, r.unit, r.figures) for r in found.rows] == [
        ("2025-09", "DC-01", {"enrolled": 1096, "paid_up": 90, "deaths": 1, "contributions_idr": 1612800}),
        ("2025-10", "DC-02", {"enrolled": 158}),
        ("2025-10", TOTAL, {"enrolled": 2000, "contributions_idr": 33600000}),
        ("2025-11", "DC-03", {"enrolled": 29}),
    ]


def test_a_spreadsheet_in_english_is_read_alike():
    rows = [
        ["Month", "Unit", "Enrolled", "Contributions"],
        [datetime(2025, 9, 1), "Total", 1200, 20160000],
        ["October 2025", "Total", "1,250", "Rp 21,000,000"],
    ]
    found = read_actuals_list(read_tables(book(rows), "a.xlsx"), CONTOH, "id", None, None)
    assert [(r.month, r.figures) for r in found.rows] == [
        ("2025-09", {"enrolled": 1200, "contributions_idr": 20160000}),
        ("2025-10", {"enrolled": 1250, "contributions_idr": 21000000}),
    ]


def test_a_month_named_outside_the_list_is_that_of_its_rows():
    assert read("Unit;Peserta\nJumlah;12\n", month="2026-01").rows[0].month == "2026-01"
    assert refused("Unit;Peserta\nJumlah;12\n") == [("no_month", "a.csv")]


def test_every_problem_of_every_row_is_reported_with_its_cell():
    assert refused(
        "Bulan;Unit;Peserta;Iuran\n2025-09;Dinas Antah;x;3\nbulan;DC-01;5;1,5\n2025-09;DC-02;1,256;-4\n;DC-03;3;\n"
    ) == [
        ("not_people", "C2"),
        ("unit_not_in_data", "B2"),
        ("not_rupiah", "D3"),
        ("unclear_month", "A3"),
        ("fraction_of_people", "C4"),
        ("not_rupiah", "D4"),
        ("row_without_month", "A5"),
    ]


def test_months_side_by_side_are_distinguished_from_a_list_nobody_can_read():
    assert refused("Unit;Sep 2025;Okt 2025\nDC-01;4;5\n") == [("wide_actuals", "a.csv")]
    assert refused("nama;alamat\nDC-01;Jl. A\n") == [("no_actual_headings", "a.csv")]


def test_a_month_and_unit_given_twice_is_asked_about():
    assert refused("Bulan;Unit;Peserta\n2025-09;DC-01;4\nSep 2025;Dinas Contoh Pertanian;5\n") == [
        ("actual_twice", "")
    ]


def test_a_unit_spelt_otherwise_is_refused_with_the_name_it_is_like():
    with pytest.raises(UserError) as error:
        proposed("Bulan;Unit;Peserta\n2025-09;Dinas Contoh Pertanyan;100\n2025-09;Dinas Antah;100\n")
    assert [p.code for p in error.value.problems] == ["unit_nearly_in_data", "unit_not_in_data"]
    assert "mirip dengan Dinas Contoh Pertanian" in problem_text(error.value.problems[0], "id")


def test_a_figure_is_withdrawn_by_the_word_in_its_cell():
    assert read("Bulan;Unit;Peserta;Lunas\n2025-09;DC-01;tarik;40\n").rows[0].figures == {
        "enrolled": None,
        "paid_up": 40,
    }
    assert read("Month;Unit;Enrolled\nSep 2025;Total;Withdrawn\n").rows[0].figures == {"enrolled": None}
    assert read("Bulan;Unit;Peserta\nSep 2025;;tarik\n").rows[0].figures == {"enrolled": None}  # no signature


@pytest.mark.parametrize("written", ["n/a", "N/A", "nihil", "tidak ada"])
def test_what_is_no_figure_is_refused_with_the_word_that_the_cell_may_stay_empty(written):
    with pytest.raises(UserError) as error:
        read(f"Bulan;Unit;Peserta;Iuran\n2025-09;DC-01;{written};{written}\n")
    assert [(p.code, p.where) for p in error.value.problems] == [("no_figure", "C2"), ("no_figure", "D2")]
    assert "Kosongkan sel" in problem_text(
        error.value.problems[0], "id"
    ) and "Leave the cell empty" in problem_text(error.value.problems[0], "en")


@pytest.mark.parametrize(
    "written", ["September;2025", "Sept;2025", "9;2025", "09;2025", "2025-09;2025", "Sep-25;2025"]
)
def test_year_and_month_in_two_columns_are_read_together(written):
    given = f"Bulan;Tahun;Unit;Peserta\n{written};DC-01;4\n"
    assert [(row.month, row.unit) for row in read(given).rows] == [("2025-09", "DC-01")]


def test_a_unit_in_a_column_no_heading_names_is_not_taken_for_the_whole_regency():
    given = "Bulan;Institusi;Peserta\n2025-09;Dinas Contoh Pertanian;4\n"
    assert refused(given) == [("no_unit_column", "a.csv")]
    assert read(given.replace("Dinas Contoh Pertanian", "")).rows[0].unit == TOTAL


def test_a_month_in_the_heading_is_that_of_every_row():
    given = "Unit;Peserta per September 2025;Iuran (Rp) Sep 2025\nDC-01;4;67.200\n"
    (row,) = read(given, month=None).rows
    assert (row.month, row.figures) == ("2025-09", {"enrolled": 4, "contributions_idr": 67_200})
    with pytest.raises(UserError) as error:
        read(given, month="2025-10")
    assert [p.code for p in error.value.problems] == ["several_months"]


@pytest.mark.parametrize("written", ["September;", "September;25", "September 2024;2025"])
def test_a_year_that_is_none_or_another_is_asked_about(written):
    with pytest.raises(UserError) as error:
        read(f"Bulan;Tahun;Unit;Peserta\n{written};DC-01;4\n")
    assert [(p.code, p.where) for p in error.value.problems] == [("unclear_month", "A2")]


def test_a_dash_is_none_and_the_cells_are_reported():
    found = read("Bulan;Unit;Peserta;Meninggal;Iuran\n2025-09;DC-01;4;-;Rp -\n")
    assert found.rows[0].figures == {"enrolled": 4, "deaths": 0, "contributions_idr": 0}
    assert [note_text(n, "id") for n in found.notes] == [
        "2 sel berisi tanda - atau “nihil” dibaca sebagai 0 (D2, E2)."
    ]


def test_the_word_total_in_the_column_of_codes_is_the_whole_regency_too():
    assert [
        (r.unit, r.figures)
        for r in read("Bulan;Kode;Peserta\n2025-09;Jumlah;960\n2025-10;Seluruh kabupaten;961\n").rows
    ] == [(TOTAL, {"enrolled": 960}), (TOTAL, {"enrolled": 961})]
    assert read("Bulan;Kode;Unit;Peserta\n2025-09;Jumlah;;960\n").rows[0].unit == TOTAL


# ---- a row that adds up

TWO = "Bulan;Unit;Peserta;Lunas\n2025-09;Dinas Contoh Pertanian;100;90\n2025-09;Dinas Contoh Pengairan;120;110\n"
EVERY = "Bulan;Unit;Peserta\n" + "".join(
    f"2025-09;{unit.code};5\n" for unit in read_baseline_named("contoh").units
)


def totals(text):
    found = read(text)
    return [r.figures for r in found.rows if r.unit == TOTAL], [
        (note.code, note.where) for note in found.notes
    ]


def test_a_total_that_is_the_sum_of_the_units_listed_is_not_the_regency_s_while_others_are_missing():
    assert totals(TWO + "2025-09;Total;220;200\n") == ([], [("total_of_listed", "")])
    (note,) = read(TWO + "2025-09;Total;220;200\n").notes
    assert note_text(note, "id").startswith(
        "Baris 4: baris ini jumlah 2 unit yang tercantum, bukan seluruh kabupaten (39 unit); dilewati"
    )
    assert totals(TWO + "2025-09;;220;200\n")[0] == totals(TWO + "2025-09;Jumlah;220;\n")[0] == []
    assert totals(TWO + "2025-10;Total;220;200\n") == (
        [{"enrolled": 220, "paid_up": 200}],
        [],
    )  # another month: no units are listed there


def test_a_total_beyond_the_sum_of_the_units_listed_is_the_regency_s_and_that_is_reported():
    kept, notes = totals(TWO + "2025-09;Total;960;900\n")
    assert kept == [{"enrolled": 960, "paid_up": 900}] and [code for code, _ in notes] == ["total_of_all"]


def test_whoever_writes_the_whole_regency_means_it():
    assert totals(TWO + "2025-09;Seluruh kabupaten;220;200\n") == ([{"enrolled": 220, "paid_up": 200}], [])


def test_subtotals_below_parts_of_a_list_are_no_total_of_the_regency():
    kept, notes = totals(
        TWO + "2025-09;Jumlah;220;200\n2025-09;KC-01;31;30\n2025-09;Jumlah;31;30\n2025-09;Total;251;230\n"
    )
    assert kept == [] and [code for code, _ in notes] == ["total_of_listed"] * 3
    assert refused(TWO + "2025-09;Jumlah OPD;220;200\n") == [("subtotal_row", "B4")]


def test_a_total_of_which_one_figure_adds_up_and_another_does_not_is_asked_about():
    assert refused(TWO + "2025-09;Total;220;201\n") == [("total_unclear", "D4")]


def test_below_every_unit_the_total_is_the_regency_s_and_must_match():
    assert totals(EVERY + "2025-09;Total;195\n") == ([{"enrolled": 195}], [])
    with pytest.raises(UserError) as error:
        proposed(EVERY + "2025-09;Total;196\n")
    assert [(p.code, p.where) for p in error.value.problems] == [("units_against_total", "C41")]


def test_a_formula_without_a_result_and_merged_cells_are_refused():
    assert refused("Bulan;Unit;Peserta\n2025-09;DC-01;=2+2\n") == [("formula_without_result", "C2")]
    rows = [["Bulan", "Unit", "Peserta"], ["2025-09", "DC-01", 3], ["2025-09", "DC-02", 3]]
    with pytest.raises(UserError) as error:
        read_actuals_list(
            read_tables(book(rows, change=lambda w: w.worksheets[0].merge_cells("A2:A3")), "a.xlsx"),
            CONTOH,
            "id",
            None,
            None,
        )
    assert "merged_cells" in [p.code for p in error.value.problems]


@given(st.text(max_size=300))
@examples(150)
def test_any_text_is_read_or_refused_in_words(text):
    try:
        assert read("Bulan;Unit;Peserta\n" + text).rows
    except UserError as error:
        assert error.problems
        assert all(problem_text(p, lang) for p in error.problems for lang in ("id", "en"))


# ---- the log


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["2025-09", "2025-10"]),
            st.sampled_from(["", "DC-01"]),
            st.dictionaries(st.sampled_from(FIGURES), st.integers(0, 10**8)),
        ),
        max_size=12,
    )
)
@examples(40)
def test_what_is_recorded_is_read_back_and_the_last_one_counts(tmp_path_factory, lines):
    folder = tmp_path_factory.mktemp("log")
    records = [record(month, unit, **figures) for month, unit, figures in lines]
    for one in records:
        append_actuals("Kabupaten Contoh", [one], folder)
    actuals = read_actuals("Kabupaten Contoh", folder)
    assert list(actuals.records) == records
    for month, unit, figure in {(m, u, f) for m, u, figures in lines for f in figures}:
        assert (
            actuals.of(month, unit, figure)
            == [figures[figure] for m, u, figures in lines if (m, u) == (month, unit) and figure in figures][
                -1
            ]
        )


def test_a_correction_stands_beside_what_it_corrects(tmp_path):
    append_actuals("Kabupaten Contoh", [record("2025-09", "DC-01", enrolled=90, deaths=1)], tmp_path)
    actuals = append_actuals(
        "Kabupaten Contoh", [record("2025-09", "DC-01", "2026-11-02T08:00:00", enrolled=92)], tmp_path
    )
    assert (actuals.of("2025-09", "DC-01", "enrolled"), actuals.of("2025-09", "DC-01", "deaths")) == (92, 1)
    assert [r.figures.get("enrolled") for r in actuals.records] == [90, 92]


def test_a_figure_withdrawn_counts_no_longer_and_stays_in_the_log(tmp_path):
    append_actuals("Kabupaten Contoh", [record("2025-09", "DC-01", enrolled=90, deaths=1)], tmp_path)
    actuals = append_actuals(
        "Kabupaten Contoh", [record("2025-09", "DC-01", "2026-11-02T08:00:00", enrolled=None)], tmp_path
    )
    assert (
        actuals.of("2025-09", "DC-01", "enrolled"),
        actuals.of("2025-09", "DC-01", "deaths"),
        actuals.months(),
    ) == (None, 1, ["2025-09"])
    assert [r.figures.get("enrolled", "") for r in read_actuals("Kabupaten Contoh", tmp_path).records] == [
        90,
        None,
    ]
    gone = append_actuals("Kabupaten Contoh", [record("2025-09", "DC-01", deaths=None)], tmp_path)
    assert gone.months() == [] and len(gone.records) == 3
    assert (
        append_actuals("Kabupaten Contoh", [record("2025-09", "DC-01", enrolled=91)], tmp_path).of(
            "2025-09", "DC-01", "enrolled"
        )
        == 91
    )


def test_a_log_that_is_no_longer_the_one_looked_at_is_not_added_to(tmp_path):
    seen = append_actuals("Kabupaten Contoh", [record("2025-09", "DC-01", enrolled=90)], tmp_path)
    append_actuals("Kabupaten Contoh", [record("2025-09", "DC-01", enrolled=91)], tmp_path, seen=seen)
    with pytest.raises(UserError) as error:
        append_actuals("Kabupaten Contoh", [record("2025-09", "DC-01", enrolled=92)], tmp_path, seen=seen)
    assert [p.code for p in error.value.problems] == ["actuals_moved"] and len(
        read_actuals("Kabupaten Contoh", tmp_path).records
    ) == 2


def test_a_log_somebody_broke_is_refused_with_every_place_and_not_written_to(tmp_path):
    path = actuals_path("Kabupaten Contoh", tmp_path)
    path.write_text(",".join(COLUMNS) + "\n2026-11-01,Ani,a.csv,2025-13,DC-01,-4,,,,,,,\n", encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(UserError) as error:
        append_actuals("Kabupaten Contoh", [record("2025-09", "DC-01", enrolled=90)], tmp_path)
    assert [p.code for p in error.value.problems] == [
        "bad_moment",
        "bad_month",
        "not_people",
    ] and path.read_bytes() == before


@pytest.mark.parametrize("moment", ["2026-02-30T25:00:00", "2026-02-30T08:00:00", "2026-11-01T08:60:00"])
def test_a_moment_that_there_is_not_is_refused_with_its_place(tmp_path, moment):
    path = actuals_path("Kabupaten Contoh", tmp_path)
    path.write_text(",".join(COLUMNS) + f"\n{moment},Ani,a.csv,2025-09,DC-01,4,,,,,,,\n", encoding="utf-8")
    with pytest.raises(UserError) as error:
        read_actuals("Kabupaten Contoh", tmp_path)
    found = [(p.code, p.where, p.found) for p in error.value.problems]
    assert found == [("bad_moment", f"{path.name}:2 recorded_at", moment)]


def test_a_disk_that_refuses_leaves_the_log_as_it_was(tmp_path, monkeypatch):
    append_actuals("Kabupaten Contoh", [record("2025-09", "DC-01", enrolled=90)], tmp_path)
    monkeypatch.setattr(
        actuals_store,
        "write_atomically",
        lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")),
    )
    with pytest.raises(UserError) as error:
        append_actuals("Kabupaten Contoh", [record("2025-10", "DC-01", enrolled=91)], tmp_path)
    assert (
        error.value.problems[0].code == "cannot_write"
        and len(read_actuals("Kabupaten Contoh", tmp_path).records) == 1
    )


# ---- together with what is known


def proposed(text, when=datetime(2026, 11, 22, 9, 5)):
    return propose_actuals([read_text(text, "a.csv")], "contoh", Receipt("a.csv", "Ani", when), "id")


@pytest.mark.parametrize(
    "text,code",
    [
        ("Bulan;Unit;Peserta;Lunas\n2025-09;DC-01;5;6\n", "paid_up_beyond_enrolled"),
        ("Bulan;Unit;Peserta\n2025-09;DC-01;5\n2025-09;Jumlah;4\n", "units_against_total"),
        ("Bulan;Unit;Peserta\n2025-09;DC-01;tarik\n", "nothing_to_withdraw"),
        ("Bulan;Unit;Peserta\n2026-12;DC-01;5\n", "month_ahead"),
        ("Bulan;Unit;Peserta\n2025-07;DC-01;5\n", "month_before_baseline"),
    ],
)
def test_what_cannot_be_true_is_refused(text, code):
    with pytest.raises(UserError) as error:
        proposed(text)
    assert [p.code for p in error.value.problems] == [code]
    assert all(problem_text(error.value.problems[0], lang) for lang in ("id", "en"))


def test_the_total_is_what_was_reported_else_the_sum_of_all_units():
    actuals = Actuals(
        [
            record("2025-09", "A", enrolled=3),
            record("2025-09", "B", enrolled=4),
            record("2025-10", "A", enrolled=3),
            record("2025-10", TOTAL, enrolled=9),
        ]
    )
    assert [actuals.total(m, ("A", "B"), "enrolled") for m in ("2025-09", "2025-10", "2025-11")] == [
        7,
        9,
        None,
    ]
    assert actuals.total("2025-09", ("A", "B", "C"), "enrolled") is None


@pytest.mark.parametrize(
    "text,codes",
    [
        ("Bulan;Unit;Peserta\n2025-09;DC-01;80000\n", ["beyond_asn"]),  # it has 214 ASN
        ("Bulan;Unit;Peserta\n2025-09;DC-01;2141\n", ["beyond_asn"]),
        ("Bulan;Unit;Peserta\n2025-09;Total;80000\n", ["beyond_asn"]),  # it has 4,795 ASN
        ("Bulan;Unit;Peserta\n2025-09;Total;999999\n", ["beyond_asn"]),
        ("Bulan;Unit;Peserta;Meninggal\n2025-09;DC-01;80;300\n", ["deaths_beyond_enrolled"]),
        ("Bulan;Unit;Peserta;Berhenti;Meninggal\n2025-09;Total;1256;5000;3000\n", ["deaths_beyond_enrolled"]),
        ("Bulan;Unit;Peserta;Berhenti\n2025-09;Total;1256;5000\n", ["gone_beyond_enrolled"]),
        ("Bulan;Unit;Peserta;Masuk\n2025-09;DC-01;80;81\n", ["joined_beyond_enrolled"]),
        ("Bulan;Unit;Peserta;Iuran\n2025-09;DC-01;80;-1\n", ["not_rupiah"]),
    ],
)
def test_what_cannot_be_is_refused_with_its_cell(text, codes):
    with pytest.raises(UserError) as error:
        proposed(text)
    assert [p.code for p in error.value.problems] == codes and all(
        "row" in p.values for p in error.value.problems
    )
    for lang in ("id", "en"):
        assert all(problem_text(p, lang) for p in error.value.problems)


@pytest.mark.parametrize(
    "text",
    [
        "Bulan;Unit;Peserta\n2025-09;DC-01;2140\n",
        "Bulan;Unit;Peserta;Meninggal\n2025-09;DC-01;0;96\n",
        "Bulan;Unit;Peserta;Masuk;Berhenti\n2025-09;DC-01;80;81;96\n",
        "Bulan;Unit;Peserta\n2025-09;KC-05;480\n",
    ],
)
def test_what_just_can_be_is_taken(text):
    assert proposed(text).records


def test_a_leap_against_the_month_before_is_taken_with_a_loud_note_and_a_smaller_change_without():
    (doubt,) = proposed("Bulan;Unit;Peserta\n2025-09;DC-01;481\n").doubts  # 96 in the data
    assert note_text(doubt, "id") == (
        "Baris 2, kolom Peserta (C2): Dinas Contoh Pertanian, September 2025, Peserta: 481, padahal Agustus 2025 96."
        " Berubah lebih dari 5 kali lipat; periksa sebelum mencatat."
    )
    assert proposed("Bulan;Unit;Peserta\n2025-09;DC-01;480\n").doubts == () and [
        d.code for d in proposed("Bulan;Unit;Peserta\n2025-09;DC-01;19\n").doubts
    ] == ["leap"]
    assert proposed("Bulan;Unit;Peserta\n2025-09;DC-15;76\n").doubts == ()  # from none to the pledge
    (more,) = proposed(
        "Bulan;Unit;Berhenti\n2025-11;DC-01;97\n"
    ).doubts  # nothing is recorded for the three months before
    assert (
        more.code == "gone_beyond_known" and more in proposed("Bulan;Unit;Berhenti\n2025-11;DC-01;97\n").notes
    )


def test_money_a_thousand_times_too_much_is_reported_and_that_of_a_few_workers_is_not(monkeypatch):
    log = [
        record("2025-09", "DC-01", contributions_idr=1_612_800),
        record("2025-09", "KC-04", contributions_idr=67_200),
    ]
    monkeypatch.setattr(actuals_intake, "read_actuals", lambda region: Actuals(log))
    found = proposed("Bulan;Unit;Iuran\n2025-10;DC-01;1612800000\n2025-10;KC-04;0\n").doubts
    assert [(doubt.code, doubt.where) for doubt in found] == [("leap", "C2")]


def test_a_contradiction_names_the_cell_and_the_office():
    with pytest.raises(UserError) as error:
        proposed("Bulan;Kode;Peserta;Lunas\n2025-09;DC-02;158;158\n2025-09;DC-01;82;83\n")
    assert [problem_text(p, "id") for p in error.value.problems] == [
        "Baris 3, kolom Lunas (D3): Dinas Contoh Pertanian, September 2025: lunas 83, padahal peserta 82. Lunas paling banyak sama dengan peserta."
    ]


def test_figures_recorded_before_are_not_recorded_again(monkeypatch, tmp_path):
    log = [record("2025-09", "DC-01", enrolled=90, deaths=1)]
    monkeypatch.setattr(actuals_intake, "read_actuals", lambda region: Actuals(log))
    some = proposed("Bulan;Unit;Peserta;Meninggal\n2025-09;DC-01;92;1\n")
    assert [r.figures for r in some.records] == [{"enrolled": 92}] and [n.code for n in some.notes] == [
        "figures_known"
    ]
    same = proposed("Bulan;Unit;Peserta;Meninggal\n2025-09;DC-01;90;1\n")
    assert same.records == () and [n.code for n in same.notes] == ["nothing_new"]
    monkeypatch.setattr(
        actuals_intake, "append_actuals", lambda *_, **__: pytest.fail("nothing is to be written")
    )
    assert actuals_intake.confirm_actuals(same) is same.known


# ---- the command line, as a process


@pytest.fixture
def run(home):
    """A function (text, *arguments) -> the `intake` command run on that text, with its output as text."""
    with standing(home) as command:

        def taken(text, *arguments):
            (home / "a.csv").write_text(text, encoding="utf-8")
            done = command("intake", "a.csv", *arguments)
            done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()
            return done

        yield taken


def test_the_command_line_records_and_a_problem_changes_nothing(home, run):
    log = home / "data" / "actuals" / "kabupaten-contoh.csv"
    done = run("Bulan;Unit;Peserta\n2025-09;Jumlah;960\n", "--name", "contoh", "--actuals", "--by", "Ani")
    assert done.returncode == 0 and "September 2025" in done.stdout, done.stderr
    with open(log, encoding="utf-8") as file:
        (row,) = csv.DictReader(file)
    assert (row["by"], row["file"], row["month"], row["unit"], row["enrolled"], row["deaths"]) == (
        "Ani",
        "a.csv",
        "2025-09",
        "",
        "960",
        "",
    )
    before = log.read_bytes()
    for text, arguments in (
        ("Bulan;Unit;Peserta\n2025-10;Jumlah;970\n2025-10;Antah;1\n", ()),
        ("Bulan;Unit;Peserta\n2025-09;DC-01;961\n", ()),
        ("Bulan;Unit;Peserta\n2025-10;Jumlah;970\n", ("--total-opd", "5")),
    ):
        done = run(text, "--name", "contoh", "--actuals", *arguments)
        assert (
            (done.returncode, done.stdout) == (2, "") and done.stderr.strip() and log.read_bytes() == before
        )
    assert (
        run("Bulan;Unit;Peserta\n2025-09;Jumlah;962\n", "--name", "contoh", "--actuals").stdout.count(
            "1 angka lama"
        )
        == 1
    )
    before = log.read_bytes()
    again = run("Bulan;Unit;Peserta\n2025-09;Jumlah;962\n", "--name", "contoh", "--actuals")
    assert (
        (again.returncode, again.stdout) == (0, "")
        and "Tidak ada yang berubah" in again.stderr
        and log.read_bytes() == before
    )
    doubtful = "Bulan;Unit;Masuk;Iuran\n2025-09;Jumlah;3;1000000\n"
    done = run(doubtful, "--name", "contoh", "--actuals")
    assert (done.returncode, done.stdout) == (2, "") and log.read_bytes() == before
    assert "padahal 962 pekerja × 16.800" in done.stderr and "--keep 2" in done.stderr
    kept = run(doubtful, "--name", "contoh", "--actuals", "--keep", "2")
    assert kept.returncode == 0 and "1000000" in log.read_text(encoding="utf-8")
    partial = run(
        "Bulan;Unit;Peserta\n2025-10;Dinas Contoh Pertanian;100\n2025-10;Dinas Contoh Pengairan;120\n2025-10;Total;220\n",
        "--name",
        "contoh",
        "--actuals",
    )
    assert partial.returncode == 0 and "bukan seluruh kabupaten (39 unit)" in partial.stderr
    with open(log, encoding="utf-8") as file:
        assert [row["unit"] for row in csv.DictReader(file) if row["month"] == "2025-10"] == [
            "DC-01",
            "DC-02",
        ]
    assert sorted(p.name for p in log.parent.iterdir() if not p.name.startswith(".")) == [
        "kabupaten-contoh.csv"
    ]


def test_of_several_command_lines_at_once_each_that_says_it_recorded_has(home):
    (home / "data" / "actuals" / "kabupaten-contoh.csv").unlink(missing_ok=True)
    for n in range(4):
        (home / f"{n}.csv").write_text(
            f"Bulan;Unit;Peserta\n2026-0{n + 1};Jumlah;{960 + n}\n", encoding="utf-8"
        )
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "simulator", "intake", f"{n}.csv", "--name", "contoh", "--actuals"],
            cwd=home,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        for n in range(4)
    ]
    ended = [(process.communicate(timeout=600), process.returncode) for process in running]
    with open(home / "data" / "actuals" / "kabupaten-contoh.csv", encoding="utf-8") as file:
        kept = [row["file"] for row in csv.DictReader(file)]
    assert sorted(kept) == [f"{n}.csv" for n, (_, code) in enumerate(ended) if code == 0] and kept
    assert all(code in (0, 2) and (code == 0) == (texts[1] == "") for texts, code in ended)
    assert all("berubah sejak ditinjau" in texts[1] for texts, code in ended if code == 2)


ONE_LINE_AFTER_ANOTHER = """
import sys
from pathlib import Path
from simulator.store.actuals_store import append_actuals
from simulator.model.actuals import Record
for n in range(15):
    append_actuals("Kabupaten Contoh", [Record("2026-11-01T08:00:00", sys.argv[2], "a.csv", "2026-01", "", {"enrolled": n})], Path(sys.argv[1]))
"""


def test_no_line_is_lost_when_processes_add_to_the_log_at_once(tmp_path):
    running = [
        subprocess.Popen(
            [sys.executable, "-c", ONE_LINE_AFTER_ANOTHER, str(tmp_path), who],
            cwd=ROOT,
            stderr=subprocess.PIPE,
        )
        for who in "ABC"
    ]
    assert [(process.communicate(timeout=600)[1], process.returncode) for process in running] == [
        (b"", 0)
    ] * 3
    records = read_actuals("Kabupaten Contoh", tmp_path).records
    assert len(records) == 45 and all(
        [r.figures["enrolled"] for r in records if r.by == who] == list(range(15)) for who in "ABC"
    )


def test_who_dies_while_holding_the_log_keeps_nobody_out(tmp_path):
    holding = "import sys\nfrom pathlib import Path\nfrom simulator.store.places import alone\nwith alone(Path(sys.argv[1])):\n    print('held', flush=True)\n    sys.stdin.read()"
    lock = tmp_path / ".kabupaten-contoh.lock"
    with subprocess.Popen(
        [sys.executable, "-c", holding, str(lock)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout.readline().strip() == b"held"
        process.kill()
    assert (
        len(append_actuals("Kabupaten Contoh", [record("2025-09", "DC-01", enrolled=90)], tmp_path).records)
        == 1
    )
