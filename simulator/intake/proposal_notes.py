"""Notes on a proposed baseline: on its units, and on its totals, deaths and pledges."""

from collections.abc import Mapping, Sequence

from simulator.errors import Problem
from simulator.intake.known_units import KnownUnits
from simulator.intake.laid_over import Foundation
from simulator.intake.sheet import first_few
from simulator.model.baseline import Baseline, UnitRow
from simulator.model.baseline_facts import BaselineFacts
from simulator.model.parts import SEGMENTS
from simulator.planning.other_data import UnitChange, added_up


def unit_notes(changes: Sequence[UnitChange], offices: KnownUnits) -> list[Problem]:
    """Notes on unknown names, on offices missing from the list, and on offices that no longer exist."""
    unknown = [
        change
        for change in changes
        if change.kind == "new" and change.new and offices.named(change.new.name, change.new.segment) is None
    ]
    placed = [f"{c.new.name} → {c.old.name}" for c in unknown if c.new and c.old]
    stay = [c.new for c in changes if c.kind == "kept" and c.new and c.new.has_own_figures]
    gone = [c.old for c in changes if c.kind == "removed" and c.old]
    notes = [Problem("took_places", "", len(placed), names=first_few(placed))] if placed else []
    added = [c.new for c in unknown if c.new and c.old is None and offices.count]
    for code, units in (("units_added", added), ("not_listed", stay), ("no_longer_there", gone)):
        if units:
            notes.append(_about(code, units))
    return notes


def _about(code: str, units: Sequence[UnitRow]) -> Problem:
    """A note on some units with their names and the sums of their ASN and enrolled."""
    sums, names = added_up(units), first_few([unit.name for unit in units])
    return Problem(code, "", len(units), names=names, asn=sums["asn"], enrolled=sums["enrolled"])


def baseline_notes(
    base: Baseline | None,
    foundation: Foundation | None,
    facts: BaselineFacts,
    units: Sequence[UnitRow],
    totals: Mapping[str, int],
) -> list[Problem]:
    """Notes on the new baseline beyond the list itself."""
    notes = _total_notes(foundation, facts, units, totals) if foundation else []
    if base and foundation and foundation.lost:
        notes.append(Problem("start_lost", "", foundation.lost, baseline=base.name))
    if facts.deaths is None:
        notes.append(Problem("deaths_unknown", ""))
    elif facts.deaths_month:
        notes.append(deaths_stand(facts.deaths.value, facts.deaths_month, facts.month))
    for segment in SEGMENTS:
        overdue = [u for u in units if u.segment == segment and "" < u.pledge_month <= facts.month]
        if overdue:
            notes.append(Problem("pledges_overdue", "", len(overdue), segment=segment, month=facts.month))
    rest = sum(not unit.has_own_figures for unit in units)
    if rest:
        notes.append(Problem("rest_allocated", "", rest, units=len(units)))
    return notes


def deaths_stand(deaths: float, since: str, month: str) -> Problem:
    """The note that deaths up to `month` are not known, only those up to `since`."""
    return Problem("deaths_stand", "", deaths=deaths, since=since, month=month)


def _total_notes(
    foundation: Foundation, facts: BaselineFacts, units: Sequence[UnitRow], totals: Mapping[str, int]
) -> list[Problem]:
    """Notes on totals of an earlier month that units without their own figures share, or exceed."""
    baseline, notes = foundation.baseline, []
    shared = {unit.segment for unit in units if unit.enrolled and not unit.has_own_figures}
    for segment in SEGMENTS if baseline.month_text < facts.month else ():
        if segment in totals or segment not in shared:
            continue
        before, now = (added_up(rows, segment)["enrolled"] for rows in (baseline.units, units))
        total = foundation.totals.get(segment, before)
        code = "total_stands" if total == now else "total_moved"
        months = {"since": baseline.month_text, "month": facts.month}
        notes.append(Problem(code, "", segment=segment, total=total, new=now, **months))
    return notes
