"""The state of one browser tab: its draft, language, data and projection."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from simulator import clock
from simulator.errors import UserError
from simulator.model.actuals import NOTHING_RECORDED, Actuals
from simulator.model.months import month_number
from simulator.model.programme import Programme
from simulator.model.projection import Projection, project
from simulator.model.scenario import Scenario
from simulator.report.context import Context
from simulator.store.actuals_store import read_actuals
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.draft import Draft
from simulator.store.draft_store import (
    clear_old_drafts,
    find_draft,
    is_kept,
    is_refused,
    is_token,
    keep_draft,
    opened,
)
from simulator.store.scenario_store import DEFAULT_STEM, list_scenarios
from simulator.store.sources_file import read_sources
from simulator.ui import between_runs, tabs
from simulator.words import LANGUAGES, Lang, text

_state = st.session_state


def start() -> None:
    """Open the draft named in the address, or begin one; keep the address and the language in step."""
    is_new = "token" not in _state
    if is_new:
        _state.token, _state.notice = secrets.token_hex(8), ()
        draft = _draft_of_address()  # before old ones are cleared away
        clear_old_drafts()
        _state.draft = draft or first_draft()
        _state.lang = st.query_params.get("lang") if st.query_params.get("lang") in LANGUAGES else "id"
    _stay_apart()
    if is_new and is_refused(_state.token):  # the disk may accept it by now; if not, report it here too
        keep(partial(keep_draft, _state.token, _state.draft))
    between_runs.begin()
    for name, value in address().items():
        if st.query_params.get(name) != value:
            st.query_params[name] = value


def _draft_of_address() -> Draft | None:
    """The draft named in the address, which this tab then works on; None if none can be read.

    Only a token under which something is stored is accepted, so that nobody can invent one for another
    person. A draft that cannot be read stays on disk as it is.
    """
    token = st.query_params.get("draft", "")
    if not is_token(token) or not is_kept(token):
        return None
    try:
        result = find_draft(token)
    except UserError as error:
        _state.notice = error.problems
        return None
    _state.token = token
    return result


def _stay_apart() -> None:
    """Continue with a copy if another tab works on this draft; the header says so."""
    if not tabs.claim(_state.token):
        _state.token, _state.is_of_other_tab = secrets.token_hex(8), True
        tabs.claim(_state.token)
        keep(partial(keep_draft, _state.token, _state.draft))


def first_draft() -> Draft:
    """The default scenario, or the first that can be read; raises UserError if none can."""
    entries = {entry.stem: entry for entry in list_scenarios()}
    stems = sorted((s for s, e in entries.items() if e.scenario), key=lambda s: s != DEFAULT_STEM)
    return opened(stems[0] if stems else DEFAULT_STEM)


def address() -> dict[str, str]:
    """The query parameters that lead back to this work."""
    return {"draft": _state.token, "lang": _state.lang}


def lang() -> Lang:
    """The language of the screen."""
    known: Lang = _state.lang
    return known


def say(key: str, /, **values: object) -> str:
    """A text of the catalogue in the language of the screen."""
    return text(key, lang(), **values)


def today() -> int:
    """The number of the present month; earlier months are past."""
    return month_number(f"{clock.today():%Y-%m}")


def draft() -> Draft:
    """The scenario being worked on, with its undo and redo steps."""
    known: Draft = _state.draft
    return known


def scenario() -> Scenario:
    """The scenario being worked on."""
    return draft().scenario


def put(draft: Draft) -> None:
    """Make a draft the one being worked on, and keep it on disk."""
    _state.pop("refused", None)  # refused texts belonged to the previous draft
    _state.draft = draft
    _stay_apart()
    keep(partial(keep_draft, _state.token, draft))


def keep(write: Callable[[], None]) -> None:
    """Write unsaved work to disk; if the disk refuses, work continues in memory and the screen says so."""
    try:
        write()
        _state.pop("not_kept", None)
    except UserError as error:
        _state.not_kept = error.problems


def change(changed: Scenario, hold: tuple[str, int] | None = None) -> None:
    """Replace the scenario by a changed one, as one step of undo; changing an agreed scenario makes a copy.

    With `hold` (the lever's key and its `hand.hold`), all changes made in one hold of it are one step.
    """
    before = scenario()
    put(draft().changed(changed, hold))
    if before.status == "agreed" != scenario().status:
        _state.scenario_note = (
            "info",
            [say("status.copied", parent=before.name, name=scenario().name)],
        )  # does the same as saving.note, which imports this module


def undo() -> None:
    """Undo one step."""
    put(draft().undone())


def redo() -> None:
    """Redo one step."""
    put(draft().redone())


def actuals() -> Actuals:
    """The monthly actuals of the scenario's regency; raises UserError if their log is broken."""
    return read_actuals(read_baseline_named(scenario().baseline).facts.region)


def readable_actuals(region: str | None = None) -> Actuals:
    """Like `actuals`, also for another regency; none if their log is broken (see the page of actuals)."""
    try:
        return read_actuals(region) if region else actuals()
    except UserError:
        return NOTHING_RECORDED


def programme() -> Programme:
    """The programme's dated rules."""
    return read_programme()


def projected(scenario: Scenario) -> Projection:
    """The projection of any scenario on the baseline it names."""
    return project(scenario, read_baseline_named(scenario.baseline), programme())


def projection() -> Projection:
    """The projection of the scenario being worked on, renewed if anything it depends on has changed."""
    now = scenario()
    return between_runs.made(
        "projection", now, lambda: (now, read_baseline_named(now.baseline), programme()), project
    )


def content(of: Context | Projection) -> tuple[str, ...]:
    """Everything that results of a scenario depend on, as the key under which they are cached."""
    return of.scenario.model_dump_json(), of.baseline.name, of.baseline.digest, repr(programme())


def context() -> Context:
    """The context of the screen: the present projection and what is known around it, renewed with it.

    Reusing that of the last run also keeps its results, such as its simulations.
    """
    p = projection()
    return between_runs.made(
        "context", p, lambda: (p, programme(), read_sources(), today(), readable_actuals()), Context
    )


def context_of(scenario: Scenario) -> Context:
    """The context of any scenario: its projection, and the actuals of its own regency."""
    here = context()
    there = here.of(projected(scenario))
    region = there.baseline.facts.region
    return there if region == here.baseline.facts.region else replace(there, actuals=readable_actuals(region))
