"""A programme of which later counts are known, so that assumptions can be tried on it."""

from typing import Annotated

from pydantic import Field

from simulator.model.baseline_facts import Text
from simulator.model.parts import Growth
from simulator.model.settings import Month, StrictModel, bounded


class Held(StrictModel):
    """The Rakor Monev that were held, in the rhythm a scenario knows."""

    first_month: Month
    every_months: Annotated[int, bounded(1, 24)]
    meetings: Annotated[int, bounded(1, 60)]
    source: str


class AsnCount(StrictModel):
    """All ASN of a regency as given for one month."""

    month: Month
    asn: Annotated[int, Field(ge=1)]
    source: str


class Trial(StrictModel):
    """A regency's data and the months, in order, for which its ASN are given beside the enrolled.

    The enrolled themselves are in the history of `baseline` and in the log of actuals.
    """

    title: Text
    baseline: str
    meetings: Held
    asn: Annotated[tuple[AsnCount, ...], Field(strict=False, min_length=2)]


class Trials(StrictModel):
    """The content of `trials.json`: the numbers of growth that are tried, and on what."""

    growth: Growth
    trials: Annotated[tuple[Trial, ...], Field(strict=False)]
