"""Finds the table of units in a spreadsheet by its headings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.errors import Problem, UserError
from simulator.intake.list_words import UNIT_WORDS, ListWords, language_of
from simulator.intake.sheet import SheetRow, SheetTable, Value
from simulator.store.names import plain, tidy

HEADING_ROWS = 30  # the headings stand within so many rows


@dataclass(frozen=True)
class Headings:
    """A table and the row that says what its columns are; `places` are positions by column."""

    table: SheetTable
    row: SheetRow
    places: Mapping[str, int]
    lang: str

    def problem(self, row: int, code: str, column: str = "", found: Any = None, **values: Any) -> Problem:
        """A problem of a row, or of the cell in one column of it."""
        if not column:
            return Problem(code, self.table.sheet, found, **values, row=row)
        place = self.places[column]
        where, heading = self.address(place, row), tidy(str(self.row.values[place]))
        return Problem(code, where, found, **values, row=row, column=heading)

    def cells(self, row: SheetRow, problems: list[Problem]) -> dict[str, Value]:
        """The cells of a row by column; one in a column without a heading is a problem."""
        headings = self.row.values
        problems += [
            Problem("cell_without_heading", self.address(place, row.number), value, row=row.number)
            for place, value in enumerate(row.values)
            if value is not None and (place >= len(headings) or headings[place] is None)
        ]
        values = dict(enumerate(row.values))
        return {column: values.get(place) for column, place in self.places.items()}

    def notes(self) -> list[Problem]:
        """What should be known of how the table is read: its encoding, and columns that are not."""
        read, name = self.places.values(), self.table.name
        unread = [tidy(str(v)) for i, v in enumerate(self.row.values) if v is not None and i not in read]
        notes = [Problem("read_as_cp1252", name)] if self.table.encoding == "cp1252" else []
        return notes + ([Problem("unread_columns", name, ", ".join(unread))] if unread else [])

    def merged(self, rows: Iterable[int]) -> list[Problem]:
        """A problem of each range of merged cells in the columns read of these rows."""
        found = []
        for top, left, bottom, right in self.table.merged:
            row = next((row for row in rows if top <= row <= bottom), None)
            if row and any(left <= place + 1 <= right for place in self.places.values()):
                area = f"{letters(left - 1)}{top}:{letters(right - 1)}{bottom}"
                found.append(self.problem(row, "merged_cells", found=area))
        return found

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


def find_headings(
    tables: list[SheetTable], lang: str, sheet: str | None, kind: ListWords = UNIT_WORDS
) -> Headings:
    """The one sheet that holds a list, or the sheet named, with its headings; raises UserError.

    `lang` is taken for the list's language where the headings do not tell.
    """
    name, names = tables[0].name, ", ".join(table.sheet for table in tables)
    chosen = [table for table in tables if sheet in (None, table.sheet)]
    if not chosen:
        raise UserError(Problem("unknown_sheet", name, sheet, allowed=names))
    found = [heads for table in chosen if (heads := _headings_of(table, lang, kind))]
    if not found:
        raise UserError(Problem(kind.missing, name))
    if len(found) > 1:
        raise UserError(Problem("several_lists", name, ", ".join(heads.table.sheet for heads in found)))
    return found[0]


def _headings_of(table: SheetTable, lang: str, kind: ListWords) -> Headings | None:
    """The first row that names what this kind of list must; raises UserError where it names one twice."""
    for row in table.rows:
        columns = [kind.columns.get(plain(value)) if isinstance(value, str) else None for value in row.values]
        if row.number > HEADING_ROWS:
            return None
        if not (set(kind.key).isdisjoint(columns) or set(kind.figures).isdisjoint(columns)):
            places = {column: columns.index(column) for column in kind.words if column in columns}
            words = [str(value) for value in row.values if value is not None]
            heads = Headings(table, row, places, language_of(words, kind) or lang)
            twice = [
                heads.problem(row.number, "column_twice", column, tidy(str(row.values[i])))
                for i, column in enumerate(columns)
                if column and columns.index(column) < i
            ]
            if twice:
                raise UserError(*twice)
            return heads
    return None
