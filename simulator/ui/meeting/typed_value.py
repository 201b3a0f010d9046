"""A lever picked by its number, and the value typed after it."""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from simulator.model.scenario import LEVERS
from simulator.ui import controls

LEVER_KEYS = {str(number): path for number, path in enumerate(list(LEVERS)[:9], 1)}
"""The lever of each digit key; further levers are reached by the buttons beside the lever."""
_state = st.session_state


def first(actions: Mapping[str, Callable[[], None]]) -> dict[str, Callable[[], None]]:
    """The actions of all keys; while a lever is picked, digits and marks form its value, Enter applies it.

    Escape drops the picked lever; any other key drops it too, before its own action.
    """
    own = {
        **dict.fromkeys((*"0123456789", ",", "."), _type),
        "Enter": _enter,
        "Backspace": _back,
        "Escape": _let_go,
    }

    def pressed(key: str) -> None:
        picked = is_picked()
        if picked and key in own:
            own[key](key)
            return
        _state.meeting_typed = None
        if key in LEVER_KEYS:
            _state.update(meeting_lever=LEVER_KEYS[key], meeting_typed="")
        elif key in actions:
            actions[key]()

    return {key: partial(pressed, key) for key in (*own, *actions)}


def is_picked() -> bool:
    """Whether the digits typed next are the value of the current lever."""
    return _state.get("meeting_typed") is not None


def _type(key: str) -> None:
    _state.meeting_typed += key


def _back(_: str) -> None:
    _state.meeting_typed = _state.meeting_typed[:-1]


def _enter(_: str) -> None:
    if _state.meeting_typed:
        controls.take_typed(_state.meeting_lever, _state.meeting_typed)
    _state.meeting_typed = None


def _let_go(_: str) -> None:
    _state.meeting_typed = None
