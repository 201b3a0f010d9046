"""A chart over months as Plotly draws it: lines and points, shaded months, and names where there is room."""

import math
import textwrap
from html import escape
from typing import Any

import numpy as np

from simulator.model.months import month_name
from simulator.report.charts import theme
from simulator.report.charts.chart import Chart, Period, Point, Series
from simulator.report.charts.names import spread
from simulator.ui.chart.bands import band_traces
from simulator.ui.chart.layout import day, month_ticks
from simulator.ui.chart.marks import ABOVE_PX, marks, marks_name, wrapped_name
from simulator.words import Lang
from simulator.words.numbers import month_long, shown

HEADROOM = 1.08  # of the highest value
NAME_HEADROOM = 1.3  # where the months marked behind have names at the top
AXIS_NEAR = 0.2  # of the height: below that, a name under its mark would lie on the axis
AXIS_PX = 60  # below the plot
LINE_PX, LETTER_PX = 19, 8.2  # of a name beside a line
NAME_LETTERS, NAME_LINES = 17, 3  # of such a name
BANDED_LETTERS = 14  # of one beside a band, whose names are longer
BREAK, BROKEN = 20, 12  # letters of the name of marked months; a longer one is broken into lines of so many
NAME_SHARE = 0.4  # of the months drawn: as wide as the name of a point may be
ENDS = ("end", "end_name")
BESIDE = 2  # lines at most whose last value is written beside their name
UPRIGHT = 16  # letters of a line of it where it stands upright, the marked months being narrower than it
LEADER_PX = 22
NAME_SHARE = 0.34  # of the time axis, for the name of marked months: what it takes where letters are largest
FIRST_SHARE = 0.3  # of the months drawn, left free before a first figure that stands alone, for its name


def figure(chart: Chart, lang: Lang, height: int, top: float | None = None) -> dict[str, Any]:
    """The figure at a height in pixels, up to the value `top` (as drawn) or to all of them."""
    top = top or top_of(chart)
    first, last = chart.months
    begin, end = _begin(chart), day(last)
    ends, widest = _ends(chart, lang, top, height - AXIS_PX)
    names = [note for series in chart.series for note in _inside(series, chart, lang, top)]
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
            "shapes": [*(shape for shape, _ in behind), *_feet(chart), *marks(chart, begin, end)],
            "xaxis": {
                "type": "date",
                "tickformat": "%b<br>%Y",
                "range": [begin, end],
                **month_ticks(last - max(first, chart.begin or first) + 1, 7),
            },
            "yaxis": {"range": [0, top], "title": {"text": chart.axis}, "nticks": 6, "tickformat": ",.3~f"},
        },
    }


def top_of(chart: Chart) -> float:
    """Where the value axis ends so that all of the chart is inside: round, so that it seldom moves."""
    top = chart.highest * (NAME_HEADROOM if chart.periods else HEADROOM) or 1.0
    step = 10.0 ** (math.floor(math.log10(top)) - 1)
    return math.ceil(top / step) * step


def _begin(chart: Chart) -> str:
    """Where the time axis begins, with room for the name of a lone figure, or for a first step."""
    first, last = chart.months
    if chart.begin is not None and chart.begin > first:
        return day(chart.begin)
    if any(_stands_alone(series) for series in chart.series):
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
    alone = len(points) == 1 and series.drawn != "points"  # a line through one month cannot be seen
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


# ---- names


def _ends(chart: Chart, lang: Lang, top: float, plot: float) -> tuple[list[dict[str, Any]], int]:
    """Names at the right ends of lines, moved apart where they would overlap; letters of the widest line.

    Of few that end together each has its value; else a short line leads from each end to its name.
    """
    named = sorted(chart.ends, key=lambda series: -chart.level(series.last))
    beside = sum(series.named == "end" for series in named) <= BESIDE
    beside = beside and all(series.last.month == chart.months[1] for series in named)
    letters = BANDED_LETTERS if chart.bands else NAME_LETTERS
    names = [textwrap.wrap(s.name, letters, max_lines=NAME_LINES, placeholder=" …") for s in named]
    values = [[shown(s.last.quantity, lang)] * (beside and s.named == "end") for s in named]
    widest = max((len(line) for lines in (*values, *names) for line in lines), default=0)
    heights = [float(LINE_PX * len(lines + value)) for lines, value in zip(names, values)]
    places = [plot - chart.level(series.last) / top * plot for series in named]
    # A value beside the end of its line may go below the axis by half its height.
    middles = spread(places, heights, 0.0, plot + heights[-1] / 2 * beside if heights else plot)
    notes = []
    for i, series in enumerate(named):
        lines = [*map(escape, names[i]), *(f"<b>{value}</b>" for value in values[i])]
        notes.append(_end(series, chart, lines, places[i] - middles[i], beside))
    return notes, widest


