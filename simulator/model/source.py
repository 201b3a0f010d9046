"""A numbered source, as `data/sources.json` holds it."""

from typing import Literal

from simulator.model.baseline import Text
from simulator.model.settings import StrictModel


class Source(StrictModel):
    """Where figures come from: published, derived from published figures, or an assumption; `date` is as precise as known."""

    title: Text
    publisher: Text
    date: str
    basis: Literal["published", "derived", "assumed"]
    supports: Text
