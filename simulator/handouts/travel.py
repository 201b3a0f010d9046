"""The travelling file: one HTML page that projects by itself, without a server or a connection."""

import base64
import hashlib
import json
import math
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from simulator.errors import Problem, UserError
from simulator.handouts import travel_origins
from simulator.handouts.stamp import marks_legend, source_keys, stamp_lines
from simulator.live.bundle import bundled
from simulator.live.export import exported
from simulator.model.months import month_number
from simulator.model.scenario import LEVERS, scenario_json
from simulator.report.charts import theme
from simulator.report.charts.money import paid_before, views
from simulator.report.context import Context
from simulator.report.explain.cited import reference_keys
from simulator.report.explain.explanation import Explanation, quantity
from simulator.report.sentences.levers import today_level
from simulator.report.sentences.settings import setting_card
from simulator.report.sentences.unit_names import row_name, status_text
from simulator.report.tables.assumptions import IN_FORCE
from simulator.report.tables.units import UnitTable, sum_figure, unit_table
from simulator.words import LANGUAGES, Lang, all_texts, template, text
from simulator.words.provenance import basis_name

STYLE = Path(__file__).with_name("travel.css")
WORDS = (
    "app.language",
    "basis.",
    "chart.",
    "compare.",
    "header.reset",
    "headline.",
    "origin.",
    "overview.",
    "past.",
    "scenarios.copy_of",
    "side.",
    "travel.",
    "unit.",
    "units.",
    "value.",
)
"""Prefixes of the keys of texts that the page may show."""
LEFT_OUT = ("origin.title.", "origin.part.", "origin.note.", "units.sheet.")
LOOKS = {
    "target": theme.TARGET_LOOK,
    "observed": theme.OBSERVED_LOOK,
    "projection": theme.PROJECTION_LOOK,
    "payouts": theme.PAYOUTS_LOOK,
    "actual": theme.ACTUAL_LOOK,
    "claims": theme.CLAIMS_LOOK,
}
RECORDED = ("enrolled", "contributions_idr", "claims_idr")
"""The recorded figures that the page's charts show."""


def travel_bytes(contexts: Sequence[Context], lang: Lang, today: date, *, unsaved: bool = False) -> bytes:
    """The page of scenarios on one set of data; it opens with the first.

    Raises UserError for a scenario on other data.
    """
    check_one_data(contexts)
    state = _scenario(contexts[0])
    style = f"{theme.CSS_VARIABLES}\n{STYLE.read_text(encoding='utf-8')}"
    script = bundled("travel.js")
    allowed = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    data = _pack(contexts, lang, today, unsaved)
    no_script = " ".join(escape(text("travel.no_script", of)) for of in LANGUAGES)
    page = (
        f'<!doctype html>\n<html lang="{LANGUAGES[lang].tag}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{allowed}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(data['title'][lang])}</title><style>{style}</style>"
        f'<script type="application/json" id="pack">{_embedded(data)}</script>'
        f'<script type="application/json" id="state">{_embedded(state)}</script>'
        f'<script type="module">{script}</script></head>'
        f"<body><noscript>{no_script}</noscript></body></html>\n"
    )
    return page.encode()


def check_one_data(contexts: Sequence[Context]) -> None:
    """Raise UserError with a problem for every scenario on other data than the first."""
    first = contexts[0].baseline
    problems = [
        Problem("travel_other_data", c.scenario.name, c.baseline.name, allowed=first.name)
        for c in contexts
        if (c.baseline.name, c.baseline.digest) != (first.name, first.digest)
    ]
    if problems:
        raise UserError(*problems)


def _embedded(value: Any) -> str:
    """JSON that is safe in a script element: nothing in it can end the element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).replace(
        "<", "\\u003c"
    )


def _hash(content: str) -> str:
    """The hash by which a content security policy allows a script or style."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"


def _scenario(c: Context) -> dict[str, Any]:
    """The content of a scenario's file, set to the data of the page and without its results record."""
    content: dict[str, Any] = json.loads(scenario_json(c.scenario))
    return content | {"baseline": c.baseline.name, "record": None}


