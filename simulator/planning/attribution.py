"""Why two scenarios differ: the part of each changed setting in the difference of a metric, whatever the order of the changes.

A part is the Shapley value: the mean, over every order in which the settings could be changed one after the other, of what the metric
moves when this one is changed (L. S. Shapley, 1953). Parts add up to the difference.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import factorial

import numpy as np

from simulator.errors import Problem, UserError
from simulator.model.baseline import Baseline
from simulator.model.metrics import METRICS
from simulator.model.months import month_name
from simulator.model.programme import Programme
from simulator.model.projection import Projection, project
from simulator.model.scenario import SEGMENTS, Scenario, changed_settings, setting_value, with_values
from simulator.planning.by_unit import BY_UNIT
from simulator.planning.comparison import on_same_data
from simulator.planning.groups import UnitGroup, unit_groups

MOST_PLAYERS = 12  # 2^12 projections; beyond that, settings are taken together by their block of the file
DATA, OVERRIDES = "baseline", "overrides"
NO_RESULT = (
    "horizon_months",
    "uncertainty.",
)  # nothing in a month that both projections have depends on these
OF_SEGMENT = {f"enrolled_{segment}": segment for segment in SEGMENTS}
CONTRIBUTION = {
    f"contribution.{name}" for name in ("income_base_idr", "include_jht", "relief_applies", "transport_share")
}
JKM, ACCIDENTS = (
    {"risk.scholarship_per_death_idr"},
    {"risk.accidents_per_1000_year", "risk.fatal_share", "risk.nonfatal_cost_idr"},
)
JKK = JKM | ACCIDENTS | {"contribution.income_base_idr"}
MONEY = CONTRIBUTION | JKK
READS_MONEY: dict[str, set[str]] = {
    **dict.fromkeys(
        (
            "enrolled",
            "coverage_share",
            "enrolled_opd",
            "enrolled_kecamatan",
            "enrolled_other",
            "units_joined",
            "joined",
            "left",
            "deaths",
        ),
        set(),
    ),
    "contributions_idr": CONTRIBUTION,
    "jkm_payouts_idr": JKM,
    "jkk_payouts_idr": JKK,
    "payouts_idr": JKK,
    "claims_ratio": JKK | CONTRIBUTION - {"contribution.include_jht"},
}
"""The settings of MONEY a metric reads; the others of MONEY move neither people nor it, and nor does the target. A metric that is not here may read all."""


@dataclass(frozen=True)
class Player:
    """Settings that change together. `key` is a setting's path, `overrides.ROW` with the key of a row of the units' table, a block, or `baseline`.

    `settings` are paths of the file; `overrides.CODE` is the special setting of a unit.
    """

    key: str
    settings: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """What a player moves the metric by, in the metric's unit; parts add up to the difference."""

    player: Player
    value: float


@dataclass(frozen=True, eq=False)
class Attribution:
    """The difference of a metric between two projections in one month, and its parts, the largest first.

    `grouped`: there were more than MOST_PLAYERS. `without_part` are settings that differ and cannot move this metric. `by_segment` and
    `by_row` split the same difference over segments and, on the same data, over the rows of the units' table; both are empty for a
    metric that is no sum over units.
    """

    metric: str
    month: int  # month number
    before: float
    after: float
    parts: tuple[Part, ...]
    grouped: bool
    without_part: tuple[str, ...]
    by_segment: tuple[tuple[str, float], ...]
    by_row: tuple[tuple[UnitGroup, float], ...]

    @property
    def total(self) -> float:
        """After less before."""
        return self.after - self.before


def attribute(a: Projection, b: Projection, programme: Programme, metric: str, month: int) -> Attribution:
    """Splits what a metric in a month (a month number) is more in `b` than in `a` over the settings in which they differ.

    Raises UserError for an unknown metric, a month not in both projections, data that do not fit both scenarios, and a result that does
    not exist in one of the scenarios or in a mixture of them (the claims ratio where nothing is paid in).
    """
    _check(a, b, metric, month)
    before, after = (float(METRICS[metric].series(p)[month - p.baseline.month]) for p in (a, b))
    found, without_part = players(a, b, metric)
    grouped = len(found) > MOST_PLAYERS
    found = by_block(found) if grouped else found
    mixture = _Mixture(a, b, programme, metric, month, found)
    values = np.array([mixture.value(chosen) for chosen in range(2 ** len(found))])
    if np.isnan(values).any() or np.isnan([before, after]).any():
        raise UserError([Problem("undefined_result", "", month_name(month), {"metric": metric})])
    parts = [Part(player, float(value)) for player, value in zip(found, shapley(values))]
    return Attribution(
        metric,
        month,
        before,
        after,
        tuple(sorted(parts, key=lambda part: -abs(part.value))),
        grouped,
        without_part,
        *_split(a, b, metric, month),
    )


