"""Text that runs down a page of paper and on to the next one, so that nothing is ever cut."""

from collections.abc import Callable
from typing import Unpack

from simulator.handouts.letters import LINE
from simulator.handouts.paper import INNER_MM, MARGIN_MM, POINT_MM, Look, Paper
from simulator.handouts.paper_table import draw_table
from simulator.handouts.writing import Words, written
from simulator.report.tables.table import Table

KEPT_LINES = 4  # a paragraph of at most so many stands whole on one page


class Flow:
    """Where the next line stands; `turn` begins a page and returns where its text begins.

    `bottom` is the lowest place of a line in millimetres.
    """

    def __init__(self, paper: Paper, turn: Callable[[], float], bottom: float):
        self.paper, self.turn, self.bottom = paper, turn, bottom
        self.y = turn()

    def down(self, by: float) -> None:
        """Leaves so many millimetres free."""
        self.y += by

    def need(self, height: float) -> None:
        """Goes to the next page where less than so many millimetres are left."""
        if self.y + height > self.bottom:
            self.y = self.turn()

    def say(
        self,
        words: Words,
        size: float,
        *,
        x: float = MARGIN_MM,
        width: float = INNER_MM,
        marks: bool = True,
        **look: Unpack[Look],
    ) -> None:
        """Writes words, as many lines on this page as it has room for, the others on the next."""
        bold, high = look.get("bold", False), size * POINT_MM * LINE
        lines = self.paper.lines(written(words, marks=marks), width, size, bold=bold)
        self.need(high * len(lines) if len(lines) <= KEPT_LINES else high)
        while lines:
            self.need(high)
            room = max(1, int((self.bottom - self.y) / high + 1e-6))
            self.y = self.paper.put(lines[:room], x, self.y, width, size, **look)
            lines = lines[room:]

    def table(self, table: Table, size: float, *, strong: int | None = None, marks: bool = True) -> None:
        """Draws a table whole, on the next page where it has no room on this one."""
        self.need((len(table.rows) + 1) * 1.8 * size * POINT_MM)
        box = (MARGIN_MM, self.y, INNER_MM)
        self.y = draw_table(self.paper, table, box, size, strong=strong, marks=marks)
