"""A saved scenario records its results, and opening it shows whether they are still the same."""

from datetime import datetime

import pytest

import simulator
from simulator.model.metrics import headline
from simulator.model.projection import project
from simulator.model.scenario import with_value
from simulator.planning.records import differences, record_of
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.draft_store import saved_as
from simulator.store.scenario_store import list_scenarios, load, read_scenario, scenario_bytes

WHEN = datetime(2026, 11, 22, 14, 5, 33, 123456)
PROGRAMME = read_programme()


def projected(scenario, baseline=None):
    return project(scenario, baseline or read_baseline_named(scenario.baseline), PROGRAMME)


@pytest.fixture
def pledges():
    return load("komitmen-september").scenario


def test_a_record_holds_time_program_data_and_every_headline_number(pledges):
    projection = projected(pledges)
    record = record_of(projection, WHEN)
    assert record.saved_at == "2026-11-22T14:05:33"
    assert record.program_version == simulator.__version__
    assert record.baseline_digest == projection.baseline.digest != ""
    assert record.headline.keys() == headline(projection).keys()
    assert record.headline["enrolled_at_target"] == 1256 and record.headline["gap_at_target"] == 813
    assert record.headline["months_to_target"] is None


def test_the_record_of_every_shipped_scenario_comes_back_from_its_file_with_the_same_results():
    entries = list_scenarios()
    assert len(entries) >= 8
    for entry in entries:
        projection = projected(entry.scenario)
        saved = entry.scenario.model_copy(update={"record": record_of(projection, WHEN)})
        opened = read_scenario(scenario_bytes(saved), "x.json")
        assert opened == saved
        found = differences(opened.record, projected(opened))
        assert found.same_results and not found.program_changed and not found.baseline_changed


def test_a_file_changed_by_hand_differs_in_its_numbers_though_program_and_data_are_the_same(pledges):
    record = record_of(projected(pledges), WHEN)
    found = differences(record, projected(with_value(pledges, "delivery.pledge_share", 0.5)))
    assert not found.same_results and not found.program_changed and not found.baseline_changed
    assert ("enrolled_at_target", 1256.0, 974 + 282 / 2) in found.numbers


def test_other_data_and_another_program_are_reported(pledges, monkeypatch):
    record = record_of(projected(pledges), WHEN)
    other = read_baseline_named("kendal-2025-08-38")
    found = differences(record, projected(pledges, other))
    assert found.baseline_changed and not found.program_changed
    monkeypatch.setattr(simulator, "__version__", "99.0")
    assert differences(record, projected(pledges)).program_changed


def test_a_number_that_appears_or_disappears_is_a_difference(pledges):
    projection = projected(pledges)
    record = record_of(projection, WHEN)
    met = record.model_copy(update={"headline": {**record.headline, "months_to_target": 3.0}})
    assert differences(met, projection).numbers == (("months_to_target", 3.0, None),)


@pytest.mark.parametrize("apart, same", [(0.9e-6, True), (1.1e-6, False)])
def test_numbers_are_the_same_within_the_last_place_kept(pledges, apart, same):
    projection = projected(pledges)
    record = record_of(projection, WHEN)
    moved = record.model_copy(
        update={"headline": {"enrolled_at_horizon": record.headline["enrolled_at_horizon"] + apart}}
    )
    assert differences(moved, projection).same_results == same


def test_a_record_without_a_number_we_know_says_nothing(pledges):
    projection = projected(pledges)
    record = record_of(projection, WHEN).model_copy(update={"headline": {"of_another_program": 1.0}})
    assert differences(record, projection) is None


def test_a_record_alone_makes_no_unsaved_change(pledges):
    recorded = pledges.model_copy(update={"record": record_of(projected(pledges), WHEN)})
    draft = saved_as(recorded, "x", "v")
    assert draft.scenario == pledges and not draft.unsaved
    assert draft.changed(with_value(pledges, "horizon_months", 12)).unsaved
