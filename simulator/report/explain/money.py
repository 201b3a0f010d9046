"""Formulas of contributions, deaths and payouts."""

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from simulator.model import contributions as model
from simulator.model import payouts
from simulator.model.parts import Contribution
from simulator.planning.rounding import whole
from simulator.report.explain.cited import contribution_keys, death_keys, derivation_key, payout_keys
from simulator.report.explain.derivation import Derivation, Query, Term, combined, taken
from simulator.report.explain.people import enrolled_term
from simulator.words.quantity import Quantity, month

NOTHING_YET = Derivation(0.0, "idr", "", (), notes=("nothing_yet",))
"""Sums over projected months, up to the baseline."""


def contribution_per_member(query: Query) -> Derivation:
    """Rupiah a worker and month: JKK + JKM less relief, and JHT."""
    return contribution_by(query, query.context.scenario.contribution)


def contribution_by(query: Query, plan: Contribution) -> Derivation:
    """The same by any plan, also in a calendar month after the projection."""
    without = _premium_by(query, plan)
    if not plan.include_jht:
        return without
    jht_share = query.rule("jht_share", "jht_share_of_base")
    _, jht = model.contribution_per_member(plan, query.programme, np.array([query.calendar]))
    return replace(
        without,
        value=without.value + float(jht[0]),
        arithmetic=without.arithmetic + " + {jht_share} × {income_base}",
        terms=(*without.terms, jht_share),
    )


def premium_per_member(query: Query) -> Derivation:
    """Rupiah a worker and month without JHT: JKK + JKM less relief."""
    return _premium_by(query, query.context.scenario.contribution)


def _premium_by(query: Query, plan: Contribution) -> Derivation:
    months = np.array([query.calendar])
    terms = [
        query.rule("jkk_share", "jkk_share_of_base"),
        query.setting("income_base", "contribution.income_base_idr"),
        query.rule("jkm_idr", "jkm_idr"),
    ]
    arithmetic, relief = "{jkk_share} × {income_base} + {jkm_idr}", _relief(query, plan)
    if relief.value:
        terms.append(relief)
        arithmetic = f"({arithmetic}) × ({{1}} − {{relief}})"
    premium, _ = model.contribution_per_member(plan, query.programme, months)
    notes = ("relief",) if relief.value else ()
    return Derivation(float(premium[0]), "idr_each", arithmetic, tuple(terms), notes=notes)


def _relief(query: Query, plan: Contribution) -> Term:
    """What relief takes off JKK and JKM: the share of members entitled, halved."""
    relief = float(model.relief_shares(plan, query.programme, np.array([query.calendar]))[0])
    keys = " ".join((*{period.source for period in query.programme.relief}, "S50"))
    return Term("relief", relief, "share", "assumed", keys)


def relief_in(query: Query) -> Derivation:
    """What relief takes off JKK and JKM in a month."""
    relief = _relief(query, query.context.scenario.contribution)
    return taken(replace(relief, name="figure"), "relief")


def per_member_term(query: Query, month: int) -> Term:
    """What is paid for a worker in a month, JHT included."""
    p = query.projection
    rate = float(p.contribution_per_member_idr[month] + p.jht_per_member_idr[month])
    return Term("per_member", rate, "idr_each", "derived", contribution_keys(query.context), query.at(month))


def contributions_in(query: Query) -> Derivation:
    """All contributions of a month."""
    t = query.month
    return combined("×", enrolled_term(query, t), per_member_term(query, t), unit="idr")


def premium_bill(query: Query) -> Derivation:
    """What all enrolled, whole people, cost in a month without JHT."""
    t, premium = query.month, premium_term(query)
    workers = Term("whole_workers", whole(query.projection.enrolled[t]), label=query.at(t))
    return combined("×", workers, premium, unit="idr", notes=premium_per_member(query).notes)


def premium_term(query: Query) -> Term:
    """What is paid for a worker in a month, without JHT."""
    p, t = query.projection, query.month
    rate = float(p.contribution_per_member_idr[t])
    return Term("premium", rate, "idr_each", source=contribution_keys(query.context), label=query.at(t))


def premiums_in(query: Query) -> Derivation:
    """All contributions of a month without JHT, the workers' own saving."""
    return combined("×", enrolled_term(query, query.month), premium_term(query), unit="idr")


def cumulative_premiums(query: Query) -> Derivation:
    """Contributions without JHT from the first projected month up to a month."""
    projected = _by_amount(query, query.projection.contribution_per_member_idr)
    return _since_start(query, projected, contributions_so_far)


def _since_start(query: Query, projected: Derivation, so_far: Callable[[Query], Derivation]) -> Derivation:
    """With `since_start`, what is projected comes on top of what was so far."""
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


def cumulative_jht(query: Query) -> Derivation:
    """JHT, the workers' own saving, from the first projected month up to a month."""
    return _by_amount(query, query.projection.jht_per_member_idr)


def cumulative_contributions(query: Query) -> Derivation:
    """Contributions from the first projected month up to a month."""
    p = query.projection
    return _by_amount(query, p.contribution_per_member_idr + p.jht_per_member_idr)


def _by_amount(query: Query, amounts: np.ndarray) -> Derivation:
    """Contributions up to the month asked about: person-months at each amount × that amount."""
    enrolled, months = query.projection.enrolled, query.summed
    if not len(months):
        return NOTHING_YET
    terms, products, keys = [], [], contribution_keys(query.context)
    for i, amount in enumerate(dict.fromkeys(amounts[months].tolist())):
        at = months[amounts[months] == amount]
        span = query.span(at)
        terms += [
            Term(f"person_months#{i}", float(enrolled[at].sum()), "number", label=span),
            Term(f"amount#{i}", amount, "idr_each", "derived", keys, span),
        ]
        products.append(f"{{person_months#{i}}} × {{amount#{i}}}")
    return Derivation(
        float((enrolled * amounts)[months].sum()),
        "idr",
        " + ".join(products),
        tuple(terms),
        notes=("several_months",),
        note_values=query.span(months),
    )


