"""What should be known of the units that a list brings, leaves as they were, or does away with."""

from collections.abc import Sequence

from simulator.errors import Problem
from simulator.intake.known_units import KnownUnits
from simulator.model.baseline import UnitRow
from simulator.planning.other_data import UnitChange, added_up

MOST_NAMES = 8


def change_notes(changes: Sequence[UnitChange], offices: KnownUnits) -> list[Problem]:
    """Names the data do not know, offices that are not on the list, and those no longer there."""
    unknown = [
        change
        for change in changes
        if change.kind == "new" and change.new and offices.named(change.new.name, change.new.segment) is None
    ]
    placed = [f"{c.new.name} → {c.old.name}" for c in unknown if c.new and c.old]
    stay = [c.new for c in changes if c.kind == "kept" and c.new and c.new.has_own_figures]
    gone = [c.old for c in changes if c.kind == "removed" and c.old]
    notes = [Problem("took_places", "", len(placed), names=_first_few(placed))] if placed else []
    added = [c.new for c in unknown if c.new and c.old is None and offices.count]
    for code, units in (("units_added", added), ("not_listed", stay), ("no_longer_there", gone)):
        if units:
            notes.append(_about(code, units))
    return notes


def _about(code: str, units: Sequence[UnitRow]) -> Problem:
    """A note on some units with their names, and their ASN and enrolled added up."""
    sums, names = added_up(units), _first_few([unit.name for unit in units])
    return Problem(code, "", len(units), names=names, asn=sums["asn"], enrolled=sums["enrolled"])


def _first_few(names: Sequence[str]) -> str:
    return ", ".join(names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else "")
