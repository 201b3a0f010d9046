"""The dialog for an entry of the decision log: question, finding, decision; shown in minutes and brief."""

from pathlib import Path
from typing import Any

import streamlit as st

from simulator import clock
from simulator.model.beside_settings import MOST_DECISIONS, Decision
from simulator.report.charts.theme import ACCENT, UNKNOWN
from simulator.report.sentences.meeting import finding
from simulator.report.tables.decisions import decision_columns
from simulator.store.strict_json import validate
from simulator.ui import session
from simulator.ui.meeting import at_hand
from simulator.ui.problems import problem_lines
from simulator.ui.session import say

_state = st.session_state
TAKEN = "meeting_note_taken"  # set once the entry is in the log, to close the dialog
_KEY = "mt-note"
_mount = st.components.v2.component(
    "note",
    html="<form></form>",
    js=(Path(__file__).parent / "note.js").read_text(encoding="utf-8"),
    css=f"""
form {{ display: grid; grid-template-columns: 1fr 1fr; gap: .6rem 1rem; }}
label.long, button, .refusal {{ grid-column: 1 / -1; }} label {{ display: grid; gap: .2rem; min-width: 0;
  align-content: end; }}
form :is(textarea, input, button) {{ font: inherit; }}
textarea {{ field-sizing: content; min-height: 3.6em; }}
form :is(textarea, input) {{ padding: .4rem .6rem; border: 1px solid {UNKNOWN}; min-width: 0;
  border-radius: .5rem; background: none; color: inherit; }}
form :is(label, textarea, input, button, .refusal) {{ font-size: clamp(18px, 1.5vw, 28px);
  line-height: 1.35; }}
button {{ padding: .5rem 1rem; border: 0; border-radius: .5rem; background: {ACCENT}; color: white; }}
.refusal {{ margin: 0; font-weight: 600; }} .refusal:empty {{ display: none; }}
""",
    isolate_styles=True,
)


def show() -> None:
    """The form; the browser keeps its content until it is in the log."""
    scenario, lang = session.scenario(), session.lang()
    if len(scenario.decisions) >= MOST_DECISIONS:
        st.warning(say("decisions.full", most=MOST_DECISIONS))
        return
    _mount(
        key=_KEY,
        data={
            "draft": _state.token,
            "labels": dict(zip(Decision.model_fields, decision_columns(lang))),
            "proposed": {
                "finding": str(finding(session.context(), at_hand.discussed_month(), lang)),
                "date": f"{clock.today():%Y-%m-%d}",
            },
            "log": [entry.model_dump() for entry in scenario.decisions],
            "take": say("decisions.take"),
            "refusal": _state.pop("meeting_note_refused", ""),
            "lost": say("meeting.note.lost"),
        },
        on_taken_change=_take_written,
    )
    st.caption(say("meeting.note.kept"))
    if _state.pop(TAKEN, False):
        st.rerun()


def _take_written() -> None:
    """Accept once what the form sends, which may be anything: a forged state would stay for ever."""
    if isinstance(_state[_KEY].taken, dict):
        take(_state[_KEY].taken)


def take(written: dict[str, Any]) -> None:
    """Add an entry to the log of the present scenario, or keep the reason for refusing it."""
    names = ("question", "finding", "decision", "owner")
    texts = {name: text for name, text in written.items() if isinstance(text, str)}
    words = {name: texts.get(name, "").strip() for name in names} | {"expectation": ""}
    if not words["question"]:
        _state.meeting_note_refused = say("decisions.needs_question")
        return
    day = texts.get("date") or f"{clock.today():%Y-%m-%d}"
    entry, problems = validate(Decision, words | {"date": day}, "")
    if entry is None:
        _state.meeting_note_refused = " ".join(problem_lines(problems))
        return
    scenario = session.scenario()
    session.change(scenario.model_copy(update={"decisions": (*scenario.decisions, entry)}))
    _state[TAKEN] = True
    _state.meeting_note = say("meeting.note.taken", count=len(session.scenario().decisions))
