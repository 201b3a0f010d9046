"""Sheets whose formulas compute one scenario anew where an input is changed: from seats to payouts.

One formula a cell, in the order of `model/projection.py`: inputs, a row a unit for seats and for enrolled,
then a row a month for what `run` writes. Each formula stands with the value the model arrived at.
"""

from simulator.handouts.book import Book
from simulator.handouts.formulas.inputs import input_places, write_inputs
from simulator.handouts.formulas.months import write_months
from simulator.handouts.formulas.places import Places
from simulator.handouts.formulas.units import write_enrolled, write_seats
from simulator.report.context import Context


def add_formula_sheets(book: Book, c: Context) -> None:
    """Adds the four sheets of one scenario."""
    places = Places(c, book.lang, input_places())
    write_inputs(book, places)
    write_seats(book, places)
    write_enrolled(book, places)
    write_months(book, places)
