"""Makes a baseline of a month with actuals; its history continues with what was recorded.

Units recorded in the month have the recorded figures; the others share the rest of the total.
"""

from collections.abc import Sequence
from dataclasses import replace

from simulator.errors import Problem, UserError
from simulator.intake.baseline_proposal import BaselineProposal
from simulator.intake.facts import Receipt, in_both, new_facts
from simulator.intake.proposal_notes import deaths_stand
from simulator.intake.shares import spread
from simulator.intake.unit_changes import figures
from simulator.model.actuals import SOURCE as MONTHLY_ACTUALS
from simulator.model.actuals import TOTAL, Actuals
from simulator.model.baseline import Baseline, UnitRow
from simulator.model.baseline_facts import BaselineFacts, Basis, Deaths, Observation
from simulator.model.months import month_name, month_number
from simulator.model.parts import SEGMENTS
from simulator.planning.other_data import ChangeKind, UnitChange
from simulator.store.baseline_files import read_baseline_named
from simulator.store.baseline_store import free_name
from simulator.words.quantity import Month


def propose_rebaseline(name: str, actuals: Actuals, month: str, receipt: Receipt) -> BaselineProposal:
    """The baseline made of the data `name` in `month`; raises UserError if that is impossible."""
    base = read_baseline_named(name)
    if month <= base.month_text:
        allowed = month_name(base.month + 1)
        raise UserError(Problem("month_before_baseline", "", month, baseline=name, allowed=allowed))
    units = sorted(units_in(base.units, actuals, month), key=lambda unit: SEGMENTS.index(unit.segment))
    old = {unit.code: unit for unit in base.units}
    changes = tuple(_change(old[unit.code], unit) for unit in units)
    deaths = _deaths_until(base, actuals, month)
    facts = new_facts(base.facts, units, month, receipt, base.facts.region, deaths)
    notes: tuple[Problem, ...] = ()
    known = base.facts.deaths
    if deaths is not None:
        source = f"{known.source} {MONTHLY_ACTUALS}" if known else MONTHLY_ACTUALS
        basis: Basis = known.basis if known else "published"
        known = Deaths(value=float(deaths), basis=basis, source=source)
    elif known:
        notes = (deaths_stand(known.value, base.facts.deaths_until, month),)
    upon, of_month = base.facts.title.__getitem__, Month(month_number(month))
    changed = {
        "history": _history(facts, base, actuals, month),
        "deaths": known,
        "reading": in_both("actuals.reading", month=of_month, upon=upon, when=receipt.moment),
    }
    name = free_name(base.facts.region, month)
    return BaselineProposal(name, base, changes, facts.model_copy(update=changed), notes)


def _change(old: UnitRow, new: UnitRow) -> UnitChange:
    kind: ChangeKind = "changed" if new.enrolled_basis == "published" else "respread"
    return UnitChange("kept" if figures(old) == figures(new) else kind, old, new)


def _deaths_until(base: Baseline, actuals: Actuals, month: str) -> int | None:
    """All deaths up to `month`; None if a month since they were last known is not recorded.

    If they were never known, they are known now if the history begins with the baseline.
    """
    since, known = month_number(base.facts.deaths_until) + 1, base.facts.deaths
    if known is None and len(base.facts.history) > 1:
        return None
    deaths = int(known.value) if known else 0
    for number in range(since, month_number(month) + 1):
        recorded = actuals.total(month_name(number), base.codes, "deaths")
        if recorded is None:
            return None
        deaths += recorded
    return deaths


def _history(facts: BaselineFacts, base: Baseline, actuals: Actuals, month: str) -> tuple[Observation, ...]:
    """The older history with every month recorded until `month`.

    Months in it that come from records take the values that count now, so that a correction or a month
    recorded late is not lost; published points stay.
    """
    history = {point.month: point for point in (*base.facts.history, facts.history[-1])}
    first = base.facts.history[0].month
    for recorded in (m for m in actuals.months() if first < m <= month):
        total, there = actuals.total(recorded, base.codes, "enrolled"), history.get(recorded)
        is_ours = there is None or recorded > base.month_text or MONTHLY_ACTUALS in there.source.split()
        if total is not None and is_ours:
            enrolled = float(total)
            history[recorded] = Observation(
                month=recorded, enrolled=enrolled, basis="published", source=MONTHLY_ACTUALS, note=None
            )
    return tuple(history[m] for m in sorted(history))


