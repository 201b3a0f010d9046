"""Unsaved work survives: stored drafts come back whole, and a draft that cannot come back is reported."""

import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from simulator.errors import UserError
from simulator.model.parts import Override
from simulator.model.scenario import with_override, with_value
from simulator.store import draft_store, trash
from simulator.store import scenario_store as store
from simulator.store.draft import UNDO_STEPS
from simulator.store.draft_store import attached, find_draft, followed, keep_draft, opened
from tests.browser import PATIENCE_S

TOKEN = "0123456789abcdef"


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(draft_store, "DRAFTS", tmp_path / "drafts")


def moved(draft, times):
    for step in range(1, times + 1):
        draft = draft.changed(with_value(draft.scenario, "participation.opd.target_share", step / 100))
    return draft


def test_a_kept_draft_comes_back_with_its_way_back_and_forth():
    draft = moved(opened("komitmen-september"), 3).undone()
    keep_draft(TOKEN, draft)
    assert find_draft(TOKEN) == draft and draft.scenario.participation.opd.target_share == 0.02


def test_long_work_with_an_override_for_every_unit_comes_back_too():
    draft = opened("komitmen-september")
    scenario = with_value(draft.scenario, "description", "x" * 4000)
    for unit in [f"OPD-{i:02d}" for i in range(1, 39)]:
        scenario = with_override(
            scenario, Override(unit=unit, target_share=0.5, workers_per_asn=1.0, join_month="2025-11")
        )
    draft = moved(replace(draft, scenario=scenario), UNDO_STEPS + 5)
    keep_draft(TOKEN, draft)
    assert len(draft.undo) == UNDO_STEPS and find_draft(TOKEN) == draft


def test_the_later_of_two_values_kept_at_once_is_the_one_that_stays(monkeypatch):
    earlier, later = (moved(opened("komitmen-september"), steps) for steps in (1, 2))
    write, is_writing, is_later_kept = draft_store.write_atomically, threading.Event(), threading.Event()

    def write_slowly(*args, **options):
        is_writing.set()
        assert is_later_kept.wait(PATIENCE_S)
        write(*args, **options)

    class Watched(dict):
        """Lets the earlier write continue once the later draft is registered."""

        def __setitem__(self, token, draft):
            super().__setitem__(token, draft)
            if draft is later:
                is_later_kept.set()

    monkeypatch.setattr(draft_store, "write_atomically", write_slowly)
    monkeypatch.setattr(draft_store, "_unwritten", Watched())
    with ThreadPoolExecutor() as pool:
        first = pool.submit(keep_draft, TOKEN, earlier)
        assert is_writing.wait(PATIENCE_S)
        second = pool.submit(keep_draft, TOKEN, later)
        assert [kept.result(PATIENCE_S) for kept in (first, second)] == [None, None]
    assert draft_store._unwritten == {} and find_draft(TOKEN) == later


def test_a_later_draft_kept_while_the_disk_writes_the_earlier_one_is_not_lost(monkeypatch):
    earlier, later = (moved(opened("komitmen-september"), steps) for steps in (1, 2))
    is_later_kept, kept_later = threading.Event(), []

    class Watched(dict):
        """Registers the later draft while the code checks whether the earlier one is still the latest."""

        def __setitem__(self, token, draft):
            super().__setitem__(token, draft)
            if draft is later:
                is_later_kept.set()

        def __getitem__(self, token):
            last = super().__getitem__(token)
            if not kept_later:
                kept_later.append(pool.submit(keep_draft, TOKEN, later))
                is_later_kept.wait(0.3)  # or until it is clear that it must wait
            return last

    monkeypatch.setattr(draft_store, "_unwritten", Watched())
    with ThreadPoolExecutor() as pool:
        keep_draft(TOKEN, earlier)
        kept_later[0].result(PATIENCE_S)
    assert draft_store._unwritten == {} and find_draft(TOKEN) == later


def test_old_drafts_go_with_what_was_left_of_writing_them_and_newer_ones_stay():
    keep_draft(TOKEN, opened("komitmen-september"))
    new, old = (f"{TOKEN}.json", f".{TOKEN}.json.1.tmp"), ("a" * 16 + ".json", ".a.json.2.tmp")
    for name in (*new[1:], *old):
        (draft_store.DRAFTS / name).write_text("{", encoding="utf-8")
    long_ago = time.time() - (draft_store.KEPT_DAYS + 1) * 86400
    for name in old:
        os.utime(draft_store.DRAFTS / name, (long_ago, long_ago))
    draft_store.clear_old_drafts()
    assert {path.name for path in draft_store.DRAFTS.iterdir()} == set(new)


def test_nothing_kept_is_no_draft():
    assert find_draft(TOKEN) is None


def test_a_draft_cut_short_is_reported_not_half_loaded():
    keep_draft(TOKEN, moved(opened("komitmen-september"), 2))
    path = draft_store.DRAFTS / f"{TOKEN}.json"
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(UserError) as error:
        find_draft(TOKEN)
    assert error.value.problems[0].code == "unreadable_draft"


