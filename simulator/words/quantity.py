"""A number on its way to a medium: its value, unit, mark, and the origin that explains it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from simulator.model.baseline_facts import Basis
from simulator.model.months import month_number

Mark = Basis | Literal["fictitious", "counted"]
"""How far a number is known: a basis; fictitious, for an invented regency; or counted, which is exact."""
LEAST_KNOWN: tuple[Mark, ...] = ("counted", "published", "derived", "allocated", "assumed", "fictitious")
Unit = Literal[
    "people",
    "asn",  # people who are ASN and are called that
    "deaths",
    "count",  # offices, settings, decisions: the words around it name what is counted
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
    "idr_each",  # for one worker or one case, in whole Rupiah
    "ratio",
    "ratio_difference",
    "workers_per_asn",
    "units_per_month",
    "per_1000_year",
    "deaths_per_1000_year",  # written without its unit, which the words around it name
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
"""How a number is written if its unit allows several ways.

In order: the default of its unit; whole; at most tenths; exactly one or two decimal places; at most four
places; all its places (`finest`); whole Rupiah (`full`); without the unit, which a column's title names
(`bare`); eight significant figures, for readers who recompute a sum (`exact`). `signed` puts a plus before
a positive number. `range_low` and `range_high` are the signed ends of a range, which share one mark. A
`bracketed` number is in brackets already, so the word of its mark follows after a comma. A chance is written
with `about` if it could as well be the next step.
"""
RANGE_ENDS: tuple[Form, ...] = ("range_low", "range_high")
_FORMS: dict[str, Form] = {form: form for form in get_args(Form)}


def least_known(marks: Iterable[Mark], *, default: Mark | None = None) -> Mark:
    """The mark of the least known part of a number; raises ValueError without any part or default."""
    known = [*marks] or ([default] if default else [])
    return max(known, key=LEAST_KNOWN.index)


@dataclass(frozen=True)
class Origin:
    """What explains a number: a key of `report.explain.formulas.formula`, and the subject it is read from.

    `about` specifies the month, segment or row of the subject.
    """

    key: str
    subject: Any  # usually a `report.context.Context`
    about: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True)
class Quantity:
    """A value that becomes text only when a medium shows it; None if the number does not exist.

    Rupiah are rounded to `step` if several amounts must add up; otherwise to three significant figures.
    """

    value: float | None
    unit: Unit
    basis: Mark = "derived"
    origin: Origin | None = None
    form: Form = ""
    step: float | None = None

    @property
    def number(self) -> float:
        """The value; raises ValueError if it is None."""
        if self.value is None:
            raise ValueError(f"there is no number of {self.unit}")
        return self.value

    def written(self, form: str) -> "Quantity":
        """The quantity in another form; raises KeyError for an unknown form."""
        return replace(self, form=_FORMS[form])


def count(number: int) -> Quantity:
    """An exact count; the words around it name what is counted."""
    return Quantity(number, "count", "counted")


@dataclass(frozen=True)
class Month:
    """A calendar month that becomes text later; `number` counts like `model.months.month_number`."""

    number: int


def month(text: str) -> Month:
    """The month of a text YYYY-MM."""
    return Month(month_number(text))
