"""Computes the rest of all ASN, and of all enrolled, for the other ASN."""

from collections.abc import Mapping, Sequence

from simulator.errors import Problem
from simulator.intake.shares import RowsByCode, SegmentUnits, put, spread
from simulator.model.baseline import UnitRow
from simulator.model.baseline_facts import BaselineFacts


def share_other(
    shares: Sequence[SegmentUnits],
    facts: BaselineFacts | None,
    month: str,
    new: RowsByCode,
    problems: list[Problem],
) -> None:
    """Give the other ASN the rest of all ASN and, in the month of the baseline, of all enrolled."""
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
            put(new, rest, "asn", parts)
    total, given, gives_way = _enrolled_of_other(share, shares, rest, facts, month, new)
    left = max(0, total - given) if gives_way else total - given
    parts = spread(left, [u.enrolled + 1 for u in rest], [0] * len(rest))
    if parts is None:
        problems.append(Problem("enrolled_beyond_total", "", given, total=total))
    else:
        put(new, rest, "enrolled", parts)


def _enrolled_of_other(
    share: SegmentUnits,
    shares: Sequence[SegmentUnits],
    rest: Sequence[UnitRow],
    facts: BaselineFacts | None,
    month: str,
    new: RowsByCode,
) -> tuple[int, int, bool]:
    """The total that the other ASN share, how much of it is given, and whether it yields if less is left."""
    if share.binds and share.enrolled is not None:
        return share.enrolled, _sum([share], new, "enrolled", rest), False
    everybody = _published(facts, "enrolled_total") if facts and facts.month == month else None
    if everybody is not None and all(s.enrolled is None for s in shares):
        return everybody, _sum(shares, new, "enrolled", rest), False
    if share.enrolled is not None:
        return share.enrolled, _sum([share], new, "enrolled", rest), True
    replaced = sum(old.enrolled for _, old in share.pairs if old and not old.has_own_figures)
    given = sum(one.unit.enrolled for one, _ in share.pairs)
    return sum(u.enrolled for u in rest) + replaced, given, True  # an assumed number yields


def _published(facts: BaselineFacts | None, key: str) -> int | None:
    fact = facts.fact(key) if facts else None
    return int(fact.value) if fact else None


def _sum(
    shares: Sequence[SegmentUnits], new: Mapping[str, UnitRow], figure: str, besides: Sequence[UnitRow] = ()
) -> int:
    """ASN or enrolled of all units of some segments, listed or not, with exceptions."""
    without = {u.code for u in besides}
    listed: int = sum(getattr(given.unit, figure) for s in shares for given, _ in s.pairs)
    others = [new[u.code] for s in shares for u in s.rest if u.code not in without]
    return listed + sum(int(getattr(unit, figure)) for unit in others)
