"""The assumptions, on every page: seven levers that stand open, the rest under "Lanjutan"."""

import streamlit as st

from simulator.model.scenario import LEVERS, SETTINGS
from simulator.report.sentences import levers
from simulator.report.tables.assumptions import IN_FORCE
from simulator.ui import controls, session
from simulator.ui.session import say
from simulator.ui.tables import draw_text, fold
from simulator.words.sentence import Sentence
from simulator.words.settings import lever_label

HEADINGS = {
    "participation.opd.target_share": "side.floor",
    "participation.opd.ramp_months": "side.pace",
    "retention.lapse_share_per_month": "side.stopping",
}
"""What stands above the first lever of its kind."""
FIELDS = tuple(path for path in SETTINGS if LEVERS.get(path, ()) != (path,))
"""The settings that no lever moves, or that one moves only together with others."""
GROUPS = tuple(dict.fromkeys(SETTINGS[path].group for path in IN_FORCE))


def show() -> None:
    """Draws the sidebar; a moved lever has changed the scenario in its callback, before anything is drawn."""
    c, lang = session.context(), session.lang()
    with st.sidebar:
        for path in LEVERS:
            if path in HEADINGS:
                _heading(HEADINGS[path])
            controls.lever(path, lever_label(path, lang))
            if path.endswith("target_share") and (today := levers.today_level(c, path, lang)):
                controls.today_mark(path, *today)
            with st.container(key=f"notes-{path.replace('.', '-')}"):  # a line of its own, also while empty
                _notes(path, levers.lever_notes(c, path, lang))
        fold(say("side.advanced"), _advanced, key="advanced")


def _heading(key: str) -> None:
    st.html(f'<h2 class="side">{say(key)}</h2>')


def _notes(path: str, notes: list[Sentence]) -> None:
    """Draws what stands below a lever or a field, each a piece of its own."""
    for i, note in enumerate(notes):
        draw_text(note, key=f"note {path} {i}", look="side-note")


def _advanced() -> None:
    c, lang = session.context(), session.lang()
    for group in GROUPS:
        _heading(f"side.group_{group}")
        for path in (path for path in FIELDS if SETTINGS[path].group == group):
            controls.field_with_reset(path)
            _notes(path, levers.field_notes(c, path, lang))
        if group == "general":
            _notes(group, levers.target_notes(c, lang))
