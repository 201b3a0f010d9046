"""How time and memory of a simulation grow with units, months, draws and scenarios.

Memory is the peak in addition to what was allocated before (tracemalloc).
"""

import tracemalloc
from collections.abc import Callable, Iterator

import numpy as np

from benchmarks.claims import Claim, short
from benchmarks.country import baseline_of, country, scenario_of_country
from benchmarks.simulation import shipped
from benchmarks.timing import best
from simulator.model.scenario import with_values
from simulator.model.simulation import simulate
from simulator.store.baseline_files import read_baseline_named, read_programme

UNITS = (30, 100, 300, 1000, 3000, 10_000)
MONTHS = (12, 24, 60, 120)
DRAWS = (1000, 3000, 10_000, 30_000)
SCENARIOS = (1, 3, 10)
PROGRAMME = read_programme()


def of_units(units: int) -> Callable[[], object]:
    """200 draws over 60 months of an invented regency with this number of units."""
    baseline, scenario = baseline_of(country(units)), scenario_of_country()
    return lambda: simulate(scenario, baseline, PROGRAMME, 200)


def of_months(months: int) -> Callable[[], object]:
    """1,000 draws of a shipped scenario over this number of months."""
    scenario = with_values(shipped()[0], {"horizon_months": months})
    baseline = read_baseline_named(scenario.baseline)
    return lambda: simulate(scenario, baseline, PROGRAMME, 1000)


def of_draws(draws: int) -> Callable[[], object]:
    """This number of draws of a shipped scenario over 60 months."""
    scenario = shipped()[0]
    baseline = read_baseline_named(scenario.baseline)
    return lambda: simulate(scenario, baseline, PROGRAMME, draws)


def of_scenarios(scenarios: int) -> Callable[[], object]:
    """1,000 draws of each of several scenarios that differ in one setting, with all results kept."""
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
    """The peak memory of a piece of work."""
    tracemalloc.start()
    work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1e6


def power(sizes: tuple[int, ...], values: list[float]) -> float:
    """The power of the size with which a value grows, by a line through the logarithms; 1 is proportional."""
    return float(np.polyfit(np.log(sizes), np.log(values), 1)[0])


def claims(runs: int) -> Iterator[Claim]:
    for name, (sizes, made) in GROWING.items():
        works = [made(size) for size in sizes]
        times = [best(max(2, runs // 2), work)[0] for work in works]
        memory = [memory_mb(work) for work in works]
        for kind, unit, values in (("time", "ms", times), ("memory", "MB", memory)):
            of = ", ".join(f"{size:,}: {short(value)} {unit}" for size, value in zip(sizes, values))
            what = f"{kind} of a simulation by {name}"
            yield Claim(what, power(sizes, values), "is the power it grows with", of, curve=(sizes, values))
