"""Formulas of simulation results: edges of bands, and chances; with the ranges they rest on."""

from collections.abc import Callable

import numpy as np

from simulator.model.arrays import Floats
from simulator.model.scenario import setting_value
from simulator.model.simulation import Simulation, quantiles
from simulator.report.apart import Apart
from simulator.report.charts.chart import EDGES
from simulator.report.context import Context
from simulator.report.explain import contributions, payouts, people
from simulator.report.explain.cited import setting_basis
from simulator.report.explain.derivation import Derivation, Query, Term, combined, exact
from simulator.report.tables.table import Cell, Column, Table, listed
from simulator.words import Lang, text
from simulator.words.quantity import Quantity, Unit
from simulator.words.sentence import Filling
from simulator.words.settings import setting_label, setting_unit

YEAR = 12  # months


def _over_a_year(sums: Floats) -> Floats:
    """Turn sums from month 1 into sums of the last 12 months, NaN before month 12; [months from 0, draws]."""
    before = np.full_like(sums[:YEAR], np.nan)
    return np.concatenate((before, sums[YEAR:] - sums[:-YEAR]))


BANDED: dict[str, tuple[Unit, Callable[[Simulation], Floats]]] = {
    "enrolled": ("people", lambda of: of.enrolled),
    "coverage_share": ("share", lambda of: of.coverage_share),
    "contributions_idr": ("idr", lambda of: of.contributions_idr),
    "cumulative_premiums": ("idr", lambda of: of.cumulative_contributions_without_jht_idr),
    "cumulative_contributions_idr": ("idr", lambda of: of.cumulative_contributions_idr),
    "cumulative_payouts_idr": ("idr", lambda of: of.cumulative_payouts_idr),
    "year_premiums": ("idr", lambda of: _over_a_year(of.cumulative_contributions_without_jht_idr)),
    "year_payouts_idr": ("idr", lambda of: _over_a_year(of.cumulative_payouts_idr)),
}
"""The series that may have a band: unit and draws [months from 0, draws]."""


APART: dict[str, Callable[[Query], Derivation]] = {
    "enrolled": people.enrolled_in,
    "cumulative_contributions_idr": contributions.cumulative_contributions,
    "cumulative_payouts_idr": payouts.cumulative_payouts,
}
"""The series in which two scenarios are compared, with the formula of each scenario's own value."""


def band_edge(query: Query) -> Derivation:
    """The edge (`edge`, of EDGES) of a `series` of BANDED in a month, plus the amount `before`."""
    simulation, edge = query.context.simulated, query.about["edge"]
    unit, draws_of = BANDED[query.about["series"]]
    row = draws_of(simulation)[query.month][None]
    value = float(quantiles(row, (EDGES[edge],))[0, 0]) + query.about.get("before", 0.0)
    share = Quantity(EDGES[edge], "share", "counted")
    return _of(query.context, value, unit, "", (), "band_edge", edge=share)


def target_chance(query: Query) -> Derivation:
    """The share of simulations that meet the target in its month; ValueError where it lies outside."""
    simulation = query.context.simulated
    chance = simulation.target_chance
    if chance is None:
        raise ValueError("the target's month lies outside the projection")
    reached = Term("draws_reached", float(round(chance * simulation.draws)), "count")
    draws = Term("draws", float(simulation.draws), "count", "counted")
    return _of(query.context, chance, "chance", "{draws_reached} ÷ {draws}", (reached, draws))


def simulated(query: Query) -> Derivation:
    """How many simulations there are."""
    return exact(query.context.simulated.draws, "simulated", seed=str(query.context.simulated.seed))


def apart_line(query: Query) -> Derivation:
    """How much more of a `series` of APART one scenario has than another if everything goes to plan."""
    pair = _pair(query)
    of, month = APART[query.about["series"]], pair.month - pair.one.baseline.month
    one, other = (of(Query(c, {"month": month})) for c in (pair.one, pair.other))
    return combined(
        "−",
        Term("of_one", one.value, one.unit, label={"name": pair.names[0]}),
        Term("of_other", other.value, other.unit, label={"name": pair.names[1]}),
    )


def apart_edge(query: Query) -> Derivation:
    """The edge (`edge`, of EDGES) of how much more one has than another, draw by draw with the same luck."""
    pair, edge = _pair(query), query.about["edge"]
    apart = pair.differences(query.about["series"])
    value = float(quantiles(apart[None], (EDGES[edge],))[0, 0])
    share = Quantity(EDGES[edge], "share", "counted")
    unit = BANDED[query.about["series"]][0]
    return _of(pair.one, value, unit, "", (), "band_edge", "same_luck", edge=share)


def apart_chance(query: Query) -> Derivation:
    """The share of draws in which one has more than another; ValueError where all draws are equal."""
    pair = _pair(query)
    more = pair.more(query.about["series"])
    if more is None:
        raise ValueError("both have the same in every draw")
    reached = Term("draws_more", float(more), "count")
    draws = Term("draws", float(pair.draws), "count", "counted")
    return _of(pair.one, more / pair.draws, "chance", "{draws_more} ÷ {draws}", (reached, draws), "same_luck")


def _pair(query: Query) -> Apart:
    pair: Apart = query.subject
    return pair


def _of(
    c: Context,
    value: float,
    unit: Unit,
    arithmetic: str,
    terms: tuple[Term, ...],
    *notes: str,
    **values: Filling,
) -> Derivation:
    """A number read from the simulations, with the ranges as its sources and its table."""
    of = c.simulated
    filled: dict[str, Filling] = {"draws": Quantity(of.draws, "count", "counted"), "seed": str(of.seed)}
    sources = " ".join(setting_basis(c, r.setting)[1] for r in of.scenario.uncertainty.ranges)
    return Derivation(
        value,
        unit,
        arithmetic,
        terms,
        source=sources,
        notes=(*notes, "simulated"),
        note_values=filled | values,
        table=lambda lang: ranges_table(of, lang),
    )


def ranges_table(simulation: Simulation, lang: Lang) -> Table:
    """Each range of a simulation: the setting, its value now, the low and the high end."""
    scenario = simulation.scenario
    names = [text(f"chance.range.{name}", lang) for name in ("setting", "now", "low", "high")]
    columns = [Column(name, is_number=at > 0) for at, name in enumerate(names)]
    rows: list[tuple[Cell, ...]] = []
    for one in scenario.uncertainty.ranges:
        unit = setting_unit(one.setting)
        values = (setting_value(scenario, one.setting), one.low, one.high)
        rows.append((setting_label(one.setting, lang), *(Quantity(value, unit) for value in values)))
    return listed(columns, rows)
