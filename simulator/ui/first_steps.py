"""First steps for new users, each shown until it is done, and none once a scenario has been saved here."""

from html import escape

import streamlit as st

from simulator.ui import listing, session
from simulator.ui.session import say


def show() -> None:
    """Draw the remaining steps; only scenarios saved here have a results record, shipped ones have none."""
    if any(entry.scenario and entry.scenario.record for entry in listing.entries()):
        return
    draft = session.draft()
    done = {"lever": draft.undo or draft.redo, "ask": "what_it_takes" in st.session_state, "save": False}
    lines = "".join(f"<li>{escape(say(f'first.{step}'))}</li>" for step in done if not done[step])
    st.html(f'<div class="first-steps"><b>{escape(say("first.heading"))}</b><ol>{lines}</ol></div>')
