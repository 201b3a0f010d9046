"""A disk that refuses: the page goes on, says so in words, and keeps the work."""

import errno
import io
import os
import shutil
import tempfile
from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from simulator.errors import UserError
from simulator.store import draft_store, places
from simulator.store import scenario_store as store
from simulator.store.actuals_store import append_actuals
from simulator.store.backup import write_backup
from simulator.store.baseline_files import read_baseline_named
from simulator.store.baseline_store import write_baseline
from simulator.store.draft_store import opened
from simulator.store.list_columns import keep_columns
from simulator.store.places import ROOT
from simulator.ui import saving

TOKEN = "0" * 16
BASELINE = read_baseline_named("kendal-2025-08")
LEVER = "lever participation.opd.target_share"


def refuse(monkeypatch, folder, code, *names):
    """Has the system refuse what it is asked to do in a folder, with an error it gives there."""

    def refusing(real, places_of):
        def call(*arguments, **named):
            if any(str(place).startswith(str(folder)) for place in places_of(*arguments, **named)):
                raise OSError(code, os.strerror(code))
            return real(*arguments, **named)

        return call

    for name in names:
        where = {
            "mkstemp": lambda **named: [named["dir"]],
            "open": lambda p, mode="r", *_, **__: [p] if set(mode) & set("wax+") else [],
        }
        module = tempfile if name == "mkstemp" else io if name == "open" else os
        refused = refusing(getattr(module, name), where.get(name, lambda *a, **_: a[:2]))
        monkeypatch.setattr(module, name, refused)
        if name == "open":
            monkeypatch.setattr("builtins.open", refused)


def in_the_way(folder, name, is_file=True):
    shutil.rmtree(folder / name, ignore_errors=True)
    (folder / name).unlink(missing_ok=True)
    (folder / name).write_bytes(b"x") if is_file else (folder / name).mkdir()


CHANGES = ("mkstemp", "open", "mkdir", "rename", "replace", "unlink", "remove")
STATES = {
    "full disk": lambda patched, folder: refuse(patched, folder, errno.ENOSPC, "mkstemp"),
    "read-only folder": lambda patched, folder: refuse(patched, folder, errno.EROFS, *CHANGES),
    "no right to write": lambda patched, folder: refuse(patched, folder, errno.EACCES, *CHANGES),
    "a file another program holds open": lambda patched, folder: refuse(
        patched, folder, errno.EACCES, "replace", "rename"
    ),
    "a file in the place of the drafts": lambda patched, folder: in_the_way(folder, ".drafts"),
    "a file in the place of the history": lambda patched, folder: in_the_way(folder, ".history"),
    "a file in the place of the trash": lambda patched, folder: in_the_way(folder, ".trash"),
    "a folder in the place of the lock": lambda patched, folder: in_the_way(folder, ".lock", is_file=False),
}
NO_DRAFTS = (
    "full disk",
    "read-only folder",
    "no right to write",
    "a file another program holds open",
    "a file in the place of the drafts",
)


@pytest.fixture
def folder(monkeypatch, tmp_path):
    """Scenario files of the test's own, in which one was deleted, and the app on them."""
    folder = tmp_path / "scenarios"
    shutil.copytree(ROOT / "scenarios", folder, ignore=shutil.ignore_patterns(".*"))
    deeds = (store.save, store.save_new, store.versions, store.delete, store.list_trash, store.restore)
    deeds += (store.entry, store.list_scenarios, store.load, store.is_there, store.free_stem, opened)
    for deed in deeds:
        defaults = tuple(folder if value == places.SCENARIOS else value for value in deed.__defaults__)
        monkeypatch.setattr(deed, "__defaults__", defaults)
    monkeypatch.setattr(saving, "SCENARIOS", folder)
    monkeypatch.setattr(draft_store, "DRAFTS", folder / ".drafts")
    monkeypatch.setattr(draft_store, "_unwritten", {})
    saving._entry.cache_clear()
    store.delete(store.entry("tren-19-per-bulan"))
    yield folder
    saving._entry.cache_clear()


