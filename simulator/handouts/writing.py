"""Sentences, numbers and tables as text with marks, for slides, paper and the message."""

from simulator.report.tables.table import Cell, Piece, Table, pieces
from simulator.words import Lang
from simulator.words.numbers import NO_BREAK, month_long, printable, shown
from simulator.words.provenance import BARE, mark_beside, with_mark
from simulator.words.quantity import Mark, Month, Quantity
from simulator.words.sentence import Sentence, Unbroken, Words

MOST_LETTERS = 10**6  # of one paragraph: more than any has
FEW = 2  # with at most this many numbers, each keeps its own mark even if all share it


def number(quantity: Quantity, lang: Lang) -> Sentence:
    """A sentence that consists of one number."""
    return Sentence(lang, (quantity,))


def written(words: Words, *, marks: bool = True, space: str = NO_BREAK) -> str:
    """A sentence as text; `space` joins a number with its sign and unit, and a month with its year.

    Pass `marks=False` if another sentence marks the numbers, as with headings.
    """
    if isinstance(words, str):
        return _letters(words, space)
    lang = words.lang
    return "".join(
        _letters(p, space) if isinstance(p, str) else _number(p, lang, marks, space) for p in words.parts
    )


def _letters(words: str, space: str) -> str:
    """Words in which `space` replaces the spaces if they are a `Unbroken`, such as a date."""
    return words.replace(" ", space) if isinstance(words, Unbroken) else words


def one_line(words: str) -> str:
    """Words without unprintable characters; non-breaking spaces stay."""
    return NO_BREAK.join(printable(part, MOST_LETTERS) for part in words.split(NO_BREAK))


def written_table(table: Table, lang: Lang, *, marks: bool = True) -> tuple[list[str], list[list[str]]]:
    """Titles and rows of a table as text; a mark shared by all numbers of a column goes into its title."""
    shared = [_shared_mark(table, at) if marks else None for at in range(len(table.columns))]
    titles = []
    for column, mark in zip(table.columns, shared):
        titles.append(mark_beside(column.title, mark, lang, NO_BREAK) if mark else column.title)
    rows = [zip(row.cells, shared) for row in table.rows]
    return titles, [[_cell(cell, lang, marks and not mark) for cell, mark in row] for row in rows]


def _number(quantity: Quantity, lang: Lang, marks: bool, space: str = NO_BREAK) -> str:
    return with_mark(quantity, lang, space) if marks else shown(quantity, lang).replace(" ", space)


def _shared_mark(table: Table, at: int) -> Mark | None:
    """The mark shared by all numbers of a column; None if they differ or are few, or none needs a mark."""
    marks = [
        piece.basis
        for row in table.rows
        for piece in pieces(row.cells[at])
        if isinstance(piece, Quantity) and piece.value and piece.unit not in BARE
    ]
    return marks[0] if len(marks) > FEW and len(set(marks)) == 1 else None


def _cell(cell: Cell, lang: Lang, marks: bool) -> str:
    """A cell as text; pieces that the screen shows in small print below the first follow it in brackets."""
    first, *below = (_piece(piece, lang, marks) for piece in pieces(cell))
    below = [words for words in below if words]
    return " ".join([*([first] if first else []), *(f"({words})" if first else words for words in below)])


def _piece(piece: Piece, lang: Lang, marks: bool) -> str:
    if isinstance(piece, Quantity):
        return _number(piece, lang, marks)
    if isinstance(piece, Month):
        return month_long(piece.number, lang)
    return written(piece or "", marks=marks)
