"""The dialog that says where a number comes from, and what opens it."""

import streamlit as st

from simulator.report.explain.explanation import ExplainedTerm, Explanation, explain
from simulator.report.tables.table import Column, Row, Table
from simulator.ui import html, session
from simulator.ui.html import Html
from simulator.ui.session import say
from simulator.words import Lang
from simulator.words.numbers import shown as written
from simulator.words.provenance import basis_name, marked
from simulator.words.quantity import Quantity
from simulator.words.sources import source_line

_state = st.session_state


def draw_numbers(words: str, writer: Html, *, key: str) -> None:
    """Draws a piece of HTML; a press on one of its numbers opens the dialog that explains it."""
    if writer.quantities:
        html.draw(words, writer, key=key, on_press=press)
    else:
        st.html(words)


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
        st.dialog(say("origin.heading"), width="medium")(_tell)(
            explain(pressed.origin, session.lang()), written(pressed, session.lang())
        )


def _tell(told: Explanation, shown: str) -> None:
    lang = session.lang()
    st.markdown(f"### {told.title}")
    if told.calculation:
        _paragraph("origin.in_words", str(told.formula))
        _paragraph("origin.with_values", str(told.calculation))
    exact, basis = written(told.exact, lang), told.quantity.basis
    on_screen = "" if shown == exact else f" · {say('origin.on_screen', shown=shown)}"
    _paragraph("origin.result", f"{marked(exact, basis, lang)}{on_screen}")
    _paragraph("origin.mark", f"{basis_name(basis, lang)} · {say(f'basis_help.{basis}')}")
    for note in told.notes:
        st.markdown(str(note))
    if told.table is not None and told.table.rows:
        st.html(Html(lang).table(told.table))
    if told.terms:
        _paragraph("origin.parts")
        st.html(Html(lang).table(_terms(told.terms)))
    if told.sources:
        _paragraph("origin.sources")
        st.html(Html(lang).lines(source_line(key, session.sources()[key], lang) for key in told.sources))


def _paragraph(heading: str, body: str = "") -> None:
    st.markdown(f"**{say(heading)}**  \n{body}")


def _terms(terms: tuple[ExplainedTerm, ...]) -> Table:
    lang = session.lang()
    columns = [
        Column(say(f"origin.column_{name}"), name == "value") for name in ("part", "value", "mark", "source")
    ]
    return Table(tuple(columns), tuple(_row(term, lang) for term in terms))


def _row(term: ExplainedTerm, lang: Lang) -> Row:
    basis = term.quantity.basis
    unsourced = say("origin.chosen") if basis == "assumed" else say("origin.computed")
    return Row((term.label, term.quantity, basis_name(basis, lang), ", ".join(term.sources) or unsourced))
