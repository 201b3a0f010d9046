"""What recorded figures may not say together."""

from collections.abc import Sequence

from simulator.errors import Problem
from simulator.model.actuals import FIGURES, TOTAL, Actuals


def contradictions(actuals: Actuals, month: str, units: Sequence[str]) -> list[Problem]:
    """Everything in a month's figures that cannot be true together; `units` are all codes of the regency.

    Paid up are some of the enrolled. Units are parts of the total: together at most as much, and as much where each is known.
    """
    problems = []
    for unit in (TOTAL, *units):
        enrolled, paid_up = (actuals.of(month, unit, figure) for figure in ("enrolled", "paid_up"))
        if enrolled is not None and paid_up is not None and paid_up > enrolled:
            problems.append(Problem("paid_up_beyond_enrolled", unit, paid_up, {"month": month, "enrolled": enrolled}))
    for figure in FIGURES:
        told = actuals.of(month, TOTAL, figure)
        known = [value for unit in units if (value := actuals.of(month, unit, figure)) is not None]
        if told is not None and (sum(known) > told or len(known) == len(units) and sum(known) != told):
            problems.append(Problem("units_against_total", "", sum(known), {"month": month, "total": told, "figure": figure, "count": len(known)}))
    return problems
