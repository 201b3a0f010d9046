"""`run --draws`: the bands as a file, and the chance of the target on standard error."""

import csv
import json

import numpy as np
import pytest
from commands import as_process, simulator

from simulator.model.months import month_number
from simulator.model.scenario import with_values
from simulator.model.simulation import SERIES, simulate
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.places import SCENARIOS
from simulator.store.scenario_store import load_file

FILE = SCENARIOS / "irama-rakor-monev.json"
LATER = {"target.coverage_share": 0.14, "target.month": "2026-06", "retention.lapse_share_per_month": 0.02}


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def later(tmp_path):
    """A scenario with a target that some of the draws meet."""
    path = tmp_path / "later.json"
    content = with_values(load_file(FILE, None), LATER).model_dump(mode="json")
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_the_command_writes_the_bands_beside_the_months_and_says_the_chance(tmp_path, later):
    result = as_process("run", later, "--draws", 200, "--seed", 7, "--out", tmp_path / "out", "--lang", "en")
    assert (result.returncode, result.stdout) == (0, b"")
    output = result.stderr.decode()
    assert output.startswith(f"{later}: The chance of reaching 14 % in June 2026 is ")
    assert output.endswith("if these ranges are right.\n") and output.count("\n") == 1
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["later.bands.csv", "later.csv"]
    simulator("run", later, "--out", tmp_path / "plain")
    assert (tmp_path / "out" / "later.csv").read_bytes() == (tmp_path / "plain" / "later.csv").read_bytes()

    found = rows(tmp_path / "out" / "later.bands.csv")
    assert list(found[0]) == ["month", "metric", "p5", "p50", "p95", "mean"]
    scenario = with_values(load_file(FILE, None), LATER)
    simulation = simulate(scenario, read_baseline_named(scenario.baseline), read_programme(), 200, 7)
    months = [row["month"] for row in rows(tmp_path / "out" / "later.csv")]
    assert [(row["month"], row["metric"]) for row in found] == [(m, name) for m in months for name in SERIES]
    for name in SERIES:
        of_series = [row for row in found if row["metric"] == name]
        draws = simulation.series(name)
        for month, row in enumerate(of_series):
            if name == "cumulative_claims_ratio" and month == 0:
                assert [row[column] for column in ("p5", "p50", "p95", "mean")] == [""] * 4
                continue
            expected = [*np.quantile(draws[month], [0.05, 0.5, 0.95]), draws[month].mean()]
            numbers = [float(row[column]) for column in ("p5", "p50", "p95", "mean")]
            assert np.allclose(numbers, expected, rtol=1e-12)
            assert not name.startswith("cumulative") or month or numbers == [0] * 4
    at = month_number("2026-06") - month_number("2025-08")
    reached = (simulation.enrolled[at] / 10_345 >= 0.14 - 1e-12).mean()
    assert simulation.target_chance == reached and 0.05 < reached < 0.95


def test_the_scenario_s_own_seed_holds_where_none_is_given_and_a_seed_alone_does_nothing(tmp_path, later):
    for name, options in {"own": (), "same": ("--seed", 2025), "other": ("--seed", 1)}.items():
        simulator("run", later, "--draws", 60, *options, "--out", tmp_path / name)
    own, same, other = (
        (tmp_path / name / "later.bands.csv").read_bytes() for name in ("own", "same", "other")
    )
    assert own == same != other
    result = simulator("run", later, "--seed", 1)
    assert (result.returncode, result.stderr) == (0, b"")


def test_several_scenarios_and_units_go_together(tmp_path, later):
    result = simulator("run", FILE, later, "--draws", 5, "--units", "--out", tmp_path / "out")
    assert result.returncode == 0 and len(result.stderr.decode().splitlines()) == 2
    assert result.stderr.decode().count("Simulasinya hanya 5, terlalu sedikit") == 2
    endings = ("bands.csv", "csv", "units.csv")
    stems = (FILE.stem, "later")
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == sorted(
        f"{s}.{e}" for s in stems for e in endings
    )


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (("--draws", 5), "--out"),
        (("--draws", 0, "--out", "x"), "--draws"),
        (("--draws", 100_001, "--out", "x"), "--draws"),
        (("--draws", 5, "--seed", -1, "--out", "x"), "--seed"),
        (("--draws", "many", "--out", "x"), "--draws"),
    ],
)
def test_what_cannot_be_drawn_is_reported_in_one_line_and_writes_nothing(
    tmp_path, monkeypatch, options, names
):
    monkeypatch.chdir(tmp_path)
    result = simulator("run", FILE, *options)
    assert result.returncode == 2 and result.stdout == b""
    (line,) = result.stderr.decode().splitlines()
    assert names in line and not list(tmp_path.iterdir())


def test_a_bands_file_of_one_scenario_is_not_written_over_another_s(tmp_path):
    result = simulator("run", "a.json", "a.bands.json", "--draws", 5, "--out", tmp_path / "out")
    assert result.returncode == 2 and "a.bands.csv" in result.stderr.decode()


def test_a_target_month_outside_the_projection_has_no_chance(tmp_path):
    path = tmp_path / "far.json"
    content = with_values(load_file(FILE, None), {"target.month": "2090-01"}).model_dump(mode="json")
    path.write_text(json.dumps(content), encoding="utf-8")
    result = simulator("run", path, "--draws", 5, "--out", tmp_path, "--lang", "en")
    assert result.returncode == 0 and "cannot be computed" in result.stderr.decode()
