"""How each shown number is made up: its value as the model has it, and the parts and arithmetic a person can redo."""

from collections.abc import Callable

from simulator.report.explain import money, people, rows
from simulator.report.explain.base import Asked, Figure

FORMULAS: dict[str, Callable[[Asked], Figure]] = people.FORMULAS | money.FORMULAS | rows.FORMULAS
"""By key, the formula of every number that can be clicked."""
