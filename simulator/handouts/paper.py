"""A sheet of A4 in the fonts every PDF reader brings along: text that wraps in its place, plain tables, bars."""

import unicodedata
from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import accumulate
from typing import Literal

from fpdf import FPDF

from simulator.handouts.letters import LINE, SPARE, cut, width_of, wrapped
from simulator.handouts.writing import Words, number, written, written_table
from simulator.report.charts.theme import ACCENT, GRID, MUTED, TEXT
from simulator.report.tables.table import Table
from simulator.words import Lang, text
from simulator.words.numbers import NO_BREAK
from simulator.words.provenance import basis_name
from simulator.words.quantity import Quantity

WIDTH_MM, HEIGHT_MM, MARGIN_MM = 210.0, 297.0, 13.0
INNER_MM = WIDTH_MM - 2 * MARGIN_MM
POINT_MM = 25.4 / 72
FONT, ENCODING = "helvetica", "windows-1252"  # a core font: nothing to embed, nothing to install
WRITTEN = str.maketrans(
    {"−": "–", "≈": "±", "→": "–", "\t": " ", "\n": " ", "\r": " "}
)  # what the core fonts lack, in signs they have
ROUNDED = 1 + 1e-9  # so that a word fits the column made for it
# Of tables: a word may ask for so much of the width, and letters get no smaller.
COLUMN_GAP_MM, WORD_MOST, LEAST_SIZE = 3.0, 0.35, 7.0
REMARK = 9.5  # points of a word behind a large number
Align = Literal["L", "R", "C"]


def writable(words: str) -> str:
    """Words in the letters of the core fonts: accents they lack are dropped, other scripts are question marks."""

    def letter(c: str) -> str:
        if c == NO_BREAK:
            return c
        try:
            c.encode(ENCODING)
        except UnicodeEncodeError:
            plain = unicodedata.normalize("NFKD", c).encode("ascii", "ignore").decode()
            return plain or ("" if unicodedata.combining(c) or not c.isprintable() else "?")
        return c if c.isprintable() else ""

    return "".join(letter(c) for c in unicodedata.normalize("NFC", words).translate(WRITTEN))