def shapley(values: np.ndarray) -> np.ndarray:
    """Shapley values [players] of a game; `values` [2^players] are the worth of every coalition, player i being bit i of the position."""
    count = len(values).bit_length() - 1
    coalitions = np.arange(len(values))
    size = sum((coalitions >> i) & 1 for i in range(count)) if count else coalitions
    weight = np.array([factorial(s) * factorial(count - s - 1) / factorial(count) for s in range(count)])
    result = np.zeros(count)
    for i in range(count):
        without = coalitions[(coalitions >> i) & 1 == 0]
        result[i] = (weight[size[without]] * (values[without | 1 << i] - values[without])).sum()
    return result


def players(a: Projection, b: Projection, metric: str) -> tuple[list[Player], tuple[str, ...]]:
    """The players of a difference, and the settings that differ without being able to move the metric.

    On the same data special settings are players by row of the units' table, so that a unit without published figures is seen in its group
    only; on different data, whose rows are not alike, all of them are one.
    """
    changed = [path for path, *_ in changed_settings(a.scenario, b.scenario)]
    without_part = tuple(path for path in changed if _cannot_move(path, a, b, metric))
    moving = [path for path in changed if path not in without_part]
    found = [Player(path, (path,)) for path in moving if not path.startswith(OVERRIDES)]
    special = [path for path in moving if path.startswith(OVERRIDES)]
    if not on_same_data([a, b]):
        return [
            Player(DATA, (DATA,)),
            *found,
            *([Player(OVERRIDES, tuple(special))] if special else []),
        ], without_part
    for row in unit_groups(a.baseline) if special else ():
        codes = {f"{OVERRIDES}.{a.baseline.codes[i]}" for i in row.units}
        of_row = tuple(path for path in special if path in codes)
        found += [Player(f"{OVERRIDES}.{row.key}", of_row)] if of_row else []
    return found, without_part


def by_block(found: Iterable[Player]) -> list[Player]:
    """Players taken together by block of the file, such as `participation.opd` or `risk`; special settings are one."""
    blocks: dict[str, list[str]] = {}
    for player in found:
        block = (
            player.key
            if player.key == DATA
            else OVERRIDES
            if player.key.startswith(OVERRIDES)
            else player.key.rpartition(".")[0]
        )
        blocks.setdefault(block, []).extend(player.settings)
    return [Player(block, tuple(settings)) for block, settings in blocks.items()]


def _cannot_move(path: str, a: Projection, b: Projection, metric: str) -> bool:
    """Whether a setting moves a metric in no mixture of two scenarios, whatever the others are."""
    known = metric in READS_MONEY
    if (
        path.startswith(NO_RESULT)
        or known
        and (path.startswith("target.") or path in MONEY - READS_MONEY[metric])
    ):
        return True
    segment = _segment_of(path, (a.baseline, b.baseline))
    if segment is not None and (
        OF_SEGMENT.get(metric, segment) != segment or not any(len(p.baseline.rows[segment]) for p in (a, b))
    ):
        return True

    def both(setting: str, value) -> bool:
        return all(setting_value(p.scenario, setting) == value for p in (a, b))

    if (
        path.startswith("monev.")
        and both("monev.first_month", None)
        or path == "contribution.transport_share"
        and both("contribution.relief_applies", False)
    ):
        return True
    return path.startswith("risk.prior_") and not any(
        p.scenario.risk.deaths_per_1000_year is None for p in (a, b)
    )


