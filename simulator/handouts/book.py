"""Writes a workbook: numbers with formats, and text that no spreadsheet can mistake for a formula."""

import io
import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from simulator.handouts.csv_file import neutralised
from simulator.handouts.letters import wrapped
from simulator.handouts.properties import Properties, sealed
from simulator.handouts.writing import written
from simulator.report.charts.theme import SHADE, TEXT
from simulator.report.tables.table import Cell, Piece, Table, pieces
from simulator.words import LANGUAGES, Lang
from simulator.words.quantity import Month, Quantity, Unit
from simulator.words.sentence import Sentence, Words

# Dates appear in the language of the hand-out, whatever the language of the program that opens it.
DATES: dict[Unit, str] = {"month": "mmm yyyy", "day": "d mmmm yyyy"}
NUMBER, WHOLE, SHARE = "#,##0.####", "#,##0", "0.00%"
FORMATS: dict[Unit, str] = {
    **dict.fromkeys(("people", "count", "idr", "idr_each"), WHOLE),
    **dict.fromkeys(("share", "share_per_month", "share_per_year"), SHARE),
    "ratio": "0.00",
}
"""The number format of each unit; any other unit gets as many decimals as it needs, up to four."""
A4, SIZE, ROW_HEIGHT, HIGHEST = 9, 11, 15.0, 400.0  # paper, then points
# Side margins, the width of the paper in portrait and in landscape, in inches; pixels per inch.
SIDE_INCHES, PAGE_INCHES, PIXELS = 0.4, (8.27, 11.69), 96
# Width of a character in pixels if another font replaces Calibri, in which it is 7.
CHARACTER = 9.5
# The smallest print scale (letters of 7.5 points); a wider sheet goes over several pages at FLOW_PERCENT.
LEAST_PERCENT, FLOW_PERCENT = 68, 72


class _AllDigits(float):
    """A float written with all digits needed to restore it; XlsxWriter itself formats with sixteen digits."""

    def __format__(self, digits: str) -> str:
        return repr(float(self))


