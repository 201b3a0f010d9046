"""Formulas of whom to visit next: the most workers that visits can bring, and the bill of some units."""

from dataclasses import replace

from simulator.report.explain.contributions import per_member_term
from simulator.report.explain.derivation import Derivation, Query, Term, combined, exact


def most_with_visits(query: Query) -> Derivation:
    """The most workers enrolled in a month after `visits` visits: the `value` of the best set found."""
    return replace(exact(query.about["value"], "best_visits"), unit="people", basis="derived")


def visit_bill(query: Query) -> Derivation:
    """What the units of some `codes` pay in a month: the list's whole `workers` × the contribution."""
    workers = Term("row_workers", query.about["workers"], label=query.at(query.month))
    rate = per_member_term(query, query.month)
    return combined("×", workers, rate, unit="idr", notes=("whole_workers",))
