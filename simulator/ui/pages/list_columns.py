"""The part of a page that shows how the columns of a list are read, and lets the user change it."""

from collections.abc import Mapping
from functools import partial
from zlib import crc32

import streamlit as st

from simulator.errors import UserError
from simulator.intake.columns import MOST_ADDED, Columns
from simulator.intake.list_headings import Headings, seen_headings
from simulator.intake.list_words import ListWords
from simulator.intake.sheet import SheetTable, letters
from simulator.model.actuals import FIGURES
from simulator.store.list_columns import find_columns, keep_columns
from simulator.ui import session
from simulator.ui.problems import problem_lines, problem_paragraphs
from simulator.ui.session import say
from simulator.ui.tables import draw_lines, fold

_state = st.session_state
_Chosen = Mapping[str, tuple[int, ...]]


def choose_columns(tables: list[SheetTable], kind: ListWords, sheet: str | None) -> Columns | None:
    """Draw how each column is read; returns the user's choice for these headings, else None."""
    try:
        heads = seen_headings(tables, session.lang(), sheet, kind)
    except UserError:  # reported where the list is read
        return None
    if heads is None:
        return None
    try:
        chosen = find_columns(kind.name, heads.signature)
    except UserError as error:
        draw_lines(problem_lines(error.problems), key="columns-problems")
        return None
    columns = {**heads.places, **heads.doubled} if chosen is None else chosen
    clear = heads.places if chosen is None else chosen
    # Once open, it stays so while somebody chooses.
    is_open = _state.setdefault(_key("open", heads, kind), not _is_enough(clear, kind))
    words = _in_words(columns, kind)
    label = say("columns.read", columns=words) if words else say("columns.none_known")
    key = _key("fold", heads, kind)
    fold(label, partial(_draw, heads, kind, columns, chosen is not None), key=key, expanded=is_open)
    return chosen


def _is_enough(places: _Chosen, kind: ListWords) -> bool:
    named = {column for column, of in places.items() if of}
    return not (named.isdisjoint(kind.key) or named.isdisjoint(kind.figures)) and named >= {*kind.needed}


def _in_words(columns: _Chosen, kind: ListWords) -> str:
    shown = (column for column in kind.words if columns.get(column) and column != "number")
    return " · ".join(f"{_called(c, kind)} {' + '.join(map(letters, columns[c]))}" for c in shown)


def _called(column: str, kind: ListWords) -> str:
    if column in FIGURES and kind.name == "actuals":
        return say(f"actuals.figure.{column}")
    return say(f"template.heading.{column}")


def _draw(heads: Headings, kind: ListWords, columns: _Chosen, is_kept: bool) -> None:
    """A field for each column a list may have, and a button to return to the automatic reading."""
    st.caption(say("columns.help", count=MOST_ADDED))
    beside = st.columns(3)
    fields = [column for column in kind.words if column != "number"]
    for i, column in enumerate(fields):
        with beside[i % 3]:
            _field(column, heads, kind, columns)
    if is_kept:
        forget = partial(_keep, None, heads, kind)
        st.button(say("columns.forget"), key=_key("forget", heads, kind), on_click=forget)


def _field(column: str, heads: Headings, kind: ListWords, columns: _Chosen) -> None:
    """The field of one column; several may be chosen if they are added up."""
    key = _key(column, heads, kind)
    if key not in _state:
        _state[key] = [place for place in columns.get(column, ()) if place < heads.width]
    st.multiselect(
        _called(column, kind),
        range(heads.width),
        key=key,
        placeholder=say("columns.nowhere"),
        format_func=heads.called,
        on_change=partial(_take, column, heads, kind, columns),
        select_all=False,
    )


def _take(column: str, heads: Headings, kind: ListWords, columns: _Chosen) -> None:
    """Keep the latest choice; a column chosen here is no longer read as anything else."""
    most = MOST_ADDED if column in kind.addable else 1
    places = tuple(_state[_key(column, heads, kind)][-most:])
    others = {c: tuple(p for p in of if p not in places) for c, of in columns.items() if c != column}
    _keep({**others, column: places}, heads, kind)


def _keep(columns: _Chosen | None, heads: Headings, kind: ListWords) -> None:
    """Keep a choice for lists with these headings, or with None forget it; the fields then show it."""
    for column in kind.words:
        _state.pop(_key(column, heads, kind), None)
    try:
        keep_columns(kind.name, heads.signature, columns)
    except UserError as error:
        st.error(problem_paragraphs(error.problems))


def _key(field: str, heads: Headings, kind: ListWords) -> str:
    return f"columns_{field}_{crc32(repr((kind.name, heads.signature)).encode())}"
