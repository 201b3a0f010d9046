"""The simulation of 30,000 invented units beside the plain one, which takes minutes and is run once."""

import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from benchmarks.claims import Claim
from benchmarks.simulation import ROOT, plain, regency, shipped
from benchmarks.timing import best, milliseconds
from simulator.model.baseline import Baseline, UnitRow
from simulator.model.scenario import Scenario, with_values
from simulator.model.simulation import simulate
from simulator.store.baseline_files import read_programme

UNITS, DRAWS, RUNS = 30_000, 200, 4


def country(units: int = UNITS) -> regency.Regency:
    """Units of 5 to 300 ASN: a quarter take part, a tenth have pledged, the others queue or stay outside."""
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
    """The baseline the program would read if it did not refuse a file with that many units."""
    total = made.history[-1][1]
    as_one = regency.Regency([regency.unit("A", "other", total, enrolled=total)], made.history, made.deaths)
    rows = [UnitRow(**row | {"pledge_workers": row["pledge_workers"] or 0}) for row in made.units]
    return replace(as_one.baseline(), units=tuple(rows))


def scenario_of_country() -> Scenario:
    floors = {f"participation.{s}.target_share": 0.5 for s in ("opd", "kecamatan", "other")}
    queue = {f"participation.{s}.new_units_per_month": 50.0 for s in ("opd", "kecamatan", "other")}
    return with_values(shipped()[0], floors | queue)


def alone() -> None:
    """Print the engine's time, and its memory in addition to the program and the units."""
    baseline, programme, scenario = baseline_of(country()), read_programme(), scenario_of_country()
    _ = baseline.outside, baseline.index, baseline.rows
    took = best(RUNS, lambda: simulate(scenario, baseline, programme, DRAWS))[0]
    tracemalloc.start()
    simulate(scenario, baseline, programme, DRAWS)
    print(took, tracemalloc.get_traced_memory()[1] / 1e6)


def claims(_runs: int) -> Iterator[Claim]:
    output = subprocess.run(
        [sys.executable, "-m", "benchmarks.country"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    engine, memory = map(float, output.stdout.split())
    made, scenario = country(), scenario_of_country()
    slow = milliseconds(lambda: plain(scenario, made, DRAWS, 10))
    size, of = f"{UNITS:,} units, {DRAWS} draws", f"{slow / 1000:.1f} s ÷ {engine:.0f} ms"
    yield Claim(f"plain simulation ÷ engine, {size}", slow / engine, of=of, at_least=150)
    yield Claim(f"memory of the engine, {size}", memory, "MB", at_most=150)


if __name__ == "__main__":  # a process of its own, to measure its memory
    alone()
