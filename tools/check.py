"""Format, lint and types of the whole project: `python run.py check`.

Format and lint have to be clean. Type findings are counted by room and may not become more than `types.json`
allows; `python run.py check --lower` writes down what is left. The exit code is 1 where anything is wrong.
"""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
ALLOWED = ROOT / "tools" / "types.json"


def main(arguments: list[str]) -> int:
    """Runs the three checks, all of them even where the first fails."""
    is_clean = [_passes("ruff", "format", "--check", "--quiet"), _passes("ruff", "check", "--quiet")]
    findings = type_findings(ROOT)
    found = by_room(findings)
    if "--lower" in arguments:
        ALLOWED.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    allowed = json.loads(ALLOWED.read_text(encoding="utf-8"))
    more, fewer = compared(found, allowed)
    for line in findings:
        if room(line["file"]) in more:
            print(f"{line['file']}:{line['line']}: {line['message']} [{line['code']}]")
    for name in more:
        print(f"types: {name} has {found[name]} findings, {allowed.get(name, 0)} are allowed")
    for name in fewer:
        print(f"types: {name} has {found.get(name, 0)} findings: lower {allowed[name]} by check --lower")
    return 0 if all(is_clean) and not more else 1


def compared(found: dict[str, int], allowed: dict[str, int]) -> tuple[list[str], list[str]]:
    """Rooms with more findings than are allowed, and rooms with fewer."""
    rooms = sorted(found.keys() | allowed.keys())
    difference = {name: found.get(name, 0) - allowed.get(name, 0) for name in rooms}
    return [n for n in rooms if difference[n] > 0], [n for n in rooms if difference[n] < 0]


def room(file: str) -> str:
    """The part of the project a file belongs to, as "model" or "app.py"."""
    parts = Path(file).parts
    return parts[1] if parts[0] == "simulator" else parts[0]


def by_room(findings: list[dict[str, Any]]) -> dict[str, int]:
    """How many findings each room has; those without are left out."""
    return dict(sorted(Counter(room(finding["file"]) for finding in findings).items()))


def type_findings(project: Path) -> list[dict[str, Any]]:
    """What mypy finds by the settings of a project's pyproject.toml: file, line, message and code of each.

    Raises RuntimeError with mypy's own words where it could not run.
    """
    done = _run(project, "mypy", "--output=json")
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stdout + done.stderr)
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return [line for line in lines if line["severity"] == "error"]


def _passes(*command: str) -> bool:
    done = _run(ROOT, *command)
    print(done.stdout + done.stderr, end="")
    return done.returncode == 0


def _run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", *command]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
