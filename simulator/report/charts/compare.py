"""Several scenarios as lines of one chart, with the table and the words behind it; lists run along the chosen scenarios."""

import html
import math
import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from simulator.model.actuals import NOTHING_RECORDED, Actuals
from simulator.model.metrics import METRICS, target_workers
from simulator.model.months import month_name
from simulator.model.projection import Projection
from simulator.planning.comparison import on_same_data
from simulator.report.charts.theme import SCENARIO_STYLES, TARGET, TARGET_LINE, TEXT, VEIL, month_ticks
from simulator.words import Lang, text
from simulator.words.numbers import month_long, month_short, people, percent, ratio, rupiah_short

HEIGHT = 400
LABEL_WIDTH, LABEL_LETTERS, LABEL_LINE = 160, 17, 17  # pixels, letters a line, pixels a line
PLOT_SHARE = 0.85  # of the height, without the months below
MILLION = 1e6


@dataclass(frozen=True)
class Charted:
    """A monthly series a chart can show, from month `start` on; `shown` words one value."""

    unit: str
    start: int
    series: Callable[[Projection], np.ndarray]  # [months from 0]
    shown: Callable[[float, Lang], str]


def _summed(name: str) -> Callable[[Projection], np.ndarray]:
    def series(p: Projection) -> np.ndarray:
        return np.concatenate(([0.0], np.cumsum(METRICS[name].series(p)[1:])))

    return series


CHARTS = {
    "enrolled": Charted("people", 0, METRICS["enrolled"].series, people),
    "coverage_share": Charted("share", 0, METRICS["coverage_share"].series, percent),
    "contributions_idr": Charted("idr", 1, METRICS["contributions_idr"].series, rupiah_short),
    "payouts_idr": Charted("idr", 1, METRICS["payouts_idr"].series, rupiah_short),
    "cumulative_contributions_idr": Charted("idr", 0, _summed("contributions_idr"), rupiah_short),
    "cumulative_payouts_idr": Charted("idr", 0, _summed("payouts_idr"), rupiah_short),
    "claims_ratio": Charted("ratio", 1, METRICS["claims_ratio"].series, ratio),
}
SCALE = {"people": 1.0, "share": 100.0, "idr": 1 / MILLION, "ratio": 1.0}


def series(projections: list[Projection], metric: str) -> list[dict[int, float | None]]:
    """A metric of each projection by month number, to its own end; None where the number does not exist."""
    charted = CHARTS[metric]
    lines = []
    for p in projections:
        values = zip(p.months.tolist()[charted.start :], charted.series(p).tolist()[charted.start :])
        lines.append({month: None if math.isnan(value) else value for month, value in values})
    return lines


def missing_total(projections: list[Projection], month: int, today: int, actuals: Actuals) -> bool:
    """Whether a month number is a projected one that is over, and nobody recorded its enrolled total."""
    p = projections[0]
    past = min(p.baseline.month for p in projections) < month < today
    return past and actuals.total(month_name(month), p.baseline.codes, "enrolled") is None


def _came(projections: list[Projection], metric: str, lang: Lang, actuals: Actuals) -> list[dict[str, Any]]:
    """What came true, as marks beside the lines, where all scenarios stand on the same data and somebody recorded it."""
    p = projections[0]
    recorded = {
        month: actuals.total(month_name(month), p.baseline.codes, metric) for month in p.months.tolist()[1:]
    }
    known = {month: value for month, value in recorded.items() if value is not None}
    if metric not in ("enrolled", "contributions_idr") or not known or not on_same_data(projections):
        return []
    charted, word = CHARTS[metric], text("overview.actual", lang)
    return [
        {
            "type": "scatter",
            "mode": "markers+text",
            "x": _dates(known),
            "y": [value * SCALE[charted.unit] for value in known.values()],
            "marker": {"color": TEXT, "symbol": "square", "size": 8},
            "text": [""] * (len(known) - 1) + [word],
            "textposition": "bottom center",
            "hovertext": [
                f"{word} {month_short(month, lang)}: {charted.shown(value, lang)}"
                for month, value in known.items()
            ],
            "hoverinfo": "text",
        }
    ]


