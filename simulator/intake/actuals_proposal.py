"""Takes monthly actuals from a list into the log of a regency: proposed first, recorded when confirmed."""

from dataclasses import dataclass

from simulator.errors import Problem, UserError
from simulator.intake.actuals_checks import contradictions, doubts
from simulator.intake.actuals_list import ActualsList, GivenActual, read_actuals_list
from simulator.intake.columns import Columns
from simulator.intake.facts import Receipt
from simulator.intake.known_units import KnownUnits
from simulator.intake.sheet import SheetTable
from simulator.model.actuals import TOTAL, Actuals, Record
from simulator.model.baseline import Baseline
from simulator.model.months import is_month
from simulator.store.actuals_store import MAX_WORDS, append_actuals, read_actuals
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.words import Lang


@dataclass(frozen=True)
class ActualsProposal:
    """The lines that a list would add to the log of a regency, not yet written; none if all is known.

    `known` is the present log; `doubts` are the notes about figures that are probably wrong.
    """

    baseline: Baseline
    known: Actuals
    records: tuple[Record, ...]
    notes: tuple[Problem, ...]
    doubts: tuple[Problem, ...] = ()

    def corrections(self) -> list[tuple[str, str, str, int, int | None]]:
        """Month, unit, figure, old and new value of every figure that would change; None withdraws it."""
        return [
            (r.month, r.unit, figure, old, value)
            for r in self.records
            for figure, value in r.figures.items()
            if (old := self.known.of(r.month, r.unit, figure)) is not None and old != value
        ]


def propose_actuals(
    tables: list[SheetTable],
    name: str,
    receipt: Receipt,
    lang: Lang,
    month: str | None = None,
    sheet: str | None = None,
    columns: Columns | None = None,
) -> ActualsProposal:
    """What a list would add to the log of the regency of the baseline `name`, whose units it names.

    Raises UserError with every problem of every row, or with every contradiction in the list or with the log.
    """
    baseline = read_baseline_named(name)
    _check_words(receipt, month)
    known = read_actuals(baseline.facts.region)
    given = read_actuals_list(tables, KnownUnits(baseline), lang, sheet, month, columns)
    problems: list[Problem] = []
    for row in given.rows:
        problems += _row_problems(row, given, known, baseline, receipt)
    records = tuple(record for row in given.rows if (record := _new_record(row, known, receipt)))
    together, recorded = Actuals((*known.records, *records)), {(r.month, r.unit) for r in records}
    programme = read_programme()
    found: list[Problem] = []
    for m in sorted({r.month for r in records}):
        problems += (_placed(one, given, baseline) for one in contradictions(together, baseline, m))
        found += (doubt for doubt in doubts(together, baseline, programme, m) if (m, doubt.where) in recorded)
    if problems:
        raise UserError(*problems)
    doubted = tuple(_placed(doubt, given, baseline) for doubt in found)
    notes = (*given.notes, *_unchanged(given, records), *doubted)
    return ActualsProposal(baseline, known, records, notes, doubted)


def confirm_actuals(proposal: ActualsProposal) -> Actuals:
    """Add the proposed lines, if any, to the log and return it.

    Raises UserError, and changes nothing, if the log has changed meanwhile or cannot be written.
    """
    if not proposal.records:
        return proposal.known
    return append_actuals(proposal.baseline.facts.region, proposal.records, seen=proposal.known)


def _check_words(receipt: Receipt, month: str | None) -> None:
    """Raise UserError for texts that the log cannot hold."""
    if month is not None and not is_month(month):
        raise UserError(Problem("bad_month", "month", month))
    wrong = [
        Problem("wrong_length", where, len(words), low=0, high=MAX_WORDS)
        for where, words in (("by", receipt.by), ("file", receipt.file))
        if len(words) > MAX_WORDS
    ]
    if wrong:
        raise UserError(*wrong)


def _row_problems(
    row: GivenActual, given: ActualsList, known: Actuals, baseline: Baseline, receipt: Receipt
) -> list[Problem]:
    """Problems of withdrawing a figure never recorded, and of a month in the future or before the data."""
    problems = [
        given.heads.problem(row.row, "nothing_to_withdraw", figure, row.month, figure=figure)
        for figure, value in row.figures.items()
        if value is None and known.of(row.month, row.unit, figure) is None
    ]
    if row.month > receipt.month:
        problems.append(Problem("month_ahead", "", row.month, now=receipt.month, row=row.row))
    elif row.month < baseline.month_text:
        values = {"baseline": baseline.name, "allowed": baseline.month_text}
        problems.append(Problem("month_before_baseline", "", row.month, row=row.row, **values))
    return problems


def _new_record(row: GivenActual, known: Actuals, receipt: Receipt) -> Record | None:
    """A row as a line of the log; None if it contains nothing new."""
    figures = {f: value for f, value in row.figures.items() if value != known.of(row.month, row.unit, f)}
    when = f"{receipt.when:%Y-%m-%dT%H:%M:%S}"
    who, file = _one_line(receipt.by), _one_line(receipt.file)
    return Record(when, who, file, row.month, row.unit, figures) if figures else None


def _unchanged(given: ActualsList, records: tuple[Record, ...]) -> list[Problem]:
    """A note about figures that are recorded already."""
    same = sum(len(row.figures) for row in given.rows) - sum(len(r.figures) for r in records)
    if not same:
        return []
    return [Problem("figures_known", "", same) if records else Problem("nothing_new", "")]


def _placed(problem: Problem, given: ActualsList, baseline: Baseline) -> Problem:
    """A problem with the name of its unit, and the cell or row in the list."""
    unit, values = problem.where, problem.values
    name = baseline.facts.region if unit == TOTAL else baseline.unit_names[baseline.index[unit]]
    row = next((row for row in given.rows if (row.month, row.unit) == (values["month"], unit)), None)
    if row is None:
        return Problem(problem.code, "", problem.found, **values, name=name)
    column = values["figure"] if values["figure"] in row.figures else ""
    return given.heads.problem(row.row, problem.code, column, problem.found, **values, name=name)


def _one_line(words: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())
