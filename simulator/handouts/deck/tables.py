"""Native tables: every row as high as its text needs, on as many slides as needed."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide
from pptx.util import Pt

from simulator.handouts.deck.boxes import LEAST, Box, height_of, letters, run
from simulator.handouts.deck.canvas import Canvas, Page
from simulator.handouts.letters import LINE, SPARE, width_of, wrapped
from simulator.handouts.writing import one_line, written_table
from simulator.report.charts.theme import GRID, MUTED, TEXT
from simulator.report.tables.table import Table
from simulator.words import Lang

SIZES = (20, LEAST)
SIDE, ABOVE = 5.0, 3.5  # padding of a cell in points
LEAST_ROWS = 3  # rows to have on the last slide of a table
SQUARE = "■\u00a0"
MOST_GROWTH = 1.6  # how much a column may grow for a long number or word; longer ones are broken
# The built-in table style of Office without lines or fills.
PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


@dataclass(frozen=True)
class DeckRow:
    """A row as text; `square` is the colour of the square that marks a scenario before its first words."""

    cells: tuple[str, ...]
    is_strong: bool = False
    square: str | None = None

    @property
    def full(self) -> tuple[str, ...]:
        """The cells, the first with its square."""
        return (f"{SQUARE}{self.cells[0]}", *self.cells[1:]) if self.square else self.cells


class SlideTable:
    """A table for slides.

    `parts` are the relative widths of the columns. `squares` are colours by the keys of rows.
    """

    def __init__(
        self,
        table: Table,
        parts: Sequence[float],
        lang: Lang,
        *,
        marks: bool = True,
        squares: Mapping[str, str] | None = None,
    ):
        titles, rows = written_table(table, lang, marks=marks)
        self._widths = cache(self._widths_of)
        self.parts = parts
        self.is_number = [column.is_number for column in table.columns]
        self.titles = DeckRow(tuple(map(one_line, titles)), is_strong=True)
        self.lines = []
        for cells, row in zip(rows, table.rows):
            square = (squares or {}).get(row.key)
            self.lines.append(DeckRow(tuple(map(one_line, cells)), row.is_total, square))

    def in_pages(self, box: Box, size: float) -> list[list[DeckRow]]:
        """The rows by page, as many as the box holds below the titles; a row higher than a page is broken.

        The last page takes rows from the one before so that it does not have only one or two.
        """
        widths = self._widths(box.width, size)
        room = box.height - self._height(self.titles, widths, size)
        pages: list[list[DeckRow]] = [[]]
        filled = 0.0
        for line in chain.from_iterable(self._parts(row, widths, size, room) for row in self.lines):
            height = self._height(line, widths, size)
            if filled + height > room and pages[-1]:
                pages.append([])
                filled = 0.0
            pages[-1].append(line)
            filled += height
        while len(pages) > 1 and len(pages[-1]) < LEAST_ROWS < len(pages[-2]):
            filled += self._height(pages[-2][-1], widths, size)
            if filled > room:
                break
            pages[-1].insert(0, pages[-2].pop())
        return pages

    def _parts(self, line: DeckRow, widths: Sequence[float], size: float, room: float) -> Iterator[DeckRow]:
        """The row, or if it is higher than a page, several rows with as many of its lines as a page holds."""
        if self._height(line, widths, size) <= room:
            yield line
            return
        cells = [wrapped(words, size, w - 2 * SIDE, line.is_strong) for words, w in zip(line.full, widths)]
        most, lines = max(1, int((room - 2 * ABOVE) / (size * LINE))), max(map(len, cells))
        for first in range(0, lines, most):
            yield replace(line, cells=tuple(" ".join(of[first : first + most]) for of in cells), square=None)

    def sized(self, box: Box, sizes: Sequence[float] = SIZES) -> tuple[float, list[list[DeckRow]]]:
        """The first size at which all rows fit on one page without broken words, else the last; its pages."""
        for size in sizes:
            pages = self.in_pages(box, size)
            if len(pages) == 1 and not self._breaks_words(box.width, size):
                break
        return size, pages

    def _breaks_words(self, width: float, size: float) -> bool:
        places = zip(self._widths(width, size), zip(*(line.full for line in (self.titles, *self.lines))))
        words = ((word, room) for room, cells in places for cell in cells for word in cell.split(" "))
        return any(width_of(word, size, True) > (room - 2 * SIDE) * SPARE for word, room in words)

    def flow(self, canvas: Canvas, page: Page, name: str, box: Box | None = None) -> tuple[Page, float]:
        """Draw the table below a page's title, or in a box there, and continue on further slides.

        Returns the last page, and where the table ends on it.
        """
        place = box or page.body
        size, pages = self.sized(place)
        for i, lines in enumerate(pages):
            if i:
                page = canvas.after(page)
                place = Box(place.left, page.body.top, place.width, place.height)
            end = self.draw(page.slide, place, name, size=size, page=lines)
        return page, end

    def height(self, width: float, size: float = LEAST) -> float:
        """The height of the table with its titles in points."""
        widths = self._widths(width, size)
        return sum(self._height(line, widths, size) for line in (self.titles, *self.lines))

    def draw(
        self,
        slide: Slide,
        box: Box,
        name: str,
        *,
        size: float = LEAST,
        page: list[DeckRow] | None = None,
    ) -> float:
        """Draw the table, or one page of it, with the titles; returns where it ends, in points from the top.

        `name` describes it to screen readers.
        """
        widths = self._widths(box.width, size)
        lines = [self.titles, *(self.lines if page is None else page)]
        heights = [self._height(line, widths, size) for line in lines]
        place = map(Pt, (box.left, box.top, box.width, sum(heights)))
        frame: Any = slide.shapes.add_table(len(lines), len(widths), *place)
        frame._element.nvGraphicFramePr.cNvPr.set("descr", name)
        table = frame.table
        table.horz_banding = False
        table._tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN_STYLE
        for column, width in zip(table.columns, widths):
            column.width = Pt(width)
        for row, line, height in zip(table._tbl.tr_lst, lines, heights):
            row.h = Pt(height)
            for j, (cell, words) in enumerate(zip(row.tc_lst, line.full)):
                self._fill(cell, j, line, words, size)
        frame.height = sum(row.h for row in table._tbl.tr_lst)
        return box.top + sum(heights)

    def _widths_of(self, width: float, size: float) -> list[float]:
        """Column widths in points: each gets its part, or more for its words from columns with room to spare.

        If possible every cell fits on one line, otherwise the cells of number columns, otherwise every word.
        Text that is too long even then is broken.
        """
        whole = sum(self.parts)
        wanted = [part / whole * width for part in self.parts]
        for whole_cells in ([True] * len(wanted), self.is_number, [False] * len(wanted)):
            needs = [self._need(j, is_whole, wanted[j], size) for j, is_whole in enumerate(whole_cells)]
            if sum(needs) <= width:
                break
        lacking = sum(max(0.0, need - want) for need, want in zip(needs, wanted))
        spare = sum(max(0.0, want - need) for need, want in zip(needs, wanted))
        moved = min(lacking, spare)
        return [
            want + (need - want) * (moved / lacking if need > want else moved / spare if spare else 0)
            for need, want in zip(needs, wanted)
        ]

    def _need(self, j: int, is_whole: bool, wanted: float, size: float) -> float:
        """Width in points that column j needs for the words of its title and its cells, whole or by word."""
        most = MOST_GROWTH * wanted
        pieces = [(word, True) for word in self.titles.cells[j].split(" ")] + [
            (piece, line.is_strong)
            for line in self.lines
            for piece in ([line.full[j]] if is_whole else line.cells[j].split(" "))
        ]
        needs = [width_of(piece, size, bold) / SPARE + 2 * SIDE + 1 for piece, bold in pieces]
        return max((min(need, most) for need in needs if need <= most or self.is_number[j]), default=0.0)

    def _height(self, line: DeckRow, widths: Sequence[float], size: float) -> float:
        cells = zip(line.full, widths)
        high = (height_of([words], size, width - 2 * SIDE, line.is_strong) for words, width in cells)
        return max(high) + 2 * ABOVE

    def _fill(self, cell: Any, j: int, line: DeckRow, words: str, size: float) -> None:
        is_title = line is self.titles
        cell.replace(cell.get_or_add_tcPr(), deepcopy(_cell(is_title)))
        (paragraph,) = cell.txBody.p_lst
        align = f'algn="{"r" if self.is_number[j] else "l"}"'
        # This makes an empty cell as high as one with text.
        empty = "" if words else letters("defRPr", size)
        paragraph.append(parse_xml(f"<a:pPr {nsdecls('a')} {align}>{empty}</a:pPr>"))
        square = line.square if j == 0 else None
        if square:
            paragraph.append(run(SQUARE, size, square, line.is_strong))
        if rest := words.removeprefix(SQUARE) if square else words:
            paragraph.append(run(rest, size, MUTED if is_title else TEXT, line.is_strong))


@cache
def _cell(is_title: bool) -> Any:
    """The padding of a cell and the line below it; the schema requires borders before fills."""
    sides, ends = Pt(SIDE), Pt(ABOVE)
    room = f'marL="{sides}" marR="{sides}" marT="{ends}" marB="{ends}" anchor="{"b" if is_title else "t"}"'
    fill = f'<a:solidFill><a:srgbClr val="{(TEXT if is_title else GRID).lstrip("#")}"/></a:solidFill>'
    return parse_xml(f'<a:tcPr {nsdecls("a")} {room}><a:lnB w="{Pt(0.75)}">{fill}</a:lnB></a:tcPr>')
