"""One odd entry among the files is listed as unreadable, and every page continues to work."""

import io
import json
import os
import shutil

import pytest
from own_app import TOKEN, message_of
from streamlit.testing.v1 import AppTest

from simulator.errors import Problem, UserError
from simulator.store import draft_store, meeting_store, trash
from simulator.store import scenario_store as store
from simulator.store.draft_store import opened
from simulator.store.history import place
from simulator.store.places import ROOT
from simulator.ui import session
from simulator.ui.foreign import as_text
from simulator.ui.pages import data_intake
from simulator.words import LANGUAGES
from simulator.words.errors import problem_text

LONG = "x" * 250
PAGES = ("overview", "scenarios", "compare", "handouts", "data", "actuals", "meeting")


def not_utf8(folder):
    return os.fsdecode(os.fsencode(folder) + b"/bukan-\xff-\xfe.json")


def odd(folder):
    """Add one entry of each odd kind to the files; returns their names as listed."""
    valid = (folder / "contoh.json").read_bytes()
    try:
        (folder / "lingkar.json").symlink_to("lingkar.json")
        (folder / "putus.json").symlink_to("tidak-ada.json")
        with open(not_utf8(folder), "wb") as file:
            file.write(valid)
        (folder / f"{LONG}.json").write_bytes(valid)
        (folder / "satu\nbaris.json").write_bytes(b"{")
    except (OSError, ValueError):
        pytest.skip("such files are not allowed here")
    (folder / "folder.json").mkdir()
    (folder / "dalam.json").write_bytes(b"[" * 100_000)
    (folder / "sangat-lama.json").write_bytes(valid)
    os.utime(folder / "sangat-lama.json", (-(2**40), 2**40))
    unreadable = ["lingkar", "putus", "bukan-\\xff-\\xfe", "satu\nbaris", "folder", "dalam"]
    return [name.replace("\\xf", "\\udcf") for name in unreadable], [LONG, "sangat-lama"]


def test_every_odd_entry_is_listed_and_the_rest_is_read(own_folder):
    before = {e.stem for e in store.list_scenarios()}
    broken, readable = odd(own_folder)
    entries = {e.stem: e for e in store.list_scenarios()}
    assert entries.keys() == before | {*broken, *readable}
    for name in broken:
        (problem,) = entries[name].problems[:1]
        assert all(problem_text(problem, lang).encode() for lang in LANGUAGES)
    assert all(entries[name].scenario for name in [*readable, *before])


def test_a_file_with_the_longest_name_is_saved_deleted_and_restored(own_folder):
    odd(own_folder)
    entry = store.entry(LONG)
    store.save(entry.saved.scenario.model_copy(update={"author": "Bappeda"}), LONG, entry.version)
    stem = trash.restore(trash.delete(store.entry(LONG)))
    assert store.load(stem).scenario.author == "Bappeda" and len(store.versions(stem)) == 2


@pytest.mark.parametrize("way", ["save", "delete", "versions", "load"])
def test_what_is_asked_of_an_odd_entry_is_refused_in_words(way, own_folder):
    scenario = store.load("contoh").scenario
    for name in odd(own_folder)[0]:
        ask = {
            "save": lambda: store.save(scenario, name, store.entry(name).version),  # noqa: B023
            "delete": lambda: trash.restore(trash.delete(store.entry(name))),  # noqa: B023
            "versions": lambda: store.versions(name),  # noqa: B023
            "load": lambda: store.load(name),  # noqa: B023
        }[way]
        try:
            ask()
        except UserError as error:
            assert all(problem_text(p, lang) for p in error.problems for lang in LANGUAGES)


def test_every_page_is_drawn_with_odd_entries_among_scenarios_versions_trash_and_data(
    own_app, own_folder, monkeypatch
):
    odd(own_folder)
    (own_folder / ".trash").mkdir(exist_ok=True)
    shutil.copytree(
        own_folder,
        own_folder / ".trash",
        dirs_exist_ok=True,
        symlinks=True,
        ignore=shutil.ignore_patterns(".*"),
    )
    monkeypatch.setattr(data_intake, "_data_name", str)  # AppTest reads it outside the session
    for page in PAGES:
        own_app.session_state["page_wanted"] = page
        own_app.run()
        assert message_of(own_app).count("Halaman ini") == 0, page
        own_app.session_state["meeting_open"] = False


