"""Formulas of contributions: the cost of a worker a month, and what was paid in for all of them."""

from dataclasses import replace

import numpy as np

from simulator.model import contributions as model
from simulator.model.parts import Contribution
from simulator.planning.rounding import whole
from simulator.report.explain.cited import contribution_keys, each_once
from simulator.report.explain.derivation import Derivation, Query, Term, combined, taken
from simulator.report.explain.people import enrolled_term
from simulator.report.explain.so_far import NOTHING_YET, contributions_so_far, since_start


def contribution_per_member(query: Query) -> Derivation:
    """Rupiah per worker and month: JKK + JKM less relief, plus JHT where included."""
    return contribution_by(query, query.context.scenario.contribution)


def contribution_by(query: Query, plan: Contribution) -> Derivation:
    """The contribution per worker under any plan, also in a calendar month after the projection."""
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
    """Rupiah per worker and month without JHT: JKK + JKM less relief."""
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
    """The share by which relief lowers JKK and JKM: the share of members entitled, times the reduction."""
    relief = float(model.relief_shares(plan, query.programme, np.array([query.calendar]))[0])
    keys = each_once(*(period.source for period in query.programme.relief), "S50")
    return Term("relief", relief, "share", "assumed", keys)


def relief_in(query: Query) -> Derivation:
    """The share by which relief lowers JKK and JKM in a month."""
    relief = _relief(query, query.context.scenario.contribution)
    return taken(replace(relief, name="figure"), "relief")


def per_member_term(query: Query, month: int) -> Term:
    """The contribution for one worker in a month, JHT included."""
    p = query.projection
    rate = float(p.contribution_per_member_idr[month] + p.jht_per_member_idr[month])
    return Term("per_member", rate, "idr_each", "derived", contribution_keys(query.context), query.at(month))


def contributions_in(query: Query) -> Derivation:
    """All contributions of a month."""
    t = query.month
    return combined("×", enrolled_term(query, t), per_member_term(query, t), unit="idr")


def premium_bill(query: Query) -> Derivation:
    """The contributions of a month without JHT for all enrolled, in whole people."""
    t, premium = query.month, premium_term(query)
    workers = Term("whole_workers", whole(query.projection.enrolled[t]), label=query.at(t))
    return combined("×", workers, premium, unit="idr", notes=premium_per_member(query).notes)


def premium_term(query: Query) -> Term:
    """The contribution for one worker in a month, without JHT."""
    p, t = query.projection, query.month
    rate = float(p.contribution_per_member_idr[t])
    return Term("premium", rate, "idr_each", source=contribution_keys(query.context), label=query.at(t))


def premiums_in(query: Query) -> Derivation:
    """All contributions of a month without JHT, which is the workers' own saving."""
    return combined("×", enrolled_term(query, query.month), premium_term(query), unit="idr")


def cumulative_premiums(query: Query) -> Derivation:
    """Contributions without JHT from the first projected month up to a month."""
    projected = _by_amount(query, query.projection.contribution_per_member_idr)
    return since_start(query, projected, contributions_so_far)


def cumulative_jht(query: Query) -> Derivation:
    """JHT, the workers' own saving, from the first projected month up to a month."""
    return _by_amount(query, query.projection.jht_per_member_idr)


def cumulative_contributions(query: Query) -> Derivation:
    """Contributions from the first projected month up to a month."""
    p = query.projection
    return _by_amount(query, p.contribution_per_member_idr + p.jht_per_member_idr)


def _by_amount(query: Query, amounts: np.ndarray) -> Derivation:
    """Contributions up to the month of the query: for each amount, person-months × amount."""
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
