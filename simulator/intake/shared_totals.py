"""Divides the rest of the published totals among the units that a list does not name, by largest remainder.

In a later month than that of the totals, units not listed whose figures would fall keep all their figures,
and the total changes accordingly.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from simulator.errors import Problem
from simulator.intake.shared_enrolled import share_enrolled
from simulator.intake.shared_other import share_other
from simulator.intake.shares import RowsByCode, SegmentUnits, beyond, put, spread
from simulator.model.baseline import UnitRow
from simulator.model.baseline_facts import BaselineFacts

Sharing = Callable[["SegmentUnits", RowsByCode, list[Problem]], None]
"""Gives the units not listed their share of one kind of figure, or adds the problem that prevents it."""


def share_out(
    shares: Sequence[SegmentUnits], facts: BaselineFacts | None, month: str, problems: list[Problem]
) -> RowsByCode:
    """The units not listed, by code, with their shares of the rest; adds every contradiction to a total."""
    new = {u.code: u for share in shares for u in share.rest}
    later = facts is not None and month > facts.month
    for share in shares:
        if share.segment != "other":
            _unless_lowered(_share_asn, ("asn",), later, share, new, problems)
            figures = ("asn", "enrolled")
            _unless_lowered(share_enrolled, figures, later and not share.binds, share, new, problems)
            _unless_lowered(_share_pledges, ("pledge_workers",), later, share, new, problems)
            _raise_asn_to_pledges(share, new)
    if not problems:
        share_other(shares, facts, month, new, problems)
    return new


def _unless_lowered(
    sharing: Sharing,
    figures: Sequence[str],
    later: bool,
    share: SegmentUnits,
    new: RowsByCode,
    problems: list[Problem],
) -> None:
    """Divide some figures; in a later month the units keep all of theirs if any unit would have less."""
    if not later:
        return sharing(share, new, problems)
    trial: RowsByCode = dict(new)
    refused: list[Problem] = []
    sharing(share, trial, refused)
    pairs = [(trial[u.code], u) for u in share.rest]
    lowered = any(getattr(now, f) < getattr(before, f) for now, before in pairs for f in figures)
    if refused or lowered:
        trial = {u.code: replace(new[u.code], **{f: getattr(u, f) for f in figures}) for u in share.rest}
    return new.update(trial)


def _share_asn(share: SegmentUnits, new: RowsByCode, problems: list[Problem]) -> None:
    """Divide ASN among participating units and among the others: each group has a published total."""
    for taking_part in (True, False):
        _share_asn_of(share, taking_part, new, problems)


def _share_asn_of(share: SegmentUnits, taking_part: bool, new: RowsByCode, problems: list[Problem]) -> None:
    def counts(unit: UnitRow) -> bool:
        return unit.asn_basis == "allocated" and (unit.enrolled > 0) == taking_part

    rest = [u for u in share.rest if counts(u)]
    replaced = [(given, old) for given, old in share.pairs if old and counts(old)]
    if not rest or not replaced:
        return
    total = sum(u.asn for u in rest) + sum(old.asn for _, old in replaced)
    given = sum(one.unit.asn for one, _ in replaced)
    least = [2 if u.status == "partial" else 1 for u in rest]
    parts = spread(total - given, [u.asn for u in rest], least)
    if parts is None:
        problems.append(beyond("asn", share, given, total, len(rest)))
    else:
        put(new, rest, "asn", parts)


def _share_pledges(share: SegmentUnits, new: RowsByCode, problems: list[Problem]) -> None:
    """Divide pledged workers.

    A listed unit that now pays has fulfilled that part of its pledge; one that does neither has withdrawn it.
    """
    rest = [u for u in share.rest if u.pledge_basis == "allocated"]
    replaced = [(given.unit, old) for given, old in share.pairs if old and old.pledge_basis == "allocated"]
    if not rest or not replaced:
        return
    total = sum(u.pledge_workers for u in rest) + sum(old.pledge_workers for _, old in replaced)
    given = sum(max(g.pledge_workers, g.enrolled) or old.pledge_workers for g, old in replaced)
    parts = spread(total - given, [u.pledge_workers for u in rest], [1] * len(rest))
    if parts is None:
        problems.append(beyond("pledges", share, given, total, len(rest)))
    else:
        put(new, rest, "pledge_workers", parts)


def _raise_asn_to_pledges(share: SegmentUnits, new: RowsByCode) -> None:
    """Raise the ASN of pledging units to at least one per pledged worker: only the pledges were published.

    The additional ASN are taken from the other ASN.
    """
    for old in share.rest:
        unit = new[old.code]
        if unit.pledge_basis == "allocated" and old.pledge_workers < unit.pledge_workers > unit.asn:
            new[unit.code] = replace(unit, asn=unit.pledge_workers)
