"""Several programs work on one folder: everything reported as saved is there, and nobody overwrites another."""

import json
import shutil

import pytest
from writers import WRITERS, results_of_writers

from simulator.errors import UserError
from simulator.store import scenario_store as store
from simulator.store import trash
from simulator.store.baseline_files import read_baseline, read_baseline_named
from simulator.store.baseline_store import write_baseline
from simulator.store.history import place
from simulator.store.places import SCENARIOS
from simulator.store.scenario_store import load

SCENARIO = load("komitmen-september").scenario
BASELINE = read_baseline_named("kendal-2025-08")


def written(words):
    return SCENARIO.model_copy(update={"description": words})


@pytest.fixture
def folder(tmp_path):
    store.save(SCENARIO, "satu", None, tmp_path)
    return tmp_path


def save_one(folder, name, times):
    """Save the file as just opened, repeatedly; returns the versions before and after each reported save."""
    done = []
    for n in range(times):
        before = store.version_of((folder / "satu.json").read_bytes())
        try:
            done.append([before, store.save(written(f"{name}, {n}"), "satu", before, folder)])
        except UserError as error:
            assert [p.code for p in error.problems] == ["changed_on_disk"]
    return done


def test_of_1000_saves_of_one_scenario_each_reported_as_done_follows_on_the_one_before(folder):
    first = load("satu", folder).version
    done = [save for results in results_of_writers(save_one, folder, 125) for save in results]
    after = dict(done)
    assert len(after) == len(done) >= 125, "two changed the same version"
    version = first
    for _ in done:
        version = after[version]
    assert load("satu", folder).version == version


def save_until_done(folder, name, times):
    """Save repeatedly, reopening the file if it has changed, until all saves succeed.

    Returns the number of successes.
    """
    shown = 0
    for n in range(times):
        while True:
            version = store.version_of((folder / "satu.json").read_bytes())
            try:
                store.save(written(f"{name}, {n}"), "satu", version, folder)
                break
            except UserError:
                shown += 1
    return shown


def test_who_opens_anew_and_tries_again_gets_every_save_done(folder):
    results_of_writers(save_until_done, folder, 10)
    kept = [json.loads(p.read_bytes())["scenario"]["description"] for p in place("satu", folder).glob("*")]
    wanted = [f"writer {i}, {n}" for i in range(WRITERS) for n in range(10)]
    assert sorted(kept) == sorted([SCENARIO.description, *wanted])


def save_new_ones(folder, name, times):
    return [[store.save_new(written(f"{name}, {n}"), folder)[0], f"{name}, {n}"] for n in range(times)]


def test_200_new_scenarios_of_one_name_get_200_files(folder):
    done = [pair for results in results_of_writers(save_new_ones, folder, 25) for pair in results]
    assert len(done) == 200
    there = {e.stem: e.scenario.description for e in store.list_scenarios(folder)}
    assert there == {**dict(done), "satu": SCENARIO.description}


def save_as_opened_at_first(folder, name, times):
    version = (folder / "opened").read_text()
    try:
        store.save(written(name), "satu", version, folder)
        return "saved"
    except UserError as error:
        return error.problems[0].code


def test_of_eight_who_opened_the_same_version_one_saves_and_the_others_are_refused(folder):
    (folder / "opened").write_text(load("satu", folder).version)
    results = results_of_writers(save_as_opened_at_first, folder, 1)
    assert sorted(results) == ["changed_on_disk"] * 7 + ["saved"]
    assert load("satu", folder).scenario == written(f"writer {results.index('saved')}")


def delete_and_restore(folder, name, times):
    """Delete and restore while others do the same; returns how often this one deleted an existing file."""
    deleted = 0
    for _ in range(times):
        try:
            trash.restore(trash.delete(store.entry("satu", folder), folder), folder)
            deleted += 1
        except UserError as error:
            assert error.problems[0].code in ("no_such_file", "changed_on_disk")
    return deleted


def test_deleting_and_restoring_at_once_keeps_the_one_scenario_with_its_history(folder):
    assert sum(results_of_writers(delete_and_restore, folder, 20)) > 0
    assert [(e.stem, e.scenario) for e in store.list_scenarios(folder)] == [("satu", SCENARIO)]
    assert len(store.versions("satu", folder)) == 1 and trash.list_trash(folder) == []


def delete_my_own(folder, name, times):
    stem = name.replace("writer ", "skenario-")
    try:
        trash.delete(store.entry(stem, folder), folder, keeps_last=True)
        return "deleted"
    except UserError as error:
        return error.problems[0].code


def test_of_eight_who_delete_the_last_eight_at_once_one_is_refused(folder):
    (folder / "satu.json").write_text("{}")  # one that cannot be read counts for none
    for i in range(WRITERS):
        shutil.copy(SCENARIOS / "contoh.json", folder / f"skenario-{i}.json")
    results = results_of_writers(delete_my_own, folder, 1)
    assert sorted(results) == ["deleted"] * 7 + ["last_scenario"]
    assert [e.stem for e in store.list_scenarios(folder) if e.scenario] == [
        f"skenario-{results.index('last_scenario')}"
    ]


def write_one_baseline(folder, name, times):
    try:
        write_baseline("kendal-2026-11", BASELINE.units, BASELINE.facts, folder=folder)
        return "written"
    except UserError as error:
        return error.problems[0].code


def test_of_eight_baselines_of_one_name_one_is_written_and_the_others_are_refused(folder):
    results = results_of_writers(write_one_baseline, folder, 1)
    assert sorted(results) == ["baseline_exists"] * 7 + ["written"]
    assert read_baseline(folder / "kendal-2026-11").units == BASELINE.units


def test_a_renaming_or_deletion_of_a_file_that_was_saved_meanwhile_is_reported_and_the_newer_one_stays(
    folder,
):
    seen = store.entry("satu", folder)
    store.save(written("lebih baru"), "satu", seen.version, folder)
    renamed = seen.saved.scenario.model_copy(update={"name": "Baru"})
    for action in (
        lambda: store.save(renamed, "satu", seen.version, folder),
        lambda: trash.delete(seen, folder),
    ):
        with pytest.raises(UserError) as error:
            action()
        assert error.value.problems[0].code == "changed_on_disk"
    assert load("satu", folder).scenario == written("lebih baru")
