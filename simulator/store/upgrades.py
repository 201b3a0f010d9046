"""Upgrades older scenario files to the present schema_version step by step (docs/model.md, section 2)."""

from typing import Any

from simulator.errors import Problem
from simulator.model.ranges import default_ranges
from simulator.model.scenario import SCHEMA_VERSION, SETTINGS
from simulator.model.settings import StrictModel
from simulator.model.uncertainty import Spread
from simulator.store.strict_json import validate

Content = dict[str, Any]


class Spreads(StrictModel):
    """The simulation settings of versions 1 and 2; no result used them, and version 3 has ranges instead."""

    realised_common_spread: Spread
    realised_unit_spread: Spread
    lapse_spread: Spread
    accident_rate_cv: Spread


def _brought(version: int) -> Content:
    """The settings that a version added, nested like the file, with the values that older files stand for."""
    content: Content = {"status": "draft", "parent": None, "decisions": []} if version == 2 else {}
    for path, setting in SETTINGS.items():
        if setting.since == version:
            *parents, last = path.split(".")
            part = content
            for name in parents:
                part = part.setdefault(name, {})
            part[last] = setting.resting
    return content


def upgraded(content: Content) -> tuple[Content, list[Problem]]:
    """A file's content in the present version, from any known one, and the keys unknown to its own version.

    Everything else is left to the checks of the present version. For an unknown version that is the only
    problem, because the rest cannot be checked.
    """
    if "schema_version" not in content:
        return content, [Problem("missing_key", "schema_version")]
    version = content["schema_version"]
    problems: list[Problem] = []
    known = range(1, SCHEMA_VERSION + 1)
    if type(version) is int and version > SCHEMA_VERSION:
        return content, [Problem("newer_version", "schema_version", version, allowed=SCHEMA_VERSION)]
    if type(version) is not int or version not in known:  # true equals 1, and so does 1.0
        return content, [Problem("not_one_of", "schema_version", version, allowed=", ".join(map(str, known)))]
    for later in range(version + 1, SCHEMA_VERSION + 1):
        content, unknown = _with_new(content, _brought(later))
        content, problems = content | {"schema_version": later}, problems + unknown
        if later == 3 and isinstance(content.get("uncertainty"), dict):
            content, lost = _with_ranges(content)
            problems += lost
    return content, problems


def _with_ranges(content: Content) -> tuple[Content, list[Problem]]:
    """The content with ranges derived from its own values in place of the earlier spreads."""
    spreads, kept = {}, dict(content["uncertainty"])
    for name in Spreads.model_fields:
        if name in kept:
            spreads[name] = kept.pop(name)
    _, found = validate(Spreads, spreads, "uncertainty")
    problems = [Problem(p.code, f"uncertainty.{p.where}", p.found, **p.values) for p in found]
    if "ranges" in kept:
        problems.append(Problem("unknown_key", "uncertainty.ranges", kept["ranges"]))
    ranges = default_ranges(lambda path: _number_at(content, path))
    return content | {"uncertainty": kept | {"ranges": [one.model_dump() for one in ranges]}}, problems


def _number_at(content: Content, path: str) -> Any:
    """The value at a path; the resting value if there is no valid one, which the checks will report."""
    value: Any = content
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    low, high = SETTINGS[path].bounds
    allowed = type(value) in (int, float) and low <= value <= high
    return value if allowed else SETTINGS[path].resting


def _with_new(content: Content, new: Content, prefix: str = "") -> tuple[Content, list[Problem]]:
    """The content with keys added that its version does not know; a key that exists already is a problem.

    `new` is nested like the file; anything that should be an object and is not is left for the checks.
    """
    result, problems = dict(content), []
    for key, value in new.items():
        if isinstance(value, dict) and not _is_new(f"{prefix}{key}."):
            if isinstance(content.get(key), dict):
                result[key], inside = _with_new(content[key], value, f"{prefix}{key}.")
                problems += inside
        else:
            if key in content:
                problems.append(Problem("unknown_key", f"{prefix}{key}", content[key]))
            result[key] = value
    return result, problems


def _is_new(part: str) -> bool:
    """Whether a part of the file was added with all of its settings."""
    return all(setting.since > 1 for path, setting in SETTINGS.items() if path.startswith(part))
