"""Dialogs of the meeting mode: choosing scenarios, saving on leaving, and the list of all keys."""

from dataclasses import replace
from functools import partial

import streamlit as st

from simulator.errors import Problem, UserError
from simulator.store.meeting_store import Meeting, keep_meeting
from simulator.ui import listing, saving, session
from simulator.ui.foreign import as_text
from simulator.ui.problems import problem_lines
from simulator.ui.session import say

_state = st.session_state
KEYS = {
    "step": "← → ↑ ↓ PageUp PageDown",
    "lever": "1–9",
    "ask": "A",
    "needed": "T",
    "office": "/",
    "note": "N",
    "month": ", .",
    "undo": "Z Y",
    "replay": "P",
    "likely": "B",
    "choose": "S",
    "keys": "K",
    "leave": "M Esc",
}
"""The keys of each action; the text `meeting.does.<name>` describes it."""


def leave() -> None:
    """Return to the previous page with the next run; the list is kept for the next meeting."""
    session.keep(partial(keep_meeting, _state.token, _state.meeting))
    _state.page_wanted = _state.get("page_before", "overview")


def choose() -> None:
    """The dialog in which scenarios are chosen and put in order."""
    meeting: Meeting = _state.meeting
    names: dict[int | str, str] = {}
    for i, slot in enumerate(meeting.slots):
        name = slot.draft.scenario.name
        names[i] = say("compare.unsaved", name=name) if slot.draft.unsaved else name
    listed = {slot.draft.own_stem for slot in meeting.slots}
    others = [entry for entry in listing.entries() if entry.scenario and entry.stem not in listed]
    names |= {entry.stem: entry.saved.scenario.name for entry in others}
    picks = st.multiselect(
        say("meeting.choose"),
        list(names),
        default=list(range(len(meeting.slots))),
        format_func=names.__getitem__,
        key="mt-picks",
        placeholder=say("meeting.choose_none"),
        select_all=False,
    )
    if any(slot.draft.unsaved for slot in meeting.slots):
        st.caption(say("meeting.choose_kept"))
    if st.button(say("meeting.choose_done"), type="primary", key="mt-chosen", disabled=not picks):
        _state.meeting = meeting.chosen(picks)
        session.keep(partial(keep_meeting, _state.token, _state.meeting))
        session.put(_state.meeting.here.draft)
        st.rerun()


def save_before_leaving() -> None:
    """The dialog that offers to save what the meeting changed."""
    meeting: Meeting = _state.meeting
    names = [meeting.slots[i].draft.scenario.name for i in meeting.to_save]
    st.markdown("\n".join(f"- {as_text(name)}" for name in names))
    if st.button(say("meeting.save_all"), type="primary", key="mt-save"):
        problems = _save_all(meeting)
        if not problems:
            leave()
            st.rerun()
        for line in problem_lines(problems):
            st.error(as_text(line))
    if st.button(say("meeting.save_later"), key="mt-later"):
        saving.note([say("meeting.kept", names=", ".join(names))], "info")
        leave()
        st.rerun()
    st.caption(say("meeting.save_later_help"))


def _save_all(meeting: Meeting) -> list[Problem]:
    """Save the offered scenarios to their own files; returns the problems of those left unsaved."""
    problems: list[Problem] = []
    slots = list(meeting.slots)
    for i in meeting.to_save:
        session.put(slots[i].draft)
        try:
            saving.save_as_it_is()
            slots[i] = replace(slots[i], draft=session.draft(), begun=session.scenario())
        except UserError as error:
            problems += error.problems
    _state.meeting = replace(meeting, slots=tuple(slots))
    session.put(_state.meeting.here.draft)
    return problems


def show_all_keys() -> None:
    """Every key with what it does."""
    lines = []
    for action, named in KEYS.items():
        keys = " ".join(f"<kbd>{key}</kbd>" for key in named.split())
        lines.append(f"<dt>{keys}</dt><dd>{say(f'meeting.does.{action}')}</dd>")
    st.html(f"<dl class='mt-all-keys'>{''.join(lines)}</dl>")
