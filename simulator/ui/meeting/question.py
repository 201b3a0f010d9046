"""The dialog of a typed question: a lever's value and a month, answered by the screen itself."""

import streamlit as st

from simulator.model.months import month_number
from simulator.model.scenario import LEVERS, with_values
from simulator.ui import session
from simulator.ui.foreign import as_text
from simulator.ui.meeting import at_hand, first_field
from simulator.ui.session import say
from simulator.words.numbers import month_long, trimmed
from simulator.words.settings import lever_label, setting_value_text
from simulator.words.typed_question import PHRASES, TypedQuestion, read_question
from simulator.words.typed_setting import Refused, scaled_value

_state = st.session_state


def show() -> None:
    """A field for a question; if it is not understood, the reason is shown below."""
    month = month_long(session.projection().baseline.month + at_hand.discussed_month(), session.lang())
    typed = st.text_input(
        say("meeting.ask.question", month=month), key="mt-question", persist_state="session"
    )
    first_field.take_up()
    pressed = st.button(say("meeting.ask.answer"), type="primary", key="mt-answer")
    if typed and (pressed or typed != _state.get("meeting_question")):
        _state.meeting_question = typed
        question = read_question(typed, session.lang())
        why_not = question if isinstance(question, str) else _answer(question)
        if not why_not:
            st.rerun()
        st.error(as_text(say(why_not) if why_not.startswith("meeting.") else why_not))
    names = "; ".join(lever_label(path, session.lang()) for path in LEVERS if path in PHRASES)
    st.caption(as_text(say("meeting.ask.help", levers=names)))


def _answer(question: TypedQuestion) -> str:
    """Move the lever and choose the month; if that is impossible, return the reason and change nothing."""
    p, lang = session.projection(), session.lang()
    last = p.baseline.month + len(p.months) - 1
    if question.month and not p.baseline.month <= month_number(question.month) <= last:
        ends = {"first": month_long(p.baseline.month, lang), "last": month_long(last, lang)}
        return say("meeting.ask.outside", month=month_long(question.month, lang), **ends)
    try:
        value = scaled_value(question.path, question.number, trimmed(question.number, lang, 8))
    except Refused as refused:
        return refused.reason(lang)
    session.change(with_values(session.scenario(), dict.fromkeys(LEVERS[question.path], value)))
    _state.meeting_lever = question.path
    if question.month:
        at_hand.discuss_month(month_number(question.month) - p.baseline.month)
    value_text = setting_value_text(question.path, value, lang)
    parts = {"lever": lever_label(question.path, lang), "value": value_text}
    discussed = month_long(p.baseline.month + at_hand.discussed_month(), lang)
    _state.meeting_note = ""
    _state.meeting_answer = (session.scenario(), say("meeting.ask.answered", month=discussed, **parts))
    return ""
