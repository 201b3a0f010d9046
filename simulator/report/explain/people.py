"""Formulas of the numbers about people: enrolled, coverage, pledges, target."""

from dataclasses import replace
from typing import Any

import numpy as np

from simulator.model.metrics import target_status
from simulator.model.scenario import SEGMENTS, setting_value
from simulator.report.explain.cited import death_keys, setting_keys, target_keys
from simulator.report.explain.derivation import Derivation, Query, Term
from simulator.words.quantity import Quantity


def summed(query: Query, what: str, total: Term) -> Derivation:
    """A total of all units, segment by segment."""
    keys = {"asn": "{}_asn_all", "enrolled": "{}_enrolled", "pledge_workers": "{}_pledge_workers"}
    terms = tuple(
        query.unit_total(f"{what}_{s}", what, query.baseline.rows[s], keys[what].format(s))
        for s in SEGMENTS
        if len(query.baseline.rows[s])
    )
    terms = tuple(p for p in terms if p.value) or terms
    return Derivation(
        total.value, "people", " + ".join(f"{{{p.name}}}" for p in terms), terms, total.basis, total.source
    )


def asn_total(query: Query) -> Derivation:
    """ASN of the regency in the baseline month."""
    return summed(query, "asn", asn_now(query))


def enrolled_now(query: Query) -> Derivation:
    """Enrolled in the baseline month."""
    return summed(query, "enrolled", enrolled_at_start(query))


def pledges(query: Query) -> Derivation:
    """Workers pledged from a month after the baseline on."""
    return summed(
        query,
        "pledge_workers",
        query.unit_total(
            "pledges", "pledge_workers", np.flatnonzero(query.baseline.pledged), "pledge_workers_total"
        ),
    )


def asn_now(query: Query) -> Term:
    """ASN of all units in the baseline month."""
    return query.unit_total("asn", "asn", np.arange(len(query.baseline.codes)), "asn_total", **query.at(0))


def enrolled_at_start(query: Query) -> Term:
    """Enrolled of all units in the baseline month."""
    return query.unit_total(
        "enrolled", "enrolled", np.arange(len(query.baseline.codes)), "enrolled_total", **query.at(0)
    )


def enrolled_term(query: Query, month: int, name: str = "enrolled") -> Term:
    """Enrolled in a month of the projection."""
    if month == 0:
        start = enrolled_at_start(query)
        return Term(name, start.value, "people", start.basis, start.source, start.label)
    return Term(name, float(query.projection.enrolled[month]), label=query.at(month))


def asn_term(query: Query, month: int) -> Term:
    """ASN of all units in a month of the projection."""
    grows = query.projection.scenario.workforce.asn_growth_per_year != 0 and month > 0
    return Term("asn", float(query.projection.asn[month]), label=query.at(month)) if grows else asn_now(query)


def asn_in(query: Query) -> Derivation:
    """ASN of all units in a month of the projection."""
    start, term = asn_total(query), asn_term(query, query.month)
    if term.value == start.value:
        return start
    growth = Term("growth", term.value / start.value, "number", "assumed", "S49", query.at(query.month))
    figure = replace(asn_now(query), name="asn")
    return Derivation(term.value, "people", "{asn} × {growth}", (figure, growth))


def coverage_now(query: Query) -> Derivation:
    """Coverage in the baseline month."""
    return coverage_in(query)


def coverage_in(query: Query) -> Derivation:
    """Coverage in a month: enrolled ÷ ASN."""
    t = query.month
    terms = (enrolled_term(query, t), asn_term(query, t))
    return Derivation(float(query.projection.coverage_share[t]), "share", "{enrolled} ÷ {asn}", terms)


def rolled_forward(query: Query, units: np.ndarray, fact_key: str = "") -> Derivation:
    """Enrolled of some units in a month: last month's, less who left, plus who joined."""
    t, members = query.month, query.projection.enrolment
    now = float(members.enrolled[units, t].sum())
    if t == 0:
        return counted(query, "enrolled", units, fact_key)
    before, kept = float(members.enrolled[units, t - 1].sum()), float(members.kept[units, t].sum())
    observed = query.unit_total(
        "before", "enrolled", units, fact_key, **query.at(0)
    )  # last month is known where it is the data's own
    terms = [
        observed if t == 1 else Term("before", before, label=query.at(t - 1)),
        Term("left", before - kept, label=query.at(t)),
    ]
    beginning = units[query.baseline.pledged[units] & (query.projection.seats.start[units] == t)]
    opened = float(members.enrolled[beginning, t].sum())
    if opened:
        pledges = query.unit_total(
            "pledged",
            "pledge_workers",
            beginning,
            fact_key.replace("enrolled", "pledge_workers"),
            **query.at(t),
        )
        terms.append(pledges if pledges.value == opened else Term("pledged", opened, label=query.at(t)))
    terms.append(Term("joined", now - kept - opened, label=query.at(t)))
    return Derivation(
        now,
        "people",
        "{before} − {left}" + " + {pledged}" * (opened > 0) + " + {joined}",
        tuple(terms),
        **why_members_move(query),
    )


def counted(query: Query, what: str, units: np.ndarray, fact_key: str = "") -> Derivation:
    """`asn` or `enrolled` of some units in the baseline month."""
    part = query.unit_total("figure", what, units, fact_key)
    return Derivation(
        part.value,
        "people",
        "{figure}",
        (part,),
        part.basis,
        notes=("of_units",),
        note_values={"units": Quantity(len(units), "count", "counted")},
    )


