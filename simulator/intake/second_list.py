"""A second list upon a first: both are laid over the data that the first one was laid over, so that the way there makes no difference."""

from collections.abc import Callable
from dataclasses import replace

from simulator.intake.unit_changes import UnitChange, figures
from simulator.intake.unit_list import GivenUnit
from simulator.model.baseline import UnitRow
from simulator.model.scenario import SEGMENTS

Rows = tuple[UnitRow, ...]


def both_lists(
    given: tuple[GivenUnit, ...], base: Rows, start: Rows, known_at_start: Callable[[UnitRow], str]
) -> tuple[tuple[GivenUnit, ...], Rows]:
    """The units of the older list (those of `base` that `start` has not) under those `given`, and the rows to lay them over.

    `known_at_start` tells the code that `start` has for a unit of `base`, empty where it has none. A segment
    that is known whole, before or by the units given, is laid over `base`.
    """
    both: list[GivenUnit] = []
    rows: list[UnitRow] = []
    for segment in SEGMENTS:
        listed, present, first = (
            [u for u in units if u.segment == segment] for units in (given, base, start)
        )
        if all(u.has_own_figures for u in present) or segment != "other" and len(listed) >= len(present):
            both, rows = both + listed, rows + present
            continue
        own = [u for u in present if u.has_own_figures and u not in first]
        again = {u.known_as: u for u in listed if u.known_as}
        taken: set[str] = set()
        for unit in own:
            code = known_at_start(unit)
            newest = again.get(unit.code) or _as_given(unit)
            both.append(
                replace(newest, known_as="" if code in taken else code, code=newest.code or unit.code)
            )
            taken.add(code)
        codes = {u.code for u in own}
        both, rows = both + [u for u in listed if u.known_as not in codes], rows + first
    return tuple(both), tuple(rows)


def _as_given(unit: UnitRow) -> GivenUnit:
    return GivenUnit(
        0,
        "",
        unit.code,
        unit.name,
        unit.segment,
        unit.asn,
        unit.enrolled,
        unit.pledge_month,
        unit.pledge_workers,
        unit.note,
    )


def seen_from(
    base: Rows, changes: tuple[UnitChange, ...], given: tuple[GivenUnit, ...]
) -> tuple[UnitChange, ...]:
    """The same new units as changes of `base`, each of whose units is the old one of exactly one change."""
    left = {u.code: u for u in base}
    known = {(u.segment, u.name): u.known_as for u in given}
    found: list[UnitChange] = []
    for change in changes:
        new = change.new
        if new is None:
            continue
        listed = (new.segment, new.name) in known
        code = known[new.segment, new.name] if listed else new.code
        place = change.old.code if change.old and not code else code
        old = left.pop(place) if place in left and (code or not left[place].has_own_figures) else None
        alike = old is not None and figures(old) == figures(new)
        if listed:
            kind = "new" if not code else "same" if alike and old.has_own_figures else "changed"
        else:
            kind = "kept" if alike else "respread"
        found.append(UnitChange(kind, old, new))
    for number, change in enumerate(found):  # who got another place than in the older list
        if change.old is None:
            code = next(
                (c for c, u in left.items() if u.segment == change.new.segment and not u.has_own_figures),
                None,
            )
            found[number] = UnitChange(
                change.kind if code else "new", left.pop(code) if code else None, change.new
            )
    return (*found, *(UnitChange("removed", unit, None) for unit in left.values()))
