"""`explain`: how much each changed setting contributes to the difference between two scenarios."""

import argparse
from typing import Any

from simulator.commands.shared import add_scenarios, loaded, print_json
from simulator.errors import Problem, UserError
from simulator.model.metrics import METRICS
from simulator.model.months import is_month, month_number
from simulator.planning.attribution import attribute, unknown_metric
from simulator.report.sentences.attribution import why


def add(commands: Any) -> None:
    """Declare the command."""
    explain = commands.add_parser(
        "explain", help="how much each changed setting contributes to the difference between two scenarios"
    )
    add_scenarios(explain, 2)
    explain.add_argument("--metric", required=True, metavar="M", help=", ".join(METRICS))
    explain.add_argument(
        "--month", required=True, metavar="YYYY-MM", help="a month that both projections cover"
    )


def execute(options: argparse.Namespace) -> None:
    """Run the command; raises UserError."""
    problems = unknown_metric(options.metric)
    if not is_month(options.month):
        problems.append(Problem("bad_month", "--month", options.month))
    if problems:
        raise UserError(*problems)
    a, b = loaded(options)
    attribution = attribute(
        a.projection, b.projection, a.programme, options.metric, month_number(options.month)
    )
    answer = {
        "metric": options.metric,
        "month": options.month,
        "before": attribution.before,
        "after": attribution.after,
        "total": attribution.total,
        "parts": [
            {"settings": list(part.player.settings), "value": part.value} for part in attribution.parts
        ],
        "grouped": attribution.grouped,
        "without_part": list(attribution.without_part),
        "by_segment": dict(attribution.by_segment),
        "by_row": [
            {"row": group.key, "units": len(group.units), "value": value}
            for group, value in attribution.by_group
        ],
        "sentence": str(why(attribution, a, b, options.lang).sentence),
    }
    print_json(answer)
