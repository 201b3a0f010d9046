"""The command line as its tests call it: within their own process, which is fast, or as a process of its own."""

import contextlib
import io
import subprocess
import sys
from pathlib import Path
from subprocess import CompletedProcess

from simulator.__main__ import main

ROOT = Path(__file__).resolve().parents[1]


def as_process(*arguments, cwd: Path = ROOT) -> CompletedProcess[bytes]:
    """`python -m simulator` as somebody calls it, of the program that lies in `cwd`; bytes out."""
    command = [sys.executable, "-m", "simulator", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, timeout=600)


def simulator(*arguments) -> CompletedProcess[bytes]:
    """The same within this process: exit code and what went to the two streams, as bytes."""
    words = list(map(str, arguments))
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2)]
    with contextlib.redirect_stdout(streams[0]), contextlib.redirect_stderr(streams[1]):
        try:
            code = main(words)
        except SystemExit as end:  # how argparse ends --help
            code = end.code
    out, err = (stream.buffer.getvalue() for stream in streams)
    return CompletedProcess(words, code or 0, out, err)
