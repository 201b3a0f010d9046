"""XLSX from a stranger. Every part is unpacked and looked through under bounds first; only then does openpyxl read it."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from xml.parsers import expat

import openpyxl

from simulator.errors import Problem, UserError
from simulator.files.spreadsheet import FORMULA, MAX_COLUMNS, MAX_ROWS, MAX_TEXT, Row, Table, Value, too_many_rows, too_wide

MAX_PARTS = 1_000  # files in the ZIP
MAX_XML_BYTES = 16_000_000  # of all XML parts, unpacked
MAX_ELEMENTS = 500_000
MAX_OTHER_ELEMENTS = 100_000  # than those of rows, cells and strings: openpyxl takes its time with each
MAX_DEPTH = 64
_CHUNK = 65_536
_BESIDE = ("docprops/", "xl/theme/", "xl/drawings/", "xl/charts/", "xl/media/", "customxml/", "xl/printersettings/")  # holds no cell
_OF_CELLS = {"row", "c", "v", "f", "is", "t", "si"}
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)

# What openpyxl leaves out (validation lists, styles) holds no cell values.
warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")


def read_xlsx(data: bytes, name: str) -> list[Table]:
    """Every visible sheet that holds something; raises UserError."""
    with _refusing(name):
        parts = _unpacked(data, name)
        looked_through = _looked_through(parts, name)
        if _count(looked_through, "sheet") > _count(looked_through, "worksheet") + _count(looked_through, "chartsheet"):
            raise UserError([Problem("unreadable_spreadsheet", name, "sheets share a part")])
        workbook = openpyxl.load_workbook(_zipped(parts), read_only=True, data_only=True, keep_links=False)
        pairs = [(sheet, looked_through[sheet._worksheet_path]) for sheet in workbook.worksheets]  # openpyxl has no public name for it
        hidden = [sheet.title for sheet, part in pairs if sheet.sheet_state != "visible" and part.filled_rows]
        if hidden:
            raise UserError([Problem("hidden_sheet", name, title) for title in hidden])
        filled = [(sheet, part) for sheet, part in pairs if part.filled_rows]
        if not filled:
            raise UserError([Problem("empty_table", name)])
        return [Table(name, sheet.title, _rows(sheet, part), tuple(part.merged)) for sheet, part in filled]


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    """Whatever the ZIP, XML and spreadsheet readers object to is a problem of the file: they raise errors of any kind on a broken one."""
    try:
        yield
    except UserError:
        raise
    except Exception as error:
        raise UserError([Problem("unreadable_spreadsheet", name, f"{type(error).__name__}: {error}".splitlines()[0])]) from error


def _unpacked(data: bytes, name: str) -> dict[str, bytes]:
    """The XML parts by path, read in small pieces: what the ZIP's directory says of their size is checked, not believed."""
    parts: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        _check_kind(archive, members, name)
        wanted = [m for m in members if m.filename.lower().endswith((".xml", ".rels")) and not m.filename.lower().startswith(_BESIDE)]
        if len(members) > MAX_PARTS or sum(m.file_size for m in wanted) > MAX_XML_BYTES:
            raise UserError([_too_large(name)])
        left = MAX_XML_BYTES
        for member in wanted:
            if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise UserError([Problem("unreadable_spreadsheet", name, "compression")])
            with archive.open(member) as packed:
                pieces = list(iter(lambda: packed.read(_CHUNK), b""))
            parts[member.filename] = b"".join(pieces)
            left -= len(parts[member.filename])
            if left < 0:
                raise UserError([_too_large(name)])
    return parts


def _check_kind(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], name: str) -> None:
    """Raises UserError for a ZIP that is no plain XLSX: locked, with macros, with links to other files, or another format."""
    paths = [member.filename.lower() for member in members]
    if any(member.flag_bits & 1 for member in members):
        raise UserError([Problem("encrypted_file", name)])
    if "[content_types].xml" not in paths or "xl/workbook.bin" in paths:
        raise UserError([Problem("not_spreadsheet", name)])
    macros = any("vbaproject" in path or "macrosheets/" in path for path in paths)
    if macros or name.lower().endswith((".xlsm", ".xltm", ".xlam")):
        raise UserError([Problem("macros", name)])
    if any(path.startswith("xl/externallinks/") for path in paths):
        raise UserError([Problem("external_links", name)])


def _looked_through(parts: dict[str, bytes], name: str) -> dict[str, "_Part"]:
    found: dict[str, _Part] = {}
    left = MAX_ELEMENTS
    for path, xml in parts.items():
        found[path] = _Part(xml, name, left)
        left -= found[path].total
    return found


