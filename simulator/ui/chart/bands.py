"""A band behind a line over months, as Plotly draws it."""

from html import escape
from typing import Any

from simulator.report.charts.chart import Band, Chart
from simulator.report.charts.theme import DARK, SOFT, Look, faded
from simulator.ui.chart.layout import day
from simulator.words import Lang, text
from simulator.words.numbers import month_long, shown

OVER = 1 - (1 - DARK) / (1 - SOFT)  # the opacity that looks like DARK on top of SOFT


def band_traces(look: Look, band: Band, chart: Chart, lang: Lang) -> list[dict[str, Any]]:
    """Most simulations as an area with a thin outline, and over it the middle half of them, darker.

    Two outlines instead of four edges, because each trace costs Plotly time.
    """
    low, near, _, far, high = band.edges
    hovers = [_band_hover(band, i, lang) for i in range(len(low))]
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "name": escape(band.name),
            "x": [day(point.month) for point in around],
            "y": [chart.level(point) for point in around],
            "line": {"color": look.colour, "dash": look.dash, "width": width},
            "fill": "toself",
            "fillcolor": faded(look.colour, opacity),
            "hoveron": "points",
            "text": hovers + hovers[::-1],
            "hovertemplate": "%{text}<extra></extra>",
        }
        for around, opacity, width in ((low + high[::-1], SOFT, 1), (near + far[::-1], OVER, 0))
    ]


def _band_hover(band: Band, place: int, lang: Lang) -> str:
    """The tooltip of a month: the ranges of most simulations and of the middle half of them."""
    low, near, _, far, high = (shown(edge[place].quantity, lang) for edge in band.edges)
    month = month_long(band.middle[place].month, lang)
    words = text("chart.band_hover", lang, month=month, low=low, near=near, far=far, high=high)
    return f"<b>{escape(band.name)}</b><br>{words}"
