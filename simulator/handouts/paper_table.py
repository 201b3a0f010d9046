"""A table on paper: columns as wide as their cells need, smaller letters if words would not fit."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Unpack

from simulator.handouts.letters import SPARE, width_of
from simulator.handouts.paper import POINT_MM, Align, Paper, PaperLook, writable
from simulator.handouts.writing import written_table
from simulator.report.charts.theme import MUTED
from simulator.report.tables.table import Table

# The greatest share of the width that a word may claim; the smallest font size.
COLUMN_GAP_MM, WORD_MOST, LEAST_SIZE = 3.0, 0.35, 7.0
ROUNDED = 1 + 1e-9  # slack for rounding, so that a word fits the column sized for it
AIR = 0.32  # space above and below a line, as a share of the font size

Rectangle = tuple[float, float, float]
"""Left, top and width in millimetres."""


def draw_table(
    paper: Paper,
    table: Table,
    box: Rectangle,
    size: float,
    *,
    strong: int | None = None,
    marks: bool = True,
    air: float = AIR,
) -> float:
    """Draw a table with totals and row number `strong` in bold; returns the position below.

    A table without titles has no header. `air` is the space above and below a line, as a share of the size.
    """
    (left, y, width), (titles, cells) = box, written_table(table, paper.language, marks=marks)
    header = any(titles)
    while (widths := _columns([titles, *cells] if header else cells, width, size, header)) is None:
        size = max(LEAST_SIZE, size * 0.96)
    aligns: list[Align] = ["R" if column.is_number else "L" for column in table.columns]
    rooms, space = [*(of - COLUMN_GAP_MM for of in widths[:-1]), widths[-1]], size * POINT_MM * air

    def row(words: Sequence[str], y: float, **look: Unpack[PaperLook]) -> float:
        end = y
        with paper.group("TR"):
            for cell, place, room, align in zip(words, accumulate(widths, initial=left), rooms, aligns):
                look["align"] = align
                end = max(end, paper.say(cell, place, y + space, room, size, **look))
        paper.rule(left, end + space, width)
        return end + space

    with paper.group("Table"):
        if header:
            y = row(titles, y, colour=MUTED, tag="TH")
        for place, (words, of) in enumerate(zip(cells, table.rows)):
            y = row(words, y, bold=of.is_total or place == strong, tag="TD")
    return y


def _columns(rows: Sequence[Sequence[str]], width: float, size: float, header: bool) -> list[float] | None:
    """Widths that hold every word, and whole cells as far as there is room; None if words do not fit."""

    def widest(words: Sequence[str]) -> float:
        return max((width_of(word, size, True) * POINT_MM / SPARE * ROUNDED for word in words), default=0.0)

    columns = [[writable(cell) for cell in column] for column in zip(*rows)]
    gaps = [COLUMN_GAP_MM] * (len(columns) - 1) + [0.0]
    widths = [
        min(widest([word for cell in column for word in cell.split(" ")]), width * WORD_MOST) + gap
        for column, gap in zip(columns, gaps)
    ]
    spare = width - sum(widths)
    if spare < 0 and size > LEAST_SIZE:
        return None
    for below in (int(header), 0):  # whole cells first, then whole titles
        wished = sorted(
            (max(0.0, widest(column[below:]) + gap - has), i)
            for i, (column, gap, has) in enumerate(zip(columns, gaps, widths))
        )
        # the smallest wishes first; the longest column gets what is left
        for left, (wish, i) in zip(range(len(wished), 0, -1), wished):
            given = min(wish, max(0.0, spare) / left)
            widths[i], spare = widths[i] + given, spare - given
    return [widths[0] + max(0.0, spare), *widths[1:]]
