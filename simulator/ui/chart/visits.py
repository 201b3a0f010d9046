"""Draws the curve of enrolled against visits with Plotly, with the target as a line and the answer marked."""

from html import escape
from typing import Any

from simulator.report.charts.theme import ACCENT, TARGET, TEXT
from simulator.report.charts.visits import VisitCurve
from simulator.words import Lang
from simulator.words.numbers import shown

HEADROOM = 1.12  # of the highest value, for the labels
FEW = 8  # up to this number of visits each has a number on the axis


def figure(curve: VisitCurve, lang: Lang) -> dict[str, Any]:
    """The figure; a point for every number of visits."""
    values = [None if point is None else point.number for point in curve.points]
    target = curve.target.number if curve.target else None
    top = max(*(value or 0.0 for value in values), target or 0.0, curve.reached.number, 1.0) * HEADROOM
    last = max(len(values) - 1, curve.chosen, 1)
    right = curve.chosen > last / 2
    data: list[dict[str, Any]] = [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "x": list(range(len(values))),
            "y": values,
            "line": {"color": ACCENT, "width": 2.5},
            "marker": {"color": ACCENT, "size": 5},
            "hoverinfo": "text",
            "hovertext": [
                "" if point is None else f"{i}: {escape(shown(point, lang))}"
                for i, point in enumerate(curve.points)
            ],
            "cliponaxis": False,
        },
        {
            "type": "scatter",
            "mode": "markers+text",
            "x": [curve.chosen],
            "y": [curve.reached.number],
            "marker": {"symbol": "diamond", "size": 14, "color": TEXT},
            "text": [escape(curve.reached_label)],
            "textposition": "bottom left" if right else "bottom right",
            "textfont": {"size": 14, "color": TEXT},
            "hoverinfo": "skip",
            "cliponaxis": False,
        },
    ]
    layout = {
        "xaxis": {
            "range": [-0.2, last + 0.3],
            "title": {"text": curve.visits_axis},
            "nticks": FEW,
            "tickformat": "d",
            **({"dtick": 1} if last <= FEW else {}),  # no fractions of a visit
        },
        "yaxis": {"range": [0, top], "title": {"text": curve.axis}, "nticks": 6, "tickformat": ",.3~f"},
    }
    marked = {} if target is None else _target_line(target, curve.target_label, "left" if right else "right")
    return {"data": data, "layout": layout | marked}


def _target_line(target: float, label: str, side: str) -> dict[str, Any]:
    """A line across the plot, its label at the `side` away from the point chosen."""
    line = {"color": TARGET, "dash": "dash", "width": 2}
    written = {
        "xref": "paper",
        "x": 0 if side == "left" else 1,
        "xanchor": side,
        "y": target,
        "yanchor": "bottom",
        "text": escape(label),
        "showarrow": False,
        "font": {"color": TARGET, "size": 14},
    }
    return {
        "shapes": [
            {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": target, "y1": target, "line": line}
        ],
        "annotations": [written],
    }
