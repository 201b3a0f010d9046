"""The headings of a list: the meaning of its columns, from their words or as a person assigned them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from simulator.errors import Problem, UserError
from simulator.intake.columns import Columns, placed_columns
from simulator.intake.heading_rows import Places, likely_headings, named_headings
from simulator.intake.heading_words import month_of
from simulator.intake.list_months import with_year
from simulator.intake.list_words import UNIT_WORDS, ListWords, language_of
from simulator.intake.sheet import SheetRow, SheetTable, Value, letters
from simulator.store.names import tidy


@dataclass(frozen=True)
class Added:
    """The cells of a row that add up to one figure: positions and values, not all empty."""

    parts: tuple[tuple[int, Value], ...]


ListCell = Value | Added
Cells = Mapping[str, ListCell]
"""The cells of one row by column."""


@dataclass(frozen=True)
class Headings:
    """A table, the last row of its headings (0 if it has none), and the meaning of its columns.

    `titles` are those of the columns by position, empty if there is none. `places` are the positions of each
    column, several if they are added up. `doubled` are columns that several headings name.
    """

    table: SheetTable
    last_row: int
    titles: tuple[str, ...]
    places: Places
    lang: str
    doubled: Places = field(default_factory=dict)

    @property
    def width(self) -> int:
        """The number of columns of the table."""
        return max((len(row.values) for row in self.table.rows), default=0)

    @property
    def read(self) -> set[int]:
        """The positions of the columns that are read."""
        return {place for places in self.places.values() for place in places}

    @property
    def signature(self) -> tuple[str, ...]:
        """The key of lists like this one: the headings, otherwise the words of the first row."""
        first = self.table.rows[0].values if self.table.rows else ()
        return self.titles or tuple(tidy(str(value or "")) for value in first)

    def called(self, place: int) -> str:
        """The label of a column in a choice: its letters, and its title or first cell."""
        cells = (row.at(place) for row in self.table.rows)
        below = next((tidy(str(value)) for value in cells if value is not None), "")
        return f"{letters(place)} · {self.heading(place) or below}"

    def heading(self, place: int) -> str:
        """The title of a column; empty if it has none."""
        return self.titles[place] if place < len(self.titles) else ""

    def title(self, place: int) -> str:
        """The title of a column, or its letters if it has none."""
        return self.heading(place) or letters(place)

    def months(self, figures: Iterable[str]) -> list[str]:
        """The months given in the headings of these figures."""
        titles = (self.title(place) for column in figures for place in self.places.get(column, ()))
        return sorted({month for title in titles if (month := month_of(title))})

    def problem(
        self,
        row: int,
        code: str,
        column: str = "",
        found: Any = None,
        place: int | None = None,
        **values: Any,
    ) -> Problem:
        """A problem of a row, or of its cell in a column; `place` is which one, if several are added up."""
        if not column:
            return Problem(code, self.table.sheet, found, **values, row=row)
        place = self.places[column][0] if place is None else place
        return Problem(code, self.address(place, row), found, **values, row=row, column=self.title(place))

    def cells(self, row: SheetRow, problems: list[Problem]) -> dict[str, ListCell]:
        """The cells of a row by column; a cell in a column without a heading is a problem."""
        problems += [
            Problem("cell_without_heading", self.address(place, row.number), value, row=row.number)
            for place, value in enumerate(row.values)
            if value is not None and self.titles and not self.heading(place)
        ]
        cells: dict[str, ListCell] = {}
        for column, places in self.places.items():
            parts = tuple((place, row.at(place)) for place in places)
            filled = any(value is not None for _, value in parts)
            cells[column] = parts[0][1] if len(parts) == 1 else Added(parts) if filled else None
        month, year = cells.get("month"), cells.get("year")
        if year is not None and not (isinstance(month, Added) or isinstance(year, Added)):
            cells["month"] = with_year(month, year)
        return cells

    def notes(self) -> list[Problem]:
        """Notes on how the table is read: encoding, columns added up, and columns not read."""
        read, name = self.read, self.table.name
        notes = [Problem("read_as_cp1252", name)] if self.table.encoding == "cp1252" else []
        for places in self.places.values():
            if len(places) > 1:
                added = " + ".join(f"{self.title(p)} ({letters(p)})" for p in places)
                notes.append(Problem("columns_added", name, columns=added))
        unread = [title for place, title in enumerate(self.titles) if title and place not in read]
        return notes + ([Problem("unread_columns", name, ", ".join(unread))] if unread else [])

    def merged(self, rows: Iterable[int]) -> list[Problem]:
        """A problem for each range of merged cells in these rows and in columns that are read."""
        result = []
        read = self.read
        for top, left, bottom, right in self.table.merged:
            row = next((row for row in rows if top <= row <= bottom), None)
            if row and any(left <= place + 1 <= right for place in read):
                area = f"{letters(left - 1)}{top}:{letters(right - 1)}{bottom}"
                result.append(self.problem(row, "merged_cells", found=area))
        return result

    def address(self, place: int, row: int) -> str:
        """The address of a cell in the spreadsheet, with its sheet if there are several."""
        sheet = f"{self.table.sheet}!" if self.table.sheet else ""
        return f"{sheet}{letters(place)}{row}"


def find_headings(
    tables: list[SheetTable],
    lang: str,
    sheet: str | None,
    kind: ListWords = UNIT_WORDS,
    columns: Columns | None = None,
) -> Headings:
    """The only sheet that contains a list, or the named sheet, with its headings; raises UserError.

    `columns` are the columns as a person assigned them; the others are recognised by their words. `lang` is
    the language of the list if the headings do not show it.
    """
    heads = seen_headings(tables, lang, sheet, kind)
    if heads is None or not (heads.places or heads.doubled or columns):
        raise UserError(Problem(kind.missing, tables[0].name))
    given = placed_columns(columns or {}, heads.titles, heads.width, kind)
    places = {**heads.places, **heads.doubled}
    taken = {place for of in given.values() for place in of}
    places = {column: tuple(p for p in of if p not in taken) for column, of in places.items()} | dict(given)
    twice = [
        heads.problem(heads.last_row, "column_twice", column, heads.title(place), place)
        for column in heads.doubled.keys() - given.keys()
        for place in places[column][1:]
    ]
    if twice:
        raise UserError(*twice)
    read = {column: places[column] for column in kind.words if places.get(column)}
    if read.keys().isdisjoint(kind.key) or read.keys().isdisjoint(kind.figures):
        raise UserError(Problem(kind.missing, tables[0].name))
    if "month" not in read:
        read.pop("year", None)
    return Headings(heads.table, heads.last_row, heads.titles, read, heads.lang)


def seen_headings(tables: list[SheetTable], lang: str, sheet: str | None, kind: ListWords) -> Headings | None:
    """The headings by their own words, of the named sheet or of the only one with a list.

    If no sheet names the required columns of this kind of list, these are the likely headings of the only
    sheet, without places; None if there are several sheets. Raises UserError for a missing sheet, or several
    lists.
    """
    name, names = tables[0].name, ", ".join(table.sheet for table in tables)
    chosen = [table for table in tables if sheet in (None, table.sheet)]
    if not chosen:
        raise UserError(Problem("unknown_sheet", name, sheet, allowed=names))
    found = [(table, rows) for table in chosen if (rows := named_headings(table, kind))]
    if len(found) > 1:
        raise UserError(Problem("several_lists", name, ", ".join(table.sheet for table, _ in found)))
    if not found and len(chosen) > 1:
        return None
    table, rows = found[0] if found else (chosen[0], likely_headings(chosen[0], kind))
    words = language_of(list(rows.titles), kind) or lang
    return Headings(table, rows.last, rows.titles, rows.places, words, rows.doubled)
