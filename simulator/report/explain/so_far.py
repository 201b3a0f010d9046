"""Formulas of the time before the baseline: exposure, deaths, the death rate learnt from them, and money."""

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from simulator.model import payouts
from simulator.report.explain.cited import derivation_key
from simulator.report.explain.derivation import Derivation, Query, Term, combined, taken
from simulator.words.quantity import month

NOTHING_YET = Derivation(0.0, "idr", "", (), notes=("nothing_yet",))
"""A sum over projected months that covers none of them yet."""


def since_start(query: Query, projected: Derivation, so_far: Callable[[Query], Derivation]) -> Derivation:
    """With `since_start`, add what is projected to the amount before the baseline."""
    if not query.about.get("since_start"):
        return projected
    before = so_far(query)
    keys = " ".join((before.source, *(term.source for term in before.terms)))
    term = Term("so_far", before.value, before.unit, before.basis, keys)
    return replace(
        projected,
        value=before.value + projected.value,
        arithmetic=" + ".join(filter(None, ("{so_far}", projected.arithmetic))),
        terms=(term, *projected.terms),
    )


def contributions_so_far(query: Query) -> Derivation:
    """Contributions before the baseline, at the lowest income base: person-months × rate."""
    rate = query.programme.rates_of(query.baseline.month).lowest_idr
    years = query.baseline.person_years_so_far
    months, keys = years * 12, derivation_key(query.context, "S21", years)
    return combined(
        "×",
        Term("person_months_so_far", months, "number", "derived", keys),
        Term("lowest_rate", rate, "idr_each", "published", "S7"),
        unit="idr",
        source=derivation_key(query.context, "S32", months * rate),
        notes=("lowest_base",),
    )


def payouts_so_far(query: Query) -> Derivation:
    """JKM payouts before the baseline: as published, or else the deaths × the full benefit."""
    fact = query.baseline.fact("payouts_so_far_idr")
    if fact:
        figure = query.published("figure", fact, fact.value, "idr")
        return replace(taken(figure, "not_computed"), remark=fact)
    deaths = query.baseline.facts.deaths
    if deaths is None:
        return Derivation(math.nan, "idr", "", (), "assumed", notes=("deaths_unknown",))
    paid = query.rule("full_jkm", "jkm_full_idr", query.baseline.month)
    return combined("×", query.published("deaths", deaths, deaths.value, "number"), paid, unit="idr")


def deaths_so_far(query: Query) -> Derivation:
    """Deaths paid under JKM before the baseline, as published."""
    deaths = query.baseline.facts.deaths
    if deaths is None:
        return Derivation(math.nan, "people", "", (), "assumed", notes=("deaths_unknown",))
    return taken(query.published("figure", deaths, deaths.value, "people"), "not_computed")


def exposure(query: Query) -> Derivation:
    """Person-years in force until deaths were counted: months between two points × their mean, in years."""
    facts = query.baseline.facts
    points = [point for point in facts.history if point.month <= facts.deaths_until]
    at, _ = query.baseline.history
    terms = [
        query.published(f"point#{i}", p, p.enrolled, "number", month=month(p.month))
        for i, p in enumerate(points)
    ]
    areas = []
    for i, months in enumerate(np.diff(at[: len(points)])):
        label = {"first": month(points[i].month), "last": month(points[i + 1].month)}
        terms.append(Term(f"months#{i}", float(months), "number", label=label))
        areas.append(f"{{months#{i}}} × ({{point#{i}}} + {{point#{i + 1}}}) ÷ {{2}}")
    arithmetic = f"({' + '.join(areas)}) ÷ {{12}}" if areas else ""
    return Derivation(
        query.baseline.exposure_person_years,
        "person_years",
        arithmetic,
        tuple(terms),
        source=derivation_key(query.context, "S21", query.baseline.exposure_person_years),
        notes=("trapezoid",),
    )


def death_rate(query: Query) -> Derivation:
    """Deaths per 1,000 members a year: as typed, or the weighted mean of prior and own experience."""
    risk, baseline = query.projection.scenario.risk, query.baseline
    deaths, (_, exposure) = baseline.facts.deaths, baseline.experience
    value = payouts.death_rate(risk, baseline) * 1000
    if risk.deaths_per_1000_year is not None:
        return taken(Term("figure", value, "deaths_per_1000_year", "assumed"), "typed")
    if risk.prior_person_years + exposure == 0:
        return Derivation(0.0, "deaths_per_1000_year", "", (), "assumed", notes=("no_experience",))
    prior_rate = query.setting("prior_rate", "risk.prior_deaths_per_1000_year")
    if deaths is None:
        return replace(taken(prior_rate, "deaths_unknown"), value=value, unit="deaths_per_1000_year")
    terms = (
        prior_rate,
        query.setting("prior_years", "risk.prior_person_years"),
        query.published("deaths", deaths, deaths.value, "number"),
        Term("exposure", exposure, "number", "derived", derivation_key(query.context, "S21", exposure)),
    )
    return Derivation(
        value,
        "deaths_per_1000_year",
        "({prior_rate} × {prior_years} + {1000} × {deaths}) ÷ ({prior_years} + {exposure})",
        terms,
        source=derivation_key(query.context, "S22", value),
        notes=("capped",) if value == 1000 else (),
    )
