"""The files around the code: checks, the hosted workflow, version, licence."""

import re
from pathlib import Path

import pytest
import yaml

from simulator import __version__
from tools import check

ROOT = Path(__file__).resolve().parents[1]
WORKFLOW = yaml.safe_load((ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("tools", "code"), [(("keyword", "this"), 0), (("no_such_tool", "this"), 1)])
def test_every_check_is_run_and_one_that_fails_fails_them_all(tools, code, monkeypatch, capfd):
    monkeypatch.setattr(check, "CHECKS", tuple((tool,) for tool in tools))
    monkeypatch.setattr(check, "types_of_live", lambda: 0)
    assert check.main() == code and "Zen of Python" in capfd.readouterr().out


@pytest.mark.parametrize(("ci", "code"), [("true", 1), ("", 0)])
def test_a_machine_without_tsc_says_so_and_fails_only_where_everything_has_to_be_checked(
    ci, code, monkeypatch, capsys
):
    monkeypatch.setattr(check, "CHECKS", ())
    monkeypatch.setattr(check.shutil, "which", lambda name: None)
    monkeypatch.setenv("CI", ci)
    assert check.main() == code and "tsc" in capsys.readouterr().err


def test_the_workflow_tests_every_system_with_every_python():
    matrix = WORKFLOW["jobs"]["test"]["strategy"]["matrix"]
    assert matrix == {
        "os": ["ubuntu-latest", "windows-latest", "macos-latest"],
        "python": ["3.11", "3.12", "3.13", "3.14"],
    }
    assert WORKFLOW[True].keys() == {"push", "pull_request"}, "YAML reads `on` as true"


def test_the_workflow_runs_the_commands_of_the_readme():
    commands = []
    for job in WORKFLOW["jobs"].values():
        assert "runs-on" in job
        for step in job["steps"]:
            assert ("uses" in step) != ("run" in step), step
            commands.append(step.get("run"))
    assert "python run.py check" in commands and "python run.py test" in commands
    local = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert local.index("run.py check") < local.index("run.py test")


def test_the_newest_entry_of_the_changes_is_the_version_of_the_program():
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\d+\.\d+\.\d+) – \d{4}-\d\d-\d\d$", changes, re.MULTILINE)[0] == __version__


def test_the_version_stands_in_one_place():
    texts = {path: path.read_text(encoding="utf-8") for path in (ROOT / "simulator").rglob("*.py")}
    named = [path.name for path, text in texts.items() if f'"{__version__}"' in text]
    assert named == ["__init__.py"] and "version" not in (ROOT / "pyproject.toml").read_text().split()


def test_everybody_may_use_it_under_the_mit_licence():
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert licence.startswith("MIT License\n") and "the contributors" in licence
