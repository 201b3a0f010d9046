"""Formulas of contributions, deaths and payouts."""

import math

import numpy as np

from simulator.model.contributions import relief_shares
from simulator.model.months import month_name
from simulator.model.payouts import death_rate
from simulator.report.explain.base import (
    Asked,
    Figure,
    Part,
    Unit,
    contribution_keys,
    death_keys,
    derivation,
    payout_keys,
)
from simulator.report.explain.people import enrolled_part

NOTHING_YET = Figure(
    0.0, "idr", "", (), notes=("nothing_yet",)
)  # sums over projected months, up to the baseline


def rule_part(asked: Asked, name: str, field: str, unit: Unit, at: int) -> Part:
    """A rate or benefit amount in force in a month, with its mark and source."""
    month = month_name(int(asked.projection.months[at]))
    rules = (
        asked.programme.rates
        if field in type(asked.programme.rates[0]).model_fields
        else asked.programme.benefits
    )
    rule = [r for r in rules if r.in_force_from <= month][-1]
    return Part(name, getattr(rule, field), unit, rule.basis, rule.source)


def contribution_per_member(asked: Asked) -> Figure:
    """Rupiah a worker and month: JKK + JKM less relief, and JHT."""
    t, plan = asked.month, asked.projection.scenario.contribution
    base = asked.setting("income_base", "contribution.income_base_idr", "idr_each")
    parts = [
        rule_part(asked, "jkk_share", "jkk_share_of_base", "share", t),
        base,
        rule_part(asked, "jkm_idr", "jkm_idr", "idr_each", t),
    ]
    arithmetic, notes = "{jkk_share} × {income_base} + {jkm_idr}", ()
    relief = float(relief_shares(plan, asked.programme, asked.projection.months[t : t + 1])[0])
    if relief:
        parts.append(
            Part(
                "relief",
                relief,
                "share",
                "assumed",
                " ".join((*{p.source for p in asked.programme.relief}, "S50")),
            )
        )
        arithmetic, notes = f"({arithmetic}) × (1 − {{relief}})", ("relief",)
    if plan.include_jht:
        parts.append(rule_part(asked, "jht_share", "jht_share_of_base", "share", t))
        arithmetic += " + {jht_share} × {income_base}"
    value = asked.projection.contribution_per_member_idr[t] + asked.projection.jht_per_member_idr[t]
    return Figure(float(value), "idr_each", arithmetic, tuple(parts), notes=notes)


def per_member_part(asked: Asked, month: int) -> Part:
    """What is paid for a worker in a month, JHT included."""
    p = asked.projection
    return Part(
        "per_member",
        float(p.contribution_per_member_idr[month] + p.jht_per_member_idr[month]),
        "idr_each",
        "derived",
        contribution_keys(asked.projection),
        asked.at(month),
    )


def contributions_in(asked: Asked) -> Figure:
    """All contributions of a month."""
    t = asked.month
    return Figure(
        float(asked.projection.contributions_idr[t]),
        "idr",
        "{enrolled} × {per_member}",
        (enrolled_part(asked, t), per_member_part(asked, t)),
    )


def _by_amount(asked: Asked, months: np.ndarray, amounts: np.ndarray, total: float) -> Figure:
    """Contributions of several months: person-months at each amount × that amount."""
    if not len(months):
        return NOTHING_YET
    parts, terms = [], []
    for i, amount in enumerate(dict.fromkeys(amounts[months].tolist())):
        at = months[amounts[months] == amount]
        span = asked.span(at)
        parts += [
            Part(f"person_months#{i}", float(asked.projection.enrolled[at].sum()), "number", label=span),
            Part(f"amount#{i}", amount, "idr_each", "derived", contribution_keys(asked.projection), span),
        ]
        terms.append(f"{{person_months#{i}}} × {{amount#{i}}}")
    return Figure(
        total,
        "idr",
        " + ".join(terms),
        tuple(parts),
        notes=("several_months",),
        note_values=asked.span(months),
    )


def cumulative_contributions(asked: Asked) -> Figure:
    """Contributions from the first projected month up to a month."""
    p, months = asked.projection, np.arange(1, asked.month + 1)
    return _by_amount(
        asked,
        months,
        p.contribution_per_member_idr + p.jht_per_member_idr,
        float(p.contributions_idr[months].sum()),
    )


def deaths_in(asked: Asked) -> Figure:
    """Expected deaths of a month, outside work accidents."""
    t, p = asked.month, asked.projection
    parts = (enrolled_part(asked, t), Part("death_share", p.monthly_death, "share", "derived", death_keys(p)))
    return Figure(
        float(p.payouts.deaths[t]),
        "deaths",
        "{enrolled} × {death_share}",
        parts,
        notes=("monthly_death",),
        note_values={"rate": death_rate(p.scenario.risk, p.baseline) * 1000},
    )


