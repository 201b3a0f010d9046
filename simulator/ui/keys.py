"""Keys pressed anywhere on the page, as a presenter's remote sends them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import streamlit as st

_mount = st.components.v2.component(
    "keys", js=(Path(__file__).parent / "keys.js").read_text(encoding="utf-8"), isolate_styles=False
)
_state = st.session_state
_KEY = "pressed_keys"


def listen(actions: Mapping[str, Callable[[], None]], *, later: tuple[int, str, int] | None = None) -> None:
    """Call the action of each key pressed, in order and once, before the next run of the page.

    To be called once a run, on every page whose keys count. Keys are named as browsers name them, single
    letters small, with "ctrl+" before them where Ctrl or Cmd is held. Inside text fields, lists, grids and
    dialogs they keep their own meaning, and so do arrows, Home and End on a slider. PageUp and PageDown act
    anywhere outside dialogs where they are named. Escape inside a field or slider leaves only that. `later`
    (number, name, milliseconds) presses `name` once after that time; another number is another time.
    """

    def pressed() -> None:
        seen = _state.get("keys_seen", 0)
        for press in _state[_KEY].pressed:
            if press["id"] > seen:
                _state.keys_seen = press["id"]
                if press["key"] in actions:
                    actions[press["key"]]()

    _mount(
        key=_KEY,
        data={"known": list(actions), "seen": _state.get("keys_seen", 0), "later": later},
        default={"pressed": []},
        on_pressed_change=pressed,
    )
