"""The plain second implementation of the model agrees with the given reference results."""

import csv
import json
from pathlib import Path

import oracle
import pytest

TESTS = Path(__file__).parent
REFERENCE = TESTS / "golden" / "reference"
UNITS = TESTS.parent / "data" / "baselines" / "kendal-2025-08" / "units.csv"
HISTORY = [("2022-01", 0), ("2024-07", 724), ("2025-06", 728), ("2025-08", 974)]
DEATHS = 8
NAMES = [
    "fading-push",
    "growth-plan",
    "high-lapse",
    "monev-rhythm",
    "one-push",
    "pledges-with-lapse",
    "unit-plan",
]


def read_rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def difference(column, expected, found):
    """The relative difference, to at least one worker or a million Rupiah; 1e-9 is allowed."""
    return abs(expected - found) / max(1e6 if column.endswith("_idr") else 1.0, abs(expected))


def test_every_reference_scenario_is_held_against_the_oracle():
    assert sorted(path.stem for path in REFERENCE.glob("*.json")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_oracle_agrees_with_the_reference(name):
    scenario = json.loads((REFERENCE / f"{name}.json").read_text(encoding="utf-8"))
    expected = read_rows(REFERENCE / f"{name}.csv")
    found = oracle.project(scenario, read_rows(UNITS), HISTORY, DEATHS).rows
    assert len(found) == len(expected) == scenario["horizon_months"] + 1
    assert list(found[0]) == list(expected[0])
    for expected_row, found_row in zip(expected, found):
        assert found_row["month"] == expected_row["month"]
        for column in list(found_row)[1:]:
            apart = difference(column, float(expected_row[column]), found_row[column])
            assert apart <= 1e-9, (
                f"{found_row['month']} {column}: {found_row[column]!r} for {expected_row[column]}"
            )


@pytest.mark.parametrize(
    ("month_of_the_724", "exposure_person_years", "deaths_per_1000"),
    [("2024-07", 1712.33, 5.06), ("2025-07", 1374.92, 5.97)],
)
def test_exposure_and_death_rate_follow_the_month_of_the_meeting(
    month_of_the_724, exposure_person_years, deaths_per_1000
):
    history = sorted((month_of_the_724 if value == 724 else month, value) for month, value in HISTORY)
    points = [(oracle.relative_month(month, "2025-08"), value) for month, value in history]
    risk = {"deaths_per_1000_year": None, "prior_deaths_per_1000_year": 6.4, "prior_person_years": 500.0}
    exposure = oracle.exposure_person_years(points)
    assert exposure == pytest.approx(exposure_person_years, abs=0.005)
    assert 1000 * oracle.death_rate(risk, exposure, DEATHS) == pytest.approx(deaths_per_1000, abs=0.005)


def test_members_of_the_past_are_only_those_who_stayed_to_every_later_point():
    points = [(-10, 100.0), (-6, 60.0), (0, 80.0)]
    assert oracle.history_members(points, -11) == 0.0
    assert oracle.history_members(points, -10) == 60.0
    assert oracle.history_members(points, -6) == 60.0
    assert oracle.history_members(points, -3) == 70.0
