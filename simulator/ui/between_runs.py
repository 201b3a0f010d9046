"""Results of one run of a page that the next run reuses if they depend on the same things."""

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
    """Start a run: what results depend on may have changed on disk since the last one.

    If the last run ended before it requested a result, that of an earlier run is still available.
    """
    _state.made_earlier = {**_state.get("made_earlier", {}), **_state.get("made", {})}
    _state.made = {}


def made(name: str, of: object, parts: Callable[[], tuple[Any, ...]], make: Callable[..., Made]) -> Made:
    """Return the result of `make` for `of`, made once a run; reuse an earlier run's if its `parts` match.

    Parts match if they are the same objects or equal integers. Content read from a file stays the same object
    as long as the file does not change.
    """
    if name not in _state.made or _state.made[name].of is not of:
        now, last = parts(), _state.made_earlier.pop(name, None)
        is_same = last and all(
            a is b or type(a) is int and a == b for a, b in zip(last.parts, now, strict=True)
        )
        _state.made[name] = _Kept(of, now, last.made if is_same else make(*now))
    result: Made = _state.made[name].made
    return result
