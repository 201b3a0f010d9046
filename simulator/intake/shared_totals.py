"""What is left of the published totals for the units that a list does not name, spread evenly by largest remainder.

In a later month than that of the totals nobody is squeezed into them: units not listed whose figures would
fall keep them, and the total follows.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from simulator.errors import Problem
from simulator.intake.unit_list import GivenUnit
from simulator.model.baseline import BaselineFacts, UnitRow
from simulator.planning.rounding import largest_remainder


@dataclass(frozen=True)
class Shares:
    """One segment: listed units, each with the unit whose place it takes, the units not listed, and the segment's enrolled where told.

    `typed` says that it was told for this very month, so that it binds whatever becomes of the units not
    listed.
    """

    segment: str
    pairs: tuple[tuple[GivenUnit, UnitRow | None], ...]
    rest: tuple[UnitRow, ...]
    enrolled: int | None
    typed: bool = False


def share_out(
    shares: Sequence[Shares], facts: BaselineFacts | None, month: str, problems: list[Problem]
) -> dict[str, UnitRow]:
    """The units not listed, by code, with what is left for them; tells every total that the list contradicts."""
    new = {u.code: u for share in shares for u in share.rest}
    later = facts is not None and month > facts.month
    for share in shares:
        if share.segment != "other":
            _unless_lowered(_share_asn, ("asn",), later, share, new, problems)
            _unless_lowered(
                _share_enrolled, ("asn", "enrolled"), later and not share.typed, share, new, problems
            )
            _unless_lowered(_share_pledges, ("pledge_workers",), later, share, new, problems)
    if not problems:
        _share_other(shares, facts, month, new, problems)
    return new


def _unless_lowered(
    act: Callable[..., None],
    figures: Sequence[str],
    later: bool,
    share: Shares,
    new: dict[str, UnitRow],
    problems: list[Problem],
) -> None:
    """Shares some figures out. In a later month the units not listed all keep them as they were where any would have less."""
    if not later:
        return act(share, new, problems)
    trial, told = dict(new), []
    act(share, trial, told)
    lowered = any(
        getattr(trial[u.code], figure) < getattr(u, figure) for u in share.rest for figure in figures
    )
    kept = {
        u.code: replace(new[u.code], **{figure: getattr(u, figure) for figure in figures}) for u in share.rest
    }
    return new.update(kept if told or lowered else trial)


def _share_asn(share: Shares, new: dict[str, UnitRow], problems: list[Problem]) -> None:
    """ASN of units that take part, and of the others: each has a published total of its own."""
    for taking_part in (True, False):
        _share_asn_of(share, taking_part, new, problems)


def _share_asn_of(share: Shares, taking_part: bool, new: dict[str, UnitRow], problems: list[Problem]) -> None:
    def counts(unit: UnitRow | None) -> bool:
        return unit is not None and unit.asn_basis == "allocated" and (unit.enrolled > 0) == taking_part

    rest = [u for u in share.rest if counts(u)]
    replaced = [(given, old) for given, old in share.pairs if counts(old)]
    if not rest or not replaced:
        return
    total, given = (
        sum(u.asn for u in rest) + sum(old.asn for _, old in replaced),
        sum(g.asn for g, _ in replaced),
    )
    parts = spread(total - given, [u.asn for u in rest], [2 if 0 < u.enrolled < u.asn else 1 for u in rest])
    if parts is None:
        problems.append(_beyond("asn", share.segment, given, total, rest))
    else:
        new.update({u.code: replace(new[u.code], asn=part) for u, part in zip(rest, parts)})


def _share_enrolled(share: Shares, new: dict[str, UnitRow], problems: list[Problem]) -> None:
    """Enrolled of the units that take part. Those the press calls full stay so, at whatever size: every other one keeps below its ASN."""
    rest = [u for u in share.rest if u.enrolled_basis == "allocated" and u.enrolled > 0]
    replaced = [
        (given, old)
        for given, old in share.pairs
        if old and old.enrolled_basis == "allocated" and old.enrolled > 0
    ]
    fixed = sum(u.enrolled for u in share.rest) - sum(u.enrolled for u in rest)
    if share.enrolled is not None:
        total, given = share.enrolled, sum(g.enrolled for g, _ in share.pairs) + fixed
    else:
        total, given = (
            sum(u.enrolled for u in rest) + sum(old.enrolled for _, old in replaced),
            sum(g.enrolled for g, _ in replaced),
        )
    if not rest:
        if share.enrolled is not None and total != given:
            problems.append(
                Problem("total_not_reached", "", given, {"segment": share.segment, "total": total})
            )
        return
    if not replaced and share.enrolled is None:
        return
    full, partial = [u for u in rest if u.enrolled >= u.asn], [u for u in rest if u.enrolled < u.asn]
    left = total - given
    if left < len(rest):
        problems.append(_beyond("enrolled", share.segment, given, total, rest))
        return
    _resize_full(full, partial, left, new)
    left -= sum(new[u.code].asn for u in full)
    new.update({u.code: replace(new[u.code], enrolled=new[u.code].asn) for u in full})
    if not partial:
        return
    asn = [new[u.code].asn for u in partial]
    parts = spread(left, None, [1] * len(partial), [max(1, a - 1) for a in asn])
    if parts is None:
        room = sum(new[u.code].asn for u in rest)
        problems.append(
            Problem(
                "rest_beyond_asn",
                "",
                total - given,
                {"segment": share.segment, "units": len(rest), "asn": room, "given": given, "total": total},
            )
        )
    else:
        new.update({u.code: replace(new[u.code], enrolled=part) for u, part in zip(partial, parts)})


def _resize_full(full: list[UnitRow], partial: list[UnitRow], left: int, new: dict[str, UnitRow]) -> None:
    """Sizes the full units so that `left` workers fit: nobody published how large they are, only that each ASN pays for one."""
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
    new.update({u.code: replace(new[u.code], asn=part) for u, part in zip(full, parts)})
    if from_one_total and partial:
        asn = spread(
            sum(new[u.code].asn for u in partial) + size - wanted,
            [u.asn for u in partial],
            [2] * len(partial),
        )
        if asn is not None:
            new.update({u.code: replace(new[u.code], asn=part) for u, part in zip(partial, asn)})


def _share_pledges(share: Shares, new: dict[str, UnitRow], problems: list[Problem]) -> None:
    """Pledged workers. A listed unit that now pays has kept so much of its pledge; one that does neither has withdrawn its own."""
    rest = [u for u in share.rest if u.pledge_basis == "allocated"]
    replaced = [(given, old) for given, old in share.pairs if old and old.pledge_basis == "allocated"]
    if not rest or not replaced:
        return
    total = sum(u.pledge_workers for u in rest) + sum(old.pledge_workers for _, old in replaced)
    given = sum(max(g.pledge_workers, g.enrolled) or old.pledge_workers for g, old in replaced)
    parts = spread(total - given, [u.pledge_workers for u in rest], [1] * len(rest))
    if parts is None:
        problems.append(_beyond("pledges", share.segment, given, total, rest))
    else:
        new.update({u.code: replace(new[u.code], pledge_workers=part) for u, part in zip(rest, parts)})


def _share_other(
    shares: Sequence[Shares],
    facts: BaselineFacts | None,
    month: str,
    new: dict[str, UnitRow],
    problems: list[Problem],
) -> None:
    """The other ASN are what is left of all ASN and, in the baseline's own month, of all enrolled."""
    share = next(s for s in shares if s.segment == "other")
    rest = [u for u in share.rest if not u.has_own_figures]
    told = {f.key: int(f.value) for f in facts.facts} if facts else {}
    if not rest:
        if share.typed and share.enrolled != (given := _sum(shares, new, "enrolled", [], "other")):
            problems.append(
                Problem("total_not_reached", "", given, {"segment": "other", "total": share.enrolled})
            )
        return
    if "asn_total" in told:
        given = _sum(shares, new, "asn", rest)
        parts = spread(told["asn_total"] - given, [u.asn for u in rest], [1] * len(rest))
        if parts is None:
            problems.append(Problem("asn_beyond_total", "", given, {"total": told["asn_total"]}))
        else:
            new.update({u.code: replace(new[u.code], asn=part) for u, part in zip(rest, parts)})
    same_month = facts is not None and facts.month == month and "enrolled_total" in told
    if share.typed:
        total, given, segment = share.enrolled, _sum(shares, new, "enrolled", rest, "other"), "other"
    elif same_month and not any(s.enrolled is not None for s in shares):
        total, given, segment = told["enrolled_total"], _sum(shares, new, "enrolled", rest), ""
    else:
        replaced = sum(old.enrolled for _, old in share.pairs if old and not old.has_own_figures)
        given = (
            _sum([share], new, "enrolled", rest)
            if share.enrolled is not None
            else sum(g.enrolled for g, _ in share.pairs)
        )
        total, segment = (
            share.enrolled if share.enrolled is not None else sum(u.enrolled for u in rest) + replaced,
            None,
        )
    left = (
        max(0, total - given) if segment is None else total - given
    )  # an assumed number gives way, a told one does not
    parts = spread(left, [u.enrolled + 1 for u in rest], [0] * len(rest))
    if parts is None:
        problems.append(Problem("enrolled_beyond_total", "", given, {"total": total}))
    else:
        new.update({u.code: replace(new[u.code], enrolled=part) for u, part in zip(rest, parts)})


