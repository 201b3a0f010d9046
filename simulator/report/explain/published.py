"""Formulas of figures that somebody published, and of what the data add up to beside them."""

from simulator.planning.reconciliation import Line, reconcile
from simulator.report.explain.derivation import Derivation, Query, Term
from simulator.report.explain.rules import unit_of_rule
from simulator.words.quantity import Unit


def dated_amount(query: Query) -> Derivation:
    """An amount of a rule, by the `kind` of rules, the rule's `number` among them and the amount's `name`."""
    rule = getattr(query.programme, query.about["kind"])[query.about["number"]]
    name = query.about["name"]
    return _taken(Term("figure", getattr(rule, name), unit_of_rule(name), rule.basis, rule.source))


def history_point(query: Query) -> Derivation:
    """Enrolled at a point of the history, by its `number`."""
    point = query.baseline.facts.history[query.about["number"]]
    return _taken(query.published("figure", point, point.enrolled, "people"))


def fact(query: Query) -> Derivation:
    """A published figure of the regency, by its key `fact`."""
    figure = _line(query).fact
    return _taken(query.published("figure", figure, figure.value, unit_of_fact(figure.key)))


def counted(query: Query) -> Derivation:
    """What the data add up to where a figure, by its key `fact`, is published."""
    line = _line(query)
    if line.counted is None:
        raise KeyError(line.fact.key)
    return Derivation(line.counted, unit_of_fact(line.fact.key), "", (), notes=("counted_in_data",))


def _line(query: Query) -> Line:
    lines = reconcile(query.baseline, query.programme)
    return next(line for line in lines if line.fact.key == query.about["fact"])


def special_units(query: Query) -> Derivation:
    """How many `units` of a `row` do the same thing of their own."""
    return Derivation(query.about["units"], "count", "", (), "counted", notes=("special_units",))


def unit_of_fact(key: str) -> Unit:
    """The unit of a published figure."""
    return "idr_each" if key.endswith("_idr") else "share" if "share" in key else "people"


def _taken(figure: Term) -> Derivation:
    return Derivation(figure.value, figure.unit, "{figure}", (figure,), figure.basis, notes=("not_computed",))
