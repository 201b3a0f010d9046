"""Charts as the screen draws them, for tests to inspect."""

from typing import Any, NamedTuple

from simulator.report.charts.chart import BarChart, Chart
from simulator.report.charts.heat_map import HeatMap
from simulator.report.charts.places import PlaceMap
from simulator.report.tables.table import Table
from simulator.ui.chart import bars, over_months, places
from simulator.words import Lang
from simulator.words.numbers import month_long, shown
from simulator.words.quantity import Month, Quantity


class Drawn(NamedTuple):
    """A figure with its title, text alternative and table; the table's first row is the header."""

    figure: dict[str, Any]
    title: str
    alt: str
    table: list[list[str]]


def on_screen(
    chart: Chart | BarChart | HeatMap | PlaceMap, lang: Lang, where: Any = 320, top: Any = None
) -> Drawn:
    """Draw a chart; `where` is the height in pixels, or the places of a map; `top` is the end of the axis."""
    if isinstance(chart, Chart):
        figure = over_months.figure(chart, lang, where, top)
    elif isinstance(chart, PlaceMap):
        tiles = hasattr(where[0], "column")
        figure, _ = places.tiles(chart, where) if tiles else places.shapes(chart, where)
    else:
        figure = bars.figure(chart, lang) if isinstance(chart, BarChart) else bars.heat_map(chart)
    return Drawn(figure, str(chart.title), chart.alt, worded(chart.table, lang))


def worded(table: Table, lang: Lang) -> list[list[str]]:
    """A table as displayed text, with the column titles as first row."""

    def word(cell: Any) -> str:
        if isinstance(cell, Month):
            return month_long(cell.number, lang)
        return "" if cell is None else shown(cell, lang) if isinstance(cell, Quantity) else str(cell)

    return [[column.title for column in table.columns], *([*map(word, row.cells)] for row in table.rows)]
