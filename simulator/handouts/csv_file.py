"""Tables as CSV files, with lines on scenario, data and the origin of each column, and plain numbers."""

import csv
import io
import math
import re
from collections.abc import Sequence

from simulator import __version__
from simulator.model.months import month_name
from simulator.model.projection import Projection
from simulator.report.tables.table import Cell, Table
from simulator.words import LANGUAGES, Lang, text
from simulator.words.provenance import basis_name
from simulator.words.quantity import Month, Quantity

SHARE_PLACES = 6
# Spreadsheets also accept full-width signs as the start of a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?", re.ASCII)


def table_csv(table: Table, projection: Projection, lang: Lang) -> bytes:
    """A table for spreadsheets, below lines on the scenario, the data and each column's mark and source.

    UTF-8 with a byte order mark; semicolons and decimal commas in Indonesian, commas and points in English.
    Quantities are plain numbers, empty if missing; text that a spreadsheet would run gets an apostrophe.
    """
    facts = projection.baseline.facts
    above: list[Sequence[str]] = [[text("tables.fictitious", lang)]] if facts.fictitious else []
    above += [
        [text("tables.scenario", lang), projection.scenario.name],
        [text("tables.data", lang), facts.title[lang]],
        [text("tables.data_month", lang), facts.month],
        [text("tables.program", lang), __version__],
        [text(f"tables.{name}", lang) for name in ("column", "mark", "source")],
    ]
    above += [[of.title, basis_name(of.mark, lang), of.source] for of in table.columns if of.mark]
    above += [[], [column.title for column in table.columns]]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=LANGUAGES[lang].column_mark)
    writer.writerows([neutralised(words) for words in line] for line in above)
    writer.writerows([_written(cell, lang) for cell in row.cells] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def _written(cell: Cell, lang: Lang) -> str:
    if isinstance(cell, Month):
        return month_name(cell.number)
    if isinstance(cell, Quantity):
        return _number(cell, lang)
    if isinstance(cell, tuple):
        return _written(cell[0], lang)
    return neutralised("" if cell is None else str(cell))


def _number(quantity: Quantity, lang: Lang) -> str:
    value = quantity.value
    if value is None or math.isnan(value):
        return ""
    if quantity.unit == "share":
        value = round(value, SHARE_PLACES)
    written = str(value).removesuffix(".0")
    return written.replace(".", LANGUAGES[lang].decimal_mark)


def neutralised(words: str) -> str:
    """Text that is safe in a cell: an apostrophe precedes what a spreadsheet would take for a formula."""
    return f"'{words}" if words.startswith(_FORMULA_STARTS) and not _NUMBER.fullmatch(words) else words
