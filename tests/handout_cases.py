"""What the hand-out tests share: scenarios, unusual regencies, and the text and lines of a page."""

import csv
import json
import re
import shutil
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from rendered import Line, Page

from simulator.model.actuals import NOTHING_RECORDED, Actuals
from simulator.model.baseline import Baseline
from simulator.model.projection import Projection, project
from simulator.report.context import Context
from simulator.store.baseline_files import read_baseline, read_baseline_named, read_programme
from simulator.store.places import BASELINES
from simulator.store.scenario_store import load_file
from simulator.store.sources_file import read_sources

SCENARIOS = Path(__file__).parents[1] / "scenarios"
PROGRAMME, SOURCES, TODAY = read_programme(), read_sources(), date(2026, 11, 22)
SIX = (
    "komitmen-september",
    "dua-puluh-persen-2026",
    "semua-100-persen",
    "tren-19-per-bulan",
    "tren-123-per-bulan",
    "irama-rakor-monev",
)
LONG = "Nama skenario yang sengaja dibuat sepanjang mungkin agar terlihat apakah halaman tetap rapi, ".ljust(
    120, "W"
)
LETTERS = "W" * 120  # as wide as a name can be
WATERMARK = re.compile(
    r"[FIKTCOUS]+\s*\r?\n"
)  # the letters of the watermark, to which the reader adds the lines they cross
STRANGE = "=SUM(A1) *tebal* _miring_ “kutip” – ± ḥ Ω 漢字 \u200f🙂"
assert len(LONG) == 120


def projected(stem: str, baseline: Baseline | None = None, **changes) -> Projection:
    """The projection of a shipped scenario, perhaps changed or on other data; unchanged ones are cached."""
    return _as_shipped(stem) if baseline is None and not changes else anew(stem, baseline, **changes)


@cache
def _as_shipped(stem: str) -> Projection:
    return anew(stem)


def anew(stem: str, baseline: Baseline | None = None, **changes) -> Projection:
    """The same projection, computed anew."""
    scenario = load_file(SCENARIOS / f"{stem}.json").model_copy(update=changes)
    return project(scenario, baseline or read_baseline_named(scenario.baseline), PROGRAMME)


def contexts_of(*projections: Projection, actuals: Actuals = NOTHING_RECORDED) -> list[Context]:
    """The contexts for hand-outs on TODAY; cached for recent projections, together with their simulations."""
    return [_context(p, actuals) for p in projections]


@lru_cache(maxsize=32)
def _context(p: Projection, actuals: Actuals) -> Context:
    return Context(p, PROGRAMME, SOURCES, TODAY.year * 12 + TODAY.month - 1, actuals)


def many_units(folder: Path, units: int = 120) -> Baseline:
    """The made-up regency with `units` units with own figures and long names, some like formulas."""
    shutil.copytree(BASELINES / "contoh", folder)
    with open(folder / "units.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    other = next(row for row in rows if row["segment"] == "other")
    offices = [
        row | {"code": f"X{i:03}", "name": f"{'=+-@'[i % 4]} {i} {LONG}"[:120]}
        for i, row in zip(range(units - 1), [row for row in rows if row["segment"] != "other"] * 9)
    ]
    offices = [*offices, other]
    with open(folder / "units.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(offices)
    facts = json.loads((folder / "baseline.json").read_text(encoding="utf-8"))
    facts["history"][-1]["enrolled"] = sum(int(row["enrolled"]) for row in offices)
    facts["facts"] = []
    (folder / "baseline.json").write_text(json.dumps(facts), encoding="utf-8")
    return read_baseline(folder)


def one_month_of_history(folder: Path) -> Baseline:
    """The made-up regency without history before the baseline month and without observed deaths."""
    shutil.copytree(BASELINES / "contoh", folder)
    facts = json.loads((folder / "baseline.json").read_text(encoding="utf-8"))
    facts |= {"history": facts["history"][-1:], "deaths": None}
    (folder / "baseline.json").write_text(json.dumps(facts), encoding="utf-8")
    return read_baseline(folder)


def on_one_line(page: Page) -> str:
    """All text of a page with single spaces."""
    return " ".join(page.text.split())


def body(page: Page) -> list[Line]:
    """The lines of a page without the letters of the watermark beneath them."""
    return [
        line
        for line in page.lines
        if line.bottom - line.top < 50
        and not {*line.text.strip()} <= {*"FIKTCOUS"}
        and not WATERMARK.match(line.text)
    ]


def overlaps(page: Page) -> list[tuple[str, str]]:
    """Pairs of lines that overlap."""
    lines = sorted(body(page), key=lambda line: line.top)

    def lie_on_each_other(a: Line, b: Line) -> bool:
        wide, high = min(a.right, b.right) - max(a.left, b.left), min(a.bottom, b.bottom) - max(a.top, b.top)
        return wide > 1 and high > 0.45 * min(a.bottom - a.top, b.bottom - b.top)

    return [(a.text, b.text) for i, a in enumerate(lines) for b in lines[i + 1 :] if lie_on_each_other(a, b)]
