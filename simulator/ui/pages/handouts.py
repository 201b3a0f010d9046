"""Bagikan: the scenarios that go into the hand-outs, a button for each file, and the summary as a message."""

from functools import partial

import streamlit as st

from simulator.handouts.files import HAND_OUTS
from simulator.handouts.summary import summary_text
from simulator.model.scenario import Scenario
from simulator.planning.comparison import MOST
from simulator.store.places import slug
from simulator.ui import saving, session
from simulator.ui.choosing import choose, name_of
from simulator.ui.copy_text import copy_text
from simulator.ui.header import watermark_of
from simulator.ui.session import say

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
    made_of, unsaved = (contexts, session.lang(), session.day()), draft.unsaved
    for name, hand_out in HAND_OUTS.items():
        with st.container(horizontal=True, vertical_alignment="center", key=f"handout-{name}"):
            st.download_button(
                say(f"handouts.file.{name}"),
                partial(hand_out.made, *made_of, unsaved=unsaved),
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
