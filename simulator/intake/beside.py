"""Reads an uploaded spreadsheet in a process of limited time and memory, so that nobody else waits for it."""

import pickle
import subprocess
import sys
from threading import BoundedSemaphore

from simulator.errors import Problem, UserError
from simulator.intake.sheet import SheetTable
from simulator.intake.spreadsheet import MAX_FILE_BYTES, is_text, read_tables, read_text
from simulator.store.places import ROOT

PROCESSOR_S, MEMORY_BYTES = 4, 1_000_000_000  # on Linux
WALL_S = 20  # on every system, also on a busy machine
SHORT = 200_000  # length of a text that is read faster than a process starts
_AT_ONCE = BoundedSemaphore(2)


def read_beside(content: bytes | str, name: str) -> list[SheetTable]:
    """The tables of a file or of pasted cells, read by `spreadsheet`; raises UserError."""
    is_short = len(content) <= SHORT and (isinstance(content, str) or is_text(content))
    if is_short or len(content) > MAX_FILE_BYTES:
        return _read(content, name)
    given = pickle.dumps((content, name))
    try:
        with _AT_ONCE:
            command = [sys.executable, "-m", __name__]
            done = subprocess.run(command, input=given, cwd=ROOT, stdout=subprocess.PIPE, timeout=WALL_S)
    except subprocess.TimeoutExpired:
        raise UserError(Problem("reads_too_long", name)) from None
    if done.returncode:
        raise UserError(Problem("reads_too_long", name))
    result: list[SheetTable] | tuple[Problem, ...] = pickle.loads(done.stdout)
    if isinstance(result, tuple):
        raise UserError(*result)
    return result


def _read(content: bytes | str, name: str) -> list[SheetTable]:
    return [read_text(content, name)] if isinstance(content, str) else read_tables(content, name)


def _limit() -> None:
    """Limit this process, and give the server priority."""
    if sys.platform == "linux":
        import os
        import resource

        os.nice(5)
        resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_S, PROCESSOR_S))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def main() -> None:
    """Read a table from stdin, and write its tables, or its problems, to stdout."""
    _limit()
    content, name = pickle.load(sys.stdin.buffer)
    tables: list[SheetTable] | tuple[Problem, ...]
    try:
        tables = _read(content, name)
    except UserError as error:
        tables = error.problems
    pickle.dump(tables, sys.stdout.buffer)


if __name__ == "__main__":
    main()