class _Part:
    """What one XML part holds, found without building anything: its elements, and of a sheet where its cells lie.

    A document type declaration, the beginning of every entity trick, is refused where it begins.
    """

    def __init__(self, xml: bytes, name: str, elements_allowed: int):
        self.elements: dict[str, int] = {}
        self.total = 0
        self.merged: list[tuple[int, int, int, int]] = []
        self.without_result: set[tuple[int, int]] = set()  # row, column of formulas
        self.filled_rows = self.last_row = self.last_column = 0
        self._name, self._allowed, self._depth, self._other = name, elements_allowed, 0, 0
        self._row = self._column = 0
        self._row_filled = self._has_formula = self._filled = self._in_value = self._result_is_text = False
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = self._start, self._end, self._text
        parser.Parse(xml, True)

    def _doctype(self, *_declared) -> None:
        raise UserError([Problem("unreadable_spreadsheet", self._name, "DOCTYPE")])

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        local = tag.rpartition(" ")[2]
        self.elements[local] = self.elements.get(local, 0) + 1
        self._depth, self.total = self._depth + 1, self.total + 1
        self._other += local not in _OF_CELLS
        if self._depth > MAX_DEPTH or self.total > self._allowed or self._other > MAX_OTHER_ELEMENTS:
            raise UserError([_too_large(self._name)])
        if "worksheet" not in self.elements:  # other parts have rows and c's of their own
            return
        if local == "row":
            self._start_row(attributes)
        elif local == "c":
            self._start_cell(attributes)
        elif local == "f":
            self._has_formula = True
        elif local in ("v", "t"):
            self._in_value = True
        elif local == "mergeCell":
            self.merged.append(_area(attributes["ref"]))

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = int(attributes.get("r", self._row + 1))
        if number <= self._row:
            raise UserError([Problem("unreadable_spreadsheet", self._name, f"row {number} after {self._row}")])
        self._row, self._column, self._row_filled = number, 0, False

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._column = _place(attributes["r"])[1] if "r" in attributes else self._column + 1
        self._has_formula = self._filled = False
        self._result_is_text = attributes.get("t") == "str"  # whose result may be empty

    def _text(self, text: str) -> None:
        if self._in_value and text:
            self._filled = True

    def _end(self, tag: str) -> None:
        local = tag.rpartition(" ")[2]
        self._depth -= 1
        if local in ("v", "t"):
            self._in_value = False
        elif local == "c" and self._row:
            if self._has_formula and not self._filled and not self._result_is_text:
                self.without_result.add((self._row, self._column))
            if self._has_formula or self._filled:
                self._fill_cell()

    def _fill_cell(self) -> None:
        self.last_row, self.last_column = self._row, max(self.last_column, self._column)
        self.filled_rows += not self._row_filled
        self._row_filled = True
        if self.last_column > MAX_COLUMNS:
            raise UserError([too_wide(self._name, self.last_column)])
        if self.filled_rows > MAX_ROWS:
            raise UserError([too_many_rows(self._name)])


def _rows(sheet, part: _Part) -> tuple[Row, ...]:
    rows_without_result = {row for row, _ in part.without_result}
    found, short = [], {}  # a long text that stands in many cells is cut once
    for number, cells in enumerate(sheet.iter_rows(max_row=part.last_row, max_col=part.last_column, values_only=True), 1):
        if cells.count(None) < len(cells) or number in rows_without_result:  # a million empty rows cost no time
            found.append(Row(number, tuple(_value(value, (number, column) in part.without_result, short) for column, value in enumerate(cells, 1))))
    return tuple(row for row in found if row.values.count(None) < len(row.values))


def _value(value: Value, has_no_result: bool, short: dict[str, str | None]) -> Value:
    if has_no_result:
        return FORMULA
    if not isinstance(value, str):
        return value
    if value not in short:
        short[value] = value[:MAX_TEXT] if value.strip() else None
    return short[value]


def _zipped(parts: dict[str, bytes]) -> io.BytesIO:
    """The parts as a ZIP again, whose directory tells the truth."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, xml in parts.items():
            archive.writestr(path, xml)
    return out


def _count(parts: dict[str, _Part], element: str) -> int:
    return sum(part.elements.get(element, 0) for part in parts.values())


def _place(address: str) -> tuple[int, int]:
    """Row and column of an address such as B14; raises ValueError."""
    match = _CELL.fullmatch(address)
    if not match:
        raise ValueError(f"no cell address: {address[:20]}")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


def _area(reference: str) -> tuple[int, int, int, int]:
    first, _, last = reference.partition(":")
    return *_place(first), *_place(last or first)


def _too_large(name: str) -> Problem:
    return Problem("unpacks_too_large", name, None, {"allowed": MAX_XML_BYTES})
