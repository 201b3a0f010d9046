"""Deleted scenarios, with their histories, until somebody empties the folder `.trash` beside the files."""

from datetime import datetime
from pathlib import Path

from simulator.errors import Problem, UserError
from simulator.store import history
from simulator.store.audit import audited
from simulator.store.places import SCENARIOS
from simulator.store.scenario_store import Entry, entry_at, is_there, numbered, path_of, turn

TRASH = ".trash"
LONGEST_STEM = 200  # bytes of the name in the trash, before a suffix: systems allow 255 in all


def delete(entry: Entry, folder: Path = SCENARIOS, *, keeps_last: bool = False) -> str:
    """Move a scenario with its history to the trash and return its name there.

    Raises UserError "changed_on_disk" if the file is no longer the one that was seen, "last_scenario" with
    `keeps_last` if no other scenario can be read, and like `save`.
    """
    stem, path, trash = entry.stem, path_of(entry.stem, folder), folder / TRASH
    with turn(path.name, folder):
        _must_exist(path)
        if entry_at(path).version != entry.version:
            raise UserError(Problem("changed_on_disk", path.name, stem))
        if keeps_last and entry.scenario and not _has_another(stem, folder):
            raise UserError(Problem("last_scenario", path.name, entry.scenario.name))
        trash.mkdir(exist_ok=True)
        short = stem.encode()[:LONGEST_STEM].decode(errors="ignore")
        names = numbered(f"{short}~{datetime.now():%Y%m%d-%H%M%S}")
        discarded = next(name for name in names if not is_there(name, trash))
        with audited("deleted", f"scenarios/{path.name}", into=f"{discarded}.json"):
            path.rename(trash / f"{discarded}.json")
            if history.place(stem, folder).is_dir():
                history.place(stem, folder).rename(trash / discarded)
    return discarded


def list_trash(folder: Path = SCENARIOS) -> list[Entry]:
    """Every deleted scenario, latest first."""
    entries = [entry_at(path) for path in (folder / TRASH).glob("*.json")]
    return sorted(entries, key=lambda entry: entry.stem.rpartition("~")[2], reverse=True)


def restore(discarded: str, folder: Path = SCENARIOS) -> str:
    """Restore a scenario with its history from the trash under a free stem, and return that."""
    path, kept = path_of(discarded, folder / TRASH), folder / TRASH / discarded
    with turn(path.name, folder):
        _must_exist(path)
        stems = numbered(discarded.rpartition("~")[0] or discarded)
        free = (s for s in stems if not is_there(s, folder))
        stem = next(s for s in free if not (kept.is_dir() and history.place(s, folder).exists()))
        with audited("restored", f"scenarios/{stem}.json", out_of=path.name):
            if kept.is_dir():
                history.place(stem, folder).parent.mkdir(exist_ok=True)
                kept.rename(history.place(stem, folder))
            path.rename(folder / f"{stem}.json")
    return stem


def _has_another(stem: str, folder: Path) -> bool:
    """Whether a scenario besides that of `stem` can be read."""
    others = (path for path in folder.glob("*.json") if path.stem != stem and path.name[0] != ".")
    return any(entry_at(path).scenario for path in others)


def _must_exist(path: Path) -> None:
    if not path.is_file():
        raise UserError(Problem("no_such_file", path.name))
