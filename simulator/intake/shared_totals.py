"""What is left of the published totals for the units that a list does not name, by largest remainder.

In a later month than that of the totals, units not listed whose figures would fall keep them all, and the
total follows.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from simulator.errors import Problem
from simulator.intake.unit_list import GivenUnit
from simulator.model.baseline import BaselineFacts, UnitRow
from simulator.planning.rounding import largest_remainder

Rows = dict[str, UnitRow]
"""The units not listed, by code."""
Pair = tuple[GivenUnit, UnitRow | None]
"""A listed unit, and the unit whose place it takes."""
Sharing = Callable[["Shares", Rows, list[Problem]], None]
"""Gives the units not listed their share of one kind of figure, or adds why there is none."""


@dataclass(frozen=True)
class Shares:
    """One segment: the listed units in their places, and the units not listed.

    `enrolled` is the segment's total where it was given with a list; it `binds` whatever becomes of the units
    not listed where it was given for this very month.
    """

    segment: str
    pairs: tuple[Pair, ...]
    rest: tuple[UnitRow, ...]
    enrolled: int | None
    binds: bool = False


def share_out(
    shares: Sequence[Shares], facts: BaselineFacts | None, month: str, problems: list[Problem]
) -> Rows:
    """The units not listed, by code, with what is left for them; adds every contradiction to a total."""
    new = {u.code: u for share in shares for u in share.rest}
    later = facts is not None and month > facts.month
    for share in shares:
        if share.segment != "other":
            _unless_lowered(_share_asn, ("asn",), later, share, new, problems)
            figures = ("asn", "enrolled")
            _unless_lowered(_share_enrolled, figures, later and not share.binds, share, new, problems)
            _unless_lowered(_share_pledges, ("pledge_workers",), later, share, new, problems)
            _raise_asn_to_pledges(share, new)
    if not problems:
        _share_other(shares, facts, month, new, problems)
    return new


def _unless_lowered(
    sharing: Sharing,
    figures: Sequence[str],
    later: bool,
    share: Shares,
    new: Rows,
    problems: list[Problem],
) -> None:
    """Shares some figures out; in a later month the units keep them all where any would have less."""
    if not later:
        return sharing(share, new, problems)
    trial: Rows = dict(new)
    refused: list[Problem] = []
    sharing(share, trial, refused)
    pairs = [(trial[u.code], u) for u in share.rest]
    lowered = any(getattr(now, f) < getattr(before, f) for now, before in pairs for f in figures)
    if refused or lowered:
        trial = {u.code: replace(new[u.code], **{f: getattr(u, f) for f in figures}) for u in share.rest}
    return new.update(trial)


def _put(new: Rows, units: Sequence[UnitRow], figure: str, parts: Sequence[int]) -> None:
    for unit, part in zip(units, parts):
        changed: dict[str, Any] = {figure: part}
        new[unit.code] = replace(new[unit.code], **changed)


def _share_asn(share: Shares, new: Rows, problems: list[Problem]) -> None:
    """ASN of units that take part, and of the others: each has a published total of its own."""
    for taking_part in (True, False):
        _share_asn_of(share, taking_part, new, problems)


def _share_asn_of(share: Shares, taking_part: bool, new: Rows, problems: list[Problem]) -> None:
    def counts(unit: UnitRow) -> bool:
        return unit.asn_basis == "allocated" and (unit.enrolled > 0) == taking_part

    rest = [u for u in share.rest if counts(u)]
    replaced = [(given, old) for given, old in share.pairs if old and counts(old)]
    if not rest or not replaced:
        return
    total = sum(u.asn for u in rest) + sum(old.asn for _, old in replaced)
    given = sum(one.unit.asn for one, _ in replaced)
    least = [2 if 0 < u.enrolled < u.asn else 1 for u in rest]
    parts = spread(total - given, [u.asn for u in rest], least)
    if parts is None:
        problems.append(_beyond("asn", share, given, total, len(rest)))
    else:
        _put(new, rest, "asn", parts)


def _share_enrolled(share: Shares, new: Rows, problems: list[Problem]) -> None:
    """Enrolled of the units that take part.

    Those the press calls full stay so, at whatever size; every other one keeps below its ASN.
    """
    rest = [u for u in share.rest if u.enrolled_basis == "allocated" and u.enrolled > 0]
    total, given = _enrolled_to_share(share, rest)
    if not rest:
        if share.enrolled is not None and total != given:
            problems.append(Problem("total_not_reached", "", given, segment=share.segment, total=total))
        return
    left = total - given
    if share.enrolled is None and not any(_is_allocated(old) for _, old in share.pairs):
        return
    if left < len(rest):
        problems.append(_beyond("enrolled", share, given, total, len(rest)))
        return
    full = [u for u in rest if u.enrolled >= u.asn]
    partial = [u for u in rest if u.enrolled < u.asn]
    _resize_full(full, partial, left, new)
    _put(new, full, "enrolled", [new[u.code].asn for u in full])
    if not partial:
        return
    most = [max(1, new[u.code].asn - 1) for u in partial]
    parts = spread(left - sum(new[u.code].asn for u in full), None, [1] * len(partial), most)
    if parts is None:
        values = {"units": len(rest), "given": given, "total": total}
        asn = sum(new[u.code].asn for u in rest)
        problems.append(Problem("rest_beyond_asn", "", left, segment=share.segment, asn=asn, **values))
    else:
        _put(new, partial, "enrolled", parts)


def _is_allocated(unit: UnitRow | None) -> bool:
    return unit is not None and unit.enrolled_basis == "allocated" and unit.enrolled > 0


def _enrolled_to_share(share: Shares, rest: Sequence[UnitRow]) -> tuple[int, int]:
    """The total that binds the units of a segment, and how much of it the list and figures that stay give."""
    if share.enrolled is not None:
        stay = sum(u.enrolled for u in share.rest) - sum(u.enrolled for u in rest)
        return share.enrolled, sum(given.unit.enrolled for given, _ in share.pairs) + stay
    replaced = [(given, old) for given, old in share.pairs if old and _is_allocated(old)]
    total = sum(u.enrolled for u in rest) + sum(old.enrolled for _, old in replaced)
    return total, sum(given.unit.enrolled for given, _ in replaced)


def _resize_full(full: list[UnitRow], partial: list[UnitRow], left: int, new: Rows) -> None:
    """Sizes the full units so that `left` workers fit: only that each ASN pays for one is published."""
    if not full:
        return
    size = sum(new[u.code].asn for u in full)
    from_one_total = all(u.asn_basis == "allocated" for u in full + partial)
    room = sum(max(1, new[u.code].asn - 1) for u in partial)
    least = len(full) if from_one_total or not partial else max(len(full), left - room)
    wanted = left if not partial else min(max(size, least), left - len(partial))
    parts = spread(wanted, [u.asn for u in full], [1] * len(full))
    if wanted == size or parts is None:
        return
    _put(new, full, "asn", parts)
    if from_one_total and partial:
        asn = sum(new[u.code].asn for u in partial) + size - wanted
        parts = spread(asn, [u.asn for u in partial], [2] * len(partial))
        if parts is not None:
            _put(new, partial, "asn", parts)


def _share_pledges(share: Shares, new: Rows, problems: list[Problem]) -> None:
    """Pledged workers.

    A listed unit that now pays has kept so much of its pledge; one that does neither has withdrawn its own.
    """
    rest = [u for u in share.rest if u.pledge_basis == "allocated"]
    replaced = [(given.unit, old) for given, old in share.pairs if old and old.pledge_basis == "allocated"]
    if not rest or not replaced:
        return
    total = sum(u.pledge_workers for u in rest) + sum(old.pledge_workers for _, old in replaced)
    given = sum(max(g.pledge_workers, g.enrolled) or old.pledge_workers for g, old in replaced)
    parts = spread(total - given, [u.pledge_workers for u in rest], [1] * len(rest))
    if parts is None:
        problems.append(_beyond("pledges", share, given, total, len(rest)))
    else:
        _put(new, rest, "pledge_workers", parts)


def _raise_asn_to_pledges(share: Shares, new: Rows) -> None:
    """Pledges were published and their ASN were not: one for each worker pledged at least.

    What is added is taken from the other ASN.
    """
    for old in share.rest:
        unit = new[old.code]
        if unit.pledge_basis == "allocated" and old.pledge_workers < unit.pledge_workers > unit.asn:
            new[unit.code] = replace(unit, asn=unit.pledge_workers)


def _share_other(
    shares: Sequence[Shares], facts: BaselineFacts | None, month: str, new: Rows, problems: list[Problem]
) -> None:
    """The other ASN are what is left of all ASN and, in the baseline's own month, of all enrolled."""
    share = next(s for s in shares if s.segment == "other")
    rest = [u for u in share.rest if not u.has_own_figures]
    if not rest:
        given = _sum([share], new, "enrolled")
        if share.binds and share.enrolled != given:
            problems.append(Problem("total_not_reached", "", given, segment="other", total=share.enrolled))
        return
    asn_total = _published(facts, "asn_total")
    if asn_total is not None:
        given = _sum(shares, new, "asn", rest)
        parts = spread(asn_total - given, [u.asn for u in rest], [1] * len(rest))
        if parts is None:
            problems.append(Problem("asn_beyond_total", "", given, total=asn_total))
        else:
            _put(new, rest, "asn", parts)
    total, given, gives_way = _enrolled_of_other(share, shares, rest, facts, month, new)
    left = max(0, total - given) if gives_way else total - given
    parts = spread(left, [u.enrolled + 1 for u in rest], [0] * len(rest))
    if parts is None:
        problems.append(Problem("enrolled_beyond_total", "", given, total=total))
    else:
        _put(new, rest, "enrolled", parts)


