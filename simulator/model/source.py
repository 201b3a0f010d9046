"""A numbered source in `data/sources.json`."""

from typing import Annotated, Literal

from pydantic import Field

from simulator.model.baseline_facts import Text
from simulator.model.settings import StrictModel


class Source(StrictModel):
    """The origin of figures: published, derived from published figures, or an assumption.

    `date` is as precise as known; `results` are the results of a derivation, the only numbers it supports.
    `region` is the regency that the figures belong to; a source without one applies anywhere.
    """

    title: Text
    publisher: Text
    date: str
    basis: Literal["published", "derived", "assumed"]
    supports: Text
    results: Annotated[tuple[float, ...], Field(strict=False)] = ()
    region: str | None = None
