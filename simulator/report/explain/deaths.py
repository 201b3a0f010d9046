"""Formulas behind the death rate: the observed deaths, the priors, and the rate at which JKM breaks even."""

import math

from simulator.planning.deaths import PRIORS, Prior, estimate_interval, observed_interval
from simulator.report.explain.derivation import Derivation, Query, Term, taken
from simulator.report.explain.so_far import death_rate
from simulator.words.quantity import Unit


def observed_death_rate(query: Query) -> Derivation:
    """Observed deaths per 1,000 person-years of the history."""
    deaths, (seen, exposure) = query.baseline.facts.deaths, query.baseline.experience
    if deaths is None or not exposure:
        return Derivation(math.nan, "deaths_per_1000_year", "", (), notes=("deaths_unknown",))
    terms = (
        query.published("deaths", deaths, seen, "number"),
        Term("exposure", exposure, "number"),
    )
    return Derivation(seen / exposure * 1000, "deaths_per_1000_year", "{deaths} ÷ {exposure} × {1000}", terms)


def observed_bound(query: Query) -> Derivation:
    """An `end` of the interval of the observed death rate, low or high."""
    of = observed_death_rate(query)
    return _bound(query, observed_interval(query.baseline), of, "observed_bound")


def death_bound(query: Query) -> Derivation:
    """An `end` of the interval of the estimated death rate, low or high."""
    scenario, baseline = query.projection.scenario, query.baseline
    return _bound(query, estimate_interval(scenario, baseline), death_rate(query), "death_bound")


def _bound(query: Query, interval: tuple[float, float] | None, of: Derivation, note: str) -> Derivation:
    if interval is None:
        return Derivation(math.nan, of.unit, "", (), notes=of.notes)
    value = interval[query.about["end"] == "high"]
    return Derivation(value, of.unit, "", of.terms, notes=(note,))


def break_even(query: Query) -> Derivation:
    """Deaths per 1,000 a year that a year's JKM contribution pays for; with `relief` where requested."""
    start = query.baseline.month
    terms = [query.rule("jkm_idr", "jkm_idr", start), query.rule("full_jkm", "jkm_full_idr", start)]
    premium, benefit = (term.value for term in terms)
    kept, words = 1.0, "{12} × {jkm_idr}"
    if query.about["relief"]:
        period = max(query.programme.relief, key=lambda one: one.last_month)
        kept, words = 1 - period.reduction_share, f"{words} × ({{1}} − {{relief}})"
        terms.append(Term("relief", period.reduction_share, "share", period.basis, period.source))
    value = 12 * premium * kept / benefit * 1000
    words = f"{words} ÷ {{full_jkm}} × {{1000}}"
    return Derivation(value, "deaths_per_1000_year", words, tuple(terms), notes=("break_even",))


def prior_figure(query: Query) -> Derivation:
    """The rate or the weight (`what`) of a named prior (`prior`)."""
    prior: Prior = next(one for one in PRIORS if one.name == query.about["prior"])
    is_rate = query.about["what"] == "rate"
    key = prior.rate_source if is_rate else prior.weight_source
    value = prior.deaths_per_1000_year if is_rate else prior.person_years
    basis = query.context.sources[key].basis
    unit: Unit = "deaths_per_1000_year" if is_rate else "person_years"
    return taken(Term("figure", value, unit, basis, key))
