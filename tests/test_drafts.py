"""Unsaved work survives: what was kept comes back whole, and what cannot come back says so."""

from dataclasses import replace

import pytest

from simulator.errors import UserError
from simulator.files import draft_store
from simulator.files.draft_store import UNDO_STEPS, find_draft, keep_draft, opened
from simulator.model.scenario import Override, with_override, with_value

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
        scenario = with_override(scenario, Override(unit=unit, target_share=0.5, workers_per_asn=1.0, join_month="2025-11"))
    draft = moved(replace(draft, scenario=scenario), UNDO_STEPS + 5)
    keep_draft(TOKEN, draft)
    assert len(draft.undo) == UNDO_STEPS and find_draft(TOKEN) == draft


def test_nothing_kept_is_no_draft():
    assert find_draft(TOKEN) is None


def test_a_draft_cut_short_is_told_not_half_loaded():
    keep_draft(TOKEN, moved(opened("komitmen-september"), 2))
    path = draft_store.DRAFTS / f"{TOKEN}.json"
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(UserError) as told:
        find_draft(TOKEN)
    assert told.value.problems[0].code == "unreadable_draft"


def test_a_draft_whose_unit_is_gone_from_the_data_is_told():
    draft = opened("komitmen-september")
    gone = with_override(draft.scenario, Override(unit="GONE-01", target_share=0.5, workers_per_asn=None, join_month=None))
    keep_draft(TOKEN, replace(draft, scenario=gone))
    with pytest.raises(UserError) as told:
        find_draft(TOKEN)
    assert [p.code for p in told.value.problems] == ["unknown_unit"]


def test_a_change_to_the_same_is_no_step_and_a_new_step_ends_the_way_forth():
    draft = moved(opened("komitmen-september"), 2)
    assert draft.changed(draft.scenario) is draft
    assert draft.undone().changed(draft.saved).redo == ()
