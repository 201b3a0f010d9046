"""Opens a scenario that the program made as an answer, as a draft."""

import streamlit as st

from simulator.model.scenario import Scenario
from simulator.store.draft import UNDO_STEPS, Draft
from simulator.ui import session
from simulator.ui.session import say


def take(scenario: Scenario) -> None:
    """Open the scenario as a draft without a file; one undo leads back to the previous work."""
    before = session.draft()
    if before.scenario.status == "agreed":  # changing it makes a copy; undo leads back to the file
        session.change(scenario)
    else:
        undo = (*before.undo, before.scenario)[-UNDO_STEPS:]
        session.put(Draft(scenario, scenario, None, None, undo))
    st.toast(say("ways.made"))
