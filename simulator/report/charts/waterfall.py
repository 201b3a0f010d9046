"""A waterfall from one value over its parts to another, drawn downwards so that long names have room."""

import html
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from simulator.model.metrics import METRICS
from simulator.report.charts.compare import SCALE
from simulator.report.charts.theme import BACKGROUND, MUTED, TEXT
from simulator.report.sentences.attribution import Line, WhyTheyDiffer
from simulator.report.tables.table import Column, Row, Table
from simulator.words import Lang, text
from simulator.words.numbers import NO_BREAK, shown, unbroken
from simulator.words.sentence import Sentence, joined, sentence

LETTERS, LINE_PX, BAR_PX, GAP_PX = 38, 19, 18, 12  # of a name; a line must also fit beside a telephone's edge
BELOW_PX = 58  # ticks and the name of the axis
UP, DOWN = "#0072b2", "#d55e00"  # Okabe and Ito: told apart by every kind of eye; less is hatched too
ROOM = 0.05  # of what is drawn, left free on either side
FROM_ZERO = 0.5  # of the largest value: if nothing lies lower than this, the axis is cut


@dataclass(frozen=True)
class Step:
    """A line of the waterfall, and the level before and after it in the metric's unit; equal for an end."""

    name: str
    shown: str
    start: float
    end: float


@dataclass(frozen=True)
class Waterfall:
    """A waterfall as drawn, `height` pixels high, what it says in words, and the table behind it."""

    figure: dict[str, Any]
    height: int
    alt: str
    table: Table


def waterfall_of(why: WhyTheyDiffer, lang: Lang) -> Waterfall:
    """The waterfall from one end of a difference over its parts to the other."""
    one, other = why.ends
    level, steps = one.exact, []
    for part in why.parts:
        steps.append(_step(part, level, level + part.exact))
        level += part.exact
    figure, height = waterfall(
        _step(one, one.exact, one.exact), steps, _step(other, other.exact, other.exact), why.metric, lang
    )
    parts = joined(
        (joined((part.name, Sentence(lang, (part.quantity,))), lang, ": ") for part in why.parts), lang, "; "
    )
    alt = sentence(
        "attribution.alt",
        lang,
        a=one.name,
        b=other.name,
        before=one.quantity,
        after=other.quantity,
        parts=parts,
    )
    columns = (
        Column(text("attribution.column.part", lang)),
        Column(text("attribution.column.value", lang), is_number=True),
    )
    rows = tuple(Row((line.name, line.quantity)) for line in (one, *why.parts, why.total, other))
    return Waterfall(figure, height, str(alt), Table(columns, rows))


def _step(line: Line, start: float, end: float) -> Step:
    return Step(str(line.name), shown(line.quantity, line.name.lang), start, end)


def waterfall(
    first: Step, parts: Sequence[Step], last: Step, metric: str, lang: Lang
) -> tuple[dict[str, Any], int]:
    """The figure and its height in pixels: name and number over each bar, each bar beginning where the one above it ends."""
    unit = METRICS[metric].unit
    scale = SCALE.get(unit, 1.0)
    lines = [_written(step) for step in (first, *parts, last)]
    tops = [0]
    for written in lines:
        tops.append(tops[-1] + LINE_PX * len(written) + BAR_PX + GAP_PX)
    middles = [top + LINE_PX * len(written) + BAR_PX / 2 for top, written in zip(tops, lines)]
    low, high, cut = _range(
        [level * scale for step in (first, *parts, last) for level in (step.start, step.end)]
    )
    hover = [f"<b>{html.escape(step.name)}</b><br>{step.shown}" for step in parts]
    less = [step.end < step.start for step in parts]
    data: list[dict[str, Any]] = [
        _connectors(first, parts, middles, scale),
        {
            "type": "bar",
            "orientation": "h",
            "base": [step.start * scale for step in parts],
            "x": [(step.end - step.start) * scale for step in parts],
            "y": middles[1:-1],
            "width": BAR_PX,
            "hovertext": hover,
            "hoverinfo": "text",
            "marker": {
                "color": [DOWN if fewer else UP for fewer in less],
                "line": {"color": TEXT, "width": 1},
                "pattern": {
                    "shape": ["/" if fewer else "" for fewer in less],
                    "fgcolor": BACKGROUND,
                    "size": 6,
                    "solidity": 0.3,
                },
            },
        },
        {
            "type": "scatter",
            "mode": "markers",
            "x": [first.start * scale, last.end * scale],
            "y": [middles[0], middles[-1]],
            "cliponaxis": False,
            "marker": {"symbol": "diamond", "size": 14, "color": TEXT},
            "hovertext": [f"<b>{html.escape(s.name)}</b><br>{s.shown}" for s in (first, last)],
            "hoverinfo": "text",
        },
    ]
    axis = text("attribution.axis.units" if unit == "units" else f"chart.axis.{unit}", lang)
    names = [
        {
            "xref": "paper",
            "x": 0,
            "xanchor": "left",
            "yref": "y",
            "y": top,
            "yanchor": "top",
            "align": "left",
            "showarrow": False,
            "text": "<br>".join(written),
            "font": {"size": 14, "color": TEXT},
            "bgcolor": BACKGROUND,
            "borderpad": 0,
        }
        for top, written in zip(tops, lines)
    ]
    return {
        "data": data,
        "layout": {
            "margin": {"l": 12, "r": 28, "t": 4, "b": BELOW_PX},
            "annotations": names,
            "xaxis": {
                "range": [low, high],
                "showgrid": True,
                "automargin": False,
                "nticks": 6,
                "tickformat": ",.2~f",
                "title": {"text": text("attribution.axis.cut", lang, axis=axis) if cut else axis},
            },
            "yaxis": {"range": [tops[-1], 0], "visible": False, "automargin": False},
        },
    }, tops[-1] + BELOW_PX + 4


def _written(step: Step) -> list[str]:
    """The number in bold and the name, on as many lines as they take, three at most."""
    first, *rest = textwrap.wrap(
        f"{step.shown.replace(' ', NO_BREAK)}  {unbroken(step.name)}", LETTERS, max_lines=3, placeholder=" …"
    )
    number, name = first[: len(step.shown)], first[len(step.shown) :]
    return [f"<b>{html.escape(number)}</b>{html.escape(name)}", *map(html.escape, rest)]


def _range(levels: list[float]) -> tuple[float, float, bool]:
    """Both ends of the axis, and whether it is cut: levels close together far from zero would all look the same."""
    low, high = min(levels), max(levels)
    cut = low > FROM_ZERO * high
    low = low if cut else min(0.0, low)
    room = ROOM * (high - low) or 1.0
    return low - room * (cut or low < 0), high + room, cut


def _connectors(first: Step, parts: Sequence[Step], middles: list[float], scale: float) -> dict[str, Any]:
    """Upright lines from each level to the bar that goes on from it."""
    x: list[float | None] = []
    y: list[float | None] = []
    for level, above, below in zip([first.start, *(step.end for step in parts)], middles, middles[1:]):
        x += [level * scale, level * scale, None]
        y += [above, below, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {"color": MUTED, "width": 1, "dash": "dot"},
        "hoverinfo": "skip",
    }
