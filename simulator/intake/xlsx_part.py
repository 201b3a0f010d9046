"""Scans one XML part of an XLSX within limits before anything is built from it."""

import re
from xml.parsers import expat

from simulator.errors import Problem, UserError
from simulator.intake.sheet import MAX_COLUMNS, MAX_ROWS, letters, position, runs, too_many_rows, too_wide

MAX_XML_BYTES = 16_000_000  # of all XML parts after unpacking
MAX_OTHER_ELEMENTS = 20_000  # other than rows, cells and strings; openpyxl is slow with each
MAX_CELLS = 60_000  # written or not; as many as are read within two seconds
MAX_STRINGS = 60_000  # shared ones
MAX_AREA = 3_000_000  # rows × columns from A1 to the last cell
MAX_MERGED = 500  # areas
MAX_ATTRIBUTE = 32_767  # letters
MAX_ATTRIBUTES = 100  # of one element
MAX_BESIDE = 8_192  # characters between two tags that are not the value of a cell; a formula has no more
MAX_FORMAT = 255  # characters of a number format, as in Excel
MAX_ROW = 1_048_576
MAX_DEPTH = 64
_OF_CELLS = {"row", "c", "v", "f", "is", "t", "si"}
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)


class SheetPart:
    """The content of one XML part, without building it: its elements, and the places of cells of a sheet.

    A document type declaration, which every entity attack needs, is refused at its beginning.
    """

    def __init__(self, xml: bytes, name: str, elements_allowed: int):
        self.elements: dict[str, int] = {}
        self.total = 0
        self.merged: list[tuple[int, int, int, int]] = []
        self.without_result: set[tuple[int, int]] = set()  # row, column of formulas
        self.filled_rows = self.last_row = self.last_column = 0
        self._hidden_rows: list[int] = []  # that are not empty
        self._hidden_columns: list[tuple[int, int]] = []
        self._filled_columns: set[int] = set()
        self._row_hidden = False
        self._name, self._allowed, self._depth, self._other = name, elements_allowed, 0, 0
        self._beside, self._is_string = 0, False
        self._row = self._column = 0
        self._row_filled = self._has_formula = self._filled = self._in_value = self._result_is_text = False
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(xml, True)

    def hidden_areas(self) -> list[str]:
        """Hidden rows and columns with content, such as 3:5 and C:C."""
        hidden = {
            c for first, last in self._hidden_columns for c in self._filled_columns if first <= c <= last
        }
        rows = [f"{first}:{last}" for first, last in runs(self._hidden_rows)]
        return rows + [f"{letters(first - 1)}:{letters(last - 1)}" for first, last in runs(sorted(hidden))]

    def _doctype(self, *_declared: object) -> None:
        raise UserError(Problem("unreadable_spreadsheet", self._name, "DOCTYPE"))

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        local = tag.rpartition(" ")[2]
        self.elements[local] = self.elements.get(local, 0) + 1
        self._depth, self.total = self._depth + 1, self.total + 1
        self._other += local not in _OF_CELLS
        self._beside, self._is_string = 0, local in ("v", "t")  # shared ones too
        if self._is_too_much(attributes):
            raise UserError(too_large(self._name))
        if "worksheet" not in self.elements:  # other parts use the elements row and c for something else
            return
        if local == "row":
            self._start_row(attributes)
        elif local == "c":
            self._start_cell(attributes)
        elif local == "col" and _is_hidden(attributes, "width"):
            self._hidden_columns.append((int(attributes["min"]), int(attributes["max"])))
        elif local == "f":
            self._has_formula = True
        elif local in ("v", "t"):
            self._in_value = True
        elif local == "mergeCell":
            self.merged.append(_area(attributes["ref"]))

    def _is_too_much(self, attributes: dict[str, str]) -> bool:
        """Whether there is more than is read, counted before any library sees it."""
        return (
            self._depth > MAX_DEPTH
            or self.total > self._allowed
            or self._other > MAX_OTHER_ELEMENTS
            or self.elements.get("c", 0) > MAX_CELLS
            or self.elements.get("si", 0) > MAX_STRINGS
            or len(self.merged) > MAX_MERGED
            or len(attributes) > MAX_ATTRIBUTES
            or max(map(len, attributes.values()), default=0) > MAX_ATTRIBUTE
            or len(attributes.get("formatCode", "")) > MAX_FORMAT
        )

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = int(attributes.get("r", self._row + 1))
        if not self._row < number <= MAX_ROW:
            raise UserError(Problem("unreadable_spreadsheet", self._name, f"row {number} after {self._row}"))
        self._row, self._column, self._row_filled = number, 0, False
        self._row_hidden = _is_hidden(attributes, "ht")

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._column = _place(attributes["r"])[1] if "r" in attributes else self._column + 1
        self._has_formula = self._filled = False
        self._result_is_text = attributes.get("t") == "str"  # whose result may be empty

    def _text(self, text: str) -> None:
        if self._in_value and text:
            self._filled = True
        elif not self._is_string:
            self._beside += len(text)
            if self._beside > MAX_BESIDE:
                raise UserError(too_large(self._name))

    def _end(self, tag: str) -> None:
        local = tag.rpartition(" ")[2]
        self._depth, self._beside, self._is_string = self._depth - 1, 0, False
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
        self._filled_columns.add(self._column)
        if self._row_hidden and not self._row_filled:
            self._hidden_rows.append(self._row)
        self._row_filled = True
        if self.last_column > MAX_COLUMNS:
            raise UserError(too_wide(self._name, self.last_column))
        if self.filled_rows > MAX_ROWS:
            raise UserError(too_many_rows(self._name))
        if self.last_row * self.last_column > MAX_AREA:
            raise UserError(too_large(self._name))


def _place(address: str) -> tuple[int, int]:
    """Row and column of an address such as B14; raises ValueError."""
    match = _CELL.fullmatch(address)
    if not match:
        raise ValueError(f"no cell address: {address[:20]}")
    return int(match[2]), position(match[1]) + 1


def _area(reference: str) -> tuple[int, int, int, int]:
    first, _, last = reference.partition(":")
    return *_place(first), *_place(last or first)


def _is_hidden(attributes: dict[str, str], size: str) -> bool:
    """Whether a row or column is hidden, or has no height or width."""
    is_flat = size in attributes and float(attributes[size]) == 0
    return is_flat or attributes.get("hidden") in ("1", "true")


def too_large(name: str) -> Problem:
    """The problem of a file with more content than is unpacked."""
    return Problem("unpacks_too_large", name, allowed=MAX_XML_BYTES)
