"""How time and memory of a simulation grow with units, months, draws and scenarios.

    python -m benchmarks.growth_of_time [--runs 4] [--plot FILE.html]

Processor time, the best of the runs; memory is the most that was held beyond what stood before (tracemalloc).
"""

import argparse
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import numpy as np
from plotly.subplots import make_subplots

from benchmarks.simulation import baseline_of, best, country, country_scenario, shipped
from simulator.model.scenario import with_values
from simulator.model.simulation import simulate
from simulator.store.baseline_files import read_baseline_named, read_programme

UNITS = (30, 100, 300, 1000, 3000, 10_000)
MONTHS = (12, 24, 60, 120)
DRAWS = (1000, 3000, 10_000, 30_000)
SCENARIOS = (1, 3, 10)
PROGRAMME = read_programme()


def of_units(units: int) -> Callable[[], object]:
    """200 draws over 60 months of a made-up regency of so many units."""
    baseline, scenario = baseline_of(country(units)), country_scenario()
    return lambda: simulate(scenario, baseline, PROGRAMME, 200)


def of_months(months: int) -> Callable[[], object]:
    """1,000 draws of a shipped scenario over so many months."""
    scenario = with_values(shipped()[0], {"horizon_months": months})
    baseline = read_baseline_named(scenario.baseline)
    return lambda: simulate(scenario, baseline, PROGRAMME, 1000)


def of_draws(draws: int) -> Callable[[], object]:
    """So many draws of a shipped scenario over 60 months."""
    scenario = shipped()[0]
    baseline = read_baseline_named(scenario.baseline)
    return lambda: simulate(scenario, baseline, PROGRAMME, draws)


def of_scenarios(scenarios: int) -> Callable[[], object]:
    """1,000 draws of so many scenarios that differ in a lever, all kept."""
    scenario = shipped()[0]
    baseline = read_baseline_named(scenario.baseline)
    several = [with_values(scenario, {"monev.every_months": 1 + i}) for i in range(scenarios)]
    return lambda: [simulate(one, baseline, PROGRAMME, 1000) for one in several]


GROWING = {
    "units": (UNITS, of_units),
    "months": (MONTHS, of_months),
    "draws": (DRAWS, of_draws),
    "scenarios": (SCENARIOS, of_scenarios),
}


def memory_mb(work: Callable[[], object]) -> float:
    """The most that a piece of work holds."""
    tracemalloc.start()
    work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1e6


def power(sizes: tuple[int, ...], values: list[float]) -> float:
    """With which power of the size a value grows, by a line through the logarithms; 1 is in proportion."""
    return float(np.polyfit(np.log(sizes), np.log(values), 1)[0])


def main() -> None:
    """Measures, prints and plots."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=4)
    parser.add_argument("--plot", type=Path, metavar="FILE.html")
    options = parser.parse_args()
    figure = make_subplots(rows=2, cols=len(GROWING), column_titles=list(GROWING))
    for column, (name, (sizes, made)) in enumerate(GROWING.items(), start=1):
        works = [made(size) for size in sizes]
        times = [best(options.runs, work)[0] for work in works]
        memory = [memory_mb(work) for work in works]
        for size, ms, mb in zip(sizes, times, memory):
            print(f"{name} {size:,}: {ms:.1f} ms, {mb:.1f} MB")
        print(f"  time grows with the power {power(sizes, times):.2f}, memory {power(sizes, memory):.2f}")
        figure.add_scatter(x=sizes, y=times, row=1, col=column)
        figure.add_scatter(x=sizes, y=memory, row=2, col=column)
    if options.plot:
        figure.update_xaxes(type="log").update_yaxes(type="log")
        figure.update_yaxes(title="ms", row=1, col=1).update_yaxes(title="MB", row=2, col=1)
        figure.update_layout(showlegend=False)
        figure.write_html(options.plot, include_plotlyjs=True)


if __name__ == "__main__":
    main()
