"""Names of regencies, offices and scenarios are only text in every hand-out: no link, no formula, nothing broken."""

import csv
import io
import re
import zipfile

import openpyxl
import pytest
from commands import ROOT, simulator
from handout_cases import PROGRAMME, SOURCES, TODAY, projected
from hostile import ALL, PAYLOADS, actuals, regency, scenario
from lxml import etree

from simulator.handouts.csv_file import table_csv
from simulator.handouts.files import HAND_OUTS
from simulator.model.projection import project
from simulator.report.context import Context
from simulator.report.tables.unit_export import units_file
from simulator.report.tables.units import unit_table

WORST = f"{PAYLOADS[3]} \ufffe\uffff\ufdd0 {PAYLOADS[0]}"
FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")
NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?(e-?\d+)?")


@pytest.fixture(scope="module")
def context(tmp_path_factory):
    """Offices named by each payload, in a regency and a scenario whose names cannot be written in XML."""
    baseline = regency(tmp_path_factory.mktemp("data") / "contoh", region=WORST)
    made = scenario(WORST).model_copy(update={"description": f"{ALL}\n\x00\x0b\x1b{WORST}"})
    today = TODAY.year * 12 + TODAY.month - 1
    return Context(project(made, baseline, PROGRAMME), PROGRAMME, SOURCES, today, actuals(baseline, WORST))


def check_package(data: bytes) -> None:
    """Every part of an office file is well-formed XML without external references or active fields."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for name in file.namelist():
            content = file.read(name)
            if name.endswith((".xml", ".rels")):
                etree.fromstring(content)
                assert b'TargetMode="External"' not in content and b"hlinkClick" not in content, name
                assert not re.search(
                    rb"HYPERLINK|DDE|INCLUDE", b"".join(re.findall(rb"<w:instr.*?>[^<]*", content))
                )
            elif name.endswith(".xlsx"):
                check_workbook(content)


def check_workbook(data: bytes) -> None:
    check_package(data)
    book = openpyxl.load_workbook(io.BytesIO(data))
    texts = 0
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.hyperlink is None
                if cell.data_type == "f":
                    assert not re.search(r"evil|cmd|HYPERLINK|SUM\(1\+1", str(cell.value)), cell
                elif cell.data_type == "s":
                    texts += 1
                    assert not FORMULA.match(cell.value) or NUMBER.fullmatch(cell.value), cell.value
    assert texts


def check_pdf(data: bytes) -> None:
    """No external link and no action in the uncompressed objects of the PDF."""
    assert data.startswith(b"%PDF") and not re.search(rb"/URI|/JavaScript|/Launch|/GoToR", data)


CHECKS = {"xlsx": check_workbook, "pptx": check_package, "docx": check_package, "pdf": check_pdf}


@pytest.mark.parametrize("kind", HAND_OUTS)
def test_no_hand_out_lets_somebodys_words_act(kind, context):
    file = HAND_OUTS[kind]
    CHECKS[file.ending.rpartition(".")[2]](file.made([context], "id", TODAY))


@pytest.mark.parametrize("name", ["Rencana!A1", "=[evil.xlsx]S!A1", "cmd|'/C calc'!A0"])
def test_a_chart_of_the_workbook_refers_to_cells_of_its_own_sheets_alone(name):
    stems = ("irama-rakor-monev", "dorongan-yang-meluruh")
    today = TODAY.year * 12 + TODAY.month - 1
    contexts = [Context(projected(stem, name=name), PROGRAMME, SOURCES, today) for stem in stems]
    made = HAND_OUTS["workbook"].made(contexts, "id", TODAY)
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        charts = [file.read(part).decode() for part in file.namelist() if "charts/chart" in part]
    sheets = "|".join(openpyxl.load_workbook(io.BytesIO(made)).sheetnames)
    places = re.findall(r"<c:f>(.*?)</c:f>", "".join(charts))
    cells = re.compile(rf"'?({sheets})'?!\$[A-Z]+\$\d+(:\$[A-Z]+\$\d+)?")
    assert places and [place for place in places if not cells.fullmatch(place)] == []


def dangerous(data: str, mark: str) -> list[str]:
    """The cells that a spreadsheet would take for formulas."""
    cells = (cell for row in csv.reader(io.StringIO(data), delimiter=mark) for cell in row)
    return [cell for cell in cells if FORMULA.match(cell) and not NUMBER.fullmatch(cell)]


def test_no_csv_holds_what_a_spreadsheet_would_run(context, tmp_path):
    """Neither that of the app nor that of `run --units`, whose codes may be invented."""
    p = context.projection
    table = units_file(context, unit_table(p, p.scenario.horizon_months), "id")
    made = table_csv(table, p, "id").decode("utf-8-sig")
    assert "evil" in made and dangerous(made, ";") == []

    folder = tmp_path / "data"
    regency(folder)
    units = (folder / "units.csv").read_text(encoding="utf-8")
    (folder / "units.csv").write_text(units.replace("DC-01,", f"{PAYLOADS[12]},", 1), encoding="utf-8")
    options = ("--baseline", folder, "--units", "--out", tmp_path)
    done = simulator("run", ROOT / "scenarios" / "contoh.json", *options)
    assert done.returncode == 0, done.stderr.decode()
    written = (tmp_path / "contoh.units.csv").read_text(encoding="utf-8")
    assert f"'{PAYLOADS[12]}" in written and dangerous(written, ",") == []
