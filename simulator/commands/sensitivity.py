"""`sensitivity`: shows which assumptions decide a result."""

import argparse
from typing import Any

from simulator.commands.shared import add_scenarios, loaded, out_of_bounds, print_json, print_notes
from simulator.errors import Problem, UserError
from simulator.planning.sensitivity import RESULTS, checked_month, tornado
from simulator.planning.sweep import DRAWN
from simulator.planning.variance import GROUPS, LEAST_DRAWS, VarianceShares, variance_shares
from simulator.report.context import Context
from simulator.words import Lang


def add(commands: Any) -> None:
    """Declare the command."""
    command = commands.add_parser("sensitivity", help="find which assumption matters most for a result")
    add_scenarios(command, None)
    command.add_argument("--metric", required=True, metavar="M", help=", ".join(RESULTS))
    command.add_argument("--month", required=True, metavar="YYYY-MM")
    command.add_argument(
        "--draws", type=int, metavar="N", help="also simulate N times, for shares of the spread"
    )


def execute(options: argparse.Namespace) -> None:
    """Run the command; raises UserError."""
    (c,) = loaded(options)
    month = checked_month(c.scenario, c.baseline, options.metric, options.month)
    result = tornado(c.scenario, c.baseline, c.programme, options.metric, month)
    shares = _shares(c, options.metric, month, options.draws, options.lang)
    print_json(
        {
            "metric": options.metric,
            "month": options.month,
            "value": result.value,
            "settings": [
                {
                    "setting": one.setting,
                    "low": one.low,
                    "high": one.high,
                    "at_low": one.at_low,
                    "at_high": one.at_high,
                    "variance_share": shares.of_settings.get(one.setting),
                }
                for one in result.swings
            ],
            "groups": shares.of_groups,
        }
    )


def _shares(c: Context, metric: str, month: int, draws: int | None, lang: Lang) -> VarianceShares:
    """The shares of the spread; none without draws. Prints a note if there are none in spite of draws."""
    if draws is None:
        return VarianceShares({}, dict.fromkeys(GROUPS))
    if wrong := out_of_bounds("--draws", "uncertainty.draws", draws):
        raise UserError(*wrong)
    shares = variance_shares(c.scenario, c.baseline, c.programme, metric, month, draws)
    if set(shares.of_groups.values()) == {None}:
        note = Problem("no_shares", "sensitivity", metric, metrics=", ".join(DRAWN), draws=LEAST_DRAWS)
        print_notes([note], lang)
    return shares
