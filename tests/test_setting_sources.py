"""The sources of a setting's value: figures of a regency are cited for that regency only."""

import json
import shutil

import pytest

from simulator.model.projection import project
from simulator.model.scenario import OVERRIDE_SETTINGS, SETTINGS, with_values
from simulator.report.explain.cited import reference_keys, setting_basis
from simulator.report.explain.explanation import explain
from simulator.report.tables.assumptions import AREAS, assumed_settings, settings_table
from simulator.store.baseline_files import read_baseline, read_baseline_named
from simulator.store.places import BASELINES
from simulator.store.scenario_store import load
from simulator.words import LANGUAGES
from simulator.words.quantity import Origin
from tests.calculating import questions
from tests.explaining import PROGRAMME, SOURCES, context_of

KENDAL, CONTOH = read_baseline_named("kendal-2025-08"), read_baseline_named("contoh")
EVERYWHERE = {key for s in (*SETTINGS.values(), *OVERRIDE_SETTINGS.values()) for key in s.source.split()}
KENDALS = {key for keys in KENDAL.facts.setting_sources.values() for key in keys.split()} - EVERYWHERE


def context(stem="komitmen-september", baseline=None, **changes):
    scenario = with_values(load(stem).scenario, changes)
    return context_of(project(scenario, baseline or read_baseline_named(scenario.baseline), PROGRAMME))


def without_own_sources(folder):
    """A copy of Kendal's data as earlier versions of the program wrote them."""
    shutil.copytree(BASELINES / "kendal-2025-08", folder)
    facts = json.loads((folder / "baseline.json").read_bytes())
    del facts["setting_sources"]
    (folder / "baseline.json").write_text(json.dumps(facts), encoding="utf-8")
    return read_baseline(folder)


def test_kendals_press_and_opening_shares_belong_to_kendals_data():
    assert {"S1", "S22", "S24", "S25", "S26", "S43"} == KENDALS
    assert reference_keys("target.coverage_share", KENDAL) == "S1 S43"
    assert [reference_keys(f"participation.{s}.entry_share", KENDAL) for s in KENDAL.rows] == [
        "S24",
        "S25",
        "S26",
    ]


def test_a_value_nobody_else_gives_is_an_assumption_without_source_on_other_data():
    c = context("contoh", **{"target.coverage_share": SETTINGS["target.coverage_share"].reference})
    for path in ("target.coverage_share", "target.month", "participation.opd.entry_share"):
        of_kendal = context(baseline=KENDAL)
        assert setting_basis(of_kendal, path)[1].split()[0] in KENDALS
        assert setting_basis(c, path) == ("assumed", "")
    assert setting_basis(c, "risk.accidents_per_1000_year") == ("derived", "S28")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_table_and_no_explanation_of_another_regency_names_a_source_of_kendals_settings(lang):
    references = {path: s.reference for path, s in SETTINGS.items() if path != "horizon_months"}
    c = context("contoh", **references)
    assert c.baseline is not KENDAL and c.scenario.target.coverage_share == 0.2
    rows = [row.cells for area in AREAS for row in settings_table(c, lang, area).rows]
    cited = {key for *_, keys in rows for key in keys.split(", ")}
    assert len(rows) == len(SETTINGS) and "S44" in cited and not cited & KENDALS
    for key, about in questions(c.projection):
        assert not {*explain(Origin(key, c, tuple(about.items())), lang).sources} & KENDALS, (key, about)


def test_data_written_by_an_earlier_program_still_load_and_cite_nobody_for_what_is_kendals(tmp_path):
    old = without_own_sources(tmp_path / "kendal-2025-08")
    assert old.facts.setting_sources == {}
    was, now = context(), context(baseline=old)
    assert (
        len(assumed_settings(now)) == len(assumed_settings(was)) + 5
    )  # target, its month, three opening shares
    assert SOURCES.keys() >= KENDALS
