"""Every recipe of docs/how_to_add.md, followed word for word in a copy of the project, works."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]
LEFT_BEHIND = shutil.ignore_patterns(
    ".git",
    ".venv",
    "__pycache__",
    ".pytest_cache",
    ".hypothesis",
    "wheels",
    ".drafts",
    ".trash",
    ".history",
    "benchmarks",
)
RECIPES = re.split(
    r"^## ", (ROOT / "docs" / "how_to_add.md").read_text(encoding="utf-8"), flags=re.MULTILINE
)[1:]
KINDS = ("A metric", "A curve", "A benefit", "A setting", "An export", "A hand-out", "A page")
# What a step says, then its first block, then, where there is one, the word between and the second block.
STEP = re.compile(
    r"(?P<do>Make|Check|In) ?(?:`(?P<path>[^`]+)`)?(?:, (?P<how>below each|below|above|replace))?:?\n```\w*\n(?P<first>.*?)\n```"
    r"(?:\n(?:put|by)\n```\w*\n(?P<second>.*?)\n```)?",
    re.DOTALL,
)


class Step(NamedTuple):
    do: str
    path: str | None
    how: str | None
    first: str
    second: str | None


def steps(recipe: str) -> list[Step]:
    found = [Step(**match.groupdict()) for match in STEP.finditer(recipe)]
    assert recipe.count("```") == sum(2 + 2 * (step.second is not None) for step in found), (
        "every block belongs to a step"
    )
    return found


def follow(step: Step, project: Path) -> None:
    """Changes the project as a step says; an anchor that is not there, or there more than once, is an error."""
    path = project / step.path
    if step.do == "Make":
        assert not path.exists(), f"{step.path} is there already"
        path.write_text(step.first + "\n", encoding="utf-8")
        return
    text = path.read_text(encoding="utf-8")
    times = text.count(step.first)
    assert times > 1 if step.how == "below each" else times == 1, (
        f"{step.path} has {times} times: {step.first}"
    )
    new = {"replace": step.second, "above": f"{step.second}\n{step.first}"}.get(
        step.how, f"{step.first}\n{step.second}"
    )
    path.write_text(text.replace(step.first, new), encoding="utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """A copy of the project in which every recipe has been followed, one after the other."""
    copy = tmp_path_factory.mktemp("recipes") / "project"
    shutil.copytree(ROOT, copy, ignore=LEFT_BEHIND)
    for recipe in RECIPES:
        for step in steps(recipe):
            if step.do != "Check":
                follow(step, copy)
    return copy


def run(command: str, project: Path) -> subprocess.CompletedProcess:
    words = shlex.split(command)
    assert words[0] == "python"
    return subprocess.run(
        [sys.executable, *words[1:], *(["-p", "no:cacheprovider"] if "pytest" in words else [])],
        cwd=project,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
    )


def test_there_is_a_recipe_for_each_kind_of_thing():
    assert tuple(recipe.splitlines()[0] for recipe in RECIPES) == KINDS
    for recipe in RECIPES:
        found = steps(recipe)
        assert len(found) >= 3 and [step.do for step in found].count("Check") == 1 == [found[-1].do].count(
            "Check"
        )


@pytest.mark.parametrize("kind", KINDS)
def test_the_check_of_a_recipe_passes(kind, project):
    recipe = RECIPES[KINDS.index(kind)]
    commands = steps(recipe)[-1].first.splitlines()
    assert commands
    for command in commands:
        result = run(command, project)
        assert result.returncode == 0, f"{command}\n{result.stdout[-3000:]}{result.stderr[-1000:]}"
        assert "pytest" not in command or re.search(r"\d+ passed", result.stdout)


def test_what_the_recipes_add_keeps_the_rules_of_the_house(project):
    result = run("python -m pytest -q tests/test_house_rules.py tests/test_setting_words.py", project)
    assert result.returncode == 0, result.stdout[-3000:]
