"""Tables as CSV files: what they show, on which scenario and data they stand, and where each column comes from."""

import csv
import io
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from simulator import __version__
from simulator.model.projection import Projection
from simulator.words import Lang, text

Cell = str | int | float | None
_FORMULA_STARTS = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "＋",
    "－",
    "＠",
)  # spreadsheets take full-width signs too
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?", re.ASCII)


@dataclass(frozen=True)
class Column:
    """A column's title, its mark in words (terbit, turunan, asumsi …) and the keys of its sources; both empty where it holds no figures."""

    title: str
    mark: str = ""
    source: str = ""


def table_csv(
    columns: Sequence[Column], rows: Iterable[Sequence[Cell]], projection: Projection, lang: Lang
) -> bytes:
    """A table as a spreadsheet opens it: lines about scenario and data, one for each column's mark and source, an empty line, then the table.

    UTF-8 with a byte order mark; semicolons and decimal commas in Indonesian, commas and points in English. Numbers stay numbers, NaN
    and None are empty, and text a spreadsheet would take for a formula gets an apostrophe.
    """
    facts = projection.baseline.facts
    lines: list[Sequence[Cell]] = [[text("tables.fictitious", lang)]] if facts.fictitious else []
    lines += [
        [text("tables.scenario", lang), projection.scenario.name],
        [text("tables.data", lang), facts.title[lang]],
        [text("tables.data_month", lang), facts.month],
        [text("tables.program", lang), __version__],
        [text(f"tables.{name}", lang) for name in ("column", "mark", "source")],
        *([column.title, column.mark, column.source] for column in columns if column.mark),
        [],
        [column.title for column in columns],
        *rows,
    ]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if lang == "id" else ",")
    writer.writerows([_written(cell, lang) for cell in line] for line in lines)
    return out.getvalue().encode("utf-8-sig")


def _written(cell: Cell, lang: Lang) -> str:
    if isinstance(cell, (float, np.floating)):
        if math.isnan(cell):
            return ""
        number = repr(float(cell)).removesuffix(".0")
        return number.replace(".", ",") if lang == "id" else number
    return neutralised("" if cell is None else str(cell))


def neutralised(shown: str) -> str:
    """Text as a cell may hold it: what a spreadsheet would take for a formula gets an apostrophe in front, a number does not."""
    return f"'{shown}" if shown.startswith(_FORMULA_STARTS) and not _NUMBER.fullmatch(shown) else shown
