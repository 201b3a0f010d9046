"""The month a question is asked about, as it is typed."""

from simulator.errors import Problem
from simulator.model.baseline import Baseline
from simulator.model.months import is_month, month_name, month_number
from simulator.model.scenario import Scenario


def offset_of(scenario: Scenario, baseline: Baseline, month: str) -> tuple[int, list[Problem]]:
    """The month as offset from the baseline, and what is wrong: no month, or outside the projection."""
    if not is_month(month):
        return -1, [Problem("bad_month", "--month", month)]
    at = month_number(month) - baseline.month
    if 0 <= at <= scenario.horizon_months:
        return at, []
    first, last = baseline.month_text, month_name(baseline.month + scenario.horizon_months)
    return at, [Problem("outside_projection", "--month", month, first=first, last=last)]
