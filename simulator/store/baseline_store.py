"""Adds a new baseline: its folder appears whole or not at all."""

import csv
import io
import json
import tempfile
from dataclasses import asdict
from itertools import count
from pathlib import Path

from simulator.errors import Problem, UserError
from simulator.model.baseline import Baseline, UnitRow
from simulator.model.baseline_facts import BaselineFacts
from simulator.store import agency, places
from simulator.store.audit import audited
from simulator.store.baseline_files import COLUMNS, read_baseline
from simulator.store.places import alone, slug, write_atomically, writing

BESIDE = ("tiles.csv", "boundaries.geojson")  # copied from the baseline that a new one builds on
KINDS = ("kabupaten", "kab", "kab.", "regency")  # the word that every regency's name begins with
LOCK = ".lock"


def check_name(name: str, folder: Path | None = None) -> None:
    """Raise UserError for a name that is unsafe in a file system or taken."""
    safe = slug(name, "data")
    if name != safe:
        raise UserError(Problem("unsafe_name", "", name, allowed=safe))
    if ((folder or places.BASELINES) / name).exists():
        raise UserError(Problem("baseline_exists", "", name))


def free_name(region: str, month: str, folder: Path | None = None) -> str:
    """An unused name for a baseline, such as kendal-2026-11."""
    folder = folder or places.BASELINES
    words = [word for word in region.split() if word.casefold() not in KINDS]
    stem = slug(f"{' '.join(words)[:40]} {month}", "data")
    names = (stem if i == 1 else f"{stem}-v{i}" for i in count(1))
    return next(name for name in names if not (folder / name).exists())


def write_baseline(
    name: str,
    units: tuple[UnitRow, ...],
    facts: BaselineFacts,
    beside: Path | None = None,
    folder: Path | None = None,
) -> Baseline:
    """Write a baseline as a folder with that name and return it as read back.

    `beside` is the folder from which map files are copied. Raises UserError for an unsafe or taken name,
    for invalid figures, "not_editor", and "cannot_write" if the disk refuses; then nothing is left behind.
    """
    folder = folder or places.BASELINES
    facts = facts.model_copy(update={"saved_by": agency.editor()})
    check_name(name, folder)
    content = facts.model_dump(exclude=set() if facts.saved_by else {"saved_by"})
    facts_json = (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
    with (
        writing(name),
        alone(folder / LOCK),
        tempfile.TemporaryDirectory(dir=folder, prefix=".new-", ignore_cleanup_errors=True) as scratch,
    ):
        whole = Path(scratch) / name
        whole.mkdir()
        write_atomically(whole / "units.csv", _units_csv(units))
        write_atomically(whole / "baseline.json", facts_json)
        for file in BESIDE:
            if beside and (beside / file).is_file():
                write_atomically(whole / file, (beside / file).read_bytes())
        baseline = read_baseline(whole)
        check_name(name, folder)  # again, now that nobody else can take the name
        with audited("saved", f"data/baselines/{name}"):
            whole.rename(folder / name)
    return baseline


def _units_csv(units: tuple[UnitRow, ...]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for unit in units:
        pledge = {} if unit.pledge_month else {"pledge_workers": ""}
        writer.writerow((asdict(unit) | pledge).values())
    return out.getvalue().encode()
