"""The scenario files as screens list them, and which names are free."""

import contextlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import streamlit as st

from simulator.errors import Problem
from simulator.model.names import MAX_NAME, is_name
from simulator.store import scenario_store as store
from simulator.store.places import BASELINES, SCENARIOS
from simulator.store.scenario_store import Entry
from simulator.ui.foreign import as_text
from simulator.ui.problems import problem_lines
from simulator.ui.session import say


def entries() -> list[Entry]:
    """Every scenario file, read again only if it, or data it may use, changed."""
    data = data_state()
    files = [path for path in SCENARIOS.glob("*.json") if path.name[0] != "."]
    there = {path.stem: (stamp, data) for path, stamp in sorted(_stamps(files))}
    current = {}
    for stem, state in there.items():
        kept = _read.get(stem)
        current[stem] = kept if kept and kept[0] == state else (state, store.entry(stem))
    _read.update(current)
    for stem in _read.keys() - there:
        _read.pop(stem, None)
    return [entry for _, entry in current.values()]


# Has no limit: with one, all files would be read again in each run as soon as there are more of them.
# Shared by all visits, one of which may add or remove files while another lists them.
_read: dict[str, tuple[object, Entry]] = {}


def data_state() -> str:
    """A key for the present state of the files of all data sets."""
    return repr(sorted(_stamps(_data_files())))


def _data_files() -> Iterator[Path]:
    """The files of every data set, except one that is deleted meanwhile."""
    return (Path(folder, name) for folder, _, names in os.walk(BASELINES) for name in names)


def _stamps(paths: Iterable[Path]) -> Iterator[tuple[Path, tuple[int, int, int]]]:
    """Each file with a key for its present state; files that have been deleted meanwhile are left out."""
    for path in paths:
        with contextlib.suppress(OSError):
            status = path.lstat()
            yield path, (status.st_mtime_ns, status.st_size, status.st_ino)


def names(besides: str | None = None) -> list[str]:
    """Names of the readable scenarios in the list, without that of the stem `besides`."""
    return [e.scenario.name for e in entries() if e.scenario and e.stem != besides]


def name_refusal(name: str, besides: str | None = None) -> str | None:
    """The reason why a scenario cannot have this name, or None."""
    if not name.strip():
        return say("scenarios.name_empty")
    if not is_name(name.strip()):
        return problem_lines([Problem("not_one_name", "", name)])[0]
    taken = names(besides)
    if store.is_taken(name, taken):
        return say("scenarios.name_taken", name=name.strip(), free=store.free_name(name, taken))
    return None


def ask_name(suggested: str, words: str, *, key: str, besides: str | None = None) -> str | None:
    """A field for a scenario's name and a button; returns the name once one is entered that is free."""
    with st.form(key, border=False, enter_to_submit=True):
        name = st.text_input(say("scenarios.new_name"), suggested, max_chars=MAX_NAME, key=f"{key}_name")
        if not st.form_submit_button(words, type="primary", key=f"{key}_submit"):
            return None
    if refusal := name_refusal(name, besides):
        st.warning(as_text(refusal))
        return None
    return name.strip()
