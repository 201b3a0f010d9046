"""The sheets of seats and enrolled: a row per unit, a column per month (docs/model.md, sections 3, 4)."""

from typing import cast

from xlsxwriter.worksheet import Worksheet

from simulator.handouts.book import Book, row_height
from simulator.handouts.formulas.inputs import mark_input
from simulator.handouts.formulas.places import NAMES, NEVER_FORMAT, UNIT_COLUMNS, CellPlaces
from simulator.handouts.formulas.unit_formulas import enrolled_formula, seats_formula, unit_formulas
from simulator.model.months import month_number
from simulator.report.charts.theme import SHADE
from simulator.report.tables.table import Cell
from simulator.words import text
from simulator.words.provenance import basis_name
from simulator.words.quantity import Mark, Month, Quantity
from simulator.words.settings import segment_name

WIDTHS = (10, 30, 14, 22, 9, 9, 12, 12, 14, 14, 14, 9, 10, 10, 11, 11, 11, 11)
MONTH_WIDTH = 11
RATIO = "0.0000"


def write_seats(book: Book, places: CellPlaces) -> None:
    """Write each unit's start, the seats per ASN it reaches, and its seats in every month."""
    seats, lang = places.c.projection.seats, book.lang
    sheet = book.sheet(places.sheet("seats"), (*WIDTHS, *[MONTH_WIDTH] * (places.horizon + 1)), fixed=2)
    _header(book, sheet, places, [text(f"handouts.formulas.unit.{name}", lang) for name in UNIT_COLUMNS])
    numbers = (seats.start, seats.opening, seats.planned, seats.reached, seats.ceiling)
    for unit in range(places.units):
        for name, cell in _given(places, unit).items():
            if cell is not None:
                book.write(sheet, unit + 1, UNIT_COLUMNS.index(name), cell)
        _overrides(book, sheet, places, unit)
        values = (places.queue_place(unit), *(of_all[unit] for of_all in numbers))
        for (name, formula), value in zip(unit_formulas(places, unit).items(), values):
            cell = Quantity(None if value is None else float(value), "number")
            number = {"place": "0", "start": NEVER_FORMAT}.get(name, RATIO)
            book.write(sheet, unit + 1, UNIT_COLUMNS.index(name), cell, formula=formula, num_format=number)
        for t in range(places.horizon + 1):
            quantity = Quantity(float(seats.seats[unit, t]), "people", form="two_places")
            book.write(
                sheet, unit + 1, len(UNIT_COLUMNS) + t, quantity, formula=seats_formula(places, unit, t)
            )
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)


def write_enrolled(book: Book, places: CellPlaces) -> None:
    """Write the enrolled of every unit and month."""
    enrolled, lang = places.c.projection.enrolment.enrolled, book.lang
    widths = (*WIDTHS[: len(NAMES)], *[MONTH_WIDTH] * (places.horizon + 1))
    sheet = book.sheet(places.sheet("enrolled"), widths, fixed=2)
    _header(book, sheet, places, [text(f"handouts.formulas.unit.{name}", lang) for name in NAMES])
    for unit in range(places.units):
        given = _given(places, unit)
        for at, name in enumerate(NAMES):
            book.write(sheet, unit + 1, at, given[name])
        for t in range(places.horizon + 1):
            quantity = Quantity(float(enrolled[unit, t]), "people", form="two_places")
            book.write(sheet, unit + 1, len(NAMES) + t, quantity, formula=enrolled_formula(places, unit, t))
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)


def _header(book: Book, sheet: Worksheet, places: CellPlaces, titles: list[str]) -> None:
    widths = WIDTHS[: len(titles)]
    for at, title in enumerate(titles):
        book.write(sheet, 0, at, title, bold=True, bg_color=SHADE)
    for t, month in enumerate(places.c.projection.months.tolist()):
        book.write(sheet, 0, len(titles) + t, Month(month), bold=True, bg_color=SHADE, align="right")
    sheet.set_row(0, row_height(titles, widths, bold=True))


def _given(places: CellPlaces, unit: int) -> dict[str, Cell]:
    """The data of a unit, by column."""
    lang, row = places.lang, places.c.baseline.units[unit]
    marks = dict.fromkeys(
        basis_name(cast(Mark, basis), lang) for basis in (row.asn_basis, row.enrolled_basis)
    )
    pledge = row.pledge_month
    return {
        "code": row.code,
        "name": row.name,
        "segment": segment_name(row.segment, lang),
        "mark": "; ".join(marks),
        "asn": Quantity(row.asn, "people"),
        "enrolled": Quantity(row.enrolled, "people"),
        "pledge_month": Month(month_number(pledge)) if pledge else None,
        "pledge_workers": Quantity(row.pledge_workers, "people") if pledge else None,
        "order": Quantity(places.code_order[unit], "count"),
    }


def _overrides(book: Book, sheet: Worksheet, places: CellPlaces, unit: int) -> None:
    """Write the cells for a unit's overrides; an empty one means the unit follows its segment."""
    override = places.override(unit)
    for name in ("target_share", "workers_per_asn", "join_month"):
        path, value = f"overrides.*.{name}", override and getattr(override, name)
        mark_input(book, sheet, (unit + 1, UNIT_COLUMNS.index(name)), path, value)
