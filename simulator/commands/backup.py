"""`backup`: writes all files with work in them into one ZIP file."""

import argparse
import sys
from pathlib import Path
from typing import Any

from simulator.commands.shared import add_lang
from simulator.store.backup import write_backup
from simulator.words import text


def add(commands: Any) -> None:
    """Declare the command."""
    backup = commands.add_parser("backup", help="write everything that holds work into one ZIP file")
    backup.add_argument("file", type=Path, metavar="FILE.zip")
    add_lang(backup)


def execute(options: argparse.Namespace) -> None:
    """Run the command; raises UserError."""
    count, left_out = write_backup(options.file)
    print(text("backup.done", options.lang, count=count, file=options.file))
    for name in left_out:
        print(text("backup.left_out", options.lang, name=ascii(name)[1:-1]), file=sys.stderr)
