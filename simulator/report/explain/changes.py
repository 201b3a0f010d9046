"""Formulas of numbers made from other shown numbers: differences, sums and counts."""

from dataclasses import replace
from functools import partial

from simulator.report.explain.derivation import Derivation, Query, Term, combined, exact
from simulator.report.explain.titles import title
from simulator.words.quantity import Quantity, Unit
from simulator.words.sentence import Filling

APART: dict[Unit, Unit] = {"share": "points", "ratio": "ratio_difference", "month": "months"}
"""The unit of a difference where it differs from the unit of the two numbers."""


def _term(name: str, quantity: Quantity, **label: str) -> Term:
    titled: dict[str, Filling] = {"title": partial(title, quantity.origin)} if quantity.origin else {}
    return Term(name, quantity.number, quantity.unit, quantity.basis, label=titled | label)


def difference(query: Query) -> Derivation:
    """By how much the first of two quantities exceeds the second.

    With `before`, the second is the value before a change; with `rounded`, both are taken as shown on screen.
    """
    one, other = _held_apart(query)
    notes = ("as_shown",) if query.about.get("rounded") else ()
    return combined("−", one, other, unit=APART.get(other.unit, other.unit), notes=notes)


def relative_difference(query: Query) -> Derivation:
    """The difference of two quantities as a share of the second."""
    one, other = _held_apart(query)
    arithmetic = f"({{{one.name}}} − {{{other.name}}}) ÷ {{{other.name}}}"
    return Derivation((one.value - other.value) / other.value, "share", arithmetic, (one, other))


def _held_apart(query: Query) -> tuple[Term, Term]:
    """Two quantities, labelled by what they are, by their scenarios, or as before and after a change."""
    one, other = query.subject
    if query.about.get("before"):
        return _term("changed", one), _term("unchanged", other)
    if one.origin.subject is other.origin.subject or one.origin.key != other.origin.key:
        return _term("one_of#0", one), _term("one_of#1", other)
    a, b = (of.origin.subject.scenario.name for of in query.subject)
    return _term("by_scenario#0", one, scenario=a), _term("by_scenario#1", other, scenario=b)


def total(query: Query) -> Derivation:
    """The sum of several quantities."""
    terms = tuple(_term(f"one_of#{i}", one) for i, one in enumerate(query.subject))
    return combined("+", *terms)


def other_rows(query: Query) -> Derivation:
    """The sum of the rows that are not named."""
    return total(query)


def count(query: Query) -> Derivation:
    """How many `things` there are, or else `number`; the note of `what` says what was counted."""
    things = query.about.get("things", ())
    number, note = query.about.get("number", len(things)), f"counted_{query.about['what']}"
    return replace(exact(number, note, names="; ".join(things)), unit=query.about.get("written_as", "count"))


def recorded(query: Query) -> Derivation:
    """A result as it was recorded in a scenario's file when the scenario was saved."""
    value, unit = query.about["value"], query.about["unit"]
    return Derivation(value, unit, "", (), notes=("recorded_in_file",))
