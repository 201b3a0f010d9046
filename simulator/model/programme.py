"""Dated rates of contribution, relief periods and benefit amounts: the content of `data/programme.json`."""

from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from simulator.errors import Problem, UserError
from simulator.model.arrays import Floats, Whole
from simulator.model.baseline_facts import Basis, Text
from simulator.model.months import month_name, month_number
from simulator.model.parts import Share
from simulator.model.settings import MonthText, StrictModel, bounded

Amount = Annotated[float, bounded(0, 1e12)]


class Sourced(StrictModel):
    """A rule with its basis, source and note."""

    basis: Basis
    source: str
    note: Text | None


class Rates(Sourced):
    """Contribution rates in force from a month on."""

    in_force_from: Annotated[MonthText, Field(alias="from")]
    jkk_share_of_base: Share
    jkm_idr: Amount
    jht_share_of_base: Share
    income_base_min_idr: Amount
    income_base_max_idr: Amount

    @property
    def lowest_idr(self) -> float:
        """JKK + JKM a month at the lowest income base."""
        return self.jkk_share_of_base * self.income_base_min_idr + self.jkm_idr


class Relief(Sourced):
    """A period in which one group pays less JKK and JKM, both months included."""

    group: Literal["transport", "others"]
    first_month: Annotated[MonthText, Field(alias="from")]
    last_month: Annotated[MonthText, Field(alias="to")]
    reduction_share: Share


class Benefits(Sourced):
    """Benefit amounts in force from a month on."""

    in_force_from: Annotated[MonthText, Field(alias="from")]
    jkm_full_idr: Amount
    jkm_funeral_idr: Amount
    jkm_full_from_months: Annotated[int, bounded(1, 120)]
    scholarship_from_months: Annotated[int, bounded(1, 120)]
    jkk_death_base_multiple: Annotated[float, bounded(0, 1000)]
    jkk_death_fixed_idr: Amount
    jkk_disability_base_multiple: Annotated[float, bounded(0, 1000)]
    jkk_disability_fixed_idr: Amount
    scholarship_max_per_child_idr: Amount
    scholarship_max_children: Annotated[int, bounded(0, 20)]
    arrears_months: Annotated[int, bounded(1, 24)]
    max_age_years: Annotated[int, bounded(0, 120)]


class Programme(StrictModel):
    """Every dated rule of the programme; within a list, months increase."""

    rates: Annotated[tuple[Rates, ...], Field(strict=False, min_length=1)]
    relief: Annotated[tuple[Relief, ...], Field(strict=False)]
    benefits: Annotated[tuple[Benefits, ...], Field(strict=False, min_length=1)]

    def rates_of(self, month: int) -> Rates:
        """The contribution rates in force in a month number; raises UserError before the first known rate."""
        return self.rates[int(_positions(self.rates, np.array([month]))[0])]

    def benefits_of(self, month: int) -> Benefits:
        """The benefit amounts in force in a month number; raises UserError before the first known amount."""
        return self.benefits[int(_positions(self.benefits, np.array([month]))[0])]

    def rates_in(self, months: Whole) -> dict[str, Floats]:
        """Each rate in force in the month numbers, by field; raises UserError before the first known rate."""
        return _in_force(self.rates, months)

    def benefits_in(self, months: Whole) -> dict[str, Floats]:
        """Each benefit amount in force in the month numbers, by field; raises UserError before the first."""
        return _in_force(self.benefits, months)

    def check_known(self, months: Whole) -> None:
        """Raise UserError if a month number is before the first known rate or benefit."""
        for rules in (self.rates, self.benefits):
            _positions(rules, months)


Rules = tuple[Rates, ...] | tuple[Benefits, ...]


def _positions(rules: Rules, months: Whole) -> Whole:
    """The position of the rule in force in each month number."""
    position: Whole = np.searchsorted(_columns(rules)[0], months, side="right") - 1
    if position.min() < 0:
        first = {"first": rules[0].in_force_from}
        raise UserError(Problem("no_rate_yet", "programme.json", month_name(int(months.min())), **first))
    return position


def _in_force(rules: Rules, months: Whole) -> dict[str, Floats]:
    position = _positions(rules, months)
    names, amounts = _columns(rules)[1:]
    return dict(zip(names, amounts[:, position]))


RuleColumns = tuple[Whole, list[str], Floats]
_known: dict[int, tuple[Rules, RuleColumns]] = {}  # cached by identity, because every projection needs them
MOST_KNOWN = 8


def _columns(rules: Rules) -> RuleColumns:
    """The month number from which each rule holds, [rules]; the names of its numbers; [names, rules]."""
    known = _known.get(id(rules))
    if known is None or known[0] is not rules:
        fields = type(rules[0]).model_fields.items()
        names = [name for name, info in fields if info.annotation in (int, float)]
        starts = np.array([month_number(rule.in_force_from) for rule in rules])
        amounts = np.array([[float(getattr(rule, name)) for rule in rules] for name in names])
        known = rules, (starts, names, amounts)
        if len(_known) >= MOST_KNOWN:
            _known.clear()
        _known[id(rules)] = known
    return known[1]
