"""Forecasts of saved scenarios beside the actuals, while the files they depend on change."""

import shutil

from simulator.model.actuals import TOTAL, Actuals, Record
from simulator.model.projection import project
from simulator.store import places
from simulator.store import scenario_store as store
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.draft_store import opened
from simulator.ui import forecasts, listing, session
from tests.own_app import own_scenarios

STEM, NAME = "komitmen-september", "kendal-2025-08"


def test_forecasts_follow_a_data_set_that_changes_on_disk(tmp_path, monkeypatch):
    own_scenarios(tmp_path / "scenarios", monkeypatch)
    baselines = shutil.copytree(places.BASELINES, tmp_path / "baselines")
    monkeypatch.setattr(places, "BASELINES", baselines)
    monkeypatch.setattr(listing, "BASELINES", baselines)
    actuals = Actuals([Record("2026-01-05T08:00:00", "", "", "2025-12", TOTAL, {"enrolled": 1200})])
    monkeypatch.setattr(session, "readable_actuals", lambda: actuals)
    monkeypatch.setattr(session, "draft", lambda: opened(STEM))

    def foreseen():
        p = project(store.load(STEM).scenario, read_baseline_named(NAME), read_programme())
        (forecast,) = [one for one in forecasts.of_regency(p)[0] if one.name == p.scenario.name]
        return [miss.foreseen for miss in forecast.misses], float(p.enrolled[4])

    (before,), enrolled = foreseen()
    assert before == round(enrolled, 6)
    units = baselines / NAME / "units.csv"
    units.write_text(
        units.read_text("utf-8").replace("opd,82,0,2025-09,82,", "opd,80,0,2025-09,80,"), "utf-8"
    )
    (after,), enrolled = foreseen()
    assert after == round(enrolled, 6) and after < before
