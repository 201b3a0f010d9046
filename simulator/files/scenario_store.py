"""Scenario files on disk: strict reading, atomic saving, a trash instead of deleting (model contract, section 2)."""

import hashlib
import json
import threading
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from simulator.errors import Problem, UserError
from simulator.files.baseline_files import baseline_names, read_baseline_named
from simulator.files.places import SCENARIOS, slug, write_atomically
from simulator.files.strict_json import MAX_BYTES, parse, read_bytes, validate
from simulator.files.upgrades import upgraded
from simulator.model.baseline import Baseline
from simulator.model.scenario import OVERRIDE_SETTINGS, SETTINGS, Scenario

TRASH = ".trash"
DEFAULT_STEM = "komitmen-september"
_lock = threading.Lock()  # one server process writes; its threads take turns between looking and writing


@dataclass(frozen=True)
class Entry:
    """One file of the list: a scenario, or the problems that keep it from being read."""

    stem: str
    scenario: Scenario | None
    problems: tuple[Problem, ...]
    version: str  # names the content, so that a later change on disk is noticed
    modified: datetime


def read_scenario(data: bytes, name: str, baseline: Baseline | None = None) -> Scenario:
    """The scenario in `data`; raises UserError with every problem, units unknown to its baseline (or the given one) included."""
    return scenario_of(parse(data, name), name, baseline)


def scenario_of(content: Any, name: str, baseline: Baseline | None = None) -> Scenario:
    """As `read_scenario`, from the JSON value of a file of any known version."""
    problems: list[Problem] = []
    if isinstance(content, dict):
        content, problems = upgraded(content)
        if any(p.where == "schema_version" for p in problems):
            raise UserError(problems)
    scenario, found = validate(Scenario, content, name)
    problems += [_with_both_bounds(p) for p in found]
    if isinstance(content, dict):
        problems += _override_problems(content, baseline)
    if problems:
        raise UserError(problems)
    return scenario


def load_file(path: Path, baseline: Baseline | None = None) -> Scenario:
    """The scenario in any file; raises UserError."""
    return read_scenario(read_bytes(path), path.name, baseline)


def scenario_bytes(scenario: Scenario) -> bytes:
    """The file of a scenario: UTF-8, two-space indent, keys in the contract's order."""
    return (json.dumps(_plain(scenario.model_dump()), ensure_ascii=False, indent=2) + "\n").encode()


def version_of(data: bytes) -> str:
    """A name for a file's content."""
    return hashlib.sha256(data).hexdigest()


def list_scenarios(folder: Path = SCENARIOS) -> list[Entry]:
    """Every scenario file of the folder by stem, broken ones with their problems."""
    return [_entry(path) for path in sorted(folder.glob("*.json")) if not path.name.startswith(".")]


def entry(stem: str, folder: Path = SCENARIOS) -> Entry:
    """The entry of one stem, with its problems where it cannot be read."""
    return _entry(folder / f"{stem}.json")


def load(stem: str, folder: Path = SCENARIOS) -> Entry:
    """The entry of one stem; raises UserError where there is no such file or it cannot be read."""
    found = entry(stem, folder)
    if found.scenario is None:
        raise UserError(found.problems)
    return found


def save(scenario: Scenario, stem: str, version: str | None, folder: Path = SCENARIOS) -> str:
    """Writes a scenario and returns its new version.

    `version` is that of the file as it was opened, None for a new one. Raises UserError "changed_on_disk" where the file is now another
    one, "name_taken" where a new one would replace a file, "too_large" and "cannot_write" where the disk refuses.
    """
    path, data = _path(stem, folder), scenario_bytes(scenario)
    if len(data) > MAX_BYTES:  # it could not be opened again
        raise UserError([Problem("too_large", path.name, len(data), {"allowed": MAX_BYTES})])
    with _lock:
        present = version_of(read_bytes(path)) if path.exists() else None
        if present != version:
            raise UserError([Problem("name_taken" if version is None else "changed_on_disk", path.name, scenario.name)])
        try:
            write_atomically(path, data)
        except OSError as error:
            raise UserError([Problem("cannot_write", path.name, error.strerror or type(error).__name__)]) from error
    return version_of(data)


def rename(stem: str, scenario: Scenario, folder: Path = SCENARIOS) -> tuple[str, str]:
    """Writes the scenario under its (new) name and takes the old file away; returns the new stem and version."""
    new = free_stem(scenario.name, folder, besides=stem)
    if new == stem:
        return stem, save(scenario, stem, load(stem, folder).version, folder)
    version = save(scenario, new, None, folder)
    _path(stem, folder).unlink()
    return new, version


