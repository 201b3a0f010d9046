"""Keys pressed anywhere on the page, or sent by a presenter's remote."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

_mount = st.components.v2.component(
    "keys", js=(Path(__file__).parent / "keys.js").read_text(encoding="utf-8"), isolate_styles=False
)
_state = st.session_state
_KEY = "pressed_keys"


def listen(actions: Mapping[str, Callable[[], None]], *, later: tuple[int, str, int] | None = None) -> None:
    """Call the action of each key pressed, in order and once, before the next run of the page.

    Call it once per run, on every page that handles keys. Keys have their names in browsers, single letters
    in lower case, with "ctrl+" before them if Ctrl or Cmd is held. Inside text fields, lists, grids and
    dialogs they keep their own meaning, and so do arrows, Home and End on a slider. PageUp and PageDown, if
    handled, act anywhere outside dialogs. Escape inside a field or slider only leaves that. `later` (number,
    name, milliseconds) presses `name` once after that time; a new number starts a new wait.
    """

    def pressed() -> None:
        seen = _state.get("keys_seen", 0)
        for number, name in _presses(_state[_KEY].pressed):
            if number > seen:
                _state.keys_seen = number
                if name in actions:
                    actions[name]()

    _mount(
        key=_KEY,
        data={"known": list(actions), "seen": _state.get("keys_seen", 0), "later": later},
        default={"pressed": []},
        on_pressed_change=pressed,
    )


def _presses(state: Any) -> Iterator[tuple[int, str]]:
    """Number and name of each press; anything else that a browser may send is ignored."""
    for press in state if isinstance(state, list) else ():
        number, name = (press.get("id"), press.get("key")) if isinstance(press, dict) else (None, None)
        if type(number) is int and isinstance(name, str):
            yield number, name
