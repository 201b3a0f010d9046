"""A killed intake leaves nothing half-loaded, and command line and screen give the same messages."""

import shutil
from datetime import datetime

import pytest
from commands import as_process
from kills import left_by_kills
from spreadsheets import book

from simulator.errors import UserError
from simulator.intake.actuals_proposal import propose_actuals
from simulator.intake.baseline_proposal import Request, propose_baseline
from simulator.intake.facts import Receipt
from simulator.intake.spreadsheet import read_tables, read_text
from simulator.model.actuals import Record
from simulator.store.actuals_store import append_actuals, read_actuals
from simulator.store.baseline_files import read_baseline
from simulator.store.baseline_store import free_name, write_baseline
from simulator.store.places import BASELINES
from simulator.words.errors import problem_text
from simulator.words.intake import note_text

ONE_OFFICE = propose_baseline(
    [read_text("Nama OPD;ASN;Peserta\nDinas Sosial;1256;46\n", "x.csv")],
    Request("kendal-2025-10", "kendal-2025-08", "2025-10", totals={"opd": 600}),
    Receipt("x.csv", "", datetime(2026, 11, 22)),
    "id",
)


def take_in(folder):
    """Import a list and a month of actuals."""
    name = free_name("Kabupaten Kendal", "2025-10", folder)
    write_baseline(name, ONE_OFFICE.units, ONE_OFFICE.facts, BASELINES / "kendal-2025-08", folder)
    record = Record("2026-11-01T08:00:00", "", "a.csv", "2025-09", "", {"enrolled": 960})
    append_actuals("Kabupaten Kendal", [record], folder / "actuals")


def taken_in(folder):
    """The names of complete baselines, and the number of lines of the log."""
    names = [path.name for path in sorted(folder.iterdir()) if path.name[0] != "." and path.name != "actuals"]
    for name in names:
        assert read_baseline(folder / name).enrolled.sum() == 1001 and (folder / name / "tiles.csv").is_file()
    return names, len(read_actuals("Kabupaten Kendal", folder / "actuals").records)


def test_a_killed_intake_leaves_whole_data_or_none_and_the_next_one_works(tmp_path_factory):
    start, scratch = tmp_path_factory.mktemp("before"), tmp_path_factory.mktemp("killed")
    take_in(start)
    seen, broken_off = [], 0
    for left in left_by_kills(take_in, start, scratch):
        names, records = taken_in(left)
        seen.append((len(names), records))
        broken_off += len(list(left.glob(".new-*"))) + len(list((left / "actuals").glob(".*.tmp")))
        take_in(left)
        assert taken_in(left)[0][:-1] == names and taken_in(left)[1] == records + 1
    assert list(dict.fromkeys(seen)) == [(1, 1), (2, 1), (2, 2)]
    assert broken_off, "no kill came in the middle of an intake"


# ---- the same messages


def screen(act, lang):
    with pytest.raises(UserError) as error:
        act()
    return [problem_text(problem, lang) for problem in error.value.problems]


LISTS = [
    (
        "daftar.xlsx",
        book(
            [
                ["Nama", "Kelompok", "ASN", "Peserta"],
                ["Dinas Sosial", "OPD", "10,345", "n/a"],
                [" ", "OPD", 3, 1],
                ["Dinas B", "Dinass", 2.5, 4],
            ]
        ),
    ),
    ("daftar.csv", b"Nama;Kelompok;ASN;Peserta\nDinas A;OPD;1700;120\nDinas B;OPD;400;400\n"),
    ("daftar.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
    (
        "dua.xlsx",
        book([["Nama OPD", "ASN", "Peserta"], ["A", 5, 1]], [["Nama OPD", "ASN", "Peserta"], ["B", 5, 1]]),
    ),
    ("kosong.csv", b""),
]


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(("name", "data"), LISTS, ids=[name for name, _ in LISTS])
def test_a_list_is_refused_in_the_same_words_on_the_command_line_and_on_screen(refused, name, data, lang):
    request = Request(
        "kendal-2025-10", "kendal-2025-08", "2025-08"
    )  # the month of the totals, which then apply
    shown = screen(
        lambda: propose_baseline(read_tables(data, name), request, Receipt(name, "", datetime.now()), lang),
        lang,
    )
    assert refused(name, data, "--name", "kendal-2025-10", "--month", "2025-08", "--lang", lang) == shown


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_list_that_is_taken_is_reported_with_the_same_notes_on_the_command_line_and_on_screen(home, lang):
    data = b"Nama OPD;ASN;Peserta\nDinas A;300;300\n"
    (home / "baik.csv").write_bytes(data)
    proposal = propose_baseline(
        read_tables(data, "baik.csv"),
        Request("kendal-2025-10", "kendal-2025-08", "2025-10"),
        Receipt("baik.csv", "", datetime.now()),
        lang,
    )
    try:
        arguments = ("--name", "kendal-2025-10", "--month", "2025-10", "--lang", lang)
        done = as_process("intake", "baik.csv", *arguments, cwd=home)
    finally:
        shutil.rmtree(home / "data" / "baselines" / "kendal-2025-10", ignore_errors=True)
    assert done.returncode == 0 and done.stderr.decode().splitlines() == [
        note_text(note, lang) for note in proposal.notes
    ]
    assert {"total_moved", "total_stands", "deaths_stand", "rest_allocated"} <= {
        note.code for note in proposal.notes
    }


ACTUALS = [
    (
        "a.csv",
        b"Bulan;Unit;Peserta;Lunas\n2025-09;Jumlah;1,190;9\n2025-09;Dinas Antah;3;4\n2025-10;Jumlah;10345;10346\n",
    ),
    ("b.csv", b"Bulan;Unit;Peserta\n2025-09;Jumlah;tarik\n"),
    ("c.csv", b"Bulan;Unit;Peserta;Lunas\n2025-10;Jumlah;10345;10346\n"),
    ("d.csv", b"Unit;Sep 2025;Okt 2025\nDC-01;4;5\n"),
]


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(("name", "data"), ACTUALS, ids=[name for name, _ in ACTUALS])
def test_actuals_are_refused_in_the_same_words_on_the_command_line_and_on_screen(refused, name, data, lang):
    shown = screen(
        lambda: propose_actuals(read_tables(data, name), "contoh", Receipt(name, "", datetime.now()), lang),
        lang,
    )
    assert refused(name, data, "--name", "contoh", "--actuals", "--lang", lang) == shown


@pytest.mark.parametrize("option", ["--deaths", "--total-opd"])
def test_options_of_a_list_of_units_are_refused_with_actuals_also_where_they_are_none(refused, option):
    (line,) = refused("c.csv", ACTUALS[2][1], "--name", "contoh", "--actuals", option, "0")
    assert line.startswith(f"'{option}' bukan untuk realisasi.")


def test_numbers_in_messages_are_written_as_on_screen(refused):
    (line,) = refused("c.csv", ACTUALS[2][1], "--name", "contoh", "--actuals")
    assert "Oktober 2025: lunas 10.346, padahal peserta 10.345." in line
    assert (
        "October 2025: 10,346 paid up, while 10,345 are enrolled."
        in refused("c.csv", ACTUALS[2][1], "--name", "contoh", "--actuals", "--lang", "en")[0]
    )