def _enrolled_of_other(
    share: Shares,
    shares: Sequence[Shares],
    rest: Sequence[UnitRow],
    facts: BaselineFacts | None,
    month: str,
    new: Rows,
) -> tuple[int, int, bool]:
    """The total the other ASN share, how much of it is given, and whether it gives way where less is left."""
    if share.binds and share.enrolled is not None:
        return share.enrolled, _sum([share], new, "enrolled", rest), False
    everybody = _published(facts, "enrolled_total") if facts and facts.month == month else None
    if everybody is not None and all(s.enrolled is None for s in shares):
        return everybody, _sum(shares, new, "enrolled", rest), False
    if share.enrolled is not None:
        return share.enrolled, _sum([share], new, "enrolled", rest), True
    replaced = sum(old.enrolled for _, old in share.pairs if old and not old.has_own_figures)
    given = sum(one.unit.enrolled for one, _ in share.pairs)
    return sum(u.enrolled for u in rest) + replaced, given, True  # an assumed number gives way


def _published(facts: BaselineFacts | None, key: str) -> int | None:
    fact = facts.fact(key) if facts else None
    return int(fact.value) if fact else None


def _sum(
    shares: Sequence[Shares], new: Mapping[str, UnitRow], figure: str, besides: Sequence[UnitRow] = ()
) -> int:
    """ASN or enrolled of all units of some segments, listed or not, but for some."""
    without = {u.code for u in besides}
    listed: int = sum(getattr(given.unit, figure) for s in shares for given, _ in s.pairs)
    others = [new[u.code] for s in shares for u in s.rest if u.code not in without]
    return listed + sum(int(getattr(unit, figure)) for unit in others)


def _beyond(what: str, share: Shares, given: int, total: int, units: int) -> Problem:
    return Problem(f"given_beyond_{what}", "", given, segment=share.segment, total=total, units=units)


def spread(
    total: int, weights: Sequence[int] | None, least: Sequence[int], most: Sequence[int] | None = None
) -> list[int] | None:
    """Whole parts of `total`, each at least its `least`; None where they do not fit.

    What is beyond that is shared by `weights`, or by the room up to `most`.
    """
    low = np.array(least, dtype=float)
    room = np.array(weights, dtype=float) if most is None else np.array(most, dtype=float) - low
    spare = total - low.sum()
    if spare < 0 or most is not None and spare > room.sum():
        return None
    if room.sum() == 0:
        room = np.ones_like(low) if most is None else room
    values = low + (spare * room / room.sum() if spare else 0)
    parts: list[int] = largest_remainder(values, total).tolist()
    return parts
