"""Explanations of a projection's numbers, in a form convenient for tests."""

from typing import NamedTuple

from simulator.report.context import Context
from simulator.report.explain import explanation
from simulator.store.baseline_files import read_programme
from simulator.store.sources_file import read_sources
from simulator.words.numbers import shown
from simulator.words.quantity import Mark, Origin

PROGRAMME, SOURCES = read_programme(), read_sources()


def context_of(projection, programme=PROGRAMME, **more) -> Context:
    """The context of a projection, with today in the month of its data."""
    return Context(projection, programme, SOURCES, **{"today": projection.baseline.month} | more)


class Explained(NamedTuple):
    """An explanation with its numbers as the screen writes them."""

    title: str
    value: float | None
    shown: str
    exact: str
    basis: Mark
    formula: str
    calculation: str
    terms: tuple["Term", ...]
    notes: tuple[str, ...]
    sources: tuple[str, ...]


class Term(NamedTuple):
    label: str
    value: str
    basis: Mark
    sources: tuple[str, ...]


def explain(key, projection, programme, sources, lang, **about) -> Explained:
    made = explanation.explain(Origin(key, context_of(projection, programme), tuple(about.items())), lang)
    return Explained(
        made.title,
        made.quantity.value,
        shown(made.quantity, lang),
        shown(made.exact, lang),
        made.quantity.basis,
        str(made.formula or ""),
        str(made.calculation or ""),
        tuple(
            Term(term.label, shown(term.quantity, lang), term.quantity.basis, term.sources)
            for term in made.terms
        ),
        tuple(map(str, made.notes)),
        made.sources,
    )


def basis_of(key, projection, programme, sources, **about) -> Mark:
    return explanation.quantity(context_of(projection, programme), key, **about).basis
