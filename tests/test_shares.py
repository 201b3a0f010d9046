"""Behaviour on network shares and Windows, which refuse more than a local disk, as far as one machine can show it."""

import os

import pytest

from simulator.errors import UserError
from simulator.model.scenario import with_value
from simulator.store import places
from simulator.store import scenario_store as store
from simulator.store.places import SCENARIOS

STEM = "komitmen-september"
BEFORE = (SCENARIOS / f"{STEM}.json").read_bytes()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / f"{STEM}.json").write_bytes(BEFORE)
    return tmp_path


def save(folder):
    opened = store.load(STEM, folder)
    store.save(with_value(opened.scenario, "horizon_months", 7), STEM, opened.version, folder)


def refuse_to_replace(monkeypatch, times):
    """Refuse to replace a file that is being read, a number of times."""
    replace, left = os.replace, [times]

    def refused(source, target):
        if left[0] and os.path.basename(target) == f"{STEM}.json":
            left[0] -= 1
            raise PermissionError(13, "The process cannot access the file because it is being used")
        replace(source, target)

    monkeypatch.setattr(os, "replace", refused)


def test_a_file_that_somebody_reads_is_replaced_once_it_is_let_go(folder, monkeypatch):
    refuse_to_replace(monkeypatch, times=5)
    save(folder)
    assert store.load(STEM, folder).scenario.horizon_months == 7


def test_a_file_that_is_not_let_go_stays_and_it_is_reported(folder, monkeypatch):
    monkeypatch.setattr(places, "READ_WITHIN_S", 0.1)
    refuse_to_replace(monkeypatch, times=10**9)
    with pytest.raises(UserError) as refused:
        save(folder)
    assert [problem.code for problem in refused.value.problems] == ["cannot_write"]
    assert (folder / f"{STEM}.json").read_bytes() == BEFORE
    assert not list(folder.rglob("*.tmp"))


def test_a_share_without_locks_is_reported_and_nothing_is_written(folder, monkeypatch):
    def no_locks(*_):
        raise OSError(37, "No locks available")

    fcntl = pytest.importorskip("fcntl", reason="Windows locks in another way")
    monkeypatch.setattr(fcntl, "flock", no_locks)
    with pytest.raises(UserError) as refused:
        save(folder)
    assert [problem.code for problem in refused.value.problems] == ["cannot_write"]
    assert (folder / f"{STEM}.json").read_bytes() == BEFORE
