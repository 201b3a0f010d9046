"""Writes the shipped scenarios in the current version of the file format: python docs/make_scenarios.py

Their content is in `shipped_scenarios.py`; all other settings have their resting values. Files of an older
version are kept unchanged, in a folder for that version in `tests/golden`.
"""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from docs.shipped_scenarios import SHIPPED  # noqa: E402
from simulator.model.ranges import default_ranges, usual_growth  # noqa: E402
from simulator.model.scenario import SCHEMA_VERSION, SETTINGS, Scenario  # noqa: E402
from simulator.model.uncertainty import Range  # noqa: E402
from simulator.store.places import SCENARIOS  # noqa: E402
from simulator.store.scenario_store import scenario_bytes  # noqa: E402

GOLDEN = ROOT / "tests" / "golden"


def made(stem: str) -> Scenario:
    """A shipped scenario; raises ValueError if a setting has two bases."""
    name, baseline, reasons = SHIPPED[stem]
    given = [setting for reason in reasons for setting in reason.settings.items()]
    if len(dict(given)) < len(given):
        raise ValueError(f"{stem}: a setting has two bases")
    values = {path: setting.resting for path, setting in SETTINGS.items()} | dict(given)
    content: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "name": name,
        "description": " ".join(reason.words for reason in reasons),
        "author": "",
        "status": "draft",
        "parent": None,
        "baseline": baseline,
        "uncertainty": {"ranges": _ranges(values)},
        "overrides": [],
        "decisions": [],
    }
    for path, value in values.items():
        *parents, last = path.split(".")
        place = content
        for parent in parents:
            place = place.setdefault(parent, {})
        place[last] = value
    return Scenario.model_validate(content)


def _ranges(values: dict[str, Any]) -> tuple[Range, ...]:
    """The default ranges, but those of growth from the evidence, as its settings were chosen within them."""
    given = usual_growth()
    return tuple(given.get(one.setting, one) for one in default_ranges(values.__getitem__))


def write(stem: str) -> None:
    """Write a scenario's file, after copying one of an older version to `tests/golden`."""
    path = SCENARIOS / f"{stem}.json"
    version = json.loads(path.read_bytes())["schema_version"] if path.exists() else SCHEMA_VERSION
    if version != SCHEMA_VERSION:
        kept = GOLDEN / f"v{version}"
        kept.mkdir(exist_ok=True)
        shutil.copy(path, kept)
    path.write_bytes(scenario_bytes(made(stem)))


if __name__ == "__main__":
    for stem in SHIPPED:
        write(stem)
