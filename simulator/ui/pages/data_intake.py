"""The part of the page "Data" that takes a list in: template, file or cells or typing, review, and only then a new data set."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from simulator.errors import Problem, UserError
from simulator.intake import baseline_proposal as intake
from simulator.intake import list_cells
from simulator.intake.baseline_proposal import Proposal, Request
from simulator.intake.facts import Receipt
from simulator.intake.list_cells import Unclear
from simulator.intake.review import change_rows, other_units, proposal_title, proposal_totals
from simulator.intake.sheet import SheetTable
from simulator.intake.spreadsheet import read_tables, read_text
from simulator.intake.typed_list import headings, offered_rows, segment_choices, typed_table
from simulator.model.months import month_name, month_number
from simulator.model.scenario import SEGMENTS
from simulator.store.baseline_files import baseline_names, read_baseline_named
from simulator.store.baseline_store import free_name
from simulator.ui import saving, session
from simulator.ui.rows import draw_list, draw_rows
from simulator.ui.saving import escaped
from simulator.ui.session import say
from simulator.ui.uploads import file_field
from simulator.words import Lang
from simulator.words.errors import problem_text
from simulator.words.intake import note_text
from simulator.words.numbers import month_long, people

WAYS = ("upload", "paste", "type")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_PROBLEMS, MOST_ROWS = 100, 200  # written out; more rows than that are shown in a grid
_state = st.session_state


@dataclass(frozen=True)
class Given:
    """What somebody gave as a list: a name for messages, what makes it this one, and how it becomes tables (raises UserError)."""

    name: str
    content: Any
    tables: Callable[[], list[SheetTable]]


def show() -> None:
    """Draws the section."""
    st.header(say("data.take"))
    st.caption(say("data.take_note"))
    upon, region = _upon()
    way = st.segmented_control(
        say("data.way"),
        WAYS,
        key="data_way",
        default="upload",
        required=True,
        format_func=lambda w: say(f"data.way.{w}"),
    )
    problems: list[Problem] = []
    request = _request(upon, region, problems)
    try:
        given = {"upload": _uploaded, "paste": _pasted, "type": _typed}[way](upon)
    except UserError as error:  # the older baseline's own files
        given, problems = None, [*problems, *error.problems]
    if problems:
        st.error(escaped("\n\n".join(problem_text(p, session.lang()) for p in problems)))
    elif given:
        _review(given, request)


def _key(name: str) -> str:
    """A widget's key, another one once a list was taken in, so that all fields are empty again."""
    return f"data_{name}_{_state.setdefault('data_turn', 0)}"


def _upon() -> tuple[str | None, str]:
    """The data to build upon, or None and the name of a region without any; with the template for it."""
    lang, names = session.lang(), [*filter(_readable, baseline_names()), None]
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    key = _key("upon")
    if key not in _state:
        _state[key] = intake.latest_upon(session.scenario().baseline)
    upon = left.selectbox(say("data.upon"), names, key=key, format_func=_data_name)
    with right:
        st.download_button(
            say("data.template"),
            data=partial(_template, upon, lang),
            file_name=say("data.template_file"),
            mime=XLSX,
            on_click="ignore",
            key="data_template",
            icon=":material/download:",
        )
    region = st.text_input(say("data.region"), key=_key("region"), max_chars=120) if upon is None else ""
    return upon, region


def _template(upon: str | None, lang: Lang) -> bytes:
    from simulator.intake.template import template_xlsx  # openpyxl takes its time to load

    return template_xlsx(upon, lang)


def _data_name(name: str | None) -> str:
    if name is None:
        return say("data.upon_none")
    return f"{read_baseline_named(name).facts.title[session.lang()]} ({name})"


def _readable(name: str) -> bool:
    """Whether a data set can be built upon; what is wrong with the others stands in the list above."""
    try:
        return bool(read_baseline_named(name))
    except UserError:
        return False


# ---- what a list does not say itself


def _request(upon: str | None, region: str, problems: list[Problem]) -> Request:
    """The fields beside the list; what cannot be understood in them is added to `problems`."""
    lang = session.lang()
    base = read_baseline_named(upon) if upon else None
    first = base.month if base else month_number(session.programme().rates[0].in_force_from)
    left, middle, right = st.columns(3)
    month = left.selectbox(
        say("data.month"),
        [month_name(m) for m in range(session.today(), first - 1, -1)],
        index=None,
        key=_key("month"),
        placeholder=say("data.month_choose"),
        format_func=lambda m: month_long(m, lang),
    )
    suggested = free_name(base.facts.region if base else region, month or month_name(session.today()))
    name = (
        middle.text_input(say("data.name"), key=_key("name"), placeholder=suggested, max_chars=60).strip()
        or suggested
    )
    right.text_input(say("data.by"), key=_key("by"), max_chars=120)
    with st.expander(say("data.more")):
        st.caption(say("data.total_help"))
        columns = st.columns(4)
        figures = {
            s: _figure(column, f"total_{s}", say("data.total", segment=say(f"segment.{s}")), problems)
            for s, column in zip(SEGMENTS, columns)
        }
        deaths = _figure(columns[3], "deaths", say("data.deaths"), problems)
        complete = st.checkbox(say("data.complete"), key=_key("complete"))
    return Request(
        name,
        upon,
        month,
        region,
        complete,
        {s: n for s, n in figures.items() if n is not None},
        deaths,
        _state.get(_key("sheet")),
    )


