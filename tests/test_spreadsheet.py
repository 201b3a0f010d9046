"""Spreadsheets as plain tables: files of LibreOffice are read as displayed, and dangerous files are refused quickly."""

import contextlib
import io
import struct
import tracemalloc
import zipfile
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import numbers
from spreadsheets import MAIN, RELATIONS, book, libreoffice, parts_of, raw, zipped
from strategies import examples

from simulator.errors import UserError
from simulator.intake.sheet import FORMULA, MAX_COLUMNS, MAX_ROWS, MAX_TEXT, SheetRow
from simulator.intake.spreadsheet import MAX_FILE_BYTES, read_tables, read_text
from simulator.intake.xlsx import MAX_XML_BYTES
from simulator.words.errors import problem_text

pytestmark = pytest.mark.filterwarnings(
    "ignore:Workbook contains no stylesheet"
)  # those written part by part have none
CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'


def refused(data: bytes, name: str = "daftar.xlsx") -> list[str]:
    """The codes of the problems of a file, each with a sentence in both languages."""
    with pytest.raises(UserError) as caught:
        read_tables(data, name)
    assert all(problem_text(problem, lang) for problem in caught.value.problems for lang in ("id", "en"))
    return [problem.code for problem in caught.value.problems]


def values(data: bytes | str, name: str = "daftar.csv") -> list[tuple]:
    """The values of every row of the only table."""
    (table,) = [read_text(data, name)] if isinstance(data, str) else read_tables(data, name)
    return [row.values for row in table.rows]


# ---- files of a real spreadsheet program


def _authored() -> dict[str, bytes]:
    def finish(workbook):
        sheet = workbook["Lembar1"]
        sheet["D2"].number_format = numbers.FORMAT_DATE_DDMMYY
        sheet["A2"].number_format = numbers.FORMAT_TEXT
        sheet.merge_cells("A6:B6")

    rows = [
        ["Kode", "ASN", "Peserta", "Bulan"],
        ["33.24.04", 1256, 46.0, datetime(2025, 9, 1)],
        ["007", 83, "=B3-80", None],
        [],
        ["Jumlah", "=SUM(B2:B3)"],
        ["A", None],
    ]

    def hide(workbook):
        workbook["Lembar2"].sheet_state = "hidden"

    return {
        "sebagian-tersembunyi.xlsx": partly_hidden(),
        "daftar.xlsx": book(rows, change=finish),
        "dua.xlsx": book([["a"]], [["b"]]),
        "tersembunyi.xlsx": book([["a"]], [["rahasia"]], change=hide),
        "kosong-tersembunyi.xlsx": book([["a"]], [], change=hide),
    }


def partly_hidden() -> bytes:
    """A sheet with two hidden rows and a hidden column of data."""

    def hide(workbook):
        sheet = workbook["Lembar1"]
        sheet.row_dimensions[2].hidden = sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["C"].hidden = True
        sheet.auto_filter.ref = "A1:C4"

    return book([["Nama", "ASN", "Peserta"], ["A", 5, 1], ["B", 5, 1], ["C", 5, 1]], change=hide)


@pytest.fixture(scope="module")
def office():
    """The same spreadsheets as LibreOffice saves them, by ending and name."""
    authored = _authored()
    return {ending: libreoffice(authored, ending) for ending in ("xlsx", "xls", "ods", "csv")}


def test_what_libreoffice_shows_is_what_is_read_formulas_dates_and_codes(office):
    (table,) = read_tables(office["xlsx"]["daftar"], "daftar.xlsx")
    assert table.rows == (
        SheetRow(1, ("Kode", "ASN", "Peserta", "Bulan")),
        SheetRow(2, ("33.24.04", 1256, 46, datetime(2025, 9, 1))),
        SheetRow(3, ("007", 83, 3, None)),
        SheetRow(5, ("Jumlah", 1339, None, None)),
        SheetRow(6, ("A", None, None, None)),
    )
    assert table.merged == ((6, 1, 6, 2),) and table.sheet == "Lembar1"


def test_every_visible_sheet_is_a_table_and_a_hidden_one_with_data_is_refused(office):
    assert [(t.sheet, t.rows[0].values) for t in read_tables(office["xlsx"]["dua"], "dua.xlsx")] == [
        ("Lembar1", ("a",)),
        ("Lembar2", ("b",)),
    ]
    assert refused(office["xlsx"]["tersembunyi"]) == ["hidden_sheet"]
    assert [t.sheet for t in read_tables(office["xlsx"]["kosong-tersembunyi"], "x.xlsx")] == ["Lembar1"]


