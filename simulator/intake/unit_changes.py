"""Applies a list of units to a baseline: which units are replaced, and what is left for units not listed.

If a baseline divided a published total among its units (`allocated`), the units not listed share that total
less the figures of the list. A figure that nobody published (`assumed`) stays; `other` is the rest of the
published number of all ASN, and yields.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from simulator.errors import Problem, UserError
from simulator.intake.listed_units import GivenUnit
from simulator.intake.shared_totals import share_out
from simulator.intake.shares import Pair, SegmentUnits
from simulator.model.baseline import UnitRow
from simulator.model.baseline_facts import BaselineFacts
from simulator.model.parts import SEGMENTS
from simulator.planning.other_data import ChangeKind, UnitChange

CODES = {"opd": "OPD", "kecamatan": "KEC", "other": "LAIN"}
PLACES = {
    "participating": ("partial", "pledged", "outside"),
    "pledged": ("pledged", "outside", "partial"),
    "outside": ("outside", "pledged", "partial"),
}
"""Which unit an office with an unknown name replaces, by its present status, best first."""


def new_units(
    given: Sequence[GivenUnit],
    base: Sequence[UnitRow],
    facts: BaselineFacts | None,
    month: str,
    *,
    complete: bool = False,
    totals: Mapping[str, int] | None = None,
    older_totals: Mapping[str, int] | None = None,
    used: Collection[str] = (),
) -> tuple[UnitChange, ...]:
    """The change of every unit; raises UserError with every contradiction to the totals.

    `complete` means that the list names every unit. `totals` are enrolled of whole segments in `month`, if
    they differ from those of the baseline; `older_totals` are those of the month of the baseline, if they
    were given with a list. `used` are codes that no new unit gets. A list that names at least as many OPD (or
    kecamatan) as the baseline has is complete for them.
    """
    problems: list[Problem] = []
    shares: list[SegmentUnits] = []
    known, binding = {**(older_totals or {}), **(totals or {})}, totals or {}
    for segment in SEGMENTS:
        listed = [one for one in given if one.unit.segment == segment]
        present = [u for u in base if u.segment == segment]
        matched = {one.known_as for one in listed}
        rest = [u for u in present if u.code not in matched]
        if complete or segment != "other" and len(listed) >= len(present):
            rest = []
        by_code = {u.code: u for u in present}
        pairs = [(one, by_code.get(one.known_as)) for one in listed]
        if segment != "other":
            pairs, rest = _placed(pairs, rest, segment, len(present), problems)
        shares.append(
            SegmentUnits(segment, tuple(pairs), tuple(rest), known.get(segment), segment in binding)
        )
    rests = share_out(shares, facts, month, problems)
    if problems:
        raise UserError(*problems)
    return _changes(shares, rests, base, used)


def _placed(
    pairs: list[Pair], rest: list[UnitRow], segment: str, count: int, problems: list[Problem]
) -> tuple[list[Pair], list[UnitRow]]:
    """Let each office with an unknown name replace a unit without figures of its own."""
    nameless = [u for u in rest if not u.has_own_figures and u.status != "full"]
    named = [u.name for u in rest if not u.has_own_figures and u.status == "full"]
    placed: list[Pair] = []
    left_over = 0
    for given, known in pairs:
        place, unit = known, given.unit
        if known is None and (nameless or named):
            now = "participating" if unit.enrolled else "pledged" if unit.pledge_month else "outside"
            alike = [u for wanted in PLACES[now] for u in nameless if u.status == wanted]
            place = alike[0] if alike else None
            left_over += place is None
            nameless = [u for u in nameless if u is not place]
        placed.append((given, place))
    if left_over:
        values = {"segment": segment, "allowed": count, "names": ", ".join(named)}
        problems.append(Problem("more_units_than_published", "", len(pairs) + len(named), **values))
    taken = {old.code for _, old in placed if old}
    return placed, [u for u in rest if u.code not in taken]


def _changes(
    shares: Sequence[SegmentUnits],
    rests: Mapping[str, UnitRow],
    base: Sequence[UnitRow],
    used: Collection[str],
) -> tuple[UnitChange, ...]:
    codes = {u.code for u in base} | {given.unit.code for share in shares for given, _ in share.pairs}
    codes |= set(used)
    changes: list[UnitChange] = []
    for share in shares:
        for given, old in share.pairs:
            new = _coded(given.unit, codes)
            codes.add(new.code)
            changes.append(UnitChange(_kind(given, old, new), old, new))
        for old in share.rest:
            new = rests[old.code]
            changes.append(UnitChange("kept" if figures(new) == figures(old) else "respread", old, new))
    seen = {change.old.code for change in changes if change.old}
    return (*changes, *(UnitChange("removed", unit, None) for unit in base if unit.code not in seen))


def _kind(given: GivenUnit, old: UnitRow | None, new: UnitRow) -> ChangeKind:
    if old is None or old.code != given.known_as:
        return "new"
    return "same" if figures(old) == figures(new) and old.has_own_figures else "changed"


def figures(unit: UnitRow) -> tuple[int, int, str, int]:
    """The figures of a unit, for comparison."""
    return unit.asn, unit.enrolled, unit.pledge_month, unit.pledge_workers


def _coded(unit: UnitRow, codes: set[str]) -> UnitRow:
    """The unit with a code; without one it gets the next free number of its segment."""
    if unit.code:
        return unit
    numbered = (f"{CODES[unit.segment]}-{n:02d}" for n in range(1, len(codes) + 2))
    return replace(unit, code=next(code for code in numbered if code not in codes))
