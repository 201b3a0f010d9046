"""Attribution: divide a metric's difference between two scenarios among the settings that differ.

No order of the settings is preferred. A setting's part is its Shapley value: the mean change of the metric
when this setting is changed, over every order in which the settings could be changed one after the other
(L. S. Shapley, 1953). Parts add up to the difference.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from simulator.errors import Problem, UserError
from simulator.model.metrics import METRICS
from simulator.model.months import month_name
from simulator.model.parts import SEGMENTS
from simulator.model.programme import Programme
from simulator.model.projection import Projection, project
from simulator.model.scenario import Scenario, setting_value, with_values
from simulator.planning.by_unit import BY_UNIT
from simulator.planning.comparison import on_same_data, segments_of
from simulator.planning.groups import UnitGroup, unit_groups
from simulator.planning.other_data import is_same_office
from simulator.planning.players import (
    DATA,
    OF_SEGMENT,
    OVERRIDES,
    Player,
    by_block,
    players,
    segment_of_player,
)

# 2^12 projections; with more players, settings are pooled by their block of the file.
MOST_PLAYERS = 12
APART = {*OF_SEGMENT, "enrolled", "coverage_share", "units_joined", "joined", "left"}
"""Metrics for which a player that touches one segment only does not move the parts of the other segments."""


@dataclass(frozen=True)
class PlayerPart:
    """A player's contribution to the difference, in the metric's unit; parts add up to the difference.

    `moves` are its average changes of the metric after none, one, … all of the other players have moved; the
    part is their mean.
    """

    player: Player
    moves: tuple[float, ...]

    @property
    def value(self) -> float:
        """The Shapley value."""
        return float(np.mean(self.moves))


@dataclass(frozen=True, eq=False)
class Attribution:
    """The difference of a metric between two projections in one month, and its parts, the largest first.

    `grouped` means that there were more than MOST_PLAYERS. `without_part` are settings that differ but cannot
    move this metric. `by_segment` and `by_group` split the same difference over segments and, on the same
    data, over unit groups; both are empty for a metric that is not a sum over units.
    """

    metric: str
    month: int  # month number
    before: float
    after: float
    parts: tuple[PlayerPart, ...]
    grouped: bool
    without_part: tuple[str, ...]
    by_segment: tuple[tuple[str, float], ...]
    by_group: tuple[tuple[UnitGroup, float], ...]

    @property
    def total(self) -> float:
        """After minus before."""
        return self.after - self.before


def attribute(a: Projection, b: Projection, programme: Programme, metric: str, month: int) -> Attribution:
    """Split the difference of a metric, `b` minus `a` in one month number, over the settings that differ.

    Raises UserError for an unknown metric, a month not in both projections, data that do not fit both
    scenarios, and a result that does not exist in one of the scenarios or in a mixture of them (the claims
    ratio if nothing is paid in).
    """
    _check(a, b, metric, month)
    before, after = (float(METRICS[metric].series(p)[month - p.baseline.month]) for p in (a, b))
    moving, without_part = players(a, b, metric)
    grouped = len(moving) > MOST_PLAYERS
    moving = by_block(moving) if grouped else moving
    mixture = _Mixture(a, b, programme, moving, metric, month)
    values = np.array([mixture.value(chosen) for chosen in range(2 ** len(moving))])
    if np.isnan(values).any() or np.isnan([before, after]).any():
        raise UserError(Problem("undefined_result", "", month_name(month), metric=metric))
    parts = [PlayerPart(player, tuple(moves)) for player, moves in zip(moving, mean_moves(values).tolist())]
    parts.sort(key=lambda part: -abs(part.value))
    split = _split(a, b, metric, month)
    return Attribution(metric, month, before, after, tuple(parts), grouped, without_part, *split)


def mean_moves(values: np.ndarray) -> np.ndarray:
    """The mean marginal contribution of each player by number of others already in; [players, others].

    `values` [2^players] is the worth of every coalition; player i is bit i of the position. The mean over the
    number of others is the Shapley value.
    """
    count = len(values).bit_length() - 1
    coalitions = np.arange(len(values))
    size = np.array([int(coalition).bit_count() for coalition in coalitions])
    result = np.zeros((count, count))
    for player in range(count):
        without = coalitions[(coalitions >> player) & 1 == 0]
        moves = values[without | 1 << player] - values[without]
        result[player] = [moves[size[without] == others].mean() for others in range(count)]
    return result


class _Mixture:
    """Mixed scenarios, with some players as in `b` and the others as in `a`, and their metric in one month.

    A metric in APART is added up over segments, and each segment is computed once per combination of the
    players that move it: usually some hundred projections instead of thousands.
    """

    def __init__(
        self,
        a: Projection,
        b: Projection,
        programme: Programme,
        moving: Sequence[Player],
        metric: str,
        month: int,
    ):
        self.a, self.b, self.programme, self.players = a, b, programme, moving
        self.metric, self.month = metric, month
        self.special_a, self.special_b = (
            {f"{OVERRIDES}.{o.unit}": o for o in p.scenario.overrides} for p in (a, b)
        )
        of = [segment_of_player(player, (a.baseline, b.baseline)) for player in moving]
        self.moving = {
            segment: sum(1 << i for i, only in enumerate(of) if only in (None, segment))
            for segment in SEGMENTS
        }  # the bits of the players that move a segment
        self.known: dict[tuple[str, int], float] = {}

    def value(self, chosen: int) -> float:
        """The metric when the players with a bit set in `chosen` are as in `b`, the others as in `a`."""
        if self.metric not in APART:
            projection, at = self._projected(chosen)
            return float(METRICS[self.metric].series(projection)[at])
        keys = [(segment, chosen & moving) for segment, moving in self.moving.items()]
        if any(key not in self.known for key in keys):
            projection, at = self._projected(chosen)
            units, rows = BY_UNIT[self.metric](projection, at), projection.baseline.rows
            self.known |= {key: float(units[rows[key[0]]].sum()) for key in keys}
        return sum(self.known[key] for key in keys)

    def _projected(self, chosen: int) -> tuple[Projection, int]:
        """The mixture up to the month, and the month's offset; later months do not affect it."""
        moved = [player for i, player in enumerate(self.players) if chosen >> i & 1]
        settings = {path for player in moved for path in player.settings}
        baseline = (self.b if DATA in settings else self.a).baseline
        at = self.month - baseline.month
        return project(self._scenario(settings - {DATA}, max(1, at)), baseline, self.programme), at

    def _scenario(self, settings: set[str], horizon_months: int) -> Scenario:
        special = [o for path, o in self.special_a.items() if path not in settings]
        special += [o for path, o in self.special_b.items() if path in settings]
        plain = [path for path in settings if not path.startswith(OVERRIDES)]
        changes: dict[str, Any] = {path: setting_value(self.b.scenario, path) for path in plain}
        changes |= {"horizon_months": horizon_months, OVERRIDES: tuple(special)}
        return with_values(self.a.scenario, changes)


