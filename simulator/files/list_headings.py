"""Finds the table of units in a spreadsheet by its headings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulator.errors import Problem, UserError
from simulator.files.list_words import COLUMNS, HEADINGS, language_of, plain, tidy
from simulator.files.spreadsheet import Row, Table

HEADING_ROWS = 30  # the headings stand within so many rows


@dataclass(frozen=True)
class Headings:
    """A table and the row that says what its columns are; `places` are positions by column."""

    table: Table
    row: Row
    places: Mapping[str, int]
    lang: str

    def problem(self, row: int, code: str, column: str = "", found: Any = None, **values: Any) -> Problem:
        """A problem of a row, or of the cell in one column of it."""
        if not column:
            return Problem(code, self.table.sheet, found, values | {"row": row})
        place = self.places[column]
        return Problem(code, self.address(place, row), found, values | {"row": row, "column": tidy(str(self.row.values[place]))})

    def address(self, place: int, row: int) -> str:
        """A cell as the spreadsheet names it, with its sheet where there are several."""
        sheet = f"{self.table.sheet}!" if self.table.sheet else ""
        return f"{sheet}{letters(place)}{row}"


def letters(place: int) -> str:
    """The letters of a column, position 0 being A."""
    found = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        found = chr(65 + letter) + found
    return found


def find_headings(tables: list[Table], lang: str, sheet: str | None) -> Headings:
    """The one sheet that holds a list, or the sheet named, with its headings; raises UserError.

    `lang` is taken for the list's language where the headings do not tell.
    """
    name, names = tables[0].name, ", ".join(table.sheet for table in tables)
    chosen = [table for table in tables if sheet in (None, table.sheet)]
    if not chosen:
        raise UserError([Problem("unknown_sheet", name, sheet, {"allowed": names})])
    found = [heads for table in chosen if (heads := _headings_of(table, lang))]
    if not found:
        raise UserError([Problem("no_headings", name)])
    if len(found) > 1:
        raise UserError([Problem("several_lists", name, ", ".join(heads.table.sheet for heads in found))])
    return found[0]


def _headings_of(table: Table, lang: str) -> Headings | None:
    """The first row that names a column of units and one of ASN or enrolled; raises UserError where it names one twice."""
    for row in table.rows:
        columns = [HEADINGS.get(plain(value)) if isinstance(value, str) else None for value in row.values]
        if row.number > HEADING_ROWS:
            return None
        if "name" in columns and ("asn" in columns or "enrolled" in columns):
            heads = Headings(table, row, {column: columns.index(column) for column in COLUMNS if column in columns},
                              language_of([str(value) for value in row.values if value is not None]) or lang)
            twice = [heads.problem(row.number, "column_twice", column, tidy(str(row.values[i]))) for i, column in enumerate(columns)
                     if column and columns.index(column) < i]
            if twice:
                raise UserError(twice)
            return heads
    return None
