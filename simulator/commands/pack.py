"""`pack`: writes the deck, the brief, the units' sheets and the workbook of some scenarios, all or none."""

import argparse
from datetime import date
from pathlib import Path

from simulator.commands.shared import add_scenarios, loaded, write_all
from simulator.errors import Problem, UserError
from simulator.model.months import month_number
from simulator.planning.comparison import MOST
from simulator.report.context import Context
from simulator.store.actuals_store import read_actuals
from simulator.store.baseline_files import read_programme
from simulator.store.sources_file import read_sources


def add(commands) -> None:
    """Declares the command."""
    pack = commands.add_parser(
        "pack", help="write what is handed out: rakor.pptx, ringkasan.pdf, unit.pdf, data.xlsx"
    )
    add_scenarios(pack, "+")
    pack.add_argument("--out", type=Path, required=True, metavar="DIR")


def execute(options: argparse.Namespace) -> int:
    """Runs the command; returns its exit code, raises UserError."""
    # Here and not above: what writes office files takes longer to import than `run` takes to answer.
    from simulator.handouts.brief import brief_bytes
    from simulator.handouts.deck import deck_bytes
    from simulator.handouts.unit_sheets import unit_sheets_bytes
    from simulator.handouts.workbook import workbook_bytes

    if len(options.scenario) > MOST:
        raise UserError([Problem("too_many_scenarios", "", len(options.scenario), {"allowed": MOST})])
    twice = next(
        (
            path
            for i, path in enumerate(options.scenario)
            if path.resolve() in {other.resolve() for other in options.scenario[:i]}
        ),
        None,
    )
    if twice:
        raise UserError([Problem("same_scenario_twice", "", values={"path": str(twice)})])
    projections, today = [projection for _, projection in loaded(options)], date.today()
    actuals = read_actuals(projections[0].baseline.facts.region)
    known = (read_programme(), read_sources(), month_number(f"{today:%Y-%m}"), actuals)
    contexts = [Context(projection, *known) for projection in projections]
    writers = {
        "rakor.pptx": deck_bytes,
        "ringkasan.pdf": brief_bytes,
        "unit.pdf": unit_sheets_bytes,
        "data.xlsx": workbook_bytes,
    }
    write_all(
        options.out,
        {name: made(contexts, options.lang, today) for name, made in writers.items()},
    )
    return 0
