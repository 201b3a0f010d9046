"""A visitor of the app without a browser, who speaks over the websocket like Streamlit's page."""

from contextlib import ExitStack
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import connect

from tests.browser import PATIENCE_S


class Visitor:
    """One visit: the elements the server drew last, by key, and the actions of the visitor."""

    def __init__(self, url: str, query: str = "", page: str = "", **options: Any):
        """Open a page of the app at `url`.

        `options` are those of the connection, such as `ssl` and `additional_headers`.
        """
        stream = url.replace("http", "ws", 1) + "/_stcore/stream"
        self._open = ExitStack()
        self._socket = self._open.enter_context(
            connect(
                stream, origin=url, subprotocols=["streamlit"], compression=None, max_size=None, **options
            )
        )
        self.elements: dict[str, Any] = {}
        self.errors: list[str] = []
        self._held: dict[str, WidgetState] = {}
        self._fragments: dict[str, str] = {}
        self._query, self._page, self._name = query, "", page
        self.run()

    def __enter__(self) -> "Visitor":
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def move(self, key: str, value: float) -> None:
        """Move the slider with this key, and wait for the last answer."""
        state = WidgetState(id=self.elements[key].id)
        state.double_array_value.data.append(value)
        self._hold(state)
        self.run()

    def press(self, key: str) -> None:
        """Press the button with this key."""
        self.run(WidgetState(id=self.elements[key].id, trigger_value=True))

    def states(self, key: str, events: str, state: str) -> list[WidgetState]:
        """The states that one of our components sends: events, a list of {event, value}, and its state.

        Valid JSON or not.
        """
        base = self.elements[key].id
        aggregator = f"$$STREAMLIT_INTERNAL_KEY__{base}__events"
        return [
            WidgetState(id=aggregator, json_trigger_value=events),
            WidgetState(id=base, json_value=state),
        ]

    def say(self, message: BackMsg) -> None:
        """Send a message of any kind without waiting for an answer."""
        self._socket.send(message.SerializeToString())

    def _hold(self, state: WidgetState) -> None:
        self._held[state.id] = state

    def run(self, *once: WidgetState, of: str = "") -> None:
        """Request a run and receive what it draws.

        Widgets that were changed keep their value, `once` is sent once. `of` is the key of an element in a
        dialog, which is then run alone.
        """
        message = BackMsg()
        rerun = message.rerun_script
        rerun.query_string, rerun.page_script_hash, rerun.page_name = self._query, self._page, self._name
        rerun.fragment_id = self._fragments.get(of, "")
        rerun.widget_states.widgets.extend([*self._held.values(), *once])
        self.say(message)
        while self._take(ForwardMsg.FromString(self._socket.recv(timeout=PATIENCE_S))):
            pass

    def _take(self, received: ForwardMsg) -> bool:
        """Receive one message; False after the last one of the run."""
        kind = received.WhichOneof("type")
        if kind == "new_session":
            self._page, self._name, self.errors = received.new_session.page_script_hash, "", []
            if not received.metadata.run.fragment_ids:
                self.elements = {}
        elif kind == "navigation":
            self._page = received.navigation.page_script_hash
        elif kind == "page_info_changed":
            self._query = received.page_info_changed.query_string
        elif kind == "delta" and received.delta.WhichOneof("type") == "new_element":
            element = received.delta.new_element
            drawn = getattr(element, element.WhichOneof("type"))
            if element.WhichOneof("type") == "exception":
                self.errors.append(drawn.message)
            if getattr(drawn, "id", ""):
                key = drawn.id.split("-", 2)[2]
                self.elements[key], self._fragments[key] = drawn, received.delta.fragment_id
        return kind != "script_finished" or received.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN
