"""`run`: projects scenarios month by month, as CSV."""

import argparse
import csv
import io
import sys
from pathlib import Path
from typing import Any

from simulator.commands.shared import add_scenarios, loaded, write_all
from simulator.errors import Problem, UserError
from simulator.model.metrics import COLUMNS, METRICS
from simulator.model.months import month_name
from simulator.model.projection import Projection


def add(commands: Any) -> None:
    """Declares the command."""
    run = commands.add_parser("run", help="project scenarios month by month, as CSV")
    add_scenarios(run, "+")
    run.add_argument("--out", type=Path, metavar="DIR")
    run.add_argument("--units", action="store_true", help="also write one row a unit and month")


def execute(options: argparse.Namespace) -> None:
    """Runs the command; raises UserError."""
    made = {".csv": _total_rows, ".units.csv": _unit_rows} if options.units else {".csv": _total_rows}
    written = [f"{path.stem}{ending}".casefold() for path in options.scenario for ending in made]
    twice = next((name for name in written if written.count(name) > 1), None)
    if twice:
        raise UserError(Problem("same_stem", "run", twice))
    if options.out is None and (options.units or len(options.scenario) > 1):
        raise UserError(Problem("needs_out", "run"))
    files = {
        f"{path.stem}{ending}": _csv(rows(c.projection))
        for path, c in zip(options.scenario, loaded(options))
        for ending, rows in made.items()
    }
    if options.out is None:
        sys.stdout.write(files.popitem()[1])
    else:
        write_all(options.out, {name: content.encode() for name, content in files.items()})


def _total_rows(p: Projection) -> list[list[Any]]:
    series = [METRICS[name].series(p).tolist() for name in COLUMNS]
    return [["month", *COLUMNS]] + [
        [month_name(month), *values] for month, *values in zip(p.months.tolist(), *series)
    ]


def _unit_rows(p: Projection) -> list[list[Any]]:
    share = p.unit_share
    money = (share * p.contributions_idr, share * p.payouts_idr)
    by_month = [a.T.tolist() for a in (p.seats.asn, p.seats.seats, p.enrolment.enrolled, *money)]
    titles = "month unit asn seats enrolled contributions_idr payouts_idr"
    rows: list[list[Any]] = [titles.split()]
    for month, *of_units in zip(p.months.tolist(), *by_month):
        rows += [[month_name(month), *values] for values in zip(p.baseline.codes, *of_units)]
    return rows


def _csv(rows: list[list[Any]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
