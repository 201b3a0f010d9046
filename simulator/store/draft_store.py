"""Stores unsaved work on disk, so that a refresh, a dropped connection or a stopped server loses nothing."""

import contextlib
import json
import os
import re
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from simulator.errors import Problem, UserError
from simulator.model.scenario import Scenario
from simulator.store import agency
from simulator.store.draft import UNDO_STEPS, Draft
from simulator.store.places import SCENARIOS, write_atomically, writing
from simulator.store.scenario_file import scenario_of
from simulator.store.scenario_store import entry, is_there, load
from simulator.store.strict_json import MAX_BYTES, parse, read_bytes

DRAFTS = SCENARIOS / ".drafts"
KEPT_DAYS = 60
MOST_BYTES = 2 * (UNDO_STEPS + 1) * MAX_BYTES  # enough for every step at the largest size
_unwritten: dict[str, Draft] = {}  # by token: drafts that the disk refused or is writing
_noting = threading.Lock()  # held while the unwritten drafts are read and changed
_writing_drafts = threading.Lock()  # a page drawn again starts its second run before the first has ended
_TOKEN = re.compile(r"[0-9a-f]{16}", re.ASCII)


def opened(stem: str, folder: Path = SCENARIOS) -> Draft:
    """A draft of a scenario file; raises UserError if the file cannot be read."""
    scenario, version = load(stem, folder)
    return saved_as(scenario, stem, version)


def saved_as(scenario: Scenario, stem: str, version: str) -> Draft:
    """A draft that equals its file except for the results record, which each save makes anew."""
    return Draft(_unrecorded(scenario), _unrecorded(scenario), stem, version)


def followed(draft: Draft, folder: Path = SCENARIOS) -> Draft:
    """The draft, updated to the present state of its file on disk.

    It takes the new name of the file if nothing else changed, and has no file if that is gone.
    """
    if draft.stem is None:
        return draft
    if not is_there(draft.stem, folder):
        return replace(draft, stem=None, version=None)
    present = entry(draft.stem, folder)
    if present.scenario is None or present.version == draft.version:
        return draft
    named = replace(draft.named(present.scenario.name), version=present.version)
    return named if named.saved == _unrecorded(present.scenario) else draft


def attached(draft: Draft, stem: str, folder: Path = SCENARIOS) -> Draft:
    """The draft with the file it was opened from, if it had lost it and this is the one.

    Otherwise unchanged.
    """
    present = entry(stem, folder)
    if draft.stem is not None or present.scenario is None:
        return draft
    if draft.saved != _unrecorded(present.scenario):
        return draft
    return replace(draft, stem=stem, version=present.version)


def _unrecorded(scenario: Scenario) -> Scenario:
    return scenario.model_copy(update={"record": None})


def is_token(token: object) -> bool:
    """Whether a text from an address can name a draft."""
    return isinstance(token, str) and _TOKEN.fullmatch(token) is not None


def is_kept(token: str) -> bool:
    """Whether a draft, or the list of a meeting, is stored under a token."""
    return token in _unwritten or any(DRAFTS.glob(f"{token}.*"))


def is_refused(token: str) -> bool:
    """Whether the draft of a token is only in memory because the disk refused it."""
    return token in _unwritten


def keep_draft(token: str, draft: Draft) -> None:
    """Write a draft to disk.

    Raises UserError "cannot_write", after which the draft is kept while the program runs. Viewers may do this
    too where people sign in: a draft belongs to one person only.
    """
    agency.visitor()
    content = {
        "stem": draft.stem,
        "version": draft.version,
        "scenario": draft.scenario.model_dump(),
        "saved": draft.saved.model_dump(),
        "undo": [s.model_dump() for s in draft.undo],
        "redo": [s.model_dump() for s in draft.redo],
    }
    path = DRAFTS / f"{token}.json"
    with _noting:
        _unwritten[token] = draft
    with _writing_drafts:
        if _unwritten.get(token) is not draft:  # another run of the same page has a later draft
            return
        with writing(f"{DRAFTS.name}/{path.name}"):
            DRAFTS.mkdir(exist_ok=True)
            write_atomically(path, json.dumps(content).encode(), durable=False)
        with _noting:
            if _unwritten[token] is draft:
                del _unwritten[token]


def find_draft(token: str) -> Draft | None:
    """The draft of a token; None if none was stored.

    Raises UserError if it cannot be read, or its units no longer exist.
    """
    path = DRAFTS / f"{token}.json"
    if token in _unwritten or not os.path.lexists(path):
        return _unwritten.get(token)

    def checked(content: dict[str, Any]) -> Scenario:  # the data and the program may have changed since
        return scenario_of(content, path.name)

    try:
        content = read_kept(path)
        scenario, saved = checked(content["scenario"]), checked(content["saved"])
        if not all(isinstance(content[name], str | None) for name in ("stem", "version")):
            raise TypeError
        undo, redo = (tuple(map(checked, content[way])) for way in ("undo", "redo"))
        return Draft(scenario, saved, content["stem"], content["version"], undo, redo)
    except (KeyError, TypeError, ValueError) as error:
        raise UserError(Problem("unreadable_draft", path.name)) from error


def read_kept(path: Path) -> Any:
    """The JSON value in a file beside the drafts; raises UserError "unreadable_draft" if there is none."""
    try:
        return parse(read_bytes(path, MOST_BYTES), path.name, MOST_BYTES)
    except UserError as error:
        raise UserError(Problem("unreadable_draft", path.name)) from error


def clear_old_drafts() -> None:
    """Remove drafts that nobody changed for 60 days, and partial files of interrupted writes."""
    oldest = time.time() - KEPT_DAYS * 86400
    for path in (*DRAFTS.glob("*.json"), *DRAFTS.glob(".*.tmp")):
        with contextlib.suppress(OSError):  # one that cannot be removed stays
            if path.stat().st_mtime < oldest:
                path.unlink()
