"""HTML of sentences and tables, with numbers that can be clicked: each opens the dialog that explains it."""

import re
from collections.abc import Iterable
from html import escape

import streamlit as st

from simulator.report.tables.table import Cell, Column, Row, Table
from simulator.words import Lang, text
from simulator.words.numbers import month_long, shown
from simulator.words.provenance import with_mark
from simulator.words.quantity import Month, Quantity
from simulator.words.sentence import Sentence

FEW_COLUMNS, SHORT = 6, 24  # characters


class Html:
    """Writer of one piece of a page; it remembers its numbers, so that a press on one can be resolved."""

    def __init__(self, lang: Lang):
        self.lang = lang
        self.quantities: list[Quantity] = []

    def number(self, quantity: Quantity, *, marks: bool = False) -> str:
        """A number that stays on one line; a button if it has an explanation, dotted unless published.

        With `marks` its mark is written beside it, as on paper.
        """
        words = escape((with_mark if marks else shown)(quantity, self.lang))
        if quantity.origin is None:
            return f'<span class="quantity">{words}</span>'
        self.quantities.append(quantity)
        kind, place = f"quantity origin {quantity.basis}", len(self.quantities) - 1
        title = escape(text("origin.heading", self.lang))
        return f'<button type="button" class="{kind}" data-id="{place}" title="{title}">{words}</button>'

    def sentence(self, sentence: Sentence | str, *, marks: bool = False) -> str:
        """A sentence with its numbers as `number` writes them, each kept together with brackets and stops."""
        if isinstance(sentence, str):
            return escape(sentence)
        pieces, parts = [], ("", *sentence.parts, "")
        for before, part, after in zip(parts, parts[1:], parts[2:]):
            if isinstance(part, str):
                first = _stops(part) if isinstance(before, Quantity) else 0
                last = len(part) - _brackets(part) if isinstance(after, Quantity) else len(part)
                pieces.append(escape(part[first:last]))
                continue
            opening = before[len(before) - _brackets(before) :] if isinstance(before, str) else ""
            closing = after[: _stops(after)] if isinstance(after, str) else ""
            number = self.number(part, marks=marks)
            if opening or closing:
                number = f'<span class="whole">{opening}{number}{closing}</span>'
            pieces.append(number)
        return "".join(pieces)

    def table(self, table: Table, *, look: str = "plain-rows", label: str = "", marks: bool = False) -> str:
        """A table whose first cells name its rows; `look` is its class in the style sheet.

        A "plain-rows" table turns into blocks where there is no room; any other scrolls and is named by its
        `label`. With `marks`, numbers in the rows' names show their marks. If no column has a title, there is
        no header.
        """
        short = [_is_short(table, at) for at in range(len(table.columns))]
        head = "".join(_head(column) for column in table.columns)
        if any(column.title for column in table.columns):
            head = f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        else:
            head = ""
        rows = "".join(self._row(table.columns, row, short, marks) for row in table.rows)
        named = f' role="region" tabindex="0" aria-label="{escape(label)}"' if label else ""
        return (
            f'<div class="{look}"{named}><table role="table">{head}<tbody role="rowgroup">{rows}</tbody>'
            "</table></div>"
        )

    def lines(self, lines: Iterable[Sentence | str]) -> str:
        """A list of sentences."""
        items = "".join(f"<li>{self._cell(line)}</li>" for line in lines)
        return f'<ul class="plain-lines">{items}</ul>'

    def _row(self, columns: tuple[Column, ...], row: Row, short: list[bool], marks: bool) -> str:
        name, rest = self._cell(row.cells[0], marks), map(self._cell, row.cells[1:])
        cells = "".join(
            f'<td role="cell" data-title="{escape(column.title)}"{_align(column, is_short)}>{cell}</td>'
            for column, is_short, cell in zip(columns[1:], short[1:], rest)
        )
        kind = ' class="total"' if row.is_total else ""
        return f'<tr role="row"{kind}><th scope="row" role="rowheader">{name}</th>{cells}</tr>'

    def _cell(self, cell: Cell, marks: bool = False) -> str:
        if cell is None:
            return ""
        if isinstance(cell, tuple):
            first, *below = map(self._cell, cell)
            return "".join((first, *(f"<small>{line}</small>" for line in below if line)))
        if isinstance(cell, Month):
            return month_long(cell.number, self.lang)
        if isinstance(cell, Quantity):
            return self.number(cell, marks=marks)
        return _breakable(cell) if isinstance(cell, str) else self.sentence(cell, marks=marks)


def _brackets(words: str) -> int:
    """The number of opening brackets at the end of a text, before a number."""
    return len(words) - len(words.rstrip("("))


def _stops(words: str) -> int:
    """The number of closing signs at the beginning of a text, after a number."""
    return len(words) - len(words.lstrip("),.;:"))


def _head(column: Column) -> str:
    title = f' title="{escape(column.help)}"' * bool(column.help)
    number = ' class="number"' * column.is_number
    return f'<th scope="col" role="columnheader"{number}{title}>{escape(column.title)}</th>'


def _align(column: Column, is_short: bool) -> str:
    """Classes of a cell: numbers are right-aligned; short cells of a table with few columns do not wrap."""
    return ' class="number"' if column.is_number else ' class="short"' if is_short else ""


def _is_short(table: Table, at: int) -> bool:
    cells = [row.cells[at] for row in table.rows]
    return len(table.columns) <= FEW_COLUMNS and all(
        isinstance(cell, (str, Sentence)) and len(str(cell)) <= SHORT for cell in cells if cell
    )


def _breakable(words: str) -> str:
    """Text in which a long address may wrap."""
    return re.sub(r"([/_])", r"\1<wbr>", escape(words))


def key_class(key: str) -> str:
    """The class that Streamlit gives to what is drawn under a key; style rules and scripts use it."""
    return f"st-key-{re.sub(r'[^a-zA-Z0-9_-]', '-', key)}"


def draw(written: str, *, key: str) -> None:
    """Draw the HTML of a writer as one element; `origin.js` reports which of its numbers is pressed."""
    st.html(f'<div class="piece {key_class(key)}" data-piece="{escape(key)}">{written}</div>')
