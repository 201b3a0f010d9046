"""`next`: which units to visit next, for a target, a number of visits or a budget."""

import argparse
from typing import Any

from simulator.commands.shared import add_scenarios, loaded, print_json
from simulator.planning.next_answer import Question, Visits
from simulator.planning.next_units import next_units
from simulator.report.sentences.next_units import reason


def add(commands: Any) -> None:
    """Declare the command."""
    command = commands.add_parser("next", help="which units to visit next, for a target or within a limit")
    add_scenarios(command, None)
    command.add_argument(
        "--month", required=True, metavar="YYYY-MM", help="the month in which the result is measured"
    )
    goal = command.add_mutually_exclusive_group(required=True)
    goal.add_argument("--target", type=float, metavar="SHARE", help="the fewest visits for this coverage")
    goal.add_argument(
        "--budget-idr", type=float, metavar="B", help="limit on the additional contributions in the month"
    )
    goal.add_argument("--visits", type=int, metavar="N", help="limit on the number of visits")
    command.add_argument(
        "--from", dest="join", default="", metavar="YYYY-MM", help="month in which units from outside join"
    )
    command.add_argument("--with", dest="must", nargs="+", action="extend", default=[], metavar="UNIT")
    command.add_argument("--without", dest="never", nargs="+", action="extend", default=[], metavar="UNIT")
    command.add_argument(
        "--other", action="store_true", help="also consider units other than OPD and kecamatan"
    )


def execute(options: argparse.Namespace) -> None:
    """Run the command; raises UserError."""
    (c,) = loaded(options)
    question = Question(
        month=options.month,
        target=options.target,
        visits=options.visits,
        budget_idr=options.budget_idr,
        join_month=options.join,
        must=tuple(options.must),
        never=tuple(options.never),
        other=options.other,
    )
    answer = next_units(c.scenario, c.baseline, c.programme, question)
    print_json(
        _content(answer.best)
        | {
            "feasible": answer.feasible,
            "reason": str(reason(c, answer, options.lang)),
            "proven": answer.proven,
            "alternatives": [_content(other) for other in answer.alternatives],
        }
    )


def _content(visits: Visits) -> dict[str, Any]:
    codes = visits.projection.baseline.codes
    return {
        "units": [codes[i] for i in visits.units],
        "reached": visits.reached,
        "contributions_idr": visits.contributions_idr,
    }
