"""Scenario files of every earlier version are still read, as strictly as ever, with the same results."""

import copy
import csv
import json

import pytest
from regency import GOLDEN
from results import assert_close

from simulator.errors import UserError
from simulator.model.beside_settings import Decision
from simulator.model.metrics import COLUMNS, METRICS, headline
from simulator.model.projection import project
from simulator.model.scenario import SCHEMA_VERSION, SETTINGS, changed_settings
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.scenario_store import SCENARIOS, load_file, read_scenario, scenario_bytes
from simulator.store.upgrades import upgraded
from simulator.words import LANGUAGES
from simulator.words.errors import problem_text

V1, V2 = (sorted((GOLDEN / version).glob("*.json")) for version in ("v1", "v2"))
REFERENCES = sorted((GOLDEN / "reference").glob("*.json"))
OLD_REFERENCES = [path for path in REFERENCES if json.loads(path.read_bytes())["schema_version"] == 1]
CONTENT = json.loads((GOLDEN / "reference" / "unit-plan.json").read_bytes())
PROGRAMME = read_programme()
NEW = {"status": "draft", "parent": None, "decisions": []}
GROWTH = {
    "background_share_per_month": 0.0,
    "push_share": 0.0,
    "push_half_life_months": 2.0,
    "push_repeat_factor": 0.5,
    "ceiling_share": 1.0,
}
SPREADS = ("realised_common_spread", "realised_unit_spread", "lapse_spread", "accident_rate_cv")
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
    """The present content of a file of an older version, except for its ranges, which depend on its own values."""
    content = copy.deepcopy(NEW | content) | {"schema_version": SCHEMA_VERSION, "growth": GROWTH}
    content["monev"]["meetings"] = None
    for name in SPREADS:
        del content["uncertainty"][name]
    content["uncertainty"] |= {
        "unit_variance_share": 0.5,
        "leadership_correlation": 0.6,
        "exposure_cv": 0.2,
        "mortality_year_cv": 0.15,
    }
    for path, setting in SETTINGS.items():
        if setting.since > 3:
            part, name = path.split(".")
            content[part][name] = setting.resting
    return content


def ranges_of(content):
    """The ranges of a file's content by setting."""
    return {one["setting"]: (one["low"], one["high"]) for one in content["uncertainty"]["ranges"]}


def problems_of(content):
    with pytest.raises(UserError) as refused:
        read_scenario(json.dumps(content).encode(), "x.json")
    return {problem.where: problem for problem in refused.value.problems}


def test_there_are_files_of_every_older_version():
    assert (len(V1), len(V2), len(OLD_REFERENCES), len(REFERENCES)) == (8, 8, 5, 7)
    assert {json.loads(path.read_bytes())["schema_version"] for path in V1} == {1}
    assert {json.loads(path.read_bytes())["schema_version"] for path in V2} == {2}


