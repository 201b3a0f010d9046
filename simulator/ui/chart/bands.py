"""A band behind a line over months, as Plotly draws it."""

from html import escape
from typing import Any

from simulator.report.charts.chart import Band, Chart
from simulator.report.charts.theme import Look, faded
from simulator.ui.chart.layout import day
from simulator.words import Lang, text
from simulator.words.numbers import month_long, shown


def band_traces(look: Look, band: Band, chart: Chart, lang: Lang) -> list[dict[str, Any]]:
    """Its edges upwards, each filled down to the one before; the outermost are thin lines."""
    (lowest, _, _), *_ = band.strips
    parts = [(lowest, 0.0), *((upper, opacity) for _, upper, opacity in band.strips)]
    hovers = [_band_hover(band, i, lang) for i in range(len(lowest))]
    traces: list[dict[str, Any]] = []
    for points, opacity in parts:
        is_outermost = points in (band.edges[0], band.edges[-1])
        traces.append(
            {
                "type": "scatter",
                "mode": "lines",
                "name": escape(band.name),
                "x": [day(point.month) for point in points],
                "y": [chart.level(point) for point in points],
                "line": {"color": look.colour, "dash": look.dash, "width": 1 if is_outermost else 0},
                "fill": "tonexty" if traces else "none",
                "fillcolor": faded(look.colour, opacity),
                "text": hovers,
                "hovertemplate": "%{text}<extra></extra>",
            }
        )
    return traces


def _band_hover(band: Band, place: int, lang: Lang) -> str:
    """Between what most simulations of a month lie, and half of them."""
    low, near, _, far, high = (shown(edge[place].quantity, lang) for edge in band.edges)
    month = month_long(band.middle[place].month, lang)
    words = text("chart.band_hover", lang, month=month, low=low, near=near, far=far, high=high)
    return f"<b>{escape(band.name)}</b><br>{words}"
