"""Formulas of the dated rules: rates, relief and benefit amounts in force in a month."""

from simulator.model.months import month_number
from simulator.report.explain.cited import death_keys
from simulator.report.explain.derivation import Derivation, Query, Term
from simulator.report.explain.money import death_rate, rule_in, rule_term
from simulator.words.quantity import Month, Quantity, Unit


def unit_of_rule(name: str) -> Unit:
    """The unit of an amount of a rule, by its name."""
    return "share" if "share" in name else "idr_each" if name.endswith("_idr") else "number"


def rule(query: Query) -> Derivation:
    """An amount of the rates or benefits in force in a month, by its `name`."""
    name = query.about["name"]
    figure = rule_in(query, "figure", name, unit_of_rule(name), query.calendar)
    return Derivation(figure.value, figure.unit, "{figure}", (figure,), figure.basis, notes=("not_computed",))


def full_premium(query: Query) -> Derivation:
    """JKK + JKM a worker and month without any relief."""
    terms = (
        rule_term(query, "jkk_share", "jkk_share_of_base", "share", query.month),
        query.setting("income_base", "contribution.income_base_idr", "idr_each"),
        rule_term(query, "jkm_idr", "jkm_idr", "idr_each", query.month),
    )
    share, base, jkm = (term.value for term in terms)
    return Derivation(share * base + jkm, "idr_each", "{jkk_share} × {income_base} + {jkm_idr}", terms)


def relief_share(query: Query) -> Derivation:
    """What a period of relief takes off JKK and JKM, by its `number` among them."""
    period = query.programme.relief[query.about["number"]]
    figure = Term("figure", period.reduction_share, "share", period.basis, period.source)
    first, last = (Month(month_number(month)) for month in (period.first_month, period.last_month))
    return Derivation(
        figure.value,
        "share",
        "{figure}",
        (figure,),
        figure.basis,
        notes=("relief_period",),
        note_values={"first": first, "last": last},
    )


def other_members(query: Query) -> Derivation:
    """The share of members who are no transport workers."""
    transport = query.setting("transport_share", "contribution.transport_share", "share")
    return Derivation(1 - transport.value, "share", "{1} − {transport_share}", (transport,), transport.basis)


def monthly_death(query: Query) -> Derivation:
    """The probability to die within a month, work accidents apart."""
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
