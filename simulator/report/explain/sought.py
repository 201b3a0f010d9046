"""Formulas of settings, of what a lever has to be for the target, and of what stays outside its reach."""

from dataclasses import replace

import numpy as np

from simulator.model.metrics import target_met, target_status, target_workers
from simulator.report.explain.cited import reference_basis, target_keys
from simulator.report.explain.derivation import Derivation, Query, Term
from simulator.report.explain.people import asn_term, enrolled_term, target_share_term
from simulator.words.settings import setting_of, setting_unit


def _setting_term(query: Query, name: str) -> Term:
    path = query.about["path"]
    return query.setting(name, path, setting_unit(path))


def setting(query: Query) -> Derivation:
    """A setting of the scenario that is a number, by its `path`."""
    figure = _setting_term(query, "figure")
    return Derivation(
        figure.value,
        figure.unit,
        "{figure}",
        (figure,),
        figure.basis,
        notes=("setting",),
    )


def reference(query: Query) -> Derivation:
    """The reference value of a setting that is a number, by its `path`."""
    path = query.about["path"]
    basis, keys = reference_basis(query.context, path)
    figure = Term("figure", setting_of(path).reference, setting_unit(path), basis, keys)
    return Derivation(figure.value, figure.unit, "{figure}", (figure,), basis, notes=("reference",))


def bound(query: Query) -> Derivation:
    """The `end`, low or high, of what a setting may be, by its `path`."""
    path = query.about["path"]
    value = float(getattr(setting_of(path), query.about["end"]))
    return Derivation(value, setting_unit(path), "", (), "counted", notes=("bound",))


def lever_value(query: Query) -> Derivation:
    """What a lever was moved to from `present`: the first value that meets the target, or the best."""
    p, t = query.projection, query.month
    figure = _setting_term(query, "figure")
    workers = float(target_workers(p)[t])
    terms = (
        Term("present", query.about["present"], figure.unit, "assumed"),
        enrolled_term(query, t),
        Term("target_workers", workers, source=target_keys(query.context, workers)),
    )
    return Derivation(
        figure.value,
        figure.unit,
        "",
        terms,
        notes=("sought_first" if target_met(p)[t] else "sought_most",),
        note_values=query.at(t),
    )


def target_workers_in(query: Query) -> Derivation:
    """Workers the target asks for with the ASN of a month, rounded up."""
    workers = float(target_workers(query.projection)[query.month])
    terms = (target_share_term(query), asn_term(query, query.month))
    return Derivation(
        workers,
        "people",
        "{target_share} × {asn}",
        terms,
        source=target_keys(query.context, workers),
        notes=("rounded_up",),
    )


def months_to_target(query: Query) -> Derivation:
    """Months from the baseline to the first in which the target is met."""
    first = target_status(query.projection).first_met
    if first is None:
        return Derivation(np.nan, "months", "", (), notes=("never_met",))
    workers = float(target_workers(query.projection)[first])
    terms = (
        enrolled_term(query, first),
        Term("target_workers", workers, source=target_keys(query.context, workers)),
    )
    return Derivation(float(first), "months", "", terms, notes=("first_met",), note_values=query.at(first))


def target_month(query: Query) -> Derivation:
    """The first month in which the target is met."""
    months = months_to_target(query)
    return replace(months, value=query.baseline.month + months.value, unit="month")


def override(query: Query) -> Derivation:
    """A `value` of the special setting of a unit or group, by its `path`."""
    unit = setting_unit(query.about["path"])
    figure = Term("figure", query.about["value"], unit, "assumed")
    return Derivation(figure.value, unit, "{figure}", (figure,), "assumed", notes=("setting",))


def months_since_data(query: Query) -> Derivation:
    """How many months after the baseline a month lies."""
    return Derivation(
        float(query.month),
        "months",
        "",
        (),
        "counted",
        notes=("months_since_data",),
        note_values=query.span(np.array([0, query.month])),
    )


def _left_out(query: Query) -> np.ndarray:
    """Units [positions] that have not begun by a month; of one segment where one is asked about."""
    segment, begins = query.about.get("segment"), query.projection.seats.start
    units = query.baseline.rows[segment] if segment else np.arange(len(begins))
    left_out: np.ndarray = units[begins[units] > query.month]
    return left_out


def left_out_units(query: Query) -> Derivation:
    """How many units have not begun by a month."""
    return Derivation(
        float(len(_left_out(query))),
        "count",
        "",
        (),
        "counted",
        notes=("left_out",),
        note_values=query.at(query.month),
    )


def left_out_asn(query: Query) -> Derivation:
    """ASN in a month of the units that have not begun by then."""
    units, t = _left_out(query), query.month
    now = query.unit_total("figure", "asn", units)
    value = float(query.projection.seats.asn[units, t].sum())
    grown = Derivation(
        value, "people", "{figure}", (now,), now.basis, notes=("left_out",), note_values=query.at(t)
    )
    if value == now.value:
        return grown
    growth = Term("growth", value / now.value, "number", "assumed", "S49", query.at(t))
    return replace(grown, arithmetic="{figure} × {growth}", terms=(now, growth))
