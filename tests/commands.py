"""The command line for tests, called within their own process, which is fast, or as a separate one."""

import contextlib
import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

from simulator.__main__ import main

ROOT = Path(__file__).resolve().parents[1]


def as_process(*arguments, cwd: Path = ROOT) -> CompletedProcess[bytes]:
    """Run `python -m simulator` as a user does, with the program that is in `cwd`; output as bytes."""
    command = [sys.executable, "-m", "simulator", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, timeout=600)


def simulator(*arguments) -> CompletedProcess[bytes]:
    """Run the same command within this process: exit code and the two output streams, as bytes."""
    words = list(map(str, arguments))
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2)]
    with contextlib.redirect_stdout(streams[0]), contextlib.redirect_stderr(streams[1]):
        try:
            code = main(words)
        except SystemExit as end:  # how argparse ends --help
            code = end.code
    out, err = (stream.buffer.getvalue() for stream in streams)
    return CompletedProcess(words, code or 0, out, err)


STANDING = """
import json, sys
sys.path.append(sys.argv[1])  # behind the folder one calls from, whose program is the one to run
from tests.commands import simulator
answers = sys.stdout
for line in sys.stdin:
    done = simulator(*json.loads(line))
    outcome = done.returncode, done.stdout.decode(), done.stderr.decode()
    print(json.dumps(outcome), file=answers, flush=True)
"""


@contextlib.contextmanager
def standing(folder: Path) -> Iterator[Callable[..., CompletedProcess[bytes]]]:
    """Yield a function like `as_process` for one folder.

    One process runs all its commands, because starting a process takes longest.
    """
    command = [sys.executable, "-c", STANDING, str(ROOT)]
    with subprocess.Popen(
        command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:

        def call(*arguments) -> CompletedProcess[bytes]:
            words = list(map(str, arguments))
            print(json.dumps(words), file=process.stdin, flush=True)
            code, out, err = json.loads(process.stdout.readline())
            return CompletedProcess(words, code, out.encode(), err.encode())

        yield call  # on leaving, the input of the process ends, and so does the process