def _split(
    a: Projection, b: Projection, metric: str, month: int
) -> tuple[tuple[tuple[str, float], ...], tuple[tuple[UnitGroup, float], ...]]:
    """The difference by segment, and by unit group if both projections are on the same data."""
    if metric not in BY_UNIT:
        return (), ()
    of_a, of_b = (BY_UNIT[metric](p, month - p.baseline.month) for p in (a, b))  # [units] each
    by_segment = tuple(
        (s, float(of_b[b.baseline.rows[s]].sum() - of_a[a.baseline.rows[s]].sum()))
        for s in segments_of([a, b])
    )
    rows = unit_groups(a.baseline) if on_same_data([a, b]) else ()
    return by_segment, tuple((row, float(row.total(of_b - of_a))) for row in rows)


def _check(a: Projection, b: Projection, metric: str, month: int) -> None:
    problems = unknown_metric(metric)
    first, last = months_of_both(a, b)
    if first > last:
        problems.append(Problem("no_month_in_both", "--month"))
    elif not first <= month <= last:
        ends = {"first": month_name(first), "last": month_name(last)}
        problems.append(Problem("outside_projection", "--month", month_name(month), **ends))
    if not on_same_data([a, b]):
        lost = [
            (o.unit, other.baseline.name)
            for p, other in ((a, b), (b, a))
            for o in p.scenario.overrides
            if not is_same_office(o.unit, p.baseline, other.baseline)
        ]
        problems += [Problem("data_do_not_fit", "", unit, baseline=name) for unit, name in lost]
    if problems:
        raise UserError(*problems)


def unknown_metric(metric: str) -> list[Problem]:
    """The problem with an unknown metric name; an empty list if the name is known."""
    if metric in METRICS:
        return []
    return [Problem("not_one_of", "--metric", metric, allowed=", ".join(METRICS))]


def months_of_both(a: Projection, b: Projection) -> tuple[int, int]:
    """First and last month number that both projections have; first > last if they share none."""
    return max(int(a.months[0]), int(b.months[0])), min(int(a.months[-1]), int(b.months[-1]))
