"""A process killed while it stores unsaved work, a meeting's list or chosen columns leaves the old or the new content, whole.

For saved scenarios, history, trash, baselines, actuals and backups this is tested in their own files.
"""

import pytest
from kills import left_by_kills

from simulator.model.scenario import with_value
from simulator.store import agency, audit, draft_store
from simulator.store.draft_store import find_draft, keep_draft, opened
from simulator.store.list_columns import find_columns, keep_columns
from simulator.store.meeting_store import Meeting, Slot, find_meeting, keep_meeting
from simulator.store.scenario_store import entry, save

TOKEN, OTHER = "0" * 16, "1" * 16
OPENED = opened("komitmen-september")
SHARE = "participation.opd.target_share"
HEADINGS = ("Unit Kerja", "Jumlah")


@pytest.fixture
def scratch(tmp_path_factory):
    return tmp_path_factory.mktemp("killed")


@pytest.fixture
def drafts(monkeypatch):
    """Store the drafts in a folder, here and in the process that is killed."""
    monkeypatch.setattr(draft_store, "_unwritten", {})
    return lambda folder: monkeypatch.setattr(draft_store, "DRAFTS", folder)


def moved(share):
    return OPENED.changed(with_value(OPENED.scenario, SHARE, share))


def keep_the_later_draft(folder):
    draft_store.DRAFTS = folder
    keep_draft(TOKEN, moved(0.7))


def keep_the_longer_list(folder):
    draft_store.DRAFTS = folder
    slots = (Slot(moved(0.7), OPENED.scenario, OTHER), Slot(opened("contoh"), opened("contoh").scenario))
    keep_meeting(TOKEN, Meeting(slots, 1))


def keep_other_columns(folder):
    keep_columns("units", HEADINGS, {"name": (1,)}, folder / "list_columns.json")


def save_as_an_editor(folder):
    agency.AGENCY, audit.AUDIT = folder / "agency.toml", folder / "audit.jsonl"
    agency.serve(lambda: "ani@kendal.example")
    save(moved(0.7).scenario, "satu", entry("satu", folder).version, folder)


def once_each(seen):
    return list(dict.fromkeys(seen))


def test_a_draft_is_the_former_or_the_later(tmp_path, scratch, drafts):
    drafts(tmp_path)
    keep_draft(TOKEN, moved(0.5))
    seen = []
    for left in left_by_kills(keep_the_later_draft, tmp_path, scratch):
        drafts(left)
        seen.append(find_draft(TOKEN))
        keep_draft(TOKEN, moved(0.9))  # and continues
        assert find_draft(TOKEN) == moved(0.9)
    assert once_each(found.scenario.participation.opd.target_share for found in seen) == [0.5, 0.7]
    assert set(map(len, (found.undo for found in seen))) == {1}


def test_a_list_of_a_meeting_is_the_former_or_the_later_and_its_work_is_there(tmp_path, scratch, drafts):
    drafts(tmp_path)
    keep_meeting(TOKEN, Meeting((Slot(OPENED, OPENED.scenario),), 0))
    seen = []
    for left in left_by_kills(keep_the_longer_list, tmp_path, scratch):
        drafts(left)
        found = find_meeting(TOKEN)
        assert [place.draft and place.draft.scenario.name for place in found][1:] in ([], [None])
        seen.append(tuple(bool(place.draft) for place in found))
    assert once_each(seen) == [(False,), (True, False)]


def test_chosen_columns_are_the_former_or_the_later(tmp_path, scratch):
    path = tmp_path / "list_columns.json"
    keep_columns("units", HEADINGS, {"name": (0,)}, path)
    seen = []
    for left in left_by_kills(keep_other_columns, tmp_path, scratch):
        seen.append(find_columns("units", HEADINGS, left / path.name)["name"])
        keep_other_columns(left)  # and continues, also past a lock that was held
        assert find_columns("units", HEADINGS, left / path.name)["name"] == (1,)
    assert once_each(seen) == [(0,), (1,)]


def test_nothing_is_saved_for_an_agency_without_its_line_in_the_audit_log(tmp_path, scratch):
    save(OPENED.scenario, "satu", None, tmp_path)
    before = entry("satu", tmp_path).version
    lists = 'hosts = ["simulator.kendal.example"]\neditors = ["ani@kendal.example"]\n'
    (tmp_path / "agency.toml").write_text(lists)
    seen = []
    for left in left_by_kills(save_as_an_editor, tmp_path, scratch):
        log = left / "audit.jsonl"
        ended = [
            line for line in (log.read_text().splitlines() if log.exists() else []) if line.endswith("}")
        ]
        seen.append((bool(ended), entry("satu", left).version != before))
    assert once_each(seen) == [(False, False), (True, False), (True, True)]
