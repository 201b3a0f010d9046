"""The bands behind lines: a sheet with their edges, and areas of a native chart that add up to the first."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from simulator.handouts.book import Book, column_letter
from simulator.report.charts.chart import SHARES, STRIPS, Band, Point
from simulator.report.charts.parts import edge_name
from simulator.report.charts.theme import Look
from simulator.report.tables.table import Column, Row, Table
from simulator.words import text
from simulator.words.quantity import Month, Quantity

EDGES, PARTS = 1, 1 + len(SHARES)  # the first columns of edges and of parts of the first band
WIDTH = 20  # characters
UNNAMED = [0, 1, 3]  # of the areas: in a legend that in the middle stands for all


def write_bands(book: Book, sheet: str, bands: Sequence[Band]) -> None:
    """A row a month: edges of the first band, what lies between them by formulas, edges of the others."""
    lang, (first, *others) = book.lang, bands
    numbers = _edges(first, book)
    formulas = {}
    for place, (low, high, _) in enumerate(STRIPS):
        title = text(
            "chart.between", lang, name=first.name, low=f"{SHARES[low]:.0%}", high=f"{SHARES[high]:.0%}"
        )
        numbers.append((title, [_between(*ends) for ends in zip(first.edges[low], first.edges[high])]))
        for row in range(2, len(first.middle) + 2):
            upper, lower = column_letter(EDGES + high), column_letter(EDGES + low)
            formulas[row - 1, PARTS + place] = f"={upper}{row}-{lower}{row}"
    numbers += [column for band in others for column in _edges(band, book)]
    titles = (text("handouts.book.month", lang), *(title for title, _ in numbers))
    months = (Month(point.month) for point in first.middle)
    rows = tuple(map(Row, zip(months, *(values for _, values in numbers))))
    table = Table(tuple(Column(title, is_number=True) for title in titles), rows)
    book.table(sheet, table, [WIDTH] * len(titles), formulas=formulas)


def _edges(band: Band, book: Book) -> list[tuple[str, list[Quantity]]]:
    """A column an edge: its title and its numbers."""
    return [
        (edge_name(band, share, book.lang), [point.quantity for point in edge])
        for share, edge in zip(SHARES, band.edges)
    ]


def _between(low: Point, high: Point) -> Quantity:
    return replace(high.quantity, value=high.quantity.number - low.quantity.number, origin=None)


def area_chart(book: Book, sheet: str, look: Look, band: Band) -> Any:
    """The first band of the sheet as areas upon a clear one."""
    areas, last = book.workbook.add_chart({"type": "area", "subtype": "stacked"}), len(band.middle)
    fills: list[dict[str, Any]] = [{"none": True}]
    fills += [{"color": look.colour, "transparency": round(100 - 100 * opacity)} for _, _, opacity in STRIPS]
    for column, fill in zip((EDGES, *range(PARTS, PARTS + len(STRIPS))), fills):
        areas.add_series(
            {
                "name": band.name,
                "categories": [sheet, 1, 0, last, 0],
                "values": [sheet, 1, column, last, column],
                "fill": fill,
                "border": {"none": True},
            }
        )
    return areas
