"""A numbered source, as `data/sources.json` holds it."""

from typing import Annotated, Literal

from pydantic import Field

from simulator.model.baseline_facts import Text
from simulator.model.settings import StrictModel


class Source(StrictModel):
    """Where figures come from: published, derived from published figures, or an assumption.

    `date` is as precise as known; `results` are what a derivation arrives at, the only numbers it stands
    behind. `region` is the regency whose figures they are; a source without one holds anywhere.
    """

    title: Text
    publisher: Text
    date: str
    basis: Literal["published", "derived", "assumed"]
    supports: Text
    results: Annotated[tuple[float, ...], Field(strict=False)] = ()
    region: str | None = None
