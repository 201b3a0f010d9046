"""The command line: `python -m simulator run`, `check` and `seek` (docs/model.md, section 8).

A few calls are separate processes.
"""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from commands import as_process, simulator
from regency import GOLDEN
from results import assert_close

from simulator.__main__ import main
from simulator.model.metrics import COLUMNS
from simulator.store.baseline_files import read_baseline_named
from simulator.store.places import BASELINES, SCENARIOS

ROOT = Path(__file__).parent.parent
REFERENCES = sorted((GOLDEN / "reference").glob("*.json"))
SHIPPED = sorted((GOLDEN / "shipped").glob("*.csv"))
PLEDGES = SCENARIOS / "komitmen-september.json"


def problems_printed(result, code=2):
    """The lines on standard error of a command that ended with `code` and printed nothing.

    Never a traceback.
    """
    assert result.returncode == code and result.stdout == b""
    lines = result.stderr.decode().splitlines()
    assert lines and not any("Traceback" in line or line.startswith(" ") for line in lines)
    return lines


def table(text):
    """A CSV as rows of dicts."""
    return list(csv.DictReader(io.StringIO(text)))


def assert_same_table(found, expected):
    """Two results agree: months and columns exactly, numbers as docs/model.md says."""
    found, expected = table(found), table(expected)
    assert [row["month"] for row in found] == [row["month"] for row in expected]
    assert list(found[0]) == list(expected[0]) == ["month", *COLUMNS]
    for name in COLUMNS:
        assert_close([float(row[name]) for row in found], [float(row[name]) for row in expected], name)


@pytest.fixture
def broken(tmp_path):
    """A scenario file with two problems."""
    content = json.loads(PLEDGES.read_text(encoding="utf-8"))
    content["horizon_months"] = 0
    content["target"]["month"] = "soon"
    path = tmp_path / "broken.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


# run


def test_the_references_are_met_and_written_one_file_each(tmp_path):
    result = simulator("run", *REFERENCES, "--out", tmp_path / "new" / "folder")
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")
    written = sorted((tmp_path / "new" / "folder").iterdir())
    assert [p.name for p in written] == [f"{p.stem}.csv" for p in REFERENCES] and len(written) == 7
    for path in written:
        assert_same_table(path.read_text(), (GOLDEN / "reference" / path.name).read_text())


def test_the_shipped_scenarios_give_what_they_gave(tmp_path):
    assert len(SHIPPED) == 10
    result = simulator("run", *(SCENARIOS / f"{p.stem}.json" for p in SHIPPED), "--out", tmp_path)
    assert (result.returncode, result.stderr) == (0, b"")
    for path in SHIPPED:  # tests/golden/shipped/README.md says how to renew these
        assert_same_table((tmp_path / path.name).read_text(), path.read_text())


def test_one_scenario_goes_to_standard_output(tmp_path):
    printed = as_process("run", PLEDGES)
    assert printed.returncode == 0 and printed.stderr == b""
    simulator("run", PLEDGES, "--out", tmp_path)
    assert (tmp_path / "komitmen-september.csv").read_bytes() == printed.stdout.replace(b"\r\n", b"\n")
    rows = table(printed.stdout.decode())
    assert len(rows) == 25 and (rows[0]["month"], rows[-1]["month"]) == ("2025-08", "2027-08")
    assert (float(rows[0]["enrolled"]), float(rows[1]["enrolled"]), rows[1]["units_joined"]) == (
        974,
        1256,
        "38",
    )
    assert float(rows[0]["coverage_share"]) == 974 / 10345  # full precision


