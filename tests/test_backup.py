"""A backup holds all work, restoring it brings that work back, and an update done this way loses none."""

import os
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from commands import as_process
from kills import left_by_kills

from simulator.errors import UserError
from simulator.model.actuals import Record
from simulator.store import agency, audit, draft_store, places, trash
from simulator.store import scenario_store as store
from simulator.store.actuals_store import append_actuals, read_actuals
from simulator.store.backup import restore_backup, write_backup
from simulator.store.baseline_files import read_baseline_named
from simulator.store.baseline_store import write_baseline
from simulator.store.list_columns import keep_columns
from simulator.store.meeting_store import Meeting, Slot, keep_meeting

ROOT = Path(__file__).resolve().parents[1]
SCENARIO = store.load("komitmen-september").scenario
BASELINE = read_baseline_named("kendal-2025-08")
LEFT_BEHIND = (".lock", ".tmp")
# Files in the program's folder that are nobody's work; other tests may leave some there meanwhile.
NOT_SHIPPED = shutil.ignore_patterns(".*", "list_columns.json")


def with_work(root: Path) -> Path:
    """A program folder with work of every kind, created by the program's own functions."""
    for place in ("scenarios", "data"):
        shutil.copytree(ROOT / place, root / place, ignore=NOT_SHIPPED)
    folder = root / "scenarios"
    version = store.save(SCENARIO, "kerja", None, folder)
    store.save(SCENARIO.model_copy(update={"author": "Bappeda"}), "kerja", version, folder, "lebih jauh")
    trash.delete(store.entry("contoh", folder), folder)
    write_baseline("kendal-2026-11", BASELINE.units, BASELINE.facts, folder=root / "data" / "baselines")
    line = Record("2026-11-01T08:00:00", "Ani", "a.csv", "2026-01", "", {"enrolled": 990})
    append_actuals("Kabupaten Kendal", [line], root / "data" / "actuals")
    keep_columns("units", ["Nama", "ASN"], {"name": (0,)}, root / "data" / "list_columns.json")
    (root / "data" / "templates" / "logo.png").write_bytes(b"\x89PNG")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(audit, "AUDIT", root / "data" / "audit.jsonl")
        patched.setattr(agency, "editor", lambda: "ani@kendal.example")
        patched.setattr(agency, "is_served", lambda: True)
        store.save_new(SCENARIO, folder)
        patched.setattr(draft_store, "DRAFTS", folder / ".drafts")
        draft = draft_store.saved_as(SCENARIO, "kerja", version)
        draft_store.keep_draft("0" * 16, draft.changed(SCENARIO.model_copy(update={"author": "Belum"})))
        keep_meeting("0" * 16, Meeting((Slot(draft, SCENARIO),), 0, 24320))
    return root


def work_in(root: Path) -> dict[str, bytes]:
    """Every work file by name, without files that only keep writers apart."""
    files = (path for place in places.WORK for path in [root / place, *(root / place).rglob("*")])
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in files
        if path.is_file() and not path.name.endswith(LEFT_BEHIND)
    }


@pytest.fixture(scope="module")
def worked(tmp_path_factory):
    return with_work(tmp_path_factory.mktemp("worked"))


@pytest.fixture
def backup(worked, tmp_path):
    assert write_backup(tmp_path / "cadangan.zip", worked)[1] == []
    return tmp_path / "cadangan.zip"


def refusal(call, *arguments):
    with pytest.raises(UserError) as error:
        call(*arguments)
    return error.value.problems[0].code


def test_everything_the_program_writes_lies_where_work_lies(worked, tmp_path):
    """All files that `with_work` wrote are in the places that a backup holds."""
    for place in ("scenarios", "data"):
        shutil.copytree(ROOT / place, tmp_path / place, ignore=NOT_SHIPPED)
    shipped = {path.relative_to(tmp_path) for path in tmp_path.rglob("*")}
    written = {path.relative_to(worked) for path in worked.rglob("*") if path.is_file()} - shipped
    outside = [str(path) for path in written if path.as_posix() not in work_in(worked)]
    assert {path.rpartition(".")[2] for path in outside} <= {"lock"}
    kinds = "kerja.json .history .trash .drafts meeting.json actuals kendal-2026-11 list_columns logo.png audit.jsonl"
    assert all(any(kind in path.as_posix() for path in written) for kind in kinds.split())


