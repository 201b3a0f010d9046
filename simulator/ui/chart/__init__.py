"""The chart component: a Plotly chart that is kept between reruns, its texts, and a table of its figures."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import plotly
import streamlit as st
from streamlit.components.v1 import declare_component

from simulator.report.charts.chart import BarChart, Chart
from simulator.report.charts.heat_map import HeatMap
from simulator.report.charts.places import PlaceMap
from simulator.report.charts.tornado import SwingChart
from simulator.report.charts.two_way import TwoWay
from simulator.report.charts.visits import VisitCurve
from simulator.report.charts.waterfall import Waterfall
from simulator.report.tables.table import Cell
from simulator.ui import origin, session
from simulator.ui.chart.layout import themed
from simulator.ui.chart.picture import Legend, picture_words
from simulator.words import LANGUAGES, Lang, text
from simulator.words.numbers import month_long, shown
from simulator.words.quantity import Month, Quantity

Titled = Chart | BarChart | HeatMap | PlaceMap | VisitCurve | SwingChart | TwoWay
_HERE = Path(__file__).parent
_HTML = """
<div class="chart-plot" role="img"></div>
<p class="chart-failed" role="status" hidden></p>
<div class="chart-picture"><span role="status"></span> <button type="button"></button>
<button type="button"></button> <button type="button"></button></div>
<details class="chart-table">
<summary></summary><div role="region" tabindex="0"><table></table></div>
</details>
"""

_WORDS = {"table": "chart.table", "failed": "chart.failed", "explain": "origin.heading"}

# Declared only so that Streamlit serves the folder: plotly.min.js of the installed plotly, not a copy.
_PLOTLY_FOLDER = declare_component("plotly", path=Path(plotly.__file__).parent / "package_data")

# Not isolated: Plotly's own styles, the app's font and print rules must apply inside the chart.
_mount = st.components.v2.component(
    "chart",
    html=_HTML,
    css=(_HERE / "chart.css").read_text(encoding="utf-8"),
    js="".join((_HERE / name).read_text(encoding="utf-8") for name in ("picture.js", "chart.js")),
    isolate_styles=False,
)


def chart(
    figure: dict[str, Any],
    drawn: Titled | Waterfall,
    *,
    key: str,
    height: int | None = None,
    on_click: Callable[[Any], None] | None = None,
    legend: Legend = (),
) -> None:
    """Draw `figure`, in the same node when it changes, with the table of `drawn` folded below it.

    `figure` is {"data": [...], "layout": {...}} of plain lists, numbers and strings, with None for a gap (NaN
    is not JSON and cannot be sent); the layout is merged into the shared one. A press on a number of the
    table opens its explanation. `height` is in pixels, None if the page's style rules set the height of
    `.chart-plot`. `legend` explains the colours in the chart's picture; the page explains them beside the
    chart. `on_click` is called before the rerun with the `customdata` of the point clicked.
    """
    lang, table = session.lang(), drawn.table

    def clicked() -> None:
        event = st.session_state[key].click  # the customdata of a point, but a browser may send anything
        points = [point for trace in figure["data"] for point in trace.get("customdata", ())]
        if on_click and event in points:
            on_click(event)

    def pressed() -> None:
        event = st.session_state[key].pressed  # row and column, but a browser may send anything
        for row, of in enumerate(table.rows):
            for column, cell in enumerate(of.cells):
                if [row, column] == event and isinstance(cell, Quantity):
                    origin.press(cell)

    _mount(
        key=key,
        data={
            "key": key,
            "figure": {"data": figure["data"], "layout": themed(figure.get("layout", {}), lang)},
            "alt": drawn.alt,
            "table": [
                [column.title for column in table.columns],
                *([_cell(cell, lang) for cell in row.cells] for row in table.rows),
            ],
            "picture": picture_words(
                drawn.alt if isinstance(drawn, Waterfall) else drawn.title, table, legend
            ),
            "height": height,
            "lang": lang,
            "clickable": on_click is not None,
            "words": {name: text(key, lang) for name, key in _WORDS.items()},
            "months": {"months": LANGUAGES[lang].months, "shortMonths": LANGUAGES[lang].short_months},
            "plotly_url": _plotly_url(),
        },
        on_click_change=clicked if on_click else None,
        on_pressed_change=pressed,
    )


def _cell(cell: Cell, lang: Lang) -> str | list[str]:
    """The text of a cell; for a number that can be explained, its text and its mark."""
    if isinstance(cell, Quantity):
        return [shown(cell, lang), cell.basis] if cell.origin else shown(cell, lang)
    if isinstance(cell, Month):
        return month_long(cell.number, lang)
    return "" if cell is None else str(cell)


def _plotly_url() -> str:
    """The address of this app's plotly.min.js; its version keeps a browser from using an older copy."""
    base = st.get_option("server.baseUrlPath").strip("/")
    return f"{'/' + base if base else ''}/component/{_PLOTLY_FOLDER.name}/plotly.min.js?{plotly.__version__}"
