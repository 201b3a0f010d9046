"""Bagikan: the scenarios that go into the hand-outs, a button for each file, and the summary as a message."""

from functools import partial
from importlib import import_module
from typing import Any

import streamlit as st

from simulator.handouts.stamp import any_made_up
from simulator.handouts.summary import summary_text
from simulator.model.scenario import Scenario
from simulator.planning.comparison import MOST
from simulator.store.baseline_files import read_baseline_named
from simulator.store.places import slug
from simulator.ui import saving, session
from simulator.ui.copy_text import copy_text
from simulator.ui.header import watermark
from simulator.ui.session import say
from simulator.words.compare import enumerated

_state = st.session_state
PPTX, XLSX = (
    f"application/vnd.openxmlformats-officedocument.{kind}"
    for kind in ("presentationml.presentation", "spreadsheetml.sheet")
)
FILES = {
    "deck": ("deck", "deck_bytes", "rakor.pptx", PPTX),
    "brief": ("brief", "brief_bytes", "ringkasan.pdf", "application/pdf"),
    "units": ("unit_sheets", "unit_sheets_bytes", "unit.pdf", "application/pdf"),
    "workbook": ("workbook", "workbook_bytes", "data.xlsx", XLSX),
}
"""By name: module and function that make the file, how its name ends, and its type."""
CSS = """<style>
[class*=st-key-handout-] { gap: .25rem 1rem; }
@media (min-width: 641px) { [class*=st-key-handout-] { flex-wrap: nowrap; } }
</style>"""


def show() -> None:
    """Draws the page."""
    st.html(CSS)
    draft = session.draft()
    st.title(saving.escaped(say("handouts.title", name=draft.scenario.name)))
    c = session.context()
    contexts = [c, *(c.of(session.projected(scenario)) for scenario in _others())]
    if any_made_up(contexts) and not any_made_up(contexts[:1]):
        watermark()  # the header draws it for the open scenario
    if draft.unsaved:
        st.caption(say("handouts.unsaved_note"))
    made_of = {
        "contexts": contexts,
        "lang": session.lang(),
        "today": session.day(),
        "unsaved": draft.unsaved,
    }
    for name, (module, function, ending, kind) in FILES.items():
        with st.container(horizontal=True, vertical_alignment="center", key=f"handout-{name}"):
            st.download_button(
                say(f"handouts.file.{name}"),
                partial(_file, module, function, made_of),
                file_name=f"{slug(draft.scenario.name, 'skenario')}-{ending}",
                mime=kind,
                on_click="ignore",
                icon=":material/download:",
                key=f"get_{name}",
                width=230,
            )
            st.markdown(say(f"handouts.about.{name}"), width="stretch")
    st.header(say("handouts.message"))
    copy_text(
        summary_text(**made_of), key="message", button=say("handouts.copy"), label=say("handouts.message")
    )


def _file(module: str, function: str, made_of: dict[str, Any]) -> bytes:
    """A file, its writer loaded when the first is asked for: the libraries behind it would hold up the app's start."""
    return getattr(import_module(f"simulator.handouts.{module}"), function)(**made_of)


def _others() -> list[Scenario]:
    """The scenarios of the list chosen to go along with the one being worked on, at most so many that all can be told apart."""
    stem = session.draft().stem
    listed = {e.stem: e.scenario for e in saving.entries() if e.scenario and e.stem != stem}
    _state.handed_out = [s for s in _state.get("handed_out", []) if s in listed]
    st.multiselect(
        say("handouts.others", most=MOST - 1),
        list(listed),
        key="handed_out",
        placeholder=say("compare.choose"),
        persist_state="session",
        format_func=lambda s: _name(listed[s]),
    )
    chosen, beyond = _state.handed_out[: MOST - 1], _state.handed_out[MOST - 1 :]
    if beyond:  # not by the box itself, which would refuse in English
        st.warning(
            saving.escaped(
                say(
                    "handouts.too_many",
                    most=MOST - 1,
                    names=enumerated([_name(listed[s]) for s in beyond], session.lang()),
                )
            )
        )
    return [listed[s] for s in chosen]


def _name(scenario: Scenario) -> str:
    return (
        say("compare.fictitious", name=scenario.name)
        if read_baseline_named(scenario.baseline).facts.fictitious
        else scenario.name
    )
