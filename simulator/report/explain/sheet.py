"""Formulas of a unit's sheet: the cost of its workers in months ahead, and what a family receives."""

from dataclasses import replace

import numpy as np

from simulator.report.explain.cited import contribution_keys
from simulator.report.explain.contributions import contribution_by
from simulator.report.explain.derivation import Derivation, Query, Term, combined, taken
from simulator.report.explain.people import counted
from simulator.report.explain.rows import row_asn, row_enrolled
from simulator.words.quantity import Month, count


def rate_ahead(query: Query) -> Derivation:
    """Rupiah per worker in any month; `relief` overrides the scenario's choice where it is given."""
    plan = query.context.scenario.contribution
    if "relief" in query.about:
        plan = plan.model_copy(update={"relief_applies": query.about["relief"]})
    return contribution_by(query, plan)


def bill_ahead(query: Query) -> Derivation:
    """Rupiah in any month for `workers` of a row: those enrolled, pledged, or one for every ASN."""
    of = {"enrolled": row_enrolled, "pledged": row_pledges, "asn": row_asn}[query.about["workers"]]
    workers, rate = replace(of(query).terms[0], name="bill_workers"), rate_ahead(query)
    keys, label = contribution_keys(query.context), {"month": Month(query.calendar)}
    per_member = Term("per_member", rate.value, "idr_each", source=keys, label=label)
    return combined("×", workers, per_member, unit="idr", notes=rate.notes)


def row_pledges(query: Query) -> Derivation:
    """Workers a row's units pledged."""
    row = query.group
    pledged = query.unit_total("figure", "pledge_workers", row.units, f"{row.segment}_pledge_workers")
    if pledged.basis == "allocated" and not row.is_pooled:  # its own figure, from the list or the press
        pledged = replace(pledged, basis="published", source=query.baseline.facts.source)
    return taken(pledged, "of_units", units=count(len(row.units)))


def unit_asn(query: Query) -> Derivation:
    """ASN of one unit (its code), for which no separate figure was published."""
    return counted(query, "asn", np.array([query.baseline.index[query.about["unit"]]]))


def jkk_death(query: Query) -> Derivation:
    """What JKK pays a family after a death by a work accident, by the rules in force in a month."""
    terms = (
        query.rule("death_multiple", "jkk_death_base_multiple"),
        query.setting("income_base", "contribution.income_base_idr"),
        query.rule("death_fixed", "jkk_death_fixed_idr"),
    )
    multiple, base, fixed = (term.value for term in terms)
    arithmetic = "{death_multiple} × {income_base} + {death_fixed}"
    return Derivation(multiple * base + fixed, "idr", arithmetic, terms)


def scholarship_most(query: Query) -> Derivation:
    """The most a family is paid for its children's schooling, by the rules in force in a month."""
    child = query.rule("scholarship_child", "scholarship_max_per_child_idr")
    children = query.rule("scholarship_children", "scholarship_max_children")
    return combined("×", child, children, unit="idr")


def scholarship_years(query: Query) -> Derivation:
    """The years of contributions after which JKM pays a scholarship, by the rules in force in a month."""
    months = query.rule("scholarship_months", "scholarship_from_months")
    value = months.value / 12
    return Derivation(value, "number", "{scholarship_months} ÷ {12}", (months,), months.basis)