def test_the_csv_that_libreoffice_writes_holds_the_same_rows_as_text(office):
    rows = values(office["csv"]["daftar"])
    assert [row[:3] for row in rows] == [
        ("Kode", "ASN", "Peserta"),
        ("33.24.04", "1256", "46"),
        ("007", "83", "3"),
        ("Jumlah", "1339"),
        ("A",),
    ]


@pytest.mark.parametrize("ending, code", [("xls", "old_spreadsheet"), ("ods", "open_document")])
def test_other_formats_of_libreoffice_are_refused_whatever_they_are_called(office, ending, code):
    for name in ("daftar.xlsx", f"daftar.{ending}", "daftar.csv"):
        assert refused(office[ending]["daftar"], name) == [code]


# ---- CSV and pasted cells


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Nama;ASN\nDinas A, B;1.256\n", [("Nama", "ASN"), ("Dinas A, B", "1.256")]),
        ('Nama,ASN\r\n"Dinas A, B",83\r\n', [("Nama", "ASN"), ("Dinas A, B", "83")]),
        ("Nama\tASN\nDinas A; B, C\t83", [("Nama", "ASN"), ("Dinas A; B, C", "83")]),
        ("sep=;\nNama;ASN\nA;83\n", [("Nama", "ASN"), ("A", "83")]),
        ("Nama;ASN;;\n;;;\nA;83;;\n", [("Nama", "ASN"), ("A", "83")]),
        ('Nama\tASN\n"Dinas A\nSubbag ""B"""\t83', [("Nama", "ASN"), ('Dinas A\nSubbag "B"', "83")]),
    ],
)
def test_comma_semicolon_and_tab_are_distinguished(text, expected):
    assert values(text) == expected


def test_rows_keep_the_numbers_that_a_spreadsheet_shows():
    assert [row.number for row in read_text("Judul;\n\n;\nNama;ASN\nA;1\n", "x.csv").rows] == [1, 4, 5]
    assert [row.number for row in read_text("sep=;\nNama;ASN\nA;1\n", "x.csv").rows] == [2, 3]


@pytest.mark.parametrize(
    "encoding, expected",
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16"), ("cp1252", "cp1252")],
)
def test_the_encodings_of_excel_are_read_and_named(encoding, expected):
    (table,) = read_tables("Nama;ASN\nDinas “Ç” – é;83\n".encode(encoding), "x.csv")
    assert table.rows[1].values == ("Dinas “Ç” – é", "83") and table.encoding == expected


@pytest.mark.parametrize(
    "data, code",
    [
        (b"", "empty_table"),
        (b" \r\n\t\n", "empty_table"),
        ("Nama;ASN".encode("utf-16-le"), "not_spreadsheet"),
        (b"Nama;ASN\nA\x81;1", "unknown_encoding"),
        ("Nama".encode("utf-16") + b"\xd8", "unknown_encoding"),
        (b"<html><table><tr><td>Nama", "not_spreadsheet"),
        (b"%PDF-1.7\n\x00\x01", "not_spreadsheet"),
        (b'Nama;ASN\n"Dinas "A"";83\n', "not_csv"),
        (b'Nama;ASN\n"Dinas A;83\n', "not_csv"),
        (b"x" * (MAX_FILE_BYTES + 1), "too_large"),
        (b"1\n" * 1_000_000, "too_many_rows"),
        (b"1;" * 120 + b"1", "too_many_columns"),
        (b"\x89PNG\r\n\x1a\n\x00", "not_spreadsheet"),
    ],
)
def test_a_text_that_is_no_table_is_refused(data, code):
    assert refused(data, "daftar.csv") == [code]


# ---- dangerous XLSX files


def _with(**more) -> bytes:
    return raw(CELL, **{path.replace("__", "/"): content for path, content in more.items()})


def _lying(parts: dict[str, bytes], path: str) -> bytes:
    """A ZIP whose directory gives ten bytes as the size of one part."""
    data = bytearray(zipped(parts))
    at = data.rfind(path.encode()) - 46  # its entry in the central directory
    assert data[at : at + 4] == b"PK\x01\x02"
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(data)


BOMB = b" " * (MAX_XML_BYTES + 1)
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{10 * ("&" + a + ";")}">' for a, b in zip("abcdefgh", "bcdefghi"))
    + "]>"
)


