"""Applies a list to a baseline, and a second list on top of a first.

Both lists are applied to the data that the first one was applied to, so that the order of imports makes no
difference.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from simulator.intake.known_units import KnownUnits
from simulator.intake.listed_units import GivenUnit, as_listed
from simulator.intake.unit_changes import figures, new_units
from simulator.model.baseline import Baseline, UnitRow
from simulator.model.baseline_facts import BaselineFacts
from simulator.model.parts import SEGMENTS
from simulator.planning.other_data import ChangeKind, UnitChange
from simulator.store.baseline_files import baseline_names, read_baseline_named

Rows = tuple[UnitRow, ...]


@dataclass(frozen=True)
class Foundation:
    """The data to which every list since was applied; `lost` names data that should exist but are gone."""

    baseline: Baseline
    lost: str = ""

    @property
    def totals(self) -> dict[str, int]:
        """Enrolled of whole segments, given for the month of these data."""
        return _given_totals(self.baseline.facts)


def foundation_of(base: Baseline, month: str) -> Foundation:
    """The data to which a list of `month` based on `base` is applied.

    It is the foundation of `base`, unless totals were given with `base` for an earlier month than that of
    this list.
    """
    name = base.facts.builds_on
    if name is None or base.facts.totals and base.month_text < month:
        return Foundation(base)
    if name not in baseline_names():
        return Foundation(base, name)
    return Foundation(read_baseline_named(name))


def binding_totals(base: Baseline | None, month: str, given: Mapping[str, int]) -> dict[str, int]:
    """The totals given with a list, and those of an earlier list of the same month, which still apply."""
    earlier = _given_totals(base.facts) if base and base.month_text == month else {}
    return {**earlier, **given}


def _given_totals(facts: BaselineFacts) -> dict[str, int]:
    return {total.segment: int(total.enrolled) for total in facts.totals}


def changes_to(
    base: Baseline,
    foundation: Foundation,
    given: tuple[GivenUnit, ...],
    month: str,
    totals: Mapping[str, int],
    used: Collection[str],
) -> tuple[UnitChange, ...]:
    """What the given units change in `base`, applied to its foundation together with the earlier lists.

    `totals` are those that apply, `used` are codes that no new unit gets. Raises UserError with every
    contradiction to the totals.
    """
    older = foundation.totals
    if foundation.baseline.name == base.name:
        return new_units(given, base.units, base.facts, month, totals=totals, older_totals=older, used=used)
    known = KnownUnits(foundation.baseline)

    def code_in_foundation(unit: UnitRow) -> str:
        office = known.coded(unit.code) or known.named(unit.name, unit.segment)
        return office.base_code if office and office.segment == unit.segment else ""

    both, rows = _both_lists(given, base.units, foundation.baseline.units, code_in_foundation)
    facts = foundation.baseline.facts
    changes = new_units(both, rows, facts, month, totals=totals, older_totals=older, used=used)
    return _seen_from(base.units, changes, given)


def _both_lists(
    given: tuple[GivenUnit, ...], base: Rows, first: Rows, code_in_first: Callable[[UnitRow], str]
) -> tuple[tuple[GivenUnit, ...], Rows]:
    """The units of the older list together with those `given`, and the rows to apply them to.

    The older list consists of the units of `base` with figures of their own that `first` lacks;
    `code_in_first` is the code of a unit in `first`, empty if it has none. A segment that is completely
    known, earlier or from the given units, is applied to `base`.
    """
    both: list[GivenUnit] = []
    rows: list[UnitRow] = []
    for segment in SEGMENTS:
        listed = [one for one in given if one.unit.segment == segment]
        present, before = ([u for u in units if u.segment == segment] for units in (base, first))
        is_whole = segment != "other" and len(listed) >= len(present)
        if is_whole or all(u.has_own_figures for u in present):
            both, rows = both + listed, rows + present
            continue
        own = [u for u in present if u.has_own_figures and u not in before]
        again = {one.known_as: one for one in listed if one.known_as}
        taken: set[str] = set()
        for old in own:
            code = code_in_first(old)
            newest = again.get(old.code) or GivenUnit(0, "", as_listed(old))
            unit = replace(newest.unit, code=newest.unit.code or old.code)
            both.append(GivenUnit(newest.row, "" if code in taken else code, unit))
            taken.add(code)
        codes = {u.code for u in own}
        both, rows = both + [one for one in listed if one.known_as not in codes], rows + before
    return tuple(both), tuple(rows)


def _seen_from(
    base: Rows, changes: tuple[UnitChange, ...], given: tuple[GivenUnit, ...]
) -> tuple[UnitChange, ...]:
    """The same new units as changes of `base`; each unit of `base` is the old one in exactly one change."""
    left = {u.code: u for u in base}
    known = {(one.unit.segment, one.unit.name): one.known_as for one in given}
    seen: list[UnitChange] = []
    for change in changes:
        if change.new is not None:
            listed_as = known.get((change.new.segment, change.new.name))
            seen.append(_change_from(left, change.old, change.new, listed_as))
    for number, change in enumerate(seen):  # units with another place than in the older list
        if change.old is None and change.new is not None:
            seen[number] = _in_a_free_place(left, change, change.new)
    return (*seen, *(UnitChange("removed", unit, None) for unit in left.values()))


def _change_from(
    left: dict[str, UnitRow], old: UnitRow | None, new: UnitRow, listed_as: str | None
) -> UnitChange:
    """The change that made `new`, with the unit it replaces, which is removed from those left.

    `listed_as` is the code in the newest list, None if it does not name the unit.
    """
    code = new.code if listed_as is None else listed_as
    place = old.code if old and not code else code
    present = left.pop(place) if place in left and (code or not left[place].has_own_figures) else None
    alike = present is not None and figures(present) == figures(new)
    kind: ChangeKind = "kept" if alike else "respread"
    if listed_as is not None:
        same = alike and present is not None and present.has_own_figures
        kind = "new" if not code else "same" if same else "changed"
    return UnitChange(kind, present, new)


def _in_a_free_place(left: dict[str, UnitRow], change: UnitChange, new: UnitRow) -> UnitChange:
    """The change in place of a unit left without its own figures, which is then removed from those left."""
    free = [c for c, u in left.items() if u.segment == new.segment and not u.has_own_figures]
    return UnitChange(change.kind, left.pop(free[0]), new) if free else UnitChange("new", None, new)
