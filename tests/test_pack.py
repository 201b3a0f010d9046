"""`pack` writes every hand-out, or none and gives the reason."""

import io
import os
import subprocess
import sys

import openpyxl
import pytest
import rendered
from decks import titles
from handout_cases import SCENARIOS, on_one_line

from simulator.__main__ import main
from simulator.commands import pack
from simulator.handouts.files import HAND_OUTS, HandOut

PLEDGES, TWENTY = (
    str(SCENARIOS / f"{name}.json") for name in ("komitmen-september", "dua-puluh-persen-2026")
)
FILES = sorted(file.ending for file in HAND_OUTS.values())


def written(folder) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


@pytest.mark.parametrize(
    "lang, enrolled, title",
    [("id", "1.256", "6 hal diminta dari rapat ini"), ("en", "1,256", "Points asked of this meeting: 6")],
)
def test_a_pack_is_files_that_their_readers_open(tmp_path, capsys, lang, enrolled, title):
    out = tmp_path / "new" / "folder"
    assert main(["pack", PLEDGES, TWENTY, "--out", str(out), "--lang", lang]) == 0
    assert capsys.readouterr() == ("", "") and written(out) == FILES
    made = {"data.xlsx", "notulen.docx", "notulen.pdf", "rakor.pptx", "ringkasan.pdf", "unit.pdf"}
    assert made <= set(FILES)
    assert any(found.startswith(title) for found in titles((out / "rakor.pptx").read_bytes()))
    brief, units = (rendered.pages((out / f"{name}.pdf").read_bytes()) for name in ("ringkasan", "unit"))
    assert (
        len(brief) == 1 and enrolled in brief[0].text and len(units) == 9
    )  # as many as rows in the units' table
    assert len(openpyxl.load_workbook(io.BytesIO((out / "data.xlsx").read_bytes())).sheetnames) > 3


def test_what_is_typed_of_the_meeting_and_of_whom_to_ask_stands_in_minutes_and_sheets(tmp_path, capsys):
    texts = ["--meeting", "Rakor Monev IV", "--place", "Aula Setda", "--day", "2026-12-01"]
    texts += ["--contact", "Bu Sari, 0294-381000", "--deadline", "2026-12-15", "--unit", "opd-partial"]
    assert main(["pack", TWENTY, "--out", str(tmp_path), *texts]) == 0
    assert capsys.readouterr() == ("", "") and written(tmp_path) == sorted([*FILES, "unit-opd-partial.pdf"])
    minutes, units, alone = (
        [on_one_line(page) for page in rendered.pages((tmp_path / f"{name}.pdf").read_bytes())]
        for name in ("notulen", "unit", "unit-opd-partial")
    )
    assert "Rapat Rakor Monev IV Tanggal 1 Desember 2026 Tempat Aula Setda" in minutes[0]
    assert len(alone) == 1 and alone[0] in units
    assert all("Bu Sari, 0294-381000" in page and "15 Desember 2026" in page for page in units)


@pytest.mark.parametrize(
    ("option", "value", "expected"),
    [
        ("--day", "1.12.2026", "'1.12.2026' bukan tanggal"),
        ("--day", "1500-01-01", "'1500-01-01' bukan tanggal"),
        ("--deadline", "20250930", "'20250930' bukan tanggal"),
        ("--day", "2025-W40-2", "'2025-W40-2' bukan tanggal"),
        ("--unit", "X9", "unit 'X9' tidak ada pada data dasar"),
        ("--unit", "OPD-23", "dihitung dalam kelompok opd-pledged"),
    ],
)
def test_no_such_day_or_sheet_is_reported_and_nothing_written(tmp_path, capsys, option, value, expected):
    assert main(["pack", TWENTY, "--out", str(tmp_path), option, value]) == 2
    assert expected in capsys.readouterr().err and written(tmp_path) == []


@pytest.fixture
def soon_made(monkeypatch):
    """Make every file three letters long, where only the writing of files is tested."""
    monkeypatch.setattr(HandOut, "made", lambda *_, **__: b"new")


