"""Formulas of dated rules and other published figures, and of the sums of the data compared with them."""

from simulator.planning.reconciliation import Reconciled, reconcile
from simulator.report.explain.cited import death_keys
from simulator.report.explain.derivation import Derivation, Query, Term, exact, taken, unit_named
from simulator.report.explain.so_far import death_rate
from simulator.words.quantity import Quantity, month


def dated_amount(query: Query) -> Derivation:
    """An amount in a dated rule: the `kind` of rules, the rule's `number` among them, the amount's `name`."""
    rule = getattr(query.programme, query.about["kind"])[query.about["number"]]
    name = query.about["name"]
    figure = Term("figure", getattr(rule, name), unit_named(name, "number"), rule.basis, rule.source)
    return taken(figure, "not_computed")


def history_point(query: Query) -> Derivation:
    """Enrolled at the history point with this `number`."""
    point = query.baseline.facts.history[query.about["number"]]
    return taken(query.published("figure", point, point.enrolled, "people"), "not_computed")


def fact(query: Query) -> Derivation:
    """The published figure of the regency whose key is `fact`."""
    figure = _line(query).fact
    unit = unit_named(figure.key, "people")
    return taken(query.published("figure", figure, figure.value, unit), "not_computed")


def counted(query: Query) -> Derivation:
    """The sum of the data that corresponds to the published figure whose key is `fact`."""
    line = _line(query)
    if line.counted is None:
        raise KeyError(line.fact.key)
    return Derivation(line.counted, unit_named(line.fact.key, "people"), "", (), notes=("counted_in_data",))


def _line(query: Query) -> Reconciled:
    lines = reconcile(query.baseline, query.programme)
    return next(line for line in lines if line.fact.key == query.about["fact"])


def special_units(query: Query) -> Derivation:
    """How many `units` of a `row` share the same override."""
    return exact(query.about["units"], "special_units")


def rule(query: Query) -> Derivation:
    """The amount called `name` in the rates or benefits in force in a month."""
    return taken(query.rule("figure", query.about["name"]), "not_computed")


def full_premium(query: Query) -> Derivation:
    """JKK + JKM per worker and month without any relief."""
    terms = (
        query.rule("jkk_share", "jkk_share_of_base"),
        query.setting("income_base", "contribution.income_base_idr"),
        query.rule("jkm_idr", "jkm_idr"),
    )
    share, base, jkm = (term.value for term in terms)
    return Derivation(share * base + jkm, "idr_each", "{jkk_share} × {income_base} + {jkm_idr}", terms)


def relief_share(query: Query) -> Derivation:
    """The share by which a period of relief, by its `number` among them, lowers JKK and JKM."""
    period = query.programme.relief[query.about["number"]]
    figure = Term("figure", period.reduction_share, "share", period.basis, period.source)
    first, last = month(period.first_month), month(period.last_month)
    return taken(figure, "relief_period", first=first, last=last)


def other_members(query: Query) -> Derivation:
    """The share of members who are not transport workers."""
    transport = query.setting("transport_share", "contribution.transport_share")
    return Derivation(1 - transport.value, "share", "{1} − {transport_share}", (transport,), transport.basis)


def monthly_death(query: Query) -> Derivation:
    """The probability of dying within a month, work accidents excluded."""
    rate = death_rate(query)
    return Derivation(
        query.projection.monthly_death,
        "share",
        "",
        (Term("death_rate", rate.value, rate.unit, rate.basis),),
        source=death_keys(query.context),
        notes=("monthly_death",),
        note_values={"rate": Quantity(rate.value, rate.unit, rate.basis)},
    )
