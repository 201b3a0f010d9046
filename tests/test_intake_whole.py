"""An intake that is killed leaves nothing half-loaded, and the command line says what the screen says."""

import random
import shutil
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest
from spreadsheets import book

from simulator.errors import UserError
from simulator.intake.actuals_proposal import propose_actuals
from simulator.intake.new_facts import Origin
from simulator.intake.proposal import Request, propose
from simulator.intake.spreadsheet import read_tables
from simulator.store.actuals_store import read_actuals
from simulator.store.baseline_files import BASELINES, read_baseline
from simulator.words.errors import problem_text
from simulator.words.intake import note_text

ROOT = Path(__file__).resolve().parents[1]
TAKING_IN = """
import itertools, sys
from datetime import datetime
from pathlib import Path
from simulator.store.actuals_store import append_actuals
from simulator.store.baseline_files import BASELINES
from simulator.store.baseline_store import free_name, write_baseline
from simulator.intake.spreadsheet import read_text
from simulator.model.actuals import Record
from simulator.intake.proposal import Request, propose
from simulator.intake.new_facts import Origin
folder = Path(sys.argv[1])
table = read_text("Nama OPD;ASN;Peserta\\nDinas Sosial;1256;46\\n", "x.csv")
proposal = propose([table], Request("kendal-2025-10", "kendal-2025-08", "2025-10", totals={"opd": 600}), Origin("x.csv", "", datetime(2026, 11, 22)), "id")
for n in itertools.count():
    write_baseline(free_name("Kabupaten Kendal", "2025-10", folder), proposal.units, proposal.facts, BASELINES / "kendal-2025-08", folder)
    append_actuals("Kabupaten Kendal", [Record("2026-11-01T08:00:00", "", "a.csv", "2025-09", "", {"enrolled": n})], folder / "actuals")
    print("taken", flush=True)
"""


def test_a_killed_intake_leaves_whole_data_or_none_and_the_next_one_works(tmp_path):
    chance, broken_off, recorded = random.Random(11), 0, 0
    for _ in range(8):
        taking = subprocess.Popen(
            [sys.executable, "-c", TAKING_IN, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE
        )
        try:
            assert (
                taking.stdout.readline().strip() == b"taken"
            )  # it is in the middle of its loop from here on
            time.sleep(chance.uniform(0, 0.04))
        finally:
            taking.kill()
            taking.wait()
            taking.stdout.close()
        seen = [
            folder
            for folder in tmp_path.iterdir()
            if not folder.name.startswith(".") and folder.name != "actuals"
        ]
        assert seen and all(
            read_baseline(folder).enrolled.sum() == 1001 and (folder / "tiles.csv").is_file()
            for folder in seen
        )
        records = len(read_actuals("Kabupaten Kendal", tmp_path / "actuals").records)
        assert records > recorded, "nothing that was recorded before is lost"
        recorded = records
        broken_off += len(list(tmp_path.glob(".new-*"))) + len(list((tmp_path / "actuals").glob(".*.tmp")))
    assert broken_off, "no kill came in the middle of an intake: the test has shown nothing"


# ---- the same messages


def command(home, name, data, *arguments):
    (home / name).write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-m", "simulator", "intake", name, *arguments],
        cwd=home,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (2, "")
    return done.stderr.splitlines()


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
def test_a_list_is_refused_in_the_same_words_on_the_command_line_and_on_screen(home, name, data, lang):
    request = Request(
        "kendal-2025-10", "kendal-2025-08", "2025-08"
    )  # the month of the totals, which bind then
    told = screen(
        lambda: propose(read_tables(data, name), request, Origin(name, "", datetime.now()), lang), lang
    )
    assert command(home, name, data, "--name", "kendal-2025-10", "--month", "2025-08", "--lang", lang) == told
    assert (
        not (home / "data" / "baselines" / "kendal-2025-10").exists()
        and (BASELINES / "kendal-2025-08").is_dir()
    )


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_list_that_is_taken_is_told_with_the_same_notes_on_the_command_line_and_on_screen(home, lang):
    data = b"Nama OPD;ASN;Peserta\nDinas A;300;300\n"
    (home / "baik.csv").write_bytes(data)
    proposal = propose(
        read_tables(data, "baik.csv"),
        Request("kendal-2025-10", "kendal-2025-08", "2025-10"),
        Origin("baik.csv", "", datetime.now()),
        lang,
    )
    try:
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "simulator",
                "intake",
                "baik.csv",
                "--name",
                "kendal-2025-10",
                "--month",
                "2025-10",
                "--lang",
                lang,
            ],
            cwd=home,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
        )
    finally:
        shutil.rmtree(home / "data" / "baselines" / "kendal-2025-10", ignore_errors=True)
    assert done.returncode == 0 and done.stderr.splitlines() == [
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
def test_actuals_are_refused_in_the_same_words_on_the_command_line_and_on_screen(home, name, data, lang):
    told = screen(
        lambda: propose_actuals(read_tables(data, name), "contoh", Origin(name, "", datetime.now()), lang),
        lang,
    )
    assert command(home, name, data, "--name", "contoh", "--actuals", "--lang", lang) == told
    assert not (home / "data" / "actuals").exists()


def test_numbers_in_messages_are_written_as_on_screen(home):
    (line,) = command(home, "c.csv", ACTUALS[2][1], "--name", "contoh", "--actuals")
    assert "Oktober 2025: lunas 10.346, padahal peserta 10.345." in line
    assert (
        "October 2025: 10,346 paid up, while 10,345 are enrolled."
        in command(home, "c.csv", ACTUALS[2][1], "--name", "contoh", "--actuals", "--lang", "en")[0]
    )
