"""The part of the page "Data" that reviews a list: what it would change, and the button to import it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import pandas as pd
import streamlit as st

from simulator.errors import Problem, UserError
from simulator.handouts.writing import written_table
from simulator.intake.baseline_proposal import BaselineProposal, Request, confirm_baseline, propose_baseline
from simulator.intake.columns import Columns
from simulator.intake.facts import Receipt
from simulator.intake.list_words import UNIT_WORDS
from simulator.intake.row_questions import CHOICES
from simulator.intake.sheet import SheetTable
from simulator.report.sentences.data import other_units, proposal_sentence, taken_sentence
from simulator.report.tables.data import change_table, totals_table
from simulator.store.baseline_files import baseline_names, read_baseline_named
from simulator.ui import saving, session
from simulator.ui.foreign import as_text
from simulator.ui.pages import data_questions
from simulator.ui.pages.list_columns import choose_columns
from simulator.ui.problems import problem_lines
from simulator.ui.session import say
from simulator.ui.tables import draw_lines, draw_message, draw_table, draw_title
from simulator.words.intake import note_text
from simulator.words.quantity import count
from simulator.words.sentence import Sentence, sentence

MOST_PROBLEMS, MOST_ROWS = 100, 200  # drawn; if there are more rows, they are shown in a grid
NOT_YET = {"no_month": "data.month_missing", "region_missing": "data.region_missing"}
"""Problems that only mean that a field beside the list is still empty."""
_state = st.session_state


@dataclass(frozen=True)
class Given:
    """A list that the user entered: its name, its identifying content, and a function to read its tables.

    `tables` raises UserError.
    """

    name: str
    content: Any
    tables: Callable[[], list[SheetTable]]


def key_of(field: str) -> str:
    """A widget's key; it changes once a list has been imported, so that all fields are empty again."""
    return f"data_{field}_{_state.setdefault('data_turn', 0)}"


def show(given: Given, request: Request, by: str) -> None:
    """Draw what the list would change with the button to import it, or everything that is wrong with it."""
    request = replace(request, columns=_columns(given, request.sheet))
    which = (given.content, request.upon, request.region, request.sheet, request.columns)
    request = replace(request, answers=data_questions.answers(which))
    result, sheets = _reviewed(given, request, by)
    several = not isinstance(result, BaselineProposal) and any(p.code == "several_lists" for p in result)
    if len(sheets) > 1 and (request.sheet or several):
        st.selectbox(say("data.sheet"), sheets, index=None, key=key_of("sheet"), persist_state="session")
    problems = () if isinstance(result, BaselineProposal) else result
    data_questions.ask(problems, which)
    to_mend = tuple(problem for problem in problems if problem.code not in CHOICES)
    if isinstance(result, BaselineProposal):
        _show_proposal(result)
    elif to_mend:
        _show_problems(given.name, to_mend)


def _columns(given: Given, sheet: str | None) -> Columns | None:
    """The columns as chosen by the user; nothing if the list cannot be read at all."""
    if isinstance(given.content, SheetTable):  # typed under the program's own headings
        return None
    try:
        return choose_columns(given.tables(), UNIT_WORDS, sheet)
    except UserError:
        return None


def _reviewed(
    given: Given, request: Request, by: str
) -> tuple[BaselineProposal | tuple[Problem, ...], list[str]]:
    """The proposal or its problems, and the sheets found; computed once for the same list and fields."""
    lang = session.lang()
    upon = read_baseline_named(request.upon).digest if request.upon else ""
    key = (given.name, given.content, request, by, lang, upon, tuple(baseline_names()))
    if _state.get("data_review", (None,))[0] != key:
        sheets: list[str] = []
        result: BaselineProposal | tuple[Problem, ...]
        try:
            tables = given.tables()
            sheets = [table.sheet for table in tables]
            result = propose_baseline(tables, request, Receipt(given.name, by, datetime.now()), lang)
        except UserError as error:
            result = error.problems
        _state.data_review = (key, result, sheets)
    _, result, sheets = _state.data_review
    return result, sheets


def _show_problems(name: str, problems: tuple[Problem, ...]) -> None:
    lang = session.lang()
    if all(p.code in NOT_YET for p in problems):
        for problem in problems:
            st.info(say(NOT_YET[problem.code]))
        return
    refused = sentence("data.refused", lang, file=name, count=count(len(problems)))
    draw_message([refused], kind="error", key="data-refused")
    lines: list[Sentence | str] = [*problem_lines(problems[:MOST_PROBLEMS])]
    if len(problems) > MOST_PROBLEMS:
        lines.append(sentence("data.more_problems", lang, count=count(len(problems) - MOST_PROBLEMS)))
    draw_lines(lines, key="data-problems")


def _show_proposal(proposal: BaselineProposal) -> None:
    lang, old, new = session.lang(), proposal.base, proposal.baseline
    draw_title(proposal_sentence(old, new, proposal.changes, lang), key="data-review", level=2)
    st.subheader(say("data.totals" if old else "data.totals_new"))
    draw_table(totals_table(old, new, lang), key="data-totals")
    if proposal.notes:
        st.subheader(say("data.notes"))
        draw_lines((note_text(note, lang) for note in proposal.notes), key="data-notes")
    st.subheader(say("data.changes"))
    changes = change_table(old, new, proposal.changes, lang)
    if len(changes.rows) > MOST_ROWS:
        titles, rows = written_table(changes, lang, marks=False)
        st.dataframe(pd.DataFrame(rows, columns=titles), hide_index=True, height=420)
    elif changes.rows:
        draw_table(changes, key="data-changes")
    draw_lines(other_units(old, new, proposal.changes, lang), key="data-others")
    st.caption(as_text(say("data.accept_note", name=proposal.name)))
    if st.button(say("data.accept"), type="primary", key="data_accept"):
        _take(proposal)


def _take(proposal: BaselineProposal) -> None:
    """Write the new data, empty the fields and offer the data to the scenario; or show why not."""
    try:
        baseline = confirm_baseline(proposal)
    except UserError as error:
        _show_problems(proposal.name, error.problems)
        return
    saving.note([taken_sentence(baseline, session.lang())])
    _state.data_turn += 1
    _state.data_offer = baseline.name
    st.rerun()
