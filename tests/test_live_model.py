"""The model in the browser gives the numbers of the program: run in Chromium on given, shipped and random scenarios."""

import json
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import strategies
from hypothesis import HealthCheck, Phase, given, seed, settings
from regency import GOLDEN, PROGRAMME, projected, scenario_of
from results import assert_close, of_units, totals

from simulator.errors import UserError
from simulator.live.bundle import FOLDER, IMPORT, bundled
from simulator.live.export import exported, model_data
from simulator.model.metrics import COLUMNS, METRICS
from simulator.model.months import month_name
from simulator.model.payouts import death_rate
from simulator.model.projection import project
from simulator.model.scenario import LEVERS, SETTINGS
from simulator.store.baseline_files import read_baseline_named
from simulator.words.settings import setting_label

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "reference"
RANDOM_CASES = 500

# All scenarios in one call and all columns in one result, as text: numbers read back from JSON are bit-identical.
RUN_ALL = """cases => JSON.stringify(JSON.parse(cases).map(([scenario, data]) => {
    const { ofUnits, series } = project(scenario, data);
    const asLists = (of) => Object.fromEntries(Object.entries(of).map(([name, values]) => [name, Array.from(values)]));
    return { rows: run(scenario, data), units: asLists(ofUnits), claimsRatio: Array.from(series.claims_ratio) };
}))"""


@pytest.fixture(scope="module")
def page(browser):
    """An empty page in which the model is loaded."""
    page = browser.new_page()
    page.add_script_tag(content=bundled("model.js"))
    yield page
    page.close()


def assert_same(page, cases):
    """Every column of every (content of a scenario file, baseline) equals that of the program."""
    data = [[content, model_data(baseline, PROGRAMME)] for content, baseline in cases]
    found = json.loads(page.evaluate(RUN_ALL, json.dumps(data)))
    assert len(found) == len(cases) > 0
    for (content, baseline), result in zip(cases, found):
        p = project(scenario_of(content), baseline, PROGRAMME)
        rows = result["rows"]
        assert [row["month"] for row in rows] == [month_name(month) for month in p.months.tolist()]
        assert [*rows[0]] == ["month", *COLUMNS]
        for name, expected in totals(p).items():
            assert_close([row[name] for row in rows], expected, name)
        for name, expected in of_units(p).items():
            assert_close(np.reshape(result["units"][name], expected.shape), expected, name)
        ratio = np.array(result["claimsRatio"], dtype=float)  # JSON has null for NaN
        np.testing.assert_allclose(ratio, METRICS["claims_ratio"].series(p), rtol=1e-9)


def given_scenarios():
    """Content of every reference and shipped scenario, of every version."""
    folders = [ROOT / "scenarios", GOLDEN / "reference", GOLDEN / "v1", GOLDEN / "v2", SHARED]
    return [
        json.loads(path.read_text(encoding="utf-8"))
        for folder in folders
        for path in sorted(folder.glob("*.json"))
    ]


def test_every_given_and_shipped_scenario_gives_the_numbers_of_the_program(page):
    contents = given_scenarios()
    assert {content["schema_version"] for content in contents} == {1, 2, 3} and len(contents) > 30
    assert_same(page, [(content, read_baseline_named(content["baseline"])) for content in contents])


def random_cases(count):
    """A number of random regencies with a scenario each, the same every time."""
    found = []

    @seed(2025)
    @settings(
        max_examples=count,
        derandomize=False,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategies.cases())
    def collect(case):
        found.append(case)

    collect()
    return found


def test_random_valid_scenarios_give_the_numbers_of_the_program(page):
    cases = random_cases(RANDOM_CASES)
    assert len(cases) >= RANDOM_CASES
    assert_same(page, [(content, regency.baseline()) for content, regency in cases])


def test_every_setting_at_its_ends_gives_the_numbers_of_the_program(page):
    """Each setting at both ends, from a base in which every one matters."""
    baseline = strategies.OPEN_REGENCY.baseline()
    base = strategies.OPEN_SCENARIO
    contents = [
        strategies.changed(base, {path: value})
        for path, setting in SETTINGS.items()
        if path not in strategies.UNCERTAINTY
        for value in strategies.other_values(setting, _at(base, path))
    ]
    assert len(contents) > 80
    assert_same(page, [(content, baseline) for content in contents])


@pytest.mark.parametrize("month", ["2024-07", "2025-08"])
def test_deaths_known_up_to_a_month_of_the_history_give_the_rate_of_the_program(page, month):
    whole = strategies.OPEN_REGENCY.baseline()
    until = replace(whole, facts=whole.facts.model_copy(update={"deaths_month": month}))
    assert_same(page, [(strategies.OPEN_SCENARIO, until)])
    rate = page.evaluate(
        "given => { const [risk, baseline] = JSON.parse(given); return deathRate(risk, baseline); }",
        json.dumps([strategies.OPEN_SCENARIO["risk"], model_data(until, PROGRAMME)["baseline"]]),
    )
    assert rate == pytest.approx(death_rate(scenario_of(strategies.OPEN_SCENARIO).risk, until), rel=1e-12)


def _at(content, path):
    for name in path.split("."):
        content = content[name]
    return content


# ---- the export, and the one script


def test_the_export_is_json_and_declares_every_setting_and_lever_of_the_program():
    data = exported(read_baseline_named("kendal-2025-08"), PROGRAMME)
    assert json.loads(json.dumps(data)) == data
    declared = {setting["path"]: setting for setting in data["settings"]}
    assert declared.keys() == SETTINGS.keys()
    for path, setting in SETTINGS.items():
        assert (declared[path]["low"], declared[path]["high"], declared[path]["step"]) == (
            setting.low,
            setting.high,
            setting.step,
        )
        assert declared[path]["label"]["en"] == setting_label(path, "en")
    assert {lever["path"]: tuple(lever["moves"]) for lever in data["levers"]} == LEVERS
    assert [unit["code"] for unit in data["baseline"]["units"]] == [
        *read_baseline_named("kendal-2025-08").codes
    ]


def test_the_export_refuses_a_baseline_from_before_the_first_known_rate():
    early = strategies.Regency(strategies.OPEN_REGENCY.units, [("2014-01", 90)], None)
    with pytest.raises(UserError):
        exported(early.baseline(), PROGRAMME)
    with pytest.raises(UserError):
        projected(strategies.OPEN_SCENARIO, early)


def test_the_one_script_holds_every_module_once_and_no_line_of_import_or_export():
    modules = sorted(path.name for path in FOLDER.glob("*.js"))
    script = bundled(*modules)
    assert not re.findall(r"^(?:import|export (?!default)).*", script, re.MULTILINE)
    for name in modules:
        first = (FOLDER / name).read_text(encoding="utf-8").splitlines()[0]
        assert script.count(first) == 1, name


@pytest.mark.parametrize("first", ["page.js", "travel.js"])
def test_names_at_the_top_of_modules_differ_as_they_share_one_script(first):
    top = r"^(?:async )?(?:function|const|let|class) (\w+)"
    declared = re.findall(top, bundled(first), re.MULTILINE)
    assert len(declared) > 20 and sorted(declared) == sorted(set(declared))


def test_every_import_of_a_module_names_a_module_beside_it():
    modules = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.js")}
    imports = {name: IMPORT.findall(lines) for name, lines in modules.items()}
    assert {name for found in imports.values() for name in found} <= modules.keys() and any(imports.values())
    for name, lines in modules.items():
        assert len(imports[name]) == len(re.findall(r"^import\b", lines, re.MULTILINE)), name