def jkm_in(asked: Asked) -> Figure:
    """Expected JKM payouts of a month."""
    t, p = asked.month, asked.projection
    over_3, over_36 = float(p.over_3_months[t]), float(p.over_36_months[t])
    parts = (
        Part("death_share", p.monthly_death, "share", "derived", death_keys(p)),
        Part("under_3", float(p.enrolled[t]) - over_3, label=asked.at(t)),
        rule_part(asked, "funeral", "jkm_funeral_idr", "idr_each", t),
        Part("over_3", over_3, label=asked.at(t)),
        rule_part(asked, "full_jkm", "jkm_full_idr", "idr_each", t),
        Part("over_36", over_36, label=asked.at(t)),
        asked.setting("scholarship", "risk.scholarship_per_death_idr", "idr_each"),
    )
    return Figure(
        float(p.payouts.jkm[t]),
        "idr",
        "{death_share} × ({under_3} × {funeral} + {over_3} × {full_jkm} + {over_36} × {scholarship})",
        parts,
        source="S10",
        notes=("scholarship_understates",),
    )


def jkk_in(asked: Asked) -> Figure:
    """Expected JKK payouts of a month."""
    t = asked.month
    parts = (
        enrolled_part(asked, t),
        asked.setting("accidents", "risk.accidents_per_1000_year", "number"),
        asked.setting("fatal_share", "risk.fatal_share", "share"),
        rule_part(asked, "death_multiple", "jkk_death_base_multiple", "number", t),
        asked.setting("income_base", "contribution.income_base_idr", "idr_each"),
        rule_part(asked, "death_fixed", "jkk_death_fixed_idr", "idr_each", t),
        asked.setting("scholarship", "risk.scholarship_per_death_idr", "idr_each"),
        asked.setting("nonfatal_cost", "risk.nonfatal_cost_idr", "idr_each"),
    )
    return Figure(
        float(asked.projection.payouts.jkk[t]),
        "idr",
        "{enrolled} × {accidents} ÷ 1000 ÷ 12 × ({fatal_share} × ({death_multiple} × {income_base} + {death_fixed} + {scholarship})"
        " + (1 − {fatal_share}) × {nonfatal_cost})",
        parts,
    )


def payouts_in(asked: Asked) -> Figure:
    """Expected payouts of a month: JKM and JKK."""
    t, paid = asked.month, asked.projection.payouts
    parts = (
        Part("jkm", float(paid.jkm[t]), "idr", label=asked.at(t)),
        Part("jkk", float(paid.jkk[t]), "idr", label=asked.at(t)),
    )
    return Figure(
        float(asked.projection.payouts_idr[t]),
        "idr",
        "{jkm} + {jkk}",
        parts,
        source=payout_keys(asked.projection),
        notes=("incurred",),
    )


def cumulative_payouts(asked: Asked) -> Figure:
    """Expected payouts from the first projected month up to a month."""
    p, months = asked.projection, np.arange(1, asked.month + 1)
    if not len(months):
        return NOTHING_YET
    parts = tuple(
        Part(f"{name}_sum", float(getattr(p.payouts, name)[months].sum()), "idr") for name in ("jkm", "jkk")
    )
    return Figure(
        float(p.payouts_idr[months].sum()),
        "idr",
        "{jkm_sum} + {jkk_sum}",
        parts,
        source=payout_keys(asked.projection),
        notes=("several_months", "incurred"),
        note_values=asked.span(months),
    )


def claims_ratio(asked: Asked) -> Figure:
    """Payouts ÷ contributions without JHT, of a month or, with `cumulative`, of all months up to it."""
    p, cumulative = asked.projection, asked.context.get("cumulative", False)
    months = np.arange(1, asked.month + 1) if cumulative else np.array([asked.month])
    paid_in = float((p.enrolled * p.contribution_per_member_idr)[months].sum())
    paid_out = float(p.payouts_idr[months].sum())
    if paid_in == 0:
        return Figure(math.nan, "ratio", "", (), notes=("nothing_paid_in",))
    parts = (Part("payouts", paid_out, "idr"), Part("without_jht", paid_in, "idr"))
    notes = ("several_months", "ratio_means") if cumulative else ("ratio_means",)
    return Figure(
        paid_out / paid_in,
        "ratio",
        "{payouts} ÷ {without_jht}",
        parts,
        source="S34" if death_keys(p) else "",
        notes=notes,
        note_values=asked.span(months),
    )


