"""The observed start of a projection: units, history and published figures of one regency and month."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from simulator.model.arrays import Flags, Floats, Whole
from simulator.model.baseline_facts import BaselineFacts, Fact
from simulator.model.months import month_number
from simulator.model.parts import SEGMENTS

TakingPart = Literal["full", "partial", "pledged", "outside"]
OWN_FIGURE = ("published", "derived")  # the bases of a figure reported for the unit itself


@dataclass(frozen=True)
class UnitRow:
    """A row of `units.csv`; its fields are the file's columns, in order.

    `pledge_month` is empty if nothing is pledged.
    """

    code: str
    name: str
    segment: str
    asn: int
    enrolled: int
    pledge_month: str
    pledge_workers: int
    asn_basis: str
    enrolled_basis: str
    pledge_basis: str
    note: str

    @property
    def has_own_figures(self) -> bool:
        """Whether the figures were reported for the unit itself, not allocated from a total."""
        return self.asn_basis in OWN_FIGURE and self.enrolled_basis in OWN_FIGURE

    @property
    def status(self) -> TakingPart:
        """How the unit takes part in the baseline month; full means at least one worker for every ASN."""
        if self.enrolled >= self.asn:
            return "full"
        return "partial" if self.enrolled else "pledged" if self.pledge_month else "outside"


@dataclass(frozen=True, eq=False)
class Baseline:
    """The units in the order of the file, and the facts and history of the regency.

    Months are offsets from the baseline month, 0 or less in the history. `digest` identifies the content of
    both files.
    """

    name: str
    facts: BaselineFacts
    units: tuple[UnitRow, ...]
    digest: str = ""

    @cached_property
    def month(self) -> int:
        """The month number of t = 0."""
        return month_number(self.facts.month)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The units' codes."""
        return tuple(unit.code for unit in self.units)

    @cached_property
    def unit_names(self) -> tuple[str, ...]:
        """The units' names."""
        return tuple(unit.name for unit in self.units)

    @cached_property
    def segments(self) -> tuple[str, ...]:
        """The units' segments, of SEGMENTS."""
        return tuple(unit.segment for unit in self.units)

    @cached_property
    def asn(self) -> Floats:  # [units]
        """ASN of each unit."""
        return np.array([float(unit.asn) for unit in self.units])

    @cached_property
    def enrolled(self) -> Floats:  # [units]
        """Workers enrolled in the baseline month."""
        return np.array([float(unit.enrolled) for unit in self.units])

    @cached_property
    def pledged(self) -> Flags:  # [units]
        """Units that announced workers from a month on."""
        return np.array([unit.pledge_month != "" for unit in self.units])

    @cached_property
    def pledge_month(self) -> Whole:  # [units]
        """Whole months from the baseline until a pledge begins, 0 if nothing is pledged."""
        months = [month_number(u.pledge_month) - self.month if u.pledge_month else 0 for u in self.units]
        return np.array(months)

    @cached_property
    def pledge_workers(self) -> Floats:  # [units]
        """Workers announced, 0 if nothing is pledged."""
        return np.array([float(unit.pledge_workers) for unit in self.units])

    @cached_property
    def asn_basis(self) -> tuple[str, ...]:
        """The basis of each unit's number of ASN."""
        return tuple(unit.asn_basis for unit in self.units)

    @cached_property
    def enrolled_basis(self) -> tuple[str, ...]:
        """The basis of each unit's number of enrolled workers."""
        return tuple(unit.enrolled_basis for unit in self.units)

    @property
    def month_text(self) -> str:
        """The baseline month as YYYY-MM."""
        return self.facts.month

    def fact(self, key: str) -> Fact | None:
        """A figure of the regency by its key, None if it has no such figure."""
        return self.facts.fact(key)

    @cached_property
    def rows(self) -> dict[str, Whole]:
        """Positions of each segment's units, by segment."""
        names = np.array(self.segments)
        return {segment: np.flatnonzero(names == segment) for segment in SEGMENTS}

    @cached_property
    def largest_first(self) -> dict[str, Whole]:
        """Like `rows`, ordered by falling number of ASN, ties by code."""
        order = sorted(range(len(self.units)), key=lambda i: (-self.asn[i], self.codes[i]))
        return {name: np.array([i for i in order if self.segments[i] == name], int) for name in self.rows}

    @cached_property
    def index(self) -> dict[str, int]:
        """Position of each unit by code."""
        return {code: i for i, code in enumerate(self.codes)}

    @cached_property
    def participating(self) -> Flags:  # [units]
        """Units with workers enrolled in the baseline month."""
        return self.enrolled > 0

    @cached_property
    def outside(self) -> Flags:  # [units]
        """Units that neither take part nor pledged to."""
        return ~self.participating & ~self.pledged

    @cached_property
    def own_figures(self) -> Flags:  # [units]
        """Units with ASN and enrolment reported for the unit itself; the others are shown as groups."""
        return np.array([unit.has_own_figures for unit in self.units])

    @cached_property
    def history(self) -> tuple[Floats, Floats]:  # [points], [points]
        """Months from the baseline, and workers enrolled, at each point of the history."""
        months = np.array([month_number(p.month) - self.month for p in self.facts.history], dtype=float)
        return months, np.array([p.enrolled for p in self.facts.history], dtype=float)

    @property
    def experience(self) -> tuple[float, float]:
        """Deaths and the person-years in which they occurred; both 0 if deaths are not known (section 6)."""
        deaths = self.facts.deaths
        return (deaths.value, self.exposure_person_years) if deaths else (0.0, 0.0)

    @cached_property
    def exposure_person_years(self) -> float:
        """Person-years in force up to the last month with counted deaths (docs/model.md, section 6)."""
        return self._person_years(month_number(self.facts.deaths_until) - self.month)

    @cached_property
    def person_years_so_far(self) -> float:
        """Person-years in force over all of the history."""
        return self._person_years(0)

    def _person_years(self, last: int) -> float:
        """Person-years up to month `last` (from the baseline), by the trapezoid rule over the history."""
        months, enrolled = (of[self.history[0] <= last] for of in self.history)
        return float(np.sum(np.diff(months) * (enrolled[1:] + enrolled[:-1]) / 2) / 12)
