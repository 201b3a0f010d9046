"""How well simple forecasts and growth by itself would have done in trials with known later counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np

from simulator.model.actuals import SOURCE, Actuals
from simulator.model.baseline import Baseline
from simulator.model.baseline_facts import Observation
from simulator.model.months import month_name, month_number
from simulator.model.parts import Growth
from simulator.model.programme import Programme
from simulator.model.projection import project
from simulator.model.scenario import SETTINGS, Scenario, with_values
from simulator.model.trial import AsnCount, Trial
from simulator.planning.backtest import as_of, neutral, observed

Method = Literal["unchanged", "trend", "growth"]
METHODS: tuple[Method, ...] = ("unchanged", "trend", "growth")
GROWTH = tuple(path for path in SETTINGS if path.startswith("growth."))


@dataclass(frozen=True)
class TrialCount:
    """Enrolled and all ASN in a month number; `source` holds source keys."""

    month: int
    enrolled: int
    asn: int
    source: str

    @property
    def coverage(self) -> float:
        """Enrolled per ASN."""
        return self.enrolled / self.asn


@dataclass(frozen=True)
class Outcome:
    """The forecast of one method from the count `start` for the count `end` of a trial, in workers.

    `before` is the count before `start`; the method `trend` draws its straight line through both.
    """

    trial: Trial
    growth: Growth
    method: Method
    before: Observation
    start: TrialCount
    end: TrialCount
    foreseen: float

    @property
    def error(self) -> float:
        """Foreseen minus observed, in workers."""
        return self.foreseen - self.end.enrolled

    @property
    def points(self) -> float:
        """The error of coverage: foreseen per ASN of the start month, minus observed coverage of the end."""
        return self.foreseen / self.start.asn - self.end.coverage


@dataclass(frozen=True)
class Score:
    """The accuracy of one method over all its outcomes."""

    method: Method
    outcomes: tuple[Outcome, ...]

    @property
    def mean_error(self) -> float:
        """Mean absolute error in workers."""
        return float(np.mean([abs(one.error) for one in self.outcomes]))

    @property
    def mean_points(self) -> float:
        """Mean absolute error of coverage, a share."""
        return float(np.mean([abs(one.points) for one in self.outcomes]))

    @property
    def worst(self) -> Outcome:
        """The outcome with the largest error in workers."""
        return max(self.outcomes, key=lambda one: abs(one.error))


def outcomes(
    trial: Trial,
    growth: Growth,
    baseline: Baseline,
    actuals: Actuals,
    scenario: Scenario,
    programme: Programme,
) -> list[Outcome]:
    """The forecasts of every method from each count of a trial for each later one, by pair, then method.

    Only settings of the scenario that move no worker are used. A count without an earlier one starts no
    forecast, and a month without a record (for example after a withdrawal) is left out.
    """
    known = observed(baseline, actuals)
    counts = [_count(given, known) for given in trial.asn if month_number(given.month) in known]
    result = []
    for start, end in combinations(counts, 2):
        before = _last_before(start.month, baseline, known)
        if before:
            foreseen = {
                "unchanged": float(start.enrolled),
                "trend": _on_a_line(before, start, end.month),
                "growth": _by_growth(trial, growth, start, end.month, baseline, scenario, programme),
            }
            result += [Outcome(trial, growth, m, before, start, end, foreseen[m]) for m in METHODS]
    return result


def scores(tried: Iterable[Outcome]) -> list[Score]:
    """One score for each method that has outcomes."""
    tried = list(tried)
    of_method = {m: tuple(one for one in tried if one.method == m) for m in METHODS}
    return [Score(method, of) for method, of in of_method.items() if of]


def closer(score: Score, other: Score, *, of_asn: bool) -> int:
    """The number of forecasts in which a method was closer than another, in workers or as a share of ASN."""
    both = zip(score.outcomes, other.outcomes, strict=True)
    if of_asn:
        return sum(abs(one.points) < abs(another.points) for one, another in both)
    return sum(abs(one.error) < abs(another.error) for one, another in both)


def pairs(tried: Sequence[Outcome]) -> list[tuple[Outcome, ...]]:
    """The outcomes of each pair of counts, by method."""
    return [tuple(tried[i : i + len(METHODS)]) for i in range(0, len(tried), len(METHODS))]


def _count(given: AsnCount, known: dict[int, int]) -> TrialCount:
    month = month_number(given.month)
    return TrialCount(month, known[month], given.asn, given.source)


def _last_before(month: int, baseline: Baseline, known: dict[int, int]) -> Observation | None:
    """The last count before a month, from the history or else as recorded; None if there is none."""
    earlier = max((one for one in known if one < month), default=None)
    if earlier is None:
        return None
    recorded = _observation(earlier, known[earlier], SOURCE)
    of_month = (point for point in baseline.facts.history if month_number(point.month) == earlier)
    return next(of_month, recorded)


def _observation(month: int, enrolled: int, source: str) -> Observation:
    return Observation(
        month=month_name(month), enrolled=enrolled, basis="published", source=source, note=None
    )


def _on_a_line(before: Observation, start: TrialCount, month: int) -> float:
    """The straight line through the last two counts, continued to `month`."""
    a_month = (start.enrolled - before.enrolled) / (start.month - month_number(before.month))
    return start.enrolled + a_month * (month - start.month)


def _by_growth(
    trial: Trial,
    growth: Growth,
    start: TrialCount,
    month: int,
    baseline: Baseline,
    scenario: Scenario,
    programme: Programme,
) -> float:
    """The forecast of the model with growth by itself and the Rakor Monev that were held, nothing else."""
    held = trial.meetings.model_dump(exclude={"source"})
    rhythm = {f"monev.{name}": value for name, value in held.items()}
    by_itself = {f"growth.{name}": value for name, value in growth.model_dump().items()}
    growing = with_values(neutral(scenario, month - start.month), by_itself | rhythm)
    history = tuple(p for p in baseline.facts.history if month_number(p.month) < start.month)
    here = _observation(start.month, start.enrolled, start.source)
    then = as_of(baseline, (*history, here), start.asn)
    return float(project(growing, then, programme).enrolled[month - start.month])
