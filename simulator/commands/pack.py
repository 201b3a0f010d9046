"""`pack`: writes all hand-outs on some scenarios, or none if one fails."""

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from simulator import clock
from simulator.commands.shared import add_scenarios, given_twice, loaded, write_all
from simulator.errors import Problem, UserError
from simulator.handouts.details import Details
from simulator.handouts.files import HAND_OUTS, TRAVEL
from simulator.handouts.house_style import house_style
from simulator.model.months import is_day, month_number
from simulator.planning.comparison import MOST
from simulator.report.context import Context
from simulator.report.sentences.unit_sheet import sheet_keys
from simulator.report.tables.units import unit_table
from simulator.store.actuals_store import read_actuals
from simulator.store.places import slug
from simulator.store.templates import read_templates
from simulator.words.numbers import printable

MOST_LETTERS = 10**4


def add(commands: Any) -> None:
    """Declare the command."""
    pack = commands.add_parser(
        "pack", help=f"write the hand-outs: {', '.join(file.ending for file in HAND_OUTS.values())}"
    )
    add_scenarios(pack, "+")
    pack.add_argument(
        "--unit", default="", metavar="CODE", help="only a slide and a sheet for this unit or group"
    )
    pack.add_argument(
        "--html", action="store_true", help=f"only {TRAVEL.ending}, a page that projects without this program"
    )
    pack.add_argument("--out", type=Path, required=True, metavar="DIR")
    for name in ("meeting", "place", "contact"):
        pack.add_argument(
            f"--{name}", default="", metavar="WORDS", help="text for the minutes or the unit sheets"
        )
    for name in ("day", "deadline"):
        pack.add_argument(
            f"--{name}", default="", metavar="YYYY-MM-DD", help="date for the minutes or the unit sheets"
        )


def execute(options: argparse.Namespace) -> None:
    """Run the command; raises UserError."""
    if len(options.scenario) > MOST:
        raise UserError(Problem("too_many_scenarios", "", len(options.scenario), allowed=MOST))
    if twice := given_twice(options.scenario):
        raise UserError(Problem("same_scenario_twice", "", path=str(twice)))
    contexts, today = loaded(options), clock.today()
    now = month_number(f"{today:%Y-%m}")
    contexts = [replace(c, today=now, actuals=read_actuals(c.baseline.facts.region)) for c in contexts]
    if options.html:
        write_all(options.out, {TRAVEL.ending: TRAVEL.made(contexts, options.lang, today)})
        return
    known: dict[str, Any] = {
        "style": house_style(*read_templates()),
        "office": _unit(contexts[0], options.unit),
        "details": _details(options),
    }
    made_of = (contexts, options.lang, today)
    files = {file.ending: file.made(*made_of, **known) for file in HAND_OUTS.values()}
    if options.unit:
        name = f"unit-{slug(options.unit, 'unit')}.pdf"
        files[name] = HAND_OUTS["units"].made(*made_of, **known, only=options.unit)
    write_all(options.out, files)


def _details(options: argparse.Namespace) -> Details:
    """The details of the meeting and the contact from the options; raises UserError for an invalid day."""
    words = {
        name: printable(getattr(options, name), MOST_LETTERS) for name in ("meeting", "place", "contact")
    }
    days: dict[str, date | None] = {}
    for name in ("day", "deadline"):
        given = getattr(options, name)
        if given and not is_day(given):
            raise UserError(Problem("bad_day", f"--{name}", given))
        days[name] = date.fromisoformat(given) if given else None
    return Details(**words, day=days["day"], deadline=days["deadline"])


def _unit(c: Context, key: str) -> str:
    """The key of a unit that has a sheet; raises UserError for any other, naming its group if it has one."""
    table, codes = unit_table(c.projection, 0), list(c.baseline.codes)
    if not key or key in sheet_keys(table):
        return key
    if key not in codes:
        raise UserError(Problem("unknown_unit", "--unit", key, baseline=c.baseline.name))
    (group,) = (row.key for row in table.rows if codes.index(key) in row.units)
    raise UserError(Problem("unit_in_group", "--unit", key, group=group, baseline=c.baseline.name))
