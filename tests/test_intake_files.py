"""From the template to the projection that starts at the new figure: real spreadsheets, real folders, the command line as a process."""

import csv
import io
import json
import shutil
import threading
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from commands import standing
from spreadsheets import book, libreoffice, saved

from simulator.errors import UserError
from simulator.intake.baseline_proposal import Request, latest_upon, propose_baseline
from simulator.intake.facts import Receipt
from simulator.intake.spreadsheet import read_tables, read_text
from simulator.intake.template import template_xlsx
from simulator.model.projection import project
from simulator.store import baseline_store, places
from simulator.store.baseline_files import read_baseline, read_baseline_named, read_programme
from simulator.store.baseline_store import check_name, free_name, write_baseline
from simulator.store.places import BASELINES, SCENARIOS
from simulator.store.scenario_store import load_file
from simulator.words.errors import problem_text

ROOT = Path(__file__).resolve().parents[1]
KENDAL = "kendal-2025-08"
ORIGIN = Receipt("daftar.xlsx", "", datetime(2026, 11, 22, 9, 5))


def codes(error) -> list[str]:
    assert all(problem_text(problem, lang) for problem in error.value.problems for lang in ("id", "en"))
    return [problem.code for problem in error.value.problems]


# ---- the template


def _filled(lang) -> bytes:
    """The template with figures for every OPD, the seventh with a formula, and a pledge as a date."""
    workbook = openpyxl.load_workbook(io.BytesIO(template_xlsx(KENDAL, lang)))
    sheet = workbook.worksheets[0]
    for row in range(2, 40):
        sheet.cell(row, 4).value, sheet.cell(row, 5).value = 100 + row, row
    sheet["E8"] = "=D8-100"
    sheet["E9"], sheet["F9"], sheet["G9"] = 0, datetime(2026, 12, 1), "=30+12"
    return saved(workbook)


@pytest.fixture(scope="module")
def office():
    """Templates as LibreOffice saves them: empty, filled, and filled but never opened there."""
    made = {f"kosong_{lang}.xlsx": template_xlsx(KENDAL, lang) for lang in ("id", "en")} | {
        f"isi_{lang}.xlsx": _filled(lang) for lang in ("id", "en")
    }
    return libreoffice(made | {"contoh.xlsx": template_xlsx("contoh", "id")}, "xlsx")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_template_holds_every_name_with_codes_as_text_and_no_figure(office, lang):
    for data in (template_xlsx(KENDAL, lang), office[f"kosong_{lang}"]):
        rows = read_tables(data, "templat.xlsx")[0].rows
        listed = list(
            csv.DictReader((ROOT / "data" / "opd_names.csv").read_text(encoding="utf-8").splitlines())
        )
        districts = list(
            csv.DictReader((ROOT / "data" / "kecamatan.csv").read_text(encoding="utf-8").splitlines())
        )
        assert [row.values[1] for row in rows[1:]] == [o["name"] for o in listed] + [
            k["name"] for k in districts
        ] + ["ASN lainnya (sekolah, puskesmas, UPTD)"]
        assert [row.values[0] for row in rows[39:59]] == [k["code"] for k in districts] and all(
            isinstance(row.values[0], str) for row in rows
        )
        assert all(value is None for row in rows[1:] for value in row.values[3:])
        with pytest.raises(UserError) as error:
            propose_baseline(
                read_tables(data, "templat.xlsx"), Request("uji", KENDAL, "2026-11"), ORIGIN, lang
            )
        assert codes(error) == ["no_units"]