@pytest.mark.parametrize(
    "data, name, codes",
    [
        (lambda: raw(CELL, **{"xl/worksheets/sheet2.xml": BOMB}), "x.xlsx", ["unpacks_too_large"]),
        (
            lambda: _lying(
                parts_of(raw(CELL)) | {"xl/worksheets/sheet2.xml": b"<a>" + BOMB * 4 + b"</a>"},
                "xl/worksheets/sheet2.xml",
            ),
            "x.xlsx",
            ["unreadable_spreadsheet"],
        ),
        (raw(CELL, before=LAUGHS), "x.xlsx", ["unreadable_spreadsheet"]),
        (
            raw(
                CELL,
                **{"xl/sharedStrings.xml": f'<!DOCTYPE sst SYSTEM "file:///etc/hosts"><sst xmlns="{MAIN}"/>'},
            ),
            "x.xlsx",
            ["unreadable_spreadsheet"],
        ),
        (
            raw(
                CELL,
                **{
                    "xl/sharedStrings.xml": f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE sst []><sst xmlns="{MAIN}"/>'.encode(
                        "utf-16"
                    )
                },
            ),
            "x.xlsx",
            ["unreadable_spreadsheet"],
        ),
        (
            lambda: raw("".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 1_000_001))),
            "x.xlsx",
            ["unpacks_too_large"],
        ),
        (
            lambda: raw(
                "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, MAX_ROWS + 2))
            ),
            "x.xlsx",
            ["too_many_rows"],
        ),
        (raw('<row r="1"><c r="XFD1"><v>1</v></c></row>'), "x.xlsx", ["too_many_columns"]),
        (raw("<a>" * 100 + "</a>" * 100), "x.xlsx", ["unpacks_too_large"]),
        (raw('<row r="2"><c r="A2"><v>1</v></c></row>' + CELL), "x.xlsx", ["unreadable_spreadsheet"]),
        (raw(CELL, **{"xl/vbaProject.bin": b"x"}), "x.xlsx", ["macros"]),
        (raw(CELL), "x.xlsm", ["macros"]),
        (raw(CELL, **{"xl/macrosheets/sheet1.xml": "<a/>"}), "x.xlsx", ["macros"]),
        (raw(CELL, **{"xl/externalLinks/externalLink1.xml": "<a/>"}), "x.xlsx", ["external_links"]),
        (raw(CELL, **{"xl/workbook.bin": b"x"}), "x.xlsb", ["not_spreadsheet"]),
        (raw(""), "x.xlsx", ["empty_table"]),
        (raw('<row r="1"><c r="A1" s="1"/></row>'), "x.xlsx", ["empty_table"]),
        (raw('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'), "x.xlsx", ["unreadable_spreadsheet"]),
        (zipped({"word/document.xml": "<a/>"}), "x.xlsx", ["not_spreadsheet"]),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "x.xlsx",
            ["encrypted_file"],
        ),
        (b"PK\x03\x04 and nothing more", "x.xlsx", ["unreadable_spreadsheet"]),
    ],
)
def test_a_hostile_or_broken_workbook_is_refused(data, name, codes):
    assert refused(data() if callable(data) else data, name) == codes


def test_a_sheet_listed_a_thousand_times_is_read_no_thousand_times():
    sheets = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 1001))
    content = parts_of(raw(CELL))["xl/workbook.xml"].decode()
    start, end = content.index("<sheets>") + 8, content.index("</sheets>")
    assert refused(raw(CELL, **{"xl/workbook.xml": content[:start] + sheets + content[end:]})) == [
        "unreadable_spreadsheet"
    ]


def test_a_locked_member_of_the_zip_is_reported_as_a_password():
    data = bytearray(raw(CELL))
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    assert refused(bytes(data)) == ["encrypted_file"]


def test_a_bomb_does_not_unfold_in_memory():
    data = _lying(
        parts_of(raw(CELL)) | {"xl/worksheets/sheet2.xml": b"<a>" + b" " * 150_000_000 + b"</a>"},
        "xl/worksheets/sheet2.xml",
    )
    assert len(data) < 1_000_000
    tracemalloc.start()
    assert refused(data) == ["unreadable_spreadsheet"]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000


def test_a_long_text_that_stands_in_many_cells_is_kept_once():
    (table,) = read_tables(
        raw(
            '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>' * 300,
            f"<si><t>{5_000_000 * 'a'}</t></si>",
        ),
        "x.xlsx",
    )
    cells = [value for row in table.rows for value in row.values]
    assert len(cells) == 600 and len({id(value) for value in cells}) == 1 and len(cells[0]) == MAX_TEXT


