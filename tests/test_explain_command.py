"""`python -m simulator explain A.json B.json`: the difference and its parts as JSON, or one clear line per error."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.__main__ import main
from simulator.model.metrics import METRICS
from simulator.planning.by_unit import BY_UNIT
from simulator.store.places import SCENARIOS

A, B = SCENARIOS / "komitmen-september.json", SCENARIOS / "semua-100-persen.json"
ROOT = Path(__file__).parent.parent


def explained(capsys, a=A, b=B, metric="enrolled", month="2026-12", *more):
    assert main(["explain", str(a), str(b), "--metric", metric, "--month", month, *more]) == 0
    output = capsys.readouterr()
    assert output.err == ""
    return json.loads(output.out)


def refused(capsys, *arguments):
    """The lines on standard error of a command that ends with 2 and prints nothing."""
    try:
        code = main(["explain", *map(str, arguments)])
    except SystemExit as end:
        code = end.code
    output = capsys.readouterr()
    assert (code, output.out) == (2, "")
    return output.err.splitlines()


@pytest.mark.parametrize("metric", METRICS)
def test_parts_add_up_to_the_total(capsys, metric):
    answer = explained(capsys, metric=metric)
    assert sum(part["value"] for part in answer["parts"]) == pytest.approx(
        answer["total"], rel=1e-9, abs=1e-9
    )
    assert answer["total"] == answer["after"] - answer["before"]
    for split in (list(answer["by_segment"].values()), [row["value"] for row in answer["by_row"]]):
        assert (metric not in BY_UNIT and split == []) or sum(split) == pytest.approx(
            answer["total"], rel=1e-9, abs=1e-9
        )


def test_it_runs_as_a_process_of_its_own_and_says_it_in_both_languages(capsys):
    result = subprocess.run(
        [sys.executable, "-m", "simulator", "explain", A, B, "--metric", "enrolled", "--month", "2026-12"],
        cwd=ROOT,
        capture_output=True,
        timeout=600,
    )
    assert (result.returncode, result.stderr) == (0, b"")
    answer = json.loads(result.stdout)
    assert answer == explained(capsys)
    assert [part["settings"] for part in answer["parts"]][:1] == [["participation.opd.target_share"]]
    assert answer["sentence"].startswith("Desember 2026, Peserta: 1.256 menurut “Komitmen September”")
    assert explained(capsys, A, B, "enrolled", "2026-12", "--lang", "en")["sentence"].startswith(
        "December 2026, Enrolled: 1,256 under “Komitmen September”"
    )


def test_other_data_are_a_part(capsys, tmp_path):
    other = tmp_path / "other.json"
    other.write_text(
        A.read_text(encoding="utf-8").replace('"kendal-2025-08"', '"kendal-2025-08-38"'), encoding="utf-8"
    )
    answer = explained(capsys, A, other)
    assert [part["settings"] for part in answer["parts"]] == [["baseline"]] and answer["by_row"] == []


def test_every_fault_of_the_question_is_reported_at_once(capsys):
    lines = refused(capsys, A, B, "--metric", "people", "--month", "soon")
    assert [line.split(":")[0] for line in lines] == ["--metric", "--month"] and "claims_ratio" in lines[0]


@pytest.mark.parametrize("month", ["2025-07", "2027-09"])
def test_a_month_not_in_both_names_the_months_that_are(capsys, month):
    (line,) = refused(capsys, A, B, "--metric", "enrolled", "--month", month, "--lang", "en")
    assert line == f"--month: '{month}' is outside the projection. Give 2025-08 to 2027-08."


def test_files_that_cannot_be_read_are_named(capsys, tmp_path):
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    lines = refused(capsys, broken, tmp_path / "none.json", "--metric", "enrolled", "--month", "2026-12")
    assert (
        len(lines) == 2
        and lines[0].startswith(str(broken))
        and lines[1].startswith(str(tmp_path / "none.json"))
    )


@pytest.mark.parametrize("files", [[], [A], [A, B, A]])
def test_two_scenarios_are_asked_for(capsys, files):
    (line,) = refused(capsys, *files, "--metric", "enrolled", "--month", "2026-12")
    assert line.startswith("simulator: ")
