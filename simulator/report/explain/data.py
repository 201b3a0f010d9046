"""Formulas of a baseline's figures: of all its units, of a segment's, or of those of some codes."""

import numpy as np

from simulator.report.explain.derivation import Derivation, Query
from simulator.report.explain.people import counted

PUBLISHED = {"asn": "asn_total", "enrolled": "enrolled_total", "pledge_workers": "pledge_workers_total"}
"""The fact that says the same of all units."""


def _units(query: Query) -> np.ndarray:
    """Positions of the units asked about."""
    baseline, segment = query.baseline, query.about.get("segment")
    if "codes" in query.about:
        return np.array([baseline.index[code] for code in query.about["codes"]], dtype=int)
    return baseline.rows[segment] if segment else np.arange(len(baseline.codes))


def _number(value: int) -> Derivation:
    return Derivation(float(value), "count", "", (), "counted", notes=("units_of_data",))


def data_units(query: Query) -> Derivation:
    """How many units there are."""
    return _number(len(_units(query)))


def data_participating(query: Query) -> Derivation:
    """How many units take part."""
    return _number(int(query.baseline.participating[_units(query)].sum()))


def data_own_figures(query: Query) -> Derivation:
    """How many units have figures of their own."""
    return _number(int(query.baseline.own_figures[_units(query)].sum()))


def data_total(query: Query) -> Derivation:
    """ASN, enrolled or pledged workers, by the `total` asked about."""
    figure, segment = query.about["total"], query.about.get("segment")
    fact = f"{segment}_{figure}" if segment else "" if "codes" in query.about else PUBLISHED[figure]
    return counted(query, figure, _units(query), fact)
