"""The dialog of a typed question: a lever's value and a month, answered by the screen itself."""

import streamlit as st
from pydantic import ValidationError

from simulator.model.months import month_number
from simulator.model.scenario import LEVERS, SETTINGS, with_values
from simulator.ui import controls, session
from simulator.ui.foreign import as_text
from simulator.ui.meeting import at_hand, first_field
from simulator.ui.session import say
from simulator.words.numbers import month_long
from simulator.words.settings import lever_label, setting_bounds, setting_value_text
from simulator.words.typed_question import PHRASES, TypedQuestion, read_question

_state = st.session_state


def show() -> None:
    """A field for a question; if it is not understood, the reason is shown below."""
    month = month_long(session.projection().baseline.month + at_hand.spoken_of(), session.lang())
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
    p, lang, declared = session.projection(), session.lang(), SETTINGS[question.path]
    last = p.baseline.month + len(p.months) - 1
    if question.month and not p.baseline.month <= month_number(question.month) <= last:
        ends = {"first": month_long(p.baseline.month, lang), "last": month_long(last, lang)}
        return say("meeting.ask.outside", month=month_long(question.month, lang), **ends)
    value = round(question.number / controls.scale(declared), 10)
    bounds = setting_bounds(question.path, lang)
    if declared.kind == "int" and not value.is_integer():
        return say("side.not_whole", found=f"{question.number:g}", **bounds)
    number = int(value) if declared.kind == "int" else value
    try:
        changed = with_values(session.scenario(), dict.fromkeys(LEVERS[question.path], number))
    except ValidationError:
        return say("side.out_of_bounds", found=setting_value_text(question.path, number, lang), **bounds)
    session.change(changed)
    _state.meeting_lever = question.path
    if question.month:
        at_hand.speak_of(month_number(question.month) - p.baseline.month)
    value_text = setting_value_text(question.path, number, lang)
    parts = {"lever": lever_label(question.path, lang), "value": value_text}
    spoken = month_long(p.baseline.month + at_hand.spoken_of(), lang)
    _state.meeting_note = ""
    _state.meeting_answer = (session.scenario(), say("meeting.ask.answered", month=spoken, **parts))
    return ""
