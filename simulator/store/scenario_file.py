"""Reads scenario files of every version strictly, writes the present one (docs/model.md, section 2)."""

import hashlib
from typing import Any

from simulator.errors import Problem, UserError
from simulator.model.baseline import Baseline
from simulator.model.scenario import OVERRIDE_SETTINGS, SETTINGS, Scenario, scenario_json
from simulator.store.baseline_files import read_baseline_named
from simulator.store.strict_json import MAX_ENTRIES, parse, validate
from simulator.store.upgrades import upgraded


def read_scenario(data: bytes, name: str, baseline: Baseline | None = None) -> Scenario:
    """The scenario in `data`; raises UserError with every problem.

    Its units must exist in its baseline, or in the one given.
    """
    return scenario_of(parse(data, name), name, baseline)


def scenario_of(content: Any, name: str, baseline: Baseline | None = None) -> Scenario:
    """Like `read_scenario`, from the JSON value of a file of any known version; raises the same errors."""
    problems: list[Problem] = []
    if isinstance(content, dict):
        content, problems = upgraded(content)
        if any(p.where == "schema_version" for p in problems):
            raise UserError(*problems)
    scenario, found = validate(Scenario, content, name)
    problems += [_with_both_bounds(p) for p in found]
    if isinstance(content, dict):
        problems += _override_problems(content, baseline)
    if scenario is None or problems:
        raise UserError(*problems)
    return scenario


def scenario_bytes(scenario: Scenario) -> bytes:
    """The content of a scenario file, in UTF-8."""
    return f"{scenario_json(scenario)}\n".encode()


def version_of(data: bytes) -> str:
    """An identifier of the content of a file."""
    return hashlib.sha256(data).hexdigest()


def _override_problems(content: dict[str, Any], baseline: Baseline | None) -> list[Problem]:
    """Problems of units overridden twice, and of an unknown baseline or unit.

    Wrong types are found elsewhere.
    """
    problems: list[Problem] = []
    name = content.get("baseline")
    if baseline is None and isinstance(name, str):
        try:
            baseline = read_baseline_named(name)
        except UserError as error:
            problems += error.problems
    overrides = content.get("overrides")
    seen: set[str] = set()
    for i, override in enumerate(overrides[:MAX_ENTRIES] if isinstance(overrides, list) else []):
        unit = override.get("unit") if isinstance(override, dict) else None
        if not isinstance(unit, str) or not unit:
            continue
        if unit in seen:
            problems.append(Problem("duplicate_unit", f"overrides[{i}].unit", unit))
        seen.add(unit)
        if baseline is not None and unit not in baseline.index:
            problems.append(Problem("unknown_unit", f"overrides[{i}].unit", unit, baseline=baseline.name))
    return problems


def _with_both_bounds(problem: Problem) -> Problem:
    declared = SETTINGS.get(problem.where) or OVERRIDE_SETTINGS.get(problem.where.rpartition("].")[2])
    if problem.code not in ("out_of_bounds", "too_low", "too_high") or declared is None:
        return problem
    return Problem("out_of_bounds", problem.where, problem.found, low=declared.low, high=declared.high)