def _segment_of(path: str, baselines: Sequence[Baseline]) -> str | None:
    """The only segment whose units a setting touches, None where it touches several."""
    area, _, rest = path.partition(".")
    if area == OVERRIDES:
        named = {baseline.segments[baseline.index[rest]] for baseline in baselines}
        return named.pop() if len(named) == 1 else None
    if area == "participation":
        return rest.partition(".")[0]
    return rest.removeprefix("new_") if area == "monev" and rest.removeprefix("new_") in SEGMENTS else None


class _Mixture:
    """Scenarios between two: some players as in `b`, the others as in `a`."""

    def __init__(
        self,
        a: Projection,
        b: Projection,
        programme: Programme,
        metric: str,
        month: int,
        found: Sequence[Player],
    ):
        self.a, self.b, self.programme, self.month, self.found = a, b, programme, month, found
        self.series: Callable[[Projection], np.ndarray] = METRICS[metric].series
        self.special_a, self.special_b = (
            {f"{OVERRIDES}.{o.unit}": o for o in p.scenario.overrides} for p in (a, b)
        )

    def value(self, chosen: int) -> float:
        """The metric with the players whose bits are set as in `b`."""
        settings = {
            path for i, player in enumerate(self.found) if chosen >> i & 1 for path in player.settings
        }
        baseline = (self.b if DATA in settings else self.a).baseline
        at = self.month - baseline.month
        mixed = self._scenario(settings - {DATA}, max(1, at))  # later months move nothing in this one
        return float(self.series(project(mixed, baseline, self.programme))[at])

    def _scenario(self, settings: set[str], horizon_months: int) -> Scenario:
        special = [o for path, o in self.special_a.items() if path not in settings] + [
            o for path, o in self.special_b.items() if path in settings
        ]
        changes = {
            path: setting_value(self.b.scenario, path) for path in settings if not path.startswith(OVERRIDES)
        }
        return with_values(
            self.a.scenario, changes | {"horizon_months": horizon_months, OVERRIDES: tuple(special)}
        )


def _split(
    a: Projection, b: Projection, metric: str, month: int
) -> tuple[tuple[tuple[str, float], ...], tuple[tuple[UnitGroup, float], ...]]:
    """The difference by segment, and by row of the units' table where both stand on the same data."""
    if metric not in BY_UNIT:
        return (), ()
    of_a, of_b = (BY_UNIT[metric](p, month - p.baseline.month) for p in (a, b))  # [units] each
    segments = [s for s in SEGMENTS if any(len(p.baseline.rows[s]) for p in (a, b))]
    by_segment = tuple(
        (s, float(of_b[b.baseline.rows[s]].sum() - of_a[a.baseline.rows[s]].sum())) for s in segments
    )
    rows = unit_groups(a.baseline) if on_same_data([a, b]) else ()
    return by_segment, tuple((row, float(row.total(of_b - of_a))) for row in rows)


def _check(a: Projection, b: Projection, metric: str, month: int) -> None:
    problems = unknown_metric(metric)
    first, last = months_of_both(a, b)
    if first > last:
        problems.append(Problem("no_month_in_both", "--month"))
    elif not first <= month <= last:
        problems.append(
            Problem(
                "outside_projection",
                "--month",
                month_name(month),
                {"first": month_name(first), "last": month_name(last)},
            )
        )
    if not on_same_data([a, b]):
        lost = [
            (o.unit, other.baseline.name)
            for p, other in ((a, b), (b, a))
            for o in p.scenario.overrides
            if o.unit not in other.baseline.index
        ]
        problems += [Problem("data_do_not_fit", "", unit, {"baseline": name}) for unit, name in lost]
    if problems:
        raise UserError(problems)


def unknown_metric(metric: str) -> list[Problem]:
    """What is wrong with the name of a metric: one problem, or none."""
    return (
        []
        if metric in METRICS
        else [Problem("not_one_of", "--metric", metric, {"allowed": ", ".join(METRICS)})]
    )


def months_of_both(a: Projection, b: Projection) -> tuple[int, int]:
    """First and last month number that both projections have; the first lies after the last where they share none."""
    return max(int(a.months[0]), int(b.months[0])), min(int(a.months[-1]), int(b.months[-1]))


__all__ = [
    "MOST_PLAYERS",
    "DATA",
    "OVERRIDES",
    "Player",
    "Part",
    "Attribution",
    "attribute",
    "shapley",
    "players",
    "by_block",
    "unknown_metric",
    "months_of_both",
]
