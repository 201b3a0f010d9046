"""How often something rare happens among so few people that a monthly number would mislead."""

import math
from dataclasses import dataclass

NEARLY_WHOLE = 0.05  # so near to a whole number it is called that
FEW = 10  # above it a number is said in fives, as it is no more exact
STEP = 5
NEVER = 1e-6  # cases a year


@dataclass(frozen=True)
class Frequency:
    """One case in `low` to `high` years or, where `is_often`, so many cases a year; both whole."""

    is_often: bool
    low: int
    high: int


def expected_a_year(people: float, per_1000_year: float) -> float:
    """Cases a year among people whose number stays: a share of them, by the rate."""
    return people * per_1000_year / 1000


def frequency(people: float, per_1000_year: float) -> Frequency | None:
    """The cases a year where one or more are expected, else the years between two.

    None for never, or once in more years than anybody could tell apart from never.
    """
    expected = expected_a_year(people, per_1000_year)
    if expected < NEVER:
        return None
    is_often = expected >= 1
    return Frequency(is_often, *_whole_about(expected if is_often else 1 / expected))


def _whole_about(number: float) -> tuple[int, int]:
    """The whole numbers a number lies between, one where it is nearly whole, in fives where it is large."""
    if number > FEW:
        rounded = int(number / STEP + 0.5) * STEP
        return rounded, rounded
    if abs(number - round(number)) <= NEARLY_WHOLE:
        return round(number), round(number)
    return math.floor(number), math.ceil(number)
