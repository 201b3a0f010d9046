"""A page for tests/test_foreign_text.py: foreign text in each Streamlit element that our pages use for it."""

import sys
from html import escape
from pathlib import Path

import streamlit as st

sys.path.append(str(Path(__file__).parents[1]))
from hostile import PAYLOADS

from simulator.report.tables.table import Column, Row, Table
from simulator.ui.browser import finish_run
from simulator.ui.foreign import as_text
from simulator.ui.html import Html

st.session_state.lang = "id"
st.set_page_config(page_title="Kata orang", layout="wide")
for kind in ("markdown", "caption", "error", "success", "header", "button", "expander"):
    with st.container(key=kind):
        for payload in PAYLOADS:
            getattr(st, kind)(as_text(payload))
with st.container(key="html"):
    st.html("".join(f"<p>{escape(payload)}</p>" for payload in PAYLOADS))
with st.container(key="table"):
    rows = tuple(Row((payload, payload)) for payload in PAYLOADS)
    st.html(Html("id").table(Table((Column("Satu"), Column("Dua")), rows)))
st.selectbox("Satu", PAYLOADS)
with st.container(key="many"):
    st.multiselect("Banyak", PAYLOADS, default=PAYLOADS)
finish_run("id")
