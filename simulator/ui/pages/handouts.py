"""Bagikan: the scenarios that go into the hand-outs, a button for each file, and the summary as a message."""

from functools import partial
from typing import Any

import streamlit as st

from simulator.errors import UserError
from simulator.handouts.files import HAND_OUTS
from simulator.handouts.house_style import PLAIN, HouseStyle, house_style
from simulator.handouts.summary import summary_text
from simulator.model.scenario import Scenario
from simulator.planning.comparison import MOST
from simulator.report.sentences.unit_names import row_name
from simulator.report.sentences.unit_sheet import published_units
from simulator.report.tables.units import unit_table
from simulator.store.places import slug
from simulator.store.templates import read_templates
from simulator.ui import saving, session
from simulator.ui.choosing import choose, name_of
from simulator.ui.copy_text import copy_text
from simulator.ui.header import watermark_of
from simulator.ui.session import say
from simulator.ui.tables import draw_lines

CSS = """<style>
[class*=st-key-handout-] { gap: .25rem 1rem; }
@media (min-width: 641px) { [class*=st-key-handout-] { flex-wrap: nowrap; } }
</style>"""


def show() -> None:
    """Draws the page."""
    st.html(CSS)
    draft = session.draft()
    st.title(saving.escaped(say("handouts.title", files=len(HAND_OUTS), name=draft.scenario.name)))
    c = session.context()
    contexts = [c, *(c.of(session.projected(scenario)) for scenario in _others())]
    watermark_of(contexts)
    if draft.unsaved:
        st.caption(say("handouts.unsaved_note"))
    known: dict[str, Any] = {"office": _office(), "style": _style()}
    made_of, unsaved = (contexts, session.lang(), session.day()), draft.unsaved
    for name, hand_out in HAND_OUTS.items():
        with st.container(horizontal=True, vertical_alignment="center", key=f"handout-{name}"):
            st.download_button(
                say(f"handouts.file.{name}"),
                partial(hand_out.made, *made_of, unsaved=unsaved, **known),
                file_name=f"{slug(draft.scenario.name, 'skenario')}-{hand_out.ending}",
                mime=hand_out.mime,
                on_click="ignore",
                icon=":material/download:",
                key=f"get_{name}",
                width=230,
            )
            st.markdown(say(f"handouts.about.{name}"), width="stretch")
    st.header(say("handouts.message"))
    copy_text(summary_text(*made_of, unsaved=unsaved), key="message", label=say("handouts.message"))


def _office() -> str:
    """The unit or group that has a slide of its own, by its key; empty for none."""
    units, baseline = unit_table(session.projection(), 0), session.context().baseline
    names = {row.key: row_name(row, baseline, session.lang()) for row in units.rows} | published_units(units)
    if st.session_state.get("handed_out_office") not in names:
        st.session_state["handed_out_office"] = None
    chosen = st.selectbox(
        say("handouts.office"),
        list(names),
        key="handed_out_office",
        placeholder=say("handouts.no_office"),
        format_func=names.__getitem__,
        persist_state="session",
    )
    return chosen or ""


def _style() -> HouseStyle:
    """The office's own template and logo; what is wrong with them is said, and the plain look taken."""
    try:
        return house_style(*read_templates())
    except UserError as error:
        draw_lines(session.problem_lines(error.problems), key="handouts-style")
        return PLAIN


def _others() -> list[Scenario]:
    """The scenarios chosen to go along with the one being worked on, at most so many as can be told apart."""
    stem = session.draft().stem
    listed = {e.stem: e.scenario for e in saving.entries() if e.scenario and e.stem != stem}
    chosen = choose(
        {stem: name_of(scenario) for stem, scenario in listed.items()},
        key="handed_out",
        label=say("handouts.others", most=MOST - 1),
        most=MOST - 1,
        too_many="handouts.too_many",
    )
    return [listed[stem] for stem in chosen]
