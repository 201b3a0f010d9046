"""Skenario: the work's name and words, the saved files and what can be done with each, and the trash."""

import html
from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from simulator.errors import UserError
from simulator.model.scenario import Scenario
from simulator.report.charts.theme import ERROR, GRID, MUTED
from simulator.report.context import Context
from simulator.report.sentences.scenarios import saved_sentence, target_result
from simulator.store import scenario_store as store
from simulator.store.baseline_files import read_baseline_named
from simulator.store.history import LONGEST_NOTE
from simulator.store.scenario_file import read_scenario, scenario_bytes
from simulator.store.scenario_store import Entry
from simulator.ui import filing, origin, saving, session
from simulator.ui.html import Html
from simulator.ui.pages import decision_log, scenario_history
from simulator.ui.session import say
from simulator.ui.tables import draw_message, draw_title
from simulator.ui.uploads import file_field
from simulator.words.decisions import status_name
from simulator.words.errors import problem_text
from simulator.words.numbers import moment
from simulator.words.sentence import sentence

PROBLEMS_SHOWN = 3
_state = st.session_state
CSS = f"""<style>
.scenario {{ display: grid; grid-template-columns: 5fr 3fr; gap: .1rem 2rem; }}
.scenario {{ font-size: .875rem; line-height: 1.45; }}
.scenario p {{ margin: 0; font-size: .875rem; }}
.scenario strong {{ font-size: 1rem; }}
.scenario span, .scenario li {{ color: {MUTED}; font-size: .875rem; }}
.scenario .broken {{ color: {ERROR}; }}
.scenario ul {{ margin: 0; padding-left: 1.1rem; overflow-wrap: anywhere; }}
[class*=st-key-row-] {{ border-top: 1px solid {GRID}; padding-top: .6rem; }}
@media (max-width: 900px) {{ .scenario {{ grid-template-columns: 1fr; }} }}
</style>"""


def show() -> None:
    """Draws the page."""
    st.html(CSS)
    entries = saving.entries()
    here = session.context()
    contexts = {e.stem: here.of(session.projected(e.scenario)) for e in entries if e.scenario}
    draw_title(saved_sentence(list(contexts.values()), session.lang()), key="scenarios-title")
    _work()
    st.header(say("scenarios.files"))
    for entry in entries:
        _row(entry, contexts.get(entry.stem))
    _upload()
    _trash()


def _work() -> None:
    """Name, author and description of the work, and its two ways of being saved."""
    draft = session.draft()
    st.header(say("scenarios.work"))
    left, right = st.columns([2, 3], gap="large")
    locked = draft.scenario.status == "agreed"
    with left:
        if locked:
            st.html(f"<strong>{html.escape(draft.scenario.name)}</strong>")
            if draft.scenario.author:
                st.caption(f"{say('scenarios.author')}: {saving.escaped(draft.scenario.author)}")
        else:
            _words_field("name", st.text_input, 120)
            _words_field("author", st.text_input, 120)
    with right:
        if locked:
            st.markdown(saving.escaped(draft.scenario.description))
        else:
            _words_field("description", st.text_area, 4000, height=132)
    decision_log.status_line()
    decision_log.show()
    with st.container(horizontal=True, vertical_alignment="bottom", key="save_row"):
        if not locked:
            _note_field()
        if st.button(say("scenarios.save"), type="primary", disabled=not draft.unsaved, key="save_work"):
            saving.save_current()
        if st.button(say("scenarios.save_as"), key="save_work_as"):
            saving.ask_for_name()
    place = (
        say("scenarios.no_file") if draft.own_stem is None else say("scenarios.in_file", stem=draft.own_stem)
    )
    st.caption(
        f"{place} {say('scenarios.unsaved')}" if draft.unsaved and draft.own_stem is not None else place
    )


def _note_field() -> None:
    """What the next version in the history will be noted with; emptied once it has been."""
    if _state.pop("note_used", False):
        _state.version_note = ""
    st.text_input(say("history.note"), key="version_note", max_chars=LONGEST_NOTE, width=420)


