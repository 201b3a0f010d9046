"""Text that flows down a page of paper and on to the next one, so that nothing is cut."""

from collections.abc import Callable
from typing import Unpack

from simulator.handouts.letters import LINE
from simulator.handouts.paper import INNER_MM, MARGIN_MM, POINT_MM, Paper, PaperLook
from simulator.handouts.paper_table import draw_table
from simulator.handouts.writing import written
from simulator.report.tables.table import Table
from simulator.words.sentence import Words

KEPT_LINES = 4  # a paragraph with at most this many lines is kept on one page


class Flow:
    """Keeps the position of the next line; `turn` begins a page and returns where its text begins.

    `bottom` is the lowest position of a line in millimetres.
    """

    def __init__(self, paper: Paper, turn: Callable[[], float], bottom: float):
        self.paper, self.turn, self.bottom = paper, turn, bottom
        self.y = turn()

    def down(self, by: float) -> None:
        """Leave `by` millimetres free."""
        self.y += by

    def need(self, height: float) -> None:
        """Go to the next page if fewer than `height` millimetres are left."""
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
        **look: Unpack[PaperLook],
    ) -> None:
        """Write words: as many lines on this page as have room, the others on the next."""
        bold, high = look.get("bold", False), size * POINT_MM * LINE
        lines = self.paper.lines(written(words, marks=marks), width, size, bold=bold)
        self.need(high * len(lines) if len(lines) <= KEPT_LINES else high)
        while lines:
            self.need(high)
            room = max(1, int((self.bottom - self.y) / high + 1e-6))
            self.y = self.paper.put(lines[:room], x, self.y, width, size, **look)
            lines = lines[room:]

    def table(self, table: Table, size: float, *, strong: int | None = None, marks: bool = True) -> None:
        """Draw a table in one piece, on the next page if it has no room on this one."""
        self.need((len(table.rows) + 1) * 1.8 * size * POINT_MM)
        box = (MARGIN_MM, self.y, INNER_MM)
        self.y = draw_table(self.paper, table, box, size, strong=strong, marks=marks)
