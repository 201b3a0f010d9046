"""The sheet of bands (lines, band edges, Rakor Monev) and the series that native charts draw from it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from simulator.handouts.book import Book, column_letter
from simulator.report.charts.chart import SHARES, STRIPS, Band, Chart, Point, Series
from simulator.report.charts.parts import edge_name
from simulator.report.charts.theme import MUTED, Look
from simulator.report.tables.table import Column, Row, Table
from simulator.words import Lang, text
from simulator.words.numbers import percent
from simulator.words.quantity import Month, Quantity

LINE, EDGES, PARTS = (
    0,
    1,
    1 + len(SHARES),
)  # offsets in the columns of a band: line, first edge, first part
COLUMNS = PARTS + len(STRIPS)
BANDS = 3  # enrolment, contributions and payouts; the column of Rakor Monev follows
WIDTH = 20  # characters
AREAS, UNNAMED = 4, (0, 1, 3)  # series per band; the legend names only the middle area
TRIANGLE = "▲"
DASHES = {
    "solid": "solid",
    "dash": "dash",
    "dot": "round_dot",
    "dashdot": "dash_dot",
    "longdash": "long_dash",
    "longdashdot": "long_dash_dot",
}


def first_column(number: int) -> int:
    """The first column of a band; `number` counts bands from 0."""
    return 1 + number * COLUMNS


def banded(charts: Sequence[Chart]) -> list[tuple[Series, Band]]:
    """The lines that have a band, each with its band, from all charts."""
    return [(series, series.band) for chart in charts for series in chart.series if series.band]


def write_bands(book: Book, charts: Sequence[Chart]) -> None:
    """Write a row per month: each line, its band's edges and, as formulas, their differences; Rakor Monev."""
    lang, bands = book.lang, banded(charts)
    numbers: list[tuple[str, Sequence[Quantity | None]]] = []
    formulas = {}
    for at, (series, band) in enumerate(bands):
        numbers.append((series.name, [point.quantity for point in series.points]))
        numbers += _edges(band, book)
        for place, (low, high, _) in enumerate(STRIPS):
            ends = {name: percent(SHARES[of], lang) for name, of in (("low", low), ("high", high))}
            between = [_between(*pair) for pair in zip(band.edges[low], band.edges[high])]
            numbers.append((text("chart.between", lang, name=band.name, **ends), between))
            for row in range(2, len(band.middle) + 2):
                upper, lower = (column_letter(first_column(at) + EDGES + of) for of in (high, low))
                formulas[row - 1, first_column(at) + PARTS + place] = f"={upper}{row}-{lower}{row}"
    months = [point.month for point in bands[0][1].middle]
    held = {month for chart in charts if chart.marks for month in chart.marks.months}
    marked = [Quantity(float(month in held), "count", "counted") for month in months]
    numbers.append((text("chart.rakor", lang), marked))
    titles = (text("handouts.book.month", lang), *(title for title, _ in numbers))
    rows = tuple(map(Row, zip(map(Month, months), *(values for _, values in numbers))))
    table = Table(tuple(Column(title, is_number=True) for title in titles), rows)
    book.table(text("handouts.book.sheet.bands", lang), table, [WIDTH] * len(titles), formulas=formulas)


def _edges(band: Band, book: Book) -> list[tuple[str, list[Quantity]]]:
    """One column per edge: its title and its numbers."""
    return [
        (edge_name(band, share, book.lang), [point.quantity for point in edge])
        for share, edge in zip(SHARES, band.edges)
    ]


def _between(low: Point, high: Point) -> Quantity:
    return replace(high.quantity, value=high.quantity.number - low.quantity.number, origin=None)


def area_chart(book: Book, look: Look, band: Band, number: int) -> Any:
    """A band of the sheet (`number` counts from 0) as areas stacked on a transparent one."""
    areas, first = book.workbook.add_chart({"type": "area", "subtype": "stacked"}), first_column(number)
    fills: list[dict[str, Any]] = [{"none": True}]
    fills += [{"color": look.colour, "transparency": round(100 - 100 * opacity)} for _, _, opacity in STRIPS]
    for column, fill in zip((EDGES, *range(PARTS, PARTS + len(STRIPS))), fills):
        series = _cells(band.name, first + column, len(band.middle), book.lang)
        areas.add_series(series | {"fill": fill, "border": {"none": True}})
    return areas


def _cells(name: str, column: int, months: int, lang: Lang) -> dict[str, Any]:
    """A series of a native chart that reads a column of the sheet."""
    sheet = text("handouts.book.sheet.bands", lang)
    places = {"categories": [sheet, 1, 0, months, 0], "values": [sheet, 1, column, months, column]}
    return {"name": as_name(name), **places}


def as_name(words: str) -> str:
    """Words as the name of a series; XlsxWriter would take a name like "Rencana!A1" for a cell reference.

    An invisible character after each "!" prevents that.
    """
    return words.replace("!", "!\u2060")


def stroke(look: Look, width: float) -> dict[str, Any]:
    """The line format of a look."""
    return {"color": look.colour, "width": width, "dash_type": DASHES[look.dash]}


def plan_series(series: Series, number: int, lang: Lang) -> dict[str, Any]:
    """The series of a band's line."""
    cells = _cells(series.name, first_column(number) + LINE, len(series.points), lang)
    return cells | {"line": stroke(series.look, series.look.width)}


def edge_series(look: Look, band: Band, number: int, lang: Lang) -> list[dict[str, Any]]:
    """The outermost edges of a band as thin lines, for a band drawn without areas."""
    columns = (first_column(number) + EDGES + at for at in (0, len(SHARES) - 1))
    return [_cells(band.name, at, len(band.middle), lang) | {"line": stroke(look, 1)} for at in columns]


def rakor_series(name: str, months: int, lang: Lang) -> dict[str, Any]:
    """Small triangles on the month axis in the months with a Rakor Monev, from the sheet's last column.

    They are labels, which can be empty in months without one; markers would appear in every month.
    """
    labels = {"value": True, "num_format": f'"{TRIANGLE}";;', "position": "above"}
    labels["font"] = {"size": 10.5, "color": MUTED}
    cells = _cells(f"{TRIANGLE} {name}", first_column(BANDS), months, lang)
    return cells | {"line": {"none": True}, "marker": {"type": "none"}, "data_labels": labels}
