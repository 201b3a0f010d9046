"""How each shown number is made up: its value as the model has it, and a sum of terms a person can redo."""

from collections.abc import Callable
from inspect import get_annotations

from simulator.report.explain import (
    actuals,
    attribution,
    chances,
    changes,
    contributions,
    data,
    deaths,
    decides,
    estimates,
    offices,
    payouts,
    people,
    published,
    rare,
    rows,
    sheet,
    so_far,
    sought,
    target,
    trials,
    visits,
)
from simulator.report.explain.derivation import Derivation, Query

MODULES = (
    people,
    target,
    offices,
    contributions,
    payouts,
    so_far,
    rows,
    published,
    sheet,
    sought,
    changes,
    attribution,
    actuals,
    estimates,
    trials,
    data,
    deaths,
    rare,
    chances,
    visits,
    decides,
)
FORMULAS: dict[str, Callable[[Query], Derivation]] = {
    name: function
    for module in MODULES
    for name, function in vars(module).items()
    if not name.startswith("_")
    and getattr(function, "__module__", "") == module.__name__
    and get_annotations(function) == {"query": Query, "return": Derivation}
}
"""The formula of every number that can be clicked, by its name: the functions that answer a query."""
