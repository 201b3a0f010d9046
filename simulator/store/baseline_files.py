"""Reads a baseline folder (`units.csv` and `baseline.json`) and the programme's dated rules, strictly."""

import hashlib
import os
from dataclasses import fields
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

from simulator.errors import Problem, UserError
from simulator.model.baseline import Baseline, UnitRow
from simulator.model.baseline_facts import BaselineFacts, Basis, Deaths
from simulator.model.months import is_month
from simulator.model.parts import SEGMENTS
from simulator.model.programme import Programme
from simulator.store import places
from simulator.store.names import name_problems
from simulator.store.places import shown_name
from simulator.store.strict_csv import csv_rows, whole_number
from simulator.store.strict_json import parse, read_bytes, validate, validated

COLUMNS = tuple(field.name for field in fields(UnitRow))
BASES = get_args(Basis)
# How version 1 wrote deaths that nobody had given.
NOBODY_KNOWS = Deaths(value=0.0, basis="assumed", source="S20")
MAX_PEOPLE = 100_000_000


def baseline_names() -> list[str]:
    """Names of the baselines in `data/baselines/`, in order."""
    return sorted(
        folder.name
        for folder in places.BASELINES.iterdir()
        if os.path.isfile(folder / "units.csv")
        and not folder.name.startswith(".")
        and shown_name(folder.name) == folder.name
    )


def baseline_folder(name: str) -> Path:
    """The folder of the baseline with that name."""
    return places.BASELINES / name


def read_baseline_named(name: str) -> Baseline:
    """The baseline with that name.

    Raises UserError with the existing names, or with every problem in its files.
    """
    names = baseline_names()
    if name not in names:
        raise UserError(Problem("unknown_baseline", "baseline", name, allowed=", ".join(names)))
    return read_baseline(baseline_folder(name))


def read_baseline(folder: Path) -> Baseline:
    """The baseline in a folder; raises UserError with every problem of both files (docs/model.md, section 1).

    Returns the same object as long as the content of the files is the same.
    """
    return _baseline(folder.name, read_bytes(folder / "units.csv"), read_bytes(folder / "baseline.json"))


@lru_cache(maxsize=32)
def _baseline(name: str, raw_units: bytes, raw_facts: bytes) -> Baseline:
    file = f"{name}/baseline.json"
    facts, found = validate(BaselineFacts, parse(raw_facts, file), file)
    if facts and facts.deaths == NOBODY_KNOWS:
        facts = facts.model_copy(update={"deaths": None})
    rows, of_rows = _rows(raw_units, f"{name}/units.csv")
    if facts and not of_rows:
        found += _history_problems(facts, rows)
    problems = [*(Problem(p.code, _in_file(p.where, file), p.found, **p.values) for p in found), *of_rows]
    if facts is None or problems:
        raise UserError(*problems)
    content = (raw_units + b"\0" + raw_facts).replace(b"\r\n", b"\n")
    return Baseline(name, facts, tuple(rows), hashlib.sha256(content).hexdigest())


def _in_file(where: str, file: str) -> str:
    """The place of a problem including its file; a problem of the whole file has the file as its place."""
    return where if where == file else f"{file}: {where}"


def read_programme(path: Path = places.DATA / "programme.json") -> Programme:
    """The programme's dated rules, cached like a baseline.

    Raises UserError with every problem of the file.
    """
    return _programme(path.name, read_bytes(path))


@lru_cache(maxsize=4)
def _programme(name: str, raw: bytes) -> Programme:
    programme = validated(Programme, parse(raw, name), name)
    problems = [
        *_must_increase([rule.in_force_from for rule in programme.rates], "rates[{}].from"),
        *_must_increase([rule.in_force_from for rule in programme.benefits], "benefits[{}].from"),
    ]
    problems += [
        Problem("months_must_increase", f"relief[{i}].to", p.last_month, before=p.first_month)
        for i, p in enumerate(programme.relief)
        if p.last_month < p.first_month
    ]
    if problems:
        raise UserError(*problems)
    return programme


