"""A workbook being written: numbers as numbers under their formats, text that no spreadsheet takes for a formula, tables with a header that stays."""

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from simulator.handouts.csv_file import neutralised
from simulator.handouts.letters import wrapped
from simulator.report.charts.theme import SHADE, TEXT
from simulator.words import Lang

Kind = Literal["text", "people", "exact", "share", "idr", "ratio", "number", "month", "day"]
_MONTH = {
    "id": "[$-421]mmm yyyy",
    "en": "[$-409]mmm yyyy",
}  # the language of the hand-out, whatever that of the program that opens it
_DAY = {"id": "[$-421]d mmmm yyyy", "en": "[$-409]d mmmm yyyy"}
NUMBER_FORMATS: dict[str, str] = {
    "people": "#,##0",
    "exact": "#,##0.00",
    "share": "0.00%",
    "idr": "#,##0",
    "ratio": "0.00",
    "number": "#,##0.####",
}
WIDTHS: dict[str, float] = {
    "text": 24,
    "people": 12,
    "exact": 12,
    "share": 11,
    "idr": 18,
    "ratio": 11,
    "number": 13,
    "month": 12,
    "day": 19,
}  # characters
A4, SIZE, ROW_HEIGHT, HIGHEST = 9, 11, 15.0, 400.0  # paper, then points
SIDE_INCHES, PAGE_INCHES, PIXELS = (
    0.4,
    (8.27, 11.69),
    96,
)  # margins at the sides, the paper upright and across, pixels an inch
CHARACTER = 9.5  # pixels of a character's width where another font stands in for Calibri, whose is 7
LEAST_PERCENT, FLOW_PERCENT = (
    68,
    72,
)  # printed no smaller (7.5 points); where that is too wide, columns flow on at this scale


@dataclass(frozen=True)
class Field:
    """A column: its title with the unit, what its cells are, and how wide it is in characters."""

    title: str
    kind: Kind = "text"
    width: float = 0.0


@dataclass(frozen=True)
class Formula:
    """A cell that is computed, with the value it has."""

    formula: str
    value: float


@dataclass(frozen=True)
class Typed:
    """A cell that is of another kind than its column."""

    value: Any
    kind: Kind


class _AllDigits(float):
    """A number of which XlsxWriter, which asks for sixteen digits, gets as many as it takes to read the same number again."""

    def __format__(self, digits: str) -> str:
        return repr(float(self))


class Book:
    """The workbook and its formats, each made once."""

    def __init__(self, title: str, lang: Lang, today: date, foot: str):
        self._out, self.lang, self._foot = io.BytesIO(), lang, foot
        self.workbook = xlsxwriter.Workbook(self._out, {"in_memory": True})
        self.workbook.set_properties(
            {"title": title, "created": datetime(today.year, today.month, today.day)}
        )
        self._formats: dict[tuple, Any] = {}

    def sheet(self, name: str, widths: Sequence[float], *, across: bool = True, fixed: int = 0) -> Worksheet:
        """A new sheet with columns of so many characters, printed on A4 across or upright: one page wide where letters stay large enough, else
        over several, with the first `fixed` columns on each.
        """
        sheet = self.workbook.add_worksheet(name)
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
        self, sheet: Worksheet, row: int, column: int, cell: Any, kind: Kind = "text", **look: Any
    ) -> None:
        """Writes one cell: None and NaN are empty, a `Typed` brings its own kind."""
        if isinstance(cell, Typed):
            cell, kind = cell.value, cell.kind
        style = self._format(kind if not isinstance(cell, str) else "text", **look)
        if cell is None or isinstance(cell, float) and math.isnan(cell):
            sheet.write_blank(row, column, None, style)
        elif isinstance(cell, Formula):
            sheet.write_formula(row, column, cell.formula, self._format(kind, **look), cell.value)
        elif isinstance(cell, date):
            sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), style)
        elif isinstance(cell, str):
            sheet.write_string(row, column, neutralised(cell), style)
        else:
            sheet.write_number(row, column, _AllDigits(cell), style)

    def table(
        self,
        name: str,
        fields: Sequence[Field],
        rows: Sequence[Sequence[Any]],
        *,
        fixed: int = 1,
        bold_last: bool = False,
    ) -> Worksheet:
        """A sheet that is one table: the header and `fixed` columns stay in sight, every column can be filtered."""
        widths = [field.width or WIDTHS[field.kind] for field in fields]
        sheet = self.sheet(name, widths, fixed=fixed)
        for column, field in enumerate(fields):
            self.write(
                sheet,
                0,
                column,
                field.title,
                bold=True,
                bg_color=SHADE,
                align="left" if field.kind == "text" else "right",
            )
        sheet.set_row(0, row_height([field.title for field in fields], widths, bold=True))
        for number, row in enumerate(rows, 1):
            sheet.set_row(number, row_height(row, widths))
            for column, (field, cell) in enumerate(zip(fields, row, strict=True)):
                worded = (
                    {"align": "right"}
                    if field.kind != "text"
                    and isinstance(cell.value if isinstance(cell, Typed) else cell, str)
                    else {}
                )
                self.write(
                    sheet, number, column, cell, field.kind, bold=bold_last and number == len(rows), **worded
                )
        sheet.freeze_panes(1, fixed)
        sheet.repeat_rows(0)
        sheet.autofilter(0, 0, max(1, len(rows) - bold_last), len(fields) - 1)
        return sheet

    def data(self) -> bytes:
        """The finished file."""
        self.workbook.close()
        return self._out.getvalue()

    def _format(self, kind: Kind, **look: Any) -> Any:
        key = (kind, *sorted(look.items()))
        if key not in self._formats:
            shown = (
                {
                    "num_format": {"month": _MONTH[self.lang], "day": _DAY[self.lang]}.get(kind)
                    or NUMBER_FORMATS[kind]
                }
                if kind != "text"
                else {"text_wrap": True, "align": "left", "indent": 1}
            )
            self._formats[key] = self.workbook.add_format(
                {"font_name": "Calibri", "font_size": SIZE, "font_color": TEXT, "valign": "top"}
                | shown
                | look
            )
        return self._formats[key]


def row_height(
    cells: Sequence[Any], widths: Sequence[float], bold: bool = False, size: float = SIZE
) -> float:
    """The height in points that the texts of a row need in columns of so many characters: not every program works it out on opening."""
    lines = [
        len(wrapped(cell, size, (7 * width - 8) * 0.75, bold))
        for cell, width in zip(cells, widths)
        if isinstance(cell, str)
    ]  # a character is 7 px
    return min(HIGHEST, ROW_HEIGHT * size / SIZE * max(lines, default=1))


def month_day(month: int) -> date:
    """The first day of a month number, as a workbook holds a month."""
    return date(month // 12, month % 12 + 1, 1)


__all__ = ["Book", "Field", "Formula", "Typed", "Kind", "month_day", "row_height"]
