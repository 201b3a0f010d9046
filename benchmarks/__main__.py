"""All claims about the speed of the engine, measured side by side in one run.

    python -m benchmarks [PART ...] [--runs 8] [--plot FILE.html] [--peers PYTHON]

Parts are engine, simulation, country, many_scenarios and growth_of_time; the default is all. `--peers` names
the Python of an environment with the other tools (README.md). Times are processor times, the best of `--runs`
runs taken in turn.
"""

import argparse
import json
import subprocess
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from benchmarks.claims import Claim, curves, drawn

PARTS = ("engine", "simulation", "country", "many_scenarios", "growth_of_time")


def of_peers(python: str) -> Iterator[Claim]:
    """The claims measured in the environment of the other tools."""
    command = [python, "-m", "benchmarks.peers"]
    output = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    for one in json.loads(output.splitlines()[-1]):
        yield Claim(**one)


def measured(options: argparse.Namespace) -> Iterator[Claim]:
    for part in options.parts or PARTS:
        yield from import_module(f"benchmarks.{part}").claims(options.runs)
    if options.peers:
        yield from of_peers(options.peers)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART")
    parser.add_argument("--runs", type=int, default=8)
    parser.add_argument("--plot", type=Path, metavar="FILE.html")
    parser.add_argument("--peers", metavar="PYTHON")
    options = parser.parse_args()
    claims = []
    for claim in measured(options):
        print(claim, flush=True)
        claims.append(claim)
    if options.plot:
        figures = [drawn(claims)] + [curves(claims)] * any(claim.curve for claim in claims)
        parts = [figure.to_html(full_html=False, include_plotlyjs=i == 0) for i, figure in enumerate(figures)]
        options.plot.write_text("<!doctype html><meta charset=utf-8>" + "".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
