"""What one browser tab is working on: its draft, language, data and projection."""

import secrets
from datetime import date

import streamlit as st

from simulator.errors import UserError
from simulator.files.baseline_files import BASELINES, DATA, read_baseline_named, read_programme
from simulator.files.draft_store import Draft, find_draft, is_token, keep_draft, opened
from simulator.files.scenario_store import DEFAULT_STEM
from simulator.model.baseline import Baseline
from simulator.model.months import month_number
from simulator.model.programme import Programme
from simulator.model.projection import Projection, project
from simulator.model.scenario import Scenario
from simulator.report.wording import LANGUAGES, Lang, text

_state = st.session_state


def start() -> None:
    """Takes up the draft named in the address, or begins one with the default scenario; keeps address and language in step."""
    if "token" not in _state:
        _state.token, _state.notice = secrets.token_hex(8), ()
        asked = st.query_params.get("draft")
        found = None
        if is_token(asked):
            _state.token = asked
            try:
                found = find_draft(asked)
                baseline_named(found.scenario.baseline) if found else None
            except UserError as error:
                found, _state.notice = None, error.problems
        _state.draft = found or opened(DEFAULT_STEM)
        _state.lang = st.query_params.get("lang") if st.query_params.get("lang") in LANGUAGES else "id"
    for name, value in address().items():
        if st.query_params.get(name) != value:
            st.query_params[name] = value


def address() -> dict[str, str]:
    """The query parameters that bring this work back."""
    return {"draft": _state.token, "lang": _state.lang}


def lang() -> Lang:
    """The language of the screen."""
    return _state.lang


def say(key: str, /, **values) -> str:
    """A sentence in the language of the screen."""
    return text(key, lang(), **values)


def today() -> int:
    """The month number of now: what a projection calls past. The one place that reads the clock for a screen."""
    return month_number(f"{date.today():%Y-%m}")


def draft() -> Draft:
    """The scenario being worked on, with its way back and forth."""
    return _state.draft


def scenario() -> Scenario:
    """The scenario being worked on."""
    return _state.draft.scenario


def put(draft: Draft) -> None:
    """Makes a draft the one being worked on, and keeps it on disk."""
    _state.draft = draft
    keep_draft(_state.token, draft)


def change(changed: Scenario) -> None:
    """Takes a changed scenario over; one step of undo."""
    put(_state.draft.changed(changed))


def baseline_named(name: str) -> Baseline:
    """A baseline, read again only when its files changed; raises UserError."""
    folder = BASELINES / name
    stamp = tuple(path.stat().st_mtime_ns for path in (folder / "units.csv", folder / "baseline.json") if path.exists())
    return _baseline(name, stamp)


@st.cache_resource(max_entries=16, show_spinner=False)
def _baseline(name: str, stamp: tuple[int, ...]) -> Baseline:
    return read_baseline_named(name)


def programme() -> Programme:
    """The programme's dated rules."""
    return _programme((DATA / "programme.json").stat().st_mtime_ns)


@st.cache_resource(max_entries=2, show_spinner=False)
def _programme(stamp: int) -> Programme:
    return read_programme()


def projected(scenario: Scenario) -> Projection:
    """The projection of any scenario on the baseline it names."""
    return project(scenario, baseline_named(scenario.baseline), programme())


def projection() -> Projection:
    """The projection of the scenario being worked on, made once for it."""
    key = (_state.draft.scenario, baseline_named(scenario().baseline))
    made_for, made = _state.get("projection", (None, None))
    if made_for is None or made_for[0] is not key[0] or made_for[1] is not key[1]:
        made = projected(scenario())
        _state.projection = (key, made)
    return made
