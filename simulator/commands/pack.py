"""`pack`: writes every file that is handed out of some scenarios, all or none."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from simulator.commands.shared import add_scenarios, loaded, write_all
from simulator.errors import Problem, UserError
from simulator.handouts.files import HAND_OUTS
from simulator.model.months import month_number
from simulator.planning.comparison import MOST
from simulator.report.context import Context
from simulator.store.actuals_store import read_actuals
from simulator.store.baseline_files import read_programme
from simulator.store.sources_file import read_sources


def add(commands: Any) -> None:
    """Declares the command."""
    pack = commands.add_parser(
        "pack", help=f"write what is handed out: {', '.join(file.ending for file in HAND_OUTS.values())}"
    )
    add_scenarios(pack, "+")
    pack.add_argument("--out", type=Path, required=True, metavar="DIR")


def execute(options: argparse.Namespace) -> None:
    """Runs the command; raises UserError."""
    if len(options.scenario) > MOST:
        raise UserError(Problem("too_many_scenarios", "", len(options.scenario), allowed=MOST))
    twice = next(
        (
            path
            for i, path in enumerate(options.scenario)
            if path.resolve() in {other.resolve() for other in options.scenario[:i]}
        ),
        None,
    )
    if twice:
        raise UserError(Problem("same_scenario_twice", "", path=str(twice)))
    projections, today = [projection for _, projection in loaded(options)], date.today()
    actuals = read_actuals(projections[0].baseline.facts.region)
    known = (read_programme(), read_sources(), month_number(f"{today:%Y-%m}"), actuals)
    contexts = [Context(projection, *known) for projection in projections]
    files = {file.ending: file.made(contexts, options.lang, today) for file in HAND_OUTS.values()}
    write_all(options.out, files)
