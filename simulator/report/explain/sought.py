"""Formulas of settings, of what a lever has to be for the target, and of what stays outside its reach."""

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
    """A setting of the scenario that is a number, by its `path`."""
    return taken(query.setting("figure", query.about["path"]), "setting")


def reference(query: Query) -> Derivation:
    """The reference value of a setting that is a number, by its `path`."""
    path = query.about["path"]
    basis, keys = reference_basis(query.context, path)
    return taken(Term("figure", setting_of(path).reference, setting_unit(path), basis, keys), "reference")


def bound(query: Query) -> Derivation:
    """The `end`, low or high, of what a setting may be, by its `path`."""
    path = query.about["path"]
    return replace(exact(getattr(setting_of(path), query.about["end"]), "bound"), unit=setting_unit(path))


def lever_value(query: Query) -> Derivation:
    """What a lever was moved to from `present`: the first value that meets the target, or the best."""
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
    """What a lever was moved to, so that a wanted share of the draws meets the target, or as many as can."""
    figure = query.setting("figure", query.about["path"])
    present = Term("present", query.about["present"], figure.unit, "assumed")
    draws = Quantity(query.about["draws"], "count", "counted")
    return Derivation(
        figure.value, figure.unit, "", (present,), notes=("sought_likely",), note_values={"draws": draws}
    )


def likely_chance(query: Query) -> Derivation:
    """The `value` of a chance: the share of so many draws that meet the target with a lever where it is."""
    draws = Quantity(query.about["draws"], "count", "counted")
    return Derivation(
        query.about["value"], "chance", "", (), notes=("of_draws",), note_values={"draws": draws}
    )


def target_workers_in(query: Query) -> Derivation:
    """Workers the target asks for with the ASN of a month, rounded up."""
    return target_workers_of(query, query.month)


def months_to_target(query: Query) -> Derivation:
    """Months from the baseline to the first in which the target is met."""
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
    """A `value` of the special setting of a unit or group, by its `path`."""
    unit = setting_unit(query.about["path"])
    return taken(Term("figure", query.about["value"], unit, "assumed"), "setting")


def _left_out(query: Query) -> np.ndarray:
    """Units [positions] that have not begun by a month; of one segment where one is asked about."""
    left_out: np.ndarray = query.units[query.projection.seats.start[query.units] > query.month]
    return left_out


def left_out_units(query: Query) -> Derivation:
    """How many units have not begun by a month."""
    return exact(len(_left_out(query)), "left_out", **query.at(query.month))


def left_out_asn(query: Query) -> Derivation:
    """ASN in a month of the units that have not begun by then."""
    asn = asn_of(query, _left_out(query))
    return replace(asn, notes=("left_out",), note_values=query.at(query.month))
