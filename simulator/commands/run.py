"""`run`: writes the monthly projections of scenarios as CSV."""

import argparse
import csv
import io
import sys
from collections.abc import Callable
from dataclasses import replace
from math import isnan
from pathlib import Path
from typing import Any

from simulator.commands.shared import add_scenarios, loaded, out_of_bounds, write_all
from simulator.errors import Problem, UserError
from simulator.handouts.csv_file import neutralised
from simulator.model.metrics import COLUMNS, METRICS
from simulator.model.months import month_name
from simulator.model.scenario import with_values
from simulator.model.simulation import SERIES
from simulator.report.context import Context

BAND = (0.05, 0.5, 0.95)


def add(commands: Any) -> None:
    """Declare the command."""
    run = commands.add_parser("run", help="project scenarios month by month, as CSV")
    add_scenarios(run, "+")
    run.add_argument("--out", type=Path, metavar="DIR")
    run.add_argument("--units", action="store_true", help="also write one row per unit and month")
    run.add_argument("--draws", type=int, metavar="N", help="also simulate N times, and write the bands")
    run.add_argument(
        "--seed", type=int, metavar="S", help="seed of the simulations, instead of the scenario's"
    )


def execute(options: argparse.Namespace) -> None:
    """Run the command; raises UserError."""
    made: dict[str, Callable[[Context], list[list[Any]]]] = {".csv": _total_rows}
    made |= {".units.csv": _unit_rows} if options.units else {}
    made |= {".bands.csv": _band_rows} if options.draws is not None else {}
    written = [f"{path.stem}{ending}".casefold() for path in options.scenario for ending in made]
    twice = next((name for name in written if written.count(name) > 1), None)
    if twice:
        raise UserError(Problem("same_stem", "run", twice))
    if options.out is None and (len(made) > 1 or len(options.scenario) > 1):
        raise UserError(Problem("needs_out", "run"))
    requested = _requested(options)
    contexts = loaded(options)
    if options.draws is not None:
        contexts = [_simulated(c, requested) for c in contexts]
    files = {
        f"{path.stem}{ending}": _csv(rows(c))
        for path, c in zip(options.scenario, contexts)
        for ending, rows in made.items()
    }
    if options.out is None:
        sys.stdout.write(files.popitem()[1])
        return
    write_all(options.out, {name: content.encode() for name, content in files.items()})
    if options.draws is not None:
        _print_chances(options, contexts)


def _print_chances(options: argparse.Namespace, contexts: list[Context]) -> None:
    from simulator.report.sentences.chance import target_chance, too_few  # a third of a start without draws

    for path, c in zip(options.scenario, contexts):
        sentences = (target_chance(c, options.lang), *too_few(c, options.lang))
        print(f"{path}:", *sentences, file=sys.stderr)


def _requested(options: argparse.Namespace) -> dict[str, int]:
    """The requested number of draws and seed, by path; raises UserError for values a file could not have."""
    given = {"draws": options.draws, "seed": options.seed}
    requested = {name: value for name, value in given.items() if value is not None}
    wrong = [out_of_bounds(f"--{name}", f"uncertainty.{name}", value) for name, value in requested.items()]
    if problems := [problem for of_option in wrong for problem in of_option]:
        raise UserError(*problems)
    return {f"uncertainty.{name}": value for name, value in requested.items()}


def _simulated(c: Context, requested: dict[str, int]) -> Context:
    """The scenario simulated with the requested number of draws and seed."""
    return c.of(replace(c.projection, scenario=with_values(c.scenario, requested))).with_simulation()


def _total_rows(c: Context) -> list[list[Any]]:
    p = c.projection
    series = [METRICS[name].series(p).tolist() for name in COLUMNS]
    return [["month", *COLUMNS]] + [
        [month_name(month), *values] for month, *values in zip(p.months.tolist(), *series)
    ]


def _unit_rows(c: Context) -> list[list[Any]]:
    p = c.projection
    share = p.unit_share
    money = (share * p.contributions_idr, share * p.payouts_idr)
    by_month = [a.T.tolist() for a in (p.seats.asn, p.seats.seats, p.enrolment.enrolled, *money)]
    titles = "month unit asn seats enrolled contributions_idr payouts_idr"
    rows: list[list[Any]] = [titles.split()]
    for month, *of_units in zip(p.months.tolist(), *by_month):
        rows += [[month_name(month), *values] for values in zip(p.baseline.codes, *of_units)]
    return rows


def _band_rows(c: Context) -> list[list[Any]]:
    """One row per month and series; values are empty if no draw has one."""
    rows: list[list[Any]] = ["month metric p5 p50 p95 mean".split()]
    columns = {name: (*c.simulated.band(name, BAND), c.simulated.mean(name)) for name in SERIES}
    by_month = {name: list(zip(*(column.tolist() for column in of))) for name, of in columns.items()}
    for t, month in enumerate(c.projection.months.tolist()):
        for name in SERIES:
            values = ["" if isnan(value) else value for value in by_month[name][t]]
            rows.append([month_name(month), name, *values])
    return rows


def _csv(rows: list[list[Any]]) -> str:
    out = io.StringIO()
    cells = ([neutralised(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    csv.writer(out, lineterminator="\n").writerows(cells)
    return out.getvalue()
