"""Reads the rows of a list one after the other; the problems of all of them are raised together."""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from simulator.errors import Problem, UserError
from simulator.intake.known_units import KnownUnits
from simulator.intake.list_cells import Unclear, shows_only_thousands
from simulator.intake.list_headings import Headings
from simulator.intake.sheet import SheetRow, Value

Cells = Mapping[str, Value]
"""The cells of one row by column."""


class ListReader(ABC):
    """What unit lists and lists of actuals have in common; each kind says how it reads a row."""

    def __init__(self, heads: Headings, known: KnownUnits):
        self.heads, self.known = heads, known
        self.problems: list[Problem] = []
        self.notes = heads.notes()
        self._dashes: list[str] = []  # cells in which a dash was read as 0

    def read_all(self) -> None:
        """Reads every row below the headings; raises UserError with every problem."""
        for row in self.heads.table.rows:
            if row.number > self.heads.row.number:
                self.read(row)
        self.finish()
        if self._dashes:
            cells = ", ".join(self._dashes[:8])
            self.notes.append(Problem("dashes_as_zero", "", count=len(self._dashes), cells=cells))
        if self.problems:
            raise UserError(*self.problems)

    @abstractmethod
    def read(self, row: SheetRow) -> None:
        """Keeps what one row says."""

    @abstractmethod
    def finish(self) -> None:
        """Finds what only shows once every row is read."""

    def refuse(self, row: int, code: str, column: str = "", found: Any = None, **values: Any) -> None:
        """Keeps a problem of a row, or of the cell in one column of it."""
        self.problems.append(self.heads.problem(row, code, column, found, **values))

    def note(self, row: int, code: str, column: str = "", found: Any = None, **values: Any) -> None:
        """Keeps what should be known of how a row was read."""
        self.notes.append(self.heads.problem(row, code, column, found, **values))

    def cell(self, row: int, cells: Cells, column: str, reader: Callable[..., Any], *bounds: Any) -> Any:
        """What one cell says by a reader of `list_cells`; None where it is empty, or unclear and refused."""
        if cells.get(column) is None:
            return None
        try:
            found = reader(cells[column], *bounds)
            if found == 0 and not re.search(r"\d", str(cells[column])):
                self._dashes.append(self.heads.problem(row, "", column).where)
            return found
        except Unclear as unclear:
            found = unclear.values.pop("found", cells[column])
            self.refuse(row, unclear.code, column, found, **unclear.values)
            return None

    def refuse_thousands(self, column: str, cells: Iterable[tuple[int, Value]]) -> None:
        """Refuses a column, given as rows and values, that has nothing but such as 83.000 in it."""
        written = [(row, value) for row, value in cells if value is not None]
        if all(shows_only_thousands(value) for _, value in written):
            for row, value in written:
                self.refuse(row, "only_thousands", column, value)
