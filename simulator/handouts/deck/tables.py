"""Native tables: every row as high as its text needs, and as many rows on a slide as it holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from simulator.handouts.deck.canvas import Box, one_line, set_font
from simulator.handouts.letters import LINE, SPARE, cut, width_of, wrapped
from simulator.report.charts.theme import GRID, MUTED, TEXT

SIDE, ABOVE = 5.0, 3.5  # points of space in a cell
SQUARE = "■\u00a0"
MOST_GROWTH = 1.6  # of a column for the sake of a long number or word; longer ones are broken
PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # Office's own table style without lines or fills


@dataclass(frozen=True)
class Column:
    """A column: its title, its part of the width, and whether it holds numbers."""

    title: str
    part: float
    number: bool = True


@dataclass(frozen=True)
class Cell:
    """A cell's words; `colour` is that of the square before them, for a scenario."""

    words: str
    colour: str | None = None


@dataclass(frozen=True)
class Row:
    """A row of cells; a `strong` one is a total or a heading. Cells have at most so many lines; what does not fit these is cut and marked."""

    cells: tuple[Cell | str, ...]
    strong: bool = False
    most: int = 1000


def in_pages(columns: Sequence[Column], rows: Sequence[Row], box: Box, size: float) -> list[list[Row]]:
    """The rows, as many to a page as the box holds below the titles."""
    titles, *lines = _written(columns, rows)
    widths = _widths(columns, [titles, *lines], box.width, size)
    room = box.height - _height(titles, widths, size)
    found: list[list[Row]] = [[]]
    filled = 0.0
    for row, line in zip(rows, lines):
        height = _height(line, widths, size)
        if filled + height > room and found[-1]:
            found.append([])
            filled = 0.0
        found[-1].append(row)
        filled += height
    return found


def sized(
    columns: Sequence[Column], rows: Sequence[Row], box: Box, sizes: Sequence[float]
) -> tuple[float, list[list[Row]]]:
    """The first of the sizes at which all rows stand on one page, else the last; with the pages."""
    for size in sizes:
        pages = in_pages(columns, rows, box, size)
        if len(pages) == 1:
            break
    return size, pages


def height_of(columns: Sequence[Column], rows: Sequence[Row], width: float, size: float) -> float:
    """Points a table takes with its titles."""
    lines = _written(columns, rows)
    return sum(_height(line, _widths(columns, lines, width, size), size) for line in lines)


def draw(
    slide,
    box: Box,
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    size: float = 13,
    name: str,
    among: Sequence[Row] = (),
    least: float = 0.0,
) -> float:
    """A table with its titles; returns where it ends, in points from the top.

    `name` tells a screen reader what it is; `among` are all rows of a table in pages, so that its columns are alike on each;
    `least` is how high a row is at least.
    """
    lines = _written(columns, rows)
    widths = _widths(columns, _written(columns, among or rows), box.width, size)
    heights = [
        _height(lines[0], widths, size),
        *(max(least, _height(line, widths, size)) for line in lines[1:]),
    ]
    frame = slide.shapes.add_table(
        len(lines), len(columns), *map(Pt, (box.left, box.top, box.width, sum(heights)))
    )
    frame._element.nvGraphicFramePr.cNvPr.set("descr", name)
    table = frame.table
    table.horz_banding = False
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN_STYLE
    for place, width in zip(table.columns, widths):
        place.width = Pt(width)
    for i, (line, height) in enumerate(zip(lines, heights)):
        table.rows[i].height = Pt(height)
        for j, (column, cell, width) in enumerate(zip(columns, line.cells, widths)):
            kept = cut(_full(cell), size, width - 2 * SIDE, line.most, line.strong)
            _fill(
                table.cell(i, j),
                column,
                Cell(kept.removeprefix(SQUARE) if cell.colour else kept, cell.colour),
                size,
                line.strong,
                i == 0,
            )
    return box.top + sum(heights)


def _written(columns: Sequence[Column], rows: Sequence[Row]) -> list[Row]:
    """The titles and the rows as they are written: a number is not broken, but for a remark behind it."""

    def cell(column: Column, given: Cell | str) -> Cell:
        found = given if isinstance(given, Cell) else Cell(given)
        words = one_line(found.words)
        return Cell(
            words.replace(" ", "\u00a0").replace("\u00a0(", " (") if column.number else words, found.colour
        )

    titles = Row(tuple(Cell(one_line(column.title)) for column in columns), True)
    return [
        titles,
        *(
            Row(tuple(cell(column, given) for column, given in zip(columns, row.cells)), row.strong, row.most)
            for row in rows
        ),
    ]


def _widths(columns: Sequence[Column], lines: Sequence[Row], width: float, size: float) -> list[float]:
    """Points of each column: its part, and more where its words need it, taken from those that have some to spare.

    Cells stand on one line where there is room for all of that, else those of numbers do, else each word; what is too long for any is broken.
    """
    whole = sum(column.part for column in columns)
    wanted = [column.part / whole * width for column in columns]

    def least(j: int, on_one_line: bool) -> float:
        most = MOST_GROWTH * wanted[j]
        asked = [
            width_of(part, size, line.strong) / SPARE + 2 * SIDE + 1
            for i, line in enumerate(lines)
            for part in ([_full(line.cells[j])] if i and on_one_line else line.cells[j].words.split(" "))
        ]
        return max((min(need, most) for need in asked if need <= most or columns[j].number), default=0.0)

    for on_one_line in (
        (True,) * len(columns),
        tuple(column.number for column in columns),
        (False,) * len(columns),
    ):
        needs = [least(j, whole_cells) for j, whole_cells in enumerate(on_one_line)]
        if sum(needs) <= width:
            break
    lacking = sum(max(0.0, need - want) for need, want in zip(needs, wanted))
    spare = sum(max(0.0, want - need) for need, want in zip(needs, wanted))
    moved = min(lacking, spare)
    return [
        want + (need - want) * (moved / lacking if need > want else moved / spare if spare else 0)
        for need, want in zip(needs, wanted)
    ]


def _full(cell: Cell) -> str:
    return f"{SQUARE}{cell.words}" if cell.colour else cell.words


def _height(line: Row, widths: Sequence[float], size: float) -> float:
    lines = max(
        len(wrapped(_full(cell), size, width - 2 * SIDE, line.strong))
        for cell, width in zip(line.cells, widths)
    )
    return min(lines, line.most) * size * LINE + 2 * ABOVE


def _fill(place, column: Column, cell: Cell, size: float, bold: bool, title: bool) -> None:
    place.margin_left = place.margin_right = Pt(SIDE)
    place.margin_top = place.margin_bottom = Pt(ABOVE)
    place.vertical_anchor = MSO_ANCHOR.BOTTOM if title else MSO_ANCHOR.TOP
    paragraph = place.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if column.number else PP_ALIGN.LEFT
    for words, colour in (
        (SQUARE if cell.colour else "", cell.colour),
        (cell.words, MUTED if title else TEXT),
    ):
        if words:
            run = paragraph.add_run()
            run.text = words
            set_font(run.font, size, colour, bold)
    if not (cell.words or cell.colour):
        set_font(paragraph.font, size)  # an empty cell is as high as a written one
    _line_below(place, TEXT if title else GRID)


def _line_below(place, colour: str) -> None:
    line = f'<a:lnB {nsdecls("a")} w="{Pt(0.75)}"><a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill></a:lnB>'
    place._tc.get_or_add_tcPr().insert(0, parse_xml(line))  # the schema has borders before fills
