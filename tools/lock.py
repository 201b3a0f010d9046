"""Pins every package with its hashes and lists them with their licences: `python -m tools.lock`.

Needs an internet connection and uv, which resolves for every system and Python at once and fetches the two
listing tools.
"""

import os
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OLDEST_PYTHON = "3.11"
BILL = "docs/dependencies.cdx.json"
LICENCES = "docs/dependencies.md"
ABOUT = """# Packages the program needs

Written by `python -m tools.lock` from what the packages say of themselves, as installed on Linux with Python
3.11. `requirements.lock` has the same with hashes, and the releases that another system or Python gets in
their place; `dependencies.cdx.json` is a bill of materials (CycloneDX). Tests and checks need those of
`requirements-test.lock` besides.

"""


def main() -> None:
    """Write both lock files, the bill of materials and the licences; raises CalledProcessError."""
    lock("requirements.txt", "requirements.lock")
    lock("requirements-test.txt", "requirements-test.lock", "--constraint", "requirements.lock")
    with tempfile.TemporaryDirectory() as folder:
        uv("venv", "--python", OLDEST_PYTHON, folder)
        python = os.path.join(folder, "Scripts" if os.name == "nt" else "bin", "python")
        uv("pip", "install", "--python", python, "--only-binary=:all:", "-r", "requirements.lock")
        bill = ("environment", python, "--output-reproducible", "--of", "JSON", "-o", BILL)
        uv("tool", "run", "--from", "cyclonedx-bom", "cyclonedx-py", *bill)
        table = ("--python", python, "--format", "markdown", "--output-file", LICENCES)
        uv("tool", "run", "pip-licenses", *table)
    written = (ROOT / LICENCES).read_text(encoding="utf-8")
    (ROOT / LICENCES).write_text(ABOUT + written, encoding="utf-8")


def lock(wanted: str, pinned: str, *options: str) -> None:
    """Pin the requirements of a file with hashes for every system; already pinned releases stay."""
    resolving = ("--universal", "--python-version", OLDEST_PYTHON, "--generate-hashes", "--no-annotate")
    uv("pip", "compile", wanted, "--output-file", pinned, *resolving, *options)


def uv(*words: str) -> None:
    settings = os.environ | {"UV_CUSTOM_COMPILE_COMMAND": "python -m tools.lock"}
    subprocess.run(["uv", "--quiet", *words], cwd=ROOT, env=settings, check=True)


if __name__ == "__main__":
    main()
