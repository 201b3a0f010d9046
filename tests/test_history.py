"""Each save is a version that can be looked up, whatever happens to the file later."""

import json
import os
from datetime import datetime

import pytest
from kills import left_by_kills
from regency import GOLDEN

from simulator.errors import UserError
from simulator.model.beside_settings import Decision
from simulator.model.projection import project
from simulator.model.scenario import with_value
from simulator.report.sentences.scenarios import differences
from simulator.store import history, trash
from simulator.store import scenario_store as store
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.scenario_store import load, versions
from simulator.words import LANGUAGES
from simulator.words.errors import problem_text
from tests.explaining import context_of

OLD = (GOLDEN / "v1" / "komitmen-september.json").read_bytes()
SCENARIO = load("komitmen-september").scenario
ENTRY = Decision(
    **dict.fromkeys(("question", "expectation", "finding", "decision"), "x" * 2000),
    owner="x",
    date="2026-11-22",
)


def of_horizon(months):
    return with_value(SCENARIO, "horizon_months", months)


@pytest.fixture
def folder(tmp_path):
    """A scenario saved three times, with 10, 20 and 30 months."""
    version = None
    for months in (10, 20, 30):
        version = store.save(of_horizon(months), "satu", version, tmp_path, f"{months} bulan")
    return tmp_path


def months_of(stem, folder):
    return [v.scenario.horizon_months if v.scenario else None for v in versions(stem, folder)]


def test_each_save_is_a_version_with_date_author_and_note_latest_first(tmp_path):
    before = datetime.now().replace(microsecond=0)
    signed = SCENARIO.model_copy(update={"author": "Bappeda"})
    version = store.save(signed, "satu", None, tmp_path)
    store.save(with_value(signed, "horizon_months", 30), "satu", version, tmp_path, "lebih jauh")
    latest, first = versions("satu", tmp_path)
    assert (latest.note, latest.scenario.horizon_months, latest.scenario.author, latest.is_file) == (
        "lebih jauh",
        30,
        "Bappeda",
        True,
    )
    assert (first.note, first.scenario, first.is_file) == ("", signed, False)
    assert before <= first.saved_at <= latest.saved_at <= datetime.now()


def test_a_file_from_before_there_was_a_history_is_its_first_version(tmp_path):
    (tmp_path / "lama.json").write_bytes(OLD)
    assert versions("lama", tmp_path) == []
    store.save(of_horizon(7), "lama", store.version_of(OLD), tmp_path)
    assert months_of("lama", tmp_path) == [7, SCENARIO.horizon_months]
    assert versions("lama", tmp_path)[1].scenario == SCENARIO


def test_what_was_changed_outside_the_program_is_a_version_too_before_it_is_written_over(folder):
    by_hand = store.scenario_bytes(of_horizon(31))
    (folder / "satu.json").write_bytes(by_hand)
    assert not any(v.is_file for v in versions("satu", folder))
    store.save(of_horizon(40), "satu", store.version_of(by_hand), folder)
    assert months_of("satu", folder) == [40, 31, 30, 20, 10]


def test_an_old_version_is_restored_as_a_new_one_and_the_present_one_stays(folder):
    old = versions("satu", folder)[2].scenario
    store.save(old, "satu", load("satu", folder).version, folder, "dipulihkan")
    assert months_of("satu", folder) == [10, 30, 20, 10]
    assert [v.is_file for v in versions("satu", folder)] == [True, False, False, False]
    assert load("satu", folder).scenario == of_horizon(10)


def renamed(name, stem, folder, note=""):
    before = load(stem, folder)
    store.save(before.scenario.model_copy(update={"name": name}), stem, before.version, folder, note)


def test_a_renamed_scenario_keeps_its_file_and_its_history_and_what_is_new_comes_on_top(folder):
    renamed("Nama lain", "satu", folder)
    assert [path.name for path in folder.glob("*.json")] == ["satu.json"]
    assert months_of("satu", folder) == [30, 30, 20, 10]
    assert [v.scenario.name for v in versions("satu", folder)][:2] == ["Nama lain", "Komitmen September"]