def test_a_folder_without_rights_is_passed_over(own_folder, monkeypatch):
    """Root may read every folder, so the system's refusal is simulated."""
    for name in (".history", ".trash"):
        (own_folder / name).mkdir(exist_ok=True)
    (place("contoh", own_folder) / "x").mkdir(parents=True)
    refused = [str(place("contoh", own_folder)), str(own_folder / ".trash"), str(own_folder / "contoh.json")]
    for module, name in (
        (os, "scandir"),
        (os, "listdir"),
        (os, "open"),
        (io, "open"),
        (os, "stat"),
        (os, "lstat"),
    ):
        real = getattr(module, name)

        def call(path, *rest, real=real, asks=name, **named):
            inside = [
                place
                for place in refused
                if asks.endswith("stat") and str(path) != place or not asks.endswith("stat")
            ]
            if str(path).startswith(tuple(inside)):
                raise PermissionError(13, "Permission denied", str(path))
            return real(path, *rest, **named)

        monkeypatch.setattr(module, name, call)
    entries = {e.stem: e for e in store.list_scenarios()}
    assert [e.problems[0].code for e in entries.values() if not e.scenario] == ["unreadable_file"]
    assert store.versions("contoh") == [] and trash.list_trash() == []


def too_deep(draft):
    return b'{"scenario": ' + b"[" * 100_000


def nested_far(draft):
    return json.dumps(draft | {"scenario": json.loads("[" * 400 + "]" * 400)}).encode()


def of_another_kind(draft):
    return json.dumps(draft | {"stem": ["x"]}).encode()


@pytest.mark.parametrize(
    "broken", [too_deep, nested_far, of_another_kind, lambda draft: b"\xff", lambda draft: b"[]"]
)
def test_a_draft_or_a_list_of_a_meeting_that_cannot_be_read_is_reported_and_the_app_begins_anew(
    broken, own_folder, monkeypatch
):
    draft_store.keep_draft(TOKEN, opened("contoh"))
    path = draft_store.DRAFTS / f"{TOKEN}.json"
    path.write_bytes(broken(json.loads(path.read_bytes())))
    with pytest.raises(UserError):
        draft_store.find_draft(TOKEN)
    (draft_store.DRAFTS / f"{TOKEN}.meeting.json").write_bytes(b"[" * 100_000)
    with pytest.raises(UserError):
        meeting_store.find_meeting(TOKEN)
    at = AppTest.from_file(str(ROOT / "app.py"))
    at.query_params["draft"] = TOKEN
    at.run()
    assert not at.exception and at.session_state["draft"].scenario.name == "Komitmen September"
    assert any("Draf sebelumnya" in warning.value for warning in at.warning)
    assert at.session_state["token"] != TOKEN  # the unreadable entry stays, and new work is stored elsewhere


@pytest.mark.parametrize("address, lang", [({}, "id"), ({"lang": "en"}, "en"), ({"lang": "fr"}, "id")])
def test_a_problem_at_the_start_of_a_visit_is_reported_in_the_language_of_the_address(
    address, lang, own_folder, monkeypatch
):
    problem = Problem("not_utf8", "komitmen-september.json", "0xff", position=1)

    def refused():
        raise UserError(problem)

    monkeypatch.setattr(session, "start", refused)
    at = AppTest.from_file(str(ROOT / "app.py"))
    for name, value in address.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception and [error.value for error in at.error] == [as_text(problem_text(problem, lang))]


@pytest.mark.parametrize("kept", [False, True])
def test_a_token_from_an_address_is_taken_over_only_where_something_is_kept_under_it(
    kept, own_folder, monkeypatch
):
    if kept:
        draft_store.keep_draft(TOKEN, opened("contoh"))
    at = AppTest.from_file(str(ROOT / "app.py"))
    at.query_params["draft"] = TOKEN
    at.run()
    assert (at.session_state["token"] == TOKEN) is kept
    assert at.query_params["draft"] == at.session_state["token"]
