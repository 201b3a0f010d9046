"""On the page of scenarios: the status of the work, the steps it allows, and the log of decisions."""

import html
from datetime import date
from functools import partial

import streamlit as st

from simulator import clock
from simulator.model.beside_settings import MOST_DECISIONS, Decision, Status
from simulator.model.names import MAX_NAME
from simulator.model.scenario import Scenario
from simulator.model.status import copy_of, has_decision
from simulator.report.charts.theme import MUTED
from simulator.report.sentences.target import status_sentence
from simulator.report.tables.decisions import decision_columns, decision_rows
from simulator.store import scenario_store as store
from simulator.store.strict_json import validate
from simulator.ui import likely, listing, saving, session
from simulator.ui.foreign import as_text
from simulator.ui.opening import open_dialog
from simulator.ui.problems import problem_paragraphs
from simulator.ui.session import say
from simulator.ui.tables import fold
from simulator.words.decisions import status_name

_state = st.session_state
TEXTS_OF_ENTRY = ("question", "expectation", "finding", "decision")
CSS = f"""<style>
.decision {{ font-size: .9375rem; line-height: 1.45; overflow-wrap: anywhere; white-space: pre-line; }}
.decision h3 {{ font-size: 1rem; margin: 0; padding: 0 0 .2rem; }}
.decision dl {{ display: grid; grid-template-columns: 11.5rem 1fr; gap: .1rem 1rem; margin: 0; padding: 0; }}
.decision dt {{ color: {MUTED}; margin: 0; padding: 0; }} .decision dd {{ margin: 0; }}
@media (max-width: 640px) {{
  .decision dl {{ grid-template-columns: 1fr; }}
  .decision dd {{ padding-bottom: .25rem; }}
}}
</style>"""


def status_line() -> None:
    """The status of the work, and the possible next steps."""
    scenario = session.scenario()
    with st.container(horizontal=True, vertical_alignment="center", key="status"):
        status = status_name(scenario.status, session.lang())
        st.markdown(f"**{say('status.label', status=status)}**", width="content")
        if scenario.parent:
            st.caption(as_text(say("status.parent", name=scenario.parent)), width="content")
        if scenario.status == "draft":
            label, helped = say("status.propose"), say("status.propose_help")
            st.button(label, key="propose", help=helped, on_click=_becomes, args=("proposed",))
        if scenario.status == "proposed":
            st.button(say("status.withdraw"), key="withdraw", on_click=_becomes, args=("draft",))
            _agree_button()
    if _state.get("agree_pressed") == scenario:
        _ask_whether_sure()
    if scenario.status == "agreed":
        st.info(say("status.locked"))
        st.button(say("status.copy"), key="copy_agreed", on_click=_copy)


def _becomes(status: Status) -> None:
    session.change(session.scenario().model_copy(update={"status": status}))


def _copy() -> None:
    agreed = session.scenario()
    session.change(copy_of(agreed, store.free_name(agreed.name, listing.names()), agreed.name))


def _agree_button() -> None:
    """Offer the question whether to agree, or show what is missing."""
    missing = ""
    if not has_decision(session.scenario()):
        missing = "status.agree_needs_decision"
    elif session.draft().own_stem is None:
        missing = "status.agree_needs_file"
    ask = partial(_state.update, agree_pressed=session.scenario())
    st.button(say("status.agree"), key="agree", disabled=bool(missing), on_click=ask)
    if missing:
        st.caption(say(missing), width="content")


def _ask_whether_sure() -> None:
    st.warning(as_text(say("status.agree_sure", name=session.scenario().name)))
    with st.container(horizontal=True):
        if st.button(say("status.agree_yes"), type="primary", key="agree_yes"):
            _state.pop("agree_pressed")
            saving.save_current("agreed")
        st.button(say("status.agree_no"), key="agree_no", on_click=_state.pop, args=("agree_pressed",))


def show() -> None:
    """The log of the work, drawn only while open; entries can be edited until the scenario is agreed."""
    entries = session.scenario().decisions
    st.html(CSS)
    title = say("decisions.title", count=len(entries))
    fold(title, lambda: _log(session.scenario()), key="decisions", expanded=bool(entries))


