"""How each shown number is made up: its value as the model has it, and the terms and arithmetic a person can redo."""

from collections.abc import Callable

from simulator.report.explain import (
    actuals,
    attribution,
    changes,
    data,
    estimates,
    floors,
    money,
    offices,
    people,
    published,
    rows,
    rules,
    sheet,
    sought,
)
from simulator.report.explain.derivation import Derivation, Query

FORMULAS: dict[str, Callable[[Query], Derivation]] = (
    people.FORMULAS
    | offices.FORMULAS
    | money.FORMULAS
    | rows.FORMULAS
    | rules.FORMULAS
    | published.FORMULAS
    | sheet.FORMULAS
    | sought.FORMULAS
    | floors.FORMULAS
    | changes.FORMULAS
    | attribution.FORMULAS
    | actuals.FORMULAS
    | estimates.FORMULAS
    | data.FORMULAS
)
"""By key, the formula of every number that can be clicked."""
