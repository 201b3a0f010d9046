"""Every recipe of docs/how_to_add.md works when followed literally in a copy of the project."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.recipes import follow, recipes, steps

ROOT = Path(__file__).resolve().parents[1]
LEFT_BEHIND = shutil.ignore_patterns(
    ".git",
    ".venv",
    ".pytest_cache",
    ".hypothesis",
    "wheels",
    ".drafts",
    ".trash",
    ".history",
    "benchmarks",
)
RECIPES = recipes(ROOT)
KINDS = (
    "A metric",
    "A curve",
    "A benefit",
    "A setting",
    "An export",
    "A hand-out",
    "A chart",
    "A page",
    "A language",
)


HOUSE = ("tests/test_house_rules.py", "tests/test_setting_words.py")


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """A copy of the project in which every recipe has been followed, one after the other."""
    copy = tmp_path_factory.mktemp("recipes") / "project"
    shutil.copytree(ROOT, copy, ignore=LEFT_BEHIND)
    for recipe in RECIPES.values():
        for step in steps(recipe):
            if step.do == "Run":
                for command in step.first.splitlines():
                    succeeds(command, copy)
            elif step.do != "Check":
                follow(step, copy)
    return copy


@pytest.fixture(scope="module")
def outcomes(project) -> dict[str, str]:
    """The outcome of each test that a recipe runs, by its name.

    All in one process, because starting one takes seconds.
    """
    tests = [word for kind in KINDS for command in checks(kind) for word in pytest_words(command)]
    done = run(
        f"python -m pytest -v -p no:cacheprovider {' '.join(dict.fromkeys([*tests, *HOUSE]))}", project
    )
    found = dict(re.findall(r"^(tests/\S+::.*) (PASSED|FAILED|ERROR|SKIPPED) *\[", done.stdout, re.MULTILINE))
    assert found, done.stdout[-3000:] + done.stderr[-1000:]
    return found | {"output": done.stdout[-6000:]}


def checks(kind: str) -> list[str]:
    """The commands of a recipe's check."""
    return steps(RECIPES[kind])[-1].first.splitlines()


def pytest_words(command: str) -> list[str]:
    """The test files and tests that a command runs; none if it does not call pytest."""
    if not command.startswith("python -m pytest"):
        return []
    words = shlex.split(command)[3:]
    assert words[0] == "-q" and all(word.startswith("tests/") for word in words[1:]), command
    return words[1:]


def run(command: str, project: Path) -> subprocess.CompletedProcess:
    words = shlex.split(command)
    assert words[0] == "python"
    return subprocess.run(
        [sys.executable, *words[1:]],
        cwd=project,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
    )


def succeeds(command: str, project: Path) -> None:
    result = run(command, project)
    assert result.returncode == 0, f"{command}\n{result.stdout[-3000:]}{result.stderr[-1000:]}"


def passed(test: str, outcomes: dict[str, str]) -> None:
    """All tests of a file, or the one named, have passed."""
    of_it = {
        name: outcome
        for name, outcome in outcomes.items()
        if re.split(r"::|\[", name)[0] == test or name == test
    }
    assert of_it and set(of_it.values()) == {"PASSED"}, (test, of_it, outcomes["output"])


def test_there_is_a_recipe_for_each_kind_of_thing():
    assert tuple(RECIPES) == KINDS
    for recipe in RECIPES.values():
        found = steps(recipe)
        assert len(found) >= 3
        assert [step.do for step in found].count("Check") == 1 and found[-1].do == "Check"


@pytest.mark.parametrize("kind", KINDS)
def test_the_check_of_a_recipe_passes(kind, project, outcomes):
    assert any(pytest_words(command) for command in checks(kind))
    for command in checks(kind):
        for test in pytest_words(command):
            passed(test, outcomes)
        if not pytest_words(command):
            succeeds(command, project)


def test_what_the_recipes_add_keeps_the_rules_of_the_house(outcomes):
    for test in HOUSE:
        passed(test, outcomes)