def test_each_scenario_of_a_pack_has_what_was_recorded_of_its_own_regency(tmp_path, monkeypatch):
    made = []
    monkeypatch.setattr(HandOut, "made", lambda of, contexts, *_, **__: made.append(contexts) or b"new")
    monkeypatch.setattr(pack, "read_actuals", lambda region: region)
    assert main(["pack", TWENTY, str(SCENARIOS / "contoh.json"), "--out", str(tmp_path)]) == 0
    assert {tuple(c.actuals for c in contexts) for contexts in made} == {
        ("Kabupaten Kendal", "Kabupaten Contoh")
    }


def test_a_file_that_cannot_be_replaced_leaves_all_as_they_were(tmp_path, capsys, soon_made):
    others = [name for name in FILES if name != "unit.pdf"]
    for name in others:
        (tmp_path / name).write_text("old")
    (tmp_path / "unit.pdf").mkdir()
    assert main(["pack", PLEDGES, "--out", str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err
    assert written(tmp_path) == FILES and all((tmp_path / name).read_text() == "old" for name in others)


def test_a_file_that_another_program_holds_open_leaves_all_as_they_were(tmp_path, monkeypatch, soon_made):
    (tmp_path / "rakor.pptx").write_text("old")
    replace = os.replace

    def refused(source, target):
        if os.path.basename(target) == "data.xlsx":
            raise PermissionError(13, "in use")
        replace(source, target)

    monkeypatch.setattr(os, "replace", refused)
    assert main(["pack", PLEDGES, "--out", str(tmp_path)]) == 2
    assert written(tmp_path) == ["rakor.pptx"] and (tmp_path / "rakor.pptx").read_text() == "old"


@pytest.mark.parametrize(
    "arguments, expected",
    [
        ([PLEDGES], "--out"),
        ([PLEDGES] * 7 + ["--out", "x"], "7 skenario terlalu banyak untuk satu paket. Paling banyak 6."),
        (
            [PLEDGES, TWENTY, PLEDGES, "--out", "x"],
            "komitmen-september.json ditulis dua kali; tulis setiap berkas skenario sekali.",
        ),
        (
            [
                PLEDGES,
                str(SCENARIOS / ".." / "scenarios" / "komitmen-september.json"),
                "--out",
                "x",
                "--lang=en",
            ],
            "komitmen-september.json is named twice; name each scenario file once.",
        ),
        (["a.json", "a.json", "--out", "x"], "a.json ditulis dua kali"),  # a path is kept exactly
        ([PLEDGES, "missing.json", "--out", "x"], "missing.json"),
        (
            [PLEDGES] * 7 + ["--out", "x", "--lang=en"],
            "7 scenarios are too many for one pack. At most 6 are allowed.",
        ),
    ],
)
def test_what_cannot_be_packed_is_reported_in_a_line_and_writes_nothing(
    tmp_path, capsys, monkeypatch, arguments, expected
):
    monkeypatch.chdir(tmp_path)
    try:
        code = main(["pack", *arguments])
    except SystemExit as end:
        code = end.code
    output = capsys.readouterr()
    assert (
        code == 2
        and output.out == ""
        and expected in output.err
        and len(output.err.splitlines()) == 1
        and written(tmp_path) == []
    )


CHECKED = "import sys; from simulator.__main__ import main; main(['check', sys.argv[1]]); print(*sys.modules)"


def test_the_other_commands_do_not_wait_for_the_libraries_of_the_hand_outs():
    loaded = subprocess.run(
        [sys.executable, "-c", CHECKED, str(SCENARIOS / "contoh.json")],
        capture_output=True,
        check=True,
        cwd=SCENARIOS.parent,
    )
    assert "simulator.commands.check" in loaded.stdout.decode().split()
    assert not {"docx", "fontTools", "fpdf", "pptx", "xlsxwriter"} & set(loaded.stdout.decode().split())
