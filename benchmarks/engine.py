"""One projection of 59 units over 60 months with all series, beside the plain version in tests/oracle.py."""

from collections.abc import Iterator

from benchmarks.claims import Claim
from benchmarks.simulation import MONTHS, shipped, simulation_oracle
from benchmarks.timing import best
from simulator.model.metrics import METRICS
from simulator.model.projection import project
from simulator.store.baseline_files import read_baseline_named, read_programme

oracle = simulation_oracle.oracle
AT_ONCE = 10  # projections of the engine in a row, as the clock is too coarse for a single one


def claims(runs: int) -> Iterator[Claim]:
    scenario, place = shipped()
    baseline, programme = read_baseline_named(scenario.baseline), read_programme()

    def every_series() -> None:
        for _ in range(AT_ONCE):
            projection = project(scenario, baseline, programme)
            _ = [metric.series(projection) for metric in METRICS.values()]

    plain, several = best(runs, lambda: oracle.project(scenario.model_dump(), *place), every_series)
    engine = several / AT_ONCE
    size = f"{len(baseline.codes)} units, {MONTHS} months, every series"
    yield Claim(f"one projection, {size}", engine, "ms", at_most=1)
    yield Claim("plain reading of docs/model.md ÷ that", plain / engine, of=f"{plain:.0f} ÷ {engine:.2f} ms")