def test_a_draft_whose_unit_is_gone_from_the_data_is_reported():
    draft = opened("komitmen-september")
    gone = with_override(
        draft.scenario, Override(unit="GONE-01", target_share=0.5, workers_per_asn=None, join_month=None)
    )
    keep_draft(TOKEN, replace(draft, scenario=gone))
    with pytest.raises(UserError) as error:
        find_draft(TOKEN)
    assert [p.code for p in error.value.problems] == ["unknown_unit"]


def test_a_change_to_the_same_is_no_step_and_a_new_step_ends_the_way_forth():
    draft = moved(opened("komitmen-september"), 2)
    assert draft.changed(draft.scenario) is draft
    assert draft.undone().changed(draft.saved).redo == ()


# ---- the file of a draft that somebody else renamed, deleted or restored


@pytest.fixture
def folder(tmp_path):
    store.save(
        opened("komitmen-september").scenario.model_copy(update={"name": "Satu"}), "satu", None, tmp_path
    )
    return tmp_path


def renamed(folder, name="Baru"):
    before = store.load("satu", folder)
    return store.save(before.scenario.model_copy(update={"name": name}), "satu", before.version, folder)


OPD = "participation.opd.target_share"


def pushed(draft, share, hold):
    return draft.changed(with_value(draft.scenario, OPD, share), ("lever", hold))


def test_changes_in_one_hold_of_a_lever_are_one_step_until_something_comes_between():
    first = opened("komitmen-september")
    draft = pushed(pushed(pushed(first, 0.1, 1), 0.2, 1), 0.3, 1)
    assert (draft.undo, draft.before) == ((first.scenario,), first.scenario)
    assert len(pushed(draft, 0.4, 2).undo) == 2  # another hold
    assert len(pushed(draft.undone().redone(), 0.4, 1).undo) == 2
    described = draft.changed(with_value(draft.scenario, "description", "x"))
    assert len(pushed(described, 0.4, 1).undo) == 3
    assert pushed(draft, first.scenario.participation.opd.target_share, 1) == first  # back at its start


def test_a_hold_of_a_lever_makes_one_copy_of_an_agreed_scenario():
    agreed = opened("komitmen-september").scenario.model_copy(update={"status": "agreed"})
    first = replace(opened("komitmen-september"), scenario=agreed, saved=agreed)
    draft = pushed(pushed(first, 0.1, 1), 0.2, 1)
    assert (draft.scenario.name, draft.scenario.status) == (f"{agreed.name} (2)", "draft")
    assert draft.undo == (agreed,)


def test_a_draft_follows_its_file_to_a_new_name_and_keeps_its_changes(folder):
    draft = moved(opened("satu", folder), 2).undone()
    version = renamed(folder)
    found = followed(draft, folder)
    assert (found.stem, found.version, found.saved.name, found.scenario.name) == (
        "satu",
        version,
        "Baru",
        "Baru",
    )
    assert [s.name for s in (*found.undo, *found.redo)] == ["Baru", "Baru"] and found.unsaved
    assert found.scenario.participation == draft.scenario.participation
    store.save(found.scenario, found.stem, found.version, folder)  # and is saved there


def test_a_name_that_differs_in_capitals_alone_is_taken_up_in_the_same_file(folder):
    draft = opened("satu", folder)
    renamed(folder, "SATU")
    assert followed(draft, folder) == opened("satu", folder)


def test_a_name_given_in_the_work_is_kept_when_the_file_is_renamed_elsewhere(folder):
    draft = opened("satu", folder)
    draft = draft.changed(draft.scenario.model_copy(update={"name": "Punya saya"}))
    renamed(folder)
    assert (followed(draft, folder).scenario.name, followed(draft, folder).saved.name) == (
        "Punya saya",
        "Baru",
    )


def test_a_file_changed_elsewhere_is_not_taken_for_the_one_that_was_opened(folder):
    draft = opened("satu", folder)
    store.save(with_value(draft.scenario, "horizon_months", 7), "satu", draft.version, folder)
    assert followed(draft, folder) == draft  # saving will ask


def test_a_draft_whose_file_is_gone_stays_as_unsaved_work_and_gets_its_file_back_from_the_trash(folder):
    draft = opened("satu", folder)
    discarded = trash.delete(store.entry("satu", folder), folder)
    gone = followed(draft, folder)
    assert (gone.scenario, gone.stem, gone.unsaved) == (draft.scenario, None, True) and followed(
        gone, folder
    ) is gone
    assert attached(gone, trash.restore(discarded, folder), folder) == draft
    changed = moved(gone, 1)
    assert attached(changed, "satu", folder) == replace(changed, stem="satu", version=draft.version)


def test_work_gets_no_file_that_is_not_what_it_was_opened_from(folder):
    gone = replace(moved(opened("satu", folder), 1), stem=None, version=None)
    other = store.save(with_value(gone.scenario, "horizon_months", 7), "lain", None, folder)
    assert other and attached(gone, "lain", folder) is gone
    elsewhere = opened("lain", folder)
    assert attached(elsewhere, "satu", folder) is elsewhere
