"""Small files that would keep a spreadsheet library busy for minutes are refused at once.

All others are read in a separate process.
"""

import base64
import json
import time
import zlib

import pytest
from spreadsheets import MAIN, raw

from simulator.errors import Problem, UserError
from simulator.intake import beside, row_names
from simulator.intake.beside import read_beside
from simulator.intake.known_units import KnownUnits
from simulator.intake.spreadsheet import MAX_FILE_BYTES, read_tables, read_text
from simulator.intake.unit_list import MAX_LIST_ROWS, read_unit_list
from simulator.store.baseline_files import read_baseline_named
from simulator.store.places import SCENARIOS
from simulator.store.returned_file import FRAGMENT, STATE_ID, read_returned
from simulator.store.scenario_file import read_scenario
from simulator.store.strict_json import MAX_BYTES, MAX_PROBLEMS
from simulator.ui import session
from simulator.ui.pages import returned
from simulator.ui.problems import MOST_LINES, problem_lines
from simulator.words.errors import problem_text

CELL = '<row r="1"><c r="A1" s="0"><v>1</v></c></row>'


def styles(shape: str) -> dict[str, str]:
    """A styles part with this number format only."""
    formats = f'<numFmts><numFmt numFmtId="164" formatCode="{shape}"/></numFmts>'
    return {
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{formats}<cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>'
    }


def merged(areas: int) -> str:
    return "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, areas + 1))


def refused(read, *given) -> list[str]:
    with pytest.raises(UserError) as caught:
        read(*given)
    return [problem.code for problem in caught.value.problems]


HOSTILE = {
    "a number format of brackets": raw(CELL, **styles("[" * 200_000)),
    "an attribute of 15 MB": raw(CELL.replace('s="0"', f's="{"1" * 15_000_000}"')),
    "93,000 merged areas": raw(CELL, after=f"<mergeCells>{merged(93_000)}</mergeCells>"),
    "200,000 attributes": raw(CELL.replace('s="0"', " ".join(f'a{n}="1"' for n in range(200_000)))),
    "a long name of an area": raw(CELL, after="<definedName>" + "'" * 30_000 + "</definedName>"),
    "15 MB between two rows": raw(CELL + " " * 15_000_000),
    "a wide cell far below": raw(CELL + '<row r="1048576"><c r="CV1048576"><v>5</v></c></row>'),
    "230,000 shared strings": raw(CELL, strings="<si><t>a</t></si>" * 230_000),
    "100,000 empty cells": raw("".join(f'<row r="{n}">{"<c/>" * 100}</row>' for n in range(1, 1001))),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_small_file_that_would_take_long_is_refused_before_a_library_reads_it(data, monkeypatch):
    monkeypatch.setattr("openpyxl.load_workbook", lambda *given, **how: pytest.fail("it was read"))
    assert len(data) < 600_000
    assert refused(read_tables, data, "x.xlsx") == ["unpacks_too_large"]


def test_a_row_beyond_the_last_of_excel_is_refused():
    assert refused(read_tables, raw('<row r="1048577"><c><v>1</v></c></row>'), "x.xlsx") == [
        "unreadable_spreadsheet"
    ]


def test_a_paste_of_9_mb_is_refused_by_its_length_alone():
    assert refused(read_text, "a;b\n" * 2_250_000, "x") == ["too_large"]


def test_more_units_than_any_regency_has_are_refused_before_their_names_are_compared():
    rows = "".join(f"Dinas Nomor {n};OPD;{n};0\n" for n in range(1, MAX_LIST_ROWS + 1))
    table = read_text(f"Nama;Kelompok;ASN;Peserta\n{rows}", "x")
    assert refused(read_unit_list, [table], KnownUnits()) == ["too_many_rows"]


def test_a_name_of_a_long_list_is_taken_apart_once_and_not_for_each_office():
    known = KnownUnits(read_baseline_named("kendal-2025-08"))
    names = [f"Kantor Lain {n}" for n in range(MAX_LIST_ROWS - 1)]
    rows = "".join(f"{name};OPD;5;1\n" for name in names)
    before = row_names._own_words.cache_info().misses
    read_unit_list(
        [read_text(f"Nama;Segmen;Jumlah ASN;Peserta\n{rows}", "x")], known, "id", needs_month=False
    )
    assert row_names._own_words.cache_info().misses - before < len(names) + 200  # the existing offices


def test_what_is_read_beside_the_server_is_what_is_read_here():
    good = raw(CELL + '<row r="3"><c r="B3" t="inlineStr"><is><t>Dinas</t></is></c></row>')
    assert read_beside(good, "x.xlsx") == read_tables(good, "x.xlsx")
    text = "Nama;ASN\n" + "Dinas Pekerjaan Umum dan Penataan Ruang;5\n" * 9_000
    assert len(text) > beside.SHORT and read_beside(text, "x") == [read_text(text, "x")]
    assert refused(read_beside, raw("<row>"), "x.xlsx") == refused(read_tables, raw("<row>"), "x.xlsx")


def test_a_short_text_and_one_that_is_too_long_start_no_process(monkeypatch):
    monkeypatch.setattr(beside.subprocess, "run", lambda *given, **how: pytest.fail("a process began"))
    assert len(read_beside("a;b\n1;2", "x")[0].rows) == 2 and len(read_beside(b"a;b\n1;2", "x")[0].rows) == 2
    assert refused(read_beside, b"PK\x03\x04" + b"0" * MAX_FILE_BYTES, "x.xlsx") == ["too_large"]


def test_a_file_that_is_not_read_in_time_is_refused_and_its_process_ended(monkeypatch):
    monkeypatch.setattr(beside, "WALL_S", 0.01)
    assert refused(read_beside, raw(CELL), "x.xlsx") == ["reads_too_long"]


# ---- scenario files


def crowded(path: str, entries: str) -> bytes:
    """A scenario file of nearly 1 MB with these entries in one list; each empty one has several problems."""
    scenario = json.loads((SCENARIOS / "contoh.json").read_text("utf-8")) | {path: "LIST"}
    count = (MAX_BYTES - 10_000) // (len(entries) + 1)
    return json.dumps(scenario).replace('"LIST"', f"[{','.join([entries] * count)}]").encode()


@pytest.mark.parametrize("path", ["overrides", "decisions"])
def test_a_list_of_more_entries_than_a_scenario_has_is_one_problem(path):
    data = crowded(path, "{}")
    assert len(data) > MAX_BYTES - 20_000 and refused(read_scenario, data, "x.json") == ["too_many"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'{"a":0' + b',"a":1' * 160_000 + b"}", "duplicate_key"),
        (b'{"a":[' + b"NaN," * 240_000 + b"1]}", "not_a_number"),
    ],
)
def test_what_is_wrong_all_over_a_file_is_reported_a_thousand_times_at_most(data, code):
    assert refused(read_scenario, data, "x.json") == [code] * MAX_PROBLEMS