def _must_increase(months: list[str], where: str) -> list[Problem]:
    """A problem for each month that is not after the one before.

    `where` is its path, with {} for the position.
    """
    return [
        Problem("months_must_increase", where.format(i + 1), later, before=earlier)
        for i, (earlier, later) in enumerate(pairwise(months))
        if later <= earlier
    ]


def _rows(raw: bytes, file: str) -> tuple[list[UnitRow], list[Problem]]:
    lines, problems = csv_rows(raw, file, COLUMNS)
    if not lines and not problems:
        problems.append(Problem("no_units", file))
    rows: list[UnitRow] = []
    seen: set[str] = set()
    for line, cells in lines:
        row = _row(f"{file}:{line}", cells, problems)
        if row.code in seen:
            problems.append(Problem("duplicate_code", f"{file}:{line} code", row.code))
        seen.add(row.code)
        rows.append(row)
    return rows, problems


def _row(where: str, cells: dict[str, str], problems: list[Problem]) -> UnitRow:
    for name in ("code", "name"):
        problems += name_problems(cells[name], f"{where} {name}")
    _one_of(cells, "segment", SEGMENTS, where, problems)
    asn = _people(cells, "asn", 1, where, problems)
    enrolled = _people(cells, "enrolled", 0, where, problems)
    for name in ("asn_basis", "enrolled_basis"):
        _one_of(cells, name, BASES, where, problems)
    month, pledges = cells["pledge_month"], 0
    if month or cells["pledge_workers"]:
        pledges = _people(cells, "pledge_workers", 0, where, problems)
        if not is_month(month):
            problems.append(Problem("bad_month", f"{where} pledge_month", month))
        _one_of(cells, "pledge_basis", BASES, where, problems)
        if enrolled > 0:
            place = f"{where} pledge_month"
            problems.append(Problem("pledge_of_a_participant", place, month, enrolled=enrolled))
    else:
        _one_of(cells, "pledge_basis", ("",), where, problems)
    numbers: dict[str, Any] = {"asn": asn, "enrolled": enrolled, "pledge_workers": pledges}
    return UnitRow(**cells | numbers)


def _one_of(
    cells: dict[str, str], name: str, allowed: tuple[str, ...], where: str, problems: list[Problem]
) -> None:
    if cells[name] not in allowed:
        words = ", ".join(word or "''" for word in allowed)
        problems.append(Problem("not_one_of", f"{where} {name}", cells[name], allowed=words))


def _people(cells: dict[str, str], name: str, least: int, where: str, problems: list[Problem]) -> int:
    people = whole_number(cells[name], least, MAX_PEOPLE)
    if people is None:
        problems.append(Problem("not_people", f"{where} {name}", cells[name], low=least, high=MAX_PEOPLE))
    return people or 0


def _history_problems(facts: BaselineFacts, rows: list[UnitRow]) -> list[Problem]:
    problems = _must_increase([point.month for point in facts.history], "history[{}].month")
    months = [point.month for point in facts.history]
    if facts.deaths_until not in (facts.month, *months):
        problems.append(Problem("not_one_of", "deaths_month", facts.deaths_until, allowed=", ".join(months)))
    elif facts.deaths and sum(month <= facts.deaths_until for month in months) == 1:
        problems.append(Problem("deaths_without_history", "deaths", facts.deaths.value))
    last, total = facts.history[-1], sum(row.enrolled for row in rows)
    place = f"history[{len(facts.history) - 1}]"
    if last.month != facts.month:
        code = "history_must_end_at_baseline"
        problems.append(Problem(code, f"{place}.month", last.month, allowed=facts.month))
    if last.enrolled != total:
        code = "history_must_end_at_total"
        problems.append(Problem(code, f"{place}.enrolled", last.enrolled, allowed=total))
    return problems
