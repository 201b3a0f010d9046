"""Formulas of the numbers about people: enrolled, coverage, pledges."""

from dataclasses import replace
from typing import Any

import numpy as np

from simulator.model.growth import is_at_work
from simulator.model.scenario import SETTINGS, setting_value
from simulator.planning.comparison import segments_of
from simulator.report.explain.cited import death_keys, setting_keys
from simulator.report.explain.derivation import Derivation, Query, Term, combined, taken
from simulator.words.quantity import Quantity, count


def summed(query: Query, what: str, total: Term) -> Derivation:
    """A total of all units, segment by segment."""
    keys = {"asn": "{}_asn_all", "enrolled": "{}_enrolled", "pledge_workers": "{}_pledge_workers"}
    terms = tuple(
        query.unit_total(f"{what}_{s}", what, query.baseline.rows[s], keys[what].format(s))
        for s in segments_of([query.projection])
    )
    terms = tuple(term for term in terms if term.value) or terms
    return replace(combined("+", *terms, basis=total.basis, source=total.source), value=total.value)


def asn_total(query: Query) -> Derivation:
    """ASN of the regency in the baseline month."""
    return summed(query, "asn", asn_now(query))


def enrolled_now(query: Query) -> Derivation:
    """Enrolled in the baseline month."""
    return summed(query, "enrolled", enrolled_at_start(query))


def pledges(query: Query) -> Derivation:
    """Workers pledged from a month after the baseline on."""
    units = np.flatnonzero(query.baseline.pledged)
    return summed(
        query,
        "pledge_workers",
        query.unit_total("pledges", "pledge_workers", units, "pledge_workers_total"),
    )


def asn_now(query: Query) -> Term:
    """ASN of all units in the baseline month."""
    return query.unit_total("asn", "asn", np.arange(len(query.baseline.codes)), "asn_total", **query.at(0))


def enrolled_at_start(query: Query) -> Term:
    """Enrolled of all units in the baseline month."""
    units = np.arange(len(query.baseline.codes))
    return query.unit_total("enrolled", "enrolled", units, "enrolled_total", **query.at(0))


def enrolled_term(query: Query, month: int, name: str = "enrolled") -> Term:
    """Enrolled in a month of the projection."""
    if month == 0:
        return replace(enrolled_at_start(query), name=name)
    return Term(name, float(query.projection.enrolled[month]), label=query.at(month))


def asn_term(query: Query, month: int) -> Term:
    """ASN of all units in a month of the projection."""
    grows = query.projection.scenario.workforce.asn_growth_per_year != 0 and month > 0
    return Term("asn", float(query.projection.asn[month]), label=query.at(month)) if grows else asn_now(query)


def asn_in(query: Query) -> Derivation:
    """ASN of all units in a month of the projection."""
    start, now = taken(asn_now(query)), asn_term(query, query.month).value
    return asn_total(query) if now == start.value else _grown(query, start, now)


def _grown(query: Query, start: Derivation, now: float) -> Derivation:
    """ASN of the baseline month times their growth up to the month of the query."""
    growth = Term("growth", now / start.value, "number", "assumed", "S49", query.at(query.month))
    arithmetic, terms = f"{start.arithmetic} × {{growth}}", (*start.terms, growth)
    return replace(start, value=now, basis="derived", arithmetic=arithmetic, terms=terms)


def coverage_now(query: Query) -> Derivation:
    """Coverage in the baseline month."""
    return coverage_in(query)


def coverage_in(query: Query) -> Derivation:
    """Coverage in a month: enrolled ÷ ASN."""
    return combined("÷", enrolled_term(query, query.month), asn_term(query, query.month), unit="share")


