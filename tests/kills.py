"""What a killed program leaves on the disk: an action is killed at one disk change after the other.

Run as a script, it is the separate process that forks those to be killed; it has one thread, so that it may
fork.
"""

import builtins
import importlib
import io
import os
import shutil
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate", "os.link", "os.symlink"}
"""Audit events that Python raises before the change itself (docs.python.org: audit events table).

Files opened for writing count too.
"""


def left_by_kills(action: Callable[[Path], None], start: Path, scratch: Path, every: int = 1) -> list[Path]:
    """Copies of the folder `start`, in each of which `action(copy)` was killed `every` events later.

    In the last copy the action completed. An event is the moment before each change on the disk, and the
    middle of each write. The action is a function of a test file.
    """
    if not hasattr(os, "fork"):
        pytest.skip("this system cannot fork a process that is killed then")
    command = [
        sys.executable,
        __file__,
        action.__module__,
        action.__name__,
        str(start),
        str(scratch),
        str(every),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return sorted(scratch.iterdir())


def main(module: str, function: str, start: str, scratch: str, every: str) -> None:
    """Kill the action at its first event, then `every` events later each time, until it completes."""
    sys.path.insert(0, str(ROOT))
    action = getattr(importlib.import_module(module), function)
    number, killed = 0, True
    while killed:
        copy = Path(scratch) / f"{number:05d}"
        shutil.copytree(start, copy)
        child = os.fork()
        if child == 0:
            _be_killed_at(number)
            _do(action, copy)
        status = os.waitpid(child, 0)[1]
        killed, number = os.WIFSIGNALED(status), number + int(every)
        if not killed and status:
            sys.exit("the action itself failed")


def _do(action: Callable[[Path], None], folder: Path) -> None:
    try:
        action(folder)
        os._exit(0)
    except BaseException:
        traceback.print_exc()
        os._exit(1)


def _be_killed_at(number: int) -> None:
    """Have this process killed at its event of this number, counted from 0."""
    left = number

    def event() -> None:
        nonlocal left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1

    def heard(name: str, arguments: tuple) -> None:
        if name in CHANGES or name == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR):
            event()

    class Slow(io.FileIO):
        """A file that writes each piece of data in two halves."""

        def write(self, data) -> int:
            half = len(data) // 2
            event()
            super().write(data[:half])
            event()
            return half + super().write(data[half:])

    fsync, plain_open = os.fsync, io.open

    def slow_open(file, mode="r", *rest, **named):
        written = "b" in mode and set(mode) & set("wax+")
        if not written:
            return plain_open(file, mode, *rest, **named)
        return Slow(file, mode) if named.get("buffering") == 0 else io.BufferedWriter(Slow(file, mode))

    io.open = builtins.open = slow_open  # os.fdopen and pathlib open with io.open
    os.fsync = lambda handle: (event(), fsync(handle))[1]
    sys.addaudithook(heard)


if __name__ == "__main__":
    main(*sys.argv[1:])
