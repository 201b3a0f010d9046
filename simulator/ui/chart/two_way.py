"""Draws a heat map of two settings with Plotly, every cell with its number."""

from html import escape
from typing import Any

import numpy as np

from simulator.report.charts.theme import COVERAGE_STEPS, GRID
from simulator.report.charts.two_way import TwoWay

ROW_PX, BELOW_PX = 34, 90


def figure(chart: TwoWay) -> tuple[dict[str, Any], int]:
    """The figure and its height in pixels; low values are pale, whether they are good or bad."""
    results = [[None if np.isnan(x) else x for x in row] for row in chart.results.tolist()]
    data = [
        {
            "type": "heatmap",
            "z": results,
            "x": list(range(len(chart.columns))),
            "y": list(range(len(chart.rows))),
            "text": [list(row) for row in chart.labels],
            "texttemplate": "%{text}",
            "hovertext": [
                [f"{escape(row)} · {escape(column)}: {label}" for column, label in zip(chart.columns, labels)]
                for row, labels in zip(chart.rows, chart.labels)
            ],
            "hoverinfo": "text",
            "colorscale": [[i / 2, colour] for i, colour in enumerate(COVERAGE_STEPS[:3])],
            "showscale": False,
            "xgap": 2,
            "ygap": 2,
        }
    ]
    layout = {
        "xaxis": _axis(chart.columns, chart.column_name),
        "yaxis": _axis(chart.rows, chart.row_name),
    }
    return {"data": data, "layout": layout}, ROW_PX * len(chart.rows) + BELOW_PX


def _axis(values: tuple[str, ...], name: str) -> dict[str, Any]:
    return {
        "tickvals": list(range(len(values))),
        "ticktext": [escape(value) for value in values],
        "title": {"text": escape(name)},
        "showgrid": False,
        "gridcolor": GRID,
    }
