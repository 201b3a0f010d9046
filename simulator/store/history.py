"""Every saved version of a scenario, in `.history/<stem>/` beside the files, as JSON with date and note.

A version is written before its scenario file. If the program is stopped in between, the newest version is
newer than the file.
"""

import contextlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

from pydantic import StringConstraints

from simulator.errors import Problem, UserError
from simulator.model.scenario import Scenario
from simulator.model.settings import StrictModel
from simulator.store.agency import LONGEST_ADDRESS
from simulator.store.places import modified, shown_name, write_atomically
from simulator.store.scenario_file import scenario_of, version_of
from simulator.store.strict_json import MAX_BYTES, parse, read_bytes, validated

HISTORY = ".history"
MOST_VERSIONS = 200
LONGEST_NOTE = 300
_DIGITS = 16  # characters of the content's digest in the name of a version
_LARGEST = 2 * MAX_BYTES  # a scenario of the largest size, indented once more, with its note


class _Kept(StrictModel):
    """The content of a version's file."""

    saved_at: Annotated[str, StringConstraints(max_length=40)]
    note: Annotated[str, StringConstraints(max_length=LONGEST_NOTE)]
    scenario: dict[str, Any]
    by: Annotated[str, StringConstraints(max_length=LONGEST_ADDRESS)] = ""


@dataclass(frozen=True)
class Version:
    """A saved version: when, by whom and with which note, and its scenario or the problems that hide it."""

    name: str  # the name of its file without ending
    saved_at: datetime  # the earliest possible if the version cannot be read
    note: str
    scenario: Scenario | None
    problems: tuple[Problem, ...]
    is_file: bool  # whether the scenario file holds exactly this version
    by: str = ""  # the address of the person who saved it, where people sign in


def place(stem: str, folder: Path) -> Path:
    """The folder of the versions of a scenario."""
    return folder / HISTORY / stem


def is_there(stem: str, folder: Path) -> bool:
    """Whether a scenario with that file name has, or had, versions."""
    return any(place(stem, folder).glob("*"))


def versions(path: Path) -> list[Version]:
    """Every version of the scenario file `path`, latest first.

    One that cannot be read carries its problems.
    """
    try:
        present = _digest(read_bytes(path))
    except UserError:  # the file's own entry reports that; its versions may help
        present = None
    files = sorted(place(path.stem, path.parent).glob("*.json"), reverse=True)
    current = next((file for file in files if present and file.stem.endswith(present)), None)
    return [_version(file, file == current) for file in files]


def keep(path: Path, data: bytes, note: str, when: datetime, by: str = "") -> Path:
    """Write `data`, the content of the scenario file `path`, as its newest version; return its path.

    If there are more than MOST_VERSIONS, the oldest is removed. Raises OSError.
    """
    folder = place(path.stem, path.parent)
    folder.mkdir(parents=True, exist_ok=True)
    files = sorted(folder.glob("*.json"))
    number = 1 + max((int(file.stem[:6]) for file in files if file.stem[:6].isdecimal()), default=0)
    content = {"saved_at": when.isoformat(timespec="seconds"), "note": note} | ({"by": by} if by else {})
    content["scenario"] = json.loads(data)
    kept = folder / f"{number:06d}-{_digest(data)}.json"
    write_atomically(kept, (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode())
    for oldest in files[: max(0, len(files) + 1 - MOST_VERSIONS)]:
        with contextlib.suppress(OSError):  # a file that is open elsewhere is removed with a later version
            oldest.unlink()
    return kept


def keep_unseen(path: Path, data: bytes) -> None:
    """Store the content of a file as a version if none has it, as after a change outside the program."""
    if not any(place(path.stem, path.parent).glob(f"*-{_digest(data)}.json")):
        keep(path, data, "", modified(path))


def _digest(data: bytes) -> str:
    return version_of(data)[:_DIGITS]


def _version(file: Path, is_file: bool) -> Version:
    try:
        content = parse(read_bytes(file, _LARGEST), file.name, _LARGEST)
        kept = validated(_Kept, content, file.name)
        scenario = scenario_of(kept.scenario, file.name)
        when = datetime.fromisoformat(kept.saved_at)
        return Version(shown_name(file.stem), when, kept.note, scenario, (), is_file, kept.by)
    except UserError as error:
        problems = error.problems
    except ValueError:  # an unreadable time
        problems = (Problem("unreadable_version", file.name),)
    return Version(shown_name(file.stem), datetime.min, "", None, problems, is_file)
