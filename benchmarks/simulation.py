"""10,000 draws beside the plain simulation of the tests, and beside the least work of any simulation.

The plain simulation gets draws in portions of the size with which it is fastest. Random numbers that are
kept from one simulation for the next are dropped before each run, except where a claim says "again".
"""

import csv
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

sys.path.append(str(Path(__file__).resolve().parent.parent / "tests"))

import regency
import simulation_oracle

from benchmarks.claims import Claim
from benchmarks.timing import best
from simulator.model.scenario import Scenario, with_values
from simulator.model.simulation import SERIES, enrolled_draws, kept, quantiles, simulate
from simulator.planning.goal_seek import Limits, seek
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.places import BASELINES
from simulator.store.scenario_store import load

ROOT = Path(__file__).resolve().parent.parent
SCENARIO, MONTHS, DRAWS = "irama-rakor-monev", 60, 10_000
PORTION = 250  # draws at a time with which the plain simulation is fastest
SHARES = (0.05, 0.5, 0.95)


def claims(runs: int) -> Iterator[Claim]:
    yield from engine_and_floor(runs)
    yield difference_of_two()
    yield from sought(runs)
    yield whole_process(runs)


def anew(work: Callable[[], object]) -> Callable[[], object]:
    """The same work without random numbers kept from earlier runs, or results made from them."""

    def made() -> None:
        kept.KEPT = kept.RowCache(kept.MOST_BYTES)
        enrolled_draws.RECENT.clear()
        work()

    return made


def plain(scenario: Scenario, place: regency.Regency, draws: int, portion: int) -> None:
    random = np.random.default_rng(1)
    for _ in range(draws // portion):
        simulation_oracle.simulate(scenario.model_dump(), *place, portion, random)


def shipped() -> tuple[Scenario, regency.Regency]:
    """A shipped scenario over 60 months, and its data in the form the plain simulation takes."""
    scenario = with_values(load(SCENARIO).scenario, {"horizon_months": MONTHS})
    facts = read_baseline_named(scenario.baseline).facts
    with open(BASELINES / scenario.baseline / "units.csv", encoding="utf-8", newline="") as file:
        units = list(csv.DictReader(file))
    history = [(point.month, point.enrolled) for point in facts.history]
    return scenario, regency.Regency(units, history, facts.deaths.value)


def only_numbers(scenario: Scenario, units: int, accidents: int) -> Callable[[], object]:
    """The least work of any simulation, with numpy's own samplers: the random numbers, and the quantiles."""
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
        for _ in range(len(SERIES) - 2):  # two series are multiples of others
            quantiles(values, SHARES)

    return draw


def engine_and_floor(runs: int) -> Iterator[Claim]:
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
    size = f"{len(place.units)} units, {MONTHS} months, {DRAWS:,} draws"
    of = f"{plain_ms:,.0f} ÷ {engine:.0f} ms"
    yield Claim(f"plain simulation ÷ engine, {size}", plain_ms / engine, of=of, at_least=25)
    of = f"{banded:.0f} ÷ {floor:.0f} ms"
    yield Claim("engine with bands ÷ only random numbers and quantiles", banded / floor, of=of, at_most=2)
    yield Claim("1,000 draws, as while a lever moves, first of a seed", of_1000, "ms")
    yield Claim("1,000 draws again", again, "ms")


def difference_of_two() -> Claim:
    """The spread of the difference in payouts with a Rakor Monev every second instead of third month."""
    scenario, _ = shipped()
    baseline, programme = read_baseline_named(scenario.baseline), read_programme()
    other = with_values(scenario, {"monev.every_months": 2})

    def paid(of: Scenario, seed: int) -> np.ndarray:
        return simulate(of, baseline, programme, 4000, seed).cumulative_payouts_idr[-1]

    first = paid(scenario, 1)
    common, apart = ((paid(other, seed) - first).std() / 1e6 for seed in (1, 2))
    of = f"standard deviation {apart:.0f} ÷ {common:.0f} million Rupiah"
    return Claim("difference of two scenarios, own luck ÷ common numbers", apart / common, of=of, at_least=5)


def sought(runs: int) -> Iterator[Claim]:
    """The time to seek the floor with which enrolled reach a number at a chance, such as 4 in 5."""
    scenario, _ = shipped()
    baseline, programme = read_baseline_named(scenario.baseline), read_programme()
    opd, kecamatan = (f"participation.{segment}.target_share" for segment in ("opd", "kecamatan"))

    def sought_for(value: float, chance: float, *levers: str) -> None:
        limits = Limits(chance=chance, draws=DRAWS)
        wanted = "enrolled", "2026-12", value
        assert seek(scenario, baseline, programme, *wanted, *levers, limits=limits).feasible

    def others() -> None:
        sought_for(1500.0, 0.8, opd)
        sought_for(1600.0, 0.8, opd, kecamatan)
        sought_for(1600.0, 0.5, opd)

    first, again = best(runs, anew(lambda: sought_for(1600.0, 0.8, opd)), others)
    yield Claim(f"seek at a chance, {DRAWS:,} draws, first", first, "ms", at_most=20)
    yield Claim("seek at a chance again, another value, levers or chance", again / 3, "ms", at_most=20)


DRAW_AND_SORT = f"""
import numpy as np
random = np.random.default_rng(1)
random.standard_normal((60, {DRAWS}))
counts = [random.poisson(0.3, ({MONTHS + 1}, {DRAWS})) for _ in range(4)]
random.lognormal(size=220_000)
for _ in range(5):
    np.sort(counts[0].astype(float), axis=1)
"""


def whole_process(runs: int) -> Claim:
    """`run --draws` from the command to the file, beside a process that only draws and sorts the same amount.

    Modules are already compiled, as they are from the second start on.
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
    of = f"{run:.0f} ÷ {floor:.0f} ms"
    return Claim(
        f"run --draws {DRAWS} ÷ a process that only draws and sorts", run / floor, of=of, at_most=2.5
    )
