"""Draws a waterfall chart with Plotly, downwards, so that long names have room."""

import html
import textwrap
from collections.abc import Sequence
from typing import Any

from simulator.report.charts.theme import BACKGROUND, DOWN, MUTED, TEXT, UP
from simulator.report.charts.waterfall import Step, Waterfall
from simulator.ui.chart.layout import names_above
from simulator.words import Lang, text
from simulator.words.numbers import NO_BREAK, shown

LETTERS, LINE_PX, BAR_PX, GAP_PX = 38, 19, 18, 12  # characters of a name; a line must also fit on a telephone
BELOW_PX = 58  # ticks and the name of the axis
ROOM = 0.05  # of the plot width, left free on either side
FROM_ZERO = 0.5  # of the largest value: if nothing is lower than this, the axis is cut


def figure(chart: Waterfall, lang: Lang) -> tuple[dict[str, Any], int]:
    """The figure and its height in pixels.

    Name and number are above each bar, and each bar begins where the previous one ends.
    """
    (first, *parts, last), scale = chart.steps, 1 / chart.scale
    written = [_written(step, lang) for step in chart.steps]
    tops = [0]
    for lines in written:
        tops.append(tops[-1] + LINE_PX * len(lines) + BAR_PX + GAP_PX)
    middles = [top + LINE_PX * len(lines) + BAR_PX / 2 for top, lines in zip(tops, written)]
    low, high, cut = _range([level * scale for step in chart.steps for level in (step.start, step.end)])
    hover = [f"<b>{html.escape(str(step.name))}</b><br>{shown(step.quantity, lang)}" for step in chart.steps]
    less = [step.is_less for step in parts]
    signs = ["/" if fewer else "" for fewer in less]
    bars = {
        "type": "bar",
        "orientation": "h",
        "base": [step.start * scale for step in parts],
        "x": [(step.end - step.start) * scale for step in parts],
        "y": middles[1:-1],
        "width": BAR_PX,
        "hovertext": hover[1:-1],
        "hoverinfo": "text",
        "marker": {
            "color": [DOWN if fewer else UP for fewer in less],
            "line": {"color": TEXT, "width": 1},
            "pattern": {"shape": signs, "fgcolor": BACKGROUND, "size": 6, "solidity": 0.3},
        },
    }
    ends = {
        "type": "scatter",
        "mode": "markers",
        "x": [first.start * scale, last.end * scale],
        "y": [middles[0], middles[-1]],
        "cliponaxis": False,
        "marker": {"symbol": "diamond", "size": 14, "color": TEXT},
        "hovertext": [hover[0], hover[-1]],
        "hoverinfo": "text",
    }
    axis = text("attribution.axis.cut", lang, axis=chart.axis) if cut else chart.axis
    layout = {
        "margin": {"l": 12, "r": 28, "t": 4, "b": BELOW_PX},
        "annotations": names_above(tops, written),
        "xaxis": {
            "range": [low, high],
            "showgrid": True,
            "automargin": False,
            "nticks": 6,
            "tickformat": ",.2~f",
            "title": {"text": axis},
        },
        "yaxis": {"range": [tops[-1], 0], "visible": False, "automargin": False},
    }
    data = [_connectors(first, parts, middles, scale), bars, ends]
    return {"data": data, "layout": layout}, tops[-1] + BELOW_PX + 4


def _written(step: Step, lang: Lang) -> list[str]:
    """The number in bold and the name, on as many lines as they take, three at most."""
    number = shown(step.quantity, lang).replace(" ", NO_BREAK)
    words = f"{number}  {step.name.unbroken}"
    first, *rest = textwrap.wrap(words, LETTERS, max_lines=3, placeholder=" …")
    name = first[len(number) :]
    return [f"<b>{html.escape(number)}</b>{html.escape(name)}", *map(html.escape, rest)]


def _range(levels: list[float]) -> tuple[float, float, bool]:
    """Both ends of the axis, and whether it is cut: levels far from zero would all look the same."""
    low, high = min(levels), max(levels)
    cut = low > FROM_ZERO * high
    low = low if cut else min(0.0, low)
    room = ROOM * (high - low) or 1.0
    return low - room * (cut or low < 0), high + room, cut


def _connectors(first: Step, parts: Sequence[Step], middles: list[float], scale: float) -> dict[str, Any]:
    """Vertical lines from each level to the bar that continues from it."""
    x: list[float | None] = []
    y: list[float | None] = []
    for level, above, below in zip([first.start, *(step.end for step in parts)], middles, middles[1:]):
        x += [level * scale, level * scale, None]
        y += [above, below, None]
    line = {"color": MUTED, "width": 1, "dash": "dot"}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}
