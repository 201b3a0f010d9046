"""Coverage in five steps, as maps and the heat map show it."""

from itertools import pairwise

import numpy as np

from simulator.report.charts.theme import COVERAGE_STEPS
from simulator.words import Lang
from simulator.words.quantity import Quantity
from simulator.words.sentence import sentence

STEP_STARTS = (0.0, 0.2, 0.4, 0.6, 0.8)  # coverage from which a colour of COVERAGE_STEPS holds


def coverage_colour(share: float) -> str:
    """The colour of a coverage, by its step."""
    return COVERAGE_STEPS[int(np.searchsorted(STEP_STARTS, share, side="right")) - 1]


def step_labels(lang: Lang) -> list[tuple[str, str]]:
    """Colour and words of each step, low to high."""
    starts = [Quantity(share, "share") for share in STEP_STARTS]
    words = [
        *(sentence("units.step", lang, low=low, high=high) for low, high in pairwise(starts)),
        sentence("units.step.last", lang, low=starts[-1]),
    ]
    return list(zip(COVERAGE_STEPS, map(str, words)))