def _words_field(field: str, widget: Callable[..., Any], longest: int, **options: Any) -> None:
    """A text of the scenario as a field; what is typed changes the scenario, a name where it can be one."""
    key = f"work_{field}"
    refused = _state.pop(f"refused_{field}", None)
    _state[key] = getattr(session.scenario(), field)

    def typed() -> None:
        words = _state[key].strip()
        refusal = saving.name_refusal(words, besides=session.draft().own_stem) if field == "name" else None
        if refusal:
            _state[f"refused_{field}"] = refusal
        else:
            session.change(session.scenario().model_copy(update={field: words}))

    widget(say(f"scenarios.{field}"), key=key, max_chars=longest, on_change=typed, **options)
    if refused:
        st.warning(saving.escaped(refused))


def _row(entry: Entry, c: Context | None) -> None:
    """One file of the list: what it is, what becomes of its target, and its two buttons."""
    name = entry.scenario.name if entry.scenario else f"{entry.stem}.json"
    words, buttons = st.container(key=f"row-{entry.stem}").columns([3, 1], vertical_alignment="center")
    page = Html(session.lang())
    with words:
        origin.draw_numbers(_entry_html(entry, name, c, page), page, key=f"words-{entry.stem}")
    with buttons.container(horizontal=True, horizontal_alignment="right", gap="small"):
        if entry.scenario and st.button(
            say("scenarios.open"),
            key=f"open-{entry.stem}",
            help=say("scenarios.open_which", name=saving.escaped(name)),
        ):
            saving.open_scenario(entry)
        if st.button(
            say("scenarios.manage"),
            key=f"manage-{entry.stem}",
            help=say("scenarios.manage_which", name=saving.escaped(name)),
        ):
            scenario_history.begin()
            st.dialog(saving.escaped(name), width="large")(_manage)(entry)


def _entry_html(entry: Entry, name: str, c: Context | None, page: Html) -> str:
    lang = page.lang
    is_open = f" · {say('scenarios.is_open')}" if entry.stem == session.draft().own_stem else ""
    modified = say("scenarios.modified", when=moment(entry.modified, lang))
    status = f" · {status_name(entry.scenario.status, lang)}" if entry.scenario else ""
    data = read_baseline_named(entry.scenario.baseline).facts.title[lang] if entry.scenario else ""
    state = (
        f"<p>{page.sentence(target_result(c, lang))}</p>"
        if c
        else f'<p class="broken">{say("scenarios.broken")}</p>{_problem_list(entry)}'
    )
    head = f"<strong>{html.escape(name)}</strong><span>{status}{is_open}</span>"
    return (
        f'<div class="scenario"><div>{head}{state}</div>'
        f"<div><p><span>{html.escape(data)}</span></p><p><span>{modified}</span></p></div></div>"
    )


def _problem_list(entry: Entry) -> str:
    """The first problems of a broken file, and how many more there are."""
    lines = [problem_text(p, session.lang()) for p in entry.problems[:PROBLEMS_SHOWN]]
    if len(entry.problems) > PROBLEMS_SHOWN:
        lines.append(say("scenarios.more_problems", count=len(entry.problems) - PROBLEMS_SHOWN))
    return "<ul>" + "".join(f"<li>{html.escape(line)}</li>" for line in lines) + "</ul>"


