"""Draws marks on the month axis with Plotly: small triangles, named once."""

import textwrap
from datetime import date
from typing import Any

from simulator.report.charts import theme
from simulator.report.charts.chart import Chart
from simulator.ui.chart.layout import day

TRIANGLE = ((-5, 0), (5, 0), (0, 9))  # px, upwards from its base on the axis
NAME_PX = 10  # px from the axis to its name, above the triangle
ABOVE_PX = 28  # px from the axis to the name of a month, above both
LETTERS = 20  # characters per line of their name on a small screen
NEAR = 0.25  # of the months drawn: this close to the last mark, the name of another month leaves no room


def marks(chart: Chart, begin: str, end: str) -> list[dict[str, Any]]:
    """A triangle for each mark between two days, of the same size on every screen.

    Each is placed by its share of the way between the days, because Plotly cuts off shapes placed by day.
    """
    first, way = date.fromisoformat(begin), date.fromisoformat(end) - date.fromisoformat(begin)
    days = [date.fromisoformat(day(month)) for month in (chart.marks.months if chart.marks else ())]
    return [
        {
            "type": "path",
            "points": TRIANGLE,  # the browser builds the path once it knows the size
            "xsizemode": "pixel",
            "ysizemode": "pixel",
            "xref": "paper",
            "xanchor": (marked - first) / way,
            "yanchor": 0,
            "fillcolor": theme.MUTED,
            "line": {"width": 0},
        }
        for marked in days
        if marked >= first
    ]


def marks_name(chart: Chart) -> list[dict[str, Any]]:
    """The name of the marks above the last one, or above the first if a month is named near the last."""
    if not chart.marks:
        return []
    first, last = chart.months_drawn
    span = last - first
    feet = [series.last.month for series in chart.series if series.named == "foot"]
    at = chart.marks.months[-1]
    if any(abs(foot - at) < NEAR * span for foot in feet):
        at = next((month for month in chart.marks.months if month >= last - span), at)
    is_late = at > last - span / 2
    return [
        {
            "x": day(at),
            "y": 0,
            "text": chart.marks.name,
            "showarrow": False,
            "font": {"size": 12, "color": theme.MUTED},
            "bgcolor": theme.VEIL,
            "xanchor": "right" if is_late else "left",
            "xshift": 6 if is_late else -6,
            "yanchor": "bottom",
            "yshift": NAME_PX,
        }
    ]


def wrapped_name(chart: Chart, at: int) -> list[dict[str, Any]]:
    """The name of the marks, which is annotation `at`, wrapped for a small screen."""
    return [{"at": at, "text": "<br>".join(textwrap.wrap(chart.marks.name, LETTERS))}] if chart.marks else []
