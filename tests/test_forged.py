"""Forged messages of a browser: forged addresses, values and presses have no effect."""

from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from simulator.store import draft_store
from simulator.store.places import ROOT
from simulator.ui import origin
from simulator.words.quantity import Quantity

STRANGE = (
    "../../../data/sources",
    "..\\..\\data",
    "/etc/passwd",
    "C:\\Windows\\win.ini",
    "0123456789abcde/",
    "\u0660" * 16,  # digits of another script
    "0123456789ABCDEF",
    "a" * 100_000,
    "%00\x00",
    "<script>alert(1)</script>",
    "../komitmen-september",
)


@pytest.fixture
def app(tmp_path, monkeypatch):
    """The app, with drafts stored elsewhere."""
    monkeypatch.setattr(draft_store, "DRAFTS", tmp_path / "drafts")
    return AppTest.from_file(str(ROOT / "app.py"))


@pytest.mark.parametrize("name", ["draft", "lang", "unit"])
def test_a_forged_address_opens_the_app_as_if_nothing_was_asked(app, name, tmp_path):
    app.query_params[name] = list(STRANGE)
    if name == "unit":
        app.session_state["page_wanted"] = "units"
    app.run()
    assert not app.exception
    assert app.session_state["lang"] == "id" and len(app.session_state["token"]) == 16
    assert app.session_state["draft"].stem == "komitmen-september"
    kept = {path.relative_to(tmp_path).parts[0] for path in tmp_path.rglob("*")}
    assert kept <= {"drafts"}


@pytest.mark.parametrize("words", STRANGE)
def test_no_forged_token_names_a_draft_or_a_meeting(words):
    assert not draft_store.is_token(words)


@pytest.mark.parametrize("value", [1e9, -5.0, float("nan"), float("inf")])
def test_a_forged_value_of_a_lever_leaves_the_scenario_within_its_bounds(app, value):
    app.run()
    before = app.session_state["draft"].scenario
    app.slider(key="lever participation.opd.target_share").set_value(value).run()
    assert not app.exception
    after = app.session_state["draft"].scenario
    assert after == before or 0 <= after.participation.opd.target_share <= 1


@pytest.mark.parametrize(
    "expected",
    ["99", None, ["page"], ["page", 99], ["page", -1], ["page", "0"], ["page", True], ["other", 0], {"a": 1}],
)
def test_a_forged_press_on_a_number_opens_nothing(expected, monkeypatch):
    state = State(origin=SimpleNamespace(pressed=expected))
    monkeypatch.setattr(origin, "_state", state)
    origin.remember("page", [Quantity(5, "people")])
    origin._pressed()
    assert "origin_pressed" not in state
    state.origin.pressed = ["page", 0]
    origin._pressed()
    assert state.origin_pressed == Quantity(5, "people")


class State(dict):
    """Like a session state: access by name and by key."""

    __getattr__, __setattr__ = dict.__getitem__, dict.__setitem__
