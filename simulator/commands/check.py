"""`check`: reads scenarios and tells every problem, and the status of each."""

import argparse
import sys

from simulator.commands.shared import add_scenarios, loaded
from simulator.planning.effects import settings_without_effect
from simulator.store.baseline_files import read_programme
from simulator.words.decisions import status_name
from simulator.words.effects import effect_text


def add(commands) -> None:
    """Declares the command."""
    add_scenarios(commands.add_parser("check", help="read scenarios and tell every problem"), "+")


def execute(options: argparse.Namespace) -> int:
    """Runs the command; returns its exit code, raises UserError."""
    programme = read_programme()
    for path, projection in loaded(options):
        for effect in settings_without_effect(projection, programme):
            print(f"{path}: {effect.path}: {effect_text(effect, options.lang)}", file=sys.stderr)
        print(f"{path}: ok ({status_name(projection.scenario.status, options.lang)})")
    return 0
