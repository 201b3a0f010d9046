"""Format, lint and types of the whole project, each of which has to be clean: `python run.py check`."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHECKS = (("ruff", "format", "--check", "--quiet"), ("ruff", "check", "--quiet"), ("mypy",))


def main() -> int:
    """Runs all of them even where the first fails; 1 where anything is wrong."""
    codes = [subprocess.run([sys.executable, "-m", *command], cwd=ROOT).returncode for command in CHECKS]
    return int(any(codes))


if __name__ == "__main__":
    sys.exit(main())