class Paper(FPDF):
    """A document of A4 pages on which everything is put by place.

    Places are in millimetres from the upper left corner, sizes of letters in points.
    """

    def __init__(self, title: str, lang: Lang, today: date):
        super().__init__("portrait", "mm", "A4")
        self.core_fonts_encoding = ENCODING
        self.set_auto_page_break(False)
        self.set_margins(MARGIN_MM, MARGIN_MM)
        self.set_title(title)
        self.set_lang(lang)
        self.set_creator("ASN Peduli Pekerja Rentan")
        self.set_creation_date(datetime(today.year, today.month, today.day, tzinfo=UTC))
        self.lang = lang

    def lines(
        self, words: str, width: float, size: float, *, bold: bool = False, most: int | None = None
    ) -> list[str]:
        """Words broken into lines of a width; the last of `most` ends in … where there are more."""
        letters, points = writable(words), width / POINT_MM
        kept = letters if most is None else cut(letters, size, points, most, bold)
        return [line.replace(NO_BREAK, " ") for line in wrapped(kept, size, points, bold)]

    def say(
        self,
        words: Words,
        x: float,
        y: float,
        width: float,
        size: float,
        *,
        bold: bool = False,
        colour: str = TEXT,
        align: Align = "L",
        most: int | None = None,
        marks: bool = True,
    ) -> float:
        """Writes words from the place downwards, wrapped; returns where the next line would begin."""
        self.set_text_color(colour)
        self.set_font(FONT, "B" if bold else "", size)
        for line in self.lines(written(words, marks=marks), width, size, bold=bold, most=most):
            spare = max(0.0, width - width_of(line, size, bold) * POINT_MM)
            self.text(x + {"L": 0.0, "C": spare / 2, "R": spare}[align], y + size * POINT_MM, line)
            y += size * POINT_MM * LINE
        return y

    def number(
        self, quantity: Quantity, x: float, y: float, width: float, size: float, *, colour: str = TEXT
    ) -> float:
        """A number in large letters on one line, the word for how far it is known small behind it."""
        word = quantity.basis == "assumed" and bool(quantity.value)
        below = self.say(
            number(quantity, self.lang), x, y, width, size, bold=True, colour=colour, most=1, marks=not word
        )
        if word:
            digits = written(number(quantity, self.lang), marks=False)
            right = width_of(writable(digits), size, True) * POINT_MM
            remark = f"({basis_name('assumed', self.lang)})"
            self.say(remark, x + right + 1, y + (size - REMARK) * POINT_MM, width - right - 1, REMARK, most=1)
        return below

    def rule(self, x: float, y: float, width: float, colour: str = GRID, thickness: float = 0.2) -> None:
        """A level line."""
        self.set_draw_color(colour)
        self.set_line_width(thickness)
        self.line(x, y, x + width, y)

    def bar(self, x: float, y: float, width: float, share: float, height: float = 1.6) -> None:
        """A track with its filled share, at most full."""
        for colour, of in ((GRID, 1.0), (ACCENT, min(1.0, share))):
            self.set_fill_color(colour)
            if of > 0:
                self.rect(x, y, width * of, height, style="F")

    def table(
        self,
        table: Table,
        x: float,
        y: float,
        width: float,
        size: float,
        *,
        strong: int | None = None,
        marks: bool = True,
    ) -> float:
        """A table, totals and the row `strong` in bold; one without titles has no header. Returns the place below.

        Columns are as wide as their cells ask for; letters get smaller where even single words would not fit.
        """
        titles, cells = written_table(table, self.lang, marks=marks)
        header = any(titles)
        rows = [titles, *cells] if header else cells
        while (widths := self._columns(rows, width, size, header)) is None:
            size = max(LEAST_SIZE, size * 0.96)
        aligns: list[Align] = ["R" if column.is_number else "L" for column in table.columns]

        def row(cells: list[str], y: float, **look) -> float:
            places = accumulate(widths, initial=x)
            rooms = [*(of - COLUMN_GAP_MM for of in widths[:-1]), widths[-1]]
            ends = (
                self.say(cell, place, y + air, room, size, align=align, **look)
                for cell, place, room, align in zip(cells, places, rooms, aligns)
            )
            end = max(ends) + air
            self.rule(x, end, width)
            return end

        air = size * POINT_MM * 0.32
        if header:
            y = row(titles, y, colour=MUTED)
        for place, (line, of) in enumerate(zip(cells, table.rows)):
            y = row(line, y, bold=of.is_total or place == strong)
        return y

    def _columns(
        self, rows: Sequence[Sequence[str]], width: float, size: float, header: bool
    ) -> list[float] | None:
        """Widths of columns that hold every word, and whole cells as far as there is room; None where words do not fit."""

        def widest(words: Sequence[str]) -> float:
            return max(
                (width_of(word, size, True) * POINT_MM / SPARE * ROUNDED for word in words), default=0.0
            )

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
            # the smallest wishes first, the longest column takes what is left
            for left, (wish, i) in zip(range(len(wished), 0, -1), wished):
                given = min(wish, max(0.0, spare) / left)
                widths[i], spare = widths[i] + given, spare - given
        return [widths[0] + max(0.0, spare), *widths[1:]]

    def watermark(self) -> None:
        """The word for invented figures, pale across the page; before anything else is written."""
        word = text("header.fictitious", self.lang)
        with self.rotation(52, WIDTH_MM / 2, HEIGHT_MM / 2):
            self.say(word, 0, HEIGHT_MM / 2 - 20, WIDTH_MM, 96, bold=True, colour="#eef3f3", align="C")

    def data(self) -> bytes:
        """The finished document."""
        return bytes(self.output())


__all__ = ["Paper", "writable", "WIDTH_MM", "HEIGHT_MM", "MARGIN_MM", "INNER_MM", "POINT_MM"]
