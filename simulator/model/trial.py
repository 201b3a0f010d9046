"""A programme with known later counts, on which assumptions can be tried."""

from typing import Annotated

from pydantic import Field

from simulator.model.baseline_facts import Text
from simulator.model.parts import Growth
from simulator.model.settings import MonthText, StrictModel, bounded


class Held(StrictModel):
    """The Rakor Monev that were held, as a schedule in the form of a scenario's."""

    first_month: MonthText
    every_months: Annotated[int, bounded(1, 24)]
    meetings: Annotated[int, bounded(1, 60)]
    source: str


class AsnCount(StrictModel):
    """The number of all ASN of a regency in one month."""

    month: MonthText
    asn: Annotated[int, Field(ge=1)]
    source: str


class Trial(StrictModel):
    """A regency's data and, in order, the months with a known number of ASN as well as enrolled.

    The enrolled themselves are in the history of `baseline` and in the log of actuals.
    """

    title: Text
    baseline: str
    meetings: Held
    asn: Annotated[tuple[AsnCount, ...], Field(strict=False, min_length=2)]


class Trials(StrictModel):
    """The content of `trials.json`: the growth settings to try, and the trials to run them on."""

    growth: Growth
    trials: Annotated[tuple[Trial, ...], Field(strict=False)]
