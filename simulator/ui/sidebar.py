"""The assumptions, on every page: levers in open groups, all other settings under "Lanjutan"."""

import streamlit as st

from simulator.model.growth import rakor_brings
from simulator.model.ranges import with_usual_growth
from simulator.model.scenario import LEVERS, SETTINGS
from simulator.report.sentences import levers
from simulator.report.sentences.rakor import answer_sentences
from simulator.report.tables.assumptions import IN_FORCE
from simulator.ui import controls, likely, rakor_choice, session
from simulator.ui.html import Html
from simulator.ui.session import say
from simulator.ui.tables import draw, fold
from simulator.words.sentence import Sentence
from simulator.words.settings import lever_label

MONEV = "monev"
"""The group of settings with a section of its own: schedule, effect of a Rakor Monev, and how it fades."""
SCHEDULE = ("monev.first_month", "monev.every_months", "monev.meetings")
BRINGS = ("monev.new_opd", "monev.new_kecamatan", "growth.push_share")
FADES = tuple(path for path in LEVERS if SETTINGS[path].group == MONEV and path not in BRINGS)
HEADINGS = {
    "participation.opd.target_share": "side.floor",
    "participation.opd.ramp_months": "side.pace",
    "retention.lapse_share_per_month": "side.stopping",
}
"""The heading above the first lever of its kind; those of the Rakor Monev have a section of their own."""
FIELDS = tuple(path for path in SETTINGS if LEVERS.get(path, ()) != (path,))
"""The settings that no lever changes, or that a lever changes only together with others."""
GROUPS = tuple(dict.fromkeys(SETTINGS[path].group for path in IN_FORCE if SETTINGS[path].group != MONEV))


def show() -> None:
    """Draw the sidebar; a moved lever has changed the scenario in its callback, before anything is drawn."""
    with st.sidebar:
        for path in LEVERS:
            if path in HEADINGS:
                _heading(HEADINGS[path])
            if SETTINGS[path].group != MONEV:
                _lever(path)
        _rakor_monev()
        fold(say("side.advanced"), _advanced, key="advanced")


def _rakor_monev() -> None:
    """The section of the Rakor Monev: schedule, effect and the gain of one more; fading is folded away."""
    c, lang = session.context(), session.lang()
    _heading(f"side.group_{MONEV}")
    shown: set[str] = set()  # a reason common to all of them is shown once
    for path in SCHEDULE:
        _field(path, shown)
    for path in BRINGS:
        _lever(path, shown)
    if rakor_brings(c.scenario):
        rakor_choice.choice(c)
    with st.container(key="notes-one-more"):
        simulated, month = likely.people if likely.is_on() else None, rakor_choice.month(c)
        _notes("one-more", answer_sentences(c, lang, simulated, month))
        if not rakor_brings(c.scenario):
            words, helped = say("rakor.take_push"), say("rakor.take_push_help")
            st.button(words, key="take-push", help=helped, on_click=_take_push)
    fold(say("side.fading"), lambda: _fading(shown), key="fading")


def _take_push() -> None:
    session.change(with_usual_growth(session.scenario()))


def _fading(shown: set[str]) -> None:
    for path in FADES:
        _lever(path, shown)
    for path in (path for path in FIELDS if SETTINGS[path].group == MONEV and path not in SCHEDULE):
        _field(path)


def _heading(key: str) -> None:
    st.html(f'<h2 class="side">{say(key)}</h2>')


def _lever(path: str, shown: set[str] | None = None) -> None:
    c, lang = session.context(), session.lang()
    controls.lever(path, lever_label(path, lang))
    today = levers.today_level(c, path, lang) if path.endswith("target_share") else None
    notes = _new(levers.lever_notes(c, path, lang), shown)

    def write(page: Html) -> str:
        return (controls.today_mark(path, *today, page) if today else "") + _written(notes, page)

    draw(write, key=f"notes {path}")  # style.py reserves space for the notes that a move may cause


def _field(path: str, shown: set[str] | None = None) -> None:
    controls.field_with_reset(path)
    notes = _new(levers.field_notes(session.context(), path, session.lang()), shown)
    if path in SCHEDULE:  # drawn above levers that change these notes, so style.py reserves space too
        draw(lambda page: _written(notes, page), key=f"notes {path}")
    else:
        _notes(path, notes)


def _new(notes: list[Sentence], shown: set[str] | None) -> list[Sentence]:
    """The notes without those already shown above, if these are tracked."""
    if shown is None:
        return notes
    new = [note for note in notes if str(note) not in shown]
    shown |= set(map(str, new))
    return new


def _notes(name: str, notes: list[Sentence]) -> None:
    """Draw the notes below a field; without notes, nothing."""
    if notes:
        draw(lambda page: _written(notes, page), key=f"note {name}")


def _written(notes: list[Sentence], page: Html) -> str:
    return "".join(f'<p class="side-note">{page.sentence(note)}</p>' for note in notes)


def _advanced() -> None:
    for group in GROUPS:
        _heading(f"side.group_{group}")
        for path in (path for path in FIELDS if SETTINGS[path].group == group):
            _field(path)
        if group == "general":
            _notes(group, levers.target_notes(session.context(), session.lang()))
