"""A table free of any medium: clickable numbers on screen, marks on paper, plain numbers in files."""

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.words import Lang, text
from simulator.words.quantity import Mark, Month, Quantity
from simulator.words.sentence import Sentence

Piece = str | Month | Quantity | Sentence | None
Cell = Piece | tuple[Piece, ...]  # several are shown one below another, all but the first in small print


@dataclass(frozen=True)
class Column:
    """A column's title, whether it holds numbers, and the mark and source keys its figures share."""

    title: str
    is_number: bool = False
    mark: Mark | None = None
    source: str = ""
    help: str = ""


@dataclass(frozen=True)
class Row:
    """Cells in the order of the columns; `key` names the row where a click on it has an effect."""

    cells: tuple[Cell, ...]
    is_total: bool = False
    key: str = ""


@dataclass(frozen=True)
class Table:
    """Columns and rows; the first cell of a row names it."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def titled(keys: Iterable[str], lang: Lang, *, is_number: bool = False) -> list[Column]:
    """Columns with the texts of these keys as titles."""
    return [Column(text(key, lang), is_number) for key in keys]


def listed(columns: Iterable[Column], rows: Iterable[Iterable[Cell]]) -> Table:
    """A table of plain rows of cells: no totals, no keys."""
    return Table(tuple(columns), tuple(Row(tuple(cells)) for cells in rows))


def pieces(cell: Cell) -> tuple[Piece, ...]:
    """The pieces of a cell, shown one below another."""
    return cell if isinstance(cell, tuple) else (cell,)
