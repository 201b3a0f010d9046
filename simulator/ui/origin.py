"""The dialog that explains where a number comes from, and what opens it."""

from collections.abc import Iterable
from pathlib import Path

import streamlit as st

from simulator.report.explain.explanation import ExplainedTerm, Explanation, explain
from simulator.report.tables.table import Column, Row, Table
from simulator.store.sources_file import read_sources
from simulator.ui import session
from simulator.ui.foreign import as_text
from simulator.ui.html import Html
from simulator.ui.opening import open_dialog
from simulator.ui.session import say
from simulator.words.numbers import shown
from simulator.words.provenance import basis_name, marked
from simulator.words.quantity import Quantity
from simulator.words.sources import source_line

_state = st.session_state
_KEY = "origin"
_mount = st.components.v2.component(
    "origin", js=(Path(__file__).parent / "origin.js").read_text(encoding="utf-8"), isolate_styles=False
)


def listen() -> None:
    """Mount the listener for pressed numbers, before anything is drawn in a run of the app."""
    _state.numbers_drawn = {}
    _mount(key=_KEY, on_pressed_change=_pressed)


def remember(key: str, quantities: Iterable[Quantity]) -> None:
    """Keep the numbers drawn under a key, in order, so that a press on one can be resolved."""
    _state.setdefault("numbers_drawn", {})[key] = tuple(quantities)


def _pressed() -> None:
    """Find the pressed number; after a run that ended early, parts it did not redraw keep their numbers."""
    pressed = _state[_KEY].pressed  # key and place, but a browser may send anything
    if not isinstance(pressed, list) or [type(part) for part in pressed] != [str, int]:
        return
    key, place = pressed
    quantities = (_state.get("numbers", {}) | _state.get("numbers_drawn", {})).get(key, ())
    if 0 <= place < len(quantities):
        press(quantities[place])


def press(quantity: Quantity) -> None:
    """Keep a number whose explanation `dialog` opens in the next run."""
    _state.origin_pressed = quantity


def dialog() -> None:
    """Open the explanation of the pressed number; visit.py calls it last, once a run."""
    _state.numbers = _state.numbers_drawn
    pressed = _state.pop("origin_pressed", None)
    if pressed is not None:
        explanation = explain(pressed.origin, session.lang())
        open_dialog(say("origin.heading"), _draw, explanation, pressed, width="medium")


def _draw(explanation: Explanation, pressed: Quantity) -> None:
    """Draw the explanation of the pressed number."""
    lang, basis = session.lang(), explanation.quantity.basis
    st.markdown(f"### {as_text(explanation.title)}")
    if explanation.calculation:
        _paragraph("origin.in_words", str(explanation.formula))
        _paragraph("origin.with_values", str(explanation.calculation))
    exact, on_screen = shown(explanation.exact, lang), shown(pressed, lang)
    beside = "" if on_screen == exact else f" · {say('origin.on_screen', shown=on_screen)}"
    _paragraph("origin.result", f"{marked(exact, basis, lang)}{beside}")
    _paragraph("origin.mark", f"{basis_name(basis, lang)} · {say(f'basis_help.{basis}')}")
    for note in explanation.notes:
        st.markdown(as_text(str(note)))
    if explanation.table is not None and explanation.table.rows:
        st.html(Html(lang).table(explanation.table))
    if explanation.terms:
        _paragraph("origin.parts")
        st.html(Html(lang).table(_terms(explanation.terms)))
    if explanation.sources:
        _paragraph("origin.sources")
        known = read_sources()
        st.html(Html(lang).lines(source_line(key, known[key], lang) for key in explanation.sources))


def _paragraph(heading: str, body: str = "") -> None:
    st.markdown(f"**{say(heading)}**  \n{as_text(body)}")


def _terms(terms: tuple[ExplainedTerm, ...]) -> Table:
    lang, rows = session.lang(), []
    for term in terms:
        basis = term.quantity.basis
        unsourced = say("origin.chosen" if basis == "assumed" else "origin.computed")
        cited = ", ".join(term.sources) or unsourced
        rows.append(Row((term.label, term.quantity, basis_name(basis, lang), cited)))
    names = ("part", "value", "mark", "source")
    columns = (Column(say(f"origin.column_{name}"), name == "value") for name in names)
    return Table(tuple(columns), tuple(rows))
