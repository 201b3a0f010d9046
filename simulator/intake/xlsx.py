"""Reads an uploaded XLSX: every part is unpacked and scanned within limits before openpyxl reads it."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import openpyxl

from simulator.errors import Problem, UserError
from simulator.intake.sheet import FORMULA, MAX_TEXT, SheetRow, SheetTable, Value
from simulator.intake.xlsx_part import MAX_XML_BYTES, SheetPart, too_large

MAX_PARTS = 1_000  # files in the ZIP
MAX_ELEMENTS = 300_000
_CHUNK = 65_536
_OF_XL = ("theme", "drawings", "charts", "media", "printersettings")
_BESIDE = ("docprops/", "customxml/", *(f"xl/{folder}/" for folder in _OF_XL))  # contains no cells

_LITERAL = re.compile(r'"[^"]*"|\\.')  # in a number format, literal text
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
_STRICT = b"purl.oclc.org/ooxml/"
_FAMILIES = (
    (b"spreadsheetml/main", b"spreadsheetml/2006/main"),
    (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
)

# What openpyxl ignores (validation lists, styles) contains no cell values.
warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")


def read_xlsx(data: bytes, name: str) -> list[SheetTable]:
    """Every visible sheet that is not empty; raises UserError."""
    with _refusing(name):
        parts = _unpacked(data, name)
        looked_through = _looked_through(parts, name)
        named = _count(looked_through, "sheet")
        there = _count(looked_through, "worksheet", "chartsheet")
        if named > there:
            raise UserError(Problem("unreadable_spreadsheet", name, "sheets share a part"))
        workbook = openpyxl.load_workbook(_zipped(parts), read_only=True, data_only=True, keep_links=False)
        # openpyxl has no public name for the path of a sheet.
        pairs = [(sheet, looked_through[sheet._worksheet_path]) for sheet in workbook.worksheets]
        filled = [(sheet, part) for sheet, part in pairs if part.filled_rows]
        hidden = [sheet.title for sheet, _ in filled if sheet.sheet_state != "visible"]
        if hidden:
            raise UserError(*(Problem("hidden_sheet", name, title) for title in hidden))
        covered = [(sheet.title, area) for sheet, part in pairs for area in part.hidden_areas()]
        if covered:
            raise UserError(*(Problem("hidden_cells", title, area) for title, area in covered))
        if not filled:
            raise UserError(Problem("empty_table", name))
        return [SheetTable(name, of.title, _rows(of, part), tuple(part.merged)) for of, part in filled]


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    """Turn any error of the ZIP, XML and spreadsheet readers into a problem of the file."""
    try:
        yield
    except UserError:
        raise
    except Exception as error:
        reason = f"{type(error).__name__}: {error}".splitlines()[0]
        raise UserError(Problem("unreadable_spreadsheet", name, reason)) from error


def _unpacked(data: bytes, name: str) -> dict[str, bytes]:
    """The XML parts by path, read in small pieces, since the directory of a ZIP may give wrong sizes."""
    parts: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        _check_kind(archive, members, name)
        is_xml = (m for m in members if m.filename.lower().endswith((".xml", ".rels")))
        wanted = [m for m in is_xml if not m.filename.lower().startswith(_BESIDE)]
        if len(members) > MAX_PARTS or sum(m.file_size for m in wanted) > MAX_XML_BYTES:
            raise UserError(too_large(name))
        left = MAX_XML_BYTES
        for member in wanted:
            if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise UserError(Problem("unreadable_spreadsheet", name, "compression"))
            with archive.open(member) as packed:
                pieces = list(iter(lambda: packed.read(_CHUNK), b""))
            parts[member.filename] = _transitional(b"".join(pieces))
            left -= len(parts[member.filename])
            if left < 0:
                raise UserError(too_large(name))
    return parts


def _transitional(xml: bytes) -> bytes:
    """A part of Strict Open XML, which openpyxl cannot read, with the namespaces that Excel normally uses.

    For a table of cells the two kinds differ only in their namespaces.
    """
    if _STRICT not in xml:
        return xml
    for strict, transitional in _FAMILIES:
        xml = xml.replace(_STRICT + strict, b"schemas.openxmlformats.org/" + transitional)
    return xml


def _check_kind(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], name: str) -> None:
    """Raise UserError for a ZIP that is not a plain XLSX: locked, with macros or links to other files."""
    paths = [member.filename.lower() for member in members]
    if any(member.flag_bits & 1 for member in members):
        raise UserError(Problem("encrypted_file", name))
    if members and members[0].filename == "mimetype":  # the path in that format
        with archive.open(members[0]) as kind:
            if kind.read(100).startswith(_OPEN_DOCUMENT):
                raise UserError(Problem("open_document", name))
    if "[content_types].xml" not in paths or "xl/workbook.bin" in paths:
        raise UserError(Problem("not_spreadsheet", name))
    macros = any("vbaproject" in path or "macrosheets/" in path for path in paths)
    if macros or name.lower().endswith((".xlsm", ".xltm", ".xlam")):
        raise UserError(Problem("macros", name))
    if any(path.startswith("xl/externallinks/") for path in paths):
        raise UserError(Problem("external_links", name))


def _looked_through(parts: dict[str, bytes], name: str) -> dict[str, SheetPart]:
    result: dict[str, SheetPart] = {}
    left = MAX_ELEMENTS
    for path, xml in parts.items():
        result[path] = SheetPart(xml, name, left)
        left -= result[path].total
    return result


def _rows(sheet: Any, part: SheetPart) -> tuple[SheetRow, ...]:
    rows_without_result = {row for row, _ in part.without_result}
    found: list[SheetRow] = []
    short: dict[str, str | None] = {}  # a long text used in many cells is cut once
    rows = sheet.iter_rows(max_row=part.last_row, max_col=part.last_column)
    for number, row in enumerate(rows, 1):
        cells = tuple(map(_as_shown, row))
        # A million empty rows take no time.
        if cells.count(None) < len(cells) or number in rows_without_result:
            places = ((number, column) in part.without_result for column in range(1, len(cells) + 1))
            values = (_value(value, is_open, short) for value, is_open in zip(cells, places))
            found.append(SheetRow(number, tuple(values)))
    return tuple(row for row in found if row.values.count(None) < len(row.values))


def _as_shown(cell: Any) -> Value:
    """The value of a cell; for a percentage the text shown, since 45 % is not the number 0.45."""
    value: Value = cell.value
    if isinstance(value, bool) or not isinstance(value, int | float) or "%" not in cell.number_format:
        return value
    is_scaled = "%" in _LITERAL.sub("", cell.number_format)  # otherwise the sign is only written after it
    return f"{value * 100 if is_scaled else value:.10g}%"


def _value(value: Value, has_no_result: bool, short: dict[str, str | None]) -> Value:
    if has_no_result:
        return FORMULA
    if not isinstance(value, str):
        return value
    if value not in short:
        short[value] = value[:MAX_TEXT] if value.strip() else None
    return short[value]


def _zipped(parts: dict[str, bytes]) -> io.BytesIO:
    """The parts as a ZIP again, with a correct directory."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, xml in parts.items():
            archive.writestr(path, xml)
    return out


def _count(parts: dict[str, SheetPart], *elements: str) -> int:
    return sum(part.elements.get(element, 0) for part in parts.values() for element in elements)
