"""A downloaded table opens in a spreadsheet, states its origin, and executes nothing."""

import csv
import io

import pandas as pd
import pytest

from simulator.handouts.csv_file import table_csv
from simulator.model.projection import project
from simulator.report.tables.table import Column, Row, Table
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.scenario_store import load
from simulator.words import LANGUAGES
from simulator.words.provenance import basis_name
from simulator.words.quantity import Month, Quantity
from simulator.words.sentence import Sentence

COLUMNS = (
    Column("Bulan"),
    Column("Peserta", True, "derived", "S23"),
    Column("Cakupan", True, "derived", "S23 S43"),
)


def projection(stem="komitmen-september", name=None):
    scenario = load(stem).scenario
    scenario = scenario if name is None else scenario.model_copy(update={"name": name})
    return project(scenario, read_baseline_named(scenario.baseline), read_programme())


def file_of(rows, of, lang):
    """The file of a table whose numbers are quantities: whole ones of people, others shares."""
    units = {int: "people", float: "share"}
    cells = [
        tuple(Quantity(c, units[type(c)]) if isinstance(c, (int, float)) else c for c in row) for row in rows
    ]
    return table_csv(Table(COLUMNS, tuple(map(Row, cells))), of, lang)


def lines(data, lang):
    return list(
        csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=LANGUAGES[lang].column_mark)
    )


def body(data, lang):
    return lines(data, lang)[lines(data, lang).index([]) + 1 :]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pandas_reads_the_numbers_as_numbers(lang):
    data = file_of([("2025-08", 974, 0.0942), ("2025-09", 1256, -0.5)], projection(), lang)
    frame = pd.read_csv(
        io.BytesIO(data),
        sep=LANGUAGES[lang].column_mark,
        decimal=LANGUAGES[lang].decimal_mark,
        encoding="utf-8-sig",
        skiprows=lines(data, lang).index([]) + 1,
    )
    assert list(frame.columns) == ["Bulan", "Peserta", "Cakupan"]
    assert frame["Peserta"].tolist() == [974, 1256] and frame["Cakupan"].tolist() == [0.0942, -0.5]


def test_a_spreadsheet_is_marked_as_utf_8():
    data = file_of([], projection(name="Skenario “A” · 1"), "id")
    assert data.startswith(b"\xef\xbb\xbf") and "Skenario “A” · 1".encode() in data


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_lines_name_scenario_data_month_version_and_each_columns_mark_and_source(lang):
    above = lines(file_of([], projection(), lang), lang)[:-2]
    second = [line[1] for line in above[:4]]
    assert (
        second[0] == "Komitmen September"
        and "Kendal" in second[1]
        and second[2] == "2025-08"
        and second[3].count(".") == 2
    )
    mark = basis_name("derived", lang)
    assert above[-2:] == [["Peserta", mark, "S23"], ["Cakupan", mark, "S23 S43"]]


def test_only_a_made_up_regency_is_marked_fictitious():
    assert "FIKTIF" in lines(file_of([], projection("contoh"), "id"), "id")[0][0]
    assert b"FIKTIF" not in file_of([], projection(), "id")


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+62 812",
        "-cmd|' /C calc'!A0",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
        "-1-1",
        "-",
        '=HYPERLINK("http://a")',
    ],
)
def test_text_that_a_spreadsheet_would_run_is_neutralised(cell):
    assert body(file_of([(cell, 1, 1.0)], projection(), "id"), "id")[1] == ["'" + cell, "1", "1"]


@pytest.mark.parametrize(
    ("cell", "written"),
    [("-5", "-5"), ("+5,5", "+5,5"), (-5, "-5"), (-5.25, "-5,25"), ("5 = 5", "5 = 5"), ("", "")],
)
def test_numbers_and_plain_text_are_left_as_they_are(cell, written):
    assert body(file_of([("x", cell, None)], projection(), "id"), "id")[1] == ["x", written, ""]


def test_a_scenario_named_like_a_formula_is_neutralised_as_well():
    assert lines(file_of([], projection(name="=cmd()"), "en"), "en")[0][1] == "'=cmd()"


def test_quotes_separators_and_line_breaks_stay_in_their_cell():
    assert body(file_of([('a;b "c"\nd', 1, float("nan"))], projection(), "id"), "id")[1] == [
        'a;b "c"\nd',
        "1",
        "",
    ]


def test_months_are_dates_shares_have_six_places_and_rupiah_are_plain_numbers():
    cells = (Month(2025 * 12 + 8), Quantity(21_100_800.0, "idr"), Quantity(974 / 10_345, "share"))
    data = table_csv(Table(COLUMNS, (Row(cells),)), projection(), "id")
    assert body(data, "id")[1] == ["2025-09", "21100800", "0,094152"]


def test_a_sentence_is_written_in_words_and_of_several_lines_in_a_cell_the_first():
    sentence = Sentence("id", ("kurang ", Quantity(1095, "people")))
    data = table_csv(
        Table(COLUMNS, (Row((sentence, (Quantity(5, "people"), "(+1)"), None)),)), projection(), "id"
    )
    assert body(data, "id")[1] == ["kurang 1.095", "5", ""]
