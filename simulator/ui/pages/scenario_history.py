"""In the dialog of a scenario file: its versions, how one differs, and comparing or restoring it."""

import html
from functools import partial

import streamlit as st

from simulator.errors import UserError
from simulator.model.scenario import Scenario
from simulator.report.sentences.scenarios import differences, target_result
from simulator.store import scenario_store as store
from simulator.store.history import MOST_VERSIONS, Version
from simulator.store.scenario_store import Entry
from simulator.ui import filing, saving, session
from simulator.ui.foreign import as_text
from simulator.ui.html import Html
from simulator.ui.problems import problem_lines
from simulator.ui.session import say
from simulator.ui.tables import draw, draw_lines, fold
from simulator.words.decisions import status_name
from simulator.words.numbers import moment

SHOWN_AT_ONCE = 10
_state = st.session_state


def begin() -> None:
    """Show the latest versions first, none of them open; call this when the dialog is opened."""
    _state.history_shown, _state.version_seen = SHOWN_AT_ONCE, None


def show(entry: Entry) -> None:
    """The versions of a file, latest first, drawn only while their section is open."""
    try:
        versions = store.versions(entry.stem)
    except UserError as error:  # a path that leaves the folder
        st.warning(as_text(problem_lines(error.problems)[0]))
        return
    if not versions:
        st.caption(say("history.none"))
        return
    title = say("history.title", count=len(versions))
    fold(title, lambda: _versions(entry, versions), key="history")


def _versions(entry: Entry, versions: list[Version]) -> None:
    shown, current = _state.history_shown, next((i for i, v in enumerate(versions) if v.is_file), 0)
    for i, version in enumerate(versions[:shown]):
        _row(entry, version, i < current)
    if len(versions) > shown and st.button(say("history.more"), key="history_more"):
        _state.history_shown += SHOWN_AT_ONCE
        st.rerun(scope="fragment")
    st.caption(say("history.kept", most=MOST_VERSIONS))


def _row(entry: Entry, version: Version, ahead: bool) -> None:
    """One version; if `ahead`, it is later than the file because its saving was interrupted."""
    row = st.container(key=f"row-version-{version.name}")
    words, button = row.columns([4, 1], vertical_alignment="center")
    with words:
        draw(
            lambda page: _version_html(version, ahead, entry.scenario, page),
            key=f"words-version-{version.name}",
        )
    if version.scenario is None or version.is_file:
        return
    is_seen = _state.version_seen == version.name
    with button.container(horizontal=True, horizontal_alignment="right"):
        st.button(
            say("history.view"),
            key=f"view-{version.name}",
            help=say("history.view_which", when=_when(version)),
            on_click=_state.update,
            kwargs={"version_seen": None if is_seen else version.name},
        )
    if is_seen:
        _details(entry, version, version.scenario)


def _version_html(version: Version, ahead: bool, present: Scenario | None, page: Html) -> str:
    """Its time, author, note, name if that differs, and target."""
    lang, scenario = session.lang(), version.scenario
    if scenario is None:
        problem = html.escape(problem_lines(version.problems)[0])
        unreadable = html.escape(say("history.unreadable", name=version.name))
        return f'<div class="scenario"><div><p>{unreadable}</p><p class="broken">{problem}</p></div></div>'
    place = say("history.is_file") if version.is_file else say("history.ahead") if ahead else ""
    place = f" · {place}" if place else ""
    if version.by:
        place = f" · {html.escape(say('history.saved_by', who=version.by))}{place}"
    note = f"<p>{html.escape(version.note)}</p>" if version.note else ""
    if present is None or scenario.name != present.name:
        note = f"<p>{html.escape(say('history.named', name=scenario.name))}</p>{note}"
    author = html.escape(scenario.author or say("history.no_author"))
    result = page.sentence(target_result(session.context_of(scenario), lang))
    head = f"<p><b>{_when(version)}</b> <span>· {author}{place}</span></p>"
    return (
        f'<div class="scenario"><div>{head}{note}</div>'
        f"<div><p>{status_name(scenario.status, lang)}</p><p><span>{result}</span></p></div></div>"
    )


def _when(version: Version) -> str:
    return moment(version.saved_at, session.lang())


def _details(entry: Entry, version: Version, scenario: Scenario) -> None:
    """The differences from the present file, and what can be done with the version."""
    if entry.scenario:
        here = session.context()
        then, now = (here.of(session.projected(of)) for of in (scenario, entry.scenario))
        st.markdown(say("history.differs"))
        draw_lines(differences(then, now, session.lang()), key="version_differences")
    with st.container(horizontal=True, vertical_alignment="center"):
        if entry.scenario and st.button(say("history.compare"), key="version_compare"):
            _compare(entry, version, scenario)
        if entry.scenario and entry.scenario.status == "agreed":
            st.caption(say("history.locked"), width="content")
        elif st.button(say("history.restore"), key="version_restore", help=say("history.restore_help")):
            restore = partial(filing.restore_version, entry, version)
            saving.do(restore, "history.restored", when=_when(version))


def _compare(entry: Entry, version: Version, scenario: Scenario) -> None:
    """Open the page of comparison with the version beside the present file, under a name of its own."""
    key = f"{entry.stem}/{version.name}"
    name = say("history.version_name", name=scenario.name, when=_when(version))
    named = scenario.model_copy(update={"name": name})
    _state.compared_versions = _state.get("compared_versions", {}) | {key: named}
    _state.compared, _state.compared_with = [entry.stem, key], entry.stem
    _state.page_wanted = "compare"
    st.rerun()
