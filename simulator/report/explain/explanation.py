"""Explanations of numbers in one language: formula in words and with values, result, mark and sources."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from string import Formatter
from typing import Any

from simulator.report.explain.cited import by_number, each_once
from simulator.report.explain.derivation import Derivation, Query, Term
from simulator.report.explain.formulas import formula
from simulator.report.explain.titles import title
from simulator.report.tables.table import Table
from simulator.words import Lang
from simulator.words.quantity import Origin, Quantity
from simulator.words.sentence import Sentence, joined, sentence


@dataclass(frozen=True)
class ExplainedTerm:
    """A value that goes into a number, with its label; `sources` are keys."""

    label: str
    quantity: Quantity
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Explanation:
    """A number explained in one language.

    `formula` is the arithmetic in words and `calculation` is the same with its values; both are None where
    nothing is computed. `sources` are the keys of all the sources behind the number, in order; `table` lists
    the records that the number is made of, where there are any.
    """

    title: str
    quantity: Quantity
    formula: Sentence | None
    calculation: Sentence | None
    terms: tuple[ExplainedTerm, ...]
    notes: tuple[Sentence, ...]
    sources: tuple[str, ...]
    table: Table | None = None

    @property
    def exact(self) -> Quantity:
        """The result written with as many digits as a reader gets by redoing the arithmetic."""
        return replace(self.quantity, form="exact")


def quantity(subject: Any, key: str, **about: Any) -> Quantity:
    """Return the number of a key that `formula` knows, with unit, mark and origin; raises as `explain` does.

    The subject is a Context, or other quantities: `quantity((one, other), "difference")`.
    """
    derivation = formula(key)(Query(subject, about))
    origin = Origin(key, subject, tuple(sorted(about.items())))
    return Quantity(derivation.value, derivation.unit, derivation.basis, origin)


def explain(origin: Origin, lang: Lang) -> Explanation:
    """Explain the number of an origin.

    `origin.about` may hold `month` (offset from the baseline, 0 by default), `segment`, `row` (a key of
    `groups.unit_groups`), the `path` of a setting and, for `claims_ratio`, `cumulative`. Raises KeyError for
    an unknown key, segment or row, and ValueError for a month outside the projection.
    """
    query = Query(origin.subject, dict(origin.about))
    derivation = formula(origin.key)(query)
    labels = {term.name: _label(term, lang) for term in derivation.terms}
    quantities = {term.name: term.quantity for term in derivation.terms}
    computed = derivation.arithmetic not in ("", "{figure}")
    notes = [sentence(f"origin.note.{name}", lang, **derivation.note_values) for name in derivation.notes]
    if derivation.remark and derivation.remark.note:
        notes.append(Sentence(lang, (derivation.remark.note[lang],)))
    return Explanation(
        title(origin, lang),
        Quantity(derivation.value, derivation.unit, derivation.basis, origin),
        _filled(derivation, labels.__getitem__, lang) if computed else None,
        _filled(derivation, quantities.__getitem__, lang) if computed else None,
        tuple(
            ExplainedTerm(labels[t.name], t.quantity, tuple(each_once(t.source).split()))
            for t in derivation.terms
        ),
        tuple(notes),
        _all_sources(derivation),
        derivation.table and derivation.table(lang),
    )


def _label(term: Term, lang: Lang) -> str:
    return str(sentence(f"origin.part.{term.name.partition('#')[0]}", lang, **term.label))


def _filled(derivation: Derivation, filling: Callable[[str], str | Quantity], lang: Lang) -> Sentence:
    """The arithmetic with each name in braces replaced; a plain number in braces stays a number."""
    parts: list[Sentence | str] = []
    for signs, name, _, _ in Formatter().parse(derivation.arithmetic):
        parts.append(signs)
        if name is not None:
            parts.append(
                Sentence(lang, (Quantity(int(name), "number") if name.isdecimal() else filling(name),))
            )
    return joined(parts, lang, "")


def _all_sources(derivation: Derivation) -> tuple[str, ...]:
    return by_number(derivation.source, *(term.source for term in derivation.terms))
