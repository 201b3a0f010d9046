"""First steps for new users; each is shown until it is done, all until a scenario has been saved here."""

from html import escape

import streamlit as st

from simulator.ui import listing, session
from simulator.ui.session import say


def show() -> None:
    """Draw the remaining steps; shipped scenarios have no record of results, those saved here have one."""
    if any(entry.scenario and entry.scenario.record for entry in listing.entries()):
        return
    draft = session.draft()
    done = {"lever": draft.undo or draft.redo, "ask": "what_it_takes" in st.session_state, "save": False}
    lines = "".join(f"<li>{escape(say(f'first.{step}'))}</li>" for step in done if not done[step])
    st.html(f'<div class="first-steps"><b>{escape(say("first.heading"))}</b><ol>{lines}</ol></div>')
