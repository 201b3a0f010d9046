"""The lines above every page: navigation, language, scenario, unsaved mark, undo and redo, data set."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from simulator.handouts.stamp import any_made_up
from simulator.report.context import Context
from simulator.store.places import slug
from simulator.store.scenario_file import scenario_bytes
from simulator.ui import entrance, saving, session
from simulator.ui.foreign import as_text
from simulator.ui.problems import not_kept, problem_lines
from simulator.ui.session import say
from simulator.words import LANGUAGES
from simulator.words.decisions import status_name


def show(pages: Mapping[str, Any]) -> None:
    """Draw navigation and header; `pages` are objects of `st.Page`, by name."""
    draft, facts, lang = session.draft(), session.projection().baseline.facts, session.lang()
    st.session_state.language = lang
    with st.container(horizontal=True, vertical_alignment="center", key="nav"):
        for page in pages.values():
            st.page_link(page, query_params=session.address())
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        name = escape(draft.scenario.name)
        saved = f"● {say('header.unsaved')}" if draft.unsaved else say("header.saved")
        status = f"{status_name(draft.scenario.status, lang)} · {saved}"
        st.html(f'<div class="work"><strong title="{name}">{name}</strong><span>{status}</span></div>')
        save = icon_button("save", say("header.save"), "save", able=draft.unsaved)
        icon_button("undo", say("header.undo"), "undo", session.undo, able=bool(draft.undo))
        icon_button("redo", say("header.redo"), "redo", session.redo, able=bool(draft.redo))
        st.button(
            say("header.reset"),
            key="reset_all",
            type="tertiary",
            help=say("header.reset_help"),
            disabled=draft.scenario == draft.saved,
            on_click=lambda: session.change(draft.saved),
        )
        st.caption(as_text(facts.title[lang]), width="content")
        st.segmented_control(
            say("app.language"),
            LANGUAGES,
            key="language",
            required=True,
            format_func=str.upper,
            label_visibility="collapsed",
            on_change=_switch_language,
        )
    entrance.show_person(lang)
    if save:
        saving.save_current()
    with st.container(key="notes"):  # temporary messages, so that they do not shift the page below
        saving.show_note()
        if facts.fictitious:
            watermark()
            st.caption(f"**{say('header.fictitious')}** · {say('header.fictitious_long')}")
        _not_kept()
        if st.session_state.get("is_of_other_tab"):
            st.info(say("header.other_tab"))
        for line in problem_lines(st.session_state.get("notice", ())):
            st.warning(as_text(f"{say('header.notice')} {line}"))


def _not_kept() -> None:
    """Warn that unsaved work is not on disk, and offer it as a file."""
    if lines := not_kept():
        st.error(as_text(" ".join(lines)))
        scenario, name = session.scenario(), f"{slug(session.scenario().name, 'skenario')}.json"
        label, mime = say("header.download_work"), "application/json"
        content = scenario_bytes(scenario)
        st.download_button(label, content, name, mime, on_click="ignore", key="download_work")


def icon_button(
    key: str, words: str, icon: str, on_click: Callable[[], Any] | None = None, *, able: bool = True
) -> bool:
    """A frameless button with an icon before its text; returns whether it was pressed."""
    icon = f":material/{icon}:"
    return st.button(words, key=key, type="tertiary", icon=icon, on_click=on_click, disabled=not able)


def watermark_of(contexts: Sequence[Context]) -> None:
    """Mark the page if one of these scenarios has invented figures; the open one is marked already."""
    if any_made_up(contexts) and not session.projection().baseline.facts.fictitious:
        watermark()


def watermark() -> None:
    """Mark the page as showing invented figures."""
    st.html(f'<div class="fictitious" aria-hidden="true" data-word="{say("header.fictitious")}"></div>')


def _switch_language() -> None:
    """Switch the language; lists get their choice again, because the browser knows options by text only."""
    state = st.session_state
    state.lang = state.language or session.lang()
    for key, value in list(state.items()):
        if isinstance(value, (str, list)) or type(value) is int:
            state[key] = value
