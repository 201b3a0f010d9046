"""A simulation beside the plain one of tests/simulation_oracle.py, and beside what none can do without.

    python -m benchmarks.simulation [--runs 8] [--no-country]

All is timed in one run, in turn, and the best of the runs counts; processor time, because others may use the
machine too. The country is 30,000 made-up units; its plain simulation takes minutes. The plain simulation is
given draws in the portions it is fastest with. Random numbers kept from one simulation for the next are let
go before each run, but where it says "again".
"""

import argparse
import csv
import os
import resource
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

sys.path.append(str(Path(__file__).resolve().parent.parent / "tests"))

import regency
import simulation_oracle

from simulator.model.baseline import Baseline, UnitRow
from simulator.model.scenario import Scenario, with_values
from simulator.model.simulation import SERIES, kept, quantiles, simulate
from simulator.planning.goal_seek import Limits, seek
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.places import BASELINES
from simulator.store.scenario_store import load

ROOT = Path(__file__).resolve().parent.parent
SCENARIO, MONTHS, DRAWS = "irama-rakor-monev", 60, 10_000
COUNTRY_UNITS, COUNTRY_DRAWS = 30_000, 200
PORTION = 250  # draws at a time with which the plain simulation is fastest
SHARES = (0.05, 0.5, 0.95)


def milliseconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000


def best(runs: int, *works: Callable[[], object]) -> list[float]:
    """The best of the runs of each, taken in turn."""
    return np.min([[milliseconds(work) for work in works] for _ in range(runs)], axis=0).tolist()


def anew(work: Callable[[], object]) -> Callable[[], object]:
    """The same with no random number kept from before."""

    def made() -> None:
        kept.KEPT = kept.Kept(kept.MOST_BYTES)
        work()

    return made


