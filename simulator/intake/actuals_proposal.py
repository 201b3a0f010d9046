"""Monthly actuals from a list into a regency's log: proposed first, recorded only when confirmed."""

from dataclasses import dataclass

from simulator.errors import Problem, UserError
from simulator.intake.actuals_checks import contradictions, doubts
from simulator.intake.actuals_list import ActualsList, read_actuals_list
from simulator.intake.facts import Receipt
from simulator.intake.known_units import KnownUnits
from simulator.intake.sheet import SheetTable
from simulator.model.actuals import TOTAL, Actuals, Record
from simulator.model.baseline import Baseline
from simulator.model.months import is_month
from simulator.store.actuals_store import MAX_WORDS, append_actuals, read_actuals
from simulator.store.baseline_files import read_baseline_named
from simulator.words import Lang


@dataclass(frozen=True)
class ActualsProposal:
    """Lines that would be added to the log of the regency of `baseline`, none where all is known; `known` is the log as it is. Nothing is written yet."""

    baseline: Baseline
    known: Actuals
    records: tuple[Record, ...]
    notes: tuple[Problem, ...]
    doubts: tuple[Problem, ...] = ()  # of the notes, those on figures that are hardly true

    def corrections(self) -> list[tuple[str, str, str, int, int | None]]:
        """Month, unit, figure, old and new value of everything recorded before that would count otherwise; None withdraws it."""
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
) -> ActualsProposal:
    """What a list would add to the log of the regency that the data set `name` is of, whose units it speaks of.

    Raises UserError with every problem of every row, or with everything that would contradict itself together
    with the log.
    """
    baseline = read_baseline_named(name)
    if month is not None and not is_month(month):
        raise UserError([Problem("bad_month", "month", month)])
    wrong = [
        Problem("wrong_length", where, len(words), {"low": 0, "high": MAX_WORDS})
        for where, words in (("by", receipt.by), ("file", receipt.file))
        if len(words) > MAX_WORDS
    ]
    if wrong:
        raise UserError(wrong)
    known = read_actuals(baseline.facts.region)
    found = read_actuals_list(tables, KnownUnits(baseline), lang, sheet, month)
    problems, now = [], f"{receipt.when:%Y-%m}"
    for given in found.rows:
        problems += [
            found.heads.problem(given.row, "nothing_to_withdraw", figure, given.month, figure=figure)
            for figure, value in given.figures.items()
            if value is None and known.of(given.month, given.unit, figure) is None
        ]
        if given.month > now:
            problems.append(Problem("month_ahead", "", given.month, {"now": now, "row": given.row}))
        elif given.month < baseline.month_text:
            problems.append(
                Problem(
                    "month_before_baseline",
                    "",
                    given.month,
                    {"baseline": name, "allowed": baseline.month_text, "row": given.row},
                )
            )
    new = [
        (g, figures)
        for g in found.rows
        if (figures := {f: value for f, value in g.figures.items() if value != known.of(g.month, g.unit, f)})
    ]
    records = tuple(
        Record(
            f"{receipt.when:%Y-%m-%dT%H:%M:%S}",
            _line(receipt.by),
            _line(receipt.file),
            g.month,
            g.unit,
            figures,
        )
        for g, figures in new
    )
    together, months = Actuals((*known.records, *records)), sorted({r.month for r in records})
    problems += [
        _placed(problem, found, baseline) for m in months for problem in contradictions(together, baseline, m)
    ]
    if problems:
        raise UserError(problems)
    doubted = tuple(
        _placed(doubt, found, baseline)
        for m in months
        for doubt in doubts(together, baseline, m)
        if any((r.month, r.unit) == (m, doubt.where) for r in records)
    )
    same = sum(len(g.figures) for g in found.rows) - sum(len(r.figures) for r in records)
    unchanged = (
        (Problem("figures_known", "", same) if records else Problem("nothing_new", ""),) if same else ()
    )
    return ActualsProposal(baseline, known, records, (*found.notes, *unchanged, *doubted), doubted)


def _placed(problem: Problem, found: ActualsList, baseline: Baseline) -> Problem:
    """A problem of a unit's figures with the unit's name and the cell of the list, or the row where the figure is not in it."""
    unit, values = problem.where, problem.values
    named = values | {
        "name": baseline.facts.region if unit == TOTAL else baseline.unit_names[baseline.index[unit]]
    }
    given = next((g for g in found.rows if (g.month, g.unit) == (values["month"], unit)), None)
    if given is None:
        return Problem(problem.code, "", problem.found, named)
    return found.heads.problem(
        given.row,
        problem.code,
        values["figure"] if values["figure"] in given.figures else "",
        problem.found,
        **named,
    )


def confirm_actuals(proposal: ActualsProposal) -> Actuals:
    """Adds the proposed lines, if any, to the log and returns it; raises UserError, and changes nothing, where it moved meanwhile or cannot be written."""
    if not proposal.records:
        return proposal.known
    return append_actuals(proposal.baseline.facts.region, proposal.records, seen=proposal.known)


def _line(words: str) -> str:
    """Somebody's words on one line."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())
