"""The files around the code: checks, the hosted workflow, version, licence."""

import json
import re
from pathlib import Path

import yaml

from simulator import __version__
from tools.check import ALLOWED, by_room, compared, room

ROOT = Path(__file__).resolve().parents[1]
WORKFLOW = yaml.safe_load((ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8"))


def test_findings_are_counted_by_room_of_the_house():
    files = ["simulator/ui/pages/units.py", "simulator/ui/origin.py", "app.py", "simulator/errors.py"]
    assert by_room([{"file": file} for file in files]) == {"app.py": 1, "errors.py": 1, "ui": 2}


def test_more_findings_than_allowed_fail_and_fewer_may_be_written_down():
    found = {"ui": 3, "store": 1, "words": 2}
    assert compared(found, {"ui": 2, "store": 1, "words": 4, "intake": 1}) == (["ui"], ["intake", "words"])
    assert compared(found, found) == ([], [])


def test_what_is_allowed_is_for_rooms_there_are():
    allowed = json.loads(ALLOWED.read_text(encoding="utf-8"))
    assert all(count > 0 for count in allowed.values())
    rooms = {room(str(path.relative_to(ROOT))) for path in (ROOT / "simulator").rglob("*.py")}
    assert allowed.keys() <= rooms | {"app.py", "tools"}


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
