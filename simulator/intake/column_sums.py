"""Columns of a list that are parts of another: their total has to be their sum in each row."""

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.errors import Problem
from simulator.intake import list_cells
from simulator.intake.heading_rows import JOINED
from simulator.intake.heading_words import meaning, only_says_units
from simulator.intake.list_cells import Unclear
from simulator.intake.list_headings import Headings
from simulator.intake.list_words import ListWords
from simulator.intake.sheet import SheetRow, letters


@dataclass(frozen=True)
class Parts:
    """Columns, by position, and that of their total."""

    parts: tuple[int, ...]
    total: int


def wrong_sums_across(heads: Headings, kind: ListWords, rows: Iterable[int]) -> list[Problem]:
    """Totals in these rows that are not the sum of their parts, where at least as many others are.

    Where fewer are, the columns are not what they seem, such as a total that counts other staff too.
    """
    wanted = set(rows)
    table = [row for row in heads.table.rows if row.number in wanted]
    return [problem for found in _parts(heads, kind) for problem in _wrong(heads, found, table)]


def _parts(heads: Headings, kind: ListWords) -> list[Parts]:
    """Of each figure its total and its parts, which stand side by side; one of the two is read."""
    found = []
    for column in kind.figures:
        places = tuple(sorted(heads.places.get(column, ())))
        if len(places) > 1 and places[-1] - places[0] == len(places) - 1:
            after = places[-1] + 1
            lowest = _lowest(heads, after)
            if after not in heads.read and lowest and only_says_units(lowest):
                found.append(Parts(places, after))
        elif len(places) == 1:
            start = places[0]
            while start and _is_part(heads, start - 1, column, kind):
                start -= 1
            if places[0] - start > 1:
                found.append(Parts(tuple(range(start, places[0])), places[0]))
    return found


def _lowest(heads: Headings, place: int) -> str:
    return heads.heading(place).rpartition(JOINED)[2]


def _is_part(heads: Headings, place: int, column: str, kind: ListWords) -> bool:
    """Whether a column that is not read counts some of those that this one counts."""
    says = None if place in heads.read else meaning(heads.heading(place), kind)
    return says is not None and says.column == column and not says.is_whole


def _wrong(heads: Headings, found: Parts, table: Iterable[SheetRow]) -> list[Problem]:
    problems, right = [], 0
    for row in table:
        if row.at(found.total) is None:
            continue
        numbers = [_number(row, place, heads.lang) for place in (*found.parts, found.total)]
        known = [number for number in numbers if number is not None]
        if len(known) < len(numbers):
            continue
        *parts, total = known
        if sum(parts) == total:
            right += 1
            continue
        columns = " + ".join(f"{heads.title(p)} ({letters(p)})" for p in found.parts)
        where, title = heads.address(found.total, row.number), heads.title(found.total)
        values = {"sum": sum(parts), "columns": columns, "row": row.number, "column": title}
        problems.append(Problem("sum_across_differs", where, total, **values))
    return problems if right >= len(problems) else []


def _number(row: SheetRow, place: int, lang: str) -> int | None:
    """The people in a cell, 0 where it is empty; None where it is unclear, which its reader refuses."""
    value = row.at(place)
    try:
        return 0 if value is None else list_cells.people(value, lang, 0)
    except Unclear:
        return None