def _end(series: Series, chart: Chart, lines: list[str], up: float, beside: bool) -> dict[str, Any]:
    """A name `up` pixels above the end of its line: outside the plot, or led to by a short line."""
    note = {"y": chart.level(series.last), "text": "<br>".join(lines), "align": "left", "xanchor": "left"}
    if beside:
        beyond = {"xref": "paper", "x": 1, "xshift": 6, "yshift": up, "showarrow": False}
        return note | beyond | {"font": {"color": series.look.colour, "size": 14}}
    colour = series.look.colour
    arrow = {"ax": LEADER_PX, "ay": -up, "showarrow": True, "arrowhead": 0, "arrowwidth": 1, "standoff": 3}
    led = {"x": day(series.last.month), "arrowcolor": colour, "font": {"size": 13}, "bgcolor": theme.VEIL}
    return note | arrow | led


def _inside(series: Series, chart: Chart, lang: Lang, top: float) -> list[dict[str, Any]]:
    """The name of a line that others go on from, of single points, or along a line."""
    if series.named not in ("inside", "along", "foot"):
        return []
    at = series.points[0] if series.named == "along" else series.last
    y = chart.level(at)
    note = {
        "x": day(at.month),
        "y": y,
        "text": escape(series.name),
        "showarrow": False,
        "font": {"color": series.look.colour, "size": 14},
        "align": "left",
    }
    if series.named == "foot":
        late = at.month > sum(chart.months) / 2
        beside = {"xanchor": "right", "xshift": -6} if late else {"xanchor": "left", "xshift": 6}
        up = {"yshift": ABOVE_PX} if chart.marks else {}
        return [note | beside | up | {"y": 0, "yanchor": "bottom", "bgcolor": theme.VEIL}]
    if series.named == "along":
        above = {"y": max(map(chart.level, series.points)), "yshift": 8 if series.drawn == "points" else 0}
        return [note | above | {"xanchor": "left", "yanchor": "bottom", "bgcolor": theme.VEIL}]
    value = f"<b>{shown(at.quantity, lang)}</b>"
    if series.drawn != "points":  # before the lines that lead from it: above its own line, else in two lines
        alone = _stands_alone(series)
        note |= {
            "text": f"{note['text']}{'<br>' if alone else ' '}{value}",
            "xanchor": "right",
            "align": "right",
        }
        return [note | ({"xshift": -8} if alone else {"xshift": -6, "yanchor": "bottom", "yshift": 2})]
    start = min(line.points[0].month for line in chart.series if line.named in ENDS)
    late = at.month > (start + chart.months[1]) / 2  # clear of what was observed and of the lines' ends
    levels = _levels_beside(at, chart) if late else [y]
    below: dict[str, Any] = {"y": min(levels), "yanchor": "top", "yshift": -6}
    if min(levels) < AXIS_NEAR * top:
        below = {"y": max(levels), "yanchor": "bottom", "yshift": 6}
    words = {"text": f"{note['text']} {value}", "xanchor": "right" if late else "left", "bgcolor": theme.VEIL}
    return [note | words | below]


def _levels_beside(at: Point, chart: Chart) -> list[float]:
    """How high a point lies, and what else is marked so shortly before it that its name may reach there.

    A line is named at its end, so no other point of it counts.
    """
    first = max(chart.months[0], chart.begin or 0)
    nearest = at.month - NAME_SHARE * (chart.months[1] - first)
    marked = (series for series in chart.series if series.named == "inside")
    return [
        chart.level(point)
        for series in marked
        for point in (series.points if series.drawn == "points" else series.points[-1:])
        if nearest <= point.month <= at.month and point.quantity.value is not None
    ]


def _feet(chart: Chart) -> list[dict[str, Any]]:
    """Dotted lines from marked points down to the axis."""
    return [
        {
            "type": "line",
            "x0": day(series.last.month),
            "x1": day(series.last.month),
            "y0": 0,
            "y1": chart.level(series.last),
            "line": {"color": series.look.colour, "width": 1.5, "dash": "dot"},
            "layer": "below",
        }
        for series in chart.series
        if series.named == "foot"
    ]


def _stands_alone(series: Series) -> bool:
    return series.named == "inside" and series.drawn != "points" and len(series.points) == 1


# ---- months marked behind


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
    """A name above months; where they begin too late for it, it ends with the time axis."""
    left, start, right = (np.datetime64(place) for place in (begin, note["x"], end))
    if right - start >= (right - left) * NAME_SHARE:
        return note
    return note | {"x": end, "xanchor": "right", "align": "right", "xshift": -2}
