"""What a formula is made of: parts with their marks, and the arithmetic between them."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np

from simulator.model.baseline import Baseline, Basis, Deaths, Fact, Observation
from simulator.model.payouts import death_rate
from simulator.model.programme import Programme
from simulator.model.projection import Projection
from simulator.model.scenario import SETTINGS, Scenario, setting_value
from simulator.model.source import Source
from simulator.planning.reference import REFERENCE
from simulator.words.provenance import Mark, data_mark

Unit = Literal[
    "people",
    "deaths",
    "share",
    "idr",
    "idr_each",
    "ratio",
    "per_1000_year",
    "person_years",
    "months",
    "number",
]
LEAST_KNOWN: tuple[Mark, ...] = ("published", "derived", "allocated", "assumed", "fictitious")
FOUND: dict[str, tuple[float, ...]] = {
    "S21": (20_548 / 12,),
    "S22": (11_200 / (500 + 20_548 / 12),),
    "S23": (2069,),
    "S32": (20_548 * 16_800,),
    "S33": ((2069 - 263) / 3528, (3528 + 263) / 10_345, (2069 - 263) / 2204, (2204 + 263) / 10_345),
}
"""The results that a numbered derivation (data/sources.json) arrives at, for both readings of the data; it stands behind no other number."""
ALLOCATION = "S40"  # the assumption by which published totals are spread over units


@dataclass(frozen=True)
class Part:
    """A value that goes into a number; its label is the text `origin.part.<name>`, filled with `label`."""

    name: str
    value: float
    unit: Unit = "people"
    basis: Mark = "derived"
    source: str = ""  # keys, separated by a space
    label: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Figure:
    """A number with its parts; `arithmetic` holds their names in braces between numbers and the signs + − × ÷ ( ).

    `notes` name texts `origin.note.<name>`, filled with `note_values`; `source` are keys that stand behind no single part.
    """

    value: float
    unit: Unit
    arithmetic: str
    parts: tuple[Part, ...]
    basis: Mark = "derived"
    source: str = ""
    notes: tuple[str, ...] = ()
    note_values: dict[str, Any] = field(default_factory=dict)
    remark: Fact | None = None  # a published figure, whose own note is shown


@dataclass(frozen=True, eq=False)
class Asked:
    """What a formula reads: a projection, the dated rules, the sources, and which month, segment or row is meant."""

    projection: Projection
    programme: Programme
    sources: Mapping[str, Source]
    context: Mapping[str, Any]

    @property
    def baseline(self) -> Baseline:
        """The observed start of the projection."""
        return self.projection.baseline

    @property
    def month(self) -> int:
        """The month asked for, as offset from the baseline; raises ValueError outside the projection."""
        month = self.context.get("month", 0)
        if not 0 <= month < len(self.projection.months):
            raise ValueError(f"month {month} is outside 0 to {len(self.projection.months) - 1}")
        return month

    def at(self, month: int) -> dict[str, Any]:
        """The label's month."""
        return {"month": int(self.projection.months[month])}

    def span(self, months: np.ndarray) -> dict[str, int]:
        """The first and last of some months, for a label or note."""
        return {
            "first": int(self.projection.months[months[0]]),
            "last": int(self.projection.months[months[-1]]),
        }

    def setting(self, name: str, path: str, unit: Unit) -> Part:
        """A number of the scenario, with mark and source."""
        value = setting_value(self.projection.scenario, path)
        basis, keys = setting_basis(path, value, self.sources)
        return Part(name, value, unit, basis, keys)

    def fact(self, key: str) -> Fact | None:
        """A published figure of the baseline, None where it has none of that name."""
        return next((f for f in self.baseline.facts.facts if f.key == key), None)

    def told(self, name: str, told: Fact | Deaths | Observation, value: float, unit: Unit, **label) -> Part:
        """A figure of the regency's data, with its mark and source."""
        return Part(name, value, unit, data_mark(told.basis, self.baseline), told.source, label)

    def of_units(self, name: str, what: str, units: np.ndarray, fact_key: str = "", **label) -> Part:
        """Units' `asn`, `enrolled` or `pledge_workers` added up; with the published figure's mark where it says the same."""
        value = float(getattr(self.baseline, what)[units].sum())
        told = self.fact(fact_key)
        if told and told.value == value:
            return self.told(name, told, value, "people", **label)
        own = self.baseline.facts.history[-1].source
        if self.baseline.facts.fictitious:
            return Part(name, value, "people", "fictitious", own, label)
        if what == "pledge_workers":  # the file marks pledges by row, the model keeps the amounts only
            return Part(name, value, "people", "allocated", ALLOCATION, label)
        bases = [getattr(self.baseline, f"{what}_basis")[i] for i in units]
        basis = max(bases, key=LEAST_KNOWN.index, default="published")
        return Part(
            name, value, "people", basis, own if basis in ("published", "derived") else ALLOCATION, label
        )


def derivation(key: str, value: float) -> str:
    """The key of a numbered derivation where it arrives at this value, else nothing: other data or rates give another."""
    return key if any(math.isclose(value, found) for found in FOUND[key]) else ""


def setting_keys(*paths: str, scenario: Scenario) -> str:
    """The source keys, each once, of the settings that have their reference value."""
    keys = " ".join(
        SETTINGS[path].setting.source for path in paths if setting_value(scenario, path) == REFERENCE[path]
    )
    return " ".join(dict.fromkeys(keys.split()))


def death_keys(p: Projection) -> str:
    """The derivation behind a projection's death rate, where it is the one it uses."""
    return derivation("S22", death_rate(p.scenario.risk, p.baseline) * 1000)


def payout_keys(p: Projection) -> str:
    """The sources of the death and accident rates by which payouts are expected."""
    return f"{death_keys(p)} {setting_keys('risk.accidents_per_1000_year', scenario=p.scenario)}".strip()


def contribution_keys(p: Projection) -> str:
    """The sources of what is paid for a worker: the rates, and the relief as far as the scenario keeps the reference."""
    return f"S7 {setting_keys('contribution.relief_applies', 'contribution.transport_share', scenario=p.scenario)}".strip()


def setting_basis(path: str, value: Any, sources: Mapping[str, Source]) -> tuple[Basis, str]:
    """Mark and source keys of a setting: those of its reference value, or assumed and no source where somebody chose another.

    The first source named is the one the value rests on, so its mark counts.
    """
    keys = SETTINGS[path].setting.source if value == REFERENCE[path] else ""
    return (sources[keys.split()[0]].basis, keys) if keys else ("assumed", "")
