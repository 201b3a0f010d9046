"""Published totals compared with the sums of the data: what agrees, what differs, and why."""

import pytest

from simulator.planning.reconciliation import COUNTED, reconcile
from simulator.store.baseline_files import read_baseline_named, read_programme

PROGRAMME = read_programme()
STANDS_ALONE = {"target_share", "informal_workers", "informal_covered"}


def lines(name):
    return {line.fact.key: line for line in reconcile(read_baseline_named(name), PROGRAMME)}


@pytest.mark.parametrize("name", ["kendal-2025-08", "kendal-2025-08-38"])
def test_every_total_of_kendal_agrees_except_the_misprint_of_9_24_percent(name):
    found = lines(name)
    assert len(found) > 25
    assert {key for key, line in found.items() if line.state == "not_counted"} == STANDS_ALONE
    assert {key for key, line in found.items() if line.state == "misprint"} == {"coverage_misprint_share"}
    assert {
        line.state for key, line in found.items() if key not in STANDS_ALONE | {"coverage_misprint_share"}
    } == {"agrees"}
    misprint = found["coverage_misprint_share"]
    assert (misprint.fact.value, round(misprint.counted, 4)) == (0.0924, 0.0942)


def test_counts_are_those_a_person_makes_from_the_unit_file():
    found = lines("kendal-2025-08")
    counted = {
        key: found[key].counted
        for key in (
            "asn_total",
            "enrolled_total",
            "opd_participating",
            "kecamatan_pledge_workers",
            "opd_asn_participating",
        )
    }
    assert counted == {
        "asn_total": 10345,
        "enrolled_total": 974,
        "opd_participating": 22,
        "kecamatan_pledge_workers": 37,
        "opd_asn_participating": 1834,
    }
    assert found["contributions_so_far_idr"].counted == pytest.approx(345_206_400)
    assert found["increase_total"].counted == 250 == 974 - found["enrolled_before"].counted


def test_the_second_reading_counts_the_1834_asn_over_all_38_opd():
    assert lines("kendal-2025-08-38")["opd_asn_all"].counted == 1834
    assert "opd_asn_participating" not in lines("kendal-2025-08-38")


def test_contoh_differs_where_its_own_note_says_why():
    found = lines("contoh")
    differing = {key: line for key, line in found.items() if line.state == "differs"}
    assert differing.keys() == {"payouts_so_far_idr"}  # one of five members was below 3 months
    assert (differing["payouts_so_far_idr"].fact.value, differing["payouts_so_far_idr"].counted) == (
        178e6,
        5 * 42e6,
    )
    assert differing["payouts_so_far_idr"].fact.note


def test_every_way_of_counting_is_used_by_some_shipped_baseline():
    used = {key for name in ("kendal-2025-08", "kendal-2025-08-38", "contoh") for key in lines(name)}
    assert COUNTED.keys() - used == set()