def test_a_formula_without_a_stored_result_is_marked_and_one_with_it_is_its_result():
    rows = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f>1+1</f><v></v></c>'
        '<c r="D1" t="str"><f>""</f><v></v></c><c r="E1" t="str"><f>"x"</f><v>x</v></c></row>'
    )
    assert values(raw(rows)) == [(2, FORMULA, FORMULA, None, "x")]
    assert values(book([["a", "=1+1"]])) == [("a", FORMULA)]


def test_a_cell_far_below_costs_nothing_and_keeps_its_row():
    (table,) = read_tables(raw(CELL + '<row r="1048576"><c r="B1048576"><v>5</v></c></row>'), "x.xlsx")
    assert table.rows == (SheetRow(1, (1, None)), SheetRow(1_048_576, (None, 5)))


def test_a_percentage_is_the_text_the_sheet_shows_and_no_other_format_changes_a_value():
    def formats(workbook):
        sheet = workbook["Lembar1"]
        for cell, shape in zip(sheet[1], ("0%", "0.0%;-0.0%", '0"%"', "#,##0", '0" orang"', "0%")):
            cell.number_format = shape

    assert values(book([[1, 0.0942, 45, 1256, 46, "teks"]], change=formats)) == [
        ("100%", "9.42%", "45%", 1256, 46, "teks")
    ]


def test_strict_open_xml_is_read_like_any_other_with_its_formats_and_dates():
    def strict(text):
        families = ("spreadsheetml/main", "officeDocument/relationships")
        for of, name in zip((MAIN, RELATIONS), families):
            text = text.replace(of.encode(), b"http://purl.oclc.org/ooxml/" + name.encode())
        return text

    def formats(workbook):
        workbook["Lembar1"]["C2"].number_format = "0%"

    parts = parts_of(book([["Nama", "ASN", "x", "y"], ["A", 5, 1, datetime(2025, 9, 1)]], change=formats))
    made = zipped({path: strict(content) for path, content in parts.items()})
    assert b"purl.oclc.org" in parts_of(made)["xl/workbook.xml"]
    assert values(made) == [("Nama", "ASN", "x", "y"), ("A", 5, "100%", datetime(2025, 9, 1))]
    # As Excel itself writes dates there.
    dated = raw('<row r="1"><c r="A1" t="d"><v>2025-09-01T00:00:00</v></c></row>')
    assert values(zipped({path: strict(content) for path, content in parts_of(dated).items()})) == [
        (datetime(2025, 9, 1),)
    ]


def test_other_kinds_of_spreadsheet_are_refused_by_their_name_with_what_to_do():
    for data, name in (
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "OpenDocument (.ods)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Excel 97–2003 (.xls)"),
    ):
        with pytest.raises(UserError) as caught:
            read_tables(data, "daftar.xlsx")
        shown = problem_text(caught.value.problems[0], "id")
        assert name in shown and "Simpan sebagai Excel Workbook (.xlsx)" in shown


def test_a_wrong_dimension_in_the_file_hides_no_row():
    parts = parts_of(raw(CELL + '<row r="2"><c r="B2"><v>5</v></c></row>'))
    sheet = parts["xl/worksheets/sheet1.xml"].replace(b"<sheetData>", b'<dimension ref="A1"/><sheetData>')
    assert values(zipped(parts | {"xl/worksheets/sheet1.xml": sheet})) == [(1, None), (None, 5)]


def test_a_text_too_long_for_any_name_is_cut_where_it_cannot_pass_for_one():
    assert values(book([["x" * 30_000]])) == [("x" * MAX_TEXT,)] and MAX_TEXT > 300


# ---- arbitrary content


@examples(300)
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"\xef\xbb\xbf"]),
)
def test_any_bytes_are_a_table_or_a_refusal(data, start):
    try:
        tables = read_tables(start + data, "x.xlsx")
    except UserError:
        return
    assert all(len(row.values) <= MAX_COLUMNS for table in tables for row in table.rows)


@examples(300)
@given(st.text(alphabet=st.sampled_from(list("ab1.,;\t\n\r\"= 'é")), max_size=200))
def test_any_text_is_a_table_or_a_refusal(text):
    with contextlib.suppress(UserError):
        read_text(text, "x.csv")


