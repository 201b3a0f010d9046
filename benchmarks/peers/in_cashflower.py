"""cashflower: one unit and month at a time, run the way its own command runs a model."""

import contextlib
import io
import sys
from pathlib import Path

import cashflower

from benchmarks.peers.task import MONTHS

SETTINGS = {
    "GROUP_BY": None,
    "MULTIPROCESSING": False,
    "NUM_STOCHASTIC_SCENARIOS": None,
    "OUTPUT_VARIABLES": None,  # if some are chosen, it labels the columns wrongly
    "SAVE_DIAGNOSTIC": False,
    "SAVE_LOG": False,
    "SAVE_OUTPUT": False,
    "T_MAX_CALCULATION": MONTHS,
    "T_MAX_OUTPUT": MONTHS,
}
sys.path.insert(0, str(Path(__file__).parent / "cashflower_model"))


def run() -> dict[str, list[float]]:
    """The sums of all units; each [months from 0]."""
    with contextlib.redirect_stdout(io.StringIO()):
        output, _, _ = cashflower.run(settings=SETTINGS, path=None)
    totals = output.groupby("t").sum()
    return {
        "enrolled": totals["members"].tolist(),
        "contributions_idr": totals["contributions"].tolist(),
        "deaths": totals["deaths"].tolist(),
    }
