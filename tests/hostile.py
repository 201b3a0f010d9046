"""Texts that act if interpreted as markup or formulas; a regency, scenario and actuals full of them."""

import csv
import json
import shutil
from datetime import datetime
from pathlib import Path

from simulator.model.actuals import TOTAL, Actuals, Record
from simulator.model.baseline import Baseline
from simulator.model.beside_settings import Decision
from simulator.model.scenario import Scenario
from simulator.store.baseline_files import read_baseline
from simulator.store.places import BASELINES
from simulator.store.scenario_store import load

PAYLOADS = (
    "![x](http://evil.example/p.png)",
    "[x](http://evil.example/l)",
    "www.evil.example http://evil.example/a x@evil.example",
    "<img src=http://evil.example/i onerror=alert(1)>",
    "</b></td></script><script>fetch('http://evil.example')</script>",
    "<a href=javascript:alert(1)>x</a><style>*{display:none}</style>",
    "$\\frac{1}{2}$ $$x^2$$",
    ":material/face: :smile: :100: :streamlit:",
    ":red[x] :blue-background[y] :small[z] :material/face:",
    "`code` **bold** _italic_ ~~gone~~",
    "# heading > quote - list <- a -> b -- c",
    '=HYPERLINK("http://evil.example","x")',
    "+1+cmd|'/C calc'!A0",
    "@SUM(1+1)*cmd|'/C calc'!A0",
    "{0} {name} %s &lt;b&gt; &copy; \\* \ufffe\ufdd0",
)
ALL = "![x](http://evil.example/p) www.evil.example <img src=x onerror=alert(1)> $\\frac12$ :material/face: :red[r] =1"
"""Most of the payloads in one name, which may have 120 letters at most."""


def regency(folder: Path, names=PAYLOADS, region: str = ALL) -> Baseline:
    """The made-up regency with such names; its notes and readings are such texts too."""
    shutil.copytree(BASELINES / "contoh", folder)
    with open(folder / "units.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for i, row in enumerate(rows):
        row["name"] = f"{names[i % len(names)]} {i + 1:02}"[-120:]
    with open(folder / "units.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    facts = json.loads((folder / "baseline.json").read_text(encoding="utf-8"))
    both = {"id": region, "en": region}
    facts |= {"title": both, "region": region, "reading": both, "open_questions": [both]}
    for known in (*facts["history"], *facts["facts"]):
        known["note"] = both
    (folder / "baseline.json").write_text(json.dumps(facts), encoding="utf-8")
    return read_baseline(folder)


def scenario(name: str = ALL, baseline: str = "contoh") -> Scenario:
    """A shipped scenario with such a text in every free-text field."""
    texts = dict.fromkeys(("question", "expectation", "finding", "decision"), name)
    decision = Decision(**texts, owner=name, date="2026-11-28")
    shipped, _ = load("contoh")
    return shipped.model_copy(
        update={
            "name": name,
            "parent": name,
            "author": name,
            "description": f"{name}\n\n    {name}",
            "baseline": baseline,
            "decisions": (decision,),
        }
    )


def actuals(baseline: Baseline, words: str = ALL) -> Actuals:
    """Two months of actuals, recorded by somebody with such a name from a file with such a name."""
    when = datetime(2026, 1, 5, 8, 7).isoformat()
    units = {code: {"enrolled": int(n * 0.9)} for code, n in zip(baseline.codes, baseline.enrolled)}
    lines = [("2025-09", TOTAL, {"enrolled": 950, "paid_up": 900}), ("2025-10", TOTAL, {"enrolled": 960})]
    lines += [("2025-10", code, of) for code, of in units.items()]
    return Actuals(Record(when, words, words, *line) for line in lines)