def test_the_places_are_those_that_operations_md_lists():
    listed = re.findall(
        r"^\| .* \| `([^`]+)` \|", (ROOT / "docs" / "operations.md").read_text(encoding="utf-8"), re.M
    )
    assert {next(p for p in places.WORK if where.startswith(p)) for where in listed} == set(places.WORK)
    assert len(listed) == 9


def test_a_backup_restored_into_an_empty_folder_is_the_work_again(worked, backup, tmp_path):
    count, _ = restore_backup(backup, tmp_path / "new")
    assert work_in(tmp_path / "new") == work_in(worked) and count == len(work_in(worked))


def test_a_restored_backup_takes_the_place_of_what_is_there_which_is_kept(worked, backup, tmp_path):
    root = Path(shutil.copytree(worked, tmp_path / "program"))
    store.save(SCENARIO, "sesudahnya", None, root / "scenarios")
    (root / "scenarios" / "kerja.json").write_bytes(b"{")
    write_baseline("kendal-2026-12", BASELINE.units, BASELINE.facts, folder=root / "data" / "baselines")
    then = work_in(root)
    _, before = restore_backup(backup, root)
    brought = work_in(root)
    new = {name for name in brought if "kendal-2026-12" in name}  # files that the backup did not have remain
    assert new and {name: data for name, data in brought.items() if name not in new} == work_in(worked)
    restore_backup(before, root)
    assert work_in(root) == then


def test_a_backup_never_writes_over_a_file(worked, backup):
    before = backup.read_bytes()
    assert refusal(write_backup, backup, worked) == "file_exists" and backup.read_bytes() == before


