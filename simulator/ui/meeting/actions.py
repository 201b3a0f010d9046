"""What keys and buttons of the meeting mode do, before the page is drawn again."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from simulator.model.scenario import LEVERS
from simulator.ui import keys, session
from simulator.ui.meeting import at_hand, dialogs, needed, note, office, question, typed_value
from simulator.ui.session import say

_state = st.session_state
REPLAY_MS = 1800  # the line moves back, and stays there for a second
DIALOGS = {
    "ask": question.show,
    "needed": needed.show,
    "office": office.show,
    "note": note.show,
    "help": dialogs.show_all_keys,
}
DIALOG_KEYS = {"a": "ask", "t": "needed", "/": "office", "n": "note", "?": "help"}


def listen() -> None:
    """Register the action of every key; a lever picked by its number takes the digits that follow."""
    back = _state.get("meeting_back") == session.scenario()
    actions: dict[str, Callable[[], None]] = {
        **dict.fromkeys(("ArrowRight", "ArrowDown", "PageDown"), lambda: step(1)),
        **dict.fromkeys(("ArrowLeft", "ArrowUp", "PageUp"), lambda: step(-1)),
        **dict.fromkeys(("z", "ctrl+z"), session.undo),
        **dict.fromkeys(("y", "ctrl+y", "ctrl+shift+z"), session.redo),
        **dict.fromkeys(("m", "Escape"), leave),
        ",": lambda: at_hand.discuss_month(at_hand.discussed_month() - 1),
        ".": lambda: at_hand.discuss_month(at_hand.discussed_month() + 1),
        "p": replay,
        "b": switch_likely,
        "replayed": lambda: _state.update(meeting_back=None),
        "s": choose,
        "k": show_keys,
        **{key: partial(ask, name) for key, name in DIALOG_KEYS.items()},
    }
    keys.listen(
        typed_value.first(actions),
        later=(_state.meeting_replays, "replayed", REPLAY_MS) if back else None,
    )


def ask(name: str) -> None:
    """Open one of the dialogs of `DIALOGS`."""
    _state.pop(note.TAKEN, None)
    _state.meeting_dialog = (say(f"meeting.{name}"), DIALOGS[name])


def step(by: int) -> None:
    """Move on by some places in the list of scenarios."""
    meeting = at_hand.with_work()
    if meeting.stepped(by) != meeting:
        _state.meeting_note = ""
        at_hand.keep(meeting.stepped(by))
    elif len(meeting.slots) == 1:  # nothing to step to: show the key for choosing
        show_keys()


def replay() -> None:
    """Show the state before the last change for a moment, then the present one."""
    _state.meeting_replays = _state.get("meeting_replays", 0) + 1
    _state.meeting_back = session.scenario()


def switch_likely() -> None:
    """Show or hide the band and the chance."""
    _state.meeting_likely = not _state.meeting_likely


def choose() -> None:
    """Open the dialog in which scenarios are chosen."""
    _state.meeting_dialog = (say("meeting.list"), dialogs.choose)


def show_keys() -> None:
    """Show the keys at the foot of the screen again."""
    _state.meeting_keys, _state.meeting_note = _state.meeting_keys + 1, ""
    _state.pop("meeting_answer", None)


def leave() -> None:
    """Return to the previous page; asks first if the meeting changed something that is not saved."""
    if at_hand.with_work().to_save:
        _state.meeting_dialog = (say("meeting.save_title"), dialogs.save_before_leaving)
    else:
        dialogs.leave()


def other_lever(by: int) -> None:
    """Move on by some places in the list of levers, cyclically."""
    paths = list(LEVERS)
    _state.meeting_typed = None
    _state.meeting_lever = paths[(paths.index(_state.meeting_lever) + by) % len(paths)]