def deaths_in(query: Query) -> Derivation:
    """Expected deaths of a month, outside work accidents."""
    t, p = query.month, query.projection
    terms = (
        enrolled_term(query, t),
        Term("death_share", p.monthly_death, "share", "derived", death_keys(query.context)),
    )
    return Derivation(
        float(p.payouts.deaths[t]),
        "deaths",
        "{enrolled} × {death_share}",
        terms,
        notes=("monthly_death",),
        note_values={"rate": Quantity(payouts.death_rate(p.scenario.risk, p.baseline) * 1000, "number")},
    )


def jkm_in(query: Query) -> Derivation:
    """Expected JKM payouts of a month."""
    t, p = query.month, query.projection
    over_3, over_36 = float(p.over_3_months[t]), float(p.over_36_months[t])
    terms = (
        Term("death_share", p.monthly_death, "share", "derived", death_keys(query.context)),
        Term("under_3", float(p.enrolled[t]) - over_3, label=query.at(t)),
        query.rule("funeral", "jkm_funeral_idr"),
        Term("over_3", over_3, label=query.at(t)),
        query.rule("full_jkm", "jkm_full_idr"),
        Term("over_36", over_36, label=query.at(t)),
        query.setting("scholarship", "risk.scholarship_per_death_idr"),
    )
    return Derivation(
        float(p.payouts.jkm[t]),
        "idr",
        "{death_share} × ({under_3} × {funeral} + {over_3} × {full_jkm} + {over_36} × {scholarship})",
        terms,
        source="S10",
        notes=("scholarship_understates",),
    )


def jkk_in(query: Query) -> Derivation:
    """Expected JKK payouts of a month."""
    t = query.month
    terms = (
        enrolled_term(query, t),
        query.setting("accidents", "risk.accidents_per_1000_year"),
        query.setting("fatal_share", "risk.fatal_share"),
        query.rule("death_multiple", "jkk_death_base_multiple"),
        query.setting("income_base", "contribution.income_base_idr"),
        query.rule("death_fixed", "jkk_death_fixed_idr"),
        query.setting("scholarship", "risk.scholarship_per_death_idr"),
        query.setting("nonfatal_cost", "risk.nonfatal_cost_idr"),
    )
    return Derivation(
        float(query.projection.payouts.jkk[t]),
        "idr",
        "{enrolled} × {accidents} ÷ {1000} ÷ {12} × ({fatal_share}"
        " × ({death_multiple} × {income_base} + {death_fixed} + {scholarship})"
        " + ({1} − {fatal_share}) × {nonfatal_cost})",
        terms,
    )


def payouts_in(query: Query) -> Derivation:
    """Expected payouts of a month: JKM and JKK."""
    t, paid, keys = query.month, query.projection.payouts, payout_keys(query.context)
    jkm = Term("jkm", float(paid.jkm[t]), "idr", label=query.at(t))
    jkk = Term("jkk", float(paid.jkk[t]), "idr", label=query.at(t))
    return combined("+", jkm, jkk, source=keys, notes=("incurred",))


def cumulative_payouts(query: Query) -> Derivation:
    """Expected payouts from the first projected month up to a month."""
    p, months = query.projection, query.summed
    if not len(months):
        return _since_start(query, NOTHING_YET, payouts_so_far)
    terms = tuple(
        Term(f"{name}_sum", float(getattr(p.payouts, name)[months].sum()), "idr") for name in ("jkm", "jkk")
    )
    notes, keys = ("several_months", "incurred"), payout_keys(query.context)
    projected = combined("+", *terms, source=keys, notes=notes, note_values=query.span(months))
    return _since_start(query, projected, payouts_so_far)


def claims_ratio(query: Query) -> Derivation:
    """Payouts ÷ contributions without JHT, of a month or, with `cumulative`, of all months up to it.

    With `since_start` also of what was so far.
    """
    if query.about.get("cumulative"):
        paid_in, paid_out = cumulative_premiums(query), cumulative_payouts(query)
    else:
        paid_in, paid_out = premiums_in(query), payouts_in(query)
    if paid_in.value == 0:
        return Derivation(math.nan, "ratio", "", (), notes=("nothing_paid_in",))
    several = "several_months" in paid_out.notes
    return combined(
        "÷",
        Term("payouts", paid_out.value, "idr"),
        Term("without_jht", paid_in.value, "idr"),
        unit="ratio",
        source="S34" if death_keys(query.context) else "",
        notes=("several_months",) * several + ("ratio_means",),
        note_values=paid_out.note_values,
    )


def death_rate(query: Query) -> Derivation:
    """Deaths per 1,000 members and year: as typed, or the weighted mean of prior and own experience."""
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


def exposure(query: Query) -> Derivation:
    """Person-years in force over the history: between two points, months × mean of both, in years."""
    points = query.baseline.facts.history
    at, _ = query.baseline.history
    terms = [
        query.published(f"point#{i}", p, p.enrolled, "number", month=month(p.month))
        for i, p in enumerate(points)
    ]
    areas = []
    for i, months in enumerate(np.diff(at)):
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


def contributions_so_far(query: Query) -> Derivation:
    """Contributions before the baseline, at the lowest income base: person-months × rate."""
    rate = query.programme.rates_of(query.baseline.month).lowest_idr
    years = query.baseline.exposure_person_years
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
    """What was paid under JKM before the baseline: as published, else the deaths × the full benefit."""
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
