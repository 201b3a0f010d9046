"""Seeking with a wanted chance: where at least so many of the draws reach a value."""

import math
from functools import cache, cached_property

import numpy as np

from simulator.model.arrays import Floats
from simulator.model.baseline import Baseline
from simulator.model.scenario import Scenario
from simulator.model.simulation.enrolled_draws import EnrolledDraws
from simulator.planning.crossings import close_in, close_in_fast, nearest_crossing
from simulator.planning.levers import Track

LOOKS = 12  # places of a track looked at before closing in
FEW = 1000  # draws enough to see which way to go
TOLERANCE = 1e-12  # of a value that is to be reached
REDRAWN = ("uncertainty.", "risk.")
"""Settings that what is drawn hangs on: for each value of these all is drawn anew."""


class LikelySeek:
    """The place of a track nearest to now at which at least a share `likely` of the draws reaches `value`."""

    def __init__(
        self, track: Track, baseline: Baseline, metric: str, at: int, value: float, likely: float, draws: int
    ):
        self.track, self.baseline, self.at, self.draws = track, baseline, at, draws
        self.wanted = value - TOLERANCE * max(1.0, abs(value))
        self.likely, self.of_asn = likely, metric == "coverage_share"
        self._values = cache(self._fresh)

    def answer(self) -> tuple[float, float, str]:
        """The place, the share of the draws that reach the value there, and the reason, as of `Answer`."""
        track = self.track
        if self._level(track.now) >= self.wanted:
            return track.now, self.chance(track.now), "already"
        points = self._places()
        levels = np.array([self._level(x, FEW) for x in points])
        crossing = nearest_crossing(points, levels >= self.wanted, track.now)
        if crossing is not None:
            crossing = self._with_all_draws(points, crossing)
        if crossing is None:
            best = float(points[np.argmax(levels)])
            if np.ptp(levels) <= TOLERANCE * max(1.0, abs(levels).max()):
                return track.now, self.chance(track.now), "no_effect"
            if self._level(best) < self.wanted:
                return best, self.chance(best), "not_reachable"
            crossing = track.now, best
        if track.is_whole:
            x = close_in(self._level, *crossing, self.wanted, whole=True)
        else:
            x = close_in_fast(self._level, *crossing, self.wanted)
        return x, self.chance(x), "reached"

    def chance(self, x: float) -> float:
        """The share of draws that reach the value at a place."""
        return float((self._values(x, self.draws) >= self.wanted).mean())

    def _with_all_draws(self, points: Floats, crossing: tuple[float, float]) -> tuple[float, float] | None:
        """A crossing of few draws, narrowed by them, as all have it; None where they have it elsewhere."""
        outside, inside = crossing
        if self.draws <= FEW:
            return crossing
        if not self.track.is_whole:
            near = close_in_fast(lambda x: self._level(x, FEW), outside, inside, self.wanted)
            step = (inside - outside) / 64
            least, most = sorted((outside, inside))
            low, high = (min(max(near + by * step, least), most) for by in (-1, 1))
            if self._level(low) < self.wanted <= self._level(high):
                return low, high
        return crossing if self._level(outside) < self.wanted <= self._level(inside) else None

    def _places(self) -> Floats:
        """The places looked at: fewer than of a projection, as each takes all the draws."""
        points = self.track.points
        if len(points) <= LOOKS:
            return points
        some = points[np.linspace(0, len(points) - 1, LOOKS + 1).round().astype(int)]
        return np.unique(np.append(some, self.track.now))

    def _level(self, x: float, draws: int = 0) -> float:
        """What so large a share of the draws reaches at a place as is wanted."""
        values = self._values(x, draws or self.draws)
        rank = len(values) - max(1, math.ceil(self.likely * len(values) - 1e-9))
        return float(np.partition(values, rank)[rank])

    def _fresh(self, x: float, draws: int) -> Floats:
        """The metric's draws at a place; [draws]."""
        changed, count = self.track.at(x), min(draws, self.draws)
        if changed.horizon_months < self.at:
            return np.full(count, -np.inf)
        made = self._made(changed, count)
        enrolled = made.enrolled(changed)
        return enrolled / made.asn() if self.of_asn else enrolled

    def _made(self, changed: Scenario, draws: int) -> EnrolledDraws:
        if any(path.startswith(REDRAWN) for path in self.track.paths):
            return EnrolledDraws(changed, self.baseline, draws, self.at)
        return self._all if draws == self.draws else self._few

    @cached_property
    def _all(self) -> EnrolledDraws:
        return EnrolledDraws(self.track.scenario, self.baseline, self.draws, self.at)

    @cached_property
    def _few(self) -> EnrolledDraws:
        return EnrolledDraws(self.track.scenario, self.baseline, min(FEW, self.draws), self.at)