def plain(scenario: Scenario, place: regency.Regency, draws: int, portion: int) -> None:
    random = np.random.default_rng(1)
    for _ in range(draws // portion):
        simulation_oracle.simulate(scenario.model_dump(), *place, portion, random)


def shipped() -> tuple[Scenario, regency.Regency]:
    """A shipped scenario over 60 months, and its data as the plain simulation takes them."""
    scenario = with_values(load(SCENARIO).scenario, {"horizon_months": MONTHS})
    facts = read_baseline_named(scenario.baseline).facts
    with open(BASELINES / scenario.baseline / "units.csv", encoding="utf-8", newline="") as file:
        units = list(csv.DictReader(file))
    history = [(point.month, point.enrolled) for point in facts.history]
    return scenario, regency.Regency(units, history, facts.deaths.value)


def only_numbers(scenario: Scenario, units: int, accidents: int) -> Callable[[], object]:
    """What no simulation can do without, by numpy's own samplers: the random numbers, and the quantiles."""
    random = np.random.default_rng(1)
    shape = (MONTHS + 1, DRAWS)

    def draw() -> None:
        random.standard_normal((len(scenario.uncertainty.ranges) + 2, DRAWS))
        random.standard_normal((units, DRAWS))
        random.gamma(44.0, size=(MONTHS // 12 + 2, DRAWS))
        for rate in (0.04, 0.3, 0.2, 0.4):
            random.poisson(rate, shape)
        random.lognormal(size=accidents)
        values = random.random(shape)
        for _ in range(len(SERIES) - 2):  # two series are others times a number
            quantiles(values, SHARES)

    return draw


def engine_and_floor(runs: int) -> None:
    scenario, place = shipped()
    baseline, programme = read_baseline_named(scenario.baseline), read_programme()
    enrolled = simulate(scenario, baseline, programme, 1000).enrolled.mean(1).sum()
    accidents = int(enrolled * scenario.risk.accidents_per_1000_year / 12_000 * DRAWS)

    def with_bands() -> None:
        simulation = simulate(scenario, baseline, programme, DRAWS)
        for name in SERIES:
            simulation.band(name, SHARES)

    def moving() -> None:
        simulate(scenario, baseline, programme, 1000)

    plain_ms, engine, banded, floor, of_1000, again = best(
        runs,
        lambda: plain(scenario, place, DRAWS, PORTION),
        anew(lambda: simulate(scenario, baseline, programme, DRAWS)),
        anew(with_bands),
        only_numbers(scenario, int(baseline.outside.sum() + baseline.pledged.sum()), accidents),
        anew(moving),
        moving,
    )
    print(f"{len(place.units)} units, {MONTHS} months, {DRAWS:,} draws")
    print(f"  plain {plain_ms:.0f} ms, engine {engine:.0f} ms, plain / engine {plain_ms / engine:.1f}")
    print(f"  with bands {banded:.0f} ms, only random numbers and quantiles {floor:.0f} ms")
    print(f"  engine with bands / floor {banded / floor:.2f}")
    print(f"  1,000 draws {of_1000:.1f} ms, again {again:.1f} ms")


def difference_of_two() -> None:
    """A Rakor Monev every second month instead of every third: how far the difference in payouts spreads."""
    scenario, _ = shipped()
    baseline, programme = read_baseline_named(scenario.baseline), read_programme()
    other = with_values(scenario, {"monev.every_months": 2})

    def paid(of: Scenario, seed: int) -> np.ndarray:
        return simulate(of, baseline, programme, 4000, seed).cumulative_payouts_idr[-1]

    first = paid(scenario, 1)
    common, apart = ((paid(other, seed) - first).std() / 1e6 for seed in (1, 2))
    print("sd of the difference in payouts between two scenarios, million Rupiah")
    print(f"  luck of their own {apart:.0f}, common numbers {common:.0f}, ratio {apart / common:.1f}")


def sought(runs: int) -> None:
    """Which floor of the departments brings a number of workers with a chance of 4 in 5."""
    scenario, _ = shipped()
    baseline, programme = read_baseline_named(scenario.baseline), read_programme()
    wanted = ("enrolled", "2026-12", 1600.0, "participation.opd.target_share")
    limits = Limits(chance=0.8, draws=DRAWS)

    def seek_it() -> None:
        assert seek(scenario, baseline, programme, *wanted, limits=limits).feasible

    first, again = best(runs, anew(seek_it), seek_it)
    print(f"seek at a chance, {DRAWS:,} draws: {first:.0f} ms, again {again:.0f} ms")


def country(units: int = COUNTRY_UNITS) -> regency.Regency:
    """Units of 5 to 300 ASN: a quarter takes part, a tenth pledged, the others wait or stay out."""
    random = np.random.default_rng(7)
    asn = random.integers(5, 300, units)
    rows = []
    for i, size in enumerate(asn.tolist()):
        segment = ("opd", "kecamatan", "other")[i % 3]
        kind = random.random()
        rows.append(
            regency.unit(f"U{i}", segment, size, enrolled=size // 3 or 1)
            if kind < 0.25
            else regency.unit(f"U{i}", segment, size, pledge_month="2025-10", pledge_workers=size // 4)
            if kind < 0.35
            else regency.unit(f"U{i}", segment, size)
        )
    return regency.Regency(rows, [("2022-01", 0), ("2025-08", sum(row["enrolled"] for row in rows))], 300)


def baseline_of(made: regency.Regency) -> Baseline:
    """What the program would read, were a file of so many units not refused."""
    total = made.history[-1][1]
    as_one = regency.Regency([regency.unit("A", "other", total, enrolled=total)], made.history, made.deaths)
    rows = [UnitRow(**row | {"pledge_workers": row["pledge_workers"] or 0}) for row in made.units]
    return replace(as_one.baseline(), units=tuple(rows))


def country_scenario() -> Scenario:
    floors = {f"participation.{s}.target_share": 0.5 for s in ("opd", "kecamatan", "other")}
    queue = {f"participation.{s}.new_units_per_month": 50.0 for s in ("opd", "kecamatan", "other")}
    return with_values(shipped()[0], floors | queue)


def country_alone() -> None:
    """The country by itself in a process, for its memory beyond the program and the units."""
    baseline, programme, scenario = baseline_of(country()), read_programme(), country_scenario()
    _ = baseline.outside, baseline.index, baseline.rows
    took = best(4, lambda: simulate(scenario, baseline, programme, COUNTRY_DRAWS))[0]
    tracemalloc.start()
    simulate(scenario, baseline, programme, COUNTRY_DRAWS)
    print(took, tracemalloc.get_traced_memory()[1] / 1e6)


def country_beside() -> None:
    alone = subprocess.run(
        [sys.executable, "-m", "benchmarks.simulation", "--country-alone"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    engine, memory = map(float, alone.stdout.split())
    made, scenario = country(), country_scenario()
    slow = milliseconds(lambda: plain(scenario, made, COUNTRY_DRAWS, 10))
    print(f"{COUNTRY_UNITS:,} units, {MONTHS} months, {COUNTRY_DRAWS} draws")
    print(f"  plain {slow / 1000:.1f} s, engine {engine:.0f} ms and {memory:.0f} MB", end=", ")
    print(f"plain / engine {slow / engine:.0f}")


DRAW_AND_SORT = f"""
import numpy as np
random = np.random.default_rng(1)
random.standard_normal((60, {DRAWS}))
counts = [random.poisson(0.3, ({MONTHS + 1}, {DRAWS})) for _ in range(4)]
random.lognormal(size=220_000)
for _ in range(5):
    np.sort(counts[0].astype(float), axis=1)
"""


def whole_process(runs: int) -> None:
    """`run --draws` from the command to the file, beside a process that only draws and sorts as much.

    Modules are compiled, as from the second start on.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "sixty.json")
        path.write_text(shipped()[0].model_dump_json(), encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "simulator",
            "run",
            str(path),
            "--draws",
            str(DRAWS),
            "--out",
            folder,
        ]

        compiled = {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}

        def of_children(arguments: list[str]) -> float:
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(arguments, cwd=ROOT, check=True, capture_output=True, env=os.environ | compiled)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000

        taken = [
            [of_children(command), of_children([sys.executable, "-c", DRAW_AND_SORT])] for _ in range(runs)
        ]
    run, floor = np.min(taken, axis=0)
    print(f"the whole process of run --draws {DRAWS}")
    print(f"  {run:.0f} ms, one that only draws and sorts {floor:.0f} ms, ratio {run / floor:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=8)
    parser.add_argument("--no-country", action="store_true", help="leave the 30,000 units out")
    parser.add_argument("--country-alone", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.country_alone:
        country_alone()
        return
    engine_and_floor(options.runs)
    difference_of_two()
    sought(options.runs)
    whole_process(options.runs)
    if not options.no_country:
        country_beside()


if __name__ == "__main__":
    main()
