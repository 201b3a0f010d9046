"""The frequency of events so rare that a monthly number would mislead."""

import math
from dataclasses import dataclass

NEARLY_WHOLE = 0.05  # a number this close to a whole one is given as that
FEW = 10  # above this a number is rounded to fives, because it is not more exact
STEP = 5
NEVER = 1e-6  # cases a year


@dataclass(frozen=True)
class Frequency:
    """One case in `low` to `high` years or, if `is_often`, `low` to `high` cases a year; both whole."""

    is_often: bool
    low: int
    high: int


def expected_a_year(people: float, per_1000_year: float) -> float:
    """Expected cases a year among a constant number of people, by the rate."""
    return people * per_1000_year / 1000


def frequency(people: float, per_1000_year: float) -> Frequency | None:
    """The cases a year if one or more are expected, else the years between two.

    None if practically never: fewer than `NEVER` cases a year.
    """
    expected = expected_a_year(people, per_1000_year)
    if expected < NEVER:
        return None
    is_often = expected >= 1
    return Frequency(is_often, *_whole_about(expected if is_often else 1 / expected))


def _whole_about(number: float) -> tuple[int, int]:
    """The whole numbers that enclose a number; a single one if it is nearly whole, or large (in fives)."""
    if number > FEW:
        rounded = int(number / STEP + 0.5) * STEP
        return rounded, rounded
    if abs(number - round(number)) <= NEARLY_WHOLE:
        return round(number), round(number)
    return math.floor(number), math.ceil(number)
