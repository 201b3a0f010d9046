"""Paths of the project's files, and how to write a file so that nobody sees it half-written."""

import contextlib
import os
import re
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from simulator.errors import Problem, UserError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
BASELINES = DATA / "baselines"
SCENARIOS = ROOT / "scenarios"
WORK = (
    "scenarios",
    "data/actuals",
    "data/baselines",
    "data/list_columns.json",
    "data/templates",
    "data/audit.jsonl",
)
"""Paths below ROOT that hold work: a backup holds them, an update leaves them alone (docs/operations.md)."""
READ_WITHIN_S = 2.0
"""How long to wait for a file that another program has open, where it cannot be replaced meanwhile."""
LOCKED_WITHIN_S = 60.0
"""How long to wait for a lock of another process on Windows."""
_WINDOWS_NAMES = {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
_WINDOWS_NAMES |= {"con", "prn", "aux", "nul"}


def slug(name: str, otherwise: str) -> str:
    """A file name without ending for a name: at most 60 of a-z, 0-9 and dashes, safe on Windows.

    `otherwise` replaces a name of which nothing is left, and precedes a name that Windows reserves.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or otherwise
    return f"{otherwise}-{stem}" if stem in _WINDOWS_NAMES else stem


def write_atomically(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Write `data` to `path` whole or not at all, like `whole_file`; raises OSError."""
    with whole_file(path, durable=durable) as file:
        file.write(data)


@contextlib.contextmanager
def whole_file(path: Path, *, durable: bool = True) -> Iterator[BinaryIO]:
    """A file to write that appears at `path` when it is complete, or not at all; raises OSError.

    `durable` waits for the disk, so that this also holds if the machine stops in between.
    """
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            if durable:
                file.flush()
                os.fsync(file.fileno())
        # refused by Windows and some network shares while somebody reads the old file
        _insist(lambda: os.replace(temporary, path), PermissionError, READ_WITHIN_S)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _insist(act: Callable[[], None], refusal: type[OSError], seconds: float) -> None:
    """Retry an action that fails while another process uses the file.

    Raises its error after a number of seconds.
    """
    last = time.monotonic() + seconds
    while True:
        try:
            return act()
        except refusal:
            if time.monotonic() > last:
                raise
            time.sleep(0.02)


def shown_name(name: str) -> str:
    """A file name from the system as text; bytes that are not UTF-8 are written out."""
    return name.encode("utf-8", "backslashreplace").decode()


def modified(path: Path) -> datetime:
    """When a file, or the link itself, was changed; the earliest possible time if that is unknown."""
    try:
        return datetime.fromtimestamp(path.lstat().st_mtime)
    except (OSError, OverflowError, ValueError):  # the file is gone, or its year is out of range
        return datetime.min


@contextlib.contextmanager
def writing(name: str) -> Iterator[None]:
    """Turn an error of the disk into a UserError "cannot_write" for the file `name`."""
    try:
        yield
    except OSError as error:
        raise UserError(Problem("cannot_write", name, error.strerror or type(error).__name__)) from error


@contextlib.contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Make every other process and thread that wants the same `lock` file wait.

    The lock is released however its holder ends. Raises OSError if the file cannot be created or locked, and
    on Windows if it is held for a minute.
    """
    with open(lock, "ab") as file:
        if sys.platform == "win32":
            file.seek(0)
            # Windows itself retries once a second, ten times, and may never find the file free
            _insist(lambda: msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1), OSError, LOCKED_WITHIN_S)
        else:
            fcntl.flock(file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            if sys.platform == "win32":  # elsewhere closing the file is enough
                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
