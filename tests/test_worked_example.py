"""Every table of worked_example.md, computed by hand, against the program and against the plain second implementation."""

import csv
import json
import re
from pathlib import Path

import numpy as np
import pytest
from regency import Regency, projected, projected_by_oracle, scenario_of

from simulator.model.growth import log_untouched
from simulator.model.metrics import COLUMNS, METRICS
from simulator.model.payouts import death_rate
from simulator.model.scenario import with_value, with_values

PAGE = (Path(__file__).parent / "worked_example.md").read_text(encoding="utf-8")
SCENARIO, GROWING = map(json.loads, re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL))
UNITS, GROWING_UNITS = (
    list(csv.DictReader(block.splitlines())) for block in re.findall(r"```csv\n(.*?)```", PAGE, re.DOTALL)
)
REGENCY = Regency(UNITS, [("2023-04", 0), ("2024-10", 36), ("2026-04", 16), ("2026-10", 40)], 1)
# The second example.
OWN_PLAN = {"unit": "C", "target_share": 0.5, "workers_per_asn": None, "join_month": None}
WITH_GROWTH = with_values(scenario_of(SCENARIO), GROWING).model_dump(mode="json") | {"overrides": [OWN_PLAN]}
GROWING_REGENCY = Regency(GROWING_UNITS, [("2026-10", 45)], None)


def tables():
    """Every table of the page by its first two headings: {row: {column: number}}."""
    found = {}
    for block in re.findall(r"(?:^\|.*\n)+", PAGE, re.MULTILINE):
        headings, _, *rows = [
            [cell.strip() for cell in line.strip().strip("|").split("|")] for line in block.splitlines()
        ]
        found[" ".join(headings[:2])] = {
            row: {heading: float(cell.replace(",", "")) for heading, cell in zip(headings[1:], cells)}
            for row, *cells in rows
        }
    return found


def seen_by_program():
    """The program's series under the names of the tables."""
    p = projected(SCENARIO, REGENCY)
    return {
        "seats": p.seats.seats,
        "kept": p.enrolment.kept,
        "enrolled": p.enrolment.enrolled,
        "under 3 months": p.enrolled - p.over_3_months,
        "at least 36 months": p.over_36_months,
        "unit payouts_idr": p.unit_share * p.payouts_idr,
        "unit contributions_idr": p.unit_share * p.contributions_idr,
        "run": {name: METRICS[name].series(p) for name in COLUMNS},
    }


def seen_by_oracle():
    """The series of the plain implementation under the names of the tables."""
    o = projected_by_oracle(SCENARIO, REGENCY)
    of_unit = {
        name: np.reshape([row[name] for row in o.unit_rows], (7, 3)).T
        for name in ("payouts_idr", "contributions_idr")
    }
    total = np.array([row["enrolled"] for row in o.rows])
    return {
        "seats": o.seats,
        "kept": o.kept,
        "enrolled": o.enrolled,
        "under 3 months": total * o.under_3_share,
        "at least 36 months": total * o.from_36_share,
        "unit payouts_idr": of_unit["payouts_idr"],
        "unit contributions_idr": of_unit["contributions_idr"],
        "run": {name: [row[name] for row in o.rows] for name in COLUMNS},
    }


TABLES = tables()
SEEN = {"program": seen_by_program(), "oracle": seen_by_oracle()}
both = pytest.mark.parametrize("reader", SEEN)


def test_the_page_holds_every_table():
    assert set(TABLES) == {
        "seats 0",
        "kept 1",
        "enrolled 0",
        "month enrolled",
        "members 0",
        "month contributions_idr",
        "2026-12 seats",
        "left 0",
        "grown 0",
    }
    assert [len(table) for table in TABLES.values()] == [3, 3, 3, 7, 2, 7, 3, 1, 4]
    of_a_month = [*TABLES["month enrolled"]["2026-10"], *TABLES["month contributions_idr"]["2026-10"]]
    assert tuple(of_a_month) == COLUMNS


def as_written(numbers):
    """Equal to the exact numbers of the page, except for rounding in the computer."""
    return pytest.approx(numbers, rel=1e-9, abs=1e-9)


@both
@pytest.mark.parametrize(("table", "first_month"), [("seats 0", 0), ("kept 1", 1), ("enrolled 0", 0)])
def test_units_follow_the_page_month_by_month(reader, table, first_month):
    expected = [list(row.values()) for row in TABLES[table].values()]
    found = np.array(SEEN[reader][table.split()[0]])[:, first_month:]
    assert found.tolist() == [as_written(row) for row in expected]


@both
@pytest.mark.parametrize("table", ["month enrolled", "month contributions_idr"])
def test_totals_follow_the_page_month_by_month(reader, table):
    for month, row in enumerate(TABLES[table].values()):
        found = {name: SEEN[reader]["run"][name][month] for name in row}
        assert found == as_written(row)


@both
def test_length_of_membership_follows_the_page(reader):
    for name, row in TABLES["members 0"].items():
        assert list(SEEN[reader][name]) == as_written(list(row.values()))


@both
def test_a_units_money_is_its_own_contributions_and_its_share_of_payouts(reader):
    for position, row in enumerate(TABLES["2026-12 seats"].values()):
        seen = SEEN[reader]
        found = [
            seen[name][position][2]
            for name in ("seats", "enrolled", "unit contributions_idr", "unit payouts_idr")
        ]
        assert found == as_written(list(row.values()))


def test_the_estimated_death_rate_follows_the_page():
    estimated = with_value(scenario_of(SCENARIO), "risk.deaths_per_1000_year", None)
    assert death_rate(estimated.risk, REGENCY.baseline()) == pytest.approx(0.01128, rel=1e-9)
    content = estimated.model_dump(mode="json")
    assert projected(content, REGENCY).payouts.deaths[0] == pytest.approx(0.0377958, abs=5e-8)
    found = projected_by_oracle(content, REGENCY)
    assert found.exposure_person_years == pytest.approx(80, rel=1e-9)
    assert found.rows[0]["deaths"] == pytest.approx(0.0377958, abs=5e-8)


def test_growth_by_itself_follows_the_page():
    expected = [as_written(list(row.values())) for row in TABLES["grown 0"].values()]
    p = projected(WITH_GROWTH, GROWING_REGENCY)
    assert p.seats.seats.tolist() == expected and p.enrolment.enrolled.tolist() == expected
    found = projected_by_oracle(WITH_GROWTH, GROWING_REGENCY)
    assert np.array(found.seats).tolist() == expected and np.array(found.enrolled).tolist() == expected
    untouched = np.exp(log_untouched(p.scenario, p.baseline))
    assert untouched.tolist() == as_written(list(TABLES["left 0"]["untouched"].values()))
    one = with_value(p.scenario, "monev.meetings", 1).model_dump(mode="json")
    second = p.seats.seats[0, 4] - projected(one, GROWING_REGENCY).seats.seats[0, 4]
    assert second == pytest.approx(2.2718571856, abs=1e-9)
