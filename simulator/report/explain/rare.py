"""Formulas of how often a rare event happens, and among how many people."""

from dataclasses import replace
from functools import partial

import numpy as np

from simulator.model.scenario import DEATH_RATE
from simulator.planning.rare import frequency
from simulator.planning.rounding import whole
from simulator.report.explain.derivation import Derivation, Query, Term, combined
from simulator.report.explain.people import counted
from simulator.report.explain.so_far import death_rate
from simulator.words.settings import setting_label

ACCIDENTS = "risk.accidents_per_1000_year"


def rare_bound(query: Query) -> Derivation:
    """An `end` of the years between two cases of a `rate` (deaths, accidents), or of the cases a year.

    The people are those of `workers`, as `people_of` or, for an "office", `office_size` returns them.
    """
    people, rate = _people(query), _rate(query)
    often = frequency(people.value, rate.value)
    if often is None:
        raise ValueError("nothing of it is expected")
    words = "{people} × {" + rate.name + "} ÷ {1000}"
    if not often.is_often:
        words = "{1000} ÷ ({people} × {" + rate.name + "})"
    value = float(getattr(often, query.about["end"]))
    return Derivation(value, "count", words, (people, rate), notes=("rare_rounded",))


def people_of(query: Query) -> Derivation:
    """The people of a row, a unit or the regency: by `workers`, its enrolled or its ASN."""
    of_all = not {"unit", "row"} & query.about.keys()
    fact = f"{query.about['workers']}_total" if of_all else ""
    return counted(query, query.about["workers"], _units(query), fact)


def office_size(query: Query) -> Derivation:
    """The mean ASN of the OPD."""
    units = query.baseline.rows["opd"]
    asn = query.unit_total("asn_opd", "asn", units)
    opd = Term("opd_count", len(units), "count", "counted")
    mean = combined("÷", asn, opd)
    return replace(mean, value=float(whole(mean.value)), notes=("office_size",))


def _units(query: Query) -> np.ndarray:
    about = query.about
    return np.array([query.baseline.index[about["unit"]]]) if "unit" in about else query.units


def _people(query: Query) -> Term:
    size = office_size(query) if query.about["workers"] == "office" else people_of(query)
    return Term("people", size.value, "people", size.basis, size.terms[0].source if size.terms else "")


def _rate(query: Query) -> Term:
    if query.about["rate"] == "accidents":
        return query.setting("accidents", ACCIDENTS)
    rate = death_rate(query)
    label = {"setting": partial(setting_label, DEATH_RATE)}
    keys = " ".join(term.source for term in rate.terms)
    return Term("death_rate", rate.value, "deaths_per_1000_year", rate.basis, keys, label)