def test_an_html_file_of_nothing_but_beginnings_is_looked_through_once():
    begun = time.process_time()
    data = b"<" + f'<script type="application/json" id="{STATE_ID}">'.encode() * 60_000
    assert refused(read_returned, data, "x.html") == ["not_a_state"]
    assert time.process_time() - begun < 5  # scanning from each of them took minutes


def test_a_page_writes_out_the_first_problems_of_many(monkeypatch):
    monkeypatch.setattr(session, "lang", lambda: "en")
    lines = problem_lines([Problem("not_one_name", f"{n}", "x") for n in range(70_000)])
    assert len(lines) == MOST_LINES + 1 and lines[-1] == "and 69,900 more"


def test_the_option_of_a_command_is_named_on_the_command_line_and_not_on_a_page(monkeypatch):
    monkeypatch.setattr(session, "lang", lambda: "en")
    problem = Problem("outside_projection", "--month", "2030-01", first="2025-08", last="2027-08")
    words = "'2030-01' is outside the projection. Give 2025-08 to 2027-08."
    assert (problem_text(problem, "en"), problem_lines([problem])) == (f"--month: {words}", [words])
    of_file = Problem("not_one_name", "name", "x")
    assert problem_lines([of_file]) == [problem_text(of_file, "en")]


def test_what_many_links_unpack_to_is_bounded_together(monkeypatch):
    monkeypatch.setattr(session, "lang", lambda: "en")
    packing = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packing.compress(b" " * MAX_BYTES) + packing.flush()
    link = f"{FRAGMENT}{base64.urlsafe_b64encode(packed).decode()}\n"
    for links, last in ((link * 500, "too_much_at_once"), ("x\n" * 501, "too_many")):
        problems = []
        assert returned._read([], links, problems) == []
        assert [p.code for p in problems][-1] == last and len(problems) < 8
