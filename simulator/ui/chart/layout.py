"""What all charts on screen share: fonts, axes and the language of numbers, as Plotly wants them."""

from collections.abc import Sequence
from typing import Any

from simulator.model.months import month_name
from simulator.report.charts.theme import BACKGROUND, FONT, GRID, MUTED, SCENARIO_LOOKS, TEXT
from simulator.words import LANGUAGES

_AXIS = {
    "automargin": True,
    "fixedrange": True,  # no accidental zoom, and a finger on the chart scrolls the page
    "gridcolor": GRID,
    "gridwidth": 1,
    "linecolor": GRID,
    "tickfont": {"color": MUTED, "size": 13},
    "title": {"font": {"color": MUTED, "size": 13}},
    "zeroline": False,
}
_LAYOUT: dict[str, Any] = {
    "colorway": [look.colour for look in SCENARIO_LOOKS],
    "dragmode": False,
    "font": {"family": FONT, "size": 14, "color": TEXT},
    "hoverlabel": {
        "bgcolor": BACKGROUND,
        "bordercolor": GRID,
        "font": {"family": FONT, "color": TEXT, "size": 14},
    },
    "hovermode": "closest",
    # automargin adds the space for the axes, but not for half the label of the last month
    "margin": {"l": 8, "r": 28, "t": 8, "b": 8},
    "paper_bgcolor": BACKGROUND,
    "plot_bgcolor": BACKGROUND,
    "showlegend": False,
    "xaxis": _AXIS | {"showgrid": False},
    "yaxis": _AXIS,
}


def themed(layout: dict[str, Any], lang: str) -> dict[str, Any]:
    """The shared layout merged with that of a figure, key by key at every depth; neither is changed.

    `lang` decides the number separators: decimal mark, then thousands, as Plotly wants them.
    """
    shared = _LAYOUT | {"separators": LANGUAGES[lang].decimal_mark + LANGUAGES[lang].thousands_mark}
    for name in layout:  # a second axis looks like the first
        if name.startswith(("xaxis", "yaxis")):
            shared.setdefault(name, _LAYOUT[name[:5]])
    return _laid_over(shared, layout)


def _laid_over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    merged = below | above
    for name in below.keys() & above.keys():
        if isinstance(below[name], dict) and isinstance(above[name], dict):
            merged[name] = _laid_over(below[name], above[name])
    return merged


def day(month: int) -> str:
    """The first day of a month number, as a position on the time axis."""
    return f"{month_name(month)}-01"


def month_ticks(span_months: int, most: int) -> dict[str, Any]:
    """Settings of a time axis: a label for every month if there are at most `most`, else at most `most`."""
    return {"dtick": "M1"} if span_months <= most else {"nticks": most}


def names_above(tops: Sequence[float], names: Sequence[Sequence[str]]) -> list[dict[str, Any]]:
    """Names above horizontal bars: the lines of each, as HTML, downwards from its value of `tops`."""
    place = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "y", "yanchor": "top", "align": "left"}
    look = {"showarrow": False, "font": {"size": 14, "color": TEXT}, "bgcolor": BACKGROUND, "borderpad": 0}
    return [place | look | {"y": top, "text": "<br>".join(lines)} for top, lines in zip(tops, names)]
