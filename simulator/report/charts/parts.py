"""What charts over months are made of, as plain dicts: lines, names at their ends and above months, shaded months, axes."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from simulator.model.months import month_name, month_number
from simulator.report.charts import theme

LABEL_PX = 38  # two lines at the end of a line
LETTER_PX = 8.2  # of a bold digit at the end of a line
NAME_SHARE = 0.34  # of the time axis, for the name of shaded months: what it takes where letters are largest, in the meeting mode
FIRST_SHARE = (
    0.3  # of the months projected, drawn before a first figure that has none before it, for its name
)


def day(month: int) -> str:
    """The first day of a month number, as a place on the time axis."""
    return f"{month_name(month)}-01"


def room_before(first: str, last: str) -> str:
    """A day so long before the first that a name has room there."""
    days = np.datetime64(last) - np.datetime64(first)
    return str(np.datetime64(first) - np.timedelta64(round(days.astype(int) * FIRST_SHARE), "D"))


def line(
    x: list[str], y: list[float], style: dict, hover: list[str], markers: dict | None = None
) -> dict[str, Any]:
    """A line through days and values with what is said of each point; with `markers` at each point."""
    return {
        "type": "scatter",
        "mode": "lines+markers" if markers else "lines",
        "x": x,
        "y": y,
        "line": style,
        "text": hover,
        "cliponaxis": False,
        "hovertemplate": "%{text}<extra></extra>",
    } | ({"marker": {"color": style["color"]} | markers} if markers else {})


def label(x: str, y: float, words: str, colour: str) -> dict[str, Any]:
    """Words at a place of the chart."""
    return {
        "x": x,
        "y": y,
        "text": words,
        "showarrow": False,
        "font": {"color": colour, "size": 14},
        "align": "left",
    }


def end_labels(ends: Sequence[tuple[float, str, str, str]], top: float, height: int) -> list[dict[str, Any]]:
    """Names and values (y, name, value, colour) at the right end of two lines, moved apart where they would overlap."""
    per_px = top / (height - 60)  # the axis below takes some 60 px
    low, high = sorted(ends)
    apart = max(0.0, LABEL_PX - (high[0] - low[0]) / per_px) / 2
    down = min(apart, low[0] / per_px)  # not below the axis
    shifts = {low: -down, high: 2 * apart - down}
    return [
        label("", y, f"{name}<br><b>{value}</b>", colour)
        | {"xref": "paper", "x": 1, "xanchor": "left", "xshift": 6, "yshift": shifts[y, name, value, colour]}
        for y, name, value, colour in ends
    ]


def around(first: int, last: int) -> dict[str, str]:
    """From half a month before the first to half a month after the last, so that both are inside."""
    return {"x0": f"{month_name(first - 1)}-16", "x1": f"{month_name(last)}-16"}


def shaded_months(first: int, last: int, name: str) -> tuple[list[dict], dict]:
    """Shaded months (month numbers, both inside) and their name at the top."""
    shape = {
        "type": "rect",
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "fillcolor": theme.SHADE,
        "line": {"width": 0},
        "layer": "below",
    } | around(first, last)
    return [shape], _name_above(shape["x0"], 1.0, name)


def bracketed_months(first: int, last: int, name: str) -> tuple[list[dict], dict]:
    """A line over months with their name under it, where other months are shaded already."""
    line = {
        "type": "line",
        "yref": "paper",
        "y0": 0.9,
        "y1": 0.9,
        "line": {"color": theme.MUTED, "width": 1},
    } | around(first, last)
    return [line], _name_above(line["x0"], 0.9, name)


def _name_above(x: str, y: float, name: str) -> dict[str, Any]:
    return {
        "x": x,
        "y": y,
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "top",
        "text": name,
        "align": "left",
        "showarrow": False,
        "font": {"size": 12, "color": theme.MUTED},
        "xshift": 2,
    }


def _inside(note: dict[str, Any], months: tuple[str, str]) -> dict[str, Any]:
    """A name above months; where they begin too late for it, it ends with the time axis, so that it never lies on the names at its end."""
    start, begin, end = (np.datetime64(place) for place in (note["x"], *months))
    return (
        note
        if end - start >= (end - begin) * NAME_SHARE
        else note | {"x": months[1], "xanchor": "right", "align": "right", "xshift": -2}
    )


def over_months(
    top: float,
    axis: str,
    months: tuple[str, str],
    ends: list[dict],
    annotations: list[dict],
    shapes: list[dict],
) -> dict[str, Any]:
    """The layout of a chart from the first to the last day of `months`, up to `top`, with room for the names `ends` at the right."""
    span = month_number(months[1][:7]) - month_number(months[0][:7]) + 1
    widest = max(
        len(line) for end in ends for line in end["text"].replace("<b>", "").replace("</b>", "").split("<br>")
    )
    above = [_inside(note, months) if note.get("yref") == "paper" else note for note in annotations]
    return {
        "margin": {"r": round(12 + LETTER_PX * widest)},
        "annotations": above,
        "shapes": shapes,
        "xaxis": {
            "type": "date",
            "tickformat": "%b<br>%Y",
            "range": list(months),
            **theme.month_ticks(span, 7),
        },
        "yaxis": {"range": [0, top], "title": {"text": axis}, "nticks": 6, "tickformat": ",.3~f"},
    }