def figure(
    projections: list[Projection],
    names: list[str],
    metric: str,
    lang: Lang,
    actuals: Actuals = NOTHING_RECORDED,
) -> dict[str, Any]:
    """One line a scenario, named at its end, with the target where all share one and what came true; x are months, y the metric's unit."""
    charted = CHARTS[metric]
    scale = SCALE[charted.unit]
    lines = series(projections, metric)
    target = shared_target(projections, metric, max(lines, key=len))
    came = _came(projections, metric, lang, actuals)
    highest = max(
        (v * scale for line in (*lines, target) for v in line.values() if v is not None), default=0.0
    )
    top = 1.08 * max(highest, *(v for marks in came for v in marks["y"]), 0.0) or 1.0
    data, ends = [], []
    for name, line, style in zip(names, lines, SCENARIO_STYLES):
        x, y = _dates(line), [None if v is None else v * scale for v in line.values()]
        hover = [
            f"<b>{html.escape(name)}</b><br>{month_short(month, lang)}: {charted.shown(value, lang)}"
            for month, value in line.items()
        ]
        data.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "x": x,
                "y": y,
                "text": hover,
                "hoverinfo": "text",
                "name": html.escape(name),
                "line": style["line"],
                "marker": style["marker"] | {"maxdisplayed": 8},
                "cliponaxis": False,
            }
        )
        ends += [
            (x[i], y[i], name, style["line"]["color"]) for i in reversed(range(len(y))) if y[i] is not None
        ][:1]
    annotations = _end_labels(ends, top)
    if target:
        data.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": _dates(target),
                "y": [v * scale for v in target.values()],
                "line": TARGET_LINE,
                "hoverinfo": "skip",
            }
        )
        share = percent(projections[0].scenario.target.coverage_share, lang)
        annotations.append(
            {
                "x": data[-1]["x"][0],
                "y": data[-1]["y"][0],
                "text": text("compare.target_line", lang, share=share),
                "showarrow": False,
                "xanchor": "left",
                "yanchor": "bottom",
                "font": {"color": TARGET},
            }
        )
    data += came
    dates = sorted(date for line in data for date in line["x"])
    return {
        "data": data,
        "layout": {
            "margin": {"r": LABEL_WIDTH},
            "annotations": annotations,
            "xaxis": {
                "type": "date",
                "tickformat": "%b %Y",
                "range": [dates[0], dates[-1]],
                **month_ticks(len(set(dates)), 8),
            },
            "yaxis": {
                "range": [0, top],
                "title": {"text": text(f"chart.axis.{charted.unit}", lang)},
                "tickformat": ",.2~f" if charted.unit == "ratio" else ",.1~f",
            },
        },
    }


def _dates(months: Iterable[int]) -> list[str]:
    return [f"{month_name(month)}-01" for month in months]


def shared_target(projections: list[Projection], metric: str, months: Iterable[int]) -> dict[int, float]:
    """The target by month number, where all scenarios ask for the same; empty otherwise."""
    p = max(projections, key=lambda p: p.months[-1])
    if len({q.scenario.target.coverage_share for q in projections}) > 1:
        return {}
    if metric == "coverage_share":
        return dict.fromkeys(months, p.scenario.target.coverage_share)
    same_asn = (
        on_same_data(projections)
        and len({q.scenario.workforce.asn_growth_per_year for q in projections}) == 1
    )
    if metric != "enrolled" or not same_asn:
        return {}
    asked = dict(zip(p.months.tolist(), target_workers(p).tolist()))
    return {month: asked[month] for month in months}


def _end_labels(ends: list[tuple[str, float, str, str]], top: float) -> list[dict[str, Any]]:
    """Names beside the ends of their lines, moved apart where they would cover each other; a short line leads to each."""
    plot = HEIGHT * PLOT_SHARE
    labels = []
    free = plot  # pixels from below under which the next label may end
    for x, y, name, colour in sorted(ends, key=lambda end: -end[1]):
        written = textwrap.wrap(name, LABEL_LETTERS, max_lines=3, placeholder=" …") or [name]
        height = LABEL_LINE * len(written)
        at = min(y / top * plot, free - height / 2)
        free = at - height / 2
        labels.append([at, x, y, written, colour, height])
    floor = 0.0  # what slid below the axis moves up again
    for label in reversed(labels):
        label[0] = max(label[0], floor + label[5] / 2)
        floor = label[0] + label[5] / 2
    return [
        {
            "x": x,
            "y": y,
            "text": "<br>".join(html.escape(line) for line in written),
            "align": "left",
            "xanchor": "left",
            "ax": 22,
            "ay": y / top * plot - at,
            "showarrow": True,
            "arrowhead": 0,
            "arrowwidth": 1,
            "arrowcolor": colour,
            "standoff": 3,
            "font": {"size": 13},
            "bgcolor": VEIL,
        }
        for at, x, y, written, colour, _ in labels
    ]


def chart_table(
    projections: list[Projection],
    names: list[str],
    metric: str,
    today: int,
    lang: Lang,
    actuals: Actuals = NOTHING_RECORDED,
) -> list[list[str]]:
    """The figures behind the chart, a row a month; months already past say where actual figures are missing."""
    charted, lines = CHARTS[metric], series(projections, metric)
    rows = [[text("compare.month", lang), *names]]
    for month in sorted(set().union(*lines)):
        shown = month_long(month, lang)
        if missing_total(projections, month, today, actuals):
            shown = text("compare.past_month", lang, month=shown)
        rows.append([shown, *(charted.shown(line.get(month), lang) for line in lines)])
    return rows


def chart_alt(projections: list[Projection], names: list[str], metric: str, lang: Lang) -> str:
    """What the chart says, in words."""
    charted, lines = CHARTS[metric], series(projections, metric)
    said = []
    for name, line in zip(names, lines):
        values = list(line.values())
        said.append(
            text(
                "compare.alt_line",
                lang,
                name=name,
                start=charted.shown(values[0], lang),
                end=charted.shown(values[-1], lang),
            )
        )
    months = sorted(set().union(*lines))
    return text(
        "compare.alt",
        lang,
        metric=text(f"chart.{metric}", lang),
        first=month_long(months[0], lang),
        last=month_long(months[-1], lang),
        lines="; ".join(said),
    )
