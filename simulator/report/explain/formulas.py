"""How each shown number is made: its value from the model, and arithmetic that a person can redo."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from inspect import get_annotations

from simulator.report.explain.derivation import Derivation, Query

Explainer = Callable[[Query], Derivation]

MODULES = (
    "people",
    "target",
    "chances",
    "offices",
    "contributions",
    "payouts",
    "so_far",
    "rows",
    "published",
    "sheet",
    "sought",
    "changes",
    "attribution",
    "actuals",
    "estimates",
    "trials",
    "data",
    "deaths",
    "rare",
    "visits",
    "decides",
)
"""The modules in this folder that hold formulas, loaded on demand: a command needs only a few."""


@cache
def formula(key: str) -> Explainer:
    """Return the formula of a number that can be clicked; raises KeyError for an unknown key."""
    for module in MODULES:
        if key in of_module(module):
            return of_module(module)[key]
    raise KeyError(key)


@cache
def of_module(name: str) -> dict[str, Explainer]:
    """The functions of a module that answer a query, by name."""
    module = import_module(f"simulator.report.explain.{name}")
    return {
        name: function
        for name, function in vars(module).items()
        if not name.startswith("_")
        and getattr(function, "__module__", "") == module.__name__
        and get_annotations(function) == {"query": Query, "return": Derivation}
    }
