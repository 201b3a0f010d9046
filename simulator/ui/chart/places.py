"""Draws the map of the kecamatan with Plotly: equal squares, or the real shapes of a baseline's file."""

import math
from collections.abc import Sequence
from html import escape
from itertools import pairwise
from typing import Any

from simulator.model.boundary import Boundary, Ring
from simulator.model.tile import Tile
from simulator.report.charts.coverage import coverage_colour
from simulator.report.charts.names import shortened
from simulator.report.charts.places import Place, PlaceMap
from simulator.report.charts.theme import BACKGROUND, HATCH, MUTED, text_on

TILE_HEIGHT, MAP_HEIGHT = 68, 460  # pixels
NAME_LENGTH = 11  # characters on one line of a tile
NO_MARGIN = dict.fromkeys("lrtb", 0)
HATCHED = {"bgcolor": BACKGROUND, "size": 7, "solidity": 0.25}
Part = Sequence[Ring]  # the outer edge, then holes


def tiles(drawn: PlaceMap, places: Sequence[Tile]) -> tuple[dict[str, Any], int]:
    """A figure with one square per kecamatan, and its height in pixels.

    The `customdata` of a square is the key of the kecamatan's sheet, "" if it has none.
    """
    known = [place.coverage is not None for place in drawn.places]
    grounds = [_ground(place) for place in drawn.places]
    edges = [ground if is_known else MUTED for ground, is_known in zip(grounds, known)]
    tile = {
        "type": "bar",
        "x": [t.column for t in places],
        "base": [-t.row - 0.97 for t in places],
        "y": [0.94] * len(places),
        "width": 0.94,
        "marker": {
            # If colours differ from bar to bar, Plotly hatches in the colour of the bar.
            "color": [ground if is_known else HATCH for ground, is_known in zip(grounds, known)],
            "line": {"color": edges, "width": 1},
            "pattern": HATCHED | {"shape": ["" if is_known else "/" for is_known in known]},
        },
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "insidetextfont": {"color": [text_on(ground) for ground in grounds], "size": 11},
    }
    columns, rows = max(t.column for t in places) + 1, max(t.row for t in places) + 1
    layout = {
        "xaxis": {"visible": False, "range": [-0.5, columns - 0.5]},
        "yaxis": {"visible": False, "range": [-rows, 0], "scaleanchor": "x"},
        "margin": NO_MARGIN,
    }
    return {"data": [tile | _words(drawn.places)], "layout": layout}, TILE_HEIGHT * rows


def shapes(drawn: PlaceMap, boundaries: Sequence[Boundary]) -> tuple[dict[str, Any], int]:
    """A figure with one filled shape per kecamatan, and its height in pixels.

    The `customdata` of a shape's mark is the key of the kecamatan's sheet, "" if it has none. If names would
    overlap, the chart shows those of the larger shapes.
    """
    order = sorted(zip(boundaries, drawn.places), key=lambda one: -sum(map(_area, one[0].parts)))
    data = [_shape(*one) for one in order]  # a shape within another is drawn above it
    grounds = [_ground(place) for _, place in order]
    centres = [_centre(max(b.parts, key=_area)) for b, _ in order]
    mark = {  # a fill cannot be clicked, so each shape has a clickable mark in its middle
        "type": "scatter",
        "mode": "markers+text",
        "x": [x for x, _ in centres],
        "y": [y for _, y in centres],
        "showlegend": False,
        "marker": {"size": 26, "opacity": 0},
        "textfont": {
            "size": 11,
            "color": [text_on(ground) for ground in grounds],
            "shadow": [_outline(ground) for ground in grounds],
        },
    }
    data.append(mark | _words([place for _, place in order]))
    middle = sum(y for _, y in centres) / len(centres)
    scale = 1 / max(0.05, math.cos(math.radians(middle)))
    layout = {
        "xaxis": {"visible": False},
        "yaxis": {"visible": False, "scaleanchor": "x", "scaleratio": scale},
        "margin": NO_MARGIN,
        "showlegend": False,
        "meta": {"names_apart": True},
    }
    return {"data": data, "layout": layout}, MAP_HEIGHT


def _ground(place: Place) -> str:
    """The colour behind a kecamatan's name: its own, or the background between hatching."""
    return BACKGROUND if place.coverage is None else coverage_colour(place.coverage.number)


def _words(places: Sequence[Place]) -> dict[str, Any]:
    return {
        "text": [_lines(place) for place in places],
        "hovertext": [_hover(place) for place in places],
        "hoverinfo": "text",
        "customdata": [place.key for place in places],
    }


def _hover(place: Place) -> str:
    return f"{escape(place.name)}: {place.words}"


def _lines(place: Place) -> str:
    """A kecamatan's label: its name, a word on each line, and its coverage below if it is known."""
    lines = [escape(shortened(word, NAME_LENGTH)) for word in place.name.split()][:3]
    return "<br>".join([*lines, place.words] if place.coverage else lines)


def _shape(boundary: Boundary, place: Place) -> dict[str, Any]:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for outer, *holes in boundary.parts:
        # A hole is drawn in the opposite direction, so that it stays empty.
        for ring in (_turned(outer, 1), *(_turned(hole, -1) for hole in holes)):
            xs += [*(x for x, _ in ring), None]
            ys += [*(y for _, y in ring), None]
    fill: dict[str, Any] = {"fillcolor": _ground(place)}
    if place.coverage is None:
        fill = {"fillpattern": HATCHED | {"shape": "/", "fgcolor": HATCH}}
    return {
        "type": "scatter",
        "mode": "lines",
        "fill": "toself",
        "x": xs[:-1],
        "y": ys[:-1],
        "line": {"color": MUTED, "width": 1},
        "hoveron": "fills",
        "hoverinfo": "text",
        "text": _hover(place),
        "showlegend": False,
        **fill,
    }


def _outline(colour: str) -> str:
    """An outline around letters, so that they stay readable across the border of the next shape."""
    return ", ".join(f"{x}px {y}px 1px {colour}" for x in (-1, 1) for y in (-1, 1))


def _signed_area(ring: Ring) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) / 2


def _turned(ring: Ring, way: int) -> Ring:
    """The ring counter-clockwise for 1, clockwise for -1."""
    return ring if _signed_area(ring) * way >= 0 else ring[::-1]


def _area(part: Part) -> float:
    outer, *holes = (abs(_signed_area(ring)) for ring in part)
    return outer - sum(holes)


def _centre(part: Part) -> tuple[float, float]:
    """The middle of the widest stretch across a part at half its height.

    It is inside even if the part is bent.
    """
    ys = [y for _, y in part[0]]
    level = (min(ys) + max(ys)) / 2
    crossings = sorted(
        x1 + (level - y1) / (y2 - y1) * (x2 - x1)
        for ring in part
        for (x1, y1), (x2, y2) in pairwise(ring)
        if (y1 > level) != (y2 > level)
    )
    stretches = list(zip(crossings[::2], crossings[1::2]))
    if not stretches:  # a ring without height
        return part[0][0]
    left, right = max(stretches, key=lambda stretch: stretch[1] - stretch[0])
    return (left + right) / 2, level
