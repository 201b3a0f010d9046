"""`sensitivity`: which assumption decides about a result."""

import argparse
from typing import Any

from simulator.commands.shared import add_scenarios, loaded, print_json
from simulator.planning.sensitivity import ASKED, asked_month, tornado


def add(commands: Any) -> None:
    """Declares the command."""
    command = commands.add_parser("sensitivity", help="which assumption decides about a result")
    add_scenarios(command, None)
    command.add_argument("--metric", required=True, metavar="M", help=", ".join(ASKED))
    command.add_argument("--month", required=True, metavar="YYYY-MM")


def execute(options: argparse.Namespace) -> None:
    """Runs the command; raises UserError."""
    (c,) = loaded(options)
    month = asked_month(c.scenario, c.baseline, options.metric, options.month)
    found = tornado(c.scenario, c.baseline, c.programme, options.metric, month)
    print_json(
        {
            "metric": options.metric,
            "month": options.month,
            "value": found.value,
            "settings": [
                {
                    "setting": one.setting,
                    "low": one.low,
                    "high": one.high,
                    "at_low": one.at_low,
                    "at_high": one.at_high,
                    "variance_share": None,
                }
                for one in found.swings
            ],
            "groups": dict.fromkeys(("leadership", "death_rate", "offices", "chance")),
        }
    )
