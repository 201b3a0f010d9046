"""An agreed scenario never changes: a change makes a copy naming its parent; its file is not overwritten."""

import pytest

from simulator.errors import UserError
from simulator.model.beside_settings import Decision, ResultsRecord
from simulator.model.scenario import Scenario, changed_settings, with_value
from simulator.model.status import copy_of, has_decision
from simulator.store import draft_store, trash
from simulator.store import scenario_store as store
from simulator.store.draft import Draft
from simulator.store.draft_store import find_draft, keep_draft, saved_as
from simulator.store.scenario_store import load
from simulator.words import LANGUAGES
from simulator.words.errors import problem_text

ENTRY = Decision(
    question="Cukupkah?",
    expectation="Ya",
    finding="Kurang 813",
    decision="Tambah OPD",
    owner="Sekda",
    date="2026-11-22",
)
DRAFT = load("komitmen-september").scenario
AGREED = DRAFT.model_copy(update={"status": "agreed", "decisions": (ENTRY,)})
LEVER = "participation.opd.target_share"


@pytest.fixture
def folder(tmp_path):
    store.save(AGREED, "sepakat", None, tmp_path)
    return tmp_path


def opened_agreed() -> Draft:
    return saved_as(AGREED, "sepakat", "v")


def refused(call, *arguments) -> str:
    with pytest.raises(UserError) as error:
        call(*arguments)
    for lang in LANGUAGES:
        assert problem_text(error.value.problems[0], lang)
    return error.value.problems[0].code


# ---- the work


def test_moving_a_lever_of_an_agreed_scenario_makes_a_draft_without_file_that_names_its_parent():
    moved = opened_agreed().changed(with_value(AGREED, LEVER, 0.5))
    assert (moved.scenario.status, moved.scenario.parent, moved.scenario.name) == (
        "draft",
        "Komitmen September",
        "Komitmen September (2)",
    )
    assert moved.own_stem is None and moved.is_copy and moved.unsaved
    assert [path for path, *_ in changed_settings(AGREED, moved.scenario)] == [LEVER]
    assert moved.scenario.decisions == ()  # the decisions stay with the agreed scenario


def test_undo_and_reset_lead_back_to_the_agreed_scenario_and_redo_to_the_copy():
    moved = opened_agreed().changed(with_value(AGREED, LEVER, 0.5))
    further = moved.changed(with_value(moved.scenario, LEVER, 0.6))
    for back in (moved.undone(), further.undone().undone(), further.changed(further.saved)):
        assert (back.scenario, back.own_stem, back.unsaved, back.is_copy) == (AGREED, "sepakat", False, False)
    assert moved.undone().redone() == moved


def test_a_copy_that_is_kept_as_a_draft_comes_back_as_a_copy(tmp_path, monkeypatch):
    monkeypatch.setattr(draft_store, "DRAFTS", tmp_path)
    moved = opened_agreed().changed(with_value(AGREED, LEVER, 0.5))
    keep_draft("0123456789abcdef", moved)
    back = find_draft("0123456789abcdef")
    assert back == moved and back.undone().scenario == AGREED


def test_an_agreed_scenario_named_like_its_parent_is_no_less_locked():
    own = AGREED.model_copy(update={"parent": AGREED.name})
    moved = saved_as(own, "sepakat", "v").changed(with_value(own, LEVER, 0.5))
    assert moved.is_copy and moved.scenario.status == "draft"


def test_a_proposed_scenario_is_changed_in_place():
    proposed = DRAFT.model_copy(update={"status": "proposed"})
    moved = saved_as(proposed, "usul", "v").changed(with_value(proposed, LEVER, 0.5))
    assert moved.own_stem == "usul" and moved.scenario.status == "proposed"


def test_a_copy_of_what_is_not_agreed_yet_keeps_the_notes_and_is_a_draft():
    made = copy_of(AGREED.model_copy(update={"status": "proposed"}), "Lain", "Komitmen September")
    assert (made.name, made.status, made.parent, made.decisions) == (
        "Lain",
        "draft",
        "Komitmen September",
        (ENTRY,),
    )


@pytest.mark.parametrize(
    ("update", "enough"),
    [
        ({}, True),
        ({"decision": " "}, False),
        ({"owner": ""}, False),
        ({"finding": "", "expectation": ""}, True),
    ],
)
def test_agreeing_takes_an_entry_with_decision_and_owner(update, enough):
    assert has_decision(DRAFT.model_copy(update={"decisions": (ENTRY.model_copy(update=update),)})) == enough
    assert not has_decision(DRAFT)


# ---- the files


@pytest.mark.parametrize(
    "update",
    [
        {"status": "draft"},
        {"status": "proposed"},
        {"name": "Lain"},
        {"description": ""},
        {"author": "x"},
        {"decisions": ()},
        {"parent": "x"},
        {"horizon_months": 7},
    ],
    ids=str,
)
def test_the_file_of_an_agreed_scenario_is_never_written_over_with_anything_else(folder, update):
    entry = load("sepakat", folder)
    before = (folder / "sepakat.json").read_bytes()
    assert refused(store.save, AGREED.model_copy(update=update), "sepakat", entry.version, folder) == "agreed"
    assert (folder / "sepakat.json").read_bytes() == before
    assert len(store.versions("sepakat", folder)) == 1


def test_only_the_record_of_its_results_may_be_renewed(folder):
    record = ResultsRecord(
        saved_at="2026-11-22T10:00:00", program_version="1", baseline_digest="", headline={}
    )
    store.save(
        AGREED.model_copy(update={"record": record}), "sepakat", load("sepakat", folder).version, folder
    )
    assert load("sepakat", folder).scenario.record == record


def test_an_agreed_scenario_is_not_renamed_but_can_be_deleted_and_restored(folder):
    other_name, version = AGREED.model_copy(update={"name": "Lain"}), load("sepakat", folder).version
    assert refused(store.save, other_name, "sepakat", version, folder) == "agreed"
    assert trash.restore(trash.delete(store.entry("sepakat", folder), folder), folder) == "sepakat"
    assert load("sepakat", folder).scenario == AGREED


def test_a_proposal_becomes_agreed_or_a_draft_again(tmp_path):
    scenario: Scenario = DRAFT.model_copy(update={"decisions": (ENTRY,)})
    version = None
    for status in ("draft", "proposed", "draft", "proposed", "agreed"):
        version = store.save(scenario.model_copy(update={"status": status}), "x", version, tmp_path)
        assert load("x", tmp_path).scenario.status == status


def test_a_file_that_cannot_be_read_is_not_written_over(tmp_path):
    (tmp_path / "rusak.json").write_bytes(b"{")
    assert refused(store.save, DRAFT, "rusak", store.version_of(b"{"), tmp_path) == "not_json"
    assert (tmp_path / "rusak.json").read_bytes() == b"{"
