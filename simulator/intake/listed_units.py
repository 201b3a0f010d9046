"""The units of a regency's own list, and the columns it has."""

from dataclasses import dataclass, replace

from simulator.errors import Problem
from simulator.model.baseline import UnitRow

COLUMNS = ("code", "name", "segment", "asn", "enrolled", "pledge_month", "pledge_workers", "note")
LEAST = {"asn": 1, "enrolled": 0, "pledge_workers": 0}
OWN_LIST = "the regency's own list"  # the note of a unit if the list has none


@dataclass(frozen=True)
class GivenUnit:
    """A unit of a list: `row` is its row there, `known_as` its code in the baseline.

    The code of `unit` is empty if the list gives none and the unit is unknown.
    """

    row: int
    known_as: str
    unit: UnitRow


def as_listed(unit: UnitRow) -> UnitRow:
    """A unit with every figure published by a list."""
    known, pledge = "published", "published" if unit.pledge_month else ""
    note = unit.note or OWN_LIST
    return replace(unit, asn_basis=known, enrolled_basis=known, pledge_basis=pledge, note=note)


@dataclass(frozen=True)
class UnitList:
    """The content of a list: its units, the months its rows name, and notes on how it was read."""

    units: tuple[GivenUnit, ...]
    months: tuple[str, ...]
    notes: tuple[Problem, ...]
