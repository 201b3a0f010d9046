"""Accepts a widget's value from a browser only if the widget can have it; anything else counts as not sent.

Streamlit itself passes any value to a widget: a value of another type ends this run and the following ones,
and a list of choices accepts values that it does not offer. A widget of a page that the user has left still
acts on a late value, with fields that no longer exist. Any browser could also clear the server's caches,
which all visits share.
"""

from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.state.common import WidgetMetadata
from streamlit.runtime.state.session_state import (
    STREAMLIT_INTERNAL_KEY_PREFIX,
    Serialized,
    WStates,
    _is_stale_widget,
)

_read, _let_go = WStates.__getitem__, WStates.remove_stale_widgets


def guard() -> None:
    """Limit the values that browsers send to those each widget can have; Streamlit has no setting for it."""
    WStates.__getitem__ = _held  # type: ignore[method-assign]
    WStates.remove_stale_widgets = _forget  # type: ignore[assignment, method-assign]
    AppSession._handle_clear_cache_request = _keep_caches  # type: ignore[assignment, method-assign]


def _keep_caches(session: AppSession) -> None:
    """Ignore requests to clear the caches: none of our pages offers that."""


def _forget(sent: WStates, drawn: frozenset[str], fragments: list[str] | None) -> None:
    """Forget widgets no longer drawn, with their callbacks: a browser may still send values for them."""
    kept, known = {}, sent.widget_metadata
    for widget in known:
        # the events of a component have an entry of their own, which counts as drawn if the component is
        component = widget.removeprefix(f"{STREAMLIT_INTERNAL_KEY_PREFIX}_").rpartition("__")[0]
        if not all(_is_stale_widget(known.get(name), drawn, fragments) for name in (widget, component)):
            kept[widget] = known[widget]
    sent.widget_metadata = kept
    _let_go(sent, drawn, fragments)


def _held(sent: WStates, widget: str) -> Any:
    """The value of a widget; raises KeyError, as if nothing was sent, for an impossible value."""
    state, known = sent.states.get(widget), sent.widget_metadata.get(widget)
    if isinstance(state, Serialized) and known and not _fits(state.value, known):
        raise KeyError(widget)
    try:
        return _read(sent, widget)
    except Exception as error:  # any type of error: each widget deserialises in its own way
        raise KeyError(widget) from error


def _fits(state: WidgetState, known: WidgetMetadata[Any]) -> bool:
    """Whether a value has the type of the widget and, for a list of choices, is one of them."""
    kind = state.WhichOneof("value")
    words = [state.string_value] if kind == "string_value" else state.string_array_value.data
    reader = getattr(known.deserializer, "__self__", None)
    offered = getattr(reader, "formatted_option_to_option_index", None)
    return kind in (None, known.value_type) and (offered is None or all(word in offered for word in words))
