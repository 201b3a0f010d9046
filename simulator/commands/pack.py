"""`pack`: writes every file that is handed out of some scenarios, all or none."""

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from simulator.commands.shared import add_scenarios, loaded, write_all
from simulator.errors import Problem, UserError
from simulator.handouts.files import HAND_OUTS
from simulator.model.months import month_number
from simulator.planning.comparison import MOST
from simulator.store.actuals_store import read_actuals


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
    places = [path.resolve() for path in options.scenario]
    twice = next((i for i, place in enumerate(places) if place in places[:i]), None)
    if twice is not None:
        raise UserError(Problem("same_scenario_twice", "", path=str(options.scenario[twice])))
    contexts, today = loaded(options), date.today()
    actuals = read_actuals(contexts[0].baseline.facts.region)
    now = month_number(f"{today:%Y-%m}")
    contexts = [replace(c, today=now, actuals=actuals) for c in contexts]
    files = {file.ending: file.made(contexts, options.lang, today) for file in HAND_OUTS.values()}
    write_all(options.out, files)
