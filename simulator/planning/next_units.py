"""Whom to visit next: the smallest set that reaches a target, or the most with so many visits or Rupiah."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np

from simulator.errors import Problem, UserError
from simulator.model.arrays import Floats
from simulator.model.baseline import Baseline
from simulator.model.months import is_month, month_name
from simulator.model.programme import Programme
from simulator.model.projection import Projection, project
from simulator.model.scenario import Scenario
from simulator.planning.asked_month import offset_of
from simulator.planning.best_sets import SAME, Choice, most_below, most_by_visits
from simulator.planning.groups import UnitGroup, unit_groups
from simulator.planning.visits import choices, with_visits

MOST_ALTERNATIVES = 3
LEAST_GAIN = 1.0  # workers that make a visit worth while
REACHED_SHARE = 1e-12  # a coverage is reached that is short by no more
OFFICES = ("opd", "kecamatan")
Reason = Literal["reached", "already", "not_reachable", "most", "nothing", "too_many", "too_much"]


@dataclass(frozen=True)
class Question:
    """What is asked: one of `target` (a coverage), `visits` (at most) and `budget_idr` (more in the month).

    `month` is when it counts; `join_month` when who is outside comes in, the first projected month where
    empty. Units of `other` are asked only with `other`, or among those that `must` be visited (codes).
    """

    month: str
    target: float | None = None
    visits: int | None = None
    budget_idr: float | None = None
    join_month: str = ""
    must: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    other: bool = False


@dataclass(frozen=True, eq=False)
class Visits:
    """Units to visit [positions], largest gain first, and the projection with these visits."""

    units: tuple[int, ...]
    present: Projection
    projection: Projection
    at: int  # month, as offset from the baseline

    @cached_property
    def gains(self) -> Floats:
        """Workers more in the month, of each unit of the baseline; [units]."""
        now, then = (p.enrolment.enrolled[:, self.at] for p in (self.present, self.projection))
        return np.asarray(then - now)

    @property
    def reached(self) -> float:
        """Coverage in the month."""
        return float(self.projection.coverage_share[self.at])

    @property
    def enrolled(self) -> float:
        """Workers enrolled in the month."""
        return float(self.projection.enrolled[self.at])

    @property
    def contributions_idr(self) -> float:
        """Contributions in the month, more than now."""
        now, then = (float(p.contributions_idr[self.at]) for p in (self.present, self.projection))
        return then - now

    @property
    def moved_up(self) -> float:
        """Workers more in units that are not visited: in their queue, others went before them."""
        return float(np.delete(self.gains, self.units).sum())

    @property
    def rest(self) -> tuple[int, ...]:
        """Units visited that are no one office."""
        return tuple(i for i in self.units if _is_rest(self.projection.baseline, i))

    @property
    def by_group(self) -> tuple[tuple[UnitGroup, int], ...]:
        """How many of each row are visited, those of the largest gain first."""
        groups = {int(i): group for group in unit_groups(self.projection.baseline) for i in group.units}
        found: dict[UnitGroup, int] = {}
        for unit in self.units:
            found[groups[unit]] = found.get(groups[unit], 0) + 1
        return tuple(found.items())


@dataclass(frozen=True, eq=False)
class Answer:
    """The visits that answer a question, or come nearest to it, and why.

    `left_over` is 0 where it is proven. `curve` are the workers enrolled in the month with the best 0, 1, …
    visits, NaN where there must be more; `alternatives` do without one of the visits, or without all of
    `spare`, the best first. `spare` are visits that bring less than a worker each, positions.
    """

    question: Question
    best: Visits
    feasible: bool
    reason: Reason
    proven: bool  # that no better set exists
    left_over: float  # workers that another set could bring more at most
    alternatives: tuple[Visits, ...]
    spare: tuple[int, ...]
    curve: tuple[float, ...] = field(repr=False)

    @property
    def may_ask_rest(self) -> bool:
        """Whether what is no one office may be among the visits, where it counts as one."""
        asked, baseline = self.question, self.best.projection.baseline
        open_to = (i for i, code in enumerate(baseline.codes) if code not in asked.never)
        return any(
            _is_rest(baseline, i) and (asked.other or baseline.codes[i] in asked.must) for i in open_to
        )


def _is_rest(baseline: Baseline, unit: int) -> bool:
    """Whether a unit is no one office but what is left of the civil service, without figures of its own."""
    return baseline.segments[unit] not in OFFICES and not bool(baseline.own_figures[unit])


def next_units(scenario: Scenario, baseline: Baseline, programme: Programme, question: Question) -> Answer:
    """Answers a question; the reached coverage is always that of a projection with the visits.

    Raises UserError for a month outside the projection, an unknown unit, one that must and must not be
    visited, and a number out of bounds.
    """
    present = project(scenario, baseline, programme)
    search = _Search(present, programme, question, _checked(present, question))
    units, feasible, reason, proven = search.best(search.choices())
    best = search.visits(units)
    without = search.without_spare(best) if units and feasible else None
    others = search.alternatives(best, without) if units and feasible else ()
    spare = tuple(i for i in best.units if i not in without.units) if without else ()
    left_over = 0.0 if proven else search.left_over(best)
    return Answer(question, best, feasible, reason, proven, left_over, others, spare, search.curve)


class _Search:
    """The choices of one question, and the best sets among them."""

    def __init__(self, present: Projection, programme: Programme, question: Question, at: int):
        self.present, self.programme, self.question, self.at = present, programme, question, at
        self.join_month = question.join_month or month_name(present.baseline.month + 1)
        baseline = present.baseline
        self.must = {baseline.index[code] for code in question.must}
        asked = [
            i
            for i, segment in enumerate(baseline.segments)
            if segment in OFFICES or question.other or i in self.must
        ]
        self.candidates = [i for i in asked if baseline.codes[i] not in question.never]
        self.all = choices(present, programme, at, self.join_month, self.candidates, self.must)

    def choices(self, never: Sequence[int] = ()) -> list[Choice]:
        """All choices; with units [positions] beside those of the question that are not to be visited."""
        return [_barred(choice) if choice.unit in never else choice for choice in self.all]

    @cached_property
    def curve(self) -> tuple[float, ...]:
        """Workers enrolled with the best so many visits, up to the last visit that brings somebody."""
        most = most_by_visits(self.all)[0]
        most = most[: int(np.argmax(most >= most.max() - SAME)) + 1]
        enrolled = float(self.present.enrolled[self.at]) + most
        return tuple(float(value) if np.isfinite(value) else float("nan") for value in enrolled)

    def best(self, among: Sequence[Choice]) -> tuple[list[int], bool, Reason, bool]:
        """The units to visit, whether that answers the question, why, and whether none is better."""
        if self.question.budget_idr is not None:
            return self._within_budget(among, self.question.budget_idr)
        most, units_of = most_by_visits(among)
        if self.question.visits is not None:
            within = most[: self.question.visits + 1]
            if within.max() == -np.inf:
                return units_of(int(np.argmax(most > -np.inf))), False, "too_many", True
            count = _first_most(within)
            return units_of(count), True, "most" if within[count] > SAME else "nothing", True
        reached = (self.present.enrolled[self.at] + most) / self.present.asn[self.at]
        enough = np.flatnonzero(reached >= (self.question.target or 0.0) - REACHED_SHARE)
        if not len(enough):
            return units_of(_first_most(most)), False, "not_reachable", True
        return units_of(int(enough[0])), True, "reached" if enough[0] else "already", True

    def _within_budget(
        self, among: Sequence[Choice], budget_idr: float
    ) -> tuple[list[int], bool, Reason, bool]:
        p, at = self.present, self.at
        per_member = float(p.contribution_per_member_idr[at] + p.jht_per_member_idr[at])
        limit = budget_idr / per_member if per_member else np.inf
        found = most_below(among, min(limit, float(p.asn[at]) * 100))
        if found is None:
            return sorted(self.must), False, "too_much", True
        units, is_best = found
        return units, True, "most" if units else "nothing", is_best

    def left_over(self, best: Visits) -> float:
        """Workers that the budget leaves room for."""
        p, at = self.present, self.at
        per_member = float(p.contribution_per_member_idr[at] + p.jht_per_member_idr[at])
        return max(0.0, (self.question.budget_idr or 0.0) - best.contributions_idr) / per_member

    def visits(self, units: Sequence[int]) -> Visits:
        """Units with their projection, those first that bring most; ties in the baseline's order."""
        p = self.present
        changed = with_visits(p.scenario, p.baseline, units, self.join_month)
        made = Visits((), p, project(changed, p.baseline, self.programme), self.at)
        order = sorted(units, key=lambda i: (-round(float(made.gains[i]) / SAME), i))
        return Visits(tuple(order), p, made.projection, self.at)

    def without_spare(self, best: Visits) -> Visits | None:
        """The visits that bring a worker or more; None where all do, or all count for a target.

        None also where the others would bring a worker less for each of them: in a queue some move up.
        """
        worth = [i for i in best.units if best.gains[i] >= LEAST_GAIN or i in self.must]
        if self.question.target is not None or len(worth) == len(best.units):
            return None
        others = self.visits(worth)
        spare = len(best.units) - len(worth)
        return others if best.enrolled - others.enrolled < spare * LEAST_GAIN else None

    def alternatives(self, best: Visits, without: Visits | None) -> tuple[Visits, ...]:
        """The best answers that do without one of the visits, and the one `without` those to spare.

        Of a pooled group, those that visit one fewer.
        """
        found: dict[tuple[int, ...], Visits] = {}
        for group, _ in best.by_group:
            chosen = [i for i in best.units if i in group.units]
            spare = [i for i in chosen if i not in self.must]
            for unit in spare[-1:] if group.is_pooled else spare:
                barred = [unit, *(int(i) for i in group.units if i not in chosen)]
                units, feasible, reason, _ = self.best(self.choices(barred))
                if feasible and reason not in ("nothing", "already"):
                    other = self.visits(units)
                    found.setdefault(tuple(sorted(units)), other)
        kept = [without] if without and without.units else []
        for other in kept:
            found.pop(tuple(sorted(other.units)), None)
        best_of = sorted(found.values(), key=self._preference)[: MOST_ALTERNATIVES - len(kept)]
        return tuple(sorted([*best_of, *kept], key=self._preference))

    def _preference(self, visits: Visits) -> tuple[float, float, tuple[int, ...]]:
        fewest = len(visits.units) if self.question.target is not None else 0
        return fewest, -round(visits.enrolled / SAME), visits.units


