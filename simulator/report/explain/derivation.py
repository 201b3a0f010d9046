"""Building blocks of formulas: terms with their marks, and the arithmetic between them."""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial, reduce
from typing import Any

import numpy as np

from simulator.model.baseline import Baseline
from simulator.model.baseline_facts import Deaths, Fact, Observation
from simulator.model.months import month_name
from simulator.model.programme import Programme
from simulator.model.projection import Projection
from simulator.model.scenario import setting_value
from simulator.planning.groups import UnitGroup, group_by_key
from simulator.report.context import Context
from simulator.report.explain.cited import setting_basis
from simulator.report.tables.table import Table
from simulator.words import Lang
from simulator.words.provenance import data_mark
from simulator.words.quantity import Mark, Month, Quantity, Unit, least_known
from simulator.words.sentence import Filling
from simulator.words.settings import setting_label, setting_unit

SIGNS = {"+": operator.add, "−": operator.sub, "×": operator.mul, "÷": operator.truediv}
ALLOCATION = "S40"  # the assumption that spreads published totals over units


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
        """The value in the precision that the arithmetic needs."""
        return Quantity(self.value, self.unit, self.basis, form="exact")


@dataclass(frozen=True)
class Derivation:
    """A number with its terms.

    `arithmetic` holds the names of the terms, and plain numbers, in braces between the signs + − × ÷ ( ).
    `notes` name texts `origin.note.<name>`, filled with `note_values`; `source` holds the keys of sources
    that belong to no single term.
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
    table: Callable[[Lang], Table] | None = None  # the records behind the number


def taken(term: Term, *notes: str, **note_values: Filling) -> Derivation:
    """A number that is one term, unchanged."""
    arithmetic = f"{{{term.name}}}"
    return Derivation(term.value, term.unit, arithmetic, (term,), term.basis, "", notes, note_values)


def exact(number: float, note: str, **note_values: Filling) -> Derivation:
    """An exact count; the note names what was counted."""
    return Derivation(float(number), "count", "", (), "counted", "", (note,), note_values)


def combined(sign: str, *terms: Term, unit: Unit | None = None, **other: Any) -> Derivation:
    """Terms joined by one sign, in the unit of the first term unless another is given.

    `other` are further fields of the derivation. Without terms the result is 0 people.
    """
    arithmetic = f" {sign} ".join(f"{{{term.name}}}" for term in terms)
    value = reduce(SIGNS[sign], (term.value for term in terms)) if terms else 0.0
    return Derivation(value, unit or (terms[0].unit if terms else "people"), arithmetic, terms, **other)


def unit_named(name: str, otherwise: Unit) -> Unit:
    """The unit of a published figure or of an amount in the dated rules, derived from its name."""
    return "idr_each" if name.endswith("_idr") else "share" if "share" in name else otherwise


@dataclass(frozen=True, eq=False)
class Query:
    """What a formula is to answer: the result it reads, and which month, segment or row of it is meant."""

    subject: Any  # mostly a Context
    about: Mapping[str, Any]

    @property
    def context(self) -> Context:
        """The projection of the query with the facts around it."""
        context: Context = self.subject
        return context

    @property
    def projection(self) -> Projection:
        """The projection of the query."""
        return self.context.projection

    @property
    def programme(self) -> Programme:
        """The dated rules."""
        return self.context.programme

    @property
    def baseline(self) -> Baseline:
        """The baseline that is the subject, or else the observed start of the projection."""
        return self.subject if isinstance(self.subject, Baseline) else self.projection.baseline

    @property
    def month(self) -> int:
        """The month of the query as an offset from the baseline; raises ValueError outside the projection."""
        month: int = self.about.get("month", 0)
        if not 0 <= month < len(self.projection.months):
            raise ValueError(f"month {month} is outside 0 to {len(self.projection.months) - 1}")
        return month

    @property
    def summed(self) -> np.ndarray:
        """The months (offsets) that a sum covers, up to the month of the query.

        They begin at `sum_from`, 1 by default; `over` limits them to the last that many.
        """
        first = self.about.get("sum_from", 1)
        if "over" in self.about:
            first = max(first, self.month - self.about["over"] + 1)
        return np.arange(first, self.month + 1)

    @property
    def calendar(self) -> int:
        """The calendar number of the month of the query, which need not lie in the projection."""
        return int(self.about.get("calendar", self.baseline.month + self.about.get("month", 0)))

    @property
    def month_text(self) -> str:
        """The month of the query as YYYY-MM, even where it lies outside the projection."""
        return month_name(self.baseline.month + self.about.get("month", 0))

    def at(self, month: int) -> dict[str, Filling]:
        """A month (offset) for a label."""
        return {"month": Month(int(self.projection.months[month]))}

    def span(self, months: np.ndarray) -> dict[str, Filling]:
        """The first and last of several months (offsets), for a label or note."""
        first, last = (Month(int(self.projection.months[months[end]])) for end in (0, -1))
        return {"first": first, "last": last}

    @property
    def units(self) -> np.ndarray:
        """The units of the query [positions]: those of some `codes`, of a `row` or a `segment`, or all."""
        baseline, segment = self.baseline, self.about.get("segment")
        if "codes" in self.about:
            return np.array([baseline.index[code] for code in self.about["codes"]], dtype=int)
        if "row" in self.about:
            return self.group.units
        return baseline.rows[segment] if segment else np.arange(len(baseline.codes))

    @property
    def group(self) -> UnitGroup:
        """The unit group of the `row` in the query; raises KeyError for an unknown one."""
        return group_by_key(self.baseline)[self.about["row"]]

    def setting(self, name: str, path: str) -> Term:
        """A number of the scenario with its mark and source, labelled as in the sidebar."""
        basis, keys = setting_basis(self.context, path)
        value, label = setting_value(self.projection.scenario, path), partial(setting_label, path)
        return Term(name, value, setting_unit(path), basis, keys, {"setting": label})

    def rule(self, name: str, field: str, month: int | None = None) -> Term:
        """A rate or benefit amount in force in a month (its number), by default the month of the query."""
        at = self.calendar if month is None else month
        of_rates = field in type(self.programme.rates[0]).model_fields
        rule = self.programme.rates_of(at) if of_rates else self.programme.benefits_of(at)
        return Term(name, getattr(rule, field), unit_named(field, "number"), rule.basis, rule.source)

    def published(
        self, name: str, figure: Fact | Deaths | Observation, value: float, unit: Unit, **label: Filling
    ) -> Term:
        """A figure of the regency's data, with its mark and source."""
        return Term(name, value, unit, data_mark(figure.basis, self.baseline), figure.source, label)

    def unit_total(
        self, name: str, what: str, units: np.ndarray, fact_key: str = "", **label: Filling
    ) -> Term:
        """Total `asn`, `enrolled` or `pledge_workers` of units, marked like a published fact equal to it."""
        value = float(getattr(self.baseline, what)[units].sum())
        fact = self.baseline.fact(fact_key)
        if fact and fact.value == value:
            return self.published(name, fact, value, "people", **label)
        own = self.baseline.facts.source
        if self.baseline.facts.fictitious:
            return Term(name, value, "people", "fictitious", own, label)
        rows = [self.baseline.units[i] for i in np.arange(len(self.baseline.units))[units]]
        kind = what.removesuffix("_workers")
        bases = [basis for row in rows if (basis := getattr(row, f"{kind}_basis"))]
        basis = least_known(bases, default="published")
        return Term(
            name, value, "people", basis, own if basis in ("published", "derived") else ALLOCATION, label
        )