def _figure(column: Any, field: str, label: str, problems: list[Problem]) -> int | None:
    typed = column.text_input(label, key=_key(field)).strip()
    if not typed:
        return None
    try:
        return list_cells.people(typed, session.lang(), 0)
    except Unclear as unclear:
        problems.append(Problem(unclear.code, label, typed, unclear.values))
        return None


# ---- three ways to give a list


def _uploaded(upon: str | None) -> Given | None:
    file = file_field(say("data.upload"), key=_key("file"))
    return (
        None
        if file is None
        else Given(file.name, file.getvalue(), lambda: read_tables(file.getvalue(), file.name))
    )


def _pasted(upon: str | None) -> Given | None:
    pasted = st.text_area(say("data.paste"), key=_key("pasted"), height=180, help=say("data.paste_help"))
    return (
        Given(say("data.pasted"), pasted, lambda: [read_text(pasted, say("data.pasted"))])
        if pasted.strip()
        else None
    )


def _typed(upon: str | None) -> Given | None:
    lang = session.lang()
    offered, titles = offered_rows(upon, lang), headings(lang)
    st.caption(say("data.type_help"))
    frame = pd.DataFrame(offered, columns=titles, index=pd.RangeIndex(1, len(offered) + 1), dtype=object)
    column = st.column_config
    settings = {title: column.TextColumn(title, max_chars=120) for title in titles} | {
        "_index": column.Column(say("data.row")),
        titles[2]: column.SelectboxColumn(titles[2], options=segment_choices(lang)),
    }
    edited = st.data_editor(
        frame,
        key=f"{_key('rows')}_{upon}_{lang}",
        column_config=settings,
        disabled=[titles[0]],
        height=420,
        placeholder="",
        alt=say("data.way.type"),
    )
    typed = [
        tuple(cell.strip() or None if isinstance(cell, str) else None for cell in row)
        for row in edited.itertuples(index=False, name=None)
    ]
    table = typed_table(offered, typed, lang)
    return Given(say("data.typed"), table, lambda: [table]) if table else None


# ---- review


def _review(given: Given, request: Request) -> None:
    """What the list would change, or everything that is wrong with it; a button takes it in."""
    result, sheets = _read(given, request)
    if len(sheets) > 1 and (
        request.sheet or not isinstance(result, Proposal) and any(p.code == "several_lists" for p in result)
    ):
        st.selectbox(say("data.sheet"), sheets, index=None, key=_key("sheet"))
    if isinstance(result, Proposal):
        _show_proposal(result)
    else:
        _show_problems(given.name, result)


def _read(given: Given, request: Request) -> tuple[Proposal | tuple[Problem, ...], list[str]]:
    """The proposal or its problems, and the sheets there are; made once for the same list and fields."""
    lang, by = session.lang(), _state.get(_key("by"), "").strip()
    key = (
        given.name,
        given.content,
        request,
        by,
        lang,
        read_baseline_named(request.upon).digest if request.upon else "",
        tuple(baseline_names()),
    )
    if _state.get("data_review", (None,))[0] != key:
        sheets: list[str] = []
        try:
            tables = given.tables()
            sheets = [table.sheet for table in tables]
            result = intake.propose_baseline(tables, request, Receipt(given.name, by, datetime.now()), lang)
        except UserError as error:
            result = error.problems
        _state.data_review = (key, result, sheets)
    return _state.data_review[1:]


def _show_problems(name: str, problems: tuple[Problem, ...]) -> None:
    asked = {
        "no_month": "data.month_missing",
        "region_missing": "data.region_missing",
    }  # nothing is wrong with the list
    if all(p.code in asked for p in problems):
        for problem in problems:
            st.info(say(asked[problem.code]))
        return
    lang = session.lang()
    st.error(escaped(say("data.refused", file=name, count=people(len(problems), lang))))
    lines = [problem_text(p, lang) for p in problems[:MOST_PROBLEMS]]
    draw_list(
        [
            *lines,
            *(
                [say("data.more_problems", count=people(len(problems) - MOST_PROBLEMS, lang))]
                if len(problems) > MOST_PROBLEMS
                else []
            ),
        ]
    )


def _show_proposal(proposal: Proposal) -> None:
    lang = session.lang()
    st.header(escaped(proposal_title(proposal, lang)))
    st.subheader(say("data.totals" if proposal.upon else "data.totals_new"))
    draw_rows(proposal_totals(proposal, lang))
    if proposal.notes:
        st.subheader(say("data.notes"))
        draw_list([note_text(note, lang) for note in proposal.notes])
    st.subheader(say("data.changes"))
    rows = change_rows(proposal, lang)
    if len(rows) > MOST_ROWS:
        st.dataframe(pd.DataFrame(rows), hide_index=True, height=420)
    elif rows:
        draw_rows(rows)
    draw_list(other_units(proposal, lang))
    st.caption(escaped(say("data.accept_note", name=proposal.name)))
    if st.button(say("data.accept"), type="primary", key="data_accept"):
        _take(proposal)


def _take(proposal: Proposal) -> None:
    """Writes the new data set, empties the fields and has the page offer it to the scenario; or says why not."""
    lang = session.lang()
    try:
        baseline = intake.confirm_baseline(proposal)
    except UserError as error:
        return _show_problems(proposal.name, error.problems)
    after = proposal.totals()[1]
    saving.note(
        [
            say(
                "data.taken",
                name=baseline.name,
                units=people(after["units"], lang),
                enrolled=people(after["enrolled"], lang),
                month=month_long(baseline.month, lang),
            )
        ]
    )
    _state.data_turn += 1
    _state.data_offer = baseline.name
    return st.rerun()
