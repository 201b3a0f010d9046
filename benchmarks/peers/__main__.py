"""Compares the same projection in other tools and in the engine, which must agree; prints claims as JSON.

`python -m benchmarks --peers PYTHON` calls it in an environment of its own. Ratios are to the engine's time
for the same sums, which is measured again beside each tool.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict

import numpy as np

from benchmarks.claims import Claim
from benchmarks.peers import (
    heavylight_arrays,
    in_cashflower,
    libreoffice,
    modelx_arrays,
    modelx_cells,
    plain,
)
from benchmarks.peers.task import engine, expected, same_sums, task
from benchmarks.timing import best

ASKED = {
    "modelx, per cell": 1000,
    "cashflower": 100,
    "modelx, arrays": 10,
    "heavylight, arrays": 5,
    "LibreOffice": 150,
}
"""How many times faster than each tool the engine is meant to be."""


def must_agree(name: str, found: dict[str, list[float]]) -> None:
    """Raise ValueError if a tool's sums differ from the engine's by more than 1e-9 (relative)."""
    for series, values in expected().items():
        if series in found:
            apart = np.max(np.abs(np.array(found[series]) - values) / np.maximum(1, np.abs(values)))
            if not apart <= 1e-9:
                raise ValueError(f"{name}, {series}: {apart:.1e} apart")


def claims() -> Iterator[Claim]:
    """Compare each tool with the engine; LibreOffice only if it is installed."""
    given = task()
    cells, arrays = modelx_cells.prepare(given), modelx_arrays.prepare(given)
    tools: dict[str, tuple[Callable[[], dict], int]] = {
        "plain Python": (lambda: plain.run(given), 20),
        "modelx, per cell": (lambda: modelx_cells.run(cells), 3),
        "modelx, arrays": (lambda: modelx_arrays.run(arrays), 20),
        "heavylight, arrays": (lambda: heavylight_arrays.run(given), 20),
        "cashflower": (in_cashflower.run, 3),
    }
    must_agree("the engine's same sums", same_sums())
    for name, (work, runs) in tools.items():
        must_agree(name, work())
        yield _beside(name, best(runs, work)[0])
    if shutil.which("soffice"):
        seconds, enrolled = libreoffice.seconds_of_formulas(given)
        must_agree("LibreOffice", {"enrolled": enrolled})
        yield _beside("LibreOffice", seconds * 1000)


def _beside(name: str, taken: float) -> Claim:
    own, whole = best(200, same_sums, engine)
    of = f"{taken:,.2f} ÷ {own:.2f} ms; the whole projection with tenure and payouts {whole:.2f}"
    return Claim(f"{name} ÷ engine", taken / own, of=of, at_least=ASKED.get(name))


if __name__ == "__main__":
    print(json.dumps([asdict(claim) for claim in claims()]))
