"""A backup made while others save, and one without enough disk space."""

import json
import subprocess
import sys
import zipfile

import pytest
from writers import WRITERS, results_of_writers

from simulator.store import scenario_store as store
from simulator.store.backup import restore_backup, write_backup
from simulator.store.places import ROOT

SCENARIO = store.load("komitmen-september").scenario
BACKUPS = 12
ROOM = 20_000  # bytes, the largest size a file may have


def save_or_back_up(folder, name, times):
    """Save the writer's own file `times` times; "writer 0" instead makes backups and returns their names."""
    if name != "writer 0":
        version = None
        for n in range(times):
            words = {"description": f"{name}, {n}"}
            version = store.save(SCENARIO.model_copy(update=words), name[-1], version, folder / "scenarios")
        return []
    files = [folder.parent / f"{n}.zip" for n in range(times)]
    for file in files:
        assert write_backup(file, folder)[1] == []
    return [file.name for file in files]


def test_a_backup_made_while_seven_save_holds_each_file_whole_with_all_its_versions(tmp_path):
    program = tmp_path / "program"
    (program / "scenarios").mkdir(parents=True)
    store.save(SCENARIO, "dasar", None, program / "scenarios")  # there has to be something to back up
    texts = results_of_writers(save_or_back_up, program, BACKUPS)
    assert sum(map(len, texts)) == BACKUPS
    for name in texts[0]:
        there = tmp_path / name.removesuffix(".zip")
        restore_backup(tmp_path / name, there)
        for entry in (one for one in store.list_scenarios(there / "scenarios") if one.stem != "dasar"):
            number = int(entry.scenario.description.rpartition(" ")[2])
            versions = (there / "scenarios" / ".history" / entry.stem).glob("*")
            kept = [json.loads(path.read_bytes())["scenario"]["description"] for path in versions]
            assert sorted(kept) == sorted(f"writer {entry.stem}, {n}" for n in range(number + 1))
    last = {entry.scenario.description for entry in store.list_scenarios(program / "scenarios")}
    assert last == {SCENARIO.description, *(f"writer {i}, {BACKUPS - 1}" for i in range(1, WRITERS))}


@pytest.mark.skipif(sys.platform == "win32", reason="no limit to a file's size to be set there")
def test_a_backup_without_room_leaves_no_file_and_says_so(tmp_path):
    import resource

    done = subprocess.run(
        [sys.executable, "-m", "simulator", "backup", str(tmp_path / "cadangan.zip"), "--lang", "id"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM)),
    )
    assert done.returncode == 2 and list(tmp_path.iterdir()) == []
    assert "cadangan.zip: berkas tidak dapat ditulis" in done.stderr and "Traceback" not in done.stderr


def test_that_room_is_less_than_a_backup_takes(tmp_path):
    write_backup(tmp_path / "cadangan.zip")
    assert (tmp_path / "cadangan.zip").stat().st_size > ROOM
    assert zipfile.ZipFile(tmp_path / "cadangan.zip").testzip() is None