def _first_most(most: Floats) -> int:
    """The fewest visits that bring the most."""
    return int(np.argmax(most >= most.max() - SAME))


def _barred(choice: Choice) -> Choice:
    return Choice(choice.unit, choice.visited, choice.left, choice.queue, may_be_visited=False)


def _checked(p: Projection, question: Question) -> int:
    """The month asked about, as offset from the baseline."""
    baseline = p.baseline
    at, problems = offset_of(p.scenario, baseline, question.month)
    if question.join_month and not is_month(question.join_month):
        problems.append(Problem("bad_month", "--from", question.join_month))
    for option, codes in (("--with", question.must), ("--without", question.never)):
        unknown = [code for code in codes if code not in baseline.index]
        problems += [Problem("unknown_unit", option, code, baseline=baseline.name) for code in unknown]
    both = [code for code in question.must if code in question.never]
    problems += [Problem("with_and_without", "--without", code) for code in both]
    if question.target is not None and not 0 <= question.target <= 1:
        problems.append(Problem("out_of_bounds", "--target", question.target, low=0, high=1))
    if question.budget_idr is not None and not 0 <= question.budget_idr < np.inf:
        problems.append(Problem("negative", "--budget-idr", question.budget_idr))
    if question.visits is not None and question.visits < 0:
        problems.append(Problem("negative", "--visits", question.visits))
    if problems:
        raise UserError(*problems)
    return at
