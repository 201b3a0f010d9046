"""Draws a chart over months with Plotly: lines and points, shaded months, and names where there is room."""

import math
import textwrap
from html import escape
from typing import Any

import numpy as np

from simulator.model.months import month_name
from simulator.report.charts import theme
from simulator.report.charts.chart import Chart, Period, Point, Series
from simulator.ui.chart.bands import band_traces
from simulator.ui.chart.layout import day, month_ticks
from simulator.ui.chart.line_names import (
    LEADER_PX,
    LETTER_PX,
    feet,
    names_at_ends,
    names_inside,
    stands_alone,
)
from simulator.ui.chart.marks import marks, marks_name, wrapped_name
from simulator.words import Lang
from simulator.words.numbers import month_long, shown

HEADROOM = 1.08  # of the highest value
NAME_HEADROOM = 1.3  # if marked months have names at the top
AXIS_PX = 60  # below the plot
BREAK, BROKEN = 20, 12  # characters: a name of marked months longer than BREAK wraps at BROKEN
UPRIGHT = 16  # characters per line if it is upright because the marked months are narrower
NAME_SHARE = 0.34  # of the time axis, for the name of marked months at the largest text size
FIRST_SHARE = 0.3  # of the months drawn, left free for the name of a single first figure


def figure(chart: Chart, lang: Lang, height: int, top: float | None = None) -> dict[str, Any]:
    """The figure at a height in pixels; its value axis ends at `top` (as drawn) or shows all values."""
    top = top or top_of(chart)
    first, last = chart.months_drawn
    begin, end = _begin(chart), day(last)
    ends, widest = names_at_ends(chart, lang, top, height - AXIS_PX)
    names = [note for series in chart.series for note in names_inside(series, chart, lang, top)]
    behind = [_marked(period) for period in chart.periods]
    once: dict[str, dict[str, Any]] = {}
    for period, (_, name) in zip(chart.periods, behind):
        once.setdefault(period.name, name)
    upright = [
        {"at": i, "until": shape["x1"], "text": "<br>".join(textwrap.wrap(period.name, UPRIGHT))}
        for i, (period, (shape, _)) in enumerate(zip(chart.periods, behind), len(ends) + len(names))
    ]
    return {
        "data": _traces(chart, lang),
        "layout": {
            "meta": {
                "upright": upright if len(once) == len(behind) == 1 else [],
                "wrapped": wrapped_name(chart, len(ends) + len(names) + len(once)),
            },
            "margin": {"r": round(12 + LETTER_PX * widest) + LEADER_PX * any(n["showarrow"] for n in ends)},
            "annotations": [
                *ends,
                *names,
                *(_before_the_end(note, begin, end) for note in once.values()),
                *marks_name(chart),
            ],
            "shapes": [*(shape for shape, _ in behind), *feet(chart), *marks(chart, begin, end)],
            "xaxis": {
                "type": "date",
                "tickformat": "%b<br>%Y",
                "range": [begin, end],
                **month_ticks(last - first + 1, 7),
            },
            "yaxis": {"range": [0, top], "title": {"text": chart.axis}, "nticks": 6, "tickformat": ",.3~f"},
        },
    }


def top_of(chart: Chart) -> float:
    """The end of the value axis that shows the whole chart; a round value, so that it seldom changes."""
    top = chart.highest * (NAME_HEADROOM if chart.periods else HEADROOM) or 1.0
    step = 10.0 ** (math.floor(math.log10(top)) - 1)
    return math.ceil(top / step) * step


def _begin(chart: Chart) -> str:
    """The beginning of the time axis, with room for the name of a single figure, or for a first step."""
    first, last = chart.months
    if chart.begin is not None and chart.begin > first:
        return day(chart.begin)
    if any(stands_alone(series) for series in chart.series):
        days = np.datetime64(day(last)) - np.datetime64(day(first))
        return str(np.datetime64(day(first)) - np.timedelta64(round(days.astype(int) * FIRST_SHARE), "D"))
    halved = first == last or any(series.drawn == "steps" for series in chart.series)
    return _half_before(first) if halved else day(first)


