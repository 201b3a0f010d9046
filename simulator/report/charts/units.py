"""Ranking and heat map of the units, as plain dicts for Plotly, each with its title, alternative text and table."""

from dataclasses import dataclass
from html import escape
from typing import Any

import numpy as np

from simulator.model.metrics import JOINED_THRESHOLD
from simulator.model.months import month_name
from simulator.model.projection import Projection
from simulator.planning.groups import unit_groups
from simulator.report.charts.theme import ACCENT, BACKGROUND, COVERAGE_STEPS, TARGET, month_ticks
from simulator.report.sentences.unit_names import counted, row_name
from simulator.report.tables.units import UnitTable, ranked, row_coverage
from simulator.words import Lang, text
from simulator.words.numbers import month_long, month_short, people, percent

STEP_STARTS = (0.0, 0.2, 0.4, 0.6, 0.8)  # coverage from which a colour of COVERAGE_STEPS holds
NAME_LENGTH = 32
LABEL_WIDTH = 150  # pixels right of the ranking's bars
ROW_HEIGHT, AXIS_HEIGHT = 19, 56  # pixels of a chart with a line for every row


@dataclass(frozen=True)
class UnitFigure:
    """A chart with everything that goes with it; `table` is rows of worded cells, the first one the header, `height` is in pixels."""

    figure: dict[str, Any]
    title: str
    alt: str
    table: list[list[str]]
    height: int


def shortened(name: str, length: int = NAME_LENGTH) -> str:
    """A name that fits its place; what is cut off is marked, and shown in full on hover."""
    return name if len(name) <= length else f"{name[: length - 1].rstrip()}…"


def coverage_colour(share: float) -> str:
    """The colour of a coverage, by its step."""
    return COVERAGE_STEPS[int(np.searchsorted(STEP_STARTS, share, side="right")) - 1]


def step_labels(lang: Lang) -> list[tuple[str, str]]:
    """Colour and words of each step, low to high."""
    ends = [*STEP_STARTS[1:], None]
    words = [
        text("units.step.last", lang, low=percent(low, lang))
        if high is None
        else text("units.step", lang, low=percent(low, lang), high=percent(high, lang))
        for low, high in zip(STEP_STARTS, ends)
    ]
    return list(zip(COVERAGE_STEPS, words))


def ranking(table: UnitTable, lang: Lang) -> UnitFigure:
    """Rows by projected workers per ASN in the table's month, most on top, with the floor as a line."""
    p, order = table.projection, ranked(table)
    names = [row_name(table.rows[i], p.baseline, lang) for i in order]
    shares = table.projected_share[order].tolist()
    missing = [table.whole["to_asn"][i] for i in order]
    said = [
        text(
            "units.ranking.bar" if n else "units.ranking.bar.full",
            lang,
            coverage=percent(s, lang, 1),
            missing=people(n, lang),
        )
        for s, n in zip(shares, missing)
    ]
    places = list(range(len(order)))[::-1]  # the first on top
    end = max(1.0, *shares)
    floors = [(table.floor[i], place) for i, place in zip(order, places) if table.floor[i] > 0]
    data = [
        {
            "type": "bar",
            "orientation": "h",
            "y": places,
            "x": [round(s, 6) for s in shares],
            "marker": {"color": ACCENT},
            "width": 0.62,
            "hovertext": [f"{escape(name)}<br>{words}" for name, words in zip(names, said)],
            "hoverinfo": "text",
        },
        {
            "type": "scatter",
            "mode": "markers",
            "x": [min(f, end) for f, _ in floors],
            "y": [place for _, place in floors],
            "marker": {"symbol": "line-ns-open", "size": 14, "line": {"color": TARGET, "width": 2}},
            "hoverinfo": "text",
            "hovertext": [text("units.ranking.floor", lang, floor=percent(f, lang, 1)) for f, _ in floors],
        },
    ]
    # Beside the plot and not at the bars' ends: clear of the floors, and readable on a phone, where the bars are short.
    data.append(
        {
            "type": "scatter",
            "mode": "text",
            "x": [end] * len(order),
            "y": places,
            "text": said,
            "textposition": "middle right",
            "hoverinfo": "skip",
            "cliponaxis": False,
            "textfont": {"size": 13},
        }
    )
    layout = {
        "xaxis": {
            "range": [0, end],
            "tickvals": _ticks(end),
            "ticktext": [percent(tick, lang) for tick in _ticks(end)],
            "title": {"text": text("units.ranking.axis", lang)},
            "showgrid": True,
        },
        "margin": {"r": LABEL_WIDTH},
        "yaxis": _row_axis(names, places),
        "bargap": 0.2,
    }
    most = int(np.argmax(table.whole["to_asn"]))
    title = text(
        "units.ranking.title" if any(missing) else "units.ranking.title.full",
        lang,
        month=month_long(int(p.months[table.month]), lang),
        name=shortened(row_name(table.rows[most], p.baseline, lang), 60),
        number=people(table.whole["to_asn"][most], lang),
        all=people(table.total("to_asn"), lang),
    )
    header = [
        "units.column.name",
        "units.ranking.coverage",
        "units.column.projected",
        "units.column.asn",
        "units.column.to_asn",
    ]
    rows = [
        [
            name,
            percent(s, lang, 1, trim=False),
            *(people(table.whole[k][i], lang) for k in ("projected", "asn_then", "to_asn")),
        ]
        for name, s, i in zip(names, shares, order)
    ]
    labels = [text(key, lang, month=month_short(int(p.months[table.month]), lang)) for key in header]
    alt = text(
        "units.ranking.alt",
        lang,
        title=title,
        first=names[0],
        first_said=said[0],
        last=names[-1],
        last_said=said[-1],
    )
    return UnitFigure({"data": data, "layout": layout}, title, alt, [labels, *rows], _height(len(order)))