@pytest.fixture
def app(folder):
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    state = {"token": TOKEN, "notice": (), "draft": opened("komitmen-september"), "lang": "id"}
    for name, value in state.items():
        at.session_state[name] = value
    return at.run()


def said(at):
    """What is said of a refusal, without the words of the page."""
    assert not at.exception, at.exception[0].stack_trace
    bodies = (element.proto.body for element in at.get("html"))
    html = [body for body in bodies if "mt-note" in body or 'class="message ' in body]
    return " ".join([*(element.value for element in (*at.error, *at.warning)), *html])


@pytest.mark.parametrize("state", STATES)
def test_in_every_state_of_the_disk_pages_go_on_and_what_was_refused_is_said(state, app, folder, monkeypatch):
    STATES[state](monkeypatch, folder)
    app.slider(key=LEVER).set_value(60).run()
    assert ("belum tersimpan di disk" in said(app)) == (state in NO_DRAFTS)
    work = session_work(app)
    assert work.participation.opd.target_share == 0.6
    files = {path.name: path.read_bytes() for path in folder.glob("*.json")}
    app.button(key="save").click().run()
    saved = store.load("komitmen-september").scenario.participation.opd.target_share == 0.6
    assert saved or "tidak dapat ditulis" in said(app)
    assert saved == (state in ("a file in the place of the drafts", "a file in the place of the trash"))
    app.session_state["page_wanted"] = "scenarios"
    assert not app.run().exception
    app.session_state["page_wanted"] = "meeting"
    app.run()
    assert not app.exception
    assert ("belum tersimpan di disk" in said(app)) == (state in NO_DRAFTS)
    assert session_work(app).participation.opd.target_share == 0.6
    if not saved:
        assert {
            p.name: p.read_bytes() for p in folder.glob("*.json") if p.name != "contoh.json"
        }.items() <= files.items()


@pytest.mark.parametrize("state", STATES)
def test_in_every_state_of_the_disk_what_is_done_to_files_is_done_whole_or_refused_in_words(
    state, folder, monkeypatch
):
    STATES[state](monkeypatch, folder)
    seen, discarded = store.entry("contoh"), [entry.stem for entry in store.list_trash()]
    renamed = seen.saved.scenario.model_copy(update={"name": "Baru"})
    deeds = [
        lambda: store.save(renamed, "contoh", seen.version),
        lambda: store.save_new(renamed),
        lambda: store.delete(store.entry("komitmen-september")),
        *[partial(store.restore, name) for name in discarded],
        lambda: keep_columns("units", ["Nama"], {"name": (0,)}, folder / "list_columns.json"),
        lambda: append_actuals("Kabupaten Kendal", [], folder / "actuals"),
        lambda: write_baseline("baru", BASELINE.units, BASELINE.facts, folder=folder),
        lambda: write_backup(folder / "cadangan.zip", folder.parent),
    ]
    refused = 0
    for deed in deeds:
        before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        try:
            deed()
        except UserError as error:
            assert [p.code for p in error.problems] == ["cannot_write"]
            assert {
                path: path.read_bytes() for path in folder.rglob("*.*") if path.is_file()
            }.items() <= before.items() | locks(folder)
            refused += 1
    assert refused >= 1 or state == "a file in the place of the drafts"


def locks(folder):
    return {path: b"" for path in folder.rglob("*.lock")}.items()


def session_work(at):
    return at.session_state["draft"].scenario


def test_work_the_disk_refused_is_there_after_a_refresh_and_is_kept_once_the_disk_takes_it(
    app, folder, monkeypatch
):
    with monkeypatch.context() as patched:
        STATES["full disk"](patched, folder)
        app.slider(key=LEVER).set_value(60).run()
        assert not (folder / ".drafts" / f"{TOKEN}.json").exists()
        assert draft_store.find_draft(TOKEN).scenario == session_work(app)
    assert "Unduh skenario ini" in [element.label for element in app.get("download_button")]
    app.slider(key=LEVER).set_value(70).run()
    assert said(app) == "" and draft_store._unwritten == {}
    assert draft_store.find_draft(TOKEN).scenario.participation.opd.target_share == 0.7
