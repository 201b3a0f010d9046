"""The state of the meeting mode: its list with the open work, the month shown, and the last change."""

from dataclasses import replace
from functools import partial

import streamlit as st

from simulator.errors import UserError
from simulator.model.projection import Projection
from simulator.model.scenario import LEVERS, SETTINGS, setting_value, with_values
from simulator.report.sentences import meeting as report
from simulator.store.draft_store import followed
from simulator.store.meeting_store import Meeting, find_meeting, keep_meeting, not_found, taken_up
from simulator.ui import session
from simulator.ui.session import say

_state = st.session_state


def enter() -> None:
    """Open the list as it was kept, with the session's work in it; reports which files are gone.

    If the page was loaded anew, all unsaved work counts as changed in the meeting.
    """
    known, mine = _state.get("meeting"), session.draft()
    work = followed(mine)
    try:
        kept = known.kept if known else find_meeting(_state.token)
    except UserError as error:
        kept, _state.notice = (), error.problems
    meeting = taken_up(kept, work, work.scenario if "page_before" in _state else work.saved)
    keep(meeting)
    if meeting.month is None:  # the same for the whole list, so that numbers can be compared
        discuss_month(report.discussed_month(session.context(), None))
    lost = [mine.scenario.name] if mine.stem and not work.stem else []
    gone = list(dict.fromkeys([*not_found(kept), *lost]))
    _state.meeting_note = say("meeting.gone", count=len(gone), names=", ".join(gone)) if gone else ""
    _state.meeting_likely = False
    _state.meeting_open, _state.meeting_keys = True, 0 if "meeting_keys" in _state else 1


def with_work() -> Meeting:
    """The list with the session's work in it; reports if a change has just been made in a copy."""
    before: Meeting = _state.meeting
    was_copy = before.here.draft.is_copy
    meeting = _state.meeting = before.with_draft(session.draft())
    if session.draft().is_copy != was_copy:
        _state.meeting_note = "" if was_copy else say("meeting.copied")
        if was_copy:
            _state.pop("scenario_note", None)  # it is about the copy, for the page after the meeting
    return meeting


def keep(meeting: Meeting) -> None:
    """Continue with a list, and with its present scenario as the session's work."""
    _state.meeting = meeting
    session.keep(partial(keep_meeting, _state.token, meeting))
    if session.draft() is not meeting.here.draft:
        session.put(meeting.here.draft)


def before_change(meeting: Meeting) -> Projection | None:
    """The projection before the last change, if there was one that can be drawn below the present one."""
    before = report.before_last_change(session.scenario(), meeting.here.steps)
    projected = session.projected(before) if before else None
    return projected if projected and report.comparable(session.projection(), projected) else None


def before_a_move(meeting: Meeting) -> Projection | None:
    """The projection before the present move of the lever, or before the move that it continues."""
    now, path = session.scenario(), _state.meeting_lever
    steps = [*meeting.here.steps, now]
    others = [bound for bound in SETTINGS[path].bounds if bound != setting_value(now, path)]
    moved = (with_values(now, dict.fromkeys(LEVERS[path], other)) for other in others)
    # at a bound where the lever started, nothing differs
    before = next(filter(None, (report.before_last_change(one, steps) for one in moved)), None)
    projected = session.projected(before) if before else None
    return projected if projected and report.comparable(session.projection(), projected) else None


def discussed_month() -> int:
    """The month (offset) that the presenter chose, or the nearest projected one."""
    return report.discussed_month(session.context(), _state.meeting.month)


def discuss_month(month: int) -> None:
    """Choose another month, by its offset."""
    p = session.projection()
    last = len(p.months) - 1
    keep(replace(with_work(), month=p.baseline.month + min(max(month, 0), last)))
