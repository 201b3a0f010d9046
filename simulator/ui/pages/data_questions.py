"""The questions a list raises about its rows, on the page "Data", and their answers.

An answered question stays in its place: nothing moves while the user clicks, and an answer can be changed.
"""

from collections.abc import Hashable
from functools import partial

import streamlit as st

from simulator.errors import Problem
from simulator.intake.row_questions import CHOICES, answered
from simulator.ui.foreign import as_text
from simulator.ui.problems import problem_lines
from simulator.ui.session import say

MOST = 40  # questions at a time
Questions = dict[str, tuple[Problem, str | None]]
"""Each question with the chosen answer, by the key of its element."""
_state = st.session_state


def answers(which: Hashable) -> dict[int, str]:
    """The answers about the rows of the list identified by `which`; none for any other list."""
    result: dict[int, str] = {}
    for problem, choice in _questions(which).values():
        result |= answered(problem, choice) if choice else {}
    return result


def ask(problems: tuple[Problem, ...], which: Hashable) -> None:
    """Draw a choice for each question among the problems, below earlier questions."""
    questions = _questions(which)
    for problem in problems:
        if problem.code in CHOICES and len(questions) < MOST:
            questions.setdefault(_key(problem), (problem, None))
    _state.data_questions = (which, questions)
    if questions:
        st.subheader(say("data.questions"))
    for key, (problem, choice) in questions.items():
        choices = CHOICES[problem.code]
        st.radio(
            as_text(problem_lines([problem])[0]),
            choices,
            index=choices.index(choice) if choice else None,
            key=key,
            format_func=partial(_words, problem),
            on_change=partial(_take, which, key),
        )


def _questions(which: Hashable) -> Questions:
    known, questions = _state.get("data_questions", (None, {}))
    return questions if known == which else {}


def _key(problem: Problem) -> str:
    rows = "-".join(map(str, problem.values["rows"]))
    return f"data_answer_{_state.data_turn}_{problem.code}_{rows}"


def _words(problem: Problem, choice: str) -> str:
    return as_text(say(f"data.answer.{problem.code}.{choice}", name=problem.values.get("name", "")))


def _take(which: Hashable, key: str) -> None:
    questions = _questions(which)
    if key in questions:
        questions[key] = (questions[key][0], _state.get(key))
