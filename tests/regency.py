"""Made-up regencies in the forms of the oracle and of the program, and the projections of both on one."""

import csv
import json
import tempfile
from pathlib import Path
from typing import NamedTuple

import oracle

from simulator.model.baseline import Baseline
from simulator.model.projection import Projection, project
from simulator.model.scenario import Scenario
from simulator.store.baseline_files import COLUMNS, read_baseline, read_programme
from simulator.store.upgrades import upgraded

GOLDEN = Path(__file__).parent / "golden"
PROGRAMME = read_programme()


class Regency(NamedTuple):
    """Units as dicts by column of units.csv, history as (month, enrolled), and observed deaths or None."""

    units: list[dict]
    history: list[tuple[str, int]]
    deaths: int | None

    @property
    def month(self) -> str:
        """The baseline month."""
        return self.history[-1][0]

    def baseline(self) -> Baseline:
        """The baseline that the program reads from the two files of this regency."""
        facts = {
            "title": {"id": "", "en": ""},
            "region": "Kabupaten Uji",
            "month": self.month,
            "fictitious": True,
            "reading": {"id": "", "en": ""},
            "alternative": None,
            # Without a history, deaths would be refused.
            "deaths": {"value": self.deaths, "basis": "assumed", "source": ""}
            if self.deaths is not None and len(self.history) > 1
            else None,
            "history": [
                {"month": month, "enrolled": enrolled, "basis": "assumed", "source": "", "note": None}
                for month, enrolled in self.history
            ],
            "facts": [],
            "open_questions": [],
        }
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "baseline.json").write_text(json.dumps(facts), encoding="utf-8")
            with open(folder / "units.csv", "w", newline="", encoding="utf-8") as file:
                writer = csv.DictWriter(file, COLUMNS)
                writer.writeheader()
                writer.writerows(self.units)
            return read_baseline(folder)


def unit(code, segment, asn, enrolled=0, pledge_month="", pledge_workers=""):
    """One row of units.csv; without enrolled workers and without a pledge the unit is outside."""
    return {
        "code": code,
        "name": code,
        "segment": segment,
        "asn": asn,
        "enrolled": enrolled,
        "pledge_month": pledge_month,
        "pledge_workers": pledge_workers,
        "asn_basis": "assumed",
        "enrolled_basis": "assumed",
        "pledge_basis": "assumed" if pledge_month else "",
        "note": "",
    }


def with_units(regency, units):
    """The regency with other units; the last point of its history is their total."""
    total = sum(int(row["enrolled"]) for row in units)
    return Regency(units, [*regency.history[:-1], (regency.month, total)], regency.deaths)


def scenario_of(content: dict) -> Scenario:
    """The scenario in the content of a file of any version; its units may belong to no shipped baseline."""
    content, unknown = upgraded(content)
    assert not unknown
    return Scenario.model_validate(content)


def projected(scenario: dict, regency: Regency) -> Projection:
    """The program's projection of a scenario file's content."""
    return project(scenario_of(scenario), regency.baseline(), PROGRAMME)


def projected_by_oracle(scenario: dict, regency: Regency) -> oracle.Results:
    """The oracle's projection of the same scenario."""
    return oracle.project(scenario, *regency)
