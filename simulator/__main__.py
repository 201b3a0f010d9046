"""The command line over the same core as the app; a module of `commands/` each."""

import argparse
import gc
import io
import os
import sys
from importlib import import_module
from itertools import pairwise
from typing import Any, NoReturn

if __name__ == "__main__":  # most of a command is its start, and all that is loaded stays: nothing to collect
    gc.disable()

from simulator.commands.shared import print_problems
from simulator.errors import Problem, UserError
from simulator.words import LANGUAGES
from simulator.words.numbers import printable

COMMANDS = {
    "run": "run",
    "check": "check",
    "seek": "seek",
    "next": "next_units",
    "sensitivity": "sensitivity",
    "explain": "explain",
    "pack": "pack",
    "merge": "merge",
    "intake": "intake",
    "backup": "backup",
    "restore": "restore",
}
"""The module of each; only that of the command that is called is loaded, which is most of a short run."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UserError(Problem("usage", "simulator", said=printable(message, 1000)))


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns 0, or 2 after one line on standard error for every problem.

    Returns 1 where whoever reads it stops before the end, as `head` does.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a Windows console may not know every letter
            stream.reconfigure(errors="backslashreplace")
    arguments = sys.argv[1:] if arguments is None else arguments
    named = [
        lang for lang in LANGUAGES if f"--lang={lang}" in arguments or ("--lang", lang) in pairwise(arguments)
    ]
    lang = named[0] if named else "id"
    try:
        options = _parser(arguments[:1]).parse_args(arguments)
        _module(options.command).execute(options)
        sys.stdout.flush()
        return 0
    except UserError as error:
        print_problems(error.problems, lang)
        return 2
    except BrokenPipeError:
        # What is still held back would be written, and refused, once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _module(command: str) -> Any:
    return import_module(f"simulator.commands.{COMMANDS[command]}")


def _parser(called: list[str]) -> _Parser:
    """The parser of the command called, or of all where that is none."""
    parser = _Parser(
        prog="python -m simulator", description="Planning simulator for ASN Peduli Pekerja Rentan."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for command in [name for name in called if name in COMMANDS] or COMMANDS:
        _module(command).add(commands)
    return parser


if __name__ == "__main__":
    gc.freeze()
    gc.enable()
    sys.exit(main())
