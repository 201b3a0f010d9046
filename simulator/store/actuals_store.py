"""The log of monthly actuals, one file per regency: lines are added and never changed."""

import csv
import io
import os
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from simulator.errors import Problem, UserError
from simulator.model.actuals import FIGURES, NOTHING_RECORDED, PEOPLE, Actuals, Record
from simulator.model.months import is_month
from simulator.store import agency
from simulator.store.audit import audited
from simulator.store.baseline_files import MAX_PEOPLE
from simulator.store.places import DATA, alone, slug, write_atomically, writing
from simulator.store.strict_csv import csv_rows, whole_number
from simulator.store.strict_json import read_bytes

ACTUALS = DATA / "actuals"
COLUMNS = ("recorded_at", "by", "file", "month", "unit", *FIGURES)
MAX_IDR = 1_000_000_000_000
MAX_LOG_BYTES = 20_000_000  # some 200,000 lines
MAX_WORDS = 200  # characters in the name of a person or file
WITHDRAWN = "withdrawn"  # in place of a figure: withdraws what was recorded before
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", re.ASCII)


def actuals_path(region: str, folder: Path = ACTUALS) -> Path:
    """The path of the log of a regency."""
    return folder / f"{slug(region, 'kabupaten')}.csv"


def read_actuals(region: str, folder: Path = ACTUALS) -> Actuals:
    """All recorded actuals of a regency; nothing if there is no log yet.

    Raises UserError with every problem of the file. Cached like a baseline.
    """
    path = actuals_path(region, folder)
    return _log(path.name, read_bytes(path, MAX_LOG_BYTES)) if os.path.lexists(path) else NOTHING_RECORDED


@lru_cache(maxsize=4)
def _log(name: str, raw: bytes) -> Actuals:
    lines, problems = csv_rows(raw, name, COLUMNS)
    records = [_record(f"{name}:{line}", cells, problems) for line, cells in lines]
    if problems:
        raise UserError(*problems)
    return Actuals(records)


def append_actuals(
    region: str, records: Sequence[Record], folder: Path = ACTUALS, *, seen: Actuals | None = None
) -> Actuals:
    """Add lines to the log of a regency and return the whole log as read back; other writers wait.

    Raises UserError if the existing log cannot be read, "actuals_moved" if it is no longer the one that was
    `seen`, "not_editor", or "cannot_write" if the disk refuses; then the log is unchanged. Where people sign
    in, their address is added after the given name.
    """
    path, who = actuals_path(region, folder), agency.editor()
    if who:
        records = [replace(record, by=f"{record.by} ({who})" if record.by else who) for record in records]
    with writing(path.name):
        folder.mkdir(parents=True, exist_ok=True)
        with alone(folder / f".{path.stem}.lock"):
            before = read_actuals(region, folder).records
            if seen is not None and seen.records != before:
                raise UserError(Problem("actuals_moved", ""))
            data = _csv([*before, *records])
            if len(data) > MAX_LOG_BYTES:
                raise UserError(Problem("too_large", path.name, len(data), allowed=MAX_LOG_BYTES))
            with audited("saved", f"data/actuals/{path.name}"):
                write_atomically(path, data)
            return read_actuals(region, folder)


def _csv(records: Sequence[Record]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for r in records:
        figures = (r.figures.get(figure, "") for figure in FIGURES)
        cells = (WITHDRAWN if value is None else value for value in figures)
        writer.writerow([r.recorded_at, r.by, r.file, r.month, r.unit, *cells])
    return out.getvalue().encode()


def _is_moment(moment: str) -> bool:
    if not _MOMENT.fullmatch(moment):  # the library accepts other spellings, too
        return False
    try:
        datetime.fromisoformat(moment)
    except ValueError:
        return False
    return True


def _record(where: str, cells: dict[str, str], problems: list[Problem]) -> Record:
    if not _is_moment(cells["recorded_at"]):
        problems.append(Problem("bad_moment", f"{where} recorded_at", cells["recorded_at"]))
    if not is_month(cells["month"]):
        problems.append(Problem("bad_month", f"{where} month", cells["month"]))
    problems += [
        Problem("wrong_length", f"{where} {name}", len(cells[name]), low=0, high=MAX_WORDS)
        for name in ("by", "file", "unit")
        if len(cells[name]) > MAX_WORDS
    ]
    figures: dict[str, int | None] = {}
    for figure in FIGURES:
        cell, high = cells[figure], MAX_PEOPLE if figure in PEOPLE else MAX_IDR
        number = whole_number(cell, 0, high)
        if number is not None or cell == WITHDRAWN:
            figures[figure] = number
        elif cell:
            code = "not_people" if figure in PEOPLE else "not_rupiah"
            problems.append(Problem(code, f"{where} {figure}", cell, low=0, high=high))
    who, from_file = cells["by"], cells["file"]
    return Record(cells["recorded_at"], who, from_file, cells["month"], cells["unit"], figures)