def death_rate_per_1000(asked: Asked) -> Figure:
    """Deaths per 1,000 members and year: as typed, or the weighted mean of prior and own experience."""
    risk, exposure, deaths = (
        asked.projection.scenario.risk,
        asked.baseline.exposure_person_years,
        asked.baseline.facts.deaths,
    )
    value = death_rate(risk, asked.baseline) * 1000
    if risk.deaths_per_1000_year is not None:
        return Figure(
            value,
            "per_1000_year",
            "{figure}",
            (Part("figure", value, "per_1000_year", "assumed"),),
            "assumed",
            notes=("typed",),
        )
    if risk.prior_person_years + exposure == 0:
        return Figure(0.0, "per_1000_year", "", (), "assumed", notes=("no_experience",))
    parts = (
        asked.setting("prior_rate", "risk.prior_deaths_per_1000_year", "number"),
        asked.setting("prior_years", "risk.prior_person_years", "number"),
        asked.told("deaths", deaths, deaths.value, "number"),
        Part("exposure", exposure, "number", "derived", derivation("S21", exposure)),
    )
    return Figure(
        value,
        "per_1000_year",
        "({prior_rate} × {prior_years} + 1000 × {deaths}) ÷ ({prior_years} + {exposure})",
        parts,
        source=derivation("S22", value),
        notes=("capped",) if value == 1000 else (),
    )


def exposure(asked: Asked) -> Figure:
    """Person-years in force over the history: between two points, months × mean of both, in years."""
    points = asked.baseline.facts.history
    at, enrolled = asked.baseline.history
    parts = [asked.told(f"point#{i}", p, p.enrolled, "number", month=p.month) for i, p in enumerate(points)]
    terms = []
    for i, months in enumerate(np.diff(at)):
        parts.append(
            Part(
                f"months#{i}",
                float(months),
                "number",
                label={"first": points[i].month, "last": points[i + 1].month},
            )
        )
        terms.append(f"{{months#{i}}} × ({{point#{i}}} + {{point#{i + 1}}}) ÷ 2")
    arithmetic = f"({' + '.join(terms)}) ÷ 12" if terms else ""
    return Figure(
        asked.baseline.exposure_person_years,
        "person_years",
        arithmetic,
        tuple(parts),
        source=derivation("S21", asked.baseline.exposure_person_years),
        notes=("trapezoid",),
    )


def contributions_so_far(asked: Asked) -> Figure:
    """Contributions before the baseline, at the lowest income base: person-months × rate."""
    rates = {
        name: float(values[0])
        for name, values in asked.programme.rates_in(asked.projection.months[:1]).items()
    }
    rate = rates["jkk_share_of_base"] * rates["income_base_min_idr"] + rates["jkm_idr"]
    months = asked.baseline.exposure_person_years * 12
    parts = (
        Part(
            "person_months_so_far",
            months,
            "number",
            "derived",
            derivation("S21", asked.baseline.exposure_person_years),
        ),
        Part("lowest_rate", rate, "idr_each", "published", "S7"),
    )
    return Figure(
        months * rate,
        "idr",
        "{person_months_so_far} × {lowest_rate}",
        parts,
        source=derivation("S32", months * rate),
        notes=("lowest_base",),
    )


def payouts_so_far(asked: Asked) -> Figure:
    """What was paid under JKM before the baseline: as published, else the deaths × the full benefit."""
    told = asked.fact("payouts_so_far_idr")
    if told:
        part = asked.told("figure", told, told.value, "idr")
        return Figure(
            told.value, "idr", "{figure}", (part,), part.basis, notes=("not_computed",), remark=told
        )
    deaths = asked.baseline.facts.deaths
    parts = (
        asked.told("deaths", deaths, deaths.value, "number"),
        rule_part(asked, "full_jkm", "jkm_full_idr", "idr_each", 0),
    )
    return Figure(parts[0].value * parts[1].value, "idr", "{deaths} × {full_jkm}", parts)


def deaths_so_far(asked: Asked) -> Figure:
    """Deaths paid under JKM before the baseline, as published."""
    deaths = asked.baseline.facts.deaths
    part = asked.told("figure", deaths, deaths.value, "number")
    return Figure(deaths.value, "people", "{figure}", (part,), part.basis, notes=("not_computed",))


FORMULAS = {
    "contribution_per_member": contribution_per_member,
    "contributions_in": contributions_in,
    "cumulative_contributions": cumulative_contributions,
    "deaths_in": deaths_in,
    "jkm_in": jkm_in,
    "jkk_in": jkk_in,
    "payouts_in": payouts_in,
    "cumulative_payouts": cumulative_payouts,
    "claims_ratio": claims_ratio,
    "death_rate": death_rate_per_1000,
    "exposure": exposure,
    "contributions_so_far": contributions_so_far,
    "payouts_so_far": payouts_so_far,
    "deaths_so_far": deaths_so_far,
}
