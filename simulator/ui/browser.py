"""What the app does in the browser beside its elements (the scripts of `_FILES`), and scrolling to a place.

These are the page's language, the count of runs, corrections for screen readers, room for the navigation, the
reaction to a lost and restored connection, presses that wait for the value before them, and the focus of a
button that disappears.
"""

from pathlib import Path

import streamlit as st

from simulator.words import Lang, text

_NAMES = {
    "Skip to main content": "skip",
    "Upload": "upload",
    "No results": "no_match",
    "Sidebar": "sidebar",
    "Collapse sidebar": "collapse_sidebar",
    "Expand sidebar": "expand_sidebar",
    "App pages": "pages",
    "Main menu": "menu",
    "Running...": "running",
    "Stop script": "stop",
    "Open": "open",
    "Close": "close",
    "Dismiss": "close",
    "Clear all": "clear",
    "Clear value": "clear",
    "Selected values": "selected",
    "Link to heading": "heading_link",
    "file upload": "upload",
    "Notifications": "notifications",
    "Choose an option": "choose",
    "Choose options": "choose",
    "Help for ": "help",
    "Remove ": "remove",
}
"""Streamlit's own English names of its parts (or their beginnings), and the keys of our texts."""

_DIALOGS = {"Connection error": "lost", "Page not found": "no_page"}
"""The titles of Streamlit's dialogs, and the keys of our texts."""

_FILES = ("browser.js", "presses.js", "focus.js")
_JS = "\n".join((Path(__file__).parent / name).read_text(encoding="utf-8") for name in _FILES)
_mount = st.components.v2.component("run", js=_JS, isolate_styles=False)

_SCROLL_JS = """
let last;

export default function ({ data, parentElement }) {
  parentElement.closest("[data-testid=stElementContainer]").style.display = "none";
  if (last !== undefined && data.turn !== last) { // not when the page is opened
    const place = document.querySelector(`.st-key-${data.key}`);
    place.style.scrollMarginTop = "4.5rem"; // below the bar at the top
    requestAnimationFrame(() => place.scrollIntoView());
  }
  last = data.turn;
}
"""
_mount_scroll = st.components.v2.component("scroll", js=_SCROLL_JS, isolate_styles=False)


def scroll_to(key: str, turn: int) -> None:
    """Scroll the container with this key into view if `turn` differs from its value in the previous run.

    Call it in every run of its page.
    """
    _mount_scroll(key=f"scroll_{key}", data={"key": key, "turn": turn})


def finish_run(lang: Lang) -> None:
    """Set `<html lang>` and count this session's runs in `<html data-run>`; visit.main calls it last.

    Tests and benchmarks wait for the count to change: everything before it has reached the browser then.
    """
    run = st.session_state["_run"] = st.session_state.get("_run", 0) + 1
    names = {theirs: text(f"browser.{key}", lang) for theirs, key in _NAMES.items()}
    dialogs = {
        theirs: {"title": text(f"browser.{key}", lang), "what": text(f"browser.{key}_what", lang)}
        for theirs, key in _DIALOGS.items()
    }
    _mount(
        key="finish_run",
        data={"lang": lang, "run": run, "names": names, "dialogs": dialogs},
        default={"connected": 0},
        on_connected_change=lambda: None,
    )
