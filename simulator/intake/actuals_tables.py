"""Refuses tables that would be misread as actuals: a column per month, or units in a column not read."""

import re

from simulator.errors import Problem, UserError
from simulator.intake import list_months
from simulator.intake.list_cells import Unclear
from simulator.intake.list_headings import Headings
from simulator.intake.list_words import ACTUAL_WORDS, UNIT_WORDS
from simulator.intake.sheet import SheetTable, Value
from simulator.model.actuals import FIGURES
from simulator.store.names import plain


def refuse_unread_units(heads: Headings) -> None:
    """Raise UserError if no column is read as the unit but a column not read has words beside the figures.

    Without the unit each row would count as the whole regency.
    """
    if {"name", "code"} & heads.places.keys():
        return
    read = heads.read
    figures = [place for figure in FIGURES for place in heads.places.get(figure, ())]
    below = [row for row in heads.table.rows if row.number > heads.last_row]
    rows = [row for row in below if any(row.at(place) is not None for place in figures)]
    titles = [
        title
        for place, title in enumerate(heads.titles)
        if title and place not in read and UNIT_WORDS.columns.get(plain(title)) != "note"
        if any(_is_word(row.at(place)) for row in rows)
    ]
    if titles:
        raise UserError(Problem("no_unit_column", heads.table.name, ", ".join(titles)))


def _is_word(value: Value) -> bool:
    return isinstance(value, str) and re.search("[A-Za-z]{3}", value) is not None


def refuse_wide(tables: list[SheetTable], lang: str) -> None:
    """Raise UserError for a table with a column for each month."""
    for table in tables:
        for row in table.rows[:2]:
            words = [plain(value) for value in row.values if isinstance(value, str)]
            columns = [ACTUAL_WORDS.columns.get(word) for word in words]
            months = [value for value in row.values if _is_month(value, lang)]
            names_units = "name" in columns or "code" in columns
            if len(months) >= 2 and "month" not in columns and names_units:
                raise UserError(Problem("wide_actuals", table.sheet or table.name, len(months)))


def _is_month(value: Value, lang: str) -> bool:
    try:
        list_months.month(value, lang)
    except Unclear:
        return False
    return True
