"""The month of a question, as the user typed it."""

from simulator.errors import Problem
from simulator.model.baseline import Baseline
from simulator.model.months import is_month, month_name, month_number
from simulator.model.scenario import Scenario


def offset_of(scenario: Scenario, baseline: Baseline, month: str) -> tuple[int, list[Problem]]:
    """The month as offset from the baseline, and problems: not a month, or outside the projection."""
    if not is_month(month):
        return -1, [Problem("bad_month", "--month", month)]
    at = month_number(month) - baseline.month
    if 0 <= at <= scenario.horizon_months:
        return at, []
    first, last = baseline.month_text, month_name(baseline.month + scenario.horizon_months)
    return at, [Problem("outside_projection", "--month", month, first=first, last=last)]
