"""Older scenario files, brought to the present schema_version step by step (docs/model.md, section 2)."""

from collections.abc import Callable
from typing import Any

from simulator.errors import Problem
from simulator.model.scenario import SCHEMA_VERSION

Content = dict[str, Any]


def _to_2(content: Content) -> tuple[Content, list[Problem]]:
    """Status, parent and decision log: a scenario from before is a draft with an empty log."""
    return _with_new(content, {"status": "draft", "parent": None, "decisions": []})


_STEPS: dict[int, Callable[[Content], tuple[Content, list[Problem]]]] = {1: _to_2}
"""By the version a file has: the function that makes it one of the next version."""


def upgraded(content: Content) -> tuple[Content, list[Problem]]:
    """A file's content in the present version, from any known one, and the keys its own does not know.

    Everything else is left to the checks of the present version. An unknown version is the only problem then,
    because the rest cannot be judged.
    """
    if "schema_version" not in content:
        return content, [Problem("missing_key", "schema_version")]
    version = content["schema_version"]
    problems: list[Problem] = []
    known = range(1, SCHEMA_VERSION + 1)
    if type(version) is not int or version not in known:  # true equals 1, and so does 1.0
        return content, [
            Problem("not_one_of", "schema_version", version, {"allowed": ", ".join(map(str, known))})
        ]
    for step in range(version, SCHEMA_VERSION):
        content, unknown = _STEPS[step](content)
        content, problems = content | {"schema_version": step + 1}, problems + unknown
    return content, problems


def _with_new(content: Content, new: Content, prefix: str = "") -> tuple[Content, list[Problem]]:
    """The content with keys put in that its version does not know; one that is there already is a problem.

    `new` nests as the file does; what is no object where one belongs is left for the checks.
    """
    result, problems = dict(content), []
    for key, value in new.items():
        if isinstance(value, dict):
            if isinstance(content.get(key), dict):
                result[key], inside = _with_new(content[key], value, f"{prefix}{key}.")
                problems += inside
        else:
            if key in content:
                problems.append(Problem("unknown_key", f"{prefix}{key}", content[key]))
            result[key] = value
    return result, problems
