"""The settings of every draw: ranges, a shared leadership factor, each office's own part.

See docs/model.md, section 7.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np

from simulator.model.arrays import Floats, Whole
from simulator.model.baseline import Baseline
from simulator.model.ranges import from_scale, middle_and_half, range_of
from simulator.model.scenario import FLOORS, Scenario, setting_value
from simulator.model.simulation import numbers
from simulator.model.simulation.kept import columns, kept_normals
from simulator.model.uncertainty import RANGED

STANDARD = 1.6448536  # the 95 % point of a standard normal number
LEADERSHIP = {
    "delivery.realised_share": 1,
    "delivery.pledge_share": 1,
    "growth.push_share": 1,
    "retention.refill_share_per_month": 1,
    "retention.lapse_share_per_month": -1,
}
"""The settings correlated with the leadership of the regency, and the sign of the correlation."""
OF_A_DRAW = (*RANGED, *FLOORS.values())
"""Settings that may differ between draws; floors have no range, but scenarios differ in them."""
BY_OFFICE = ("delivery.realised_share", "delivery.pledge_share")
DELAY = "delivery.join_delay_months"
BLOCK = 4000  # draws for which seats are computed at a time


@dataclass(frozen=True, eq=False)
class Drawn:
    """The settings of some draws; a value that is the same in all of them has length 1 instead of [draws]."""

    scenario: Scenario
    baseline: Baseline
    seed: int
    draws: numbers.Keys  # [draws] from 0
    values: dict[str, Floats]  # by path, each [draws] or [1]
    normals: dict[str, Floats]  # by the path of each setting that is drawn: its standard normal; [draws]

    def only(self, draws: Whole | slice) -> "Drawn":
        """The settings of some of these draws, by position."""
        values = {path: v[draws] if len(v) > 1 else v for path, v in self.values.items()}
        return replace(
            self,
            draws=self.draws[draws],
            values=values,
            normals={path: z[draws] for path, z in self.normals.items()},
        )

    def blocks(self, most: int = BLOCK) -> Iterator[tuple[Whole, "Drawn"]]:
        """Blocks of at most `most` draws with the same delay, each with its positions."""
        delays = np.broadcast_to(self.values[DELAY], self.draws.shape)
        for delay in sorted(set(self.values[DELAY].tolist())):  # numpy.unique would load masked arrays
            same = np.flatnonzero(delays == delay)
            for first in range(0, len(same), most):
                positions = same[first : first + most]
                yield positions, self.only(columns(positions))

    def of_offices(self, path: str, rows: Whole) -> Floats:  # [units or 1, draws or 1]
        """A setting of BY_OFFICE for these units: a common part plus each office's own part."""
        given = range_of(self.scenario, path)
        own = self.scenario.uncertainty.unit_variance_share
        if path not in self.normals or given is None or own == 0:
            return self.values[path][None]
        middle, half = middle_and_half(given)
        spread = half / STANDARD
        on_scale = office_normals(self.seed, path, self.baseline, rows, self.draws)
        on_scale *= (spread * np.sqrt(own / self.offices[rows]))[:, None]
        on_scale += middle + spread * np.sqrt(1 - own) * self.normals[path]
        return from_scale(path, on_scale)

    @cached_property
    def offices(self) -> Floats:  # [units]
        """The size of each unit in offices of average size, at least one."""
        asn, opd = self.baseline.asn, self.baseline.rows["opd"]
        mean = asn[opd].mean() if len(opd) else np.inf
        return np.maximum(1, asn / mean)


def draw_settings(scenario: Scenario, baseline: Baseline, seed: int, draws: int) -> Drawn:
    """Draw every setting that has a range; the others keep the scenario's value."""
    places = numbers.counted(0, draws)
    values, drawn = own_settings(scenario), {}
    for path in RANGED:
        given = range_of(scenario, path)
        middle, half = middle_and_half(given) if given else (0.0, 0.0)
        if given and half > 0:
            drawn[path] = _normal(scenario, seed, path, places)
            common = np.sqrt(1 - scenario.uncertainty.unit_variance_share) if path in BY_OFFICE else 1.0
            values[path] = from_scale(path, middle + half / STANDARD * common * drawn[path])
        elif given:
            values[path] = np.array([given.low])
    return Drawn(scenario, baseline, seed, places, values, drawn)


def own_settings(scenario: Scenario) -> dict[str, Floats]:
    """The scenario's own value of each setting in OF_A_DRAW by path, NaN if it is empty; each [1]."""
    return {
        path: np.array([np.nan if value is None else float(value)])
        for path in OF_A_DRAW
        for value in [setting_value(scenario, path)]
    }


def given_settings(scenario: Scenario, baseline: Baseline, values: Mapping[str, Floats]) -> Drawn:
    """A scenario with the given values in each draw, by path; each [draws]. Nothing is drawn."""
    (draws,) = {len(of) for of in values.values()} or {1}
    places = numbers.counted(0, draws)
    return Drawn(scenario, baseline, 0, places, own_settings(scenario) | dict(values), {})


def office_normals(
    seed: int, path: str, baseline: Baseline, rows: Whole, draws: numbers.Keys
) -> Floats:  # [units, draws]
    """The standard normals of these units for a setting of BY_OFFICE."""
    of_units = numbers.within(numbers.purpose(seed, f"{path} of a unit"), _units(baseline)[rows])
    return kept_normals(of_units, draws)


@lru_cache(maxsize=8)
def _units(baseline: Baseline) -> numbers.Keys:  # [units]
    return numbers.units(baseline.codes)


def _normal(scenario: Scenario, seed: int, path: str, places: numbers.Keys) -> Floats:
    """The standard normals of a range; [draws]."""
    own: Floats = kept_normals(numbers.purpose(seed, path), places)[0]
    if path not in LEADERSHIP:
        return own
    together = scenario.uncertainty.leadership_correlation
    leader = kept_normals(numbers.purpose(seed, "leadership"), places)[0]
    normal: Floats = LEADERSHIP[path] * (np.sqrt(together) * leader + np.sqrt(1 - together) * own)
    return normal
