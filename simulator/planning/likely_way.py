"""What a floor has to be for a wanted chance of the target, where what it takes has answered with a floor."""

from dataclasses import dataclass

from simulator.model.programme import Programme
from simulator.model.projection import Projection, project
from simulator.model.scenario import FLOORS, setting_value, with_values
from simulator.planning.levers import floor_track
from simulator.planning.likely_seek import LikelySeek
from simulator.planning.target_levers import FLOOR_LEVERS
from simulator.planning.what_it_takes import Way, WhatItTakes

LIKELY = 0.8  # the chance asked for: four of five


@dataclass(frozen=True, eq=False)
class LikelyWay:
    """A way with its floors where `LIKELY` of the draws meet the target in its month, or as many as can.

    `value` is the share they are raised to, `chance` the share of draws that meet it there.
    """

    way: Way
    value: float
    chance: float
    reason: str  # as of `goal_seek.Answer`
    draws: int
    projection: Projection

    @property
    def paths(self) -> tuple[str, ...]:
        """The floors that are raised."""
        return floors_of(self.way)


def floors_of(way: Way) -> tuple[str, ...]:
    """The floors that a way raises; none where it is of another kind."""
    return tuple(FLOORS[segment] for segment in FLOOR_LEVERS.get(way.lever, ()))


def likely_way(way: Way, programme: Programme) -> LikelyWay | None:
    """The floors of a way that meets the target, for the wanted chance; None where it raises none."""
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
    """What the first way's floors have to be; where they cannot, also those of the first way that can.

    Ways that are over in the month `today` (a number) are left out. Of a target that the line meets they are
    its own floors, raised from where they are: that the line meets it says little of its chance.
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
    """The ways of a target that is not met, the one to name first in front; none where that one is over."""
    if answer.first is None or answer.first.is_over(today):
        return []
    others = (way for way in answer.ways if way is not answer.first and not way.is_over(today))
    return [answer.first, *others]


def _floors_of_met(answer: WhatItTakes, today: int) -> list[Way]:
    """The floors that can be raised yet, as ways from the scenario to itself; none of a past month."""
    p, month = answer.projection, answer.status.month
    if month < 1 or p.baseline.month + month < today:
        return []
    ways = (Way(name, "planned", None, "in_time", month, p, p) for name in FLOOR_LEVERS)
    return [way for way in ways if _can_be_raised(way)]


def _can_be_raised(way: Way) -> bool:
    """Whether there are units under each of its floors, and one of these is below all of their ASN."""
    has_units = all(len(way.present.baseline.rows[segment]) for segment in FLOOR_LEVERS[way.lever])
    return has_units and min(setting_value(way.present.scenario, path) for path in floors_of(way)) < 1