def delete(stem: str, folder: Path = SCENARIOS) -> str:
    """Moves a scenario to the trash and returns its name there."""
    path, trash = _path(stem, folder), folder / TRASH
    trash.mkdir(exist_ok=True)
    with _lock:
        _must_exist(path)
        discarded = next(name for name in _numbered(f"{stem}~{datetime.now():%Y%m%d-%H%M%S}") if not (trash / f"{name}.json").exists())
        path.rename(trash / f"{discarded}.json")
    return discarded


def list_trash(folder: Path = SCENARIOS) -> list[Entry]:
    """Every deleted scenario, latest first."""
    trash = folder / TRASH
    return sorted((_entry(p) for p in trash.glob("*.json")), key=lambda e: e.stem.rpartition("~")[2], reverse=True) if trash.is_dir() else []


def restore(discarded: str, folder: Path = SCENARIOS) -> str:
    """Takes a scenario out of the trash, under a free stem, which it returns."""
    path = _path(discarded, folder / TRASH)
    with _lock:
        _must_exist(path)
        stem = next(s for s in _numbered(discarded.rpartition("~")[0] or discarded) if not (folder / f"{s}.json").exists())
        path.rename(folder / f"{stem}.json")
    return stem


def free_stem(name: str, folder: Path = SCENARIOS, besides: str | None = None) -> str:
    """A file name without ending for a scenario of that name, safe on Windows and not taken (except by `besides`)."""
    return next(s for s in _numbered(slug(name, "skenario")) if s == besides or not (folder / f"{s}.json").exists())


def is_taken(name: str, taken: list[str]) -> bool:
    """Whether a scenario's name reads like one of `taken`: case and outer spaces do not tell names apart."""
    return name.strip().casefold() in (other.strip().casefold() for other in taken)


def free_name(name: str, taken: list[str]) -> str:
    """A name of at most 120 characters that reads like none of `taken`: the name itself, or with a number behind it."""
    number = 2
    free = name.strip()[:120]
    while is_taken(free, taken):
        free = f"{name.strip()[:110]} ({number})"
        number += 1
    return free


def _numbered(stem: str):
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1


def _path(stem: str, folder: Path) -> Path:
    path = folder / f"{stem}.json"
    if not stem or stem.startswith(".") or "\0" in stem or path.resolve().parent != folder.resolve():
        raise UserError([Problem("outside_folder", "scenarios", stem)])
    return path


def _must_exist(path: Path) -> None:
    if not path.is_file():
        raise UserError([Problem("no_such_file", path.name)])


def _entry(path: Path) -> Entry:
    scenario, problems, data = None, (), b""
    try:
        data = read_bytes(_path(path.stem, path.parent))
        scenario = read_scenario(data, path.name)
    except UserError as error:
        problems = error.problems
    modified = datetime.fromtimestamp(path.lstat().st_mtime) if path.is_symlink() or path.exists() else datetime.min
    return Entry(path.stem, scenario, problems, version_of(data), modified)


def _override_problems(content: dict, baseline: Baseline | None) -> list[Problem]:
    """Units overridden twice, and a baseline or units that do not exist; what has the wrong type is told elsewhere."""
    problems: list[Problem] = []
    name = content.get("baseline")
    if baseline is None and isinstance(name, str):
        if name in baseline_names():
            baseline = read_baseline_named(name)
        else:
            problems.append(Problem("unknown_baseline", "baseline", name, {"allowed": ", ".join(baseline_names())}))
    overrides = content.get("overrides")
    seen: set[str] = set()
    for i, override in enumerate(overrides if isinstance(overrides, list) else []):
        unit = override.get("unit") if isinstance(override, dict) else None
        if not isinstance(unit, str) or not unit:
            continue
        if unit in seen:
            problems.append(Problem("duplicate_unit", f"overrides[{i}].unit", unit))
        seen.add(unit)
        if baseline is not None and unit not in baseline.index:
            problems.append(Problem("unknown_unit", f"overrides[{i}].unit", unit, {"baseline": baseline.name}))
    return problems


def _with_both_bounds(problem: Problem) -> Problem:
    declared = SETTINGS.get(problem.where) or OVERRIDE_SETTINGS.get(problem.where.rpartition("].")[2])
    if problem.code != "out_of_bounds" or declared is None:
        return problem
    return Problem(problem.code, problem.where, problem.found, {"low": declared.low, "high": declared.high})


def _plain(value: Any) -> Any:
    """Lists for tuples, and whole amounts of Rupiah without a decimal point, as the contract writes them."""
    if isinstance(value, dict):
        return {k: int(v) if k.endswith("_idr") and isinstance(v, float) and v.is_integer() else _plain(v) for k, v in value.items()}
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value
