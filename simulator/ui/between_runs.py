"""What one run of a page has worked out, for the next to take over where it stands on the same."""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import streamlit as st

Made = TypeVar("Made")
_state = st.session_state


class _Kept(NamedTuple):
    of: object
    parts: tuple[Any, ...]
    made: Any


def begin() -> None:
    """A run begins: what anything stands on may have changed on disk since the last one.

    Where the last run ended before it asked for something, that of an earlier one is still there.
    """
    _state.made_earlier = {**_state.get("made_earlier", {}), **_state.get("made", {})}
    _state.made = {}


def made(name: str, of: object, parts: Callable[[], tuple[Any, ...]], make: Callable[..., Made]) -> Made:
    """What this run made `of` something; an earlier run's own where its parts are the same, else made anew.

    Parts that are the same are the same objects, as what is read from a file is while the file says the same.
    """
    if name not in _state.made or _state.made[name].of is not of:
        now, last = parts(), _state.made_earlier.pop(name, None)
        is_same = last and all(
            a is b or type(a) is int and a == b for a, b in zip(last.parts, now, strict=True)
        )
        _state.made[name] = _Kept(of, now, last.made if is_same else make(*now))
    found: Made = _state.made[name].made
    return found
