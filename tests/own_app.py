"""The app within a test, on the test's own scenario files."""

import shutil
from pathlib import Path

from streamlit.testing.v1 import AppTest

from simulator.store import draft_store, places, trash
from simulator.store import scenario_store as store
from simulator.store.draft_store import opened
from simulator.store.places import ROOT
from simulator.ui import listing

TOKEN = "0" * 16
STORE_FUNCTIONS = (
    store.save,
    store.save_new,
    store.versions,
    trash.delete,
    trash.list_trash,
    trash.restore,
    store.entry,
    store.list_scenarios,
    store.load,
    store.is_there,
    store.free_stem,
    opened,
)


def own_scenarios(folder: Path, monkeypatch) -> Path:
    """Copy the shipped scenario files to `folder`, make the program work there, and delete one scenario."""
    shutil.copytree(ROOT / "scenarios", folder, ignore=shutil.ignore_patterns(".*"))
    for function in STORE_FUNCTIONS:
        defaults = tuple(folder if value == places.SCENARIOS else value for value in function.__defaults__)
        monkeypatch.setattr(function, "__defaults__", defaults)
    monkeypatch.setattr(listing, "SCENARIOS", folder)
    monkeypatch.setattr(listing, "_read", {})
    monkeypatch.setattr(draft_store, "DRAFTS", folder / ".drafts")
    monkeypatch.setattr(draft_store, "_unwritten", {})
    trash.delete(store.entry("tren-19-per-bulan"))
    return folder


def opened_app(**state) -> AppTest:
    """The app with a draft of a scenario open under TOKEN."""
    at = AppTest.from_file(str(ROOT / "app.py"))
    state = {"token": TOKEN, "notice": (), "draft": opened("komitmen-september"), "lang": "id"} | state
    for name, value in state.items():
        at.session_state[name] = value
    return at.run()


def message_of(at):
    """All errors, warnings and messages on the page, without its other text."""
    assert not at.exception, at.exception[0].stack_trace
    bodies = (element.proto.body for element in at.get("html"))
    html = [body for body in bodies if "mt-note" in body or 'class="message ' in body]
    return " ".join([*(element.value for element in (*at.error, *at.warning)), *html])
