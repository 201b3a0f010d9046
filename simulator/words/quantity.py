"""A number on its way to a medium: its value and unit, how far it is known, and what explains it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from simulator.model.baseline_facts import Basis
from simulator.model.months import month_number

Mark = Basis | Literal["fictitious", "counted"]
"""How far a number is known: a basis, made up for a fictitious regency, or counted, which is exact."""
LEAST_KNOWN: tuple[Mark, ...] = ("counted", "published", "derived", "allocated", "assumed", "fictitious")
Unit = Literal[
    "people",
    "asn",  # of people who are ASN, and called so
    "deaths",
    "count",  # of offices, settings, decisions: whatever the words around it name
    "units",
    "meetings",
    "months",
    "month",  # a calendar month, by its number as `model.months.month_number` counts
    "day",  # a calendar day, by its number as `date.toordinal` counts
    "share",
    "chance",  # written in words: 1 dari 5
    "points",  # a difference of shares, in percentage points
    "share_per_month",
    "share_per_year",
    "idr",
    "idr_each",  # of one worker or one case, written to the Rupiah
    "ratio",
    "ratio_difference",
    "workers_per_asn",
    "units_per_month",
    "per_1000_year",
    "deaths_per_1000_year",  # without its unit, which the words around it name
    "person_years",
    "number",
]
Form = Literal[
    "",
    "whole",
    "tenths",
    "one_place",
    "two_places",
    "fine",
    "finest",
    "full",
    "bare",
    "exact",
    "signed",
    "signed_tenths",
    "signed_one_place",
    "signed_full",
    "range_low",
    "range_high",
    "bracketed",
    "about",
]
"""How a number is written where its unit leaves a choice.

As its unit says, whole, to at most a tenth, with exactly one or two decimal places, to at most four, with all
it has, to the Rupiah, without the unit that a column's title names, or to eight significant figures for
whoever redoes a sum; `signed` puts a plus before what is more than nothing. `range_low` and `range_high` are
signed ends of a range, which together carry one mark. What is `bracketed` stands in
brackets already, so that the word of its mark follows a comma. A chance is `about` what it says where it may
as well be the next step.
"""
RANGE_ENDS: tuple[Form, ...] = ("range_low", "range_high")
_FORMS: dict[str, Form] = {form: form for form in get_args(Form)}


def least_known(marks: Iterable[Mark], *, default: Mark | None = None) -> Mark:
    """The mark of the least known of what was put together; raises ValueError for no part and no default."""
    known = [*marks] or ([default] if default else [])
    return max(known, key=LEAST_KNOWN.index)


@dataclass(frozen=True)
class Origin:
    """What explains a number: a key that `report.explain.formulas.formula` knows, and what it is read off.

    `about` says which month, segment or row of the subject is meant.
    """

    key: str
    subject: Any  # mostly a `report.context.Context`
    about: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True)
class Quantity:
    """A value that becomes text only where a medium shows it; None where there is no such number.

    `step` is what Rupiah are rounded to where several amounts are to add up; else they have three figures.
    """

    value: float | None
    unit: Unit
    basis: Mark = "derived"
    origin: Origin | None = None
    form: Form = ""
    step: float | None = None

    @property
    def number(self) -> float:
        """Its value; raises ValueError where there is no such number."""
        if self.value is None:
            raise ValueError(f"there is no number of {self.unit}")
        return self.value

    def written(self, form: str) -> "Quantity":
        """The quantity in another form; raises KeyError for a word that is no form."""
        return replace(self, form=_FORMS[form])


def count(number: int) -> Quantity:
    """An exact count, of whatever the words around it name."""
    return Quantity(number, "count", "counted")


@dataclass(frozen=True)
class Month:
    """A calendar month on its way into words; `number` counts as `model.months.month_number` does."""

    number: int


def month(text: str) -> Month:
    """The month of YYYY-MM."""
    return Month(month_number(text))
