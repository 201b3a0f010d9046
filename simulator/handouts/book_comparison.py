"""The comparison sheet: one column per scenario, and the differences from the first as formulas."""

from collections.abc import Sequence

from simulator.handouts.book import Book, column_letter
from simulator.handouts.stamp import letters, shortest_sentence
from simulator.handouts.writing import written
from simulator.model.months import month_number
from simulator.report.context import Context
from simulator.report.sentences.apart import apart_sentences
from simulator.report.sentences.headlines import unit_of
from simulator.report.tables.compare import headline_table
from simulator.report.tables.table import Cell, Column, Piece, Row, Table, pieces
from simulator.words import text
from simulator.words.quantity import Month, Quantity
from simulator.words.settings import setting_label

SENTENCE_COLUMNS = 4  # columns over which a sentence below the table extends


def write_comparison(book: Book, title: str, contexts: Sequence[Context], names: list[str]) -> None:
    """Write the headline numbers, a column per scenario, then the differences from the first as formulas."""
    lang, (first, *others) = book.lang, letters(contexts)
    headlines = headline_table(contexts, names, 0, lang)
    less = [Column(text("handouts.book.less", lang, name=letter, first=first), True) for letter in others]
    _, *scenarios = headlines.columns
    columns = (Column(text(f"handouts.book.{name}", lang)) for name in ("number", "unit"))
    # The month meant by "in the target month" for each scenario.
    months = [Month(month_number(c.scenario.target.month)) for c in contexts]
    unit_word = text("handouts.book.unit.month", lang)
    rows = [Row((setting_label("target.month", lang), unit_word, *months, *[None] * len(others)))]
    formulas = {}
    for at, row in enumerate(headlines.rows, 2):
        name, *cells = row.cells
        numbers = [pieces(cell)[0] for cell in cells]
        apart = [_difference(numbers[0], cell) for cell in cells[1:]]
        for i, difference in enumerate(apart):
            if difference is not None:
                formulas[at, 2 + len(numbers) + i] = f"={column_letter(3 + i)}{at + 1}-C{at + 1}"
        rows.append(Row((name, text(f"handouts.book.unit.{unit_of(row.key)}", lang), *numbers, *apart)))
    widths = (44, 14, *[24] * len(scenarios), *[18] * len(less))
    table = Table((*columns, *scenarios, *less), tuple(rows))
    sheet = book.table(title, table, widths, fixed=2, formulas=formulas)
    below = len(rows) + 2
    for one in apart_sentences(contexts, letters(contexts), lang):
        book.line(sheet, below, f"{written(one, marks=False, space=' ')} (±)", widths[:SENTENCE_COLUMNS])
        below += 1
    if shortest := shortest_sentence(contexts, lang):
        book.write(sheet, below, 0, shortest, text_wrap=False)


def _difference(first: Piece, cell: Cell) -> Quantity | None:
    """A number minus the first; None for months, for different targets, and if either number is missing."""
    number, beside = pieces(cell)
    is_month_below = isinstance(beside, str)
    if is_month_below or not isinstance(number, Quantity) or not isinstance(first, Quantity):
        return None
    if number.unit == "month" or number.value is None or first.value is None:
        return None
    return Quantity(number.value - first.value, number.unit)
