"""Monthly actuals from a list into a regency's log: proposed first, recorded only when confirmed."""

from dataclasses import dataclass

from simulator.errors import Problem, UserError
from simulator.files.actuals_list import read_actuals_list
from simulator.files.actuals_store import MAX_WORDS, append_actuals, read_actuals
from simulator.files.baseline_files import BASELINES, read_baseline_named, read_units
from simulator.files.known_units import KnownUnits
from simulator.files.spreadsheet import Table
from simulator.model.actuals import Actuals, Record
from simulator.model.baseline import Baseline
from simulator.model.months import is_month
from simulator.planning.actual_checks import contradictions
from simulator.report.new_facts import Origin
from simulator.report.wording import Lang


@dataclass(frozen=True)
class ActualsProposal:
    """Lines that would be added to the log of the regency of `baseline`; `known` is the log as it is. Nothing is written yet."""

    baseline: Baseline
    known: Actuals
    records: tuple[Record, ...]
    notes: tuple[Problem, ...]

    def corrections(self) -> list[tuple[str, str, str, int, int | None]]:
        """Month, unit, figure, old and new value of everything recorded before that would count otherwise; None withdraws it."""
        return [(r.month, r.unit, figure, old, value) for r in self.records for figure, value in r.figures.items()
                if (old := self.known.of(r.month, r.unit, figure)) is not None and old != value]


def propose_actuals(tables: list[Table], name: str, origin: Origin, lang: Lang, month: str | None = None, sheet: str | None = None) -> ActualsProposal:
    """What a list would add to the log of the regency that the data set `name` is of, whose units it speaks of.

    Raises UserError with every problem of every row, or with everything that would contradict itself together with the log.
    """
    baseline = read_baseline_named(name)
    if month is not None and not is_month(month):
        raise UserError([Problem("bad_month", "month", month)])
    wrong = [Problem("wrong_length", where, len(words), {"low": 0, "high": MAX_WORDS})
             for where, words in (("by", origin.by), ("file", origin.file)) if len(words) > MAX_WORDS]
    if wrong:
        raise UserError(wrong)
    known = read_actuals(baseline.facts.region)
    found = read_actuals_list(tables, KnownUnits(read_units(BASELINES / name), BASELINES / name), lang, sheet, month)
    problems, now = [], f"{origin.when:%Y-%m}"
    for given in found.rows:
        problems += [Problem("nothing_to_withdraw", "", given.month, {"row": given.row, "figure": figure}) for figure, value in given.figures.items()
                     if value is None and known.of(given.month, given.unit, figure) is None]
        if given.month > now:
            problems.append(Problem("month_ahead", "", given.month, {"now": now, "row": given.row}))
        elif given.month < baseline.month_text:
            problems.append(Problem("month_before_baseline", "", given.month, {"baseline": name, "allowed": baseline.month_text, "row": given.row}))
    records = tuple(Record(f"{origin.when:%Y-%m-%dT%H:%M:%S}", _line(origin.by), _line(origin.file), g.month, g.unit, g.figures) for g in found.rows)
    together = Actuals((*known.records, *records))
    problems += [problem for m in sorted({r.month for r in records}) for problem in contradictions(together, m, baseline.codes)]
    if problems:
        raise UserError(problems)
    return ActualsProposal(baseline, known, records, found.notes)


def confirm_actuals(proposal: ActualsProposal) -> Actuals:
    """Adds the proposed lines to the log and returns it; raises UserError, and changes nothing, where it moved meanwhile or cannot be written."""
    return append_actuals(proposal.baseline.facts.region, proposal.records, seen=proposal.known)


def _line(words: str) -> str:
    """Somebody's words on one line."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())
