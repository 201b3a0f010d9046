"""The map of the kecamatan in their real shapes, in the colours of the tile map, drawn from the baseline's own file alone."""

import math
from collections.abc import Sequence
from html import escape

from simulator.model.boundary import Boundary, Ring
from simulator.report.charts.theme import BACKGROUND, HATCH, MUTED, text_on
from simulator.report.charts.unit_tiles import HATCH_LINE, known_shares, lines_of, shares_table, shares_title
from simulator.report.charts.units import UnitFigure, coverage_colour
from simulator.report.tables.units import UnitTable
from simulator.words import Lang, text
from simulator.words.numbers import people, percent

MAP_HEIGHT = 460  # pixels
Part = Sequence[Ring]  # the outer edge, then holes


def shape_map(units: UnitTable, places: Sequence[Boundary], lang: Lang) -> UnitFigure:
    """One filled shape a kecamatan, coloured or hatched as its tile would be; its mark's `customdata` is the key of its sheet, or empty.

    Where names would lie on one another, the chart writes those of the larger shapes.
    """
    boundaries = sorted(
        places, key=lambda b: -sum(map(_area, b.parts))
    )  # what lies within another comes above it
    known = known_shares(units)
    shares = [known.get(b.code) for b in boundaries]
    said = [
        text("units.tiles.unknown", lang) if share is None else percent(share, lang, 0) for share in shares
    ]
    data = [_shape(*drawn) for drawn in zip(boundaries, shares, said)]
    grounds = [BACKGROUND if share is None else coverage_colour(share) for share in shares]
    centres = [_centre(max(b.parts, key=_area)) for b in boundaries]
    data.append(
        {  # a fill cannot be clicked, so each shape has a mark in its middle that can
            "type": "scatter",
            "mode": "markers+text",
            "x": [x for x, _ in centres],
            "y": [y for _, y in centres],
            "showlegend": False,
            "marker": {"size": 26, "opacity": 0},
            "textfont": {
                "size": 11,
                "color": [text_on(g) for g in grounds],
                "shadow": [_outline(g) for g in grounds],
            },
            "text": [
                lines_of(b.name, "" if share is None else words)
                for b, share, words in zip(boundaries, shares, said)
            ],
            "hovertext": [f"{escape(b.name)}: {words}" for b, words in zip(boundaries, said)],
            "hoverinfo": "text",
            "customdata": [b.code if b.code in known else "" for b in boundaries],
        }
    )
    middle = sum(y for _, y in centres) / len(centres)
    layout = {
        "xaxis": {"visible": False},
        "yaxis": {
            "visible": False,
            "scaleanchor": "x",
            "scaleratio": 1 / max(0.05, math.cos(math.radians(middle))),
        },
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "showlegend": False,
        "meta": {"names_apart": True},
    }
    title = shares_title(units, shares, lang)
    return UnitFigure(
        {"data": data, "layout": layout},
        title,
        text("units.shapes.alt", lang, title=title, shapes=people(len(boundaries), lang)),
        shares_table(
            [b.name for b in places],
            [dict(zip((b.code for b in boundaries), said))[b.code] for b in places],
            lang,
        ),
        MAP_HEIGHT,
    )


def _shape(boundary: Boundary, share: float | None, words: str) -> dict:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for outer, *holes in boundary.parts:
        for ring in (
            _turned(outer, 1),
            *(_turned(hole, -1) for hole in holes),
        ):  # a hole is drawn the other way round, so that it stays empty
            xs += [*(x for x, _ in ring), None]
            ys += [*(y for _, y in ring), None]
    fill = (
        {"fillpattern": {**HATCH, "fgcolor": HATCH_LINE}}
        if share is None
        else {"fillcolor": coverage_colour(share)}
    )
    return {
        "type": "scatter",
        "mode": "lines",
        "fill": "toself",
        "x": xs[:-1],
        "y": ys[:-1],
        "line": {"color": MUTED, "width": 1},
        "hoveron": "fills",
        "hoverinfo": "text",
        "text": f"{escape(boundary.name)}: {words}",
        "showlegend": False,
        **fill,
    }


def _outline(colour: str) -> str:
    """A rim around letters, so that they are read also where they reach over into the next shape."""
    return ", ".join(f"{x}px {y}px 1px {colour}" for x in (-1, 1) for y in (-1, 1))


def _signed_area(ring: Ring) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:])) / 2


def _turned(ring: Ring, way: int) -> Ring:
    """The ring against the clock for 1, with it for -1."""
    return ring if _signed_area(ring) * way >= 0 else ring[::-1]


def _area(part: Part) -> float:
    outer, *holes = (abs(_signed_area(ring)) for ring in part)
    return outer - sum(holes)


def _centre(part: Part) -> tuple[float, float]:
    """The point in the middle of the widest stretch across a part at half its height, which lies inside it also where it is bent or has a hole."""
    ys = [y for _, y in part[0]]
    level = (min(ys) + max(ys)) / 2
    crossings = sorted(
        x1 + (level - y1) / (y2 - y1) * (x2 - x1)
        for ring in part
        for (x1, y1), (x2, y2) in zip(ring, ring[1:])
        if (y1 > level) != (y2 > level)
    )
    stretches = list(zip(crossings[::2], crossings[1::2]))
    if not stretches:  # a ring without height
        return part[0][0]
    left, right = max(stretches, key=lambda stretch: stretch[1] - stretch[0])
    return (left + right) / 2, level
