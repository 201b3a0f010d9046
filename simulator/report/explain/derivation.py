"""What a formula is made of: terms with their marks, and the arithmetic between them."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from simulator.model.baseline import Baseline, Basis, Deaths, Fact, Observation
from simulator.model.months import month_name
from simulator.model.payouts import death_rate
from simulator.model.programme import Programme
from simulator.model.projection import Projection
from simulator.model.scenario import SETTINGS, Scenario, setting_value
from simulator.model.source import Source
from simulator.planning.reference import REFERENCE
from simulator.report.context import Context
from simulator.words.provenance import data_mark
from simulator.words.quantity import Mark, Month, Quantity, Unit, least_known
from simulator.words.sentence import Filling

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
class Term:
    """A value that goes into a number; its label is the text `origin.part.<name>`, filled with `label`."""

    name: str
    value: float
    unit: Unit = "people"
    basis: Mark = "derived"
    source: str = ""  # keys, separated by a space
    label: Mapping[str, Filling] = field(default_factory=dict)

    @property
    def quantity(self) -> Quantity:
        """Its value as a sum needs it."""
        return Quantity(self.value, self.unit, self.basis, form="exact")


@dataclass(frozen=True)
class Derivation:
    """A number with its terms; `arithmetic` holds their names, and plain numbers, in braces between the signs + − × ÷ ( ).

    `notes` name texts `origin.note.<name>`, filled with `note_values`; `source` are keys that stand behind no single term.
    """

    value: float
    unit: Unit
    arithmetic: str
    terms: tuple[Term, ...]
    basis: Mark = "derived"
    source: str = ""
    notes: tuple[str, ...] = ()
    note_values: Mapping[str, Filling] = field(default_factory=dict)
    remark: Fact | None = None  # a published figure, whose own note is shown


@dataclass(frozen=True, eq=False)
class Query:
    """What a formula is asked: of which result, and about which month, segment or row of it."""

    subject: Any  # mostly a Context
    about: Mapping[str, Any]

    @property
    def context(self) -> Context:
        """The projection asked about and what is known around it."""
        return self.subject

    @property
    def projection(self) -> Projection:
        """The projection asked about."""
        return self.context.projection

    @property
    def programme(self) -> Programme:
        """The dated rules."""
        return self.context.programme

    @property
    def baseline(self) -> Baseline:
        """The observed start of the projection."""
        return self.projection.baseline

    @property
    def month(self) -> int:
        """The month asked about, as offset from the baseline; raises ValueError outside the projection."""
        month = self.about.get("month", 0)
        if not 0 <= month < len(self.projection.months):
            raise ValueError(f"month {month} is outside 0 to {len(self.projection.months) - 1}")
        return month

    @property
    def month_text(self) -> str:
        """The month asked about as YYYY-MM, also where it lies outside the projection."""
        return month_name(self.baseline.month + self.about.get("month", 0))

    def at(self, month: int) -> dict[str, Filling]:
        """A month (offset) for a label."""
        return {"month": Month(int(self.projection.months[month]))}

    def span(self, months: np.ndarray) -> dict[str, Filling]:
        """The first and last of some months (offsets), for a label or note."""
        first, last = (Month(int(self.projection.months[months[end]])) for end in (0, -1))
        return {"first": first, "last": last}

    def setting(self, name: str, path: str, unit: Unit) -> Term:
        """A number of the scenario, with mark and source."""
        value = setting_value(self.projection.scenario, path)
        basis, keys = setting_basis(path, value, self.context.sources)
        return Term(name, value, unit, basis, keys)

    def fact(self, key: str) -> Fact | None:
        """A published figure of the baseline, None where it has none of that name."""
        return self.baseline.fact(key)

    def published(
        self, name: str, figure: Fact | Deaths | Observation, value: float, unit: Unit, **label: Filling
    ) -> Term:
        """A figure of the regency's data, with its mark and source."""
        return Term(name, value, unit, data_mark(figure.basis, self.baseline), figure.source, label)

    def unit_total(
        self, name: str, what: str, units: np.ndarray, fact_key: str = "", **label: Filling
    ) -> Term:
        """Units' `asn`, `enrolled` or `pledge_workers` added up; with the published figure's mark where it says the same."""
        value = float(getattr(self.baseline, what)[units].sum())
        fact = self.fact(fact_key)
        if fact and fact.value == value:
            return self.published(name, fact, value, "people", **label)
        own = self.baseline.facts.source
        if self.baseline.facts.fictitious:
            return Term(name, value, "people", "fictitious", own, label)
        if what == "pledge_workers":  # the file marks pledges by row, the model keeps the amounts only
            return Term(name, value, "people", "allocated", ALLOCATION, label)
        bases = [getattr(self.baseline, f"{what}_basis")[i] for i in units]
        basis = least_known(bases, default="published")
        return Term(
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
