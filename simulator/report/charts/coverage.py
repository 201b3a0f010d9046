"""The five steps of coverage that maps and the heat map show."""

from itertools import pairwise

import numpy as np

from simulator.report.charts.theme import COVERAGE_STEPS
from simulator.words import Lang
from simulator.words.quantity import Quantity
from simulator.words.sentence import sentence

STEP_STARTS = (0.0, 0.2, 0.4, 0.6, 0.8)  # coverage from which on a colour of COVERAGE_STEPS applies


def coverage_colour(share: float) -> str:
    """The colour of the step that a coverage lies in."""
    return COVERAGE_STEPS[int(np.searchsorted(STEP_STARTS, share, side="right")) - 1]


def step_labels(lang: Lang) -> list[tuple[str, str]]:
    """Colour and label of each step, from low to high."""
    starts = [Quantity(share, "share") for share in STEP_STARTS]
    words = [
        *(sentence("units.step", lang, low=low, high=high) for low, high in pairwise(starts)),
        sentence("units.step.last", lang, low=starts[-1]),
    ]
    return list(zip(COVERAGE_STEPS, map(str, words)))
