"""Scenario files of every version there has been: still read, as strictly as when they were written, with the same results."""

import copy
import csv
import json

import pytest
from regency import GOLDEN
from results import assert_close

from simulator.errors import UserError
from simulator.model.metrics import COLUMNS, METRICS, headline
from simulator.model.projection import project
from simulator.model.scenario import SCHEMA_VERSION, SETTINGS, Decision, changed_settings
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.scenario_store import SCENARIOS, load_file, read_scenario, scenario_bytes
from simulator.store.upgrades import upgraded
from simulator.words import LANGUAGES
from simulator.words.errors import problem_text

V1 = sorted((GOLDEN / "v1").glob("*.json"))
REFERENCES = sorted((GOLDEN / "reference").glob("*.json"))
CONTENT = json.loads((GOLDEN / "reference" / "unit-plan.json").read_bytes())
PROGRAMME = read_programme()
LATER = [path for path, setting in SETTINGS.items() if setting.since > 1]
NEW = {"status": "draft", "parent": None, "decisions": []}
AGREED = {
    "status": "agreed",
    "parent": "Induk",
    "decisions": (
        Decision(
            question="Berapa?",
            expectation="1.300",
            finding="1.256",
            decision="Tambah OPD",
            owner="Sekda",
            date="2026-11-22",
        ),
    ),
}


def now(content):
    """What a file of version 1 says in the present version: nothing new but where settings of later versions rest."""
    content = copy.deepcopy(content) | NEW | {"schema_version": SCHEMA_VERSION}
    for path in LATER:
        *parents, last = path.split(".")
        part = content
        for name in parents:
            part = part[name]
        part[last] = SETTINGS[path].resting
    return content


def problems_of(content):
    with pytest.raises(UserError) as refused:
        read_scenario(json.dumps(content).encode(), "x.json")
    return {problem.where: problem for problem in refused.value.problems}


def test_there_are_files_of_version_1():
    assert len(V1) == 8 and len(REFERENCES) == 5
    assert {json.loads(path.read_bytes())["schema_version"] for path in (*V1, *REFERENCES)} == {1}


@pytest.mark.parametrize("path", [*V1, *REFERENCES], ids=lambda p: p.stem)
def test_a_file_of_version_1_says_now_what_it_said_and_is_a_draft_without_decisions(path):
    written = json.loads(scenario_bytes(load_file(path)))
    assert written == now(json.loads(path.read_bytes()))


@pytest.mark.parametrize("path", V1, ids=lambda p: p.stem)
def test_a_shipped_scenario_of_version_1_gives_the_results_it_always_gave(path):
    scenario = load_file(path)
    p = project(scenario, read_baseline_named(scenario.baseline), PROGRAMME)
    with (GOLDEN / "shipped" / f"{path.stem}.csv").open(newline="") as file:
        expected = list(csv.DictReader(file))
    for name in COLUMNS:
        assert_close(METRICS[name].series(p), [float(row[name]) for row in expected], name)
    assert scenario == load_file(SCENARIOS / path.name)


def test_every_key_of_version_2_in_a_file_of_version_1_is_unknown_there_and_told_with_everything_else():
    content = copy.deepcopy(CONTENT) | NEW | {"colour": "green"}
    content["target"]["month"] = "soon"
    found = problems_of(content)
    assert {where: p.code for where, p in found.items()} == {
        "status": "unknown_key",
        "parent": "unknown_key",
        "decisions": "unknown_key",
        "colour": "unknown_key",
        "target.month": "bad_month",
    }


def test_every_missing_key_of_version_1_is_told_and_none_of_version_2():
    for key in CONTENT:
        if key != "record":
            assert {
                where: p.code
                for where, p in problems_of({k: v for k, v in CONTENT.items() if k != key}).items()
            } == {key: "missing_key"}


@pytest.mark.parametrize(
    "version", [0, SCHEMA_VERSION + 1, -1, 1.0, 2.0, True, False, "1", "2", None, [1], {}, 10**400]
)
def test_a_version_that_is_none_of_ours_is_told_alone_with_those_that_are(version):
    found = problems_of(CONTENT | {"schema_version": version, "colour": "green"})
    assert {where: p.code for where, p in found.items()} == {"schema_version": "not_one_of"}
    known = ", ".join(str(one) for one in range(1, SCHEMA_VERSION + 1))
    assert SCHEMA_VERSION >= 2 and known.startswith("1, 2")
    assert problem_text(found["schema_version"], "id").endswith(f"tidak dikenal. Pilihan: {known}.")
    assert problem_text(found["schema_version"], "en").endswith(f"is not known. Choose from: {known}.")


def test_a_version_2_file_lacking_what_version_2_brought_is_refused():
    found = problems_of(CONTENT | {"schema_version": 2})
    assert {where: p.code for where, p in found.items()} == dict.fromkeys(NEW, "missing_key")
    for lang in LANGUAGES:
        assert all(problem_text(p, lang) for p in found.values())


def test_upgrading_leaves_what_it_was_given_alone_and_ends_at_the_present_version():
    before = copy.deepcopy(CONTENT)
    content, problems = upgraded(CONTENT)
    assert before == CONTENT and problems == [] and content["schema_version"] == SCHEMA_VERSION
    assert upgraded(content) == (content, [])


@pytest.mark.parametrize("path", REFERENCES, ids=lambda p: p.stem)
def test_status_parent_and_decisions_change_no_result_and_no_setting(path):
    scenario = load_file(path)
    agreed = scenario.model_copy(update=AGREED)
    assert list(changed_settings(scenario, agreed)) == []
    baseline = read_baseline_named(scenario.baseline)
    assert headline(project(scenario, baseline, PROGRAMME)) == headline(project(agreed, baseline, PROGRAMME))
    assert read_scenario(scenario_bytes(agreed), "x.json") == agreed
