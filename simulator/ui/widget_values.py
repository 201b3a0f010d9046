"""What a browser sends of a widget counts where the widget can hold it; anything else counts as nothing sent.

Streamlit hands a widget whatever comes: a value of another kind ends the run, and those that follow, and a
list to choose from takes what it does not offer. A widget that its page has left behind still acts when a
value of it comes, on fields that are gone. Any browser may empty the server's caches, which are everybody's.
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
    """Holds what browsers send this server to what each widget can hold; Streamlit has no setting for it."""
    WStates.__getitem__ = _held  # type: ignore[method-assign]
    WStates.remove_stale_widgets = _forget  # type: ignore[assignment, method-assign]
    AppSession._handle_clear_cache_request = _keep_caches  # type: ignore[assignment, method-assign]


def _keep_caches(session: AppSession) -> None:
    """Leaves the caches as they are: no page of ours offers to clear them."""


def _forget(sent: WStates, drawn: frozenset[str], fragments: list[str] | None) -> None:
    """Lets go of what is not drawn any more, and of what it would do: a browser may still send it."""
    kept, known = {}, sent.widget_metadata
    for widget in known:
        # a component's events have an entry of their own, which counts as drawn where the component does
        component = widget.removeprefix(f"{STREAMLIT_INTERNAL_KEY_PREFIX}_").rpartition("__")[0]
        if not all(_is_stale_widget(known.get(name), drawn, fragments) for name in (widget, component)):
            kept[widget] = known[widget]
    sent.widget_metadata = kept
    _let_go(sent, drawn, fragments)


def _held(sent: WStates, widget: str) -> Any:
    """The value of a widget; raises KeyError, as where nothing was sent, for one that it cannot hold."""
    state, known = sent.states.get(widget), sent.widget_metadata.get(widget)
    if isinstance(state, Serialized) and known and not _fits(state.value, known):
        raise KeyError(widget)
    try:
        return _read(sent, widget)
    except Exception as error:  # of whatever kind: each widget reads in its own way
        raise KeyError(widget) from error


def _fits(state: WidgetState, known: WidgetMetadata[Any]) -> bool:
    """Whether a value is of the widget's kind and, of a list to choose from, among what it offers."""
    kind = state.WhichOneof("value")
    words = [state.string_value] if kind == "string_value" else state.string_array_value.data
    reader = getattr(known.deserializer, "__self__", None)
    offered = getattr(reader, "formatted_option_to_option_index", None)
    return kind in (None, known.value_type) and (offered is None or all(word in offered for word in words))
