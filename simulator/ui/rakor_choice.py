"""The Rakor Monev to evaluate: the next of the schedule, or one in a month the planner chooses."""

import streamlit as st

from simulator.model.months import month_name, month_number
from simulator.planning.one_more_rakor import askable_months
from simulator.report.context import Context
from simulator.ui import hand, session
from simulator.ui.session import say
from simulator.words.numbers import month_long

KEY = "rakor-choice"
NEXT = ""  # the option for the next of the schedule
_state = st.session_state


def month(c: Context) -> int | None:
    """The chosen month (number); None for the next of the schedule."""
    chosen = _state.get(KEY, NEXT)
    number = month_number(chosen) if chosen else None
    return number if number in askable_months(c.baseline, c.today) else None


def choice(c: Context) -> None:
    """The list to choose from; a month that the present data cannot answer is no longer chosen."""
    lang, following = session.lang(), say("rakor.ask.next")
    months = [month_name(number) for number in askable_months(c.baseline, c.today)]
    hand.put(KEY, _state[KEY] if _state.get(KEY) in months else NEXT)
    st.selectbox(
        say("rakor.ask"),
        [NEXT, *months],
        key=KEY,
        help=say("rakor.ask_help"),
        persist_state="session",
        format_func=lambda one: month_long(one, lang) if one else following,
    )
