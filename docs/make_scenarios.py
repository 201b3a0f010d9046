"""Writes the shipped scenarios in the present version of the file: python docs/make_scenarios.py

Those of an older version are kept as they were, in a folder of that version beside the tests, for ever.
"""

import json
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from simulator.model.scenario import SCHEMA_VERSION  # noqa: E402
from simulator.store.places import SCENARIOS  # noqa: E402
from simulator.store.scenario_store import load_file, scenario_bytes  # noqa: E402

GOLDEN = ROOT / "tests" / "golden"

if __name__ == "__main__":
    for path in sorted(SCENARIOS.glob("*.json")):
        version = json.loads(path.read_bytes())["schema_version"]
        if version != SCHEMA_VERSION:
            kept = GOLDEN / f"v{version}"
            kept.mkdir(exist_ok=True)
            shutil.copy(path, kept)
            path.write_bytes(scenario_bytes(load_file(path)))