def heat_map(p: Projection, lang: Lang) -> UnitFigure:
    """Coverage of every row in every month, in the steps of the tile map; white where nobody is enrolled."""
    rows = unit_groups(p.baseline)
    names = [row_name(row, p.baseline, lang) for row in rows]
    coverage = row_coverage(p, rows)
    places = list(range(len(rows)))[::-1]
    months = [f"{month_name(int(m))}-01" for m in p.months]
    scale = [[0, BACKGROUND], [1e-9, BACKGROUND]] + [
        [position, colour]
        for low, high, colour in zip(STEP_STARTS, (*STEP_STARTS[1:], 1.0), COVERAGE_STEPS)
        for position in (max(low, 1e-9), high)
    ]
    data = [
        {
            "type": "heatmap",
            "x": months,
            "y": places,
            "z": np.round(coverage, 4).tolist(),
            "zmin": 0,
            "zmax": 1,
            "colorscale": scale,
            "showscale": False,
            "xgap": 1 if len(months) <= 61 else 0,
            "ygap": 2,
            "hovertemplate": "%{customdata}<br>%{x|%b %Y}: %{z:.1%}<extra></extra>",
            "customdata": [[escape(name)] * len(months) for name in names],
        }
    ]
    layout = {
        "xaxis": {"tickformat": "%b %Y", "title": {"text": ""}, **month_ticks(len(months), 8)},
        "yaxis": _row_axis(names, places),
    }
    first, last = (month_long(int(p.months[t]), lang) for t in (0, -1))
    nobody = [row for row, share in zip(rows, coverage[:, -1]) if share < JOINED_THRESHOLD]
    title = text(
        "units.heat.title.some" if nobody else "units.heat.title.all",
        lang,
        units=counted(None, nobody, lang),
        month=last,
    )
    alt = text("units.heat.alt", lang, title=title, rows=people(len(rows), lang), first=first, last=last)
    worded = {whole: percent(whole / 100, lang, 0) for whole in np.unique(_whole_percent(coverage)).tolist()}
    table = [
        [text("units.column.name", lang), *(month_short(int(m), lang) for m in p.months)],
        *(
            [name, *(worded[whole] for whole in of_row)]
            for name, of_row in zip(names, _whole_percent(coverage).tolist())
        ),
    ]
    return UnitFigure({"data": data, "layout": layout}, title, alt, table, _height(len(rows)))


def _row_axis(names: list[str], places: list[int]) -> dict[str, Any]:
    """A line for every row; the whole name shows where a bar or cell is pointed at."""
    return {
        "tickvals": places,
        "ticktext": [escape(shortened(name)) for name in names],
        "showgrid": False,
        "range": [-0.6, len(names) - 0.4],
    }


def _ticks(end: float) -> list[float]:
    step = 0.25 if end <= 1.5 else 0.5 if end <= 3 else 2.0
    return [round(step * i, 2) for i in range(int(end / step + 1e-9) + 1)]


def _whole_percent(coverage: np.ndarray) -> np.ndarray:
    return np.floor(coverage * 100 + 0.5).astype(int)


def _height(rows: int) -> int:
    return AXIS_HEIGHT + ROW_HEIGHT * max(rows, 4)


__all__ = ["UnitFigure", "STEP_STARTS", "shortened", "coverage_colour", "step_labels", "ranking", "heat_map"]
