"""`check`: reads scenarios and tells every problem, and the status of each."""

import argparse
import sys
from typing import Any

from simulator.commands.shared import add_scenarios, loaded, overrides_told
from simulator.errors import Problem
from simulator.model.ranges import outside_ranges
from simulator.planning.effects import settings_without_effect
from simulator.report.sentences.levers import effect_sentence
from simulator.report.sentences.ranges import outside_sentence
from simulator.words.decisions import status_name
from simulator.words.intake import note_text


def add(commands: Any) -> None:
    """Declares the command."""
    add_scenarios(commands.add_parser("check", help="read scenarios and tell every problem"), "+")


def execute(options: argparse.Namespace) -> None:
    """Runs the command; raises UserError."""
    for path, c in zip(options.scenario, loaded(options)):
        for effect in settings_without_effect(c.projection, c.programme):
            print(f"{path}: {effect.path}: {effect_sentence(c, effect, options.lang)}", file=sys.stderr)
        for one in outside_ranges(c.scenario):
            words = str(outside_sentence(c, one, options.lang))
            print(f"{path}: {one.setting}: {words}", file=sys.stderr)
        if codes := overrides_told(c.scenario, c.baseline):
            told = Problem("overrides_unheld", str(path), ", ".join(codes), baseline=c.scenario.baseline)
            print(note_text(told, options.lang), file=sys.stderr)
        print(f"{path}: ok ({status_name(c.scenario.status, options.lang)})")