def test_units_are_rows_by_month_in_the_baselines_order_and_add_up(tmp_path):
    assert (
        simulator("run", GOLDEN / "reference" / "growth-plan.json", "--units", "--out", tmp_path).returncode
        == 0
    )
    totals = table((tmp_path / "growth-plan.csv").read_text())
    text = (tmp_path / "growth-plan.units.csv").read_text()
    assert text.splitlines()[0] == "month,unit,asn,seats,enrolled,contributions_idr,payouts_idr"
    units = table(text)
    codes = read_baseline_named("kendal-2025-08").codes
    assert [(row["month"], row["unit"]) for row in units] == [
        (total["month"], code) for total in totals for code in codes
    ]
    for name in ("enrolled", "contributions_idr", "payouts_idr"):
        summed = [
            sum(float(row[name]) for row in units if row["month"] == total["month"]) for total in totals
        ]
        assert_close(summed, [float(total[name]) for total in totals], name)
    asn = [sum(float(row["asn"]) for row in units if row["month"] == total["month"]) for total in totals]
    assert_close(
        [float(t["enrolled"]) / a for t, a in zip(totals, asn)],
        [float(t["coverage_share"]) for t in totals],
        "coverage_share",
    )
    assert all(float(row["enrolled"]) <= float(row["seats"]) + 1e-9 for row in units)


def test_another_baseline_is_taken_by_name_or_folder(tmp_path):
    by_name = simulator("run", PLEDGES, "--baseline", "kendal-2025-08-38")
    folder = shutil.copytree(BASELINES / "kendal-2025-08-38", tmp_path / "my list")
    assert simulator("run", PLEDGES, "--baseline", folder).stdout == by_name.stdout
    assert by_name.returncode == 0 and by_name.stdout != simulator("run", PLEDGES).stdout


def test_a_folder_with_a_broken_list_is_reported_row_by_row(tmp_path):
    folder = shutil.copytree(BASELINES / "kendal-2025-08", tmp_path / "list")
    units = (
        (folder / "units.csv")
        .read_text()
        .replace("OPD-02,Bapenda,opd,84", "OPD-02,Bapenda,opd,n/a")
        .replace("OPD-04,Baperlitbang,opd", "OPD-04,Baperlitbang,dinas")
    )
    for before, after in (
        ("OPD-01,Diskominfo", "OPD-01,   "),
        ("OPD-03,Disperinaker", "OPD-03,Disper\0inaker"),
        ("OPD-05,OPD 05", '"OPD\n05",OPD 05'),
    ):
        assert before in units
        units = units.replace(before, after)
    (folder / "units.csv").write_text(units)
    lines = problems_printed(simulator("run", PLEDGES, "--baseline", folder))
    refused = "bukan nama. Isi huruf atau angka dalam satu baris, tanpa tanda kendali."
    assert lines == [
        f"list/units.csv:2 name: '   ' {refused}",
        "list/units.csv:3 asn: 'n/a' bukan jumlah orang. Isi bilangan bulat 1 sampai 100.000.000, misalnya 46.",
        f"list/units.csv:4 name: 'Disper\\x00inaker' {refused}",
        "list/units.csv:5 segment: 'dinas' tidak dikenal. Pilihan: opd, kecamatan, other.",
        f"list/units.csv:7 code: 'OPD\\n05' {refused}",
    ]


@pytest.mark.parametrize(
    "facts, words",
    [
        ({"deaths_month": "2025-07"}, "deaths_month: '2025-07' is not known. Choose from: 2022-01, "),
        ({"deaths_month": "2022-01"}, "deaths: deaths of 8 cannot be used yet"),
        (
            {"deaths": {"value": -1, "basis": "assumed", "source": ""}},
            "deaths.value: −1 is too low. Give 0 or more.",
        ),
        ({"region": 5}, "region: 5 is not text. Give text."),
        ({"history": []}, "history: "),
    ],
)
def test_a_broken_fact_is_reported_with_its_data_set_and_file(tmp_path, facts, words):
    folder = shutil.copytree(BASELINES / "kendal-2025-08", tmp_path / "list")
    path = folder / "baseline.json"
    path.write_text(json.dumps(json.loads(path.read_bytes()) | facts), encoding="utf-8")
    (line,) = problems_printed(simulator("run", PLEDGES, "--baseline", folder, "--lang", "en"))
    assert line.startswith(f"list/baseline.json: {words}")


