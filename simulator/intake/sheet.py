"""Rows and cells of an uploaded spreadsheet, independent of the file format, and the limits of a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from simulator.errors import Problem

MAX_ROWS = 10_000  # that are not empty
MAX_COLUMNS = 100
MOST_NAMED = 8  # names or rows in a message
MAX_TEXT = 1_000  # characters kept of a cell; no name, number or note may be as long

Value = str | int | float | bool | date | time | timedelta | None  # a datetime is also a date
# The value of a cell whose formula has no stored result, and the first character of a formula typed as text.
FORMULA = "="


@dataclass(frozen=True)
class SheetRow:
    """A row that is not empty; `number` as the spreadsheet shows it, `values` from column A on."""

    number: int
    values: tuple[Value, ...]

    def at(self, place: int) -> Value:
        """The value in a column, by its position; None if there is none."""
        return self.values[place] if place < len(self.values) else None


@dataclass(frozen=True)
class SheetTable:
    """One visible sheet, or a whole text.

    `sheet` is empty for a text. `merged` are ranges as first row, first column, last row, last column, from
    1. `encoding` is the encoding with which a text was read.
    """

    name: str
    sheet: str
    rows: tuple[SheetRow, ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    encoding: str = "utf-8"


def letters(place: int) -> str:
    """The letters of a column, position 0 being A."""
    result = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        result = chr(65 + letter) + result
    return result


def position(name: str) -> int:
    """The position of a column by its letters, A being 0."""
    place = 0
    for letter in name.upper():
        place = place * 26 + ord(letter) - 64
    return place - 1


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Increasing numbers as the first and last of each run without a gap."""
    result: list[tuple[int, int]] = []
    for number in numbers:
        if result and result[-1][1] == number - 1:
            result[-1] = (result[-1][0], number)
        else:
            result.append((number, number))
    return result


def first_few(named: Sequence[object]) -> str:
    """The first few of some names or row numbers, for a message."""
    return ", ".join(map(str, named[:MOST_NAMED])) + (" …" if len(named) > MOST_NAMED else "")


def too_wide(name: str, columns: int) -> Problem:
    """The problem of a table with more columns than are read."""
    return Problem("too_many_columns", name, columns, allowed=MAX_COLUMNS)


def too_many_rows(name: str) -> Problem:
    """The problem of a table with more rows than are read."""
    return Problem("too_many_rows", name, allowed=MAX_ROWS)
