"""Formulas of what was recorded: actuals, pledges kept, arrears."""

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from simulator.model.actuals import PEOPLE, SOURCE, TOTAL
from simulator.model.metrics import target_status
from simulator.model.months import month_name
from simulator.planning.dues import Arrears, Unkept, due_units
from simulator.report.explain.derivation import Derivation, Query, Term, combined, taken
from simulator.report.explain.people import asn_term
from simulator.report.explain.target import target_term
from simulator.report.tables.records import record_table
from simulator.report.tables.table import Table
from simulator.words import Lang
from simulator.words.provenance import data_mark
from simulator.words.quantity import Unit, count


def actual_in(query: Query) -> Derivation:
    """A `figure` (by default enrolled) of the regency or of a unit group `row`, in an observed month.

    Before the baseline, the regency's enrolled come from its history.
    """
    figure, month, codes = query.about.get("figure", "enrolled"), query.month_text, _codes(query)
    actuals = query.context.actuals
    if "row" in query.about:
        value = actuals.sum_of(month, codes, figure)
    else:
        value = actuals.total(month, codes, figure)
        if actuals.of(month, TOTAL, figure) is not None:
            codes = (TOTAL,)
    if value is None:
        return _from_history(query)
    term = Term("figure", float(value), _unit(figure), data_mark("published", query.baseline), SOURCE)
    note = "last_of_units" if len(codes) > 1 else "last_counts"
    table = partial(_records, query, codes, (figure,), (month,))
    return replace(taken(term, note, units=count(len(codes))), table=table)


def _from_history(query: Query) -> Derivation:
    point = next((p for p in query.baseline.facts.history if p.month == query.month_text), None)
    if point is None or query.about.get("figure", "enrolled") != "enrolled" or "row" in query.about:
        return Derivation(math.nan, "people", "", (), notes=("not_recorded",))
    return taken(query.published("figure", point, point.enrolled, "people"), "recorded")


def actual_coverage(query: Query) -> Derivation:
    """Coverage in an observed month: enrolled as recorded ÷ ASN."""
    actual = actual_in(query)
    if not actual.terms:
        return actual
    month = min(query.about.get("month", 0), len(query.projection.months) - 1)
    return combined("÷", replace(actual.terms[0], name="actual"), asn_term(query, month), unit="share")


def actual_gap(query: Query) -> Derivation:
    """How many workers the target was missed or exceeded by in its month, as recorded."""
    status = target_status(query.projection)
    actual = actual_in(replace(query, about={"month": status.month}))
    if not actual.terms:
        return actual
    terms = target_term(query, status.workers), replace(actual.terms[0], name="actual")
    return combined("−", *sorted(terms, key=lambda term: -term.value))


def entry(query: Query) -> Derivation:
    """A figure as somebody entered it, with its `value`, `figure`, `mark` and `note`."""
    about = dict(query.about)
    term = Term("figure", float(about["value"]), _unit(about["figure"]), about["mark"], SOURCE)
    values = {name: words for name, words in about.items() if isinstance(words, str)}
    return taken(term, about["note"], **values)


def pledged_due(query: Query) -> Derivation:
    """Workers pledged by a group that are due, where not all of them are paid for (`unkept`)."""
    one: Unkept = query.about["unkept"]
    units = np.array(due_units(query.baseline, one.group, one.month))
    term = replace(query.unit_total("figure", "pledge_workers", units), value=float(one.pledged))
    return taken(term, "due_units", units=count(len(units)))


def pledge_paid(query: Query) -> Derivation:
    """The workers among those due pledges who are paid for."""
    one: Unkept = query.about["unkept"]
    codes = [query.baseline.codes[i] for i in due_units(query.baseline, one.group, one.month)]
    term = Term("figure", float(one.paid), basis=data_mark("published", query.baseline), source=SOURCE)
    table = partial(_records, query, codes, ("paid_up", "enrolled"), (_month(query, one.month),))
    return replace(taken(term, "paid_at_most"), table=table)


def arrears_months(query: Query) -> Derivation:
    """Consecutive months in which some of a group's workers are unpaid (`arrears`)."""
    months = _of_arrears(query, float(query.about["arrears"].months), "count", "months_on_end")
    return replace(months, basis="counted")


def arrears_workers(query: Query) -> Derivation:
    """The most workers who can have been unpaid in all of those months."""
    return _of_arrears(query, float(query.about["arrears"].workers), "people", "unpaid_all_the_time")


def _of_arrears(query: Query, value: float, unit: Unit, note: str) -> Derivation:
    one: Arrears = query.about["arrears"]
    codes = (TOTAL,) if one.group is None else [query.baseline.codes[i] for i in one.group.units]
    months = [_month(query, one.until - back) for back in range(one.months)]
    table = partial(_records, query, codes, ("enrolled", "paid_up"), months)
    return Derivation(value, unit, "", (), source=SOURCE, notes=(note,), table=table)


def _month(query: Query, offset: int) -> str:
    return month_name(query.baseline.month + offset)


def _codes(query: Query) -> tuple[str, ...]:
    """The codes of the units of the query."""
    return tuple(query.baseline.codes[i] for i in query.units)


def _unit(figure: str) -> Unit:
    return "people" if figure in PEOPLE else "idr"


def _records(
    query: Query, codes: Sequence[str], figures: Sequence[str], months: Sequence[str], lang: Lang
) -> Table:
    """Every record behind a number, the latest first, including those later corrected or withdrawn."""
    behind = [
        record
        for record in query.context.actuals.records[::-1]
        if record.month in months and record.unit in codes and any(f in record.figures for f in figures)
    ]
    return record_table(behind, query.baseline, lang, figures=figures)
