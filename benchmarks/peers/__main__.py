"""The same projection in other tools and in the engine, once they agree.

    python -m benchmarks.peers [--plot FILE.html]

Ratios to the engine's time for the same sums, measured again beside each tool; the best run of each counts.
Its time for a whole projection, with tenure and payouts, is printed too.
"""

import argparse
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import plotly.graph_objects as go

from benchmarks.peers import (
    heavylight_arrays,
    in_cashflower,
    libreoffice,
    modelx_arrays,
    modelx_cells,
    plain,
)
from benchmarks.peers.task import MONTHS, engine, expected, same_sums, task

ASKED = {
    "modelx, per cell": 1000,
    "cashflower": 100,
    "modelx, arrays": 10,
    "heavylight, arrays": 5,
    "LibreOffice": 150,
}
"""Times the engine's, as the project set out to be faster."""


def best_ms(work: Callable[[], object], runs: int) -> float:
    """The shortest of so many runs in processor time, as others may use the machine too."""
    taken = []
    for _ in range(runs):
        started = time.process_time()
        work()
        taken.append((time.process_time() - started) * 1000)
    return min(taken)


def must_agree(name: str, found: dict[str, list[float]]) -> None:
    """Raises ValueError where a tool's sums differ from the engine's by more than 1e-9."""
    for series, values in expected().items():
        if series in found:
            apart = np.max(np.abs(np.array(found[series]) - values) / np.maximum(1, np.abs(values)))
            if not apart <= 1e-9:
                raise ValueError(f"{name}, {series}: {apart:.1e} apart")


def main() -> None:
    """Checks, times, prints and plots."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--plot", type=Path, metavar="FILE.html")
    plot = parser.parse_args().plot
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
    ratios = {}
    print(f"{len(given.asn)} units, {MONTHS} months; milliseconds, and times the engine's for the same sums")
    for name, (work, runs) in tools.items():
        must_agree(name, work())
        ratios[name] = report(name, best_ms(work, runs))
    if shutil.which("soffice"):
        seconds, enrolled = libreoffice.seconds_of_formulas(given)
        must_agree("LibreOffice", {"enrolled": enrolled})
        ratios["LibreOffice"] = report("LibreOffice", seconds * 1000)
    else:
        print("LibreOffice: not on this machine")
    if plot:
        draw(ratios).write_html(plot, include_plotlyjs=True)


def report(name: str, taken: float) -> float:
    """Prints a tool's time beside the engine's, measured now, and returns their ratio."""
    own, whole = best_ms(same_sums, 200), best_ms(engine, 200)
    asked = f", asked {ASKED[name]}" if name in ASKED else ""
    print(f"{name}: {taken:.2f}, engine {own:.2f}, ratio {taken / own:.0f}{asked}", end="; ")
    print(f"whole projection {whole:.2f}, ratio {taken / whole:.0f}")
    return taken / own


def draw(ratios: dict[str, float]) -> go.Figure:
    """Ratios as bars on a logarithmic axis, what was asked for as marks."""
    figure = go.Figure(go.Bar(x=list(ratios.values()), y=list(ratios), orientation="h", name="measured"))
    asked = {name: ASKED[name] for name in ratios if name in ASKED}
    figure.add_scatter(x=list(asked.values()), y=list(asked), mode="markers", name="asked")
    figure.update_xaxes(type="log", title="times the engine's time")
    return figure


if __name__ == "__main__":
    main()
