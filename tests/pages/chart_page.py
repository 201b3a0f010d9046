"""A page for tests/test_browser_chart.py with two charts moved by a slider, one of them behind a tab.

A second page has an upload field and no charts.
"""

import sys
from types import SimpleNamespace

import streamlit as st

import simulator.ui.chart as chart_module
from simulator.report.tables.table import Column, Row, Table
from simulator.ui.browser import finish_run
from simulator.ui.chart import chart

LANG = st.query_params.get("lang", "id")
MONTHS = ["2025-08-01", "2025-09-01", "2025-10-01"]


def charts() -> None:
    last = st.slider("Akhir", 0, 3000, 2069, key="last")
    members = [974, 1256, last]
    line = {
        "type": "scatter",
        "mode": "lines+markers",
        "x": MONTHS,
        "y": members,
        "customdata": ["Agu", "Sep", "Okt"],
    }
    layout = {
        "yaxis": {"rangemode": "tozero", "tickformat": ",d"},
        "xaxis": {"type": "date", "tickformat": "%b %Y", "dtick": "M1"},
    }
    rows = tuple(Row((month, str(count))) for month, count in zip(MONTHS, members))
    table = Table((Column("Bulan"), Column("Peserta", is_number=True)), rows)
    figure = {"data": [line], "layout": layout}
    drawn = SimpleNamespace(
        title="Peserta sampai Oktober", alt=f"Peserta: 974, 1.256, lalu {last}", table=table
    )
    chart(figure, drawn, key="members", height=300, on_click=remember)
    shown, hidden = st.tabs(["Satu", "Dua"])
    with shown:
        st.markdown(f"clicked: {st.session_state.get('clicked', 'nothing')}")
    with hidden:
        chart(figure, SimpleNamespace(title="Sama", alt="Sama", table=table), key="hidden", height=300)


def remember(point: str) -> None:
    st.session_state.clicked = point


def empty() -> None:
    st.file_uploader("Unggah", key="upload")


# These charts have no scenario behind them.
chart_module.picture_words = lambda title, table, legend: {
    "title": title,
    "foot": [],
    "words": dict.fromkeys(("copy", "copied", "saved", "save"), "Gambar"),
}

if "no-plotly" in sys.argv:  # as if the script could not be served
    chart_module._plotly_url = lambda: "/component/nowhere/plotly.min.js"

st.session_state.lang = LANG
st.set_page_config(page_title="Grafik", layout="wide")
st.title("Grafik")
st.navigation(
    [
        st.Page(charts, title="Grafik", url_path="charts", default=True),
        st.Page(empty, title="Kosong", url_path="empty"),
    ]
).run()
finish_run(LANG)
