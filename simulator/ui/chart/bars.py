"""Draws bars with Plotly, one for each row, and the heat map with a line for each row."""

from html import escape
from typing import Any

import numpy as np

from simulator.report.charts.chart import BarChart
from simulator.report.charts.coverage import STEP_STARTS
from simulator.report.charts.heat_map import HeatMap
from simulator.report.charts.names import shortened
from simulator.report.charts.theme import ACCENT, BACKGROUND, COVERAGE_STEPS, TARGET
from simulator.ui.chart.layout import day, month_ticks
from simulator.words import Lang
from simulator.words.numbers import shown
from simulator.words.quantity import Quantity

NAME_LENGTH = 32
LABEL_WIDTH = 150  # pixels right of the bars
SMALL_LETTERS, SMALL_LABEL_WIDTH = 11, 134  # pixels, on a phone
ROW_HEIGHT, AXIS_HEIGHT = 19, 56  # pixels


def height(rows: int) -> int:
    """The height in pixels of a chart with one line per row."""
    return AXIS_HEIGHT + ROW_HEIGHT * max(rows, 4)


def figure(chart: BarChart, lang: Lang) -> dict[str, Any]:
    """Horizontal bars of shares, with labels at the right and marks as vertical strokes."""
    bars, places = chart.bars, list(range(len(chart.bars)))[::-1]  # the first row on top
    end = max(1.0, *(bar.quantity.number for bar in bars))
    labels = [escape(str(bar.label)) for bar in bars]
    marked = [(bar.mark, place) for bar, place in zip(bars, places) if bar.mark]
    data = [
        {
            "type": "bar",
            "orientation": "h",
            "y": places,
            "x": [round(bar.quantity.number, 6) for bar in bars],
            "marker": {"color": ACCENT},
            "width": 0.62,
            "hovertext": [f"{escape(bar.name)}<br>{label}" for bar, label in zip(bars, labels)],
            "hoverinfo": "text",
        },
        {
            "type": "scatter",
            "mode": "markers",
            "x": [min(mark.number, end) for mark, _ in marked],
            "y": [place for _, place in marked],
            "marker": {"symbol": "line-ns-open", "size": 14, "line": {"color": TARGET, "width": 2}},
            "hoverinfo": "text",
            "hovertext": [bar.mark_label for bar in bars if bar.mark],
        },
        # Beside the plot, not at the bars' ends: clear of marks, and readable where bars are short.
        {
            "type": "scatter",
            "mode": "text",
            "x": [end] * len(bars),
            "y": places,
            "text": labels,
            "textposition": "middle right",
            "hoverinfo": "skip",
            "cliponaxis": False,
            "textfont": {"size": 13},
        },
    ]
    step = 0.25 if end <= 1.5 else 0.5 if end <= 3 else 2.0
    ticks = [round(step * i, 2) for i in range(int(end / step + 1e-9) + 1)]
    small = {
        "at": 2,
        "trace": {"textfont.size": SMALL_LETTERS},
        "layout": {
            "yaxis.tickfont.size": SMALL_LETTERS,
            "xaxis.tickfont.size": SMALL_LETTERS,
            "xaxis.tickvals": [0, end],
            "xaxis.ticktext": [shown(Quantity(tick, "share", form="whole"), lang) for tick in (0, end)],
            "xaxis.tickangle": 0,
            "margin.r": SMALL_LABEL_WIDTH,
        },
    }
    layout = {
        "meta": {"small": small},
        "xaxis": {
            "range": [0, end],
            "tickvals": ticks,
            "ticktext": [shown(Quantity(tick, "share"), lang) for tick in ticks],
            "title": {"text": chart.axis},
            "showgrid": True,
        },
        "margin": {"r": LABEL_WIDTH},
        "yaxis": _row_axis([bar.name for bar in bars], places),
        "bargap": 0.2,
    }
    return {"data": data, "layout": layout}


def heat_map(chart: HeatMap) -> dict[str, Any]:
    """The shares in the colours of the maps; white where nobody is enrolled."""
    places, shares = list(range(len(chart.names)))[::-1], np.round(chart.shares, 4)
    scale = [[0, BACKGROUND], [1e-9, BACKGROUND]] + [
        [position, colour]
        for low, high, colour in zip(STEP_STARTS, (*STEP_STARTS[1:], 1.0), COVERAGE_STEPS)
        for position in (max(low, 1e-9), high)
    ]
    data = [
        {
            "type": "heatmap",
            "x": [day(month) for month in chart.months],
            "y": places,
            "z": shares.tolist(),
            "zmin": 0,
            "zmax": 1,
            "colorscale": scale,
            "showscale": False,
            "xgap": 1 if len(chart.months) <= 61 else 0,
            "ygap": 2,
            "hovertemplate": "%{customdata}<br>%{x|%b %Y}: %{z:.1%}<extra></extra>",
            "customdata": [[escape(name)] * len(chart.months) for name in chart.names],
        }
    ]
    layout = {
        "xaxis": {"tickformat": "%b<br>%Y", "title": {"text": ""}, **month_ticks(len(chart.months), 8)},
        "yaxis": _row_axis(chart.names, places),
    }
    return {"data": data, "layout": layout}


def _row_axis(names: list[str] | tuple[str, ...], places: list[int]) -> dict[str, Any]:
    """An axis with one line per row; the whole name appears when a bar or cell is pointed at."""
    return {
        "tickvals": places,
        "ticktext": [escape(shortened(name, NAME_LENGTH)) for name in names],
        "showgrid": False,
        "range": [-0.6, len(names) - 0.4],
    }
