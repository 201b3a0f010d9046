"""Bagikan: the scenarios in the hand-outs, a button for each file, and the summary as a message."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from simulator import clock
from simulator.errors import UserError
from simulator.handouts.details import Details
from simulator.handouts.files import HAND_OUTS, TRAVEL
from simulator.handouts.house_style import PLAIN, HouseStyle, house_style
from simulator.handouts.summary import summary_text
from simulator.model.scenario import Scenario
from simulator.planning.comparison import MOST, on_same_data
from simulator.report.context import Context
from simulator.report.sentences.unit_names import row_name
from simulator.report.sentences.unit_sheet import published_units
from simulator.report.tables.units import unit_table
from simulator.store.places import slug
from simulator.store.templates import read_templates
from simulator.ui import listing, session
from simulator.ui.choosing import choose, name_of
from simulator.ui.copy_text import copy_text
from simulator.ui.foreign import as_text
from simulator.ui.header import watermark_of
from simulator.ui.problems import problem_lines
from simulator.ui.session import say
from simulator.ui.tables import draw_lines
from simulator.words.compare import enumerated, quoted

CSS = """<style>
[class*=st-key-handout-] { gap: .25rem 1rem; }
@media (min-width: 641px) { [class*=st-key-handout-] { flex-wrap: nowrap; } }
</style>"""


def show() -> None:
    """Draw the page."""
    st.html(CSS)
    draft = session.draft()
    st.title(as_text(say("handouts.title", files=len(HAND_OUTS) + 1, name=draft.scenario.name)))
    c = session.context()
    contexts = [c, *(session.context_of(scenario) for scenario in _others())]
    watermark_of(contexts)
    if draft.unsaved:
        st.caption(say("handouts.unsaved_note"))
    known: dict[str, Any] = {"details": _details(), "office": _office(), "style": _style()}
    made_of, unsaved = (contexts, session.lang(), clock.today()), draft.unsaved
    for name, hand_out in HAND_OUTS.items():
        made = partial(hand_out.made, *made_of, unsaved=unsaved, **known)
        file = f"{slug(draft.scenario.name, 'skenario')}-{hand_out.ending}"
        _offer(name, made, file, hand_out.mime)
    _offer_page(contexts, unsaved)
    if office := known["office"]:
        units, unit = HAND_OUTS["units"], _offices()[office]
        made = partial(units.made, *made_of, unsaved=unsaved, **known, only=office)
        _offer("unit", made, f"unit-{slug(unit, 'unit')}.pdf", units.mime, unit=as_text(unit))
    st.header(say("handouts.message"))
    copy_text(summary_text(*made_of, unsaved=unsaved), key="message", label=say("handouts.message"))


def _offer(name: str, made: Callable[[], bytes], file: str, mime: str, **about: str) -> None:
    """A button for a file, which is made when it is pressed, with a description beside it."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"handout-{name}"):
        st.download_button(
            say(f"handouts.file.{name}"),
            made,
            file_name=file,
            mime=mime,
            on_click="ignore",
            icon=":material/download:",
            key=f"get_{name}",
            width=230,
        )
        st.markdown(say(f"handouts.about.{name}", **about), width="stretch")


def _offer_page(contexts: list[Context], unsaved: bool) -> None:
    """Offer the travelling file for the scenarios on the data of the first; name the scenarios left out."""
    projections = [c.projection for c in contexts]
    same = [c for c, p in zip(contexts, projections) if on_same_data([projections[0], p])]
    made = partial(TRAVEL.made, same, session.lang(), clock.today(), unsaved=unsaved)
    file = f"{slug(contexts[0].scenario.name, 'skenario')}-{TRAVEL.ending}"
    _offer("travel", made, file, TRAVEL.mime)
    if others := [c.scenario.name for c in contexts if c not in same]:
        names = enumerated([quoted(name) for name in others], session.lang())
        st.caption(as_text(say("handouts.other_data", names=names)))


def _details() -> Details:
    """Fields for meeting and contact, in a fold that keeps their content while it is closed."""
    with st.expander(say("handouts.details"), key="details"):
        st.caption(say("handouts.details_note"))
        left, right = st.columns(2)
        meeting = _typed(left, "meeting")
        day = _day(left, "day")
        place = _typed(left, "place")
        contact = _typed(right, "contact")
        deadline = _day(right, "deadline")
    return Details(meeting, place, day, contact, deadline)


def _typed(column: DeltaGenerator, name: str) -> str:
    label, key = say(f"handouts.details.{name}"), f"details_{name}"
    return column.text_input(label, key=key, max_chars=200, persist_state="session")


def _day(column: DeltaGenerator, name: str) -> date | None:
    label, key = say(f"handouts.details.{name}"), f"details_{name}"
    return column.date_input(label, None, key=key, format="DD/MM/YYYY", persist_state="session")


def _offices() -> dict[str, str]:
    """The name of every unit and group that has a sheet, by key."""
    units, baseline = unit_table(session.projection(), 0), session.context().baseline
    return {row.key: row_name(row, baseline, session.lang()) for row in units.rows} | published_units(units)


def _office() -> str:
    """The key of the unit or group with a slide and a sheet of its own; empty for none."""
    names = _offices()
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
    """The agency's own template and logo; if they cannot be used, shows why and uses the plain look."""
    try:
        return house_style(*read_templates())
    except UserError as error:
        draw_lines(problem_lines(error.problems), key="handouts-style")
        return PLAIN


def _others() -> list[Scenario]:
    """The scenarios chosen beside the one being worked on, at most as many as can be distinguished."""
    stem = session.draft().stem
    listed = {e.stem: e.scenario for e in listing.entries() if e.scenario and e.stem != stem}
    chosen = choose(
        {stem: name_of(scenario) for stem, scenario in listed.items()},
        key="handed_out",
        label=say("handouts.others", most=MOST - 1),
        most=MOST - 1,
        too_many="handouts.too_many",
    )
    return [listed[stem] for stem in chosen]
