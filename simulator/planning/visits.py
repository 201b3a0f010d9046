"""The gain from visiting a unit: it then plans for every one of its ASN, and joins if it was outside."""

from collections.abc import Collection, Iterable

import numpy as np

from simulator.model.arrays import Floats
from simulator.model.baseline import Baseline
from simulator.model.months import month_name
from simulator.model.parts import SEGMENTS
from simulator.model.programme import Programme
from simulator.model.projection import Projection, project
from simulator.model.scenario import Scenario, no_override
from simulator.model.seats import queue_order, queue_starts
from simulator.planning.best_sets import Candidate


def with_visits(scenario: Scenario, baseline: Baseline, units: Iterable[int], join_month: str) -> Scenario:
    """The scenario with units [positions] visited: a floor of 1.0 each, and a join month if outside."""
    changes: dict[str, dict[str, object]] = {
        baseline.codes[i]: {"target_share": 1.0} | ({"join_month": join_month} if baseline.outside[i] else {})
        for i in units
    }
    return _with_overrides(scenario, changes)


def _with_overrides(scenario: Scenario, changes: dict[str, dict[str, object]]) -> Scenario:
    """The scenario with keys of overrides changed, by unit code; units without an override get one."""
    kept = {o.unit: o for o in scenario.overrides}
    for code, change in changes.items():
        kept[code] = (kept.get(code) or no_override(code)).model_copy(update=change)
    return scenario.model_copy(update={"overrides": tuple(kept.values())})


def choices(
    present: Projection,
    programme: Programme,
    at: int,
    join_month: str,
    candidates: Collection[int],
    must: Collection[int] = (),
) -> list[Candidate]:
    """Every unit that may be visited, or that moves up if others are, with its gain in the month `at`.

    `candidates` and `must` are positions, the latter among the former. Units of a queue are consecutive, in
    the order of the queue.
    """
    scenario, baseline = present.scenario, present.baseline
    short = scenario.model_copy(update={"horizon_months": max(1, at)})
    now = present.enrolment.enrolled[:, at]

    def more(changed: Scenario) -> Floats:  # [units]
        return np.asarray(project(changed, baseline, programme).enrolment.enrolled[:, at] - now)

    visited = more(with_visits(short, baseline, candidates, join_month))
    found = []
    for segment in SEGMENTS:
        queue = queue_order(baseline, segment, present.seats.queued)
        if not any(i in candidates for i in queue):
            continue
        starts = queue_starts(short, baseline, segment, len(queue))
        by_start = {}
        for start in np.unique(starts).tolist():
            join = "never" if start > at else month_name(baseline.month + start)
            by_start[start] = more(
                _with_overrides(short, {baseline.codes[i]: {"join_month": join} for i in queue})
            )
        for i in queue:
            left = np.array([by_start[start][i] for start in starts.tolist()])
            named = segment if len(by_start) > 1 else ""  # with a single start month nobody moves up
            can = i in candidates
            found.append(Candidate(i, float(visited[i]), left, named, can, i not in must))
    waiting = {choice.unit for choice in found}
    alone = [i for i in candidates if i not in waiting]
    return found + [Candidate(i, float(visited[i]), np.zeros(1), may_be_left=i not in must) for i in alone]
