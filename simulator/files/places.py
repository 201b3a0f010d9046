"""Where the project's files lie, and how a file is written so that it is never seen half-written."""

import os
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
BASELINES = DATA / "baselines"
SCENARIOS = ROOT / "scenarios"


def write_atomically(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Puts `data` at `path` whole or not at all; raises OSError.

    `durable` waits for the disk, so that this also holds where the machine stops in between.
    """
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
