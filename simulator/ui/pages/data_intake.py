"""The part of the page "Data" that imports a list: template, three ways to enter it, and extra fields."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from simulator.errors import Problem, UserError
from simulator.intake import list_cells
from simulator.intake.baseline_proposal import Request, latest_upon
from simulator.intake.list_cells import Unclear
from simulator.intake.typed_list import headings, in_words, offered_rows, segment_choices, typed_table
from simulator.model.months import month_name, month_number
from simulator.model.names import MAX_NAME
from simulator.model.parts import SEGMENTS
from simulator.store.baseline_files import baseline_names, read_baseline_named
from simulator.store.baseline_store import free_name
from simulator.ui import session
from simulator.ui.pages import data_review
from simulator.ui.pages.data_review import Given, key_of
from simulator.ui.problems import problem_paragraphs
from simulator.ui.session import say
from simulator.ui.uploads import file_field, tables_of
from simulator.words import Lang
from simulator.words.numbers import month_long

WAYS = ("upload", "paste", "type")
NO_DATA = ""  # the option for a regency without data; with None a redrawn field would show no choice
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_state = st.session_state


def show() -> None:
    """Draw the section."""
    st.header(say("data.take"))
    st.caption(say("data.take_note"))
    upon, region = _upon()
    way = st.segmented_control(
        say("data.way"),
        WAYS,
        key="data_way",
        default="upload",
        required=True,
        persist_state="session",
        format_func=lambda w: say(f"data.way.{w}"),
    )
    problems: list[Problem] = []
    request = _request(upon, region, problems)
    try:
        given = _uploaded() if way == "upload" else _pasted() if way == "paste" else _typed(upon)
    except UserError as error:  # in the files of the data set to build on
        given, problems = None, [*problems, *error.problems]
    if problems:
        st.error(problem_paragraphs(problems))
    elif given:
        data_review.show(given, request, _state.get(key_of("by"), "").strip())


def _upon() -> tuple[str | None, str]:
    """The data to build on, or None and the name of a region without data; also offers the template."""
    lang, names = session.lang(), [*filter(_readable, baseline_names()), NO_DATA]
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    key = key_of(f"upon_{session.scenario().baseline}")  # a new choice once the scenario uses other data
    if key not in _state:
        _state[key] = latest_upon(session.scenario().baseline)
    chosen = left.selectbox(say("data.upon"), names, key=key, format_func=_data_name, persist_state="session")
    upon = None if chosen == NO_DATA else chosen
    right.download_button(
        say("data.template"),
        data=partial(_template, upon, lang),
        file_name=say("data.template_file"),
        mime=XLSX,
        on_click="ignore",
        key="data_template",
        icon=":material/download:",
    )
    region = (
        st.text_input(say("data.region"), key=key_of("region"), max_chars=MAX_NAME, persist_state="session")
        if upon is None
        else ""
    )
    return upon, region


def _template(upon: str | None, lang: Lang) -> bytes:
    from simulator.intake.template import template_xlsx  # here, because openpyxl is slow to load

    return template_xlsx(upon, lang)


def _data_name(name: str) -> str:
    if name == NO_DATA:
        return say("data.upon_none")
    return f"{read_baseline_named(name).facts.title[session.lang()]} ({name})"


def _readable(name: str) -> bool:
    """Whether a data set can be built on; the list above shows what is wrong with the others."""
    try:
        return bool(read_baseline_named(name))
    except UserError:
        return False


# ---- what a list does not contain itself


def _request(upon: str | None, region: str, problems: list[Problem]) -> Request:
    """The fields beside the list; entries that cannot be understood are added to `problems`."""
    lang = session.lang()
    base = read_baseline_named(upon) if upon else None
    first = base.month if base else month_number(session.programme().rates[0].in_force_from)
    left, middle, right = st.columns(3)
    month = left.selectbox(
        say("data.month"),
        [month_name(m) for m in range(session.today(), first - 1, -1)],
        index=None,
        key=key_of("month"),
        placeholder=say("data.month_choose"),
        persist_state="session",
        format_func=lambda m: month_long(m, lang),
    )
    suggested = free_name(base.facts.region if base else region, month or month_name(session.today()))
    typed = middle.text_input(
        say("data.name"), key=key_of("name"), placeholder=suggested, max_chars=60, persist_state="session"
    )
    right.text_input(say("data.by"), key=key_of("by"), max_chars=MAX_NAME, persist_state="session")
    with st.expander(say("data.more")):
        st.caption(say("data.total_help"))
        columns = st.columns(4)
        figures = {
            s: _figure(column, f"total_{s}", say("data.total", segment=say(f"segment.{s}")), problems)
            for s, column in zip(SEGMENTS, columns)
        }
        deaths = _figure(columns[3], "deaths", say("data.deaths"), problems)
        complete = st.checkbox(say("data.complete"), key=key_of("complete"), persist_state="session")
    totals = {s: n for s, n in figures.items() if n is not None}
    sheet = _state.get(key_of("sheet"))
    return Request(typed.strip() or suggested, upon, month, region, complete, totals, deaths, sheet)


def _figure(column: Any, field: str, label: str, problems: list[Problem]) -> int | None:
    typed = column.text_input(label, key=key_of(field), persist_state="session").strip()
    if not typed:
        return None
    try:
        return list_cells.people(typed, session.lang(), 0)
    except Unclear as unclear:
        problems.append(Problem(unclear.code, label, typed, **unclear.values))
        return None


# ---- three ways to enter a list


def _uploaded() -> Given | None:
    file = file_field(say("data.upload"), key=key_of("file"))
    if file is None:
        return None
    return Given(file.name, file.content, partial(tables_of, file.content, file.name))


def _pasted() -> Given | None:
    name, helped = say("data.pasted"), say("data.paste_help")
    pasted = st.text_area(
        say("data.paste"), key=key_of("pasted"), height=180, help=helped, persist_state="session"
    )
    return Given(name, pasted, partial(tables_of, pasted, name)) if pasted.strip() else None


def _typed(upon: str | None) -> Given | None:
    lang = session.lang()
    offered, titles = offered_rows(upon, lang), headings(lang)
    kept, key = f"{key_of('typed')}_{upon}", f"{key_of('rows')}_{upon}_{lang}"
    if key not in _state:  # shown for the first time, or again after another page or in the other language
        _state[f"{key}_from"] = in_words(_state.get(kept, offered), lang)
    st.caption(say("data.type_help"))
    rows = _state[f"{key}_from"]
    frame = pd.DataFrame(rows, columns=titles, index=pd.RangeIndex(1, len(rows) + 1), dtype=object)
    column = st.column_config
    settings = {title: column.TextColumn(title, max_chars=MAX_NAME) for title in titles} | {
        "_index": column.Column(say("data.row")),
        titles[2]: column.SelectboxColumn(titles[2], options=segment_choices(lang)),
    }
    edited = st.data_editor(
        frame,
        key=key,
        column_config=settings,
        disabled=[titles[0]],
        height=420,
        placeholder="",
        alt=say("data.way.type"),
    )
    typed = _state[kept] = [
        tuple(cell.strip() or None if isinstance(cell, str) else None for cell in row)
        for row in edited.itertuples(index=False, name=None)
    ]
    table = typed_table(offered, typed, lang)
    return Given(say("data.typed"), table, lambda: [table]) if table else None
