"""The recipes of docs/how_to_add.md as steps that can be followed."""

import re
from pathlib import Path
from typing import NamedTuple

# The text of a step, its first block, and, if there is one, the word between and the second block.
STEP = re.compile(
    r"(?P<do>Make|Run|Check|In) ?(?:`(?P<path>[^`]+)`)?(?:, (?P<how>below each|below|above|replace))?:?\n"
    r"```\w*\n(?P<first>.*?)\n```(?:\n(?:put|by)\n```\w*\n(?P<second>.*?)\n```)?",
    re.DOTALL,
)


class Step(NamedTuple):
    """A file to create, a place in a file to change, or commands to run or to check with."""

    do: str
    path: str
    how: str
    first: str
    second: str


def recipes(project: Path) -> dict[str, str]:
    """The text of each recipe by its title, in the order of the page."""
    page = (project / "docs" / "how_to_add.md").read_text(encoding="utf-8")
    parts = re.split(r"^## ", page, flags=re.MULTILINE)[1:]
    return {part.splitlines()[0]: part for part in parts}


def steps(recipe: str) -> list[Step]:
    """The steps of a recipe in order; raises ValueError if a block belongs to none."""
    found = [Step(**match.groupdict("")) for match in STEP.finditer(recipe)]
    if recipe.count("```") != sum(2 + 2 * bool(step.second) for step in found):
        raise ValueError(f"a block belongs to no step: {recipe.splitlines()[0]}")
    return found


def files_touched(recipe: str) -> list[str]:
    """The files that a recipe creates or changes."""
    return sorted({step.path for step in steps(recipe) if step.do in ("Make", "In")})


def follow(step: Step, project: Path) -> None:
    """Apply a step to the project; raises ValueError if its file or anchor is not as expected.

    An anchor must occur exactly once, one with "below each" more than once; a file to make must not exist.
    """
    path = project / step.path
    if step.do == "Make":
        if path.exists():
            raise ValueError(f"{step.path} is there already")
        path.write_text(step.first + "\n", encoding="utf-8")
        return
    text = path.read_text(encoding="utf-8")
    times = text.count(step.first)
    if not (times > 1 if step.how == "below each" else times == 1):
        raise ValueError(f"{step.path} has {times} times: {step.first}")
    otherwise = f"{step.first}\n{step.second}"
    new = {"replace": step.second, "above": f"{step.second}\n{step.first}"}.get(step.how, otherwise)
    path.write_text(text.replace(step.first, new), encoding="utf-8")
