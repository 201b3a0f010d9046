"""`seek`: finds the value of a setting with which a result reaches a wanted value."""

import argparse
from typing import Any

from simulator.commands.shared import add_scenarios, loaded, print_json
from simulator.model.metrics import METRICS
from simulator.planning.goal_seek import Limits, seek
from simulator.report.sentences.seeking import seek_sentence


def add(commands: Any) -> None:
    """Declare the command."""
    goal = commands.add_parser("seek", help="find the value of a setting that gives a wanted result")
    add_scenarios(goal, None)
    goal.add_argument("--metric", required=True, metavar="M", help=", ".join(METRICS))
    goal.add_argument("--month", required=True, metavar="YYYY-MM")
    goal.add_argument("--value", required=True, type=float, metavar="X")
    goal.add_argument(
        "--lever",
        required=True,
        nargs="+",
        action="extend",
        metavar="PATH",
        help="such as participation.opd.target_share; several move together",
    )
    goal.add_argument("--chance", type=float, metavar="P", help="share of the draws that have to reach X")
    goal.add_argument(
        "--budget-idr", type=float, metavar="B", help="limit on the additional contributions in the month"
    )
    goal.add_argument("--draws", type=int, metavar="N", help="number of draws, instead of the scenario's")


def execute(options: argparse.Namespace) -> None:
    """Run the command; raises UserError."""
    (c,) = loaded(options)
    question = (options.metric, options.month, options.value, *options.lever)
    limits = Limits(options.chance, options.draws, options.budget_idr)
    answer = seek(c.scenario, c.baseline, c.programme, *question, limits=limits)
    levers: dict[str, Any] = {"levers": answer.values}
    if len(answer.levers) == 1:
        levers = {"lever": answer.lever, "value": answer.value}
    print_json(
        levers
        | {
            "reached": answer.reached,
            "chance": answer.chance,
            "feasible": answer.feasible,
            "reason": str(seek_sentence(answer, options.lang)),
        }
    )