MUTABLE = parts_of(
    book([["Kode", "Nama", "ASN"], ["a", "b", 5], ["c", "=1+1", datetime(2025, 9, 1)]], [["x"]])
)


@examples(200)
@given(st.data())
def test_a_workbook_changed_anywhere_inside_is_a_table_or_a_refusal(data):
    path = data.draw(st.sampled_from(sorted(MUTABLE)))
    content = bytearray(MUTABLE[path])
    for _ in range(data.draw(st.integers(1, 4))):
        at, length = data.draw(st.integers(0, max(0, len(content) - 1))), data.draw(st.integers(0, 12))
        content[at : at + length] = data.draw(
            st.binary(max_size=6)
            | st.sampled_from([b"9" * 30, b'"', b"<", b"A1", b"nan", b"1e999", b"-1", b"<c>", b"</row>"])
        )
    try:
        tables = read_tables(zipped(MUTABLE | {path: bytes(content)}), "x.xlsx")
    except UserError:
        return
    assert sum(len(table.rows) for table in tables) <= MAX_ROWS * len(tables)


@examples(150)
@given(st.data())
def test_a_zip_changed_anywhere_is_a_table_or_a_refusal(data):
    content = bytearray(zipped(MUTABLE))
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    if data.draw(st.booleans()):
        del content[data.draw(st.integers(4, len(content) - 1)) :]
    with contextlib.suppress(UserError):
        read_tables(bytes(content), "x.xlsx")


def test_the_fixtures_are_what_they_say():
    assert zipfile.is_zipfile(io.BytesIO(raw(CELL))) and values(raw(CELL)) == [(1,)]


# ---- misleading content


def test_hidden_rows_and_columns_that_hold_something_are_refused_with_their_range(office):
    for made in (partly_hidden(), office["xlsx"]["sebagian-tersembunyi"]):
        with pytest.raises(UserError) as caught:
            read_tables(made, "x.xlsx")
        assert [(p.code, p.where, p.found) for p in caught.value.problems] == [
            ("hidden_cells", "Lembar1", "2:3"),
            ("hidden_cells", "Lembar1", "C:C"),
        ]
        assert "Unhide" in problem_text(caught.value.problems[0], "id")


def test_a_filter_that_hides_nothing_and_empty_hidden_columns_are_no_matter():
    def change(workbook):
        workbook["Lembar1"].auto_filter.ref = "A1:B2"
        workbook["Lembar1"].column_dimensions["D"].hidden = workbook["Lembar1"].row_dimensions[9].hidden = (
            True
        )

    assert values(book([["Nama", "ASN"], ["A", 5]], change=change)) == [("Nama", "ASN"), ("A", 5)]
    for flat in (
        '<row r="1" ht="0" customHeight="1"><c r="A1"><v>1</v></c></row>',
        '<row r="1" hidden="true"><c r="A1"><v>1</v></c></row>',
    ):
        assert refused(raw(flat)) == ["hidden_cells"]


@pytest.mark.parametrize(
    "encoding, name",
    [
        ("shift-jis", "日本"),
        ("shift-jis", "健康福祉課"),
        ("cp1251", "Здоровье"),
        ("gbk", "卫生局"),
        ("cp850", "Dinas é"),
        ("mac-roman", "Dinas é"),
    ],
)
def test_a_text_in_another_encoding_is_refused_and_not_taken_with_broken_names(encoding, name):
    (code,) = refused(f"Nama OPD;ASN;Peserta\n{name};83;4\n".encode(encoding), "daftar.csv")
    assert code in ("doubtful_encoding", "unknown_encoding")


def test_a_pdf_by_any_name_is_no_spreadsheet():
    for data in (b"%PDF-1.4\nplain text only\n", b"%PDF-1.7\n%\xe2\xe3\x8f\xd3\n1 0 obj\x00"):
        assert refused(data, "daftar.xlsx") == ["not_spreadsheet"]


def test_a_broken_quote_is_reported_in_the_reader_s_language():
    with pytest.raises(UserError) as caught:
        read_text('Nama;ASN\n"Dinas "A"";83\n', "quote.csv")
    lines = [problem_text(p, lang) for p in caught.value.problems for lang in ("id", "en")]
    assert (
        lines[0].startswith("quote.csv:2: tanda kutip tidak ditutup")
        and lines[1].startswith("quote.csv:2: a quote is not closed")
        and "expected" not in "".join(lines)
    )
