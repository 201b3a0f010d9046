"""Which units to visit next: the fewest that reach a target, or the best for given visits or Rupiah."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from simulator.errors import Problem, UserError
from simulator.model.arrays import Floats
from simulator.model.baseline import Baseline
from simulator.model.months import is_month, month_name
from simulator.model.parts import OFFICES
from simulator.model.programme import Programme
from simulator.model.projection import Projection, project
from simulator.model.scenario import Scenario
from simulator.planning.best_sets import SAME, Candidate, most_below, most_by_visits
from simulator.planning.next_answer import Question, Reason, VisitPlan, Visits
from simulator.planning.typed_month import offset_of
from simulator.planning.visits import choices, with_visits

MOST_ALTERNATIVES = 3
LEAST_GAIN = 1.0  # workers that make a visit worthwhile
REACHED_SHARE = 1e-12  # a coverage counts as reached if it is short by no more than this


def next_units(scenario: Scenario, baseline: Baseline, programme: Programme, question: Question) -> VisitPlan:
    """Answer a question; the reached coverage is always that of a projection with the visits.

    Raises UserError for a month outside the projection, an unknown unit, a unit that both must and must not
    be visited, and a number out of bounds.
    """
    present = project(scenario, baseline, programme)
    search = _Search(present, programme, question, _checked(present, question))
    units, feasible, reason, proven = search.best(search.choices())
    best = search.visits(units)
    without = search.without_spare(best) if units and feasible else None
    others = search.alternatives(best, without) if units and feasible else ()
    spare = tuple(i for i in best.units if i not in without.units) if without else ()
    left_over = 0.0 if proven else search.left_over(best)
    return VisitPlan(question, best, feasible, reason, proven, left_over, others, spare, search.curve)


class _Search:
    """The choices of one question, and the best sets among them."""

    def __init__(self, present: Projection, programme: Programme, question: Question, at: int):
        self.present, self.programme, self.question, self.at = present, programme, question, at
        self.join_month = question.join_month or month_name(present.baseline.month + 1)
        baseline = present.baseline
        self.must = {baseline.index[code] for code in question.must}
        eligible = [
            i
            for i, segment in enumerate(baseline.segments)
            if segment in OFFICES or question.other or i in self.must
        ]
        self.candidates = [i for i in eligible if baseline.codes[i] not in question.never]
        self.all = choices(present, programme, at, self.join_month, self.candidates, self.must)

    def choices(self, never: Sequence[int] = ()) -> list[Candidate]:
        """All choices; units in `never` [positions], like those the question excludes, are not visited."""
        return [_barred(choice) if choice.unit in never else choice for choice in self.all]

    @cached_property
    def curve(self) -> tuple[float, ...]:
        """Workers enrolled with the best 0, 1, … visits, up to the last visit that gains anything."""
        most = most_by_visits(self.all)[0]
        most = most[: int(np.argmax(most >= most.max() - SAME)) + 1]
        enrolled = float(self.present.enrolled[self.at]) + most
        return tuple(float(value) if np.isfinite(value) else float("nan") for value in enrolled)

    def best(self, among: Sequence[Candidate]) -> tuple[list[int], bool, Reason, bool]:
        """The units to visit, whether they answer the question, the reason, and whether no set is better."""
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
        self, among: Sequence[Candidate], budget_idr: float
    ) -> tuple[list[int], bool, Reason, bool]:
        """The best set within a budget, without visits that would leave their unit with fewer workers.

        Those visits would free money for other units, so if there are any, a better set may exist.
        """
        per_member = self._per_member_idr
        limit = budget_idr / per_member if per_member else np.inf
        sparing = [self._would_spare(choice) for choice in among]
        eligible = [_barred(choice) if spares else choice for choice, spares in zip(among, sparing)]
        found = most_below(eligible, min(limit, float(self.present.asn[self.at]) * 100))
        if found is None:
            return sorted(self.must), False, "too_much", not any(sparing)
        units, is_best = found
        if any(sparing) and is_best:
            is_best = self.left_over(self.visits(units)) <= SAME
        return units, True, "most" if units else "nothing", is_best

    def _would_spare(self, choice: Candidate) -> bool:
        """Whether a visit that is not required leaves its unit with fewer workers."""
        return choice.may_be_visited and choice.unit not in self.must and choice.visited < -SAME

    def left_over(self, best: Visits) -> float:
        """The number of workers that the rest of the budget could pay for."""
        rest_idr = (self.question.budget_idr or 0.0) - best.contributions_idr
        return max(0.0, rest_idr) / self._per_member_idr

    @property
    def _per_member_idr(self) -> float:
        """The contribution of one worker in the month."""
        p, at = self.present, self.at
        return float(p.contribution_per_member_idr[at] + p.jht_per_member_idr[at])

    def visits(self, units: Sequence[int]) -> Visits:
        """The visits to units, with their projection; largest gain first, ties in the baseline's order."""
        p = self.present
        changed = with_visits(p.scenario, p.baseline, units, self.join_month)
        made = Visits((), p, project(changed, p.baseline, self.programme), self.at)
        order = sorted(units, key=lambda i: (-round(float(made.gains[i]) / SAME), i))
        return Visits(tuple(order), p, made.projection, self.at)

    def without_spare(self, best: Visits) -> Visits | None:
        """The visits that gain a worker or more; None if all do, or if the question has a target.

        None also if leaving out the others would cost a worker for each of them, because of units that move
        up in a queue.
        """
        worth = [i for i in best.units if best.gains[i] >= LEAST_GAIN or i in self.must]
        if self.question.target is not None or len(worth) == len(best.units):
            return None
        others = self.visits(worth)
        spare = len(best.units) - len(worth)
        return others if best.enrolled - others.enrolled < spare * LEAST_GAIN else None

    def alternatives(self, best: Visits, without: Visits | None) -> tuple[Visits, ...]:
        """The best answers that omit one of the visits, and the answer `without` the spare ones.

        For a pooled group, the answer visits one unit fewer of it.
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
    """The smallest number of visits with the largest gain."""
    return int(np.argmax(most >= most.max() - SAME))


def _barred(choice: Candidate) -> Candidate:
    return Candidate(choice.unit, choice.visited, choice.left, choice.queue, may_be_visited=False)


def _checked(p: Projection, question: Question) -> int:
    """Check the question and return its month, as offset from the baseline."""
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
