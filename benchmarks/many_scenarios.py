"""Many scenarios at once against one by one: a tornado, a heat map, and a sweep of 10,000.

The results must agree. Only 500 scenarios of the sweep are projected one by one.
"""

from collections.abc import Iterator

import numpy as np

from benchmarks.claims import Claim
from benchmarks.simulation import shipped
from benchmarks.timing import best
from simulator.model.projection import project
from simulator.model.scenario import with_values
from simulator.planning.sensitivity import at_middles, common_ends, in_use
from simulator.planning.sweep import Changes, metric_in, results
from simulator.planning.two_way import steps
from simulator.store.baseline_files import read_baseline_named, read_programme

METRICS = ("enrolled", "cumulative_payouts_idr")
LAPSE, FLOOR = "retention.lapse_share_per_month", "participation.opd.target_share"
SWEPT, ALONE = 10_000, 500
SCENARIO, _ = shipped()
BASELINE, PROGRAMME = read_baseline_named(SCENARIO.baseline), read_programme()
MONTH = SCENARIO.horizon_months
MIDDLE = at_middles(SCENARIO)


def one_by_one(metric: str, changes: list[Changes]) -> np.ndarray:
    """Like `results`, with a separate projection for each of the changes."""
    each = (with_values(MIDDLE, dict(change)) for change in changes)
    return np.array([metric_in(project(one, BASELINE, PROGRAMME), metric, MONTH) for one in each])


def at_once(metric: str, changes: list[Changes]) -> np.ndarray:
    return results(MIDDLE, BASELINE, PROGRAMME, metric, MONTH, changes)


def measured(name: str, changes: list[Changes], runs: int, at_least: float | None = None) -> Iterator[Claim]:
    """Measure both ways for each metric; raises AssertionError if they differ."""
    some = changes[:ALONE]
    for metric in METRICS:
        np.testing.assert_allclose(at_once(metric, some), one_by_one(metric, some), rtol=1e-12)
        alone, together = best(
            runs, lambda m=metric: one_by_one(m, some), lambda m=metric: at_once(m, changes)
        )
        alone *= len(changes) / len(some)
        what = f"{name} of {len(changes):,} scenarios, {metric}, one by one ÷ at once"
        yield Claim(what, alone / together, of=f"{alone:.1f} ÷ {together:.1f} ms", at_least=at_least)


def claims(runs: int) -> Iterator[Claim]:
    ends: list[Changes] = [
        {one.setting: end} for one in in_use(SCENARIO) for end in common_ends(SCENARIO, one)
    ]
    yield from measured("tornado", [{}, *ends], runs, 25)
    values = [(lapse, floor) for lapse in steps(LAPSE).tolist() for floor in steps(FLOOR).tolist()]
    yield from measured("heat map", [{LAPSE: lapse, FLOOR: floor} for lapse, floor in values], runs)
    drawn = np.random.default_rng(1).random((SWEPT, 2)) * (0.1, 1)
    swept: list[Changes] = [{LAPSE: lapse, FLOOR: floor} for lapse, floor in drawn.tolist()]
    yield from measured("sweep", swept, max(2, runs // 2), 100)
