"""Compare several projections: which reaches the target first, and how their units differ."""

import numpy as np

from simulator.model.metrics import headline, target_status
from simulator.model.parts import SEGMENTS
from simulator.model.projection import Projection
from simulator.planning.groups import UnitGroup, unit_groups, whole_by_group
from simulator.planning.rounding import largest_remainder

MOST = 6  # scenarios in one comparison: the number of distinguishable line styles
AT_TARGET = ("enrolled_at_target", "coverage_at_target", "gap_at_target")


def common_months(projections: list[Projection]) -> range | None:
    """The month numbers that every projection projects, None if one ends before another begins."""
    first = max(p.baseline.month for p in projections) + 1
    return range(first, min(int(p.months[-1]) for p in projections) + 1) or None


def last_common_month(projections: list[Projection]) -> int | None:
    """The last month number that every projection covers, None if one ends before another begins."""
    months = common_months(projections)
    return months[-1] if months else None


def start_apart(projections: list[Projection]) -> bool:
    """Whether their baseline months differ, so that sums begin later than some projections do."""
    return len({p.baseline.month for p in projections}) > 1


def headlines(projections: list[Projection]) -> list[dict[str, float | None]]:
    """The headline numbers of each projection, with sums and last values over the months they share.

    `target_month_number` is the month number in which the target is first met; it replaces
    `months_to_target`. If no months are shared, sums and last values are None.
    """
    months = common_months(projections)
    results = []
    for p in projections:
        start = p.baseline.month
        numbers = headline(p, months[-1] - start, months[0] - start) if months else headline(p)
        if months is None:
            numbers = {name: value if name in AT_TARGET else None for name, value in numbers.items()}
        first = target_status(p).first_met
        del numbers["months_to_target"]
        results.append(
            {"target_month_number": None if first is None else float(p.baseline.month + first)} | numbers
        )
    return results


def first_at_target(projections: list[Projection]) -> list[int]:
    """Positions of the projections that meet their own target earliest; empty if none does."""
    months = [number["target_month_number"] for number in headlines(projections)]
    reached = [month for month in months if month is not None]
    return [i for i, month in enumerate(months) if reached and month == min(reached)]


def nearest_to_target(projections: list[Projection]) -> int:
    """Position of the projection with the smallest share of its target missing, in its month or the last."""
    missing = [status.gap / max(status.workers, 1.0) for status in map(target_status, projections)]
    return int(np.argmin(missing))


def paid_until_target(p: Projection, since: int = 0) -> float:
    """Contributions in Rupiah up to the month in which the target is first met, 0 if that is the start.

    They run from the first projected month, or from `since` (a month number) if that is later. Raises
    ValueError if the target is never met.
    """
    first = target_status(p).first_met
    if first is None:
        raise ValueError("the target is never met")
    return float(p.contributions_idr[max(1, since - p.baseline.month) : first + 1].sum())


def on_same_data(projections: list[Projection]) -> bool:
    """Whether all projections use the same baseline, with identical files."""
    return len({(p.baseline.name, p.baseline.digest) for p in projections}) == 1


def in_one_regency(projections: list[Projection]) -> bool:
    """Whether projections can be ranked: all of one regency, and all real or all fictitious."""
    return len({(p.baseline.facts.region, p.baseline.facts.fictitious) for p in projections}) == 1


def segments_of(projections: list[Projection]) -> list[str]:
    """The segments in which any of the projections has units."""
    return [s for s in SEGMENTS if any(len(p.baseline.rows[s]) for p in projections)]


def unit_rows(projections: list[Projection]) -> tuple[tuple[UnitGroup, ...], np.ndarray]:
    """The rows that can be compared, and whole enrolled [rows, projections] in the last month they share.

    On the same data the rows are units and groups (`unit_groups`). Otherwise no rows are returned and the
    numbers are those of the three segments, because a row of one regency has no counterpart in another. Each
    column adds up to the projection's shown total. Raises ValueError if no month is shared.
    """
    last = last_common_month(projections)
    if last is None:
        raise ValueError("the projections share no month")
    rows = unit_groups(projections[0].baseline) if on_same_data(projections) else ()
    columns = []
    for p in projections:
        enrolled = p.enrolment.enrolled[:, last - p.baseline.month]
        if rows:
            columns.append(whole_by_group(np.array([row.total(enrolled) for row in rows]), rows))
        else:
            columns.append(
                largest_remainder(np.array([enrolled[p.baseline.rows[s]].sum() for s in SEGMENTS]))
            )
    return rows, np.array(columns).T