def _pack(contexts: Sequence[Context], lang: Lang, today: date, unsaved: bool) -> dict[str, Any]:
    """Everything on the page except its code: data, scenarios, words, looks, groups, marks and sources."""
    c = contexts[0]
    table = unit_table(c.projection, 0)
    target = c.baseline.fact("target_share")
    explanations = {of: travel_origins.listed(c, of) for of in LANGUAGES}
    findings = {of: [travel_origins.of_finding(one, of) for one in contexts] for of in LANGUAGES}
    return {
        "lang": lang,
        "data": exported(c.baseline, c.programme),
        "scenarios": [_scenario(of) for of in contexts],
        "words": {of: _words(of) for of in LANGUAGES},
        "looks": {
            **{name: asdict(look) for name, look in LOOKS.items()},
            "scenarios": [asdict(look) for look in theme.SCENARIO_LOOKS],
        },
        "groups": _groups(c, table),
        "recorded": {figure: _recorded(c, figure) for figure in RECORDED},
        "paidSoFar": paid_before(c, "since_start") if "since_start" in views(c.projection) else None,
        "marks": {
            "enrolled": quantity(c, "enrolled_now").basis,
            "asn": sum_figure(c, table, "asn").basis,
            "target": "fictitious" if c.baseline.facts.fictitious else target.basis if target else "assumed",
        },
        "targetReference": target.value if target else None,
        "cards": {of: _cards(c, of) for of in LANGUAGES},
        "today": {of: _today(c, of) for of in LANGUAGES},
        "title": {of: text("travel.title", of, title=c.baseline.facts.title[of]) for of in LANGUAGES},
        "stamp": {of: stamp_lines(contexts, of, today, unsaved) for of in LANGUAGES},
        "legend": {of: marks_legend(c, of) for of in LANGUAGES},
        "explained": {of: [travel_origins.row(one, of) for one in explanations[of]] for of in LANGUAGES},
        "finding": {of: [travel_origins.in_full(one, of) for one in findings[of]] for of in LANGUAGES},
        "sources": {
            of: _sources(
                contexts, [*explanations[of], *(one for all_ in findings[of] for one in all_.values())], of
            )
            for of in LANGUAGES
        },
    }


def _groups(c: Context, table: UnitTable) -> list[dict[str, Any]]:
    """Each row of the units' table, with its name and status in both languages and its figures' marks."""
    return [
        {
            "key": row.key,
            "segment": row.segment,
            "units": row.units.tolist(),
            "name": {of: row_name(row, c.baseline, of) for of in LANGUAGES},
            "status": {of: status_text(row, c.baseline, of) for of in LANGUAGES},
            **{figure: marks[i] for figure, marks in table.bases.items()},
        }
        for i, row in enumerate(table.rows)
    ]


def _words(lang: Lang) -> dict[str, Any]:
    """The texts that the page may show in one language, and how it writes numbers and months."""
    keys = [key for key, *_ in all_texts() if key.startswith(WORDS) and not key.startswith(LEFT_OUT)]
    return {
        "lang": lang,
        "texts": {key: template(key, lang) for key in keys},
        **{
            name: getattr(LANGUAGES[lang], name)
            for name in ("decimal_mark", "thousands_mark", "months", "short_months", "scales")
        },
    }


def _today(c: Context, lang: Lang) -> dict[str, str]:
    """By the path of a lever that is a floor, today's level of the units that take part."""
    levels = {path: today_level(c, path, lang) for path in LEVERS if path.endswith("target_share")}
    return {path: str(level[1]) for path, level in levels.items() if level}


def _cards(c: Context, lang: Lang) -> dict[str, str]:
    """By path, what a setting does, with its bounds, reference value and sources."""
    return {
        path: " ".join(setting_card(path, reference_keys(path, c.baseline), c.sources, lang))
        for path in IN_FORCE
    }


def _recorded(c: Context, figure: str) -> dict[str, dict[str, float | str]]:
    """A figure by month, from the history or as recorded, each with its mark."""
    months = dict.fromkeys([*(point.month for point in c.baseline.facts.history), *c.actuals.months()])
    numbers = {
        month: quantity(c, "actual_in", figure=figure, month=month_number(month) - c.baseline.month)
        for month in months
    }
    return {
        month: {"value": number.number, "mark": number.basis}
        for month, number in numbers.items()
        if not math.isnan(number.number)
    }


def _sources(contexts: Sequence[Context], explanations: Sequence[Explanation], lang: Lang) -> list[list[str]]:
    """Key, title, publisher, date and mark of every source behind the numbers or cited in an explanation."""
    of = contexts[0].sources
    cited = {key for one in explanations for key in one.sources}
    behind = cited.union(source_keys(contexts))
    return [
        [key, of[key].title[lang], of[key].publisher[lang], of[key].date, basis_name(of[key].basis, lang)]
        for key in of
        if key in behind
    ]
