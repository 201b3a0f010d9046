"""`intake`: creates a baseline from a unit list, or records monthly actuals."""

import argparse
from datetime import datetime
from pathlib import Path
from typing import Any

from simulator.commands.shared import add_lang, print_notes
from simulator.errors import Problem, UserError
from simulator.intake.actuals_proposal import confirm_actuals, propose_actuals
from simulator.intake.baseline_proposal import Request, confirm_baseline, latest_upon, propose_baseline
from simulator.intake.columns import Columns, parsed_columns
from simulator.intake.facts import Receipt
from simulator.intake.list_words import ACTUAL_WORDS, UNIT_WORDS, ListWords
from simulator.intake.row_questions import CHOICES, KEEP, LEAVE_OUT
from simulator.intake.sheet import SheetTable
from simulator.intake.spreadsheet import MAX_FILE_BYTES, read_tables
from simulator.model.parts import SEGMENTS
from simulator.store.strict_json import read_bytes
from simulator.words.numbers import month_long
from simulator.words.quantity import Month, count
from simulator.words.sentence import sentence

COLUMNS_HELP = (
    'which column is which, by letters or headings, such as "nama=B, asn=C+D, peserta=F"; + adds columns up,'
    " - means that there is none; columns not given are found by their headings"
)

NOT_FOR_ACTUALS = ("baseline", "region", "complete", "deaths", "leave_out", *(f"total_{s}" for s in SEGMENTS))


def add(commands: Any) -> None:
    """Declare the command."""
    command = commands.add_parser("intake", help="make a new baseline from a regency's own list of units")
    command.add_argument("list", type=Path, metavar="FILE", help="XLSX or CSV")
    command.add_argument(
        "--name",
        required=True,
        help="name of the new baseline, such as kendal-2026-11; with --actuals, of theirs",
    )
    command.add_argument(
        "--month", metavar="YYYY-MM", help="month of the figures, unless the list has a column for it"
    )
    upon = command.add_mutually_exclusive_group()
    upon.add_argument(
        "--baseline", metavar="NAME", help="the baseline to build on, instead of Kendal's newest"
    )
    upon.add_argument("--region", metavar="NAME", help="name of a regency that has no baseline yet")
    command.add_argument("--complete", action="store_true", help="the list names every unit")
    for segment in SEGMENTS:
        command.add_argument(
            f"--total-{segment}",
            type=int,
            metavar="N",
            help=f"workers enrolled in the month by all units of the segment {segment}",
        )
    command.add_argument(
        "--deaths",
        type=int,
        metavar="N",
        help="deaths for which JKM was paid since the history began",
    )
    command.add_argument(
        "--actuals",
        action="store_true",
        help="the file holds monthly actuals for the regency of the baseline NAME",
    )
    command.add_argument("--leave-out", type=_rows, metavar="ROWS", help="rows to leave out, such as 7,9")
    command.add_argument(
        "--keep",
        type=_rows,
        metavar="ROWS",
        help="rows to keep as they are, where a question would be asked",
    )
    command.add_argument("--sheet", metavar="NAME", help="the sheet to read, if several hold a list")
    command.add_argument("--columns", default="", metavar="TEXT", help=COLUMNS_HELP)
    command.add_argument("--by", default="", metavar="WHO", help="who imports the list")
    add_lang(command)


def _rows(text: str) -> list[int]:
    """Parse row numbers separated by commas; raises ValueError."""
    return [int(row) for row in text.split(",")]


def execute(options: argparse.Namespace) -> None:
    """Run the command; raises UserError."""
    tables = read_tables(read_bytes(options.list, MAX_FILE_BYTES), options.list.name)
    receipt = Receipt(options.list.name, options.by, datetime.now())
    (_actuals if options.actuals else _baseline)(options, tables, receipt)


def _baseline(options: argparse.Namespace, tables: list[SheetTable], receipt: Receipt) -> None:
    """Create the baseline --name from a unit list."""
    totals = {segment: getattr(options, f"total_{segment}") for segment in SEGMENTS}
    request = Request(
        name=options.name,
        upon=None if options.region else options.baseline or latest_upon(),
        month=options.month,
        region=options.region or "",
        complete=options.complete,
        totals={segment: total for segment, total in totals.items() if total is not None},
        deaths=options.deaths,
        sheet=options.sheet,
        columns=_columns(options, UNIT_WORDS),
        answers=dict.fromkeys(options.keep or (), KEEP) | dict.fromkeys(options.leave_out or (), LEAVE_OUT),
    )
    try:
        proposal = propose_baseline(tables, request, receipt, options.lang)
    except UserError as error:
        rows = sorted({row for p in error.problems if p.code in CHOICES for row in p.values["rows"]})
        way_out = [Problem("answer_rows", "", rows=",".join(map(str, rows)))] if rows else []
        raise UserError(*error.problems, *way_out) from error
    baseline = confirm_baseline(proposal)
    print_notes(proposal.notes, options.lang)
    before, after = proposal.totals()
    numbers = {name: count(number) for name, number in after.items()} | {"before": count(before["enrolled"])}
    month = Month(baseline.month)
    print(sentence("intake.taken", options.lang, name=baseline.name, month=month, **numbers))


def _actuals(options: argparse.Namespace, tables: list[SheetTable], receipt: Receipt) -> None:
    """Record monthly actuals; --name is the data set of the regency and units they belong to."""
    lang = options.lang
    values = {name: getattr(options, name) for name in NOT_FOR_ACTUALS}
    given = [name for name, value in values.items() if value is not None and value is not False]  # 0 is given
    if given:
        foreign = ", ".join(f"--{name.replace('_', '-')}" for name in given)
        raise UserError(Problem("not_for_actuals", "", foreign))
    columns = _columns(options, ACTUAL_WORDS)
    proposal = propose_actuals(tables, options.name, receipt, lang, options.month, options.sheet, columns)
    print_notes(proposal.notes, lang)
    doubted = {doubt.values["row"] for doubt in proposal.doubts} - set(options.keep or ())
    if doubted:
        raise UserError(Problem("doubted_rows", "", rows=",".join(map(str, sorted(doubted)))))
    confirm_actuals(proposal)
    if not proposal.records:
        return
    months = sorted({record.month for record in proposal.records})
    values = {"months": ", ".join(month_long(month, lang) for month in months)}
    values["region"] = proposal.baseline.facts.region
    rows, corrections = count(len(proposal.records)), count(len(proposal.corrections()))
    print(sentence("actuals.taken", lang, rows=rows, corrections=corrections, **values))


def _columns(options: argparse.Namespace, kind: ListWords) -> Columns | None:
    return parsed_columns(options.columns, kind) if options.columns else None