def units_in(rows: Sequence[UnitRow], actuals: Actuals, month: str) -> tuple[UnitRow, ...]:
    """The rows of a baseline with the enrolled of `month`.

    A unit recorded in that month has the recorded figure, marked published. A unit with figures of its own
    that is not recorded keeps them. The others share the rest of the total by largest remainder, marked
    allocated: units that the press calls full stay full, the others share in proportion to what they had, or
    pledged if the month of the pledge has come. None of these gets more than one worker per ASN, and partial
    units stay below. A unit that pays has no pledge any more. Raises UserError if neither a total nor every
    unit is recorded, or the figures do not fit the total.
    """
    new: dict[str, UnitRow] = {}
    for row in rows:
        enrolled = actuals.of(month, row.code, "enrolled")
        if enrolled is not None:
            new[row.code] = _paying(row, enrolled, "published")
    unrecorded = [row for row in rows if row.code not in new]
    if unrecorded:
        total = actuals.of(month, TOTAL, "enrolled")
        if total is None:
            raise UserError(Problem("no_total_in_month", "", month, count=len(new), units=len(rows)))
        new |= _shared(unrecorded, total - sum(row.enrolled for row in new.values()), month)
    return tuple(new[row.code] for row in rows)


def _shared(rows: list[UnitRow], left: int, month: str) -> dict[str, UnitRow]:
    """Units not recorded, by code, with their share of the rest of the total.

    Raises UserError if it does not fit.
    """
    rest = [row for row in rows if not row.has_own_figures]
    full = [row for row in rest if row.segment != "other" and row.status == "full"]
    left -= sum(row.enrolled for row in rows if row.has_own_figures or row in full)
    expected = {row.code: row.enrolled or _due_pledge(row, month) for row in rest}
    sharing = [row for row in rest if row not in full and expected[row.code] > 0]
    parts = _within_asn(left, sharing, expected) if sharing else {} if left == 0 else None
    if parts is None:
        raise UserError(Problem("total_does_not_fit", "", left, month=month, units=len(sharing)))
    shared = {row.code: row for row in rows}
    for row in sharing:
        basis = "assumed" if row.enrolled_basis == "assumed" else "allocated"
        shared[row.code] = _paying(row, parts[row.code], basis)
    return shared


def _due_pledge(row: UnitRow, month: str) -> int:
    return row.pledge_workers if "" < row.pledge_month <= month else 0


def _within_asn(left: int, sharing: list[UnitRow], expected: dict[str, int]) -> dict[str, int] | None:
    """The part of each unit in proportion to what was expected of it; None if it does not fit.

    A unit whose part exceeds its maximum stops there, and the others share the rest. It does not fit if every
    partial office has stopped.
    """
    partial = {row.code for row in sharing if row.status == "partial" and row.segment != "other"}
    most = {row.code: max(row.asn, row.enrolled) - (row.code in partial) for row in sharing}
    stopped: dict[str, int] = {}
    while rows := [row for row in sharing if row.code not in stopped]:
        weights = [expected[row.code] - 1 for row in rows]
        parts = spread(left - sum(stopped.values()), weights, [1] * len(rows))
        if parts is None:
            return None
        over = [row.code for row, part in zip(rows, parts) if part > most[row.code]]
        if not over:
            return stopped | {row.code: part for row, part in zip(rows, parts)}
        stopped |= {code: most[code] for code in over}
        if partial and partial <= stopped.keys():
            return None
    return None


def _paying(row: UnitRow, enrolled: int, basis: str) -> UnitRow:
    """A row with its enrolled of the month; a unit that pays has no pledge any more."""
    paying = replace(row, enrolled=enrolled, enrolled_basis=basis)
    return replace(paying, pledge_month="", pledge_workers=0, pledge_basis="") if enrolled else paying
