"""What a screen may show of the units: rows of their own, or groups with totals where nobody published a unit's figures."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from simulator.model.baseline import Baseline
from simulator.model.scenario import SEGMENTS
from simulator.planning.rounding import largest_remainder, whole

Status = Literal["full", "partial", "pledged", "outside"]
STATUSES: tuple[Status, ...] = ("full", "partial", "pledged", "outside")


@dataclass(frozen=True, eq=False)
class Row:
    """One line of a table: a unit with figures of its own, or the units of one segment and status taken together.

    `key` is the unit's code or, for a group, `segment-status`; `units` are positions in the baseline. `published_names` are the names
    of a group's units where the press named them (those at 100 %), never to be shown with a number of their own.
    """

    key: str
    name: str  # the unit's; empty for a group, whose words are made where it is shown
    segment: str
    status: Status
    is_group: bool
    units: np.ndarray  # [positions]
    published_names: tuple[str, ...] = ()

    def total(self, by_unit: np.ndarray) -> np.ndarray:
        """The sum over the row's units of an array [units, ...]."""
        return by_unit[self.units].sum(0)


def status_of(baseline: Baseline, unit: int) -> Status:
    """How a unit takes part in the baseline month: full is at least one worker for every ASN."""
    if baseline.enrolled[unit] >= baseline.asn[unit]:
        return "full"
    return "partial" if baseline.participating[unit] else "pledged" if baseline.pledged[unit] else "outside"


def table_rows(baseline: Baseline) -> tuple[Row, ...]:
    """Every unit exactly once, by segment and status: alone where its figures are its own, else within its group."""
    rows: list[Row] = []
    for segment in SEGMENTS:
        for status in STATUSES:
            units = [int(i) for i in baseline.rows[segment] if status_of(baseline, i) == status]
            rows += [
                Row(baseline.codes[i], baseline.unit_names[i], segment, status, False, np.array([i]))
                for i in units
                if baseline.own_figures[i]
            ]
            pooled = [i for i in units if not baseline.own_figures[i]]
            if pooled:
                names = tuple(baseline.unit_names[i] for i in pooled) if status == "full" else ()
                rows.append(Row(f"{segment}-{status}", "", segment, status, True, np.array(pooled), names))
    return tuple(rows)


def whole_by_row(values: np.ndarray, rows: tuple[Row, ...], total: float | None = None) -> np.ndarray:
    """Values [rows] rounded so that rows add up to their segment and segments to the total (default: the values' sum), halves up; [rows] int."""
    places = [[i for i, row in enumerate(rows) if row.segment == segment] for segment in SEGMENTS]
    of_segment = np.array([values[of].sum() for of in places])
    rounded = None if total is None else whole(total)
    result = np.zeros(len(rows), dtype=int)
    for of, shown in zip(places, largest_remainder(of_segment, rounded)):
        if of:
            result[of] = largest_remainder(values[of], int(shown))
    return result
