"""The command line over the same core as the app; a module of `commands/` each."""

import argparse
import io
import sys
from itertools import pairwise
from typing import NoReturn

from simulator.commands import check, explain, intake, next_units, pack, run, seek, sensitivity
from simulator.commands.shared import tell
from simulator.errors import Problem, UserError
from simulator.words import LANGUAGES

COMMANDS = {
    "run": run,
    "check": check,
    "seek": seek,
    "next": next_units,
    "sensitivity": sensitivity,
    "explain": explain,
    "pack": pack,
    "intake": intake,
}


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UserError(Problem("usage", "simulator", message))


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns 0, or 2 after one line on standard error for every problem."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a Windows console may not know every letter
            stream.reconfigure(errors="backslashreplace")
    arguments = sys.argv[1:] if arguments is None else arguments
    named = [
        lang for lang in LANGUAGES if f"--lang={lang}" in arguments or ("--lang", lang) in pairwise(arguments)
    ]
    lang = named[0] if named else "id"
    try:
        options = _parser().parse_args(arguments)
        COMMANDS[options.command].execute(options)
        return 0
    except UserError as error:
        tell(error.problems, lang)
        return 2


def _parser() -> _Parser:
    parser = _Parser(
        prog="python -m simulator", description="Planning simulator for ASN Peduli Pekerja Rentan."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for command in COMMANDS.values():
        command.add(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