@pytest.mark.parametrize("path", [*V1, *V2, *OLD_REFERENCES], ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_an_older_file_gives_the_same_texts_without_growth_and_with_ranges(path):
    written = json.loads(scenario_bytes(load_file(path)))
    ranges = ranges_of(written)
    del written["uncertainty"]["ranges"]
    assert written == now(json.loads(path.read_bytes()))
    # the number of accidents was not changed, so it is in the middle of its range: 3.47 = sqrt(low * high)
    low, high = ranges.pop("risk.accidents_per_1000_year")
    assert (low * high) ** 0.5 == pytest.approx(written["risk"]["accidents_per_1000_year"])
    assert high / low == pytest.approx(5.5 / 2.2)
    at_rest = {
        "delivery.realised_share": (1.0, (0.28, 0.84)),
        "delivery.pledge_share": (1.0, (0.6, 0.98)),
        "retention.lapse_share_per_month": (0.0, (0.005, 0.05)),
        "retention.refill_share_per_month": (1.0, (0.05, 0.8)),
    }
    for path_, (resting, usual) in at_rest.items():
        part, name = path_.split(".")
        if written[part][name] == resting:
            assert ranges.pop(path_) == usual
    assert set(ranges) <= set(at_rest)


def test_a_range_of_an_older_file_is_as_wide_as_usual_around_the_file_s_own_value():
    """5 % a month stop: ln(0.05 / 0.95) is -2.944.

    The usual width between 0.5 % and 5 % is 2.349 on that scale.
    """
    content = copy.deepcopy(CONTENT)
    content["retention"] = {"lapse_share_per_month": 0.05, "refill_share_per_month": 0.0}
    ranges = ranges_of(json.loads(scenario_bytes(read_scenario(json.dumps(content).encode(), "x.json"))))
    assert ranges["retention.lapse_share_per_month"] == pytest.approx((0.016003, 0.145542), abs=1e-6)
    assert "retention.refill_share_per_month" not in ranges  # 0 is a bound, but not the resting value


def test_an_older_file_that_lacks_a_spread_or_has_ranges_is_refused_with_the_place():
    content = copy.deepcopy(CONTENT)
    del content["uncertainty"]["lapse_spread"]
    content["uncertainty"] |= {"accident_rate_cv": 7, "ranges": []}
    found = {where: p.code for where, p in problems_of(content).items()}
    assert found == {
        "uncertainty.lapse_spread": "missing_key",
        "uncertainty.accident_rate_cv": "too_high",
        "uncertainty.ranges": "unknown_key",
    }


@pytest.mark.parametrize("path", [*V1, *V2], ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_a_shipped_scenario_of_an_older_version_gives_the_results_it_always_gave(path):
    scenario = load_file(path)
    p = project(scenario, read_baseline_named(scenario.baseline), PROGRAMME)
    with (GOLDEN / "shipped" / f"{path.stem}.csv").open(newline="") as file:
        expected = list(csv.DictReader(file))
    for name in COLUMNS:
        assert_close(METRICS[name].series(p), [float(row[name]) for row in expected], name)
    shipped = load_file(SCENARIOS / path.name)
    assert scenario.model_copy(update={"description": shipped.description}) == shipped


def test_every_key_of_version_2_in_a_file_of_version_1_is_unknown_there_and_reported_with_everything_else():
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


def test_every_missing_key_of_version_1_is_reported_and_none_of_version_2():
    for key in CONTENT:
        if key != "record":
            assert {
                where: p.code
                for where, p in problems_of({k: v for k, v in CONTENT.items() if k != key}).items()
            } == {key: "missing_key"}


@pytest.mark.parametrize("version", [0, -1, 1.0, 2.0, True, False, "1", "2", "3", None, [1], {}, 10**400])
def test_a_version_that_is_none_of_ours_is_reported_alone_with_those_that_are(version):
    found = problems_of(CONTENT | {"schema_version": version, "colour": "green"})
    assert {where: p.code for where, p in found.items()} == {"schema_version": "not_one_of"}
    known = ", ".join(str(one) for one in range(1, SCHEMA_VERSION + 1))
    assert SCHEMA_VERSION >= 2 and known.startswith("1, 2")
    assert problem_text(found["schema_version"], "id").endswith(f"tidak dikenal. Pilihan: {known}.")
    assert problem_text(found["schema_version"], "en").endswith(f"is not known. Choose from: {known}.")


@pytest.mark.parametrize("version", [SCHEMA_VERSION + 1, 1000])
def test_a_file_of_a_later_version_is_reported_alone_and_asks_for_a_later_program(version):
    found = problems_of(CONTENT | {"schema_version": version, "colour": "green"})
    assert {where: p.code for where, p in found.items()} == {"schema_version": "newer_version"}
    assert problem_text(found["schema_version"], "id").endswith(
        f"mengenal sampai versi {SCHEMA_VERSION}. Perbarui program."
    )
    assert problem_text(found["schema_version"], "en").endswith(
        f"knows up to version {SCHEMA_VERSION}. Update the program."
    )


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
