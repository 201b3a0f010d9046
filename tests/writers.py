"""Runs several programs on one folder at once: each performs the action of a test and reports its result.

Run as a script it is the process that forks them, after all imports; it has a single thread, so that it may
fork.
"""

import importlib
import json
import os
import subprocess
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
WRITERS = 8


def results_of_writers(action: Callable[[Path, str, int], Any], folder: Path, times: int) -> list[Any]:
    """The result of `action(folder, name, times)` in each of eight processes that started together, by writer number.

    The action is a function in a test file.
    """
    if not hasattr(os, "fork"):
        pytest.skip("this system cannot fork processes")
    command = [sys.executable, __file__, action.__module__, action.__name__, str(folder), str(times)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    texts = dict(json.loads(line) for line in done.stdout.splitlines())  # in the order in which they ended
    return [texts[i] for i in range(WRITERS)]


def main(module: str, function: str, folder: str, times: str) -> None:
    """Start the writers, let them begin together, and fail if one of them does."""
    sys.path.insert(0, str(ROOT))
    action = getattr(importlib.import_module(module), function)
    os.fsync = lambda handle: None  # what happens on disk when the machine stops is not tested here
    starting, go = os.pipe()
    children = []
    for i in range(WRITERS):
        children.append(os.fork())
        if children[-1] == 0:
            os.close(go)
            os.read(starting, 1)  # ends for all at once when the other end is closed
            _do(action, Path(folder), i, int(times))
    os.close(go)
    if any([os.waitpid(child, 0)[1] for child in children]):
        sys.exit("a writer failed")


def _do(action: Callable[[Path, str, int], Any], folder: Path, i: int, times: int) -> None:
    try:
        results = action(folder, f"writer {i}", times)
        os.write(1, f"{json.dumps([i, results])}\n".encode())
        os._exit(0)
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
