"""The projection of 59 units over 60 months, every series, beside the plain reading of tests/oracle.py.

    python -m benchmarks.engine [--runs 200]

Both are timed in one run; the best of the runs counts, because the machine can only slow a run down.
"""

import argparse
import csv
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "tests"))

import oracle

from simulator.model.metrics import METRICS
from simulator.model.projection import project
from simulator.model.scenario import with_value
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.places import BASELINES
from simulator.store.scenario_store import load

SCENARIO, MONTHS = "irama-rakor-monev", 60


def best_ms(work: Callable[[], object], runs: int) -> float:
    taken = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        taken.append((time.perf_counter() - started) * 1000)
    return min(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--runs",
        type=int,
        default=200,
        help="projections of the engine; the plain reading runs a tenth as often",
    )
    runs = parser.parse_args().runs
    scenario = with_value(load(SCENARIO).scenario, "horizon_months", MONTHS)
    baseline, programme = read_baseline_named(scenario.baseline), read_programme()
    with open(BASELINES / baseline.name / "units.csv", encoding="utf-8", newline="") as file:
        units = list(csv.DictReader(file))
    history = [(point.month, point.enrolled) for point in baseline.facts.history]

    def every_series() -> list:
        projection = project(scenario, baseline, programme)
        return [metric.series(projection) for metric in METRICS.values()]

    engine = best_ms(every_series, runs)
    plain = best_ms(
        lambda: oracle.project(scenario.model_dump(), units, history, baseline.facts.deaths.value),
        max(3, runs // 10),
    )
    print(
        f"{len(baseline.codes)} units, {MONTHS} months, every series: engine {engine:.2f} ms, "
        f"plain reading {plain:.1f} ms, plain / engine {plain / engine:.0f}"
    )


if __name__ == "__main__":
    main()
