"""The unchanged app, with charts drawn by its own component ("react") or by st.plotly_chart ("express").

slider_to_chart.py runs it: streamlit run benchmarks/real_app.py -- react TIMES. It appends the milliseconds
of each run of the script to the file TIMES.
"""

import runpy
import sys
import time
from pathlib import Path

import pandas as pd
import streamlit as st

from simulator.report.charts.chart import Chart
from simulator.ui import session
from simulator.ui.chart.layout import themed
from simulator.ui.pages import overview


def express_chart(figure: dict, _: Chart, *, key: str, height: int) -> None:
    """Draw the same lines, layout and height the way a Streamlit page usually does."""
    import plotly.express as px

    lines = [trace for trace in figure["data"] if trace.get("type", "scatter") == "scatter"]
    points = pd.concat(pd.DataFrame({"x": t["x"], "y": t["y"], "line": str(i)}) for i, t in enumerate(lines))
    drawn = px.line(points, x="x", y="y", color="line", height=height)
    drawn.update_layout(themed(figure["layout"], session.lang()))
    st.plotly_chart(drawn, key=key)


kind, times = sys.argv[1:3]
if kind == "express":
    overview.chart = express_chart
started = time.perf_counter()
runpy.run_path(str(Path(__file__).resolve().parent.parent / "app.py"))
with open(times, "a", encoding="utf-8") as file:
    file.write(f"{(time.perf_counter() - started) * 1000:.1f}\n")
