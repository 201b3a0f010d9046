"""Opening scenarios and saving the open work, with the questions that this requires."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

import streamlit as st

import simulator
from simulator.errors import Problem, UserError
from simulator.model.baseline import Baseline
from simulator.model.beside_settings import Status
from simulator.model.scenario import Scenario
from simulator.model.status import copy_of
from simulator.planning.records import differences, record_of
from simulator.report.sentences import data as data_sentences
from simulator.report.sentences.scenarios import record_lines
from simulator.store import scenario_store as store
from simulator.store.baseline_files import baseline_names, read_baseline_named
from simulator.store.draft_store import saved_as
from simulator.store.scenario_store import Entry
from simulator.ui import session
from simulator.ui.foreign import as_text
from simulator.ui.listing import ask_name, entries, names
from simulator.ui.opening import open_dialog
from simulator.ui.problems import problem_lines
from simulator.ui.session import say
from simulator.ui.tables import draw_message
from simulator.words.numbers import moment
from simulator.words.sentence import Sentence

_state = st.session_state


def save_current(status: Status | None = None) -> None:
    """Save the work to its file, with a new `status` if given, and run the app again.

    Asks for a name if it has no file, and what to do if the file has changed. At most once per run.
    """
    draft = session.draft()
    if draft.own_stem is None:
        ask_for_name()
        return
    scenario = draft.scenario.model_copy(update={"status": status or draft.scenario.status})
    try:
        _save(scenario, draft.own_stem, draft.version)
    except UserError as error:
        if any(p.code == "changed_on_disk" for p in error.problems):
            open_dialog(say("scenarios.conflict_title"), _conflict_form, draft.own_stem)
            return
        note_problems(error.problems)
    st.rerun()


def save_as_it_is() -> None:
    """Save the work to its file, or under a free name, without asking; raises UserError."""
    draft = session.draft()
    if draft.own_stem is None:
        named = _under_name(store.free_name(draft.scenario.name, names()))
        _save(named, None, None)
    else:
        _save(draft.scenario, draft.own_stem, draft.version)


def ask_for_name() -> None:
    """Open the dialog that saves the work under another name."""
    open_dialog(say("scenarios.save_as"), _name_form)


def open_scenario(entry: Entry) -> None:
    """Open a scenario of the list and run the app again; asks first if changes would be lost."""
    if session.draft().unsaved:
        open_dialog(say("scenarios.leave_title"), _leave_form, entry.stem, entry.saved.scenario.name)
    else:
        _open(entry.stem)


def do(action: Callable[[], Scenario | None], done: str, **values: str) -> None:
    """Do something to files, keep its message, and run the app again, which closes a dialog.

    `done` is the message, filled with `values` and the name of the scenario that the action returns.
    """
    try:
        made = action()
        note([say(done, **values | ({"name": made.name} if made else {}))])
    except UserError as error:
        note_problems(error.problems)
    st.rerun()


def note(lines: Sequence[Sentence | str], kind: str = "success") -> None:
    """Keep a message for the top of the page in the next run, as success, info, warning or error."""
    _state.scenario_note = (kind, lines)


def note_problems(problems: tuple[Problem, ...]) -> None:
    """Keep problems for the next run."""
    note(problem_lines(problems), "error")


def show_note() -> None:
    """Show the kept messages, once."""
    kind, lines = _state.pop("scenario_note", ("", []))
    if lines:
        draw_message(lines, kind=kind, key="note")


def recorded(scenario: Scenario) -> Scenario:
    """The scenario with the record of today's results."""
    return scenario.model_copy(update={"record": record_of(session.projected(scenario), datetime.now())})


def _under_name(name: str) -> Scenario:
    """The work under a new name: a copy of the file it came from, if there is one."""
    draft = session.draft()
    if draft.own_stem is None and draft.scenario.status != "agreed":
        return draft.scenario.model_copy(update={"name": name})
    return copy_of(draft.scenario, name, draft.saved.name)


def _save(scenario: Scenario, stem: str | None, version: str | None) -> None:
    """Write the work to a file, a new one if `stem` is None, with the typed note, and continue with it.

    Undo and redo are kept, but no step leads out of or into an agreed scenario.
    """
    draft, is_agreed = session.draft(), scenario.status == "agreed"
    words = _state.get("version_note", "").strip()
    if not words and version is not None and draft.saved.name != scenario.name:
        words = say("history.renamed_note", name=draft.saved.name)
    if stem is None:
        stem, written = store.save_new(recorded(scenario), note=words)
    else:
        written = store.save(recorded(scenario), stem, version, note=words)
    undo, redo = (
        () if is_agreed else tuple(step for step in steps if step.status != "agreed")
        for steps in (draft.undo, draft.redo)
    )
    session.put(replace(saved_as(scenario, stem, written), undo=undo, redo=redo))
    _state.note_used = True
    note([say("scenarios.agreed" if is_agreed else "scenarios.saved", name=scenario.name)])


def _open(stem: str) -> None:
    try:
        entry = store.load(stem)
        record, projection = entry.scenario.record, session.projected(entry.scenario)
        changed = differences(record, projection) if record else None
        c = session.context().of(projection)
        session.put(saved_as(entry.scenario, stem, entry.version))
        lines: list[Sentence | str] = [say("scenarios.opened", name=entry.scenario.name)]
        lines += record_lines(record, changed, c, simulator.__version__, session.lang())
        if record and changed and changed.baseline_changed:
            lines += _data_then(record.baseline_digest, projection.baseline)
        note(lines, "success" if changed is None or changed.same_results else "warning")
    except UserError as error:
        note_problems(error.problems)
    st.rerun()


def _data_then(digest: str, now: Baseline) -> list[Sentence | str]:
    """How the data of a scenario's record differ from its present data, if both still exist."""
    for name in baseline_names():
        try:
            then = read_baseline_named(name)
        except UserError:  # the page Data reports it
            continue
        if then.digest == digest:
            return [say("data.recorded_on"), *data_sentences.differences(then, now, session.lang())]
    return []


def _name_form() -> None:
    """The dialog that saves the work under a new name."""
    name = ask_name(store.free_name(session.scenario().name, names()), say("scenarios.save"), key="save_as")
    if name:
        try:
            _save(_under_name(name), None, None)
        except UserError as error:
            note_problems(error.problems)
        st.rerun()


def _conflict_form(stem: str) -> None:
    present = next((e for e in entries() if e.stem == stem), None)
    words = say("scenarios.conflict_gone", stem=stem)
    if present:
        words = say("scenarios.conflict", stem=stem, when=moment(present.modified, session.lang()))
    st.markdown(as_text(words))
    _name_form()
    if present and st.button(say("scenarios.reopen"), key="reopen"):
        _open(stem)


def _leave_form(stem: str, name: str) -> None:
    st.markdown(as_text(say("scenarios.leave", work=session.scenario().name, name=name)))
    if st.button(say("scenarios.leave_save"), type="primary", key="leave_save"):
        try:
            save_as_it_is()
            _open(stem)
        except UserError as error:
            note_problems(error.problems)
            st.rerun()
    if st.button(say("scenarios.leave_drop"), key="leave_drop"):
        _open(stem)
    if st.button(say("scenarios.cancel"), key="leave_cancel"):
        st.rerun()
