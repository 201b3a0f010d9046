"""A page of seven sliders and two charts, drawn by our component ("react") or by plotly express ("express").

Run by slider_to_chart.py: streamlit run benchmarks/demo_page.py -- react
"""

import sys

import numpy as np
import pandas as pd
import streamlit as st

from simulator.ui.server import warm_up

LEVERS = ("OPD", "Kecamatan", "ASN lainnya", "Bulan", "OPD baru", "Kecamatan baru", "Berhenti")
MONTHS = [str(month) for month in pd.period_range("2025-09", periods=60, freq="M")]

st.set_page_config(page_title="Demo", layout="wide")
with st.sidebar:
    opd, kecamatan, *_ = [st.slider(name, 0.0, 100.0, 40.0, 0.1, key=name) for name in LEVERS]

elapsed = np.arange(len(MONTHS))
members = 974 + 10 * opd * (1 - np.exp(-elapsed / 12)) + 5 * kecamatan * (1 - np.exp(-elapsed / 20))
CHARTS = {
    "members": {"peserta": members, "target": np.full(len(MONTHS), 2069.0)},
    "money": {"iuran": members * 16_800, "manfaat": members * 15_000},
}


def draw_react() -> None:
    from simulator.ui.browser import finish_run
    from simulator.ui.chart import chart

    for column, (name, series) in zip(st.columns(2), CHARTS.items()):
        traces = [{"type": "scatter", "mode": "lines", "x": MONTHS, "y": y.tolist(), "name": label} for label, y in series.items()]
        rows = [["Bulan", *series]] + [[month, *(f"{y[i]:.0f}" for y in series.values())] for i, month in enumerate(MONTHS)]
        with column:
            chart({"data": traces, "layout": {}}, key=name, alt=name, table=rows, height=360, lang="id")
    finish_run("id")


def draw_express() -> None:
    import plotly.express as px

    for column, (name, series) in zip(st.columns(2), CHARTS.items()):
        figure = px.line(pd.DataFrame({"Bulan": MONTHS} | series), x="Bulan", y=list(series), height=360)
        column.plotly_chart(figure, key=name)


{"react": draw_react, "express": draw_express}[sys.argv[1]]()
warm_up()