def test_the_template_of_another_regency_holds_its_own_units(office):
    rows = read_tables(office["contoh"], "x.xlsx")[0].rows
    assert (
        len(rows) == 40
        and rows[1].values[:3] == ("DC-01", "Dinas Contoh Pertanian", "OPD")
        and rows[-1].values[2] == "Lainnya"
    )
    assert read_tables(template_xlsx(None, "id"), "x.xlsx")[0].rows[0].values[0] == "Kode"


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_filled_template_becomes_a_baseline_at_which_the_projection_starts(office, lang, tmp_path):
    p = propose_baseline(
        read_tables(office[f"isi_{lang}"], "isi.xlsx"),
        Request("kendal-2026-11", KENDAL, "2026-11", deaths=12),
        ORIGIN,
        lang,
    )
    expected = sum(range(2, 40)) - 8 - 9 + (108 - 100)
    assert p.totals("opd")[1] == {
        "units": 38,
        "participating": 37,
        "asn": sum(range(102, 140)),
        "enrolled": expected,
        "pledge_workers": 42,
    }
    baseline = write_baseline(p.name, p.units, p.facts, BASELINES / KENDAL, tmp_path)
    assert (
        baseline.name == "kendal-2026-11"
        and (tmp_path / baseline.name / "tiles.csv").read_bytes()
        == (BASELINES / KENDAL / "tiles.csv").read_bytes()
    )
    again = read_baseline(tmp_path / baseline.name)
    scenario = load_file(SCENARIOS / "komitmen-september.json", read_baseline_named(KENDAL)).model_copy(
        update={"baseline": baseline.name, "overrides": ()}
    )
    projection = project(scenario, again, read_programme())
    assert (
        projection.enrolled[0] == again.enrolled.sum() == expected + 138 + 263
        and again.month_text == "2026-11"
    )
    assert (
        again.pledge_month[again.index[p.units[7].code]] == 1
        and projection.enrolled[1] > projection.enrolled[0]
    )


def test_a_template_filled_by_a_program_that_computes_nothing_asks_to_be_opened_once():
    with pytest.raises(UserError) as error:
        propose_baseline(
            read_tables(_filled("id"), "isi.xlsx"), Request("uji", KENDAL, "2026-11"), ORIGIN, "id"
        )
    assert codes(error) == ["formula_without_result"] * 2


def test_a_second_list_builds_upon_the_first_and_keeps_its_own_figures(office, tmp_path, monkeypatch):
    folder = shutil.copytree(BASELINES, tmp_path / "baselines")
    monkeypatch.setattr(places, "BASELINES", folder)
    assert latest_upon() == KENDAL
    first = propose_baseline(
        read_tables(office["isi_id"], "isi.xlsx"), Request("kendal-2025-10", KENDAL, "2025-10"), ORIGIN, "id"
    )
    write_baseline(first.name, first.units, first.facts, None, folder)
    assert latest_upon() == "kendal-2025-10"
    table = read_text("Nama OPD;ASN;Peserta\nSekretariat Daerah;150;140\n", "x.csv")
    second = propose_baseline([table], Request("kendal-2026-11", "kendal-2025-10", "2026-11"), ORIGIN, "id")
    assert [c.kind for c in second.changes if c.new and c.new.segment == "opd"] == ["changed"] + ["kept"] * 37
    assert second.totals()[1]["enrolled"] == second.totals()[0]["enrolled"] - 2 + 140
    assert [f.note["id"] for f in second.facts.facts if f.key == "opd_count"] == ["Angka per Agustus 2025."]
    assert [o.month for o in second.facts.history][-2:] == ["2025-10", "2026-11"]


# ---- the folder


@pytest.fixture
def proposal():
    table = read_text(
        'Nama OPD;ASN;Peserta;Catatan\nDinas "A", B;150;140;catatan; ya\n'.replace("; ya", ", ya"), "x.csv"
    )
    return propose_baseline([table], Request("kendal-2026-11", KENDAL, "2026-11"), ORIGIN, "id")


