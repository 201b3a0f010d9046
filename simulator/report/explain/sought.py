"""Formulas of settings, of the lever value needed for the target, and of what that lever cannot reach."""

from dataclasses import replace

import numpy as np

from simulator.model.metrics import target_met, target_status, target_workers
from simulator.report.explain.cited import reference_basis
from simulator.report.explain.derivation import Derivation, Query, Term, exact, taken
from simulator.report.explain.people import asn_of, enrolled_term
from simulator.report.explain.target import target_term, target_workers_of
from simulator.words.quantity import Quantity
from simulator.words.settings import setting_of, setting_unit


def setting(query: Query) -> Derivation:
    """The numeric setting with this `path`."""
    return taken(query.setting("figure", query.about["path"]), "setting")


def reference(query: Query) -> Derivation:
    """The reference value of the numeric setting with this `path`."""
    path = query.about["path"]
    basis, keys = reference_basis(query.context, path)
    return taken(Term("figure", setting_of(path).reference, setting_unit(path), basis, keys), "reference")


def bound(query: Query) -> Derivation:
    """The `end`, low or high, of the allowed values of the setting with this `path`."""
    path = query.about["path"]
    return replace(exact(getattr(setting_of(path), query.about["end"]), "bound"), unit=setting_unit(path))


def lever_value(query: Query) -> Derivation:
    """The value a lever was moved to from `present`: the first that meets the target, or else the best."""
    p, t = query.projection, query.month
    figure = query.setting("figure", query.about["path"])
    terms = (
        Term("present", query.about["present"], figure.unit, "assumed"),
        enrolled_term(query, t),
        target_term(query, float(target_workers(p)[t])),
    )
    notes = ("sought_first" if target_met(p)[t] else "sought_most",)
    return Derivation(figure.value, figure.unit, "", terms, notes=notes, note_values=query.at(t))


def likely_value(query: Query) -> Derivation:
    """The value a lever was moved to so that the wanted share of draws meets the target, or the most can."""
    figure = query.setting("figure", query.about["path"])
    present = Term("present", query.about["present"], figure.unit, "assumed")
    draws = Quantity(query.about["draws"], "count", "counted")
    return Derivation(
        figure.value, figure.unit, "", (present,), notes=("sought_likely",), note_values={"draws": draws}
    )


def likely_chance(query: Query) -> Derivation:
    """The `value` of a chance: the share of the `draws` that meet the target with a lever where it is."""
    draws = Quantity(query.about["draws"], "count", "counted")
    return Derivation(
        query.about["value"], "chance", "", (), notes=("of_draws",), note_values={"draws": draws}
    )


def target_workers_in(query: Query) -> Derivation:
    """Workers the target requires with the ASN of a month, rounded up."""
    return target_workers_of(query, query.month)


def months_to_target(query: Query) -> Derivation:
    """Months from the baseline to the first month in which the target is met."""
    first = target_status(query.projection).first_met
    if first is None:
        return Derivation(np.nan, "months", "", (), notes=("never_met",))
    workers = float(target_workers(query.projection)[first])
    terms = (enrolled_term(query, first), target_term(query, workers))
    return Derivation(float(first), "months", "", terms, notes=("first_met",), note_values=query.at(first))


def target_month(query: Query) -> Derivation:
    """The first month in which the target is met."""
    months = months_to_target(query)
    return replace(months, value=query.baseline.month + months.value, unit="month")


def override(query: Query) -> Derivation:
    """A `value` of the override of a unit or group, for the setting with this `path`."""
    unit = setting_unit(query.about["path"])
    return taken(Term("figure", query.about["value"], unit, "assumed"), "setting")


def _left_out(query: Query) -> np.ndarray:
    """Units [positions] that have not begun by a month; only those of a segment where the query names one."""
    left_out: np.ndarray = query.units[query.projection.seats.start[query.units] > query.month]
    return left_out


def left_out_units(query: Query) -> Derivation:
    """How many units have not begun by a month."""
    return exact(len(_left_out(query)), "left_out", **query.at(query.month))


def left_out_asn(query: Query) -> Derivation:
    """ASN, in a month, of the units that have not begun by then."""
    asn = asn_of(query, _left_out(query))
    return replace(asn, notes=("left_out",), note_values=query.at(query.month))
