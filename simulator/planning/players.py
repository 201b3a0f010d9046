"""The settings in which two scenarios differ, as players of a game, and those that cannot move a metric."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from simulator.model.baseline import Baseline
from simulator.model.parts import SEGMENTS
from simulator.model.projection import Projection
from simulator.model.ranges import RANGES, changed_ranges
from simulator.model.scenario import changed_settings, setting_value
from simulator.planning.comparison import on_same_data, segments_of
from simulator.planning.groups import unit_groups

DATA, OVERRIDES = "baseline", "overrides"
# No month that both projections have depends on these.
NO_RESULT = ("horizon_months", "uncertainty.")
OF_SEGMENT = {f"enrolled_{segment}": segment for segment in SEGMENTS}
CONTRIBUTION = {
    f"contribution.{name}" for name in ("income_base_idr", "include_jht", "relief_applies", "transport_share")
}
JKM = {"risk.scholarship_per_death_idr"}
ACCIDENTS = {"risk.accidents_per_1000_year", "risk.fatal_share", "risk.nonfatal_cost_idr"}
JKK = JKM | ACCIDENTS | {"contribution.income_base_idr"}
MONEY = CONTRIBUTION | JKK
READS_MONEY: dict[str, set[str]] = {
    **{
        name: set()
        for name in (*OF_SEGMENT, "enrolled", "coverage_share", "units_joined", "joined", "left", "deaths")
    },
    "contributions_idr": CONTRIBUTION,
    "jkm_payouts_idr": JKM,
    "jkk_payouts_idr": JKK,
    "payouts_idr": JKK,
    "claims_ratio": JKK | CONTRIBUTION - {"contribution.include_jht"},
}
"""The settings of MONEY that each metric depends on; the other ones, and the target, cannot move it.

A metric that is not listed may depend on all of them.
"""


@dataclass(frozen=True)
class Player:
    """Settings that change together.

    `key` is a setting's path, `overrides.GROUP` with the key of a unit group, a block of the file, or
    `baseline`; `settings` are paths of the file, with `overrides.CODE` for the special setting of a unit.
    """

    key: str
    settings: tuple[str, ...]


def players(a: Projection, b: Projection, metric: str) -> tuple[list[Player], tuple[str, ...]]:
    """The players of a difference, and the settings and ranges that differ without moving the metric.

    On the same data special settings are players by unit group, so that a unit without published figures
    appears only in its group; on different data the groups do not match, so all of them form one player.
    """
    changed = [path for path, *_ in changed_settings(a.scenario, b.scenario)]
    ranges = (f"{RANGES}{path}" for path, *_ in changed_ranges(a.scenario, b.scenario))
    without_part = (*(path for path in changed if _cannot_move(path, a, b, metric)), *ranges)
    moving = [path for path in changed if path not in without_part]
    of_settings = [Player(path, (path,)) for path in moving if not path.startswith(OVERRIDES)]
    special = [path for path in moving if path.startswith(OVERRIDES)]
    if not on_same_data([a, b]):
        together = [Player(OVERRIDES, tuple(special))] if special else []
        return [Player(DATA, (DATA,)), *of_settings, *together], without_part
    for row in unit_groups(a.baseline) if special else ():
        codes = {f"{OVERRIDES}.{a.baseline.codes[i]}" for i in row.units}
        of_row = tuple(path for path in special if path in codes)
        of_settings += [Player(f"{OVERRIDES}.{row.key}", of_row)] if of_row else []
    return of_settings, without_part


def by_block(single: Iterable[Player]) -> list[Player]:
    """Players pooled by block of the file, for example `risk`; all special settings form one player."""
    blocks: dict[str, list[str]] = {}
    for player in single:
        special = player.key.startswith(OVERRIDES)
        block = OVERRIDES if special else player.key.rpartition(".")[0] or player.key
        blocks.setdefault(block, []).extend(player.settings)
    return [Player(block, tuple(settings)) for block, settings in blocks.items()]


def _cannot_move(path: str, a: Projection, b: Projection, metric: str) -> bool:
    """Whether a setting cannot move a metric in any mixture of two scenarios."""
    if path.startswith(NO_RESULT):
        return True
    if metric in READS_MONEY and (path.startswith("target.") or path in MONEY - READS_MONEY[metric]):
        return True
    segment = _segment_of(path, (a.baseline, b.baseline))
    if segment is not None and (
        OF_SEGMENT.get(metric, segment) != segment or segment not in segments_of([a, b])
    ):
        return True

    def both(setting: str, value: Any) -> bool:
        return all(setting_value(p.scenario, setting) == value for p in (a, b))

    no_monev, no_push = both("monev.first_month", None), both("growth.push_share", 0.0)
    if path.startswith(("monev.", "growth.push")):
        return no_monev or no_push and path in ("growth.push_half_life_months", "growth.push_repeat_factor")
    if path == "growth.ceiling_share":
        return both("growth.background_share_per_month", 0.0) and (no_monev or no_push)
    if path == "contribution.transport_share":
        return both("contribution.relief_applies", False)
    rates = [p.scenario.risk.deaths_per_1000_year for p in (a, b)]
    return path.startswith("risk.prior_") and None not in rates


def segment_of_player(player: Player, baselines: Sequence[Baseline]) -> str | None:
    """The only segment with units that a player affects, None if it affects several."""
    touched = {_segment_of(path, baselines) for path in player.settings}
    return touched.pop() if len(touched) == 1 else None


def _segment_of(path: str, baselines: Sequence[Baseline]) -> str | None:
    """The only segment with units that a setting affects, None if it affects several."""
    area, _, rest = path.partition(".")
    if area == OVERRIDES:
        named = {baseline.segments[baseline.index[rest]] for baseline in baselines}
        return named.pop() if len(named) == 1 else None
    if area == "participation":
        return rest.partition(".")[0]
    segment = rest.removeprefix("new_")
    return segment if area == "monev" and segment in SEGMENTS else None
