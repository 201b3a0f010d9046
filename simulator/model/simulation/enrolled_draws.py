"""Enrolment of many scenarios on the same draws, for goal seeking: drawn once, rolled for each scenario."""

from collections import OrderedDict
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Any

import numpy as np

from simulator.model.arrays import Flags, Floats, Whole
from simulator.model.baseline import Baseline
from simulator.model.parts import SEGMENTS
from simulator.model.ranges import range_of
from simulator.model.scenario import Scenario, setting_value
from simulator.model.seats import asn_factor
from simulator.model.simulation.death_rates import draw_death_rates
from simulator.model.simulation.drawn import OF_A_DRAW, Drawn, draw_settings
from simulator.model.simulation.engine import members_of, monthly_deaths, staying
from simulator.model.simulation.join_groups import Joining, joining, joining_settings
from simulator.model.simulation.members import seat_weights
from simulator.model.simulation.seats import BlockSeats, Portion

# Two seeks, each with all draws and with few: 14 MB per seek in month 16 of 10,000 draws, 26 MB in month 60.
MOST_RECENT = 4
OF_ALL_DRAWS = ("joins", "portions")  # the parts of a block that are the same in every draw
MOST_KNOWN = 4  # rows kept, as a multiple of the units: a lever may move units between groups


@dataclass(frozen=True, eq=False)
class _Kept(Drawn):
    """Drawn settings that cache the values of individual offices."""

    known: dict[tuple[str, bytes], Floats] = field(default_factory=dict)  # by path and rows

    def of_offices(self, path: str, rows: Whole) -> Floats:
        if path not in self.normals:  # not drawn: it may be the lever being moved, so it is not cached
            return super().of_offices(path, rows)
        key = path, rows.tobytes()
        if key not in self.known:
            if sum(map(len, self.known.values())) > MOST_KNOWN * len(self.baseline.codes):
                self.known.clear()
            self.known[key] = super().of_offices(path, rows)
        return self.known[key]

    def only(self, draws: Whole | slice) -> "_Kept":
        """The settings of some of these draws, with their cached values."""
        some = _Kept(**vars(super().only(draws)))
        return replace(some, known={key: of[:, draws] for key, of in self.known.items()})


@dataclass(frozen=True, eq=False)
class _Looked:
    """The result of a portion of the units when it was last computed."""

    portion: Portion
    settings: tuple[Floats, ...]
    weights: dict[tuple[bytes, bytes], Floats]  # of its terms, by their curves
    members: Floats  # [draws or 1]

    def serves(self, portion: Portion, settings: tuple[Floats, ...]) -> bool:
        """Whether portion and settings are unchanged, so that the result can be reused."""
        of_settings = zip(settings, self.settings)
        return portion is self.portion and all(a is b or np.array_equal(a, b) for a, b in of_settings)


class _Weights:
    """Turns seats into the members of the last month, for units with seats that never fall."""

    def __init__(self, seats: BlockSeats, dying: Floats):
        of_month = seat_weights(*staying(seats.drawn, dying))
        self.seats, self.looked = seats, dict[int, _Looked]()
        self.before, self.later = of_month[0], (of_month * seats.asn_factor)[1:]

    def members(self, seats: BlockSeats) -> Floats:  # [draws]
        """Members in the last month for these seats, with the weights of this object."""
        total: Floats = np.zeros(seats.shape[1]) + self.before * seats.enrolled
        for place, portion in enumerate(seats.portions):
            last, settings = self.looked.get(place), seats.settings(portion)
            if last is None or not last.serves(portion, settings):
                last = self._look(seats, portion, settings, last.weights if last else {})
                self.looked[place] = last
            total += last.members
        return total

    def _look(
        self,
        seats: BlockSeats,
        portion: Portion,
        settings: tuple[Floats, ...],
        before: dict[tuple[bytes, bytes], Floats],
    ) -> _Looked:
        weights, members = dict[tuple[bytes, bytes], Floats](), np.zeros(1)
        for term in seats.terms(portion):
            since = term.grown_from
            key = term.curves.tobytes(), b"" if since is None else since.tobytes()
            weights[key] = before[key] if key in before else self._of_term(term.curves[1:].T, since)
            members = members + _product(term.amounts, weights[key])
        return _Looked(portion, settings, weights, members)

    def _of_term(self, later: Floats, since: Whole | None) -> Floats:  # [terms, draws or 1]
        """Members in the last month per amount of each curve; curves are [terms, months from 1]."""
        result: Floats = later @ self.later
        if since is not None:
            untouched = self.seats.untouched  # may be per draw although the rest has one value for all draws
            result = result - later @ (self.later * untouched[1:]) / untouched[since]
        return result


