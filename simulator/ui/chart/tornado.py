"""Draws bars from the middle outward with Plotly: each below its name, with labelled ends."""

from dataclasses import replace
from html import escape
from typing import Any

from simulator.report.charts.theme import BACKGROUND, DOWN, MUTED, TEXT, UP
from simulator.report.charts.tornado import SwingBar, SwingChart
from simulator.ui.chart.layout import names_above
from simulator.words import Lang
from simulator.words.numbers import shown
from simulator.words.quantity import Quantity

NAME_PX, BAR_PX, GAP_PX, BELOW_PX = 20, 18, 12, 58
LETTERS = 38  # characters of a line that fits on a telephone
ROOM = 0.3  # of the plot width, free on either side for the labels


def figure(chart: SwingChart, lang: Lang) -> tuple[dict[str, Any], int]:
    """The figure and its height in pixels."""
    scale, names = 1 / chart.scale, [_name(bar) for bar in chart.bars]
    middle, tops = chart.middle.number * scale, [0]
    for lines in names:
        tops.append(tops[-1] + NAME_PX * len(lines) + BAR_PX + GAP_PX)
    places = [top - GAP_PX - BAR_PX / 2 for top in tops[1:]]
    parts = [_part(chart, end, middle, places, lang) for end in ("low", "high")]
    ends = [end.number * scale for bar in chart.bars for end in (bar.at_low, bar.at_high)]
    first, last = min(middle, *ends), max(middle, *ends)
    room = ROOM * (last - first)
    labels = [label for bar, place in zip(chart.bars, places) for label in _labels(bar, place, scale, lang)]
    height = tops[-1]
    line = {
        "type": "line",
        "x0": middle,
        "x1": middle,
        "y0": 0,
        "y1": height,
        "line": {"color": MUTED, "width": 1},
    }
    layout = {
        "margin": {"l": 12, "r": 12, "t": 4, "b": BELOW_PX},
        "annotations": [*names_above(tops, names), *labels],
        "shapes": [line],
        "barmode": "overlay",
        "xaxis": {
            "range": [first - room, last + room],
            "showgrid": True,
            "nticks": 6,
            "tickformat": ",.3~f",
            "title": {"text": chart.axis},
        },
        "yaxis": {"range": [height, 0], "visible": False, "automargin": False},
    }
    return {"data": parts, "layout": layout}, height + BELOW_PX + 4


def _part(chart: SwingChart, end: str, middle: float, places: list[float], lang: Lang) -> dict[str, Any]:
    """The halves of all bars for one `end` of their settings, "low" or "high"; those for low are hatched."""
    results = [getattr(bar, f"at_{end}") for bar in chart.bars]
    return {
        "type": "bar",
        "orientation": "h",
        "base": middle,
        "x": [round(one.number / chart.scale - middle, 6) for one in results],
        "y": places,
        "width": BAR_PX,
        "hoverinfo": "text",
        "hovertext": [_hover(bar, getattr(bar, end), one, lang) for bar, one in zip(chart.bars, results)],
        "marker": {
            "color": DOWN if end == "low" else UP,
            "line": {"color": TEXT, "width": 1},
            "pattern": {
                "shape": "/" if end == "low" else "",
                "bgcolor": DOWN if end == "low" else UP,
                "fgcolor": BACKGROUND,
                "size": 6,
                "solidity": 0.3,
            },
        },
    }


def _labels(bar: SwingBar, place: float, scale: float, lang: Lang) -> list[dict[str, Any]]:
    """The setting's value beside both ends of a bar, the smaller result at the left."""
    ends = sorted(((bar.at_low.number, bar.low), (bar.at_high.number, bar.high)), key=lambda end: end[0])
    look = {"yref": "y", "y": place, "showarrow": False, "font": {"size": 13, "color": TEXT}}
    return [
        look
        | {"x": at * scale, "xanchor": anchor, "xshift": shift, "text": escape(shown(_bare(value), lang))}
        for (at, value), anchor, shift in zip(ends, ("right", "left"), (-5, 5))
    ]


def _bare(value: Quantity) -> Quantity:
    """A share without "per month", which is in the name of its setting."""
    return replace(value, unit="share") if value.unit.startswith("share") else value


def _name(bar: SwingBar) -> list[str]:
    """The name of a bar and its share, which gets its own line if both together are too wide for a phone."""
    share = str(bar.share)
    if not share:
        return [f"<b>{escape(bar.name)}</b>"]
    if len(bar.name) + len(share) > LETTERS:
        return [f"<b>{escape(bar.name)}</b>", escape(share)]
    return [f"<b>{escape(bar.name)}</b>  ·  {escape(share)}"]


def _hover(bar: SwingBar, setting: Quantity, result: Quantity, lang: Lang) -> str:
    return f"<b>{escape(bar.name)}</b><br>{escape(shown(setting, lang))}: {escape(shown(result, lang))}"
