"""The workbook's native charts: enrolment against the target, and contributions against expected payouts."""

import math
from collections.abc import Sequence
from typing import Any

from xlsxwriter.worksheet import Worksheet

from simulator.handouts.book import Book
from simulator.handouts.book_bands import (
    AREAS,
    UNNAMED,
    area_chart,
    as_name,
    banded,
    edge_series,
    plan_series,
    rakor_series,
    stroke,
)
from simulator.handouts.book_months import MONTH, NAME, TARGET, column_of
from simulator.model.growth import rakor_months
from simulator.report.charts.chart import Chart, Series
from simulator.report.charts.compare import comparison
from simulator.report.charts.enrolment import enrolment
from simulator.report.charts.money import money
from simulator.report.charts.theme import GRID, MUTED, TEXT
from simulator.report.context import Context
from simulator.words import LANGUAGES, Lang, text
from simulator.words.quantity import Origin

COLUMNS = {
    "enrolled_in": column_of("enrolled"),
    "target_workers_in": TARGET,
}
"""The column of a charted number in the sheet of months, by the key of its formula."""
FORMATS = {1.0: "#,##0", 1e6: "#,##0.0,,"}  # by the scale of a chart
NO_TICKS = {"major_tick_mark": "none", "minor_tick_mark": "none"}
SIZE = {"width": 760, "height": 420}  # pixels
# The rows beside the chart neither move nor stretch it.
SIZE_OPTIONS: dict[str, Any] = {"object_position": 3}
LEGEND: dict[str, Any] = {"position": "bottom", "font": {"size": 10.5, "color": TEXT}}
ROWS_APART, MOST_NAMES = 23, 9  # rows between the tops of the two charts; months named on an axis


def draw_charts(
    book: Book, sheet: Worksheet, contexts: Sequence[Context], names: Sequence[str], column: int
) -> None:
    """Insert both charts into a sheet, starting at a column.

    They read their numbers from the sheet of months, where `names` are the scenarios' names, and of bands.
    """
    lang, c = book.lang, contexts[0]
    path = comparison(contexts, names, "enrolled", lang) if names[1:] else enrolment(c, lang)
    flows = money(c, "cumulative", lang)
    drawn = (
        (path, _by_month(path, contexts, names, lang), "enrolment", "enrolled"),
        (flows, _added_up(flows, lang), "money", "million"),
    )
    for number, (chart, lines, title, axis) in enumerate(drawn):
        whole = native = book.workbook.add_chart({"type": "line"})
        unnamed = []
        for look, band in chart.bands[:1]:
            whole, unnamed = area_chart(book, look, band, number), list(UNNAMED)
            whole.combine(native)
        edges = [
            line for at, of in enumerate(chart.bands[1:], number + 1) for line in edge_series(*of, at, lang)
        ]
        unnamed += range(AREAS + len(lines) + 1, AREAS + len(lines) + len(edges), 2)  # one of each two edges
        for line in (*lines, *edges, *_rakor(c, names, lang)):
            native.add_series(line)
        names_of = (text(f"handouts.book.{key}", lang) for key in (f"chart.{title}", axis))
        _dress(whole, book, chart, *names_of)
        whole.set_legend(LEGEND | {"delete_series": unnamed})
        sheet.insert_chart(3 + number * ROWS_APART, column, whole, SIZE_OPTIONS)


def _by_month(
    chart: Chart, contexts: Sequence[Context], names: Sequence[str], lang: Lang
) -> list[dict[str, Any]]:
    """The series that read the sheet of months."""
    sheet, result = text("handouts.book.sheet.months", lang), []
    for series in chart.series:
        origin = series.points[0].quantity.origin
        if origin and origin.key in COLUMNS:
            result.append(_series(series, origin, contexts, names, sheet))
    return result


def _added_up(chart: Chart, lang: Lang) -> list[dict[str, Any]]:
    """The series that read the sheet of bands, after the one of enrolment."""
    return [plan_series(series, at, lang) for at, (series, _) in enumerate(banded([chart]), 1)]


def _rakor(c: Context, names: Sequence[str], lang: Lang) -> list[dict[str, Any]]:
    """The Rakor Monev of the first scenario from the baseline month on; named if there are others."""
    months = len(c.projection.months)
    if not (rakor_months(c.scenario.monev, c.baseline.month, months - 1) >= 0).any():
        return []
    whose = text("chart.rakor.of", lang, names=f"“{names[0]}”")
    return [rakor_series(whose if names[1:] else text("chart.rakor", lang), months, lang)]


def _series(
    series: Series, origin: Origin, contexts: Sequence[Context], names: Sequence[str], months: str
) -> dict[str, Any]:
    """A series that reads its numbers from cells, and also its name if that is a scenario's name."""
    look = series.look
    place = next(i for i, c in enumerate(contexts) if c is origin.subject)
    start = 1 + sum(len(c.projection.months) for c in contexts[:place])  # below the header
    first, last = (start + series.points[at].month - origin.subject.baseline.month for at in (0, -1))
    column = COLUMNS[origin.key]
    return {
        "name": [months, start, NAME] if series.name == names[place] else as_name(series.name),
        "categories": [months, first, MONTH, last, MONTH],
        "values": [months, first, column, last, column],
        "line": stroke(look, look.width),
    }


def _dress(native: Any, book: Book, chart: Chart, title: str, axis: str) -> None:
    letters = {"color": MUTED, "size": 10.5}
    bold = {"size": 12, "bold": True, "color": TEXT}
    native.set_title({"name": title, "name_font": bold, "overlay": False})
    first = min(series.points[0].month for series in chart.series if series.named == "end")
    native.set_x_axis(
        {
            "date_axis": True,
            "num_format": LANGUAGES[book.lang].office_code + "mmm yyyy",
            "num_font": letters,
            "line": {"color": GRID},
            "major_unit": 3 * max(1, math.ceil((chart.months[1] - first) / 3 / MOST_NAMES)),
            "major_unit_type": "months",
            **NO_TICKS,
        }
    )
    native.set_y_axis(
        {
            "name": axis,
            "name_font": {"bold": False} | letters,
            "num_font": letters,
            "line": {"color": GRID},
            "major_gridlines": {"visible": True, "line": {"color": GRID, "width": 0.75}},
            "num_format": FORMATS[chart.scale],
            **NO_TICKS,
            "min": 0,
        }
    )
    native.set_size(SIZE)
    native.set_chartarea({"border": {"none": True}})
