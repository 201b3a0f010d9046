"""The command line over the same core as the app (model contract, section 8); a module of `commands/` each."""

import argparse
import sys
from itertools import pairwise

from simulator.commands import check, explain, intake, pack, run, seek
from simulator.commands.shared import tell
from simulator.errors import Problem, UserError
from simulator.words import LANGUAGES

COMMANDS = {"run": run, "check": check, "seek": seek, "explain": explain, "pack": pack, "intake": intake}


class _Parser(argparse.ArgumentParser):
    def error(self, message: str):
        raise UserError([Problem("usage", "simulator", message)])


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns 0, or 2 after one line on standard error for every problem."""
    for stream in (sys.stdout, sys.stderr):  # a Windows console may not know every letter
        stream.reconfigure(errors="backslashreplace")
    arguments = sys.argv[1:] if arguments is None else arguments
    named = [
        lang for lang in LANGUAGES if f"--lang={lang}" in arguments or ("--lang", lang) in pairwise(arguments)
    ]
    lang = named[0] if named else "id"
    try:
        options = _parser().parse_args(arguments)
        return COMMANDS[options.command].execute(options)
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
