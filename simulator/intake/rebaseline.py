"""The units as they are in a month with actuals: recorded ones as recorded, the others within what the total leaves."""

from collections.abc import Sequence
from dataclasses import replace

from simulator.errors import Problem, UserError
from simulator.intake.shared_totals import spread
from simulator.intake.unit_changes import status
from simulator.model.actuals import TOTAL, Actuals
from simulator.model.baseline import UnitRow


def units_in(rows: Sequence[UnitRow], actuals: Actuals, month: str) -> tuple[UnitRow, ...]:
    """The rows of a baseline with the enrolled of `month`; raises UserError where neither a total nor every unit is recorded, or it does not fit.

    A unit recorded in that month has what was recorded, published. One with figures of its own that is not
    keeps them. The others share the rest of the total by largest remainder, marked allocated: units that the
    press calls full stay so, the others share by what they had, or pledged where the pledge has come, and
    stay below one worker per ASN. Who pays has no pledge any more.
    """
    recorded = {row.code: actuals.of(month, row.code, "enrolled") for row in rows}
    new = {
        row.code: _paying(row, enrolled, "published")
        for row in rows
        if (enrolled := recorded[row.code]) is not None
    }
    open_rows = [row for row in rows if row.code not in new]
    if open_rows:
        total = actuals.of(month, TOTAL, "enrolled")
        if total is None:
            raise UserError(
                [Problem("no_total_in_month", "", month, {"count": len(new), "units": len(rows)})]
            )
        new |= _shared(open_rows, total - sum(row.enrolled for row in new.values()), month)
    return tuple(new[row.code] for row in rows)


def _shared(rows: list[UnitRow], left: int, month: str) -> dict[str, UnitRow]:
    own = [row for row in rows if row.has_own_figures]
    rest = [row for row in rows if not row.has_own_figures]
    left -= sum(row.enrolled for row in own)
    full = [row for row in rest if row.segment != "other" and status(row) == "full"]
    expected = {
        row.code: row.enrolled
        or (row.pledge_workers if row.pledge_month and row.pledge_month <= month else 0)
        for row in rest
    }
    sharing = [row for row in rest if row not in full and expected[row.code] > 0]
    left_over = left - sum(row.enrolled for row in full)
    parts = _below_asn(left_over, sharing, expected) if sharing else {} if left_over == 0 else None
    if parts is None:
        raise UserError(
            [Problem("total_does_not_fit", "", left_over, {"month": month, "units": len(sharing)})]
        )
    new = {row.code: row for row in own + rest}
    return new | {
        row.code: _paying(row, parts[row.code], "assumed" if row.enrolled_basis == "assumed" else "allocated")
        for row in sharing
    }


def _below_asn(left: int, sharing: list[UnitRow], expected: dict[str, int]) -> dict[str, int] | None:
    """The part of each unit by what was expected of it: one that would reach a worker per ASN stops below, and the others share the rest.

    None where it does not fit, also once every unit that has to stay below has stopped.
    """
    bounded = {row.code for row in sharing if status(row) == "partial" and row.segment != "other"}
    stopped: dict[str, int] = {}
    while True:
        rows = [row for row in sharing if row.code not in stopped]
        parts = spread(
            left - sum(stopped.values()), [expected[row.code] - 1 for row in rows], [1] * len(rows)
        )
        if parts is None:
            return None
        over = {
            row.code: row.asn - 1 for row, part in zip(rows, parts) if row.code in bounded and part >= row.asn
        }
        if not over:
            return stopped | {row.code: part for row, part in zip(rows, parts)}
        stopped |= over
        if bounded <= stopped.keys():
            return None


def _paying(row: UnitRow, enrolled: int, basis: str) -> UnitRow:
    without = {"pledge_month": "", "pledge_workers": 0, "pledge_basis": ""} if enrolled else {}
    return replace(row, enrolled=enrolled, enrolled_basis=basis, **without)
