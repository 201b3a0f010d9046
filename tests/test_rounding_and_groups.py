"""Whole numbers of people add up, and no office is shown with an unpublished figure."""

import math
from dataclasses import replace

import numpy as np
import pytest
from handout_cases import contexts_of, projected
from hypothesis import given
from hypothesis import strategies as st

from simulator.planning.groups import unit_groups
from simulator.planning.rounding import largest_remainder, whole_short
from simulator.report.sentences.unit_names import groups_sentence
from simulator.report.tables.money import periods_table
from simulator.store.baseline_files import baseline_names, read_baseline_named
from simulator.store.scenario_store import list_scenarios


def test_the_largest_remainders_get_the_places_that_are_left():
    assert largest_remainder(np.array([1.5, 2.3, 3.2])).tolist() == [
        2,
        2,
        3,
    ]  # 7.0; one place left, 0.5 is the largest


def test_equal_remainders_go_to_the_first():
    assert largest_remainder(np.array([0.5, 0.5, 0.5, 0.5])).tolist() == [1, 1, 0, 0]


def test_a_total_that_is_no_rounding_is_refused():
    with pytest.raises(ValueError, match="no rounding"):
        largest_remainder(np.array([1.2, 2.2]), 9)


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=60))
def test_whole_people_add_up_to_the_rounded_total_and_no_unit_moves_by_a_whole_person(values):
    whole = largest_remainder(np.array(values))
    assert whole.sum() == int(np.floor(np.sum(values) + 0.5))
    assert (abs(whole - values) < 1 + 1e-6).all()


@pytest.mark.parametrize("stem", [entry.stem for entry in list_scenarios() if entry.scenario])
def test_amounts_by_period_add_up_as_they_are_shown(stem):
    """Rp 148 + 95 + 169 million beside a total of Rp 411 million would be one too many."""
    (c,) = contexts_of(projected(stem))
    *periods, total = periods_table(c, "id").rows
    assert len(periods) > 1
    for column, months in ((2, c.projection.contributions_idr), (3, c.projection.payouts_idr)):
        amounts = [row.cells[column] for row in (*periods, total)]
        steps = [round(amount.value / amount.step) for amount in amounts]
        assert sum(steps[:-1]) == steps[-1] and len({amount.step for amount in amounts}) == 1
        assert abs(amounts[-1].value - months[1:].sum()) <= amounts[-1].step / 2 + 1


@pytest.mark.parametrize("name", baseline_names())
def test_every_unit_stands_in_exactly_one_row(name):
    baseline = read_baseline_named(name)
    units = np.concatenate([row.units for row in unit_groups(baseline)])
    assert sorted(units) == list(range(len(baseline.codes)))


def test_kendal_shows_groups_only_with_the_published_totals():
    rows = {row.key: row for row in unit_groups(read_baseline_named("kendal-2025-08"))}
    assert all(row.is_pooled for row in rows.values())
    counts = {key: len(row.units) for key, row in rows.items()}
    assert counts == {
        "opd-full": 4,
        "opd-partial": 18,
        "opd-pledged": 3,
        "opd-outside": 13,
        "kecamatan-full": 5,
        "kecamatan-partial": 6,
        "kecamatan-pledged": 2,
        "kecamatan-outside": 7,
        "other-partial": 1,
    }
    assert rows["opd-full"].published_names == ("Diskominfo", "Bapenda", "Disperinaker", "Baperlitbang")
    assert rows["opd-partial"].published_names == ()


def test_a_regency_with_figures_of_its_own_shows_every_unit_alone():
    baseline = read_baseline_named("contoh")
    rows = unit_groups(baseline)
    assert len(rows) == len(baseline.codes) and not any(row.is_pooled for row in rows)


@given(target=st.integers(1, 20_000), enrolled=st.floats(0, 20_000))
def test_enrolled_and_short_add_up_to_the_target_as_shown_and_nobody_short_is_shown_only_where_it_is_met(
    target, enrolled
):
    short = whole_short(target - enrolled)
    assert (short == 0) == (enrolled >= target)
    if short > 1 and abs(enrolled % 1 - 0.5) > 1e-5:
        assert short + math.floor(enrolled + 0.5) == target


@pytest.mark.parametrize(
    "listed, expected",
    [
        ((), "Angka per OPD dan kecamatan tidak diterbitkan"),
        (("kecamatan",), "Baris kelompok menggabungkan OPD yang angkanya sendiri tidak diterbitkan."),
        (("opd",), "Baris kelompok menggabungkan kecamatan yang angkanya sendiri tidak diterbitkan."),
        (("opd", "kecamatan"), None),  # the rest of the civil service is one unit
    ],
)
def test_only_those_are_reported_as_groups_that_are(listed, expected):
    groups = unit_groups(read_baseline_named("kendal-2025-08"))
    rows = [replace(group, is_pooled=group.segment not in listed) for group in groups]
    shown = groups_sentence(rows, "id")
    assert shown is None if expected is None else shown.startswith(expected)


def test_a_segment_listed_in_part_has_groups_beside_units_of_their_own():
    first, *others = unit_groups(read_baseline_named("kendal-2025-08"))
    shown = groups_sentence([replace(first, is_pooled=False), *others], "en")
    assert shown.startswith("Rows of groups pool OPD and kecamatan whose own figures are not published.")