def _log(scenario: Scenario) -> None:
    locked = scenario.status == "agreed"
    for i, words in enumerate(decision_rows(scenario, session.lang())):
        _entry(i, words, locked)
    if locked:
        return
    if not scenario.decisions:
        st.caption(say("decisions.none"))
    with st.container(horizontal=True, vertical_alignment="center"):
        full = len(scenario.decisions) >= MOST_DECISIONS
        if st.button(say("decisions.add"), key="decision_add", disabled=full):
            _open_form(None)
        note = say("decisions.full", most=MOST_DECISIONS) if full else say("decisions.kept_on_saving")
        st.caption(note, width="content")


def _entry(i: int, words: list[str], locked: bool) -> None:
    lines = "".join(
        f"<dt>{html.escape(head)}</dt><dd>{html.escape(value)}</dd>"
        for head, value in zip(decision_columns(session.lang())[1:], words[1:])
    )
    entry = f'<div class="decision"><h3>{html.escape(words[0])}</h3><dl>{lines}</dl></div>'
    row = st.container(key=f"row-decision-{i}")
    if locked:
        row.html(entry)
        return
    left, right = row.columns([4, 1], vertical_alignment="top")
    left.html(entry)
    with right.container(horizontal=True, horizontal_alignment="right", gap="small"):
        which = say("decisions.edit_which", number=i + 1)
        if st.button(say("decisions.edit"), key=f"decision-edit-{i}", help=which):
            _open_form(i)
        which, key = say("decisions.remove_which", number=i + 1), f"decision-remove-{i}"
        st.button(say("decisions.remove"), key=key, help=which, on_click=_put, args=(i, ()))


def _put(i: int | None, entries: tuple[Decision, ...]) -> None:
    """Replace the i-th entry by other entries, or append them."""
    scenario = session.scenario()
    at = len(scenario.decisions) if i is None else i
    decisions = (*scenario.decisions[:at], *entries, *scenario.decisions[at + 1 :])
    session.change(scenario.model_copy(update={"decisions": decisions}))


def _open_form(i: int | None) -> None:
    """Open the dialog of one entry, with its content or with text that was typed and refused before."""
    entry = session.scenario().decisions[i] if i is not None else None
    if _state.get("entry_open") != (i, entry):
        _state.entry_open = (i, entry)
        for name in (*TEXTS_OF_ENTRY, "owner"):
            _state[f"entry_{name}"] = getattr(entry, name) if entry else ""
        _state.entry_date = date.fromisoformat(entry.date) if entry else clock.today()
    open_dialog(say("decisions.entry"), _form, i, width="large")


def _form(i: int | None) -> None:
    heads = dict(zip(Decision.model_fields, decision_columns(session.lang())))
    sentence = str(status_sentence(likely.simulated(session.context()), session.lang()))
    for name in TEXTS_OF_ENTRY:
        st.text_area(heads[name], key=f"entry_{name}", max_chars=2000, height=68, persist_state="session")
        if name == "finding" and sentence not in _state.entry_finding:
            offer = as_text(say("decisions.offer", sentence=sentence))
            st.button(offer, key="entry_offer", type="tertiary", on_click=_take_offer, args=(sentence,))
    left, right = st.columns(2)
    left.text_input(heads["owner"], key="entry_owner", max_chars=MAX_NAME, persist_state="session")
    first, last = date(2000, 1, 1), date(2100, 12, 31)
    right.date_input(
        heads["date"],
        key="entry_date",
        format="DD/MM/YYYY",
        min_value=first,
        max_value=last,
        persist_state="session",
    )
    if st.button(say("decisions.take"), type="primary", key="entry_take"):
        _take(i)


def _take_offer(sentence: str) -> None:
    _state.entry_finding = f"{_state.entry_finding.strip()} {sentence}".strip()


def _take(i: int | None) -> None:
    """Add the entry to the scenario and close the dialog, or show why not."""
    words = {name: _state[f"entry_{name}"].strip() for name in (*TEXTS_OF_ENTRY, "owner")}
    if not words["question"]:
        st.warning(say("decisions.needs_question"))
        return
    day = f"{_state.entry_date or clock.today():%Y-%m-%d}"
    entry, problems = validate(Decision, words | {"date": day}, "")
    if entry is None:
        st.warning(problem_paragraphs(problems))
        return
    _state.pop("entry_open")
    _put(i, (entry,))
    st.rerun()
