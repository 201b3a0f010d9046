"""If the disk refuses to write, the page continues, reports it and keeps the work."""

import errno
import io
import os
import shutil
import tempfile
from functools import partial

import pytest
from own_app import TOKEN, message_of
from streamlit.testing.v1 import AppTest

from simulator.errors import UserError
from simulator.store import draft_store, places, trash
from simulator.store import scenario_store as store
from simulator.store.actuals_store import append_actuals
from simulator.store.backup import write_backup
from simulator.store.baseline_files import read_baseline_named
from simulator.store.baseline_store import write_baseline
from simulator.store.list_columns import keep_columns
from simulator.store.places import ROOT

BASELINE = read_baseline_named("kendal-2025-08")
LEVER = "lever participation.opd.target_share"


@pytest.fixture(autouse=True)
def never_let_go(monkeypatch):
    """In these tests files held by other programs are never released, so waiting for them is pointless."""
    monkeypatch.setattr(places, "READ_WITHIN_S", 0.0)


def refuse(monkeypatch, folder, code, *names):
    """Make the system refuse operations in a folder, with an error that occurs there."""

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


@pytest.mark.parametrize("state", STATES)
def test_in_every_state_of_the_disk_pages_go_on_and_what_was_refused_is_reported(
    state, own_app, own_folder, monkeypatch
):
    STATES[state](monkeypatch, own_folder)
    own_app.slider(key=LEVER).set_value(60).run()
    assert ("belum tersimpan di disk" in message_of(own_app)) == (state in NO_DRAFTS)
    work = session_work(own_app)
    assert work.participation.opd.target_share == 0.6
    files = {path.name: path.read_bytes() for path in own_folder.glob("*.json")}
    own_app.button(key="save").click().run()
    saved = store.load("komitmen-september").scenario.participation.opd.target_share == 0.6
    assert saved or "tidak dapat ditulis" in message_of(own_app)
    assert saved == (state in ("a file in the place of the drafts", "a file in the place of the trash"))
    own_app.session_state["page_wanted"] = "scenarios"
    assert not own_app.run().exception
    own_app.session_state["page_wanted"] = "meeting"
    own_app.run()
    assert not own_app.exception
    assert ("belum tersimpan di disk" in message_of(own_app)) == (state in NO_DRAFTS)
    assert session_work(own_app).participation.opd.target_share == 0.6
    if not saved:
        assert {
            p.name: p.read_bytes() for p in own_folder.glob("*.json") if p.name != "contoh.json"
        }.items() <= files.items()


@pytest.mark.parametrize("state", STATES)
def test_in_every_state_of_the_disk_what_is_done_to_files_is_done_whole_or_refused_in_words(
    state, own_folder, monkeypatch
):
    STATES[state](monkeypatch, own_folder)
    seen, discarded = store.entry("contoh"), [entry.stem for entry in trash.list_trash()]
    renamed = seen.saved.scenario.model_copy(update={"name": "Baru"})
    actions = [
        lambda: store.save(renamed, "contoh", seen.version),
        lambda: store.save_new(renamed),
        lambda: trash.delete(store.entry("komitmen-september")),
        *[partial(trash.restore, name) for name in discarded],
        lambda: keep_columns("units", ["Nama"], {"name": (0,)}, own_folder / "list_columns.json"),
        lambda: append_actuals("Kabupaten Kendal", [], own_folder / "actuals"),
        lambda: write_baseline("baru", BASELINE.units, BASELINE.facts, folder=own_folder),
        lambda: write_backup(own_folder / "cadangan.zip", own_folder.parent),
    ]
    refused = 0
    for action in actions:
        before = {path: path.read_bytes() for path in own_folder.rglob("*") if path.is_file()}
        try:
            action()
        except UserError as error:
            assert [p.code for p in error.problems] == ["cannot_write"]
            assert {
                path: path.read_bytes() for path in own_folder.rglob("*.*") if path.is_file()
            }.items() <= before.items() | locks(own_folder)
            refused += 1
    assert refused >= 1 or state == "a file in the place of the drafts"


def locks(folder):
    return {path: b"" for path in folder.rglob("*.lock")}.items()


def session_work(at):
    return at.session_state["draft"].scenario


def refreshed(at):
    """The page after a reload: a new session at the same address."""
    again = AppTest.from_file(str(ROOT / "app.py"))
    for name, value in at.query_params.items():
        again.query_params[name] = value
    return again.run()


def test_work_the_disk_refused_is_there_after_a_refresh_and_is_kept_once_the_disk_takes_it(
    own_app, own_folder, monkeypatch
):
    with monkeypatch.context() as patched:
        STATES["full disk"](patched, own_folder)
        own_app.slider(key=LEVER).set_value(60).run()
        assert not (own_folder / ".drafts" / f"{TOKEN}.json").exists()
        assert draft_store.find_draft(TOKEN).scenario == session_work(own_app)
        assert "belum tersimpan di disk" in message_of(refreshed(own_app))
    after = refreshed(own_app)
    assert message_of(after) == "" and (own_folder / ".drafts" / f"{TOKEN}.json").exists()
    assert session_work(after) == session_work(own_app)
    assert "Unduh skenario ini" in [element.label for element in own_app.get("download_button")]
    own_app.slider(key=LEVER).set_value(70).run()
    assert message_of(own_app) == "" and draft_store._unwritten == {}
    assert draft_store.find_draft(TOKEN).scenario.participation.opd.target_share == 0.7
