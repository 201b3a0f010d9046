"""`restore`: brings back the work in a backup, and keeps the present work in another backup."""

import argparse
from pathlib import Path
from typing import Any

from simulator.commands.shared import add_lang
from simulator.store.backup import restore_backup
from simulator.words import text


def add(commands: Any) -> None:
    """Declare the command."""
    restore = commands.add_parser("restore", help="bring back the work of a backup")
    restore.add_argument("file", type=Path, metavar="FILE.zip")
    add_lang(restore)


def execute(options: argparse.Namespace) -> None:
    """Run the command; raises UserError."""
    count, before = restore_backup(options.file)
    print(text("backup.restored", options.lang, count=count, file=options.file, before=before))
