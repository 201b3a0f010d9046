"""Formulas of a baseline's figures: of all its units, of those of a segment, or of those of some codes."""

from simulator.report.explain.derivation import Derivation, Query, exact
from simulator.report.explain.people import counted

PUBLISHED = {"asn": "asn_total", "enrolled": "enrolled_total", "pledge_workers": "pledge_workers_total"}
"""The fact that publishes the same total for all units."""


def data_units(query: Query) -> Derivation:
    """How many units there are."""
    return exact(len(query.units), "units_of_data")


def data_participating(query: Query) -> Derivation:
    """How many units take part."""
    return exact(int(query.baseline.participating[query.units].sum()), "units_of_data")


def data_own_figures(query: Query) -> Derivation:
    """How many units have figures of their own."""
    return exact(int(query.baseline.own_figures[query.units].sum()), "units_of_data")


def data_total(query: Query) -> Derivation:
    """The `total` of ASN, enrolled or pledged workers."""
    figure, segment = query.about["total"], query.about.get("segment")
    fact = f"{segment}_{figure}" if segment else "" if "codes" in query.about else PUBLISHED[figure]
    return counted(query, figure, query.units, fact)
