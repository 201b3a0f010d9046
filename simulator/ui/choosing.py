"""The list from which scenarios are chosen for comparison, and their names in it."""

from collections.abc import Mapping

import streamlit as st

from simulator.model.scenario import Scenario
from simulator.store.baseline_files import read_baseline_named
from simulator.ui import hand, session
from simulator.ui.foreign import as_text
from simulator.ui.session import say
from simulator.words.compare import enumerated

_state = st.session_state


def choose(names: Mapping[str, str], *, key: str, label: str, most: int, too_many: str) -> list[str]:
    """The chosen keys of `names`, in the order of choice; shows `too_many` if there are more than `most`."""
    hand.put(key, [one for one in _state.get(key, []) if one in names])
    st.multiselect(
        label,
        list(names),
        key=key,
        placeholder=say("compare.choose"),
        persist_state="session",
        format_func=names.__getitem__,
        select_all=False,
    )
    chosen: list[str] = _state[key]
    if len(chosen) > most:  # not limited by the box itself, which would refuse in English
        beyond = enumerated([names[one] for one in chosen[most:]], session.lang())
        st.warning(as_text(say(too_many, most=most, names=beyond)))
    return chosen[:most]


def name_of(scenario: Scenario, *, unsaved: bool = False) -> str:
    """The scenario's name, and whether it is unsaved or uses invented data."""
    name = say("compare.unsaved", name=scenario.name) if unsaved else scenario.name
    is_made_up = read_baseline_named(scenario.baseline).facts.fictitious
    return say("compare.fictitious", name=name) if is_made_up else name
