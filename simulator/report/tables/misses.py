"""Pairs of a forecast and an actual."""

from collections.abc import Sequence

from simulator.planning.backtest import Miss
from simulator.report.tables.table import Column, Row, Table
from simulator.words import Lang, text
from simulator.words.quantity import Month, Quantity

NUMBERS = ("foreseen", "actual", "error")


def miss_table(misses: Sequence[Miss], lang: Lang) -> Table:
    """Month, month of the data, enrolled as foreseen, the actual, and by how much the forecast was off."""
    titles = [text("actuals.month", lang), *(text(f"backtest.{name}", lang) for name in ("from", *NUMBERS))]
    columns = tuple(Column(title, is_number=i > 1) for i, title in enumerate(titles))
    rows = tuple(
        Row(
            (
                Month(miss.month),
                Month(miss.start),
                Quantity(miss.foreseen, "people"),
                Quantity(miss.actual, "people"),
                Quantity(miss.error, "people", form="signed"),
            )
        )
        for miss in misses
    )
    return Table(columns, rows)
