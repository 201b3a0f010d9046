"""Numbers that can be clicked: each says where it comes from. Their look is in style.py, by the mark in their key or class."""

import json
from html import escape

import streamlit as st

from simulator.model.projection import Projection
from simulator.report.explain.explanation import Explanation, Inserted, basis_of, explain
from simulator.report.sentences.overview import Said
from simulator.ui import session
from simulator.ui.clickable import clickable
from simulator.ui.rows import draw_list, draw_rows
from simulator.ui.session import say
from simulator.words.numbers import unbroken
from simulator.words.provenance import basis_name, marked
from simulator.words.sources import source_line


def number(key: str, shown: str, *, place: str = "", **context) -> None:
    """Draws a worded number as clickable text with its mark; a click opens the dialog that explains it.

    `key` and `context` are those of `report.provenance.explain`; `shown` comes without mark. A number that stands twice on a page needs a
    `place` of its own for the second.
    """
    told = explained(key, **context)
    name = "-".join(("origin", told.basis, key, *(str(v) for v in context.values()), place))
    if st.button(
        marked(shown, told.basis, session.lang()), type="tertiary", key=name, help=say("origin.heading")
    ):
        open_dialog(key, shown, **context)


def link(key: str, shown: str, **context) -> str:
    """A worded number as HTML for `draw`, marked by its dotted line alone; `key` and `context` as for `number`, the latter plain numbers and words."""
    asked, basis = (
        escape(json.dumps([key, shown, context])),
        basis_of(key, session.projection(), session.programme(), session.sources(), **context),
    )
    return f'<button type="button" class="origin {basis}" data-id="{asked}" title="{escape(say("origin.heading"))}">{escape(unbroken(shown))}</button>'


def sentence(said: Said) -> str:
    """A sentence as HTML for `draw`, its numbers as links."""
    pieces, rest = [], unbroken(said.words)
    for shown, key, context in said.numbers:
        before, _, rest = rest.partition(unbroken(shown))
        pieces += [escape(before), link(key, shown, **context)]
    return "".join((*pieces, escape(rest)))


def draw(html: str, *, key: str) -> None:
    """Draws HTML with links of numbers in one piece; a press on one opens its dialog."""
    clickable(html, key=key, on_press=lambda asked: st.session_state.update(origin_asked=(key, asked)))
    where, asked = st.session_state.get("origin_asked", ("", ""))
    if where == key:
        del st.session_state["origin_asked"]
        name, shown, context = json.loads(asked)
        open_dialog(name, shown, **context)


def open_dialog(key: str, shown: str, **context) -> None:
    """Opens the dialog of a number, as for a row chosen in a table; at most once a run."""
    st.dialog(say("origin.heading"), width="medium")(_tell)(explained(key, **context), shown)


def explained(key: str, projection: Projection | None = None, **context) -> Explanation:
    """A number of the present scenario, or of another one's projection, explained in the language of the screen."""
    return explain(
        key,
        projection or session.projection(),
        session.programme(),
        session.sources(),
        session.lang(),
        **context,
    )


def _tell(told: Explanation, shown: str) -> None:
    lang = session.lang()
    st.markdown(f"### {told.title}")
    if told.calculation:
        _paragraph("origin.in_words", told.formula)
        _paragraph("origin.with_values", told.calculation)
    on_screen = "" if shown == told.exact else f" · {say('origin.on_screen', shown=shown)}"
    _paragraph("origin.result", f"{marked(told.exact, told.basis, lang)}{on_screen}")
    _paragraph("origin.mark", f"{basis_name(told.basis, lang)} · {say(f'basis_help.{told.basis}')}")
    for note in told.notes:
        st.markdown(note)
    if told.inserted:
        _paragraph("origin.parts")
        draw_rows([_row(inserted) for inserted in told.inserted])
    if told.sources:
        _paragraph("origin.sources")
        draw_list([source_line(key, session.sources()[key], lang) for key in told.sources])


def _paragraph(heading: str, body: str = "") -> None:
    st.markdown(f"**{say(heading)}**  \n{body}")


def _row(inserted: Inserted) -> dict[str, str]:
    unsourced = say("origin.chosen") if inserted.basis == "assumed" else say("origin.computed")
    cells = (
        inserted.label,
        inserted.value,
        basis_name(inserted.basis, session.lang()),
        ", ".join(inserted.sources) or unsourced,
    )
    return dict(zip((say(f"origin.column_{name}") for name in ("part", "value", "mark", "source")), cells))
