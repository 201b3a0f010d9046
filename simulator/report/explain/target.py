"""Formulas of the numbers about the target: the workers it requires, and how far the enrolled are from it."""

from dataclasses import replace

from simulator.model import metrics as model
from simulator.model.metrics import target_status
from simulator.report.explain.cited import target_keys
from simulator.report.explain.derivation import Derivation, Query, Term, combined, taken
from simulator.report.explain.people import asn_segment_in, asn_term, enrolled_segment_in, enrolled_term


def target_share_term(query: Query) -> Term:
    """The target's coverage, with its source where it equals the published one."""
    share, fact = query.projection.scenario.target.coverage_share, query.baseline.fact("target_share")
    if fact and fact.value == share:
        return query.published("target_share", fact, share, "share")
    return Term("target_share", share, "share", "assumed")


def target_share(query: Query) -> Derivation:
    """The target's coverage as set in the scenario."""
    return taken(replace(target_share_term(query), name="figure"), "target_set")


def target_workers(query: Query) -> Derivation:
    """Workers the target requires, rounded up."""
    return target_workers_of(query, target_status(query.projection).read_month)


def target_workers_of(query: Query, month: int) -> Derivation:
    """Workers the target requires with the ASN of a month, rounded up."""
    term = target_term(query, float(model.target_workers(query.projection)[month]))
    return Derivation(
        term.value,
        "people",
        "{target_share} × {asn}",
        (target_share_term(query), asn_term(query, month)),
        source=term.source,
        notes=("rounded_up",),
    )


def target_term(query: Query, workers: float) -> Term:
    """Workers the target requires, with the sources of that number."""
    return Term("target_workers", workers, source=target_keys(query.context, workers))


def _held_against_target(query: Query) -> tuple[Term, Term]:
    """The workers required and the workers enrolled in the month of the target."""
    status = target_status(query.projection)
    return target_term(query, status.workers), enrolled_term(query, status.read_month)


def gap(query: Query) -> Derivation:
    """Workers missing to the target in its month; negative where there are more than required."""
    return combined("−", *_held_against_target(query))


def gap_at_target(query: Query) -> Derivation:
    """Workers missing to the target in its month; 0 where it is met."""
    short = gap(query)
    if short.value > 0:
        return short
    return replace(short, value=0.0, arithmetic="", notes=("target_met",))


def surplus(query: Query) -> Derivation:
    """Workers beyond what the target requires in its month; negative where there are fewer."""
    return combined("−", *reversed(_held_against_target(query)))


def alone_share(query: Query) -> Derivation:
    """Workers per ASN that one segment would need to meet the target if the others stay as they are."""
    t, workers = query.month, target_workers(query).value
    enrolled, asn = enrolled_segment_in(query).value, asn_segment_in(query)
    keys = " ".join(term.source for term in asn.terms)
    terms = (
        Term("enrolled_segment", enrolled, label=query.at(t)),
        target_term(query, workers),
        enrolled_term(query, t),
        Term("asn_segment", asn.value, "people", asn.basis, keys, query.at(t)),
    )
    value = (enrolled + workers - float(query.projection.enrolled[t])) / asn.value
    arithmetic = "({enrolled_segment} + {target_workers} − {enrolled}) ÷ {asn_segment}"
    return Derivation(value, "share", arithmetic, terms)