def _half_before(month: int) -> str:
    return f"{month_name(month - 1)}-16"


# ---- lines and points


def _traces(chart: Chart, lang: Lang) -> list[dict[str, Any]]:
    traces = [trace for look, band in chart.bands for trace in band_traces(look, band, chart, lang)]
    traces += [_trace(series, chart, lang) for series in chart.series]
    if chart.target:
        target = Series("", (chart.target,), theme.TARGET_LOOK, "points", "")
        drawn = next(s for s in chart.series if chart.target in s.points)
        mark = _trace(target, chart, lang) | {"text": [_hover(drawn, chart.target, lang)]}
        traces.append(
            mark
            | {"mode": "lines+markers", "marker": {"size": 11, "symbol": "diamond", "color": theme.TARGET}}
        )
    return traces


def _trace(series: Series, chart: Chart, lang: Lang) -> dict[str, Any]:
    look, points = series.look, series.points
    alone = len(points) == 1 and series.drawn != "points"  # a line through one month would be invisible
    symbol: str | list[str] = look.symbol or "circle"
    if any(point.quantity.basis == "assumed" for point in points):
        symbol = [f"{look.symbol}-open" if p.quantity.basis == "assumed" else look.symbol for p in points]
    marker: dict[str, Any] = {"size": 8, "symbol": symbol, "color": look.colour}
    if look.outline:
        marker["line"] = {"color": look.outline, "width": 1}
    if look.is_sparse:
        marker["maxdisplayed"] = 8
    return {
        "type": "scatter",
        "mode": {"points": "markers"}.get(series.drawn, "lines+markers" if look.symbol or alone else "lines"),
        "name": escape(series.name),
        "x": [day(point.month) for point in points],
        "y": [None if point.quantity.value is None else chart.level(point) for point in points],
        "line": {"color": look.colour, "dash": look.dash, "width": look.width}
        | ({"shape": "hvh"} if series.drawn == "steps" else {}),
        "text": [_hover(series, point, lang) for point in points],
        "cliponaxis": False,
        "hovertemplate": "%{text}<extra></extra>",
    } | ({"marker": marker} if look.symbol or alone else {})


def _hover(series: Series, point: Point, lang: Lang) -> str:
    value = f"{month_long(point.month, lang)}: {shown(point.quantity, lang)}"
    return f"{value} {point.note}" if point.note else f"<b>{escape(series.name)}</b><br>{value}"


# ---- marked months, drawn behind the lines


def _marked(period: Period) -> tuple[dict[str, Any], dict[str, Any]]:
    """Shaded months with their name at the top, or a line over months with their name under it."""
    high = 0.9 if period.is_bracketed else 1.0
    start, end = _half_before(period.first), f"{month_name(period.last)}-16"
    around = {"yref": "paper", "x0": start, "x1": end, "y1": high}
    if period.is_bracketed:
        shape = {"type": "line", "y0": high, "line": {"color": theme.MUTED, "width": 1}} | around
    else:
        shade = {"fillcolor": theme.SHADE, "line": {"width": 0}, "layer": "below"}
        shape = {"type": "rect", "y0": 0} | around | shade
    broken = len(period.name) > BREAK and not period.is_bracketed
    name = {
        "x": start,
        "y": high,
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "top",
        "text": "<br>".join(textwrap.wrap(period.name, BROKEN)) if broken else period.name,
        "align": "left",
        "showarrow": False,
        "font": {"size": 12, "color": theme.MUTED},
        "xshift": 2,
    }
    return shape, name


def _before_the_end(note: dict[str, Any], begin: str, end: str) -> dict[str, Any]:
    """The name of marked months; if they begin too late for it, it ends where the time axis ends."""
    left, start, right = (np.datetime64(place) for place in (begin, note["x"], end))
    if right - start >= (right - left) * NAME_SHARE:
        return note
    return note | {"x": end, "xanchor": "right", "align": "right", "xshift": -2}