@pytest.mark.parametrize(
    "name",
    [
        "../luar.json",
        "/etc/passwd",
        "scenarios/../../x",
        "data/programme.json",
        "app.py",
        "scenarios\\x",
        "C:/x",
        "scenarios//x",
        "scenarios",
    ],
)
def test_a_name_outside_the_work_is_refused_and_nothing_changes(name, worked, tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("scenarios/satu.json", "{}")
        archive.writestr(name, "x")
    before = work_in(worked)
    assert refusal(restore_backup, tmp_path / "a.zip", worked) == "not_a_backup"
    assert work_in(worked) == before and not list(worked.glob("*.zip"))


@pytest.mark.parametrize("names", [("x", "x/y.json"), ("n" * 300,), ("d/" * 3000 + "x",)])
def test_names_that_no_disk_takes_are_reported_before_anything_changes(names, worked, tmp_path):
    root = Path(shutil.copytree(worked, tmp_path / "program"))
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("scenarios/satu.json", "{}")
        for name in names:
            archive.writestr(f"data/actuals/{name}", "x")
    assert refusal(restore_backup, tmp_path / "a.zip", root) == "cannot_write"
    assert work_in(root) == work_in(worked) and not list(root.rglob(".restoring-*"))


def test_a_link_in_a_backup_comes_back_as_the_words_it_holds_and_leads_nowhere(tmp_path):
    link = zipfile.ZipInfo("scenarios/tautan.json")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    restore_backup(tmp_path / "a.zip", tmp_path / "new")
    brought = tmp_path / "new" / "scenarios" / "tautan.json"
    assert not brought.is_symlink() and brought.read_text() == "/etc/passwd"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_more_than_a_backup_holds_and_sizes_that_are_not_true_are_refused(worked, tmp_path):
    before = work_in(worked)

    def refused(*sizes):
        with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            for size in sizes:
                archive.writestr("scenarios/satu.json", bytes(10**6))
                archive.filelist[-1].file_size = size
        return refusal(restore_backup, tmp_path / "a.zip", worked)

    assert refused(10**6, 10**6) == "not_a_backup"  # the same name twice
    assert refused(10) == "not_a_backup"
    assert refused(4 * 10**9 + 1) == "too_large"
    assert work_in(worked) == before and not list(worked.glob("*.zip"))


def test_a_backup_cut_short_or_changed_is_refused_and_nothing_changes(worked, backup, tmp_path):
    whole, before = backup.read_bytes(), work_in(worked)
    halves = [whole[: len(whole) // 2], whole[:-1], b"", b"PK", b"x" * 100]
    changed = [
        whole[:at] + bytes([whole[at] ^ 255]) + whole[at + 1 :] for at in range(60, len(whole) // 2, 4001)
    ]
    for data in [*halves, *changed]:
        (tmp_path / "b.zip").write_bytes(data)
        assert refusal(restore_backup, tmp_path / "b.zip", worked) == "not_a_backup"
    assert refusal(restore_backup, tmp_path / "tiada.zip", worked) == "unreadable_file"
    assert work_in(worked) == before


def test_what_cannot_be_backed_up_is_named_and_the_rest_is(worked, tmp_path):
    root = Path(shutil.copytree(worked, tmp_path / "program"))
    try:
        (root / "scenarios" / "lingkar.json").symlink_to("lingkar.json")
        Path(os.fsdecode(os.fsencode(root / "scenarios") + b"/\xff.json")).write_bytes(b"{}")
    except OSError:
        pytest.skip("such files are not allowed here")
    count, left_out = write_backup(tmp_path / "a.zip", root)
    assert sorted(map(ascii, left_out)) == ["'scenarios/\\udcff.json'", "'scenarios/lingkar.json'"]
    assert count == len(work_in(worked))


def restored(folder):
    restore_backup(folder / "b.zip", folder / "program")


def test_a_restoring_that_was_killed_is_done_again_from_either_backup(worked, backup, tmp_path_factory):
    start = tmp_path_factory.mktemp("start")
    shutil.copy(backup, start / "b.zip")
    (start / "program" / "scenarios").mkdir(parents=True)
    store.save(SCENARIO, "sesudahnya", None, start / "program" / "scenarios")
    then, in_the_middle = work_in(start / "program"), 0
    for left in left_by_kills(restored, start, tmp_path_factory.mktemp("killed"), every=13):
        now = work_in(left / "program")
        half = now not in (then, work_in(worked))
        for before in sorted(left.glob("program/*.zip"))[:1]:
            with zipfile.ZipFile(before) as archive:
                assert {n: archive.read(n) for n in archive.namelist()} == then
        assert not half or before.exists()
        restored(left)
        assert work_in(left / "program") == work_in(worked)
        in_the_middle += half
    assert in_the_middle, "no kill came in the middle"


# ---- the update that docs/operations.md describes, by processes


def test_an_update_by_backup_and_restore_loses_no_work(worked, tmp_path):
    old, new = Path(shutil.copytree(worked, tmp_path / "old")), tmp_path / "new"
    for program in (old, new):
        shutil.copytree(ROOT / "simulator", program / "simulator")
    for place in ("scenarios", "data"):
        shutil.copytree(ROOT / place, new / place, ignore=shutil.ignore_patterns(".*"))
    shutil.copytree(new / "data" / "baselines" / "contoh", new / "data" / "baselines" / "contoh-baru")
    saved = as_process("backup", "../cadangan.zip", "--lang", "en", cwd=old)
    assert (saved.returncode, saved.stderr) == (0, b"") and b"files copied to" in saved.stdout
    brought = as_process("restore", "../cadangan.zip", cwd=new)
    assert (brought.returncode, brought.stderr) == (0, b"") and b"dipulihkan" in brought.stdout
    assert {n: d for n, d in work_in(new).items() if "contoh-baru" not in n} == work_in(worked)
    assert (new / "data" / "baselines" / "contoh-baru" / "units.csv").exists()
    assert as_process("check", "scenarios/kerja.json", cwd=new).returncode == 0
    assert len(store.versions("kerja", new / "scenarios")) == 2
    assert read_actuals("Kabupaten Kendal", new / "data" / "actuals").records[0].by == "Ani"
    refused = as_process("backup", "../cadangan.zip", cwd=old)
    assert refused.returncode == 2 and "sudah ada" in refused.stderr.decode()


def test_run_py_hands_the_file_over_as_it_was_meant_where_one_called_it(tmp_path, monkeypatch):
    import run

    handed = []
    monkeypatch.setattr(run, "prepare", lambda *_: None)
    monkeypatch.setattr(run, "start", lambda module, arguments: handed.append((module, arguments)) or 0)
    for arguments in (["backup", "a.zip"], ["restore", "b.zip", "--lang=en"]):
        monkeypatch.chdir(tmp_path)
        assert run.main(arguments) == 0
    assert handed == [
        ("simulator", ["backup", str(tmp_path / "a.zip")]),
        ("simulator", ["restore", str(tmp_path / "b.zip"), "--lang=en"]),
    ]
