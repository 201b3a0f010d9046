"""Checks format, lint and types of the whole project, each of which must be clean: `python run.py check`.

The model in the browser is checked if TypeScript's `tsc` is installed; with CI=true it must be.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHECKS = (("ruff", "format", "--check", "--quiet"), ("ruff", "check", "--quiet"), ("mypy",))
LIVE = ROOT / "simulator" / "live"


def main() -> int:
    """Run all checks even if one fails; returns 1 if anything is wrong."""
    codes = [subprocess.run([sys.executable, "-m", *command], cwd=ROOT).returncode for command in CHECKS]
    return int(any([*codes, types_of_live()]))


def types_of_live() -> int:
    """The exit code of `tsc`; if it is missing, 0 with a note, or 1 with CI=true."""
    tsc = shutil.which("tsc")
    if tsc:
        return subprocess.run([tsc, "--project", str(LIVE)], cwd=ROOT).returncode
    print("tsc (TypeScript) is not installed: types of simulator/live are not checked", file=sys.stderr)
    return int(os.environ.get("CI") == "true")


if __name__ == "__main__":
    sys.exit(main())