def test_a_baseline_appears_whole_or_not_at_all(proposal, tmp_path, monkeypatch):
    def full(*_arguments):
        raise OSError(28, "No space left on device")

    for step in ("write_atomically", "read_baseline"):
        with monkeypatch.context() as patched:
            patched.setattr(baseline_store, step, full)
            with pytest.raises(UserError) as error:
                write_baseline(proposal.name, proposal.units, proposal.facts, BASELINES / KENDAL, tmp_path)
            assert codes(error) == ["cannot_write"] and [path.name for path in tmp_path.iterdir()] == [
                ".lock"
            ]
    write_baseline(proposal.name, proposal.units, proposal.facts, BASELINES / KENDAL, tmp_path)
    assert sorted(path.name for path in (tmp_path / proposal.name).iterdir()) == [
        "baseline.json",
        "tiles.csv",
        "units.csv",
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", proposal.name]


def test_boundaries_are_taken_over_where_they_lie_there(proposal, tmp_path):
    beside = tmp_path / "lama"
    beside.mkdir()
    (beside / "boundaries.geojson").write_text("{}", encoding="utf-8")
    write_baseline(proposal.name, proposal.units, proposal.facts, beside, tmp_path)
    assert (tmp_path / proposal.name / "boundaries.geojson").read_text(encoding="utf-8") == "{}"


def test_of_two_who_write_at_once_one_wins_and_nothing_is_overwritten(proposal, tmp_path):
    outcomes = []

    def write():
        try:
            outcomes.append(
                write_baseline(proposal.name, proposal.units, proposal.facts, None, tmp_path).name
            )
        except UserError as error:
            outcomes.append(error.problems[0].code)

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["baseline_exists"] * 3 + [proposal.name]


@pytest.mark.parametrize(
    "name", ["", "Kendal 2026", "../x", "a/b", ".x", "con", "x" * 61, "kendal_2026", "a\0b", "-a"]
)
def test_an_unsafe_name_is_refused_with_one_that_is_safe(name, tmp_path):
    with pytest.raises(UserError) as error:
        check_name(name, tmp_path)
    assert codes(error) == ["unsafe_name"]
    check_name(error.value.problems[0].values["allowed"], tmp_path)


def test_names_are_offered_after_region_and_month_and_never_twice(tmp_path):
    assert free_name("Kabupaten Kendal", "2026-11", tmp_path) == "kendal-2026-11"
    (tmp_path / "kendal-2026-11").mkdir()
    assert free_name("Kabupaten Kendal", "2026-11", tmp_path) == "kendal-2026-11-v2"
    with pytest.raises(UserError) as error:
        check_name("kendal-2026-11", tmp_path)
    assert codes(error) == ["baseline_exists"]


# ---- the command line


@pytest.fixture
def project_copy(home, files, baselines):
    """A copy of the program and its data, in which new baselines are made; restored after each test."""
    yield home
    for path in home.glob("daftar.*"):
        path.unlink()


@pytest.fixture(scope="module")
def command(home):
    """A function (*arguments) -> the output of a command of that program."""
    with standing(home) as call:
        yield call


def test_the_command_takes_a_list_in_and_a_scenario_can_name_it(project_copy, command):
    path = project_copy / "daftar.csv"
    path.write_text("Nama OPD;ASN;Peserta;Bulan\nDinas Sosial;1.256;46;Oktober 2025\n", encoding="utf-8")
    refused = command("intake", path, "--name", "kendal-2025-10", "--total-opd", "1")
    assert refused.returncode == 2 and refused.stdout == b"" and b"573" not in refused.stderr
    done = command(
        "intake",
        path,
        "--name",
        "kendal-2025-10",
        "--total-opd",
        "600",
        "--deaths",
        "11",
        "--by",
        "Ani",
        "--lang",
        "en",
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode().splitlines() == [
        "kendal-2025-10 (units: 59): 10,345 ASN, 1,001 enrolled in October 2025 (before: 974)."
    ]
    assert "58 of 59 units remain estimates" in done.stderr.decode()
    facts = json.loads(
        (project_copy / "data" / "baselines" / "kendal-2025-10" / "baseline.json").read_text(encoding="utf-8")
    )
    assert (
        facts["reading"]["id"].endswith("menurut data Agustus 2025.") and "oleh Ani" in facts["reading"]["id"]
    )
    scenario = project_copy / "scenarios" / "komitmen-september.json"
    scenario.write_text(
        scenario.read_text(encoding="utf-8").replace('"kendal-2025-08"', '"kendal-2025-10"'), encoding="utf-8"
    )
    run = command("run", scenario)
    assert run.returncode == 0 and run.stdout.decode().splitlines()[1].startswith("2025-10,1001.0,")


def test_the_command_takes_the_columns_somebody_names(project_copy, command):
    path = project_copy / "daftar.csv"
    path.write_text("Institusi;Tetap;Lain;JPR\nDinas Sosial;40;6;5\n", encoding="utf-8")
    options = ("--name", "kendal-2025-10", "--month", "2025-10")
    refused = command("intake", path, *options)
    assert refused.returncode == 2 and "Tunjukkan kolomnya" in refused.stderr.decode()
    done = command("intake", path, *options, "--columns", "nama=A, asn=B+C, peserta=JPR")
    assert done.returncode == 0, done.stderr.decode()
    assert "kolom yang dijumlahkan: Tetap (B) + Lain (C)" in done.stderr.decode()
    units = (project_copy / "data" / "baselines" / "kendal-2025-10" / "units.csv").read_text(encoding="utf-8")
    assert ",Dinas Sosial,opd,46,5," in units


@pytest.mark.parametrize(
    "content, options, expected",
    [
        (
            b"Nama OPD;ASN;Peserta\nDinas A;n/a;3\nDinas B;4;x\n",
            ["--month", "2025-10"],
            ["Baris 2, kolom ASN (B2): 'n/a'", "Baris 3, kolom Peserta (C3): 'x'"],
        ),
        (b"Nama OPD;ASN;Peserta\nDinas A;4;3\n", [], ["daftar.csv: bulan data belum ada"]),
        (
            b"Nama OPD;ASN;Peserta\nDinas A;4;3\n",
            ["--month", "2025-10", "--name", "Kendal"],
            ["Nama 'Kendal' tidak dapat dipakai"],
        ),
        (
            b"Nama OPD;ASN;Peserta\nDinas A;4;3\n",
            ["--month", "2025-10", "--name", "contoh"],
            ["Data dasar 'contoh' sudah ada"],
        ),
        (
            b"Nama OPD;ASN;Peserta\nDinas A;4;3\n",
            ["--month", "2025-10", "--baseline", "nihil"],
            ["baseline: data dasar 'nihil' tidak ada"],
        ),
        (
            b"Nama OPD;ASN;Peserta\nDinas A;4;3\n",
            ["--month", "2025-10", "--deaths", "x"],
            ["simulator: argument --deaths: invalid int value: 'x'. Lihat"],
        ),
        (b"\x00\x01", [], ["daftar.csv: bukan lembar kerja XLSX atau CSV"]),
    ],
)
def test_on_any_problem_the_command_ends_with_2_and_changes_nothing(refused, content, options, expected):
    name = [] if "--name" in options else ["--name", "kendal-2025-10"]
    lines = refused("daftar.csv", content, *name, *options)
    assert len(lines) == len(expected)
    assert all(line.startswith(start) for line, start in zip(lines, expected))


def test_a_spreadsheet_with_macros_or_no_file_at_all_ends_with_2(refused):
    with_macros = book([["Nama OPD", "ASN", "Peserta"], ["A", 5, 1]])
    for name, data, shown in (
        ("daftar.xlsm", with_macros, "memuat makro"),
        ("tidak-ada.xlsx", None, "tidak-ada.xlsx"),
    ):
        lines = refused(name, data, "--name", "x-2025-10", "--month", "2025-10")
        assert shown in "\n".join(lines) and "Traceback" not in "\n".join(lines)