@pytest.mark.parametrize("content", ["[]", "{"])
def test_a_file_of_facts_that_holds_none_is_named_by_its_name_once(tmp_path, content):
    folder = shutil.copytree(BASELINES / "kendal-2025-08", tmp_path / "list")
    (folder / "baseline.json").write_text(content, encoding="utf-8")
    (line,) = problems_printed(simulator("run", PLEDGES, "--baseline", folder))
    assert line.startswith("list/baseline.json: ") and line.count("baseline.json") == 1


def test_units_of_another_list_are_unknown_there():
    lines = problems_printed(
        simulator("run", GOLDEN / "reference" / "unit-plan.json", "--baseline", "contoh", "--lang", "en")
    )
    assert len(lines) == 5 and all(
        "overrides[" in line and "is not in the data contoh" in line for line in lines
    )


def test_every_problem_of_every_file_is_reported_before_anything_is_written(broken, tmp_path):
    out = tmp_path / "out"
    lines = problems_printed(simulator("run", PLEDGES, broken, tmp_path / "missing.json", "--out", out))
    assert len(lines) == 3 and lines[0].startswith(
        f"{broken}: horizon_months: 0 di luar batas. Isi 1 sampai 120."
    )
    assert lines[1].startswith(f"{broken}: target.month: 'soon' bukan bulan.") and "missing.json" in lines[2]
    assert not out.exists()


