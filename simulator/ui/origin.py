"""The dialog that says where a number comes from, and what opens it."""

import streamlit as st

from simulator.report.explain.explanation import ExplainedTerm, Explanation, explain
from simulator.report.tables.table import Column, Row, Table
from simulator.store.sources_file import read_sources
from simulator.ui import session
from simulator.ui.foreign import as_text
from simulator.ui.html import Html
from simulator.ui.session import say
from simulator.words.numbers import shown
from simulator.words.provenance import basis_name, marked
from simulator.words.quantity import Quantity
from simulator.words.sources import source_line

_state = st.session_state


def press(quantity: Quantity) -> None:
    """Keeps a number whose explanation `dialog` opens in the run that follows."""
    _state.origin_pressed = quantity


def is_pressed() -> bool:
    """Whether a number was pressed whose explanation is not open yet."""
    return "origin_pressed" in _state


def dialog() -> None:
    """Opens the explanation of the number that was pressed; app.py calls it once a run."""
    pressed = _state.pop("origin_pressed", None)
    if pressed is not None:
        explanation = explain(pressed.origin, session.lang())
        st.dialog(say("origin.heading"), width="medium")(_draw)(explanation, pressed)


def _draw(explanation: Explanation, pressed: Quantity) -> None:
    """Draws the explanation of the number that was pressed."""
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
