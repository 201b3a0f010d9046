"""The floor needed to meet the target with a wanted chance, when `what_it_takes` answers with a floor."""

from dataclasses import dataclass

from simulator.model.programme import Programme
from simulator.model.projection import Projection, project
from simulator.model.scenario import FLOORS, setting_value, with_values
from simulator.planning.levers import floor_track
from simulator.planning.likely_seek import LikelySeek
from simulator.planning.target_levers import FLOOR_LEVERS
from simulator.planning.what_it_takes import Way, WhatItTakes

LIKELY = 0.8  # the wanted chance: four of five


@dataclass(frozen=True, eq=False)
class LikelyWay:
    """A way with floors at which `LIKELY` of the draws, or as many as possible, meet the target in its month.

    `value` is the share the floors are raised to, `chance` the share of draws that then meet the target.
    """

    way: Way
    value: float
    chance: float
    reason: str  # as in `goal_seek.SeekResult`
    draws: int
    projection: Projection

    @property
    def paths(self) -> tuple[str, ...]:
        """The floors that are raised."""
        return floors_of(self.way)


def floors_of(way: Way) -> tuple[str, ...]:
    """The paths of the floors that a way raises; none if it is of another kind."""
    return tuple(FLOORS[segment] for segment in FLOOR_LEVERS.get(way.lever, ()))


def likely_way(way: Way, programme: Programme) -> LikelyWay | None:
    """A way's floors for the wanted chance; None if it raises none or never meets the target."""
    paths, scenario, baseline = floors_of(way), way.projection.scenario, way.projection.baseline
    if way.when == "never" or not paths:
        return None
    before = {path: setting_value(way.present.scenario, path) for path in paths}
    track = floor_track(with_values(scenario, before), paths)
    draws, target = scenario.uncertainty.draws, scenario.target.coverage_share
    search = LikelySeek(track, baseline, "coverage_share", way.month, target, LIKELY, draws)
    x, chance, reason = search.answer()
    there = project(track.at(x), baseline, programme)
    return LikelyWay(way, x, chance, reason, draws, there)


def likely_ways(answer: WhatItTakes, programme: Programme, today: int) -> tuple[LikelyWay, ...]:
    """The first way's floors for the wanted chance; if they do not suffice, also the first way that does.

    Ways that are over in the month `today` (a month number) are left out. If the projection meets the target
    already, the scenario's own floors are raised from their present values, because meeting the target in the
    projection says little about the chance.
    """
    ways = _floors_of_met(answer, today) if answer.status.met else _not_over(answer, today)
    first = likely_way(ways[0], programme) if ways else None
    if first is None or first.reason != "not_reachable":
        return (first,) if first else ()
    for way in ways[1:]:
        other = likely_way(way, programme)
        if other and other.reason != "not_reachable":
            return first, other
    return (first,)


def _not_over(answer: WhatItTakes, today: int) -> list[Way]:
    """The ways of a target that is not met, with the first to name in front; none if that one is over."""
    if answer.first is None or answer.first.is_past(today):
        return []
    others = (way for way in answer.ways if way is not answer.first and not way.is_past(today))
    return [answer.first, *others]


def _floors_of_met(answer: WhatItTakes, today: int) -> list[Way]:
    """The floors that can still be raised, as ways from the scenario to itself; none for a past month."""
    p, month = answer.projection, answer.status.month
    if month < 1 or p.baseline.month + month < today:
        return []
    ways = (Way(name, "planned", None, "in_time", month, p, p) for name in FLOOR_LEVERS)
    return [way for way in ways if _can_be_raised(way)]


def _can_be_raised(way: Way) -> bool:
    """Whether each of its floors applies to some unit, and at least one floor is below 100 %."""
    has_units = all(len(way.present.baseline.rows[segment]) for segment in FLOOR_LEVERS[way.lever])
    return has_units and min(setting_value(way.present.scenario, path) for path in floors_of(way)) < 1