def why_members_move(query: Query) -> dict[str, Any]:
    """Note and sources for a number that hangs on who leaves and who joins."""
    moving = (
        "retention.lapse_share_per_month",
        "retention.refill_share_per_month",
        "delivery.pledge_share",
        "delivery.realised_share",
    )
    values = {
        path.rpartition(".")[2]: Quantity(setting_value(query.projection.scenario, path), "share")
        for path in moving
    }
    return {
        "notes": ("members_move",),
        "note_values": values | {"death_share": Quantity(query.projection.monthly_death, "share")},
        "source": f"{death_keys(query.context)} {setting_keys(query.context, *moving)}",
    }


def enrolled_in(query: Query) -> Derivation:
    """Enrolled in a month."""
    return (
        enrolled_now(query)
        if query.month == 0
        else rolled_forward(query, np.arange(len(query.baseline.codes)), "enrolled_total")
    )


def joined_in(query: Query) -> Derivation:
    """Workers enrolled in a month who were not the month before."""
    return _moving(query, "enrolled", "stayed", query.month)


def left_in(query: Query) -> Derivation:
    """Workers enrolled the month before who are no longer."""
    return _moving(query, "before", "stayed", max(0, query.month - 1))


def _moving(query: Query, name: str, less: str, month: int) -> Derivation:
    """Enrolled in a month less those who stayed from the month before the one asked about."""
    kept = float(query.projection.enrolment.kept[:, query.month].sum())
    terms = (enrolled_term(query, month, name), Term(less, kept, label=query.at(query.month)))
    value = terms[0].value - kept
    return Derivation(value, "people", f"{{{name}}} − {{{less}}}", terms, **why_members_move(query))


def enrolled_segment_in(query: Query) -> Derivation:
    """Enrolled of one segment in a month."""
    segment = query.about["segment"]
    return rolled_forward(query, query.baseline.rows[segment], f"{segment}_enrolled")


def target_share_term(query: Query) -> Term:
    """The coverage hoped for, with its source where it is the published one."""
    share, fact = query.projection.scenario.target.coverage_share, query.fact("target_share")
    if fact and fact.value == share:
        return query.published("target_share", fact, share, "share")
    return Term("target_share", share, "share", "assumed")


def target_share(query: Query) -> Derivation:
    """The coverage hoped for, as the scenario has it."""
    term = target_share_term(query)
    figure = replace(term, name="figure")
    return Derivation(term.value, "share", "{figure}", (figure,), term.basis, notes=("target_set",))


def target_workers(query: Query) -> Derivation:
    """Workers the target asks for, rounded up."""
    status = target_status(query.projection)
    at = status.read_month
    return Derivation(
        status.workers,
        "people",
        "{target_share} × {asn}",
        (target_share_term(query), asn_term(query, at)),
        "derived",
        target_keys(query.context, status.workers),
        ("rounded_up",),
    )


def _held_against_target(query: Query) -> tuple[float, tuple[Term, Term]]:
    """Workers short of the target in its month (negative: more), with what is asked for and enrolled."""
    status = target_status(query.projection)
    keys = target_keys(query.context, status.workers)
    workers = Term("target_workers", status.workers, source=keys)
    return status.gap, (workers, enrolled_term(query, status.read_month))


def gap(query: Query) -> Derivation:
    """Workers short of the target in its month; negative where there are more."""
    short, terms = _held_against_target(query)
    return Derivation(short, "people", "{target_workers} − {enrolled}", terms)


def shortfall(query: Query) -> Derivation:
    """Workers short of the target in its month; none where it is met."""
    short = gap(query)
    if short.value > 0:
        return short
    return replace(short, value=0.0, arithmetic="", notes=("target_met",))


def surplus(query: Query) -> Derivation:
    """Workers more than the target asks for in its month; negative where there are fewer."""
    short, terms = _held_against_target(query)
    return Derivation(-short, "people", "{enrolled} − {target_workers}", terms)


def asn_segment_in(query: Query) -> Derivation:
    """ASN of one segment in a month."""
    segment = query.about["segment"]
    return asn_of(query, query.baseline.rows[segment], f"{segment}_asn_all")


def asn_of(query: Query, units: np.ndarray, fact_key: str = "") -> Derivation:
    """ASN of some units in a month: those of the baseline month, times their growth since."""
    t, start = query.month, counted(query, "asn", units, fact_key)
    now = float(query.projection.seats.asn[units, t].sum())
    if now == start.value:
        return start
    (part,) = start.terms
    growth = Term("growth", now / start.value, "number", "assumed", "S49", query.at(t))
    return Derivation(
        now, "people", "{figure} × {growth}", (part, growth), notes=start.notes, note_values=start.note_values
    )


def alone_share(query: Query) -> Derivation:
    """What one segment would have to reach per ASN of its own to meet the target without the others."""
    t, workers = query.month, target_workers(query).value
    enrolled, asn = enrolled_segment_in(query).value, asn_segment_in(query)
    terms = (
        Term("enrolled_segment", enrolled, label=query.at(t)),
        Term("target_workers", workers, source=target_keys(query.context, workers)),
        enrolled_term(query, t),
        Term(
            "asn_segment",
            asn.value,
            basis=asn.basis,
            source=" ".join(p.source for p in asn.terms),
            label=query.at(t),
        ),
    )
    value = (enrolled + workers - float(query.projection.enrolled[t])) / asn.value
    return Derivation(
        value, "share", "({enrolled_segment} + {target_workers} − {enrolled}) ÷ {asn_segment}", terms
    )
