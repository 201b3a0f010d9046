"""The holds of levers and typed fields, which `hand.js` reports together with their values."""

from pathlib import Path

import streamlit as st

from simulator.ui.html import key_class

_mount = st.components.v2.component(
    "hand", js=(Path(__file__).parent / "hand.js").read_text(encoding="utf-8"), isolate_styles=False
)
_state = st.session_state
_KEY = "in_hand"


def listen() -> None:
    """Mount the listener, once a run. What it reports reaches the app in one message with the value."""
    _mount(key=_KEY, default={"holds": {}}, on_holds_change=lambda: None)


def hold(key: str) -> int | None:
    """The number of the hold that produced a widget's value, counted from 1; 0 before the first.

    None if no browser shows the page, as in a test. Key presses that follow each other within a second, with
    nothing else between them, are one hold; so are one drag and one typed text.
    """
    if st.context.locale is None:
        return None
    state = _state.get(_KEY)
    holds = state.holds if state else {}
    held = holds.get(key_class(key), 0) if isinstance(holds, dict) else 0
    return held if isinstance(held, int) else 0  # a browser may send anything


def write(key: str, value: object) -> None:
    """Set a widget's value if it has another.

    A value that the browser already has is not set again: the user may have moved on meanwhile, and the
    answer to an older value would set the lever back.
    """
    before, held, written = _state.get(key), hold(key), _state.setdefault("written", {})
    if before != value:
        known, replaced = written.get(key, (None, frozenset()))
        written[key] = (held, {before, value} | (replaced if known == held else set()))
        _state[key] = value  # last: a run can be stopped wherever it accesses the session state


def put(key: str, value: object) -> None:
    """Set a choice, a switch or a text, like `write` for widgets that are not dragged or typed into."""
    if key not in _state or _state[key] != value:
        _state[key] = value


def is_echo(key: str) -> bool:
    """Whether a widget reports a value that `write` has replaced but that the browser did not know yet."""
    held, replaced = _state.get("written", {}).get(key, (None, frozenset()))
    return held is not None and held == hold(key) and _state[key] in replaced
