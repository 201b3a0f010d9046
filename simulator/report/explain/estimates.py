"""Formulas of what actuals show: settings estimated from them, and how far earlier forecasts were off."""

from collections.abc import Sequence

from simulator.model.actuals import SOURCE
from simulator.model.months import month_number
from simulator.model.scenario import DEATH_RATE
from simulator.planning.backtest import HorizonError, Miss
from simulator.planning.estimation import Estimate
from simulator.report.explain.derivation import Derivation, Query, Term
from simulator.report.tables.table import Column, Table, listed, titled
from simulator.words import Lang, text
from simulator.words.quantity import Form, Month, Quantity, Unit
from simulator.words.sentence import Filling

PER_1000 = (DEATH_RATE, "risk.accidents_per_1000_year")


def unit_of(estimate: Estimate) -> tuple[Unit, Form]:
    """The unit of an estimate, and the form in which it is written."""
    return ("share", "tenths") if "share" in estimate.path else ("number", "two_places")


def estimate(query: Query) -> Derivation:
    """A setting estimated from actuals (`estimate`): cases ÷ what they are counted over."""
    one: Estimate = query.about["estimate"]
    if one.value is None:
        raise ValueError(f"{one.path} is not estimated: {one.refusal}")
    unit, form = unit_of(one)
    arithmetic = "{cases} ÷ {counted_over}" + " × {1000}" * (one.path in PER_1000)
    bounds = {name: Quantity(getattr(one, name), unit, form=form) for name in ("low", "high")}
    values: dict[str, Filling] = {"method": _method(one), **bounds}
    return Derivation(one.value, unit, arithmetic, _counts(one), notes=("interval",), note_values=values)


def estimate_bound(query: Query) -> Derivation:
    """An `end` of the interval of an estimate, low or high."""
    one: Estimate = query.about["estimate"]
    value = getattr(one, query.about["end"])
    notes, values = (f"bound_{query.about['end']}",), {"method": _method(one)}
    return Derivation(value, unit_of(one)[0], "", _counts(one), notes=notes, note_values=values)


def estimate_count(query: Query) -> Derivation:
    """The data an estimate rests on: its cases, or what they are counted over (`what`)."""
    cases, counted_over = _counts(query.about["estimate"])
    term = cases if query.about["what"] == "cases" else counted_over
    return Derivation(term.value, term.unit, "", (), source=SOURCE, notes=("added_up_from_actuals",))


def _counts(one: Estimate) -> tuple[Term, Term]:
    """The cases of an estimate, and what they are counted over."""
    cases = Term("cases", one.cases, "count", source=SOURCE)
    return cases, Term("counted_over", one.size, "number", source=SOURCE)


def _method(one: Estimate) -> str:
    return "Clopper-Pearson" if "share" in one.path else "Garwood"


def mean_error(query: Query) -> Derivation:
    """The mean distance, in workers, between actuals and forecasts made the same time ahead (`errors`)."""
    errors: HorizonError = query.about["errors"]
    if errors.count == 1:
        return _of_pairs(query, errors.mean_absolute, "people", *_one_error(errors.misses[0]))
    terms = tuple(
        Term(f"error#{i}", abs(miss.error), label={"month": Month(miss.month)})
        for i, miss in enumerate(errors.misses)
    )
    sums = " + ".join(f"{{{term.name}}}" for term in terms)
    return _of_pairs(query, errors.mean_absolute, "people", f"({sums}) ÷ {{{errors.count}}}", terms)


def _one_error(miss: Miss) -> tuple[str, tuple[Term, ...]]:
    label = {"month": Month(miss.month)}
    terms = Term("foreseen", miss.foreseen, label=label), Term("actual", float(miss.actual), label=label)
    first, second = (term.name for term in (terms if miss.error >= 0 else terms[::-1]))
    return f"{{{first}}} − {{{second}}}", terms


def mean_error_share(query: Query) -> Derivation:
    """The same mean distance as a share of each actual."""
    errors: HorizonError = query.about["errors"]
    if errors.mean_absolute_share is None:
        raise ValueError("nobody was enrolled in any of the months")
    terms: list[Term] = []
    for i, miss in enumerate(miss for miss in errors.misses if miss.actual):
        label = {"month": Month(miss.month)}
        terms.append(Term(f"error#{i}", abs(miss.error), label=label))
        terms.append(Term(f"actual#{i}", float(miss.actual), label=label))
    shares = [f"{{error#{i}}} ÷ {{actual#{i}}}" for i in range(len(terms) // 2)]
    arithmetic = shares[0] if len(shares) == 1 else f"({' + '.join(shares)}) ÷ {{{len(shares)}}}"
    return _of_pairs(query, errors.mean_absolute_share, "share", arithmetic, tuple(terms))


def _of_pairs(query: Query, value: float, unit: Unit, arithmetic: str, terms: tuple[Term, ...]) -> Derivation:
    """A number computed from pairs of a forecast and an actual, with the pairs and their sources."""
    misses = query.about["errors"].misses
    printed = {month_number(point.month): point.source for point in query.baseline.facts.history}
    source = " ".join(printed.get(month, SOURCE) for miss in misses for month in (miss.start, miss.month))
    return Derivation(
        value, unit, arithmetic, terms, source=source, table=lambda lang: miss_table(misses, lang)
    )


def miss_table(misses: Sequence[Miss], lang: Lang) -> Table:
    """Month, month of the data, enrolled as forecast, the actual, and the error of the forecast."""
    months = (Column(text("actuals.month", lang)), Column(text("backtest.from", lang)))
    numbers = titled((f"backtest.{name}" for name in ("foreseen", "actual", "error")), lang, is_number=True)
    rows = (
        (
            Month(miss.month),
            Month(miss.start),
            Quantity(miss.foreseen, "people"),
            Quantity(miss.actual, "people"),
            Quantity(miss.error, "people", form="signed"),
        )
        for miss in misses
    )
    return listed((*months, *numbers), rows)
