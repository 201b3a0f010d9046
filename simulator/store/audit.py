"""Who saved, agreed, deleted and restored, where an agency is served.

One line of JSON each, in one file that only grows.
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
    """Lets an editor do something to the file `what`, and gives who that is, "" where nobody signs in.

    Its line stands in the log before it is done, so that nothing is done without one, and is taken back where
    it fails. Raises UserError "not_editor", and "cannot_write" where the log refuses; nothing is done then.
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
    """Writes a line behind what is there, whose last one may have been cut off by a stopped machine."""
    if end:
        file.seek(end - 1)
        data = data if file.read(1) == b"\n" else b"\n" + data
    if file.write(data) < len(data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    os.fsync(file.fileno())


@contextlib.contextmanager
def _taken_back(file: BinaryIO, end: int) -> Iterator[None]:
    """Cuts the log off again at `end` where what is done fails."""
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):  # one line too many rather than another error
            file.truncate(end)
        raise
