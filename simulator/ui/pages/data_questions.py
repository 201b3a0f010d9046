"""The questions a list raises about its rows, on the page "Data", and what was answered."""

from functools import partial
from typing import Any

import streamlit as st

from simulator.errors import Problem
from simulator.intake.row_questions import CHOICES, answered
from simulator.ui import session
from simulator.ui.saving import escaped
from simulator.ui.session import say

MOST = 40  # questions at a time
_state = st.session_state


def answers(content: Any) -> dict[int, str]:
    """What was answered about the rows of this list; nothing for any other."""
    known, given = _state.get("data_answers", (None, {}))
    return given if known == content else {}


def ask(problems: tuple[Problem, ...], content: Any) -> None:
    """Draws a choice for each question among the problems."""
    questions = [problem for problem in problems if problem.code in CHOICES]
    if questions:
        st.subheader(say("data.questions"))
    for problem in questions[:MOST]:
        rows = "-".join(map(str, problem.values["rows"]))
        key = f"data_answer_{_state.data_turn}_{problem.code}_{rows}"
        st.radio(
            escaped(session.problem_lines([problem])[0]),
            CHOICES[problem.code],
            index=None,
            key=key,
            format_func=partial(_choice, problem),
            on_change=partial(_take, problem, content, key),
        )


def show_answers(content: Any) -> None:
    """Says that answers count, with the button that asks anew."""
    if count := len(answers(content)):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(say("data.answered", count=count))
            st.button(say("data.ask_again"), key="data_ask_again", on_click=_forget)


def _choice(problem: Problem, choice: str) -> str:
    values = problem.values
    return escaped(say(f"data.answer.{problem.code}.{choice}", name=values.get("name", "")))


def _take(problem: Problem, content: Any, key: str) -> None:
    choice = _state.get(key)
    if choice:
        _state.data_answers = (content, answers(content) | answered(problem, choice))


def _forget() -> None:
    _state.pop("data_answers", None)
