"""Sheets whose formulas recompute one scenario, from seats to payouts, when an input is changed.

One formula per cell, in the order of `model/projection.py`: inputs, a row per unit for seats and for
enrolled, then a row per month for what `run` writes. Each formula is stored with the model's value.
"""

from simulator.handouts.book import Book
from simulator.handouts.formulas.inputs import input_places, write_inputs
from simulator.handouts.formulas.months import write_months
from simulator.handouts.formulas.places import CellPlaces
from simulator.handouts.formulas.units import write_enrolled, write_seats
from simulator.report.context import Context


def add_formula_sheets(book: Book, c: Context) -> None:
    """Add the four sheets of one scenario."""
    places = CellPlaces(c, book.lang, input_places())
    write_inputs(book, places)
    write_seats(book, places)
    write_enrolled(book, places)
    write_months(book, places)