def _manage(entry: Entry) -> None:
    """The dialog of one file: rename, copy, download, delete, earlier versions; all its problems."""
    if origin.is_pressed():  # a number of a version: its explanation takes the place of this dialog
        st.rerun()
    agreed = entry.scenario is not None and entry.scenario.status == "agreed"
    for problem in entry.problems:
        st.markdown(f"- {saving.escaped(problem_text(problem, session.lang()))}")
    if entry.scenario:
        st.markdown(saving.escaped(entry.scenario.description))
        if agreed:
            st.caption(say("scenarios.rename_agreed"))
        elif name := saving.ask_name(
            entry.scenario.name, say("scenarios.rename"), key="rename", besides=entry.stem
        ):
            _do(lambda: _rename(entry, name))
        with st.container(horizontal=True):
            if st.button(say("scenarios.duplicate"), key="duplicate"):
                _do(lambda: _duplicate(entry))
            st.download_button(
                say("scenarios.download"),
                scenario_bytes(entry.scenario),
                f"{entry.stem}.json",
                "application/json",
                on_click="ignore",
                key="download",
            )
    sure = not agreed or st.checkbox(say("scenarios.delete_agreed"), key="delete_agreed")
    if st.button(say("scenarios.delete"), help=say("scenarios.delete_help"), key="delete", disabled=not sure):
        _do(lambda: _delete(entry))
    scenario_history.show(entry)


def _do(action: Callable[[], None]) -> None:
    """Does something to a file, keeps what there is to say, and closes the dialog."""
    try:
        action()
    except UserError as error:
        saving.note_problems(error.problems)
    st.rerun()


def _rename(entry: Entry, name: str) -> None:
    filing.rename(entry, name)
    saving.note([say("scenarios.renamed", name=name)])


def _duplicate(entry: Entry) -> None:
    saving.note([say("scenarios.copied", name=filing.duplicate(entry).name)])


def _delete(entry: Entry) -> None:
    filing.delete(entry)
    saving.note(
        [say("scenarios.deleted", name=entry.scenario.name if entry.scenario else f"{entry.stem}.json")]
    )


def _upload() -> None:
    """A file from elsewhere: read whole or refused with every problem, and added under a free name."""
    lang = session.lang()
    turn = _state.setdefault("upload_turn", 0)
    file = file_field(say("scenarios.upload"), types=["json"], key=f"upload_{turn}")
    if file is None:
        return
    try:
        scenario = read_scenario(file.getvalue(), file.name)
    except UserError as error:
        st.error(saving.escaped(say("scenarios.upload_broken", file=file.name, count=len(error.problems))))
        st.markdown("\n".join(f"- {saving.escaped(problem_text(p, lang))}" for p in error.problems))
        return
    result = target_result(session.context().of(session.projected(scenario)), lang)
    read = sentence("scenarios.upload_read", lang, file=file.name, result=result)
    draw_message([read], kind="success", key="upload-read")
    taken = saving.name_refusal(scenario.name)
    if taken:
        st.warning(saving.escaped(taken))
    name = saving.ask_name(
        store.free_name(scenario.name, saving.names()), say("scenarios.upload_add"), key=f"upload_{turn}_as"
    )
    if name:
        _state.upload_turn += 1  # an empty field for the next file
        _do(lambda: _add(scenario, name))


def _add(scenario: Scenario, name: str) -> None:
    saving.note([say("scenarios.added", name=filing.add(scenario, name).name)])


def _trash() -> None:
    """What was deleted, latest first, listed while open."""
    discarded = store.list_trash()
    if not discarded:
        return
    with st.expander(say("scenarios.trash", count=len(discarded)), key="trash", on_change="rerun") as trash:
        if not trash.open:
            return
        for entry in discarded:
            name = entry.scenario.name if entry.scenario else entry.stem
            words, button = st.container(key=f"row-trash-{entry.stem}").columns(
                [3, 1], vertical_alignment="center"
            )
            words.html(f'<div class="scenario"><strong>{html.escape(name)}</strong></div>')
            with button.container(horizontal=True, horizontal_alignment="right"):
                if st.button(
                    say("scenarios.restore"),
                    key=f"restore-{entry.stem}",
                    help=say("scenarios.restore_which", name=saving.escaped(name)),
                ):
                    _do(partial(_restore, entry, name))


def _restore(entry: Entry, name: str) -> None:
    filing.restore(entry)
    saving.note([say("scenarios.restored", name=name)])
