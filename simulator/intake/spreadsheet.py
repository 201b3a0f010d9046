"""Reads an uploaded spreadsheet as plain tables: XLSX, CSV or pasted text, whole or not at all."""

import csv
import io
import re

from simulator.errors import Problem, UserError
from simulator.intake.sheet import (
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_TEXT,
    SheetRow,
    SheetTable,
    too_many_rows,
    too_wide,
)

MAX_FILE_BYTES = 5_000_000

_CONTROL = re.compile(rb"[^\t\r\n -\xff]")
_NOT_WESTERN = re.compile("[^\\x00-\\x7f\u00a0\u00ad§°²³·½×À-ÿ‘’“”–—…•]+|[À-ÿ]{2,}")
"""Signs of another encoding: characters that no list contains, or adjacent accented letters."""


def read_tables(data: bytes, name: str) -> list[SheetTable]:
    """Every visible sheet of a file that is not empty, whatever the file's ending; raises UserError.

    For a formula its stored result is read, since that is what the sheet shows. Refused are encrypted files,
    macros, links to other files, hidden sheets, rows and columns with content, a text that may be in another
    encoding, and anything beyond the limits above.
    """
    # openpyxl is slow to load, and most visits do not need it.
    from simulator.intake.xlsx import read_xlsx

    if len(data) > MAX_FILE_BYTES:
        raise UserError(Problem("too_large", name, len(data), allowed=MAX_FILE_BYTES))
    if not is_text(data):
        return read_xlsx(data, name)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise UserError(Problem("encrypted_file" if locked else "old_spreadsheet", name))
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))  # Excel's "Unicode text" format
    if data.startswith((b"%PDF", b"{\\rtf")) or not wide and _CONTROL.search(data):
        raise UserError(Problem("not_spreadsheet", name))
    text, encoding = _decoded(data, name, "utf-16" if wide else "")
    return [read_text(text, name, encoding)]


def is_text(data: bytes) -> bool:
    """Whether a file would be read as text."""
    return not data.startswith(b"PK\x03\x04")


def read_text(text: str, name: str, encoding: str = "utf-8") -> SheetTable:
    """The table in a CSV (comma, semicolon or tab) or in pasted cells; raises UserError."""
    if len(text) > MAX_FILE_BYTES:
        raise UserError(Problem("too_large", name, len(text), allowed=MAX_FILE_BYTES))
    if not text.strip():
        raise UserError(Problem("empty_table", name))
    control = next((c for c in text if c < " " and c not in "\t\r\n"), None)
    if control or text.lstrip().startswith("<"):  # web systems often name an HTML page .xls
        raise UserError(Problem("not_spreadsheet", name))
    hint = re.match(r"sep=([;,\t])\r?\n", text)  # Excel writes it, and hides it
    rows = _records(text[hint.end() :], hint[1], name, 2) if hint else _best_reading(text, name)
    return SheetTable(name, "", tuple(rows), encoding=encoding)


def _best_reading(text: str, name: str) -> list[SheetRow]:
    """The rows, split by the delimiter that splits most of them.

    Raises UserError if only an invalid one does.
    """
    readings = [_attempt(text, delimiter, name) for delimiter in "\t;,"]
    best = max(readings, key=_split)
    if isinstance(best, UserError):
        raise best
    return best


def _split(reading: list[SheetRow] | UserError) -> float:
    """The rows, and how many have several cells; an error counts as more than none and less than one."""
    return 0.5 if isinstance(reading, UserError) else sum(len(row.values) > 1 for row in reading)


def _attempt(text: str, delimiter: str, name: str) -> list[SheetRow] | UserError:
    try:
        return _records(text, delimiter, name, 1)
    except UserError as error:  # raised by the caller, unless another delimiter splits the text
        return error


def _records(text: str, delimiter: str, name: str, first_number: int) -> list[SheetRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[SheetRow] = []
    try:
        for number, cells in enumerate(reader, first_number):
            values = [cell[:MAX_TEXT] if cell.strip() else None for cell in cells]
            while values and values[-1] is None:
                values.pop()
            if len(values) > MAX_COLUMNS:
                raise UserError(too_wide(name, len(values)))
            if values:
                rows.append(SheetRow(number, tuple(values)))
            if len(rows) > MAX_ROWS:
                raise UserError(too_many_rows(name))
    except csv.Error as error:
        code = "cell_too_long" if "limit" in str(error) else "not_csv"
        raise UserError(Problem(code, f"{name}:{reader.line_num}", allowed=csv.field_size_limit())) from error
    return rows


def _decoded(data: bytes, name: str, marked: str) -> tuple[str, str]:
    """The text in the encoding of its byte order mark, otherwise in UTF-8, otherwise in cp1252."""
    for encoding in [marked] if marked else ["utf-8-sig", "cp1252"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            found, position = f"0x{data[error.start]:02x}", error.start + 1
            problem = Problem("unknown_encoding", name, found, position=position)
            continue
        if encoding == "cp1252":
            _check_western(text, name)
        return text, encoding.removesuffix("-sig")
    raise UserError(problem)


def _check_western(text: str, name: str) -> None:
    """Raise UserError for characters nobody here would write, since cp1252 can decode nearly any bytes."""
    odd = _NOT_WESTERN.search(text)
    if odd is None and text.count("“") != text.count("”"):
        odd = re.search("[“”]", text)
    if odd:
        line = text.count("\n", 0, odd.start()) + 1
        raise UserError(Problem("doubtful_encoding", f"{name}:{line}", odd[0]))