def test_a_renaming_is_noted_and_the_file_is_found_again_in_its_place(folder):
    renamed("Nama lain", "satu", folder, "Nama diganti dari Komitmen September")
    assert [v.note for v in versions("satu", folder)] == [
        "Nama diganti dari Komitmen September",
        "30 bulan",
        "20 bulan",
        "10 bulan",
    ]
    renamed("Lagi", "satu", folder)
    assert store.is_there("satu", folder) and load("satu", folder).scenario.name == "Lagi"
    assert store.free_stem("Lagi", folder) == "lagi"
    trash.delete(store.entry("satu", folder), folder)
    assert not store.is_there("satu", folder)


def test_a_file_without_versions_is_renamed_without_losing_its_old_self(tmp_path):
    (tmp_path / "lama.json").write_bytes(OLD)
    renamed("Baru", "lama", tmp_path)
    assert [v.scenario.name for v in versions("lama", tmp_path)] == ["Baru", "Komitmen September"]


class EarlierClock(datetime):
    """A clock ten years behind, as after an empty battery."""

    @classmethod
    def now(cls, tz=None):
        return datetime(2016, 1, 1, 8, 0)


def test_a_clock_that_went_back_changes_neither_the_order_of_versions_nor_what_the_trash_holds(
    folder, monkeypatch
):
    monkeypatch.setattr(store, "datetime", EarlierClock)
    store.save(of_horizon(40), "satu", load("satu", folder).version, folder)
    latest = versions("satu", folder)[0]
    assert months_of("satu", folder) == [40, 30, 20, 10]
    assert latest.is_file and latest.saved_at.year == 2016
    for months in (50, 60):  # of the same name, within one second of that clock
        trash.delete(store.entry("satu", folder), folder)
        store.save(of_horizon(months), "satu", None, folder)
    back = sorted(trash.restore(entry.stem, folder) for entry in trash.list_trash(folder))
    assert back == ["satu-2", "satu-3"]
    assert sorted(months_of(stem, folder)[0] for stem in ("satu", *back)) == [40, 50, 60]


def test_the_history_goes_to_the_trash_and_comes_back(folder):
    discarded = trash.delete(store.entry("satu", folder), folder)
    assert versions("satu", folder) == []
    store.save(of_horizon(5), "satu", None, folder)
    assert months_of("satu", folder) == [5]
    assert trash.restore(discarded, folder) == "satu-2"
    assert months_of("satu-2", folder) == [30, 20, 10] and months_of("satu", folder) == [5]


def test_a_file_deleted_by_hand_leaves_its_history_to_nobody_else(folder):
    (folder / "satu.json").unlink()
    assert store.free_stem("Satu", folder) == "satu-2"
    assert months_of("satu", folder) == [30, 20, 10]


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b'{"saved_at": "x", "note": "", "scenario": {}}',
        b"\xff",
        b'{"saved_at": "2026-11-22T10:00:00", "note": "", "scenario": {"schema_version": 9}}',
    ],
)
def test_a_version_that_cannot_be_read_is_reported_and_worked_around(folder, broken):
    file = sorted(history.place("satu", folder).glob("*.json"))[1]
    file.write_bytes(broken)
    found = versions("satu", folder)
    assert months_of("satu", folder) == [30, None, 10]
    for lang in LANGUAGES:
        assert all(problem_text(p, lang) for p in found[1].problems) and found[1].problems
    store.save(of_horizon(40), "satu", load("satu", folder).version, folder)
    assert months_of("satu", folder) == [40, 30, None, 10]


def test_a_time_nobody_can_read_is_reported(folder):
    file = sorted(history.place("satu", folder).glob("*.json"))[0]
    file.write_text(json.dumps(json.loads(file.read_bytes()) | {"saved_at": "kemarin"}))
    assert versions("satu", folder)[-1].problems[0].code == "unreadable_version"


def test_the_200_newest_versions_are_kept(folder, monkeypatch):
    assert history.MOST_VERSIONS == 200
    monkeypatch.setattr(history, "MOST_VERSIONS", 4)
    for months in (40, 50, 60):
        store.save(of_horizon(months), "satu", load("satu", folder).version, folder)
    assert months_of("satu", folder) == [60, 50, 40, 30]


