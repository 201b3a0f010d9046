"""Divides the rest of a segment's enrolled among the units that a list does not name."""

from collections.abc import Sequence

from simulator.errors import Problem
from simulator.intake.shares import RowsByCode, SegmentUnits, beyond, put, spread
from simulator.model.baseline import UnitRow


def share_enrolled(share: SegmentUnits, new: RowsByCode, problems: list[Problem]) -> None:
    """The enrolled of the participating units that the list does not name.

    Units that the press calls full stay full, whatever their size; every other one stays below its ASN.
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
        problems.append(beyond("enrolled", share, given, total, len(rest)))
        return
    full = [u for u in rest if u.status == "full"]
    partial = [u for u in rest if u.status == "partial"]
    _resize_full(full, partial, left, new)
    put(new, full, "enrolled", [new[u.code].asn for u in full])
    if not partial:
        return
    most = [max(1, new[u.code].asn - 1) for u in partial]
    parts = spread(left - sum(new[u.code].asn for u in full), None, [1] * len(partial), most)
    if parts is None:
        values = {"units": len(rest), "given": given, "total": total}
        asn = sum(new[u.code].asn for u in rest)
        problems.append(Problem("rest_beyond_asn", "", left, segment=share.segment, asn=asn, **values))
    else:
        put(new, partial, "enrolled", parts)


def _is_allocated(unit: UnitRow | None) -> bool:
    return unit is not None and unit.enrolled_basis == "allocated" and unit.enrolled > 0


def _enrolled_to_share(share: SegmentUnits, rest: Sequence[UnitRow]) -> tuple[int, int]:
    """The total for the units of a segment, and how much of it the list and unchanged figures account for."""
    if share.enrolled is not None:
        stay = sum(u.enrolled for u in share.rest) - sum(u.enrolled for u in rest)
        return share.enrolled, sum(given.unit.enrolled for given, _ in share.pairs) + stay
    replaced = [(given, old) for given, old in share.pairs if old and _is_allocated(old)]
    total = sum(u.enrolled for u in rest) + sum(old.enrolled for _, old in replaced)
    return total, sum(given.unit.enrolled for given, _ in replaced)


def _resize_full(full: list[UnitRow], partial: list[UnitRow], left: int, new: RowsByCode) -> None:
    """Resize the full units so that `left` workers fit; only their one worker per ASN is published."""
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
    put(new, full, "asn", parts)
    if from_one_total and partial:
        asn = sum(new[u.code].asn for u in partial) + size - wanted
        parts = spread(asn, [u.asn for u in partial], [2] * len(partial))
        if parts is not None:
            put(new, partial, "asn", parts)