def _product(amounts: Floats, weights: Floats) -> Floats:  # [draws or 1]
    """Amounts times weights, each [terms, draws or 1], summed over the terms."""
    total: Floats
    if len(amounts) == 1:
        total = amounts[0] * weights[0]
    elif amounts.shape[1] == 1:
        total = amounts[:, 0] @ weights
    elif weights.shape[1] == 1:
        total = weights[:, 0] @ amounts
    else:
        total = np.einsum("td,td->d", amounts, weights)
    return total


@dataclass(eq=False)
class _Block:
    """Draws with the same delay, and the intermediate results of the scenario computed last."""

    at: Whole  # positions of its draws
    drawn: _Kept
    dying: Floats  # [months from 0, draws or 1]
    last: dict[str, tuple[object, Any]] = field(default_factory=dict)

    def members(self, scenario: Scenario, values: dict[str, Floats], month: int) -> Floats:  # [draws]
        """Members in `month` (the last month, or 0), with `values` replacing settings that are not drawn."""
        drawn = replace(self.drawn, scenario=scenario, values=self.drawn.values | values)
        joins: Joining = self._same("joins", joining_settings(scenario), lambda: joining(drawn))
        if month == 0 or any(group.falling for group in joins.groups):
            members: Floats = members_of(drawn, joins, self.dying)[0][month]
            return members
        plans = scenario.participation
        ramps = joins, *((plans.of(one).curve, plans.of(one).ramp_months) for one in SEGMENTS)
        portions = self._same("portions", ramps, lambda: BlockSeats(drawn, joins).portions)
        seats = BlockSeats(drawn, joins, portions)
        weighed = scenario.monev, scenario.growth, scenario.retention, scenario.workforce
        weights: _Weights = self._same("weights", weighed, lambda: _Weights(seats, self.dying))
        return weights.members(seats)

    def _same(self, name: str, settings: object, made: Callable[[], Any]) -> Any:
        """The result of the last call, computed anew only if the settings it depends on have changed."""
        if name not in self.last or self.last[name][0] != settings:
            self.last[name] = settings, made()
        return self.last[name][1]


class EnrolledDraws:
    """The draws of a scenario up to one month (offset), and of scenarios that differ in settings not drawn.

    Safe to use from several threads.
    """

    def __init__(self, scenario: Scenario, baseline: Baseline, draws: int, month: int):
        self._turn = Lock()
        self.month, self.baseline, self.draws = month, baseline, draws
        self.short = scenario.model_copy(update={"horizon_months": max(1, month)})
        self.own = [path for path in OF_A_DRAW if not range_of(scenario, path)]
        drawn = draw_settings(self.short, baseline, scenario.uncertainty.seed, draws)
        rates = draw_death_rates(drawn)
        self.blocks = [
            _Block(at, _Kept(**vars(block)), monthly_deaths(block, rates.only(at)))
            for at, block in drawn.blocks(most=draws)
        ]

    def only(self, draws: Flags) -> "EnrolledDraws":
        """Some of these draws, in their order."""
        some = copy(self)
        some._turn = Lock()
        some.draws, some.blocks = int(draws.sum()), []
        place = np.cumsum(draws) - 1
        with self._turn:
            for block in self.blocks:
                inside = np.flatnonzero(draws[block.at])
                if inside.size:
                    dying = block.dying[:, inside] if block.dying.shape[1] > 1 else block.dying
                    same = {name: made for name, made in block.last.items() if name in OF_ALL_DRAWS}
                    some.blocks.append(_Block(place[block.at[inside]], block.drawn.only(inside), dying, same))
        return some

    def enrolled(self, scenario: Scenario, *, per_asn: bool = False) -> Floats:
        """Enrolled workers in the month, or enrolled per ASN; [draws].

        The scenario must have the same ranges, spreads and risk.
        """
        short = scenario.model_copy(update={"horizon_months": self.short.horizon_months})
        values = {path: setting_value(scenario, path) for path in self.own}
        own = {path: np.array([float(value)]) for path, value in values.items() if value is not None}
        result = np.empty(self.draws)
        with self._turn:
            for block in self.blocks:
                result[block.at] = block.members(short, own, self.month)
                if per_asn:
                    growth = (block.drawn.values | own)["workforce.asn_growth_per_year"]
                    result[block.at] /= self.baseline.asn.sum() * asn_factor(growth, self.month)
        return result


RECENT: OrderedDict[tuple[object, ...], EnrolledDraws] = OrderedDict()
_TURN = Lock()


def enrolled_draws(scenario: Scenario, baseline: Baseline, draws: int, month: int) -> EnrolledDraws:
    """A cached `EnrolledDraws`, shared by all scenarios with the same ranges, spreads and risk."""
    same = scenario.uncertainty, scenario.risk, baseline, draws, month
    with _TURN:
        made = RECENT.pop(same, None) or EnrolledDraws(scenario, baseline, draws, month)
        RECENT[same] = made
        if len(RECENT) > MOST_RECENT:
            RECENT.popitem(last=False)
    return made
