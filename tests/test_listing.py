"""The list of scenario files while somebody else changes folders."""

import shutil
from pathlib import Path

from simulator.store import scenario_store as store
from simulator.ui import listing
from tests.own_app import own_scenarios


def test_a_data_set_that_is_deleted_while_files_are_listed_keeps_no_scenario_from_the_list(
    tmp_path, monkeypatch
):
    scenarios = own_scenarios(tmp_path / "scenarios", monkeypatch)
    baselines = tmp_path / "baselines"
    for name in ("a", "b", "c"):
        (baselines / name).mkdir(parents=True)
        (baselines / name / "units.csv").write_text("", encoding="utf-8")
    lstat = Path.lstat

    def deleting(path):
        for name in ("a", "b", "c"):  # all others are gone when the first is read
            shutil.rmtree(baselines / name, ignore_errors=True)
        return lstat(path)

    monkeypatch.setattr(listing, "BASELINES", baselines)
    monkeypatch.setattr(Path, "lstat", deleting)
    listed = {entry.stem for entry in listing.entries()}
    assert not list(baselines.iterdir())
    assert listed == {path.stem for path in scenarios.glob("*.json")} and len(listed) > 5


def test_files_are_listed_though_another_visit_forgets_what_is_kept_meanwhile(tmp_path, monkeypatch):
    scenarios, entry = own_scenarios(tmp_path / "scenarios", monkeypatch), store.entry

    def forgotten(stem):
        listing._read.clear()
        return entry(stem)

    monkeypatch.setattr(store, "entry", forgotten)
    listed = [found.stem for found in listing.entries()]
    assert sorted(listed) == sorted(path.stem for path in scenarios.glob("*.json")) and len(listed) > 5
