"""`intake`: makes a new baseline of a unit list, or records monthly actuals."""

import argparse
import sys
from datetime import datetime
from pathlib import Path

from simulator.commands.shared import add_lang
from simulator.errors import Problem, UserError
from simulator.intake import baseline_proposal as intake
from simulator.intake.actuals_proposal import confirm_actuals, propose_actuals
from simulator.intake.facts import Receipt
from simulator.intake.spreadsheet import MAX_FILE_BYTES, read_tables
from simulator.model.scenario import SEGMENTS
from simulator.store.strict_json import read_bytes
from simulator.words import text
from simulator.words.intake import note_text
from simulator.words.numbers import month_long, people


def add(commands) -> None:
    """Declares the command."""
    command = commands.add_parser("intake", help="make a new baseline of a regency's own unit list")
    command.add_argument("list", type=Path, metavar="FILE", help="XLSX or CSV")
    command.add_argument(
        "--name",
        required=True,
        help="of the new baseline, such as kendal-2026-11; with --actuals of the one they belong to",
    )
    command.add_argument(
        "--month", metavar="YYYY-MM", help="the figures' month, unless the list has a column for it"
    )
    upon = command.add_mutually_exclusive_group()
    upon.add_argument("--baseline", metavar="NAME", help="to build upon, instead of Kendal's newest")
    upon.add_argument("--region", metavar="NAME", help="of a regency that has no baseline yet")
    command.add_argument("--complete", action="store_true", help="the list names every unit there is")
    for segment in SEGMENTS:
        command.add_argument(
            f"--total-{segment}",
            type=int,
            metavar="N",
            help=f"enrolled of all units of the segment {segment} in the month",
        )
    command.add_argument("--deaths", type=int, metavar="N", help="all deaths paid under JKM up to the month")
    command.add_argument(
        "--actuals",
        action="store_true",
        help="the file holds monthly actuals of the regency that the data NAME are of",
    )
    command.add_argument("--sheet", metavar="NAME", help="where several hold a list")
    command.add_argument("--by", default="", metavar="WHO", help="who takes the list in")
    add_lang(command)


def execute(options: argparse.Namespace) -> int:
    """Runs the command; returns its exit code, raises UserError."""
    if options.actuals:
        return _actuals(options)
    path, lang = options.list, options.lang
    upon = None if options.region else options.baseline or intake.latest_upon()
    totals = {
        segment: total for segment in SEGMENTS if (total := getattr(options, f"total_{segment}")) is not None
    }
    request = intake.Request(
        options.name,
        upon,
        options.month,
        options.region or "",
        options.complete,
        totals,
        options.deaths,
        options.sheet,
    )
    proposal = intake.propose_baseline(
        read_tables(read_bytes(path, MAX_FILE_BYTES), path.name),
        request,
        Receipt(path.name, options.by, datetime.now()),
        lang,
    )
    baseline = intake.confirm_baseline(proposal)
    for note in proposal.notes:
        print(note_text(note, lang), file=sys.stderr)
    before, after = proposal.totals()
    print(
        text(
            "intake.taken",
            lang,
            name=baseline.name,
            units=after["units"],
            asn=people(after["asn"], lang),
            enrolled=people(after["enrolled"], lang),
            before=people(before["enrolled"], lang),
            month=month_long(baseline.month, lang),
        )
    )
    return 0


def _actuals(options: argparse.Namespace) -> int:
    """Records monthly actuals; --name is the data set whose regency and units they are of."""
    path, lang = options.list, options.lang
    foreign = [
        f"--{name.replace('_', '-')}"
        for name in ("baseline", "region", "complete", "deaths", *(f"total_{s}" for s in SEGMENTS))
        if getattr(options, name) not in (None, False)
    ]
    if foreign:
        raise UserError([Problem("not_for_actuals", "", ", ".join(foreign))])
    tables = read_tables(read_bytes(path, MAX_FILE_BYTES), path.name)
    proposal = propose_actuals(
        tables,
        options.name,
        Receipt(path.name, options.by, datetime.now()),
        lang,
        options.month,
        options.sheet,
    )
    confirm_actuals(proposal)
    for note in proposal.notes:
        print(note_text(note, lang), file=sys.stderr)
    if not proposal.records:
        return 0
    months = sorted({record.month for record in proposal.records})
    print(
        text(
            "actuals.taken",
            lang,
            rows=len(proposal.records),
            region=proposal.baseline.facts.region,
            corrections=len(proposal.corrections()),
            months=", ".join(month_long(month, lang) for month in months),
        )
    )
    return 0
