"""Checks columns of a list that are parts of another one: the total must be their sum in each row."""

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
    """The positions of some columns, and that of their total."""

    parts: tuple[int, ...]
    total: int


def wrong_sums_across(heads: Headings, kind: ListWords, rows: Iterable[int]) -> list[Problem]:
    """Totals in these rows that are not the sum of their parts, if at least as many others are.

    If fewer are, the columns mean something else, such as a total that includes other staff.
    """
    wanted = set(rows)
    table = [row for row in heads.table.rows if row.number in wanted]
    return [problem for parts in _parts(heads, kind) for problem in _wrong(heads, parts, table)]


def _parts(heads: Headings, kind: ListWords) -> list[Parts]:
    """For each figure its total and its parts, which are adjacent columns; one of the two is read."""
    result = []
    for column in kind.figures:
        places = tuple(sorted(heads.places.get(column, ())))
        if len(places) > 1 and places[-1] - places[0] == len(places) - 1:
            after = places[-1] + 1
            lowest = _lowest(heads, after)
            if after not in heads.read and lowest and only_says_units(lowest):
                result.append(Parts(places, after))
        elif len(places) == 1:
            start = places[0]
            while start and _is_part(heads, start - 1, column, kind):
                start -= 1
            if places[0] - start > 1:
                result.append(Parts(tuple(range(start, places[0])), places[0]))
    return result


def _lowest(heads: Headings, place: int) -> str:
    return heads.heading(place).rpartition(JOINED)[2]


def _is_part(heads: Headings, place: int, column: str, kind: ListWords) -> bool:
    """Whether a column that is not read counts a part of the people of this one."""
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
    """The number of people in a cell, 0 if it is empty; None if it is unclear, which the reader refuses."""
    value = row.at(place)
    try:
        return 0 if value is None else list_cells.people(value, lang, 0)
    except Unclear:
        return None
