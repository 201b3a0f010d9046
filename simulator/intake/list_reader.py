"""Reads the rows of a list in order; the problems of all rows are raised together."""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from typing import Any

from simulator.errors import Problem, UserError
from simulator.intake.closing_rows import closing_rows
from simulator.intake.known_units import KnownUnits
from simulator.intake.list_cells import Unclear, is_rounded, people, shows_only_thousands
from simulator.intake.list_headings import Added, Cells, Headings, ListCell
from simulator.intake.sheet import SheetRow, Value
from simulator.store.names import tidy


class ListReader(ABC):
    """The common part of reading unit lists and lists of actuals; each kind defines how it reads a row."""

    def __init__(self, heads: Headings, known: KnownUnits, figures: Iterable[str]):
        self.heads, self.known, self.figures = heads, known, figures
        self.problems: list[Problem] = []
        self.notes = heads.notes()
        self._dashes: list[str] = []  # cells in which a dash was read as 0
        self._rounded: list[str] = []  # cells rounded to a whole number

    def read_all(self) -> None:
        """Read every row below the headings; raises UserError with every problem."""
        rows = [row for row in self.heads.table.rows if row.number > self.heads.last_row]
        places = self.heads.places
        figures = {place for column in self.figures for place in places.get(column, ())}
        closing = closing_rows(rows, places.get("name") or places.get("code", ()), figures)
        for row in rows[: len(rows) - len(closing)]:
            self.read(row)
        self.finish()
        if closing:
            words = next(value for value in closing[0].values if isinstance(value, str))
            self.note(closing[0].number, "closing_skipped", found=tidy(words), last=closing[-1].number)
        for code, cells in (("dashes_as_zero", self._dashes), ("rounded_to_whole", self._rounded)):
            if cells:
                self.notes.append(Problem(code, "", count=len(cells), cells=", ".join(cells[:8])))
        if self.problems:
            raise UserError(*self.problems)

    @abstractmethod
    def read(self, row: SheetRow) -> None:
        """Read one row and keep its content."""

    @abstractmethod
    def finish(self) -> None:
        """Check the list as a whole, once every row is read."""

    def refuse(self, row: int, code: str, column: str = "", found: Any = None, **values: Any) -> None:
        """Add a problem of a row, or of its cell in one column."""
        self.problems.append(self.heads.problem(row, code, column, found, **values))

    def note(self, row: int, code: str, column: str = "", found: Any = None, **values: Any) -> None:
        """Add a note on how a row was read."""
        self.notes.append(self.heads.problem(row, code, column, found, **values))

    def cell(self, row: int, cells: Cells, column: str, reader: Callable[..., Any], *bounds: Any) -> Any:
        """The value of one cell, read by a `reader` such as `list_cells.people`.

        None if it is empty or unclear. For cells that are added up it is their sum; an empty one adds
        nothing.
        """
        value = cells.get(column)
        if value is None:
            return None
        if not isinstance(value, Added):
            return self._read(row, column, value, None, reader, *bounds)
        of_part = (bounds[0], 0) if reader is people else bounds
        filled = [(place, part) for place, part in value.parts if part is not None]
        parts = [self._read(row, column, part, place, reader, *of_part) for place, part in filled]
        return None if None in parts else self._read(row, column, sum(parts), None, reader, *bounds)

    def _read(
        self, row: int, column: str, value: Value, place: int | None, reader: Callable[..., Any], *bounds: Any
    ) -> Any:
        try:
            result = reader(value, *bounds)
        except Unclear as unclear:
            written = unclear.values.pop("found", value)
            problem = self.heads.problem(row, unclear.code, column, written, place, **unclear.values)
            self.problems.append(problem)
            return None
        is_dash = result == 0 and isinstance(value, str) and not re.search(r"\d", value)
        if is_dash or reader is people and is_rounded(value, result):
            cell = self.heads.problem(row, "", column, None, place).where
            (self._dashes if is_dash else self._rounded).append(cell)
        return result

    def refuse_thousands(self, column: str, cells: Iterable[tuple[int, ListCell]]) -> None:
        """Refuse a column, given as rows and values, in which every number looks like 83.000."""
        parts = [
            (row, part)
            for row, value in cells
            for part in (value.parts if isinstance(value, Added) else ((None, value),))
        ]
        written = [(row, place, value) for row, (place, value) in parts if value is not None]
        if all(shows_only_thousands(value) for *_, value in written):
            for row, place, value in written:
                self.problems.append(self.heads.problem(row, "only_thousands", column, value, place))
