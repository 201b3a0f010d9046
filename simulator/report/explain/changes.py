"""Formulas of numbers made of other numbers that are shown: by how much one differs from another, several together, how many there are."""

from functools import partial

from simulator.report.explain.derivation import Derivation, Query, Term
from simulator.report.explain.titles import title
from simulator.words.quantity import Quantity, Unit

APART: dict[Unit, Unit] = {"share": "points", "ratio": "ratio_difference"}
"""The unit of a difference where it is another than that of the two."""


def _term(name: str, quantity: Quantity, **label: str) -> Term:
    titled = {"title": partial(title, quantity.origin)} | label
    return Term(name, quantity.value, quantity.unit, quantity.basis, label=titled)


def difference(query: Query) -> Derivation:
    """By how much the first of two quantities is more than the second, which another scenario gives, or `before` a change."""
    one, other = query.subject
    if query.about.get("before"):
        terms = (_term("changed", one), _term("unchanged", other))
    else:
        terms = tuple(
            _term(f"by_scenario#{i}", of, scenario=of.origin.subject.scenario.name)
            for i, of in enumerate(query.subject)
        )
    return Derivation(
        one.value - other.value,
        APART.get(one.unit, one.unit),
        " − ".join(f"{{{term.name}}}" for term in terms),
        terms,
    )


def total(query: Query) -> Derivation:
    """Several quantities together."""
    terms = tuple(_term(f"one_of#{i}", one) for i, one in enumerate(query.subject))
    return Derivation(
        sum(term.value for term in terms),
        terms[0].unit,
        " + ".join(f"{{{term.name}}}" for term in terms),
        terms,
    )


def count(query: Query) -> Derivation:
    """How many `things` there are, which a note names; `what` says of which kind."""
    things = query.about["things"]
    return Derivation(
        float(len(things)),
        "count",
        "",
        (),
        "counted",
        notes=(f"counted_{query.about['what']}",),
        note_values={"names": "; ".join(things)},
    )


FORMULAS = {"difference": difference, "total": total, "count": count}
