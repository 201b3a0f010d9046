"""Seeking with a wanted chance: the place at which enough of the draws reach a value."""

import math
from collections.abc import Callable
from functools import cache, cached_property

import numpy as np

from simulator.model.arrays import Floats
from simulator.model.baseline import Baseline
from simulator.model.simulation.enrolled_draws import EnrolledDraws, enrolled_draws
from simulator.planning.crossings import close_in, closed_in_on_draws, largest, nearest_crossing
from simulator.planning.levers import Track

LOOKS = 12  # places of a track computed before narrowing down
FEW = 1000  # draws sufficient to find the direction
CLOSE = 1e-6  # of the interval between two places: near enough, because each evaluation is expensive
TOLERANCE = 1e-12  # relative to the value that is to be reached
REDRAWN = ("uncertainty.", "risk.")
"""Settings that determine the draws: for each of their values everything is drawn anew."""


class LikelySeek:
    """The place of a track nearest to now at which at least a share `likely` of the draws reaches `value`."""

    def __init__(
        self, track: Track, baseline: Baseline, metric: str, at: int, value: float, likely: float, draws: int
    ):
        self.track, self.baseline, self.at, self.draws = track, baseline, at, draws
        self.wanted = value - TOLERANCE * max(1.0, abs(value))
        self.likely, self.per_asn = likely, metric == "coverage_share"
        self._values, self._drawn = cache(self._fresh), cache(self._shared)

    def answer(self) -> tuple[float, float, str]:
        """The place, the share of draws that reach the value there, and the reason, as in `SeekResult`."""
        track = self.track
        if self._level(track.now) >= self.wanted:
            return track.now, self.chance(track.now), "already"
        points = self._places()
        crossing = nearest_crossing(points, lambda i: self._level(points[i], FEW) >= self.wanted, track.now)
        if crossing is not None:
            crossing = self._of_all_draws(points, crossing)
        if crossing is None:
            levels = np.array([self._level(x, FEW) for x in points])
            if np.ptp(levels) <= TOLERANCE * max(1.0, abs(levels).max()):
                return track.now, self.chance(track.now), "no_effect"
            best = self._likeliest(points)
            if self._level(best) < self.wanted:
                return best, self.chance(best), "not_reachable"
            crossing = track.now, best
        x = self._closed_in(*crossing)
        return x, self.chance(x), "reached"

    def chance(self, x: float, draws: int = 0) -> float:
        """The share of draws that reach the value at a place."""
        return float((self._values(x, draws or self.draws) >= self.wanted).mean())

    def _likeliest(self, points: Floats) -> float:
        """The place with the greatest chance, which need not be the one with the highest level."""
        places = points.tolist()
        best = max(places, key=lambda x: (self.chance(x, FEW), self._level(x, FEW)))
        now = self.track.now
        return now if self.chance(now) > self.chance(best) else best

    def _of_all_draws(self, points: Floats, crossing: tuple[float, float]) -> tuple[float, float] | None:
        """The neighbouring points at which all draws cross, near those at which few do; None without any."""
        outside, inside = map(int, np.searchsorted(points, crossing))
        step = inside - outside
        while self._level(points[inside]) < self.wanted:
            outside, inside = inside, inside + step
            if not 0 <= inside < len(points):
                return None
        while self._level(points[outside]) >= self.wanted:  # ends at the present place at the latest
            outside, inside = outside - step, outside
        return float(points[outside]), float(points[inside])

    def _closed_in(self, outside: float, inside: float) -> float:
        """The crossing between two places, of which only the second reaches the value.

        Only draws that differ between the two places in whether they reach the value are computed again. If
        the result then fails with all draws, because another draw changes in between, all are computed.
        """
        track = self.track

        def closed(level: Callable[[float], float]) -> float:
            return close_in(level, outside, inside, self.wanted, whole=track.is_whole, close=CLOSE)

        if self._redraws or track.is_whole:
            return closed(self._level)
        there, before = self._values(inside, self.draws), self._values(outside, self.draws)
        is_open = (there >= self.wanted) != (before >= self.wanted)
        some, needed = self._drawn(self.draws).only(is_open), self._needed(self.draws)
        needed -= int((there[~is_open] >= self.wanted).sum())
        ends = (outside, before[is_open]), (inside, there[is_open])
        x = closed_in_on_draws(lambda x: self._found(some, x), *ends, self.wanted, needed, CLOSE)
        return x if self._level(x) >= self.wanted else closed(self._level)

    def _places(self) -> Floats:
        """The places to compute: fewer than for a projection, because each takes all the draws."""
        points = self.track.points
        if len(points) <= LOOKS:
            return points
        some = points[np.linspace(0, len(points) - 1, LOOKS + 1).round().astype(int)]
        return np.unique(np.append(some, self.track.now))

    def _level(self, x: float, draws: int = 0) -> float:
        """The value that the wanted share of draws reaches at a place."""
        values = self._values(x, draws or self.draws)
        return largest(values, self._needed(len(values)))

    def _needed(self, draws: int) -> int:
        return max(1, math.ceil(self.likely * draws - 1e-9))

    def _fresh(self, x: float, draws: int) -> Floats:
        """The metric's draws at a place; [draws]."""
        count = min(draws, self.draws)
        if self._redraws:
            made = EnrolledDraws(self.track.at(x), self.baseline, count, self.at)
        else:
            made = self._drawn(count)
        return self._found(made, x)

    def _found(self, made: EnrolledDraws, x: float) -> Floats:
        changed = self.track.at(x)
        if changed.horizon_months < self.at:
            return np.full(made.draws, -np.inf)
        return made.enrolled(changed, per_asn=self.per_asn)

    @cached_property
    def _redraws(self) -> bool:
        return any(path.startswith(REDRAWN) for path in self.track.paths)

    def _shared(self, draws: int) -> EnrolledDraws:
        return enrolled_draws(self.track.scenario, self.baseline, draws, self.at)
