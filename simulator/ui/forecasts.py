"""Forecasts of the regency's saved scenarios, for the page of actuals and beside the projection."""

import os
from collections.abc import Iterator

import streamlit as st

from simulator.errors import UserError
from simulator.model.months import is_month, month_number
from simulator.model.projection import Projection
from simulator.model.scenario import Scenario
from simulator.planning.backtest import Forecast, Miss, forecasts, history_misses, observed
from simulator.planning.trials import Outcome, outcomes
from simulator.store.actuals_store import read_actuals
from simulator.store.baseline_files import read_baseline_named
from simulator.store.history import place
from simulator.store.places import SCENARIOS
from simulator.store.scenario_store import Entry, versions
from simulator.store.trials_file import read_trials
from simulator.ui import listing, session


def of_regency(p: Projection) -> tuple[list[Forecast], list[Miss]]:
    """Forecasts of every scenario of the regency that was saved or is being worked on, and of the history."""
    actuals = tuple(sorted(observed(p.baseline, session.readable_actuals()).items()))
    data = listing.data_state()
    result: list[Forecast] = []
    for entry in listing.entries():
        if entry.scenario and (entry.scenario.record or entry.stem == session.draft().stem):
            result += _tried(entry, actuals, p.baseline.facts.region, data)
    result.sort(
        key=lambda forecast: (forecast.hindsight, forecast.name != p.scenario.name, -(forecast.saved or 0))
    )
    return result, _history(p)


def elsewhere(scenario: Scenario) -> list[Outcome]:
    """The outcomes of plain forecasts and of growth by itself on every shipped trial.

    Raises UserError if the trials, or the data of one of them, cannot be read.
    """
    tried = []
    shipped = read_trials()
    for trial in shipped.trials:
        baseline = read_baseline_named(trial.baseline)
        actuals = read_actuals(baseline.facts.region)
        tried += outcomes(trial, shipped.growth, baseline, actuals, scenario, session.programme())
    return tried


def _stamp(entry: Entry) -> tuple[str, str, int]:
    """A key for the present state of a scenario file and its history."""
    folder = place(entry.stem, SCENARIOS)
    return entry.stem, entry.version, folder.stat().st_mtime_ns if os.path.isdir(folder) else 0


@st.cache_resource(max_entries=2000, show_spinner=False, hash_funcs={Entry: _stamp})
def _tried(entry: Entry, actuals: tuple[tuple[int, int], ...], region: str, data: str) -> list[Forecast]:
    """Forecasts of one scenario file, renewed if the file, one of its versions, an actual or `data` changed.

    `data` is the state of all data sets, because each version names its own.
    """
    saves = [
        (scenario.name, _saved(scenario), projection)
        for scenario in _saves(entry)
        if (projection := _projected(scenario, region, actuals[-1][0]))
    ]
    return forecasts(saves, dict(actuals))


@st.cache_resource(max_entries=20, show_spinner=False, hash_funcs={Projection: lambda p: p.baseline.digest})
def _history(p: Projection) -> list[Miss]:
    """Forecasts on the history, which depend on the data only."""
    return history_misses(p.scenario, p.baseline, session.programme())


def _saved(scenario: Scenario) -> int | None:
    """The month number in which a scenario was saved, None if its file does not record it."""
    month = scenario.record.saved_at[:7] if scenario.record else ""
    return month_number(month) if is_month(month) else None


def _projected(scenario: Scenario, region: str, last: int) -> Projection | None:
    """The projection of a scenario; None for another regency, missing data or no actuals to compare."""
    try:
        baseline = read_baseline_named(scenario.baseline)
        is_tried = baseline.facts.region == region and baseline.month < last
        return session.projected(scenario) if is_tried else None
    except UserError:  # reported when the scenario is opened
        return None


def _saves(entry: Entry) -> Iterator[Scenario]:
    """The scenario of a file, then its state at the end of each earlier month with a save, latest first."""
    scenario = entry.saved.scenario
    months = {_saved(scenario)}
    yield scenario
    for version in versions(entry.stem):
        if version.scenario and version.scenario.record and _saved(version.scenario) not in months:
            months.add(_saved(version.scenario))
            yield version.scenario
