"""Makes a new baseline of a regency's own unit list: proposed first, then confirmed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from simulator.errors import Problem, UserError
from simulator.intake.columns import Columns
from simulator.intake.facts import Receipt, new_facts
from simulator.intake.known_units import KnownUnits
from simulator.intake.laid_over import binding_totals, changes_to, foundation_of
from simulator.intake.proposal_notes import baseline_notes, unit_notes
from simulator.intake.sheet import SheetTable
from simulator.intake.unit_changes import new_units
from simulator.intake.unit_list import read_unit_list
from simulator.model.baseline import Baseline, UnitRow
from simulator.model.baseline_facts import BaselineFacts, GivenTotal
from simulator.model.months import is_month
from simulator.model.parts import SEGMENTS
from simulator.planning.other_data import UnitChange, added_up
from simulator.store.baseline_files import (
    MAX_PEOPLE,
    baseline_folder,
    baseline_names,
    read_baseline_named,
)
from simulator.store.baseline_store import check_name, write_baseline
from simulator.store.names import is_same_region, name_problems
from simulator.words import Lang

DEFAULT_BASELINE = "kendal-2025-08"


@dataclass(frozen=True)
class Request:
    """What is known beside the list.

    `name` is that of the new baseline, `upon` the one it builds on; None starts a `region` that has none.
    `month` may be left to a column of the list. `totals` are the enrolled of whole segments, if they differ
    from those of `upon`; `deaths` are those paid under JKM since the history began. `complete` means that the
    list names every unit. `sheet` chooses one of several. `columns` are the columns as somebody assigned
    them. `answers` are the answers to questions about rows, by row number (`row_questions`).
    """

    name: str
    upon: str | None
    month: str | None = None
    region: str = ""
    complete: bool = False
    totals: Mapping[str, int] = field(default_factory=dict)
    deaths: int | None = None
    sheet: str | None = None
    columns: Columns | None = None
    answers: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class BaselineProposal:
    """A baseline that could be made, not yet written: the changes of its units, its facts, and notes."""

    name: str
    base: Baseline | None  # the one it builds on
    changes: tuple[UnitChange, ...]
    facts: BaselineFacts
    notes: tuple[Problem, ...]

    @property
    def baseline(self) -> Baseline:
        """The new baseline, as it would be read from its files."""
        return Baseline(self.name, self.facts, self.units)

    @property
    def units(self) -> tuple[UnitRow, ...]:
        """Every unit of the new baseline, by segment."""
        return tuple(change.new for change in self.changes if change.new)

    def totals(self, segment: str = "") -> tuple[dict[str, int], dict[str, int]]:
        """Old and new totals of a segment or of all, as in `added_up`.

        The old ones are 0 without a baseline.
        """
        old = [change.old for change in self.changes if change.old]
        return added_up(old, segment), added_up(self.units, segment)


def propose_baseline(
    tables: list[SheetTable], request: Request, receipt: Receipt, lang: Lang
) -> BaselineProposal:
    """What a list would change; raises UserError with every problem of its rows, or every contradiction.

    `lang` decides how numbers are read if the headings do not show it. No file is written.
    """
    check_name(request.name)
    base = read_baseline_named(request.upon) if request.upon else None
    region = base.facts.region if base else request.region.strip()
    _check_request(request, region)
    offices = KnownUnits(base, region)
    units = read_unit_list(
        tables,
        offices,
        lang,
        request.sheet,
        request.columns,
        needs_month=request.month is None,
        answers=request.answers,
    )
    month = _month(units.months, request.month, base, receipt)
    if base:
        _check_deaths(base, request.deaths)
    foundation = foundation_of(base, month) if base else None
    totals = binding_totals(base, month, request.totals)
    used = {code for other in _baselines_of(region) for code in other.codes}
    if base and foundation and not request.complete:
        changes = changes_to(base, foundation, units.units, month, totals, used)
    else:
        rows, known = (base.units, base.facts) if base else ((), None)
        changes = new_units(
            units.units, rows, known, month, complete=request.complete, totals=request.totals, used=used
        )
    new = tuple(change.new for change in changes if change.new)
    old = base.facts if base else None
    since = foundation.baseline.month_text if foundation else None
    facts = new_facts(old, new, month, receipt, region, request.deaths, since=since)
    if request.deaths is not None and len(facts.history) == 1:
        raise UserError(Problem("deaths_without_history", "", request.deaths))
    builds_on = foundation.baseline.name if foundation else None
    facts = facts.model_copy(update={"builds_on": builds_on, "totals": _standing_totals(new, totals)})
    notes = [*unit_notes(changes, offices), *baseline_notes(base, foundation, facts, new, totals)]
    return BaselineProposal(request.name, base, changes, facts, (*units.notes, *notes))


def confirm_baseline(proposal: BaselineProposal) -> Baseline:
    """Write the proposed baseline and return it.

    Raises UserError, and writes nothing, if its name has been taken meanwhile or the disk refuses.
    """
    beside = baseline_folder(proposal.base.name) if proposal.base else None
    return write_baseline(proposal.name, proposal.units, proposal.facts, beside)


def latest_upon(name: str = DEFAULT_BASELINE) -> str:
    """The newest baseline of the region of `name`, on which a list builds unless another is chosen."""
    alike = _baselines_of(read_baseline_named(name).facts.region)
    return max((other.month, other.name == name, -len(other.name), other.name) for other in alike)[-1]


def _baselines_of(region: str) -> list[Baseline]:
    """The baselines of a regency, whatever the spelling of its name."""
    result = []
    for name in baseline_names():
        try:
            baseline = read_baseline_named(name)
        except UserError:  # a broken folder is reported to whoever opens it
            continue
        if is_same_region(baseline.facts.region, region):
            result.append(baseline)
    return result


def _check_request(request: Request, region: str) -> None:
    """Raise UserError for an impossible name of a region, or impossible numbers."""
    if not region:
        raise UserError(Problem("region_missing", ""))
    if wrong := name_problems(region, "region"):
        raise UserError(*wrong)
    if request.upon is None and (begun := _baselines_of(region)):
        raise UserError(Problem("region_has_data", "", region, baseline=latest_upon(begun[0].name)))
    numbers = {f"total {segment}": total for segment, total in request.totals.items()}
    if request.deaths is not None:
        numbers["deaths"] = request.deaths
    wrong = [
        Problem("not_people", where, number, low=0, high=MAX_PEOPLE)
        for where, number in numbers.items()
        if not 0 <= number <= MAX_PEOPLE
    ]
    if wrong:
        raise UserError(*wrong)


def _month(in_list: Sequence[str], named: str | None, base: Baseline | None, receipt: Receipt) -> str:
    """The month of a list, given beside it or in a column of its own; raises UserError."""
    if named and not is_month(named):
        raise UserError(Problem("bad_month", "month", named))
    months = sorted({*in_list, *([named] if named else [])})
    if len(months) != 1:
        code = "several_months" if months else "no_month"
        raise UserError(Problem(code, receipt.file, ", ".join(months)))
    (month,) = months
    if month > receipt.month:
        raise UserError(Problem("month_ahead", "", month, now=receipt.month))
    if base and month < base.month_text:
        values = {"baseline": base.name, "allowed": base.month_text}
        raise UserError(Problem("month_before_baseline", "", month, **values))
    return month


def _check_deaths(base: Baseline, deaths: int | None) -> None:
    """Check that deaths, which are counted since the beginning, do not fall; raises UserError."""
    known = base.facts.deaths
    if deaths is not None and known and deaths < known.value:
        values = {"known": known.value, "since": base.facts.deaths_until, "baseline": base.name}
        raise UserError(Problem("deaths_fall", "", deaths, **values))


def _standing_totals(units: Sequence[UnitRow], totals: Mapping[str, int]) -> tuple[GivenTotal, ...]:
    """The known totals of segments in which some unit has no figures of its own."""
    estimated = {unit.segment for unit in units if not unit.has_own_figures}
    return tuple(
        GivenTotal.model_validate({"segment": segment, "enrolled": float(totals[segment])})
        for segment in SEGMENTS
        if segment in totals and segment in estimated
    )