class _Sheet(Worksheet):  # type: ignore[misc]  # the library has no types
    """A sheet that writes formulas unchanged.

    XlsxWriter searches every formula for thirty functions that have another name in the file, which took most
    of the time to write a workbook; the formulas here use none of them.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")


class Book:
    """The workbook and its formats, each created once."""

    def __init__(self, properties: Properties, foot: str):
        self._out, self._properties, self._foot = io.BytesIO(), properties, foot
        self.lang: Lang = properties.lang
        self.workbook = xlsxwriter.Workbook(self._out, {"in_memory": True})
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def sheet(self, name: str, widths: Sequence[float], *, across: bool = True, fixed: int = 0) -> Worksheet:
        """Add a sheet with columns of the given widths in characters, printed on A4 in landscape or portrait.

        It is one page wide if the letters stay large enough; otherwise it goes over several pages and repeats
        the first `fixed` columns on each.
        """
        sheet = self.workbook.add_worksheet(name, _Sheet)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_paper(A4)
        sheet.set_margins(SIDE_INCHES, SIDE_INCHES)
        if across:
            sheet.set_landscape()
        page = (PAGE_INCHES[across] - 2 * SIDE_INCHES) * PIXELS
        if 100 * page / sum(CHARACTER * width + 5 for width in widths) >= LEAST_PERCENT:
            sheet.fit_to_pages(1, 0)
        else:
            sheet.set_print_scale(FLOW_PERCENT)
            sheet.print_across()
            if fixed:
                sheet.repeat_columns(0, fixed - 1)
        sheet.set_footer(f"&L{self._foot}&R&P / &N")
        sheet.hide_gridlines(2)
        return sheet

    def write(
        self, sheet: Worksheet, row: int, column: int, cell: Cell, *, formula: str = "", **look: Any
    ) -> None:
        """Write the first piece of a cell; a quantity becomes a number, the result of `formula` if given."""
        piece, words = _only_number(pieces(cell)[0])
        if isinstance(piece, Month):
            piece = Quantity(piece.number, "month")
        if not isinstance(piece, Quantity):
            sheet.write_string(row, column, neutralised(written(piece or "", space=" ")), self._text(look))
            return
        style = self._style({"num_format": words.format(self._number_format(piece))} | look)
        value = math.nan if piece.value is None else piece.value
        if formula:
            sheet.write_formula(row, column, formula, style, "" if math.isnan(value) else value)
        elif math.isnan(value):
            sheet.write_blank(row, column, None, style)
        elif piece.unit in DATES:
            sheet.write_datetime(row, column, _as_date(int(value), piece.unit), style)
        else:
            sheet.write_number(row, column, _AllDigits(value), style)

    def line(self, sheet: Worksheet, row: int, words: Words, widths: Sequence[float], **look: Any) -> None:
        """Write words across the first columns, merged; `widths` are the widths of these columns."""
        line, size = written(words, space=" "), look.get("font_size", SIZE)
        sheet.merge_range(row, 0, row, len(widths) - 1, "")
        self.write(sheet, row, 0, line, **look)
        sheet.set_row(row, row_height([line], [sum(widths)], bold=look.get("bold", False), size=size))

    def table(
        self,
        name: str,
        table: Table,
        widths: Sequence[float],
        *,
        fixed: int = 1,
        formulas: Mapping[tuple[int, int], str] | None = None,
    ) -> Worksheet:
        """Add a sheet with one table: header and `fixed` columns stay visible, every column can be filtered.

        `formulas`, by row and column of the sheet, are written with their computed numbers; totals are sums.
        """
        sheet = self.sheet(name, widths, fixed=fixed)
        aligns = ["right" if column.is_number else "left" for column in table.columns]
        titles = [column.title for column in table.columns]
        for at, (title, align) in enumerate(zip(titles, aligns)):
            self.write(sheet, 0, at, title, bold=True, bg_color=SHADE, align=align)
        sheet.set_row(0, row_height(titles, widths, bold=True))
        formulas = _sums(table) | dict(formulas or {})
        for number, row in enumerate(table.rows, 1):
            sheet.set_row(number, row_height(row.cells, widths))
            for at, (cell, align) in enumerate(zip(row.cells, aligns)):
                if cell is not None:
                    look = {"align": align, "bold": row.is_total}
                    self.write(sheet, number, at, cell, formula=formulas.get((number, at), ""), **look)
        sheet.freeze_panes(1, fixed)
        sheet.repeat_rows(0)
        lines = sum(not row.is_total for row in table.rows)
        sheet.autofilter(0, 0, max(1, lines), len(titles) - 1)
        return sheet

    def data(self) -> bytes:
        """Return the finished file."""
        self.workbook.close()
        return sealed(self._out.getvalue(), self._properties)

    def _number_format(self, quantity: Quantity) -> str:
        if quantity.unit in DATES:
            return LANGUAGES[self.lang].office_code + DATES[quantity.unit]
        if quantity.unit == "people" and quantity.form == "two_places":
            return "#,##0.00"
        return FORMATS.get(quantity.unit, NUMBER)

    def _text(self, look: dict[str, Any]) -> Any:
        return self._style({"text_wrap": True, "align": "left", "indent": 1} | look)

    def _style(self, look: dict[str, Any]) -> Any:
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            letters = {"font_name": "Calibri", "font_size": SIZE, "font_color": TEXT}
            self._formats[key] = self.workbook.add_format(letters | {"valign": "top"} | look)
        return self._formats[key]


def row_height(
    cells: Sequence[Cell], widths: Sequence[float], bold: bool = False, size: float = SIZE
) -> float:
    """The height in points that the texts of a row need; not every program computes it on opening."""
    lines = [
        len(wrapped(str(cell), size, (7 * width - 8) * 0.75, bold))  # a character is 7 px
        for cell, width in zip(cells, widths)
        if isinstance(cell, (str, Sentence))
    ]
    return min(HIGHEST, ROW_HEIGHT * size / SIZE * max(lines, default=1))


def column_letter(column: int) -> str:
    """The name of a column in formulas: A, B, …, Z, AA, …"""
    letters: str = xl_col_to_name(column)
    return letters


def _sums(table: Table) -> dict[tuple[int, int], str]:
    """The formulas of the totals, by row and column of the sheet; each adds up its column."""
    last = sum(not row.is_total for row in table.rows) + 1
    return {
        (number, at): f"=SUM({column_letter(at)}2:{column_letter(at)}{last})"
        for number, row in enumerate(table.rows, 1)
        for at, cell in enumerate(row.cells)
        if row.is_total and isinstance(cell, Quantity)
    }


def _only_number(piece: Piece) -> tuple[Piece, str]:
    """The only number of a sentence, and a template that puts the words around a month into its format.

    Other sentences, and other pieces, are returned unchanged with an empty template.
    """
    if not isinstance(piece, Sentence) or len(piece.quantities) != 1:
        return piece, "{}"
    number = piece.quantities[0]
    if len(piece.parts) > 1 and number.unit != "month":
        return piece, "{}"
    words = "".join(part if isinstance(part, str) else "\0" for part in piece.parts).split("\0")
    return number, "{}".join(f'"{line}"' if line else "" for line in words)


def _as_date(number: int, unit: Unit) -> datetime:
    """The date of a day number, or the first day of a month number."""
    if unit == "day":
        return datetime.fromordinal(number)
    return datetime(number // 12, number % 12 + 1, 1)
