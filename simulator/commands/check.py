"""`check`: reads scenarios and tells every problem, and the status of each."""

import argparse
import sys
from typing import Any

from simulator.commands.shared import add_scenarios, loaded
from simulator.planning.effects import settings_without_effect
from simulator.report.context import Context
from simulator.report.sentences.effects import effect_sentence
from simulator.store.baseline_files import read_programme
from simulator.store.sources_file import read_sources
from simulator.words.decisions import status_name


def add(commands: Any) -> None:
    """Declares the command."""
    add_scenarios(commands.add_parser("check", help="read scenarios and tell every problem"), "+")


def execute(options: argparse.Namespace) -> None:
    """Runs the command; raises UserError."""
    programme, sources = read_programme(), read_sources()
    for path, projection in loaded(options):
        c = Context(projection, programme, sources, projection.baseline.month)
        for effect in settings_without_effect(projection, programme):
            print(f"{path}: {effect.path}: {effect_sentence(c, effect, options.lang)}", file=sys.stderr)
        print(f"{path}: ok ({status_name(projection.scenario.status, options.lang)})")
