"""Formulas of expected deaths, payouts and the claims ratio."""

import math

from simulator.model import payouts as model
from simulator.report.explain.cited import death_keys, payout_keys
from simulator.report.explain.contributions import cumulative_premiums, premiums_in
from simulator.report.explain.derivation import Derivation, Query, Term, combined
from simulator.report.explain.people import enrolled_term
from simulator.report.explain.so_far import NOTHING_YET, payouts_so_far, since_start
from simulator.words.quantity import Quantity


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
        note_values={"rate": Quantity(model.death_rate(p.scenario.risk, p.baseline) * 1000, "number")},
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
        return since_start(query, NOTHING_YET, payouts_so_far)
    terms = tuple(
        Term(f"{name}_sum", float(getattr(p.payouts, name)[months].sum()), "idr") for name in ("jkm", "jkk")
    )
    notes, keys = ("several_months", "incurred"), payout_keys(query.context)
    projected = combined("+", *terms, source=keys, notes=notes, note_values=query.span(months))
    return since_start(query, projected, payouts_so_far)


def claims_ratio(query: Query) -> Derivation:
    """Payouts ÷ contributions without JHT, of a month or, with `cumulative`, of all months up to it.

    With `since_start` the money before the baseline is included.
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
