"""`check`: reads scenarios and prints every problem, and the status of each scenario."""

import argparse
import sys
from typing import Any

from simulator.commands.shared import add_scenarios, loaded, print_notes
from simulator.errors import Problem
from simulator.model.baseline import Baseline
from simulator.model.ranges import outside_ranges
from simulator.model.scenario import Scenario
from simulator.planning.effects import settings_without_effect
from simulator.report.sentences.levers import effect_sentence
from simulator.report.sentences.ranges import outside_sentence
from simulator.store.baseline_files import baseline_names
from simulator.words.decisions import status_name


def add(commands: Any) -> None:
    """Declare the command."""
    add_scenarios(commands.add_parser("check", help="read scenarios and list every problem"), "+")


def execute(options: argparse.Namespace) -> None:
    """Run the command; raises UserError."""
    for path, c in zip(options.scenario, loaded(options)):
        for effect in settings_without_effect(c.projection, c.programme):
            print(f"{path}: {effect.path}: {effect_sentence(c, effect, options.lang)}", file=sys.stderr)
        for one in outside_ranges(c.scenario):
            words = str(outside_sentence(c, one, options.lang))
            print(f"{path}: {one.setting}: {words}", file=sys.stderr)
        if unheld := ", ".join(_unheld_overrides(c.scenario, c.baseline)):
            note = Problem("overrides_unheld", str(path), unheld, baseline=c.scenario.baseline)
            print_notes([note], options.lang)
        print(f"{path}: ok ({status_name(c.scenario.status, options.lang)})")


def _unheld_overrides(scenario: Scenario, baseline: Baseline) -> list[str]:
    """Codes and names of the overrides' units, if the data the scenario was made for are missing here.

    Without them nobody can check that the codes mean the same units; empty otherwise.
    """
    if scenario.baseline == baseline.name or scenario.baseline in baseline_names():
        return []
    return [f"{o.unit} = {baseline.unit_names[baseline.index[o.unit]]}" for o in scenario.overrides]
