"""The audit log: who saved, agreed, deleted and restored, where people sign in.

One line of JSON per change, in one file that only grows.
"""

import contextlib
import errno
import json
import os
from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO, Literal

from simulator.store import agency
from simulator.store.places import DATA, alone, writing

AUDIT = DATA / "audit.jsonl"
Did = Literal["saved", "agreed", "deleted", "restored"]


@contextlib.contextmanager
def audited(did: Did, what: str, **more: str) -> Iterator[str]:
    """Let an editor change the file `what`, and yield who that is; "" where nobody signs in.

    The line is written before the change, so that no change goes unrecorded, and removed if the change fails.
    Raises UserError "not_editor", and "cannot_write" if the log cannot be written; then nothing is changed.
    """
    who = agency.editor()
    if not agency.is_served():
        yield who
        return
    line = {"when": datetime.now().astimezone().isoformat(timespec="milliseconds"), "who": who, "did": did}
    data = json.dumps(line | {"what": what} | more, ensure_ascii=False).encode() + b"\n"
    with contextlib.ExitStack() as held:
        with writing(AUDIT.name):
            held.enter_context(alone(AUDIT.with_name(f".{AUDIT.stem}.lock")))
            file = held.enter_context(open(AUDIT, "a+b", buffering=0))
            end = file.seek(0, os.SEEK_END)
            with _taken_back(file, end):
                _append(file, end, data)
        with _taken_back(file, end):
            yield who


def _append(file: BinaryIO, end: int, data: bytes) -> None:
    """Append a line; the last existing one may have been cut off when the machine stopped."""
    if end:
        file.seek(end - 1)
        data = data if file.read(1) == b"\n" else b"\n" + data
    if file.write(data) < len(data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    os.fsync(file.fileno())


@contextlib.contextmanager
def _taken_back(file: BinaryIO, end: int) -> Iterator[None]:
    """Cut the log off at `end` again if the change fails."""
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):  # better one line too many than another error
            file.truncate(end)
        raise
