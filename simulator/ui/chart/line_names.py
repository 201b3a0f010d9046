"""Places the names of lines and points in a chart over months where there is room."""

import textwrap
from html import escape
from typing import Any

from simulator.report.charts import theme
from simulator.report.charts.chart import Chart, Point, Series
from simulator.report.charts.names import spread
from simulator.ui.chart.layout import day
from simulator.ui.chart.marks import ABOVE_PX
from simulator.words import Lang
from simulator.words.numbers import shown

AXIS_NEAR = 0.2  # of the height: lower down, a name under its mark would cover the axis
MARK_FAR = 0.15  # of the height: at a larger distance a name would seem to belong to another mark
LINE_PX, LETTER_PX = 19, 8.2  # height of a line of text, width of a letter
NAME_LETTERS, NAME_LINES = 17, 3  # the most letters per line, and lines, of a name at the end of a line
BANDED_LETTERS = 14  # letters per line in a chart with bands, whose names are longer
NAME_SHARE = 0.34  # of the months drawn: the width that the name of a point may take
ENDS = ("end", "end_name")
BESIDE = 2  # the most lines whose last value is written beside their name
LEADER_PX = 22


def names_at_ends(chart: Chart, lang: Lang, top: float, plot: float) -> tuple[list[dict[str, Any]], int]:
    """Names at the right ends of lines, moved apart where they would overlap; letters of the widest line.

    If at most `BESIDE` lines show their value, and all end in the last month, names and values are placed
    beside the plot; otherwise a short line connects each end with its name, without a value.
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
    # A value beside the end of its line may extend below the axis by half its height.
    middles = spread(places, heights, 0.0, plot + heights[-1] / 2 * beside if heights else plot)
    notes = []
    for i, series in enumerate(named):
        lines = [*map(escape, names[i]), *(f"<b>{value}</b>" for value in values[i])]
        notes.append(_end(series, chart, lines, places[i] - middles[i], beside))
    return notes, widest


def _end(series: Series, chart: Chart, lines: list[str], up: float, beside: bool) -> dict[str, Any]:
    """A name `up` pixels above the end of its line: outside the plot, or connected by a short line."""
    note = {"y": chart.level(series.last), "text": "<br>".join(lines), "align": "left", "xanchor": "left"}
    if beside:
        beyond = {"xref": "paper", "x": 1, "xshift": 6, "yshift": up, "showarrow": False}
        return note | beyond | {"font": {"color": series.look.colour, "size": 14}}
    colour = series.look.colour
    arrow = {"ax": LEADER_PX, "ay": -up, "showarrow": True, "arrowhead": 0, "arrowwidth": 1, "standoff": 3}
    led = {"x": day(series.last.month), "arrowcolor": colour, "font": {"size": 13}, "bgcolor": theme.VEIL}
    return note | arrow | led


def names_inside(series: Series, chart: Chart, lang: Lang, top: float) -> list[dict[str, Any]]:
    """The name of a series that is named inside the plot: at its last point, along it, or at its foot."""
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
    if series.drawn != "points":  # left of lines that continue it: above its line, or beside its only point
        alone = stands_alone(series)
        is_early = at.month < sum(chart.months_drawn) / 2  # a single line of text might reach the axis
        note |= {
            "text": f"{note['text']}{'<br>' if alone or is_early else ' '}{value}",
            "xanchor": "right",
            "align": "right",
        }
        return [note | ({"xshift": -8} if alone else {"xshift": -6, "yanchor": "bottom", "yshift": 2})]
    start = min(line.points[0].month for line in chart.series if line.named in ENDS)
    late = at.month > (start + chart.months[1]) / 2  # away from observed points and from the ends of lines
    levels = _levels_beside(at, chart) if late else [y]
    below: dict[str, Any] = {"y": min(levels), "yanchor": "top", "yshift": -6}
    if min(levels) < AXIS_NEAR * top or y - min(levels) > MARK_FAR * top:
        below = {"y": max(levels), "yanchor": "bottom", "yshift": 6}
    words = {"text": f"{note['text']} {value}", "xanchor": "right" if late else "left", "bgcolor": theme.VEIL}
    return [note | words | below]


def _levels_beside(at: Point, chart: Chart) -> list[float]:
    """The level of a point, and the levels of the points shortly before it that its name may overlap.

    A line is named at its end, so only its last point counts.
    """
    first, last = chart.months_drawn
    nearest = at.month - NAME_SHARE * (last - first)
    marked = (series for series in chart.series if series.named == "inside")
    return [
        chart.level(point)
        for series in marked
        for point in (series.points if series.drawn == "points" else series.points[-1:])
        if nearest <= point.month <= at.month and point.quantity.value is not None
    ]


def feet(chart: Chart) -> list[dict[str, Any]]:
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


def stands_alone(series: Series) -> bool:
    """Whether a series is one figure, named beside it."""
    return series.named == "inside" and series.drawn != "points" and len(series.points) == 1
