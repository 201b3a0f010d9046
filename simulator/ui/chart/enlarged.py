"""A chart for the back of the room: a page's chart with larger texts, whose lines move to their new place."""

from collections.abc import Sequence
from typing import Any

from simulator.model.projection import Projection
from simulator.report.charts.chart import Chart
from simulator.report.charts.theme import BACKGROUND
from simulator.ui.chart import over_months
from simulator.ui.chart.layout import month_ticks
from simulator.words import Lang

ENLARGED = 1.7  # relative to a chart of a page, whose smallest text has 12 px
TEXT_PX = 22  # of axes and tooltips
# For the title of the y axis and "30.000" beside it; fixed, because moving lines ignore a growing margin.
LEFT_PX = 130
LEAST_CHART_PX = 330  # the smallest height of the chart, on a screen of 1280 × 720
BEYOND_REACH = 1.25  # of what the current lever can reach: its line stays below the names of shaded months
MOVING_MS = 600


def figure(chart: Chart, lang: Lang, top: float, *, moving: bool = False) -> dict[str, Any]:
    """The figure up to the value `top`; `moving` animates lines, for use while the axes stay the same."""
    figure = enlarged(over_months.figure(chart, lang, round(LEAST_CHART_PX / ENLARGED), top))
    layout = figure["layout"]
    first, last = chart.months_drawn
    layout["xaxis"] |= month_ticks(last - first, 5)
    layout["margin"]["l"], layout["yaxis"]["automargin"] = LEFT_PX, False
    if moving:
        layout["transition"] = {"duration": MOVING_MS, "easing": "cubic-in-out"}
    for trace in figure["data"]:
        trace["cliponaxis"] = trace["x"][0] < layout["xaxis"]["range"][0]
    return figure


def axis_top(charts: Sequence[Chart], reach: Sequence[Projection]) -> float:
    """The end of the y axis, in workers: above the charts, and above all that the current lever can `reach`.

    So moving the lever never moves the axis.
    """
    highest = (p.enrolled.max() * BEYOND_REACH for p in reach)
    return float(max(*map(over_months.top_of, charts), *highest, 1.0))


def enlarged(figure: dict[str, Any]) -> dict[str, Any]:
    """The figure of a page with texts, lines and all sizes in px enlarged for a meeting room."""
    layout = figure["layout"]
    axis = {
        "tickfont": {"size": TEXT_PX},
        "title": {"font": {"size": TEXT_PX}, "standoff": TEXT_PX / 2},
        "ticks": "outside",
        "ticklen": TEXT_PX / 2,
        "tickcolor": BACKGROUND,
    }
    return {
        "data": [_larger(trace) for trace in figure["data"]],
        "layout": layout
        | {
            "font": {"size": TEXT_PX},
            "hoverlabel": {"font": {"size": TEXT_PX}},
            "margin": {side: px * ENLARGED for side, px in layout["margin"].items()},
            "annotations": [_larger(note) for note in layout["annotations"]],
            "shapes": [_larger(shape) for shape in layout["shapes"]],
            "xaxis": layout["xaxis"] | axis,
            "yaxis": layout["yaxis"] | axis | {"title": layout["yaxis"]["title"] | axis["title"]},
        },
    }


def _larger(part: dict[str, Any]) -> dict[str, Any]:
    """A line or a label, with its sizes in px enlarged."""
    larger = dict(part)
    for name in part.keys() & {"xshift", "yshift"}:
        larger[name] = part[name] * ENLARGED
    if "points" in part:
        larger["points"] = [[x * ENLARGED, y * ENLARGED] for x, y in part["points"]]
    for name in part.keys() & {"line", "marker", "font"}:
        sized = {of: px * ENLARGED for of, px in part[name].items() if of in ("size", "width")}
        larger[name] = part[name] | sized
    return larger
