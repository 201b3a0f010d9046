"""Forged messages: shapes and values that none of our pages sends, but a manipulated browser may."""

import json

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from visitor import Visitor

from simulator.model.scenario import LEVERS

NAMES = ("pressed", "click", "action", "taken", "moved", "holds", "connected", "turn")
"""The events and states of our components; each component uses one or two of them."""
FAR = json.loads('{"participation.opd.target_share": 1e999, "participation.opd.ramp_months": 1e999}')
VALUES = [
    None,
    True,
    -1,
    10**400,
    1e999,
    "x",
    "999999",
    [[]],
    [-1, 10**400],
    {},
    {"row": [], "column": {}, "do": {}},
    {"row": "total", "column": "name", "do": "edit", "text": "1"},
    {"row": "nowhere", "column": "target_share", "do": "explain"},
    {"do": "clear", "row": "opd", "column": "clear", "text": ["x"]},
    [{"id": "x", "key": 1}],
    [{"id": 1}, {"id": 2, "key": []}, 3],
    {"question": {}, "date": []},
    {"in": {"st-key-lever-participation-opd-target-share": []}},
    json.dumps(FAR),
    '{"participation.opd.target_share": true, "participation.kecamatan.target_share": "0.5"}',
    "[" * 5000,
]
ODD = ["5", "null", "[]", "[5]", '"x"', '[{"event": 5}]', '[{"value": 1}]']
"""Values that are not a list of events, or not a state.

(Streamlit itself refuses invalid JSON, for its sender only.).
"""


def messages():
    """Each value as a list of events and as a state."""
    for value in VALUES:
        yield (
            json.dumps([{"event": name, "value": value} for name in NAMES]),
            json.dumps(dict.fromkeys(NAMES, value)),
        )
    for words in ODD:
        yield words, words


def ours(visitor: Visitor) -> list[str]:
    """The keys of elements drawn by our components."""
    return [key for key, drawn in visitor.elements.items() if type(drawn).__name__ == "BidiComponent"]


def steps(home) -> list:
    """Every undo and redo step of any draft."""
    kept = [json.loads(path.read_text()) for path in (home / "scenarios" / ".drafts").glob("*.json")]
    return [
        step for draft in kept if isinstance(draft, dict) for step in draft["undo"]
    ]  # lists are meetings'


@pytest.mark.parametrize(
    "page", ["overview", "units", "meeting"]
)  # which have every kind of component that sends messages
def test_a_component_s_forged_message_changes_nothing_and_breaks_nothing(page, url, home):
    with Visitor(url, "lang=id", page.replace("overview", "")) as visitor:
        known = ours(visitor)
        assert "in_hand" in known and not visitor.errors
        for events, state in messages():
            shown = [one for key in ours(visitor) for one in visitor.states(key, events, state)]
            visitor.run(*shown)
            assert not visitor.errors, (events[:200], visitor.errors)
        visitor.run()
        assert set(ours(visitor)) == set(known)
    assert not steps(home)


def test_a_note_of_the_meeting_of_odd_shapes_is_not_taken(url, home):
    pressed = json.dumps({"pressed": [{"id": 1, "key": "n"}]})
    with Visitor(url, "lang=id", "meeting") as visitor:
        visitor.run(*visitor.states("pressed_keys", "[]", pressed)[1:])
        assert "mt-note" in visitor.elements
        for events, state in messages():
            visitor.run(*visitor.states("mt-note", events, state), of="mt-note")
            assert not visitor.errors, (events[:200], visitor.errors)
            assert "mt-note" in visitor.elements
    assert not steps(home)


@pytest.mark.parametrize("value", [1e9, -1e9, float("nan"), float("inf")])
def test_a_lever_beyond_its_bounds_stays_where_it_was(value, url, home):
    with Visitor(url, "lang=id", "sources") as visitor:  # a page that is quick to draw
        shown = [f"lever {path}" for path in LEVERS if f"lever {path}" in visitor.elements]
        assert len(shown) > 5
        for lever in shown:
            visitor.move(lever, value)
            assert not visitor.errors, (lever, visitor.errors)
    assert not steps(home)


COUNTS_RUNS = """
import streamlit as st
from simulator.ui import widget_values

@st.cache_resource
def runs():
    widget_values.guard()
    return []

runs().append("a run")
st.button(str(len(runs())), key="runs")
"""


def test_nobody_empties_the_caches_of_all(start_app, tmp_path):
    script = tmp_path / "counts_runs.py"
    script.write_text(COUNTS_RUNS)
    url = start_app(script)
    with Visitor(url) as visitor, Visitor(url) as stranger:
        stranger.say(BackMsg(clear_cache=True))
        stranger.run()
        visitor.run()
        assert visitor.elements["runs"].label == "4"
