"""The meeting mode: finding, number and chart of one month and one lever, for each scenario of a list."""

import streamlit as st

from simulator.ui import keys, live, session
from simulator.ui.header import watermark
from simulator.ui.meeting import actions, at_hand, foot, scene
from simulator.ui.meeting.style import CSS
from simulator.ui.opening import open_dialog

_state = st.session_state


def enter_on_key(page: str) -> None:
    """On any other page: let "m" open the meeting mode, and remember the page to return to."""
    _state.meeting_open, _state.page_before = False, page
    keys.listen({"m": lambda: _state.update(page_wanted="meeting")})


def show() -> None:
    """Draw the meeting mode for the present scenario of the list."""
    if not _state.get("meeting_open"):
        at_hand.enter()
    meeting = at_hand.with_work()
    before, back = at_hand.before_change(meeting), _state.get("meeting_back") == session.scenario()
    actions.listen()
    st.html(CSS)
    with st.container(key="meeting"):
        drawn = scene.scene(meeting, before, back)
        with st.container(key="mt-foot"):
            foot.lever()
            foot.month_field()
            foot.buttons(before is not None)
        foot.last_line()
    live.meeting(session.context(), at_hand.discussed_month(), at_hand.before_a_move(meeting), drawn)
    if session.projection().baseline.facts.fictitious:
        watermark()
    title, form = _state.pop("meeting_dialog", (None, None))
    if form:
        open_dialog(title, form)
