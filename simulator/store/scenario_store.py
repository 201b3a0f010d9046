"""The folder of scenario files: saved whole, with a history, never overwriting a change that was not seen."""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple

from simulator.errors import Problem, UserError
from simulator.model.baseline import Baseline
from simulator.model.names import MAX_NAME
from simulator.model.scenario import Scenario
from simulator.store import agency, history
from simulator.store.audit import Did, audited
from simulator.store.history import Version
from simulator.store.places import SCENARIOS, alone, modified, shown_name, slug, write_atomically, writing
from simulator.store.scenario_file import read_scenario, scenario_bytes, version_of
from simulator.store.strict_json import MAX_BYTES, parse, read_bytes
from simulator.store.upgrades import upgraded

DEFAULT_STEM = "komitmen-september"
LOCK = ".lock"


class Saved(NamedTuple):
    """The scenario in a file, and the identifier of its content."""

    scenario: Scenario
    version: str


@dataclass(frozen=True)
class Entry:
    """One file of the list: a scenario, or the problems that make it unreadable."""

    stem: str
    scenario: Scenario | None
    problems: tuple[Problem, ...]
    version: str  # identifies the content, so that a later change on disk is noticed
    modified: datetime

    @property
    def saved(self) -> Saved:
        """The scenario in the file; raises UserError if it cannot be read."""
        if self.scenario is None:
            raise UserError(*self.problems)
        return Saved(self.scenario, self.version)


def load_file(path: Path, baseline: Baseline | None = None) -> Scenario:
    """The scenario in any file; raises UserError."""
    return read_scenario(read_bytes(path), path.name, baseline)


def list_scenarios(folder: Path = SCENARIOS) -> list[Entry]:
    """Every scenario file of the folder by stem; broken ones carry their problems."""
    return [entry_at(path) for path in sorted(folder.glob("*.json")) if not path.name.startswith(".")]


def entry(stem: str, folder: Path = SCENARIOS) -> Entry:
    """The entry of one stem, with its problems if it cannot be read."""
    return entry_at(folder / f"{stem}.json")


def is_there(stem: str, folder: Path = SCENARIOS) -> bool:
    """Whether there is a file with that stem, readable or not."""
    return os.path.lexists(folder / f"{stem}.json")


def load(stem: str, folder: Path = SCENARIOS) -> Saved:
    """The scenario in the file of one stem; raises UserError if there is none or it cannot be read."""
    return entry(stem, folder).saved


def save(scenario: Scenario, stem: str, version: str | None, folder: Path = SCENARIOS, note: str = "") -> str:
    """Write a scenario, first into its history with `note`, then to its file; return its new version.

    `version` is that of the file when it was opened, None for a new file. Raises UserError "changed_on_disk"
    if the file has changed since, "name_taken" if a new file would replace one, "agreed" if it would change
    an agreed scenario, "too_large", "not_editor" and "cannot_write" if the disk refuses.
    """
    path = path_of(stem, folder)
    with turn(path.name, folder):
        return _write(path, scenario, version, note)


def save_new(scenario: Scenario, folder: Path = SCENARIOS, note: str = "") -> tuple[str, str]:
    """Write a scenario to a new file under a free stem; return that and its version; raises like `save`."""
    with turn(scenario.name, folder):
        stem = free_stem(scenario.name, folder)
        return stem, _write(path_of(stem, folder), scenario, None, note)


@contextlib.contextmanager
def turn(name: str, folder: Path) -> Iterator[None]:
    """Keep others, in this program or another, from writing in the folder between a check and a write."""
    agency.editor()
    with writing(name), alone(folder / LOCK):
        yield


def _write(path: Path, scenario: Scenario, version: str | None, note: str) -> str:
    data = scenario_bytes(scenario)
    if len(data) > MAX_BYTES:  # it could not be opened again
        raise UserError(Problem("too_large", path.name, len(data), allowed=MAX_BYTES))
    present = read_bytes(path) if os.path.lexists(path) else None
    if (version_of(present) if present is not None else None) != version:
        code = "name_taken" if version is None else "changed_on_disk"
        raise UserError(Problem(code, path.name, scenario.name))
    if present is not None and _would_change_agreed(present, data, path.name):
        raise UserError(Problem("agreed", path.name, scenario.name))
    written = version_of(data)
    did: Did = "agreed" if scenario.status == "agreed" else "saved"
    with audited(did, f"scenarios/{path.name}", version=written) as who:
        if present is not None:
            history.keep_unseen(path, present)
        kept = history.keep(path, data, note, datetime.now(), who)
        try:
            write_atomically(path, data)
        except BaseException:
            kept.unlink(missing_ok=True)
            raise
    return written


def versions(stem: str, folder: Path = SCENARIOS) -> list[Version]:
    """The saved versions of a scenario, latest first; raises UserError for a path that leaves the folder."""
    return history.versions(path_of(stem, folder))


def free_stem(name: str, folder: Path = SCENARIOS) -> str:
    """An unused file name without ending for a new scenario, safe on Windows; no file or history has it.

    A file keeps it when its scenario is renamed.
    """
    stems = numbered(slug(name, "skenario"))
    return next(s for s in stems if not is_there(s, folder) and not history.is_there(s, folder))


def is_taken(name: str, taken: list[str]) -> bool:
    """Whether a scenario's name equals one of `taken`, ignoring case and outer spaces."""
    return name.strip().casefold() in (other.strip().casefold() for other in taken)


def free_name(name: str, taken: list[str]) -> str:
    """The name itself, or the name with a number added, so that it equals none of `taken`.

    It has at most MAX_NAME characters and no outer spaces.
    """
    free = name.strip()[:MAX_NAME].rstrip()
    numbers = count(2)
    while is_taken(free, taken):
        free = f"{name.strip()[: MAX_NAME - 10].rstrip()} ({next(numbers)})"
    return free


def numbered(stem: str) -> Iterator[str]:
    """A stem, then the stem with 2, 3, … added, endlessly."""
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))


def path_of(stem: str, folder: Path) -> Path:
    """The path of the file of a stem; raises UserError for one outside the folder."""
    path = folder / f"{stem}.json"
    is_odd = not stem or stem.startswith(".") or "\0" in stem
    if is_odd or Path(os.path.realpath(path)).parent != Path(os.path.realpath(folder)):
        raise UserError(Problem("outside_folder", "scenarios", stem))
    return path


def _would_change_agreed(present: bytes, data: bytes, name: str) -> bool:
    """Whether replacing `present` by `data` changes an agreed scenario in more than its results record."""
    then, now = parse(present, name), parse(data, name)
    if not isinstance(then, dict) or then.get("status") != "agreed":
        return False
    return bool(upgraded(then)[0] | {"record": None} != now | {"record": None})


def entry_at(path: Path) -> Entry:
    """The entry of one file, with its problems if it cannot be read."""
    scenario: Scenario | None = None
    problems: tuple[Problem, ...] = ()
    stem, data = shown_name(path.stem), b""
    if stem != path.stem:  # a name that no page and no address can show
        return Entry(stem, None, (Problem("odd_name", f"{stem}.json"),), "", modified(path))
    try:
        data = read_bytes(path_of(path.stem, path.parent))
        scenario = read_scenario(data, path.name)
    except UserError as error:
        problems = error.problems
    return Entry(stem, scenario, problems, version_of(data), modified(path))