@pytest.mark.parametrize(
    "arguments, words",
    [
        (("run", PLEDGES, REFERENCES[0]), "--out"),
        (("run", PLEDGES, "--units"), "--out"),
        (("run", PLEDGES, PLEDGES, "--out", "x"), "komitmen-september.csv"),
        (
            ("run", PLEDGES, Path("elsewhere") / "Komitmen-September.json", "--out", "x"),
            "komitmen-september.csv",
        ),  # one file on Windows
        (("run", Path("a.json"), Path("a.units.json"), "--units", "--out", "x"), "a.units.csv"),
        (("run", PLEDGES, "--baseline", "kendal-1999"), "kendal-2025-08-38"),
        (("run", PLEDGES, "--draws", "10"), "--draws"),
        (("run",), "SCENARIO.json"),
        (("walk", PLEDGES), "walk"),
        ((), "command"),
        (("run", PLEDGES, "--lang", "fr"), "fr"),
    ],
)
def test_a_wrong_command_is_one_line_and_exit_2(arguments, words, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main([str(a) for a in arguments]) == 2
    output = capsys.readouterr()
    assert output.out == "" and len(output.err.splitlines()) == 1 and words in output.err
    assert list(tmp_path.iterdir()) == []


def test_messages_come_in_either_language(broken):
    assert problems_printed(simulator("run", broken, "--lang", "en"))[0].endswith(
        "horizon_months: 0 is out of bounds. Give 1 to 120."
    )
    assert problems_printed(simulator("run", broken, "--lang=id"))[0].endswith(
        "horizon_months: 0 di luar batas. Isi 1 sampai 120."
    )


def test_a_folder_that_cannot_be_written_leaves_nothing_behind(tmp_path):
    (tmp_path / "taken").write_text("a file")
    assert "taken" in problems_printed(simulator("run", PLEDGES, "--out", tmp_path / "taken"))[0]
    (tmp_path / "komitmen-september.csv").mkdir()
    problems_printed(simulator("run", PLEDGES, "--out", tmp_path))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["komitmen-september.csv", "taken"]


def test_results_replace_older_ones_and_touch_nothing_else(tmp_path):
    (tmp_path / "komitmen-september.csv").write_text("old")
    (tmp_path / "note.txt").write_text("mine")
    assert main(["run", str(PLEDGES), "--out", str(tmp_path)]) == 0
    assert (tmp_path / "komitmen-september.csv").read_text().startswith("month,enrolled")
    assert (tmp_path / "note.txt").read_text() == "mine"


def test_help_says_what_there_is():
    result = as_process("--help")
    assert result.returncode == 0 and all(word in result.stdout for word in (b"run", b"check", b"seek"))


# check


def test_a_good_scenario_passes_with_its_warnings(tmp_path):
    content = json.loads(PLEDGES.read_text(encoding="utf-8")) | {"status": "agreed"}
    content["target"]["month"] = "2040-01"
    content["participation"]["opd"]["target_share"] = 0.01
    content["overrides"] = [
        {"unit": "OPD-01", "target_share": None, "workers_per_asn": None, "join_month": "2026-01"},
        {"unit": "OPD-26", "target_share": None, "workers_per_asn": None, "join_month": "2025-01"},
    ]
    path = tmp_path / "warned.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    result = simulator("check", path, PLEDGES, "--lang", "en")
    assert result.returncode == 0
    assert result.stdout.decode().splitlines() == [f"{path}: ok (Agreed)", f"{PLEDGES}: ok (Draft)"]
    warnings = {
        line.removeprefix(f"{path}: ").partition(":")[0]
        for line in result.stderr.decode().splitlines()
        if line.startswith(str(path))
    }
    assert warnings == {
        "monev.first_month",
        "target.month",
        "participation.opd.target_share",
        "overrides[0].join_month",
        "overrides[1].join_month",
    }


def test_a_broken_scenario_fails_with_every_problem_and_the_others_are_still_read(broken, tmp_path):
    (tmp_path / "cut.json").write_bytes(PLEDGES.read_bytes()[:100])
    lines = problems_printed(as_process("check", broken, tmp_path / "cut.json", PLEDGES))
    assert [line.removeprefix(f"{tmp_path}{os.sep}").split(": ")[:2] for line in lines[:2]] == [
        ["broken.json", "horizon_months"],
        ["broken.json", "target.month"],
    ]
    assert len(lines) == 3 and "cut.json" in lines[2]


def test_every_shipped_scenario_passes(capsys):
    assert main(["check", *(str(SCENARIOS / f"{p.stem}.json") for p in SHIPPED)]) == 0
    assert capsys.readouterr().out.count(": ok") == 10


# seek


def seek(*arguments, scenario=PLEDGES):
    result = simulator("seek", scenario, *arguments)
    assert (result.returncode, result.stderr) == (0, b"")
    answer = json.loads(result.stdout)
    assert list(answer) == ["lever", "value", "reached", "chance", "feasible", "reason"]
    return answer


def test_what_a_target_takes_is_answered_as_json():
    answer = seek(
        "--metric",
        "enrolled",
        "--month",
        "2026-12",
        "--value",
        "2069",
        "--lever",
        "participation.opd.target_share",
    )
    assert answer["lever"] == "participation.opd.target_share" and answer["feasible"] is True
    assert answer["reached"] >= 2069 and answer["value"] == pytest.approx(
        0.701, abs=0.001
    )  # 1,550 ÷ 1,834 of the participating OPD, less the pledges
    assert answer["reason"].startswith("Tercapai")


def test_several_levers_and_a_chance_are_answered_by_path():
    floors = [f"participation.{segment}.target_share" for segment in ("opd", "kecamatan", "other")]
    options = ("--metric", "coverage_share", "--month", "2026-12", "--value", "0.2", "--chance", "0.8")
    result = simulator(
        "seek", PLEDGES, *options, "--draws", "500", "--lever", *floors[:2], "--lever", floors[2]
    )
    answer = json.loads(result.stdout)
    assert result.returncode == 0 and list(answer) == ["levers", "reached", "chance", "feasible", "reason"]
    assert list(answer["levers"]) == floors and len(set(answer["levers"].values())) == 1
    assert answer["feasible"] and answer["chance"] >= 0.8 and answer["reached"] > 0.2


def test_what_cannot_be_reached_is_an_answer_too():
    answer = seek(
        "--metric",
        "coverage_share",
        "--month",
        "2026-12",
        "--value",
        "0.5",
        "--lever",
        "participation.opd.target_share",
        "--lang",
        "en",
    )
    assert answer["feasible"] is False and answer["value"] == 1 and answer["reached"] < 0.5
    assert answer["reason"].startswith("Not reached: the nearest is 0.24")


def test_a_result_that_does_not_exist_everywhere_is_still_json(tmp_path, capsys):
    content = json.loads(PLEDGES.read_text(encoding="utf-8"))
    content["participation"]["opd"] |= {"entry_share": 0, "new_units_per_month": 1}
    (tmp_path / "nobody.json").write_text(json.dumps(content), encoding="utf-8")
    folder = shutil.copytree(BASELINES / "kendal-2025-08", tmp_path / "list")
    header = (folder / "units.csv").read_text().splitlines()[0]
    (folder / "units.csv").write_text(f"{header}\nA,A,opd,50,0,,,assumed,assumed,,\n")
    facts = json.loads((folder / "baseline.json").read_text(encoding="utf-8"))
    facts["history"] = [point | {"enrolled": 0} for point in (facts["history"][0], facts["history"][-1])]
    (folder / "baseline.json").write_text(json.dumps(facts), encoding="utf-8")
    assert (
        main(
            [
                "seek",
                str(tmp_path / "nobody.json"),
                "--baseline",
                str(folder),
                "--metric",
                "claims_ratio",
                "--month",
                "2025-10",
                "--value",
                "9",
                "--lever",
                "participation.opd.entry_share",
            ]
        )
        == 0
    )
    answer = json.loads(capsys.readouterr().out, parse_constant=pytest.fail)
    assert (
        answer["feasible"] is False
        and answer["value"] > 0
        and answer["reached"] == pytest.approx(1.2632, abs=1e-4)
    )


def test_a_question_nobody_can_answer_is_refused_with_all_that_is_wrong():
    lines = problems_printed(
        simulator(
            "seek",
            PLEDGES,
            "--metric",
            "happiness",
            "--month",
            "2040-01",
            "--value",
            "nan",
            "--lever",
            "participation",
            "--lang",
            "en",
        )
    )
    assert [line.split(":")[0] for line in lines] == ["--metric", "--lever", "--value", "--month"]
    assert "claims_ratio" in lines[0] and "2025-08 to 2027-08" in lines[3]


def test_a_broken_scenario_is_not_sought_in(broken):
    assert (
        len(
            problems_printed(
                simulator(
                    "seek",
                    broken,
                    "--metric",
                    "enrolled",
                    "--month",
                    "2026-12",
                    "--value",
                    "1",
                    "--lever",
                    "horizon_months",
                )
            )
        )
        == 2
    )


def test_a_file_that_is_no_json_is_reported_with_its_whole_path_once(tmp_path):
    path = tmp_path / "cut.json"
    path.write_bytes(PLEDGES.read_bytes()[:300])
    (line,) = problems_printed(simulator("check", path))
    assert line.startswith(f"{path}: baris ") and line.count("cut.json") == 1 and "Expecting" not in line


def test_whoever_reads_may_stop_before_the_end():
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "simulator", "run", str(PLEDGES)]
    done = subprocess.run(command, cwd=ROOT, stdout=write, stderr=subprocess.PIPE, timeout=600)
    os.close(write)
    assert (done.returncode, done.stderr) == (1, b"")


def test_the_reason_for_an_empty_name_is_how_long_a_name_must_be(tmp_path):
    path = tmp_path / "nameless.json"
    path.write_text(json.dumps(json.loads(PLEDGES.read_bytes()) | {"name": ""}), encoding="utf-8")
    assert problems_printed(simulator("check", path, "--lang=en")) == [
        f"{path}: name: its length is 0. Give at least 1."
    ]


def test_seek_answers_a_lever_of_whole_months_with_a_whole_number():
    result = simulator(
        "seek",
        SCENARIOS / "irama-rakor-monev.json",
        "--metric",
        "enrolled",
        "--month",
        "2026-12",
        "--value",
        "1500",
        "--lever",
        "monev.new_opd",
    )
    answer = json.loads(result.stdout)
    assert answer["feasible"] and isinstance(answer["value"], int)
