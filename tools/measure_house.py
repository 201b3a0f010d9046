"""Measures the project before and after: lines, files, findings, tests, and the files a recipe touches.

    python -m tools.measure_house [REV]            a revision and the working files, side by side
    python -m tools.measure_house [REV] --tests    also the time of the tests, which takes many minutes

Run it with the Python of `.venv`. The default revision is the last one before the packages were reorganised.
Lines are counted after formatting, so that both are measured alike; the findings are those with this
pyproject.toml.
"""

import ast
import io
import re
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from tools.recipes import files_touched, recipes

ROOT = Path(__file__).resolve().parents[1]
BEFORE = "e015cac"
CONFIG = ROOT / "pyproject.toml"
WORDING = "simulator/report/wording/*:E501"  # the catalogue's former place; its sentences are on one line


def main(arguments: list[str]) -> None:
    """Print the table."""
    times_tests = "--tests" in arguments
    revision = next((word for word in arguments if not word.startswith("-")), BEFORE)
    with tempfile.TemporaryDirectory() as scratch:
        before, now = Path(scratch, "before"), Path(scratch, "now")
        _unpack(_git("archive", "--format=tar", revision), before)
        _copy(_git("ls-files", "-z", "--cached", "--others", "--exclude-standard"), now)
        left, right = measured(before, times_tests), measured(now, times_tests)
    print(f"{'':44}{revision:>12}{'here':>12}{'change':>10}")
    for name in dict.fromkeys([*left, *right]):
        a, b = left.get(name), right.get(name)
        change = f"{(b - a) / a:+.1%}" if a and b is not None else ""
        print(f"{name:44}{_shown(a):>12}{_shown(b):>12}{change:>10}")


def measured(project: Path, times_tests: bool) -> dict[str, float]:
    """The measurements of one state of the project, by name; formats its files."""
    found: dict[str, float] = {}
    if times_tests:
        found["minutes of tests without a browser"] = _minutes(project, "--ignore-glob=tests/test_browser*")
        found["minutes of all tests"] = _minutes(project)
    code = [*sorted((project / "simulator").rglob("*.py")), project / "app.py"]
    tests = sorted((project / "tests").rglob("*.py"))
    for columns in (100, 110):
        formatted = _run(project, "ruff", "format", "--quiet", f"--line-length={columns}", "--isolated", ".")
        formatted.check_returncode()
        found[f"lines of simulator/ and app.py at {columns}"] = _lines(code)
    found["files of simulator/ and app.py"] = len(code)
    found["functions of more than 50 lines"] = _long_functions(code)
    lint = ["ruff", "check", f"--config={CONFIG}", f"--extend-per-file-ignores={WORDING}", "--quiet"]
    found["lint findings"] = _count(_run(project, *lint, "--output-format=concise", "."), r"^\S+:\d+:\d+: ")
    types = _run(project, "mypy", f"--config-file={CONFIG}", "simulator", "app.py")
    found["type findings"] = _count(types, r": error: ")
    found["test files"] = len([path for path in tests if path.name.startswith("test_")])
    found["lines of tests at 110"] = _lines(tests)
    for title, recipe in recipes(project).items():
        found[f"files touched by: {title}"] = len(files_touched(recipe))
    return found


def _long_functions(paths: list[Path]) -> int:
    nodes = (node for path in paths for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    functions = (node for node in nodes if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))
    return sum((node.end_lineno or 0) - node.lineno >= 50 for node in functions)


def _lines(paths: Iterable[Path]) -> int:
    return sum(len(path.read_text(encoding="utf-8").splitlines()) for path in paths)


def _minutes(project: Path, *more: str) -> float:
    started = time.monotonic()
    done = _run(project, "pytest", "-q", "-p", "no:cacheprovider", "-n", "auto", "--dist", "loadfile", *more)
    print(project.name, *more, done.stdout.splitlines()[-1], file=sys.stderr)
    return (time.monotonic() - started) / 60


def _count(done: subprocess.CompletedProcess[str], pattern: str) -> int:
    return len(re.findall(pattern, done.stdout, re.MULTILINE))


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:,.0f}" if isinstance(value, int) else f"{value:.1f}"


def _run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", *command]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, encoding="utf-8")


def _git(*words: str) -> bytes:
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, check=True).stdout


def _unpack(archive: bytes, folder: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, filter="data")


def _copy(names: bytes, folder: Path) -> None:
    for name in names.decode().split("\0"):
        source, target = ROOT / name, folder / name
        if name and source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())


if __name__ == "__main__":
    main(sys.argv[1:])
