"""Every recipe of docs/how_to_add.md, followed word for word in a copy of the project, works."""

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
    "__pycache__",
    ".pytest_cache",
    ".hypothesis",
    "wheels",
    ".drafts",
    ".trash",
    ".history",
    "benchmarks",
)
RECIPES = recipes(ROOT)
KINDS = ("A metric", "A curve", "A benefit", "A setting", "An export", "A hand-out", "A page")


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """A copy of the project in which every recipe has been followed, one after the other."""
    copy = tmp_path_factory.mktemp("recipes") / "project"
    shutil.copytree(ROOT, copy, ignore=LEFT_BEHIND)
    for recipe in RECIPES.values():
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
    assert tuple(RECIPES) == KINDS
    for recipe in RECIPES.values():
        found = steps(recipe)
        assert len(found) >= 3 and [step.do for step in found].count("Check") == 1 == [found[-1].do].count(
            "Check"
        )


@pytest.mark.parametrize("kind", KINDS)
def test_the_check_of_a_recipe_passes(kind, project):
    commands = steps(RECIPES[kind])[-1].first.splitlines()
    assert commands
    for command in commands:
        result = run(command, project)
        assert result.returncode == 0, f"{command}\n{result.stdout[-3000:]}{result.stderr[-1000:]}"
        assert "pytest" not in command or re.search(r"\d+ passed", result.stdout)


def test_what_the_recipes_add_keeps_the_rules_of_the_house(project):
    result = run("python -m pytest -q tests/test_house_rules.py tests/test_setting_words.py", project)
    assert result.returncode == 0, result.stdout[-3000:]
