"""Every month of every scenario as `run` writes it, in full precision, with the target and a note."""

from collections.abc import Sequence

from simulator.handouts.stamp import letters
from simulator.model.metrics import COLUMNS, METRICS, target_workers
from simulator.report.context import Context
from simulator.report.tables.months import month_note
from simulator.report.tables.table import Column, Row, Table
from simulator.words import Lang, text
from simulator.words.quantity import Form, Month, Quantity, Unit

MONTH, NAME, FIRST = 1, 2, 3  # columns, after the one of the letter; the columns of `run` begin at FIRST
TARGET = FIRST + len(COLUMNS)
# Column widths, in characters.
WIDTHS = (10, 12, 34, *(19 if name.endswith("_idr") else 14 for name in COLUMNS), 12, 18, 50)


def column_of(metric: str) -> int:
    """The column of a metric that `run` writes."""
    return FIRST + COLUMNS.index(metric)


def months_table(contexts: Sequence[Context], names: Sequence[str], lang: Lang) -> Table:
    """A row for each month of each scenario; the scenario's name is in its first row."""
    figures = (
        *COLUMNS,
        "target",
        "paid_in_idr",
    )  # without JHT, the worker's own saving
    columns = (
        Column(text("handouts.brief.name", lang)),
        Column(text("handouts.book.month", lang), is_number=True),
        Column(text("handouts.book.name", lang)),
        *(Column(text(f"handouts.book.{name}", lang), is_number=True) for name in figures),
        Column(text("handouts.book.note", lang)),
    )
    scenarios = zip(contexts, letters(contexts), names)
    rows = (row for c, letter, name in scenarios for row in _months(c, letter, name, lang))
    return Table(columns, tuple(rows))


def _months(c: Context, letter: str, name: str, lang: Lang) -> list[Row]:
    p = c.projection
    series: list[tuple[list[float], Unit, Form]] = [
        (METRICS[column].series(p).tolist(), _unit(column), "two_places") for column in COLUMNS
    ]
    series.append((target_workers(p).tolist(), "people", ""))
    series.append(((p.enrolled * p.contribution_per_member_idr).tolist(), "idr", ""))
    rows = []
    for t, month in enumerate(p.months.tolist()):
        numbers = (Quantity(values[t], unit, form=form) for values, unit, form in series)
        note = month_note(c, t, lang) if t else text("tables.start_month", lang)
        rows.append(Row((letter, Month(month), None if t else name, *numbers, note)))
    return rows


def _unit(metric: str) -> Unit:
    """The unit of a metric; the number of units taking part is a count."""
    unit = METRICS[metric].unit
    return "count" if unit == "units" else unit
