"""The workbook's native charts: enrolment against the target, and contributions against expected payouts."""

import math
from collections.abc import Sequence
from typing import Any

from xlsxwriter.worksheet import Worksheet

from simulator.handouts.book import Book
from simulator.handouts.book_months import MONTH, NAME, PAID_IN, TARGET, column_of
from simulator.model.projection import Projection
from simulator.report.charts.theme import ACCENT, GRID, MUTED, SCENARIO_STYLES, TEXT
from simulator.report.charts.theme import TARGET as AMBER
from simulator.words import text

DASHES = {
    "solid": "solid",
    "dash": "dash",
    "dot": "round_dot",
    "dashdot": "dash_dot",
    "longdash": "long_dash",
    "longdashdot": "long_dash_dot",
}
SIZE = {"width": 760, "height": 420}  # pixels
ROWS_APART, MOST_NAMES = 23, 9  # rows between the tops of the two charts; months named on an axis


def draw_charts(
    book: Book,
    sheet: Worksheet,
    projections: Sequence[Projection],
    months: str,
    column: int,
) -> None:
    """Puts both charts of the sheet called `months` on a sheet, from a column on."""
    ends, start = [], 1
    for p in projections:
        ends.append((start, start + len(p.months) - 1))
        start += len(p.months)
    sheet.insert_chart(3, column, _enrolment(book, months, ends), SIZE_OPTIONS)
    sheet.insert_chart(3 + ROWS_APART, column, _money(book, months, ends[0]), SIZE_OPTIONS)


SIZE_OPTIONS: dict[str, Any] = {"object_position": 3}  # neither moved nor stretched by the rows beside it


def _enrolment(book: Book, months: str, ends: list[tuple[int, int]]) -> Any:
    """A line a scenario under its name, the first one strongest, and the target of the first."""
    chart, lang = book.workbook.add_chart({"type": "line"}), book.lang
    for i, (first, last) in enumerate(ends):
        style = SCENARIO_STYLES[i]["line"]
        line = (
            {"color": ACCENT, "width": 2.75}
            if i == 0
            else {"color": style["color"], "width": 2, "dash_type": DASHES[style["dash"]]}
        )
        chart.add_series(
            {
                "name": [months, first, NAME],
                **_range(months, column_of("enrolled"), first, last),
                "line": line,
            }
        )
    chart.add_series(
        {
            "name": text("overview.target_line", lang),
            **_range(months, TARGET, *ends[0]),
            "line": {"color": AMBER, "width": 2, "dash_type": "dash"},
        }
    )
    _dress(
        chart,
        book,
        text("handouts.book.chart.enrolment", lang),
        text("handouts.book.enrolled", lang),
        "#,##0",
        max(last - first for first, last in ends),
    )
    return chart


def _money(book: Book, months: str, ends: tuple[int, int]) -> Any:
    """Contributions and expected payouts by month, from the first projected one on."""
    chart, lang = book.workbook.add_chart({"type": "line"}), book.lang
    first, last = min(ends[0] + 1, ends[1]), ends[1]
    for key, column, line in (
        ("overview.contributions", PAID_IN, {"color": ACCENT, "width": 2.75}),
        (
            "overview.payouts",
            column_of("payouts_idr"),
            {"color": TEXT, "width": 2.25, "dash_type": "round_dot"},
        ),
    ):
        chart.add_series({"name": text(key, lang), **_range(months, column, first, last), "line": line})
    _dress(
        chart,
        book,
        text("handouts.book.chart.money", lang),
        text("handouts.book.million_a_month", lang),
        "#,##0",
        last - first,
    )
    chart.set_y_axis(
        _axis(text("handouts.book.million_a_month", lang)) | {"num_format": "#,##0.0,,", "min": 0}
    )
    return chart


def _range(months: str, column: int, first: int, last: int) -> dict[str, list[str | int]]:
    return {
        "categories": [months, first, MONTH, last, MONTH],
        "values": [months, first, column, last, column],
    }


def _axis(title: str) -> dict[str, Any]:
    return {
        "name": title,
        "name_font": {"bold": False, "color": MUTED, "size": 10.5},
        "num_font": {"color": MUTED, "size": 10.5},
        "line": {"color": GRID},
        "major_gridlines": {"visible": True, "line": {"color": GRID, "width": 0.75}},
    }


def _dress(chart: Any, book: Book, title: str, unit: str, number_format: str, months: int) -> None:
    chart.set_title({"name": title, "name_font": {"size": 12, "bold": True, "color": TEXT}, "overlay": False})
    chart.set_x_axis(
        {
            "date_axis": True,
            "num_format": f"[$-{'421' if book.lang == 'id' else '409'}]mmm yyyy",
            "num_font": {"color": MUTED, "size": 10.5},
            "line": {"color": GRID},
            "major_unit": 3 * max(1, math.ceil(months / 3 / MOST_NAMES)),
            "major_unit_type": "months",
        }
    )
    chart.set_y_axis(_axis(unit) | {"num_format": number_format, "min": 0})
    chart.set_legend({"position": "bottom", "font": {"size": 10.5, "color": TEXT}})
    chart.set_size(SIZE)
    chart.set_chartarea({"border": {"none": True}})


__all__ = ["draw_charts"]
