"""Skenario: the work's name and texts, the saved files with their actions, and the trash."""

import html
from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from simulator.errors import UserError
from simulator.model.scenario import changed_settings
from simulator.report.charts.theme import ERROR, GRID, MUTED
from simulator.report.context import Context
from simulator.report.sentences.scenarios import saved_sentence, setting_differences, target_result
from simulator.store import scenario_store as store
from simulator.store import trash
from simulator.store.draft import Draft
from simulator.store.history import LONGEST_NOTE
from simulator.store.scenario_file import read_scenario
from simulator.store.scenario_store import Entry
from simulator.ui import filing, hand, listing, saving, session
from simulator.ui.foreign import as_text
from simulator.ui.pages import decision_log, returned
from simulator.ui.pages.scenario_rows import draw_row, name_of, row_button
from simulator.ui.problems import problem_lines
from simulator.ui.session import say
from simulator.ui.tables import draw_lines, draw_message, draw_title, fold
from simulator.ui.uploads import file_field
from simulator.words.sentence import sentence

MOST_ROWS = 50  # files drawn at once: a thousand took four seconds a run
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
    """Draw the page."""
    st.html(CSS)
    entries = listing.entries()
    contexts = {e.stem: session.context_of(e.scenario) for e in entries if e.scenario}
    draw_title(saved_sentence(list(contexts.values()), session.lang()), key="scenarios-title")
    parent = session.scenario().parent
    _work(next((c for c in contexts.values() if c.scenario.name == parent), None))
    st.header(say("scenarios.files"))
    for entry in _looked_for(entries):
        draw_row(entry, contexts.get(entry.stem))
    _upload()
    fold(say("merge.fold"), returned.show, key="merge")
    if discarded := trash.list_trash():
        title = say("scenarios.trash", count=len(discarded))
        fold(title, lambda: _trash(discarded), key="trash")


def _looked_for(entries: list[Entry]) -> list[Entry]:
    """The files to draw: all, or of more than MOST_ROWS the open one and those matching the search."""
    if len(entries) <= MOST_ROWS:
        return entries
    words = st.text_input(say("scenarios.look_for"), key="scenarios_look_for", persist_state="session")
    wanted, open_stem = words.strip().casefold(), session.draft().own_stem
    matching = [e for e in entries if wanted in name_of(e).casefold()]
    matching.sort(key=lambda entry: entry.stem != open_stem)
    st.caption(say("scenarios.some_rows", shown=min(MOST_ROWS, len(matching)), count=len(entries)))
    return matching[:MOST_ROWS]


def _work(parent: Context | None) -> None:
    """Name, author and description of the work, and the two ways to save it.

    Its origin, and how it now differs from that, are shown separately from the author's text.
    """
    draft = session.draft()
    st.header(say("scenarios.work"))
    left, right = st.columns([2, 3], gap="large")
    locked = draft.scenario.status == "agreed"
    with left:
        if locked:
            st.html(f"<strong>{html.escape(draft.scenario.name)}</strong>")
            if draft.scenario.author:
                st.caption(f"{say('scenarios.author')}: {as_text(draft.scenario.author)}")
        else:
            _words_field("name", st.text_input, 120)
            _words_field("author", st.text_input, 120)
    with right:
        if locked:
            st.markdown(as_text(draft.scenario.description))
        else:
            _words_field("description", st.text_area, 4000, height=132)
        _made_from(draft, parent)
    decision_log.status_line()
    decision_log.show()
    with st.container(horizontal=True, vertical_alignment="bottom", key="save_row"):
        if not locked:
            if _state.pop("note_used", False):
                _state.version_note = ""
            st.text_input(
                say("history.note"),
                key="version_note",
                max_chars=LONGEST_NOTE,
                width=420,
                persist_state="session",
            )
        if st.button(say("scenarios.save"), type="primary", disabled=not draft.unsaved, key="save_work"):
            saving.save_current()
        if st.button(say("scenarios.save_as"), key="save_work_as"):
            saving.ask_for_name()
    if draft.own_stem is None:
        st.caption(say("scenarios.no_file"))
    else:
        unsaved = f" {say('scenarios.unsaved')}" if draft.unsaved else ""
        st.caption(as_text(say("scenarios.in_file", stem=draft.own_stem) + unsaved))


def _made_from(draft: Draft, parent: Context | None) -> None:
    """Notes about the description, and about the origin of the work."""
    if _describes_another(draft, parent):
        st.caption(say("scenarios.description_of_before"))
    if parent:
        _from_parent(parent)


def _describes_another(draft: Draft, parent: Context | None) -> bool:
    """Whether the description was written for other settings: the saved ones, or those of its origin."""
    now = draft.scenario
    others = [draft.saved, *([parent.scenario] if parent else [])]
    same = [other for other in others if other.description and other.description == now.description]
    return any(any(changed_settings(other, now)) for other in same)


def _from_parent(parent: Context) -> None:
    lines = setting_differences(parent, session.context(), session.lang())
    key = "scenarios.from_parent" if lines else "scenarios.like_parent"
    st.caption(as_text(say(key, name=parent.scenario.name)))
    if lines:
        draw_lines(lines, key="from-parent")


def _words_field(field: str, widget: Callable[..., Any], longest: int, **options: Any) -> None:
    """A text of the scenario as a field; typing changes the scenario, a name only if it is valid."""
    key = f"work_{field}"
    refused = _state.pop(f"refused_{field}", None)
    hand.put(key, getattr(session.scenario(), field))

    def typed() -> None:
        words = _state[key].strip()
        refusal = listing.name_refusal(words, besides=session.draft().own_stem) if field == "name" else None
        if refusal:
            _state[f"refused_{field}"] = refusal
        else:
            session.change(session.scenario().model_copy(update={field: words}))

    widget(say(f"scenarios.{field}"), _state[key], key=key, max_chars=longest, on_change=typed, **options)
    if refused:
        st.warning(as_text(refused))


def _upload() -> None:
    """Upload of a file: read completely or refused with every problem, and added under a free name."""
    lang, turn = session.lang(), _state.setdefault("upload_turn", 0)
    file = file_field(say("scenarios.upload"), types=["json"], key=f"upload_{turn}")
    if file is None:
        return
    try:
        scenario = read_scenario(file.content, file.name)
    except UserError as error:
        broken = say("scenarios.upload_broken", file=file.name, count=len(error.problems))
        st.error(as_text(broken))
        st.markdown("\n".join(f"- {as_text(line)}" for line in problem_lines(error.problems)))
        return
    result = target_result(session.context_of(scenario), lang)
    read = sentence("scenarios.upload_read", lang, file=file.name, result=result)
    draw_message([read], kind="success", key="upload-read")
    if taken := listing.name_refusal(scenario.name):
        st.warning(as_text(taken))
    free = store.free_name(scenario.name, listing.names())
    if name := listing.ask_name(free, say("scenarios.upload_add"), key=f"upload_{turn}_as"):
        _state.upload_turn += 1  # an empty field for the next file
        saving.do(partial(filing.add, scenario, name), "scenarios.added")


def _trash(discarded: list[Entry]) -> None:
    """The deleted files, latest first."""
    for entry in discarded:
        name = entry.scenario.name if entry.scenario else entry.stem
        row = st.container(key=f"row-trash-{entry.stem}")
        words, button = row.columns([3, 1], vertical_alignment="center")
        words.html(f'<div class="scenario"><strong>{html.escape(name)}</strong></div>')
        with button.container(horizontal=True, horizontal_alignment="right"):
            if row_button("restore", entry.stem, name):
                saving.do(partial(filing.restore, entry), "scenarios.restored", name=name)