def test_a_save_the_disk_refuses_leaves_neither_a_file_nor_a_version(folder, monkeypatch):
    real = os.replace
    monkeypatch.setattr(
        os,
        "replace",
        lambda source, target: real(source, target) if history.HISTORY in str(target) else full(),
    )

    def full():
        raise OSError(28, "No space left on device")

    with pytest.raises(UserError) as error:
        store.save(of_horizon(40), "satu", load("satu", folder).version, folder)
    assert error.value.problems[0].code == "cannot_write"
    assert months_of("satu", folder) == [30, 20, 10] and load("satu", folder).scenario == of_horizon(30)


def test_the_largest_file_and_the_longest_note_can_be_read_back(tmp_path):
    data = store.scenario_bytes(SCENARIO)
    history.keep(
        tmp_path / "x.json",
        data + b" " * (store.MAX_BYTES - len(data)),
        "é" * history.LONGEST_NOTE,
        datetime.now(),
    )
    long = SCENARIO.model_copy(update={"decisions": (ENTRY,) * 100})
    assert 0.8 * store.MAX_BYTES < len(store.scenario_bytes(long)) < store.MAX_BYTES
    store.save(long, "x", None, tmp_path)
    assert [v.scenario for v in versions("x", tmp_path)] == [long, SCENARIO]


# ---- a program killed while it changes the files


def save_forty_months(folder):
    store.save(of_horizon(40), "satu", load("satu", folder).version, folder, "40 bulan")


@pytest.fixture
def scratch(tmp_path_factory):
    return tmp_path_factory.mktemp("killed")


def test_a_process_killed_while_saving_leaves_a_file_that_is_in_its_history_or_one_version_behind_it(
    folder, scratch
):
    seen = []
    for left in left_by_kills(save_forty_months, folder, scratch):
        found = versions("satu", left)
        assert all(v.scenario for v in found), "half a version"
        now = load("satu", left).scenario
        newest = next(i for i, v in enumerate(found) if v.is_file)
        assert found[newest].scenario == now and found[newest].note == f"{now.horizon_months} bulan"
        seen.append((now.horizon_months, newest))
        store.save(of_horizon(50), "satu", load("satu", left).version, left, "50 bulan")  # and continues
        assert versions("satu", left)[0].is_file and months_of("satu", left)[-3:] == [30, 20, 10]
    assert list(dict.fromkeys(seen)) == [(30, 0), (30, 1), (40, 0)]


def delete_it(folder):
    trash.delete(store.entry("satu", folder), folder)


def restore_it(folder):
    trash.restore(trash.list_trash(folder)[0].stem, folder)


@pytest.mark.parametrize("action", [delete_it, restore_it])
def test_a_process_killed_while_deleting_or_restoring_loses_neither_the_file_nor_its_history(
    folder, scratch, action
):
    if action is restore_it:
        delete_it(folder)
    seen = []
    for left in left_by_kills(action, folder, scratch):
        listed, deleted = store.list_scenarios(left), trash.list_trash(left)
        assert len(listed) + len(deleted) == 1
        seen.append("in the list" if listed else "in the trash")
        stem = listed[0].stem if listed else trash.restore(deleted[0].stem, left)
        assert load(stem, left).scenario == of_horizon(30) and months_of(stem, left) == [30, 20, 10]
    way = ["in the list", "in the trash"]
    assert list(dict.fromkeys(seen)) == (way if action is delete_it else way[::-1])


def projected(scenario):
    return context_of(project(scenario, read_baseline_named(scenario.baseline), read_programme()))


def change_words(then, now, lang):
    return [str(line) for line in differences(projected(then), projected(now), lang)]


def test_what_differs_in_a_version_is_reported_in_words_settings_first():
    then = with_value(SCENARIO, "participation.opd.target_share", 0.5).model_copy(
        update={"description": "Lain", "status": "proposed"}
    )
    assert change_words(then, SCENARIO, "id") == [
        "Partisipasi minimal OPD: dulu 50 %, sekarang 0 %",
        "Juga berbeda: keterangan dan status",
    ]
    assert change_words(then, SCENARIO, "en") == [
        "Floor of participation, OPD: then 50 %, now 0 %",
        "Also different: description and status",
    ]


def test_a_version_with_the_same_settings_says_so():
    then = SCENARIO.model_copy(update={"decisions": (ENTRY,)})
    assert change_words(then, SCENARIO, "en") == [
        "All its settings are those of the file as it is now.",
        "Also different: decision log",
    ]