def _sum(
    shares: Sequence[Shares],
    new: Mapping[str, UnitRow],
    what: str,
    besides: Sequence[UnitRow],
    segment: str = "",
) -> int:
    """ASN or enrolled of all units, or of a segment's, listed or not, but for some."""
    without = {u.code for u in besides}
    chosen = [s for s in shares if segment in ("", s.segment)]
    listed = sum(getattr(given, what) for s in chosen for given, _ in s.pairs)
    return listed + sum(getattr(new[u.code], what) for s in chosen for u in s.rest if u.code not in without)


def _beyond(what: str, segment: str, given: int, total: int, rest: Sequence[UnitRow]) -> Problem:
    return Problem(
        f"given_beyond_{what}", "", given, {"segment": segment, "total": total, "units": len(rest)}
    )


def spread(
    total: int, weights: Sequence[int] | None, least: Sequence[int], most: Sequence[int] | None = None
) -> list[int] | None:
    """Whole parts of `total`, each at least its `least`: beyond that by `weights`, or by the room up to `most`; None where it does not fit."""
    low = np.array(least, dtype=float)
    room = np.array(weights, dtype=float) if most is None else np.array(most, dtype=float) - low
    spare = total - low.sum()
    if spare < 0 or most is not None and spare > room.sum():
        return None
    if room.sum() == 0:
        room = np.ones_like(low) if most is None else room
    values = low + (spare * room / room.sum() if spare else 0)
    return largest_remainder(values, total).tolist()