def rolled_forward(query: Query, units: np.ndarray, fact_key: str = "") -> Derivation:
    """Enrolled of some units in a month: the month before, less those who left, plus those who joined."""
    t, members = query.month, query.projection.enrolment
    now = float(members.enrolled[units, t].sum())
    if t == 0:
        return counted(query, "enrolled", units, fact_key)
    before, kept = float(members.enrolled[units, t - 1].sum()), float(members.kept[units, t].sum())
    last = Term("before", before, label=query.at(t - 1))
    if t == 1:  # observed: the month before is the baseline
        last = query.unit_total("before", "enrolled", units, fact_key, **query.at(0))
    terms = [last, Term("left", before - kept, label=query.at(t))]
    beginning = units[query.baseline.pledged[units] & (query.projection.seats.start[units] == t)]
    opened = float(members.enrolled[beginning, t].sum())
    if opened:
        of_pledges = fact_key.replace("enrolled", "pledge_workers")
        pledged = query.unit_total("pledged", "pledge_workers", beginning, of_pledges, **query.at(t))
        terms.append(pledged if pledged.value == opened else Term("pledged", opened, label=query.at(t)))
    terms.append(Term("joined", now - kept - opened, label=query.at(t)))
    arithmetic = "{before} − {left}" + " + {pledged}" * (opened > 0) + " + {joined}"
    return Derivation(now, "people", arithmetic, tuple(terms), **why_members_move(query))


def counted(query: Query, what: str, units: np.ndarray, fact_key: str = "") -> Derivation:
    """`asn` or `enrolled` of some units in the baseline month."""
    return taken(query.unit_total("figure", what, units, fact_key), "of_units", units=count(len(units)))


def why_members_move(query: Query) -> dict[str, Any]:
    """Notes and sources for a number that depends on who leaves and who joins."""
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
    grown = _growth(query) if is_at_work(query.projection.scenario) else {}
    return {
        "notes": ("members_move", *["members_grow"] * bool(grown)),
        "note_values": values | grown | {"death_share": Quantity(query.projection.monthly_death, "share")},
        "source": f"{death_keys(query.context)} {setting_keys(query.context, *moving)}",
    }


def _growth(query: Query) -> dict[str, Quantity]:
    """The settings by which units grow without a plan, under the names that the note uses."""
    paths = (path for path in SETTINGS if path.startswith("growth."))
    terms = {path.rpartition(".")[2]: query.setting("figure", path) for path in paths}
    return {name: Quantity(term.value, term.unit) for name, term in terms.items()}


def enrolled_in(query: Query) -> Derivation:
    """Enrolled in a month."""
    if query.month == 0:
        return enrolled_now(query)
    return rolled_forward(query, np.arange(len(query.baseline.codes)), "enrolled_total")


def joined_in(query: Query) -> Derivation:
    """Workers enrolled in a month who were not enrolled the month before."""
    return _moving(query, "enrolled", query.month)


def left_in(query: Query) -> Derivation:
    """Workers enrolled the month before who are no longer enrolled."""
    return _moving(query, "before", max(0, query.month - 1))


def _moving(query: Query, name: str, month: int) -> Derivation:
    """Enrolled in a month less those who stayed from the month before the month of the query."""
    kept = float(query.projection.enrolment.kept[:, query.month].sum())
    stayed = Term("stayed", kept, label=query.at(query.month))
    return combined("−", enrolled_term(query, month, name), stayed, **why_members_move(query))


def enrolled_segment_in(query: Query) -> Derivation:
    """Enrolled of one segment in a month."""
    segment = query.about["segment"]
    return rolled_forward(query, query.baseline.rows[segment], f"{segment}_enrolled")


def asn_segment_in(query: Query) -> Derivation:
    """ASN of one segment in a month."""
    segment = query.about["segment"]
    return asn_of(query, query.baseline.rows[segment], f"{segment}_asn_all")


def asn_of(query: Query, units: np.ndarray, fact_key: str = "") -> Derivation:
    """ASN of some units in a month: those of the baseline month times their growth since."""
    start = counted(query, "asn", units, fact_key)
    now = float(query.projection.seats.asn[units, query.month].sum())
    return start if now == start.value else _grown(query, start, now)
