"""A chart over months on paper: lines and points, with names at their ends."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from simulator.handouts.letters import LINE, SPARE, width_of
from simulator.handouts.paper import POINT_MM, Paper
from simulator.report.charts.chart import Band, Chart, Marks, Point, Series
from simulator.report.charts.names import spread
from simulator.report.charts.theme import GRID, MUTED, SHADE, TARGET_LOOK, Look
from simulator.words import Lang
from simulator.words.numbers import decimal, month_short, shown
from simulator.words.provenance import with_mark

STEPS = (1, 2, 3, 6, 12, 24, 36, 60)  # months between two labels of the axis
NAME_MM = 19.0  # for names at the right end of the lines
AXIS_MM = 11.0  # left of the lines, for a number of six digits
MOST_NUMBERS, NAME_LINES = 5, 4
LINE_MM = 0.26  # millimetres on paper for one unit of a line's width
DASHES = {"dash": (1.6, 1.2), "dot": (0.4, 1.0)}  # millimetres


class _Plane:
    """Maps a month and a value to a position on the paper."""

    def __init__(self, x: float, y: float, width: float, height: float, months: tuple[int, int], top: float):
        self.left, self.right, self.upper, self.lower = x, x + width, y, y + height
        self.first, self.span, self.top = months[0], max(1, months[1] - months[0]), top

    def x(self, month: float) -> float:
        return self.left + (month - self.first) / self.span * (self.right - self.left)

    def y(self, value: float) -> float:
        return self.lower - value / self.top * (self.lower - self.upper)

    def place(self, chart: Chart, point: Point) -> tuple[float, float]:
        return self.x(point.month), self.y(chart.level(point))


def nice_step(top: float, most: int) -> float:
    """The least step (1, 2 or 5 times a power of ten, at least 1) that reaches `top` in `most` steps."""
    power = 10.0 ** np.floor(np.log10(max(top / most, 1.0)))
    return float(next(power * factor for factor in (1, 2, 5, 10) if power * factor * most >= top))


def draw_chart(
    paper: Paper, chart: Chart, x: float, y: float, width: float, height: float, size: float
) -> None:
    """Draw the chart into a box in millimetres, with letters of `size` points."""
    lang, letters = chart.title.lang, size * POINT_MM
    step = nice_step(max(chart.highest, 1.0) * 1.06, MOST_NUMBERS)
    top = step * np.ceil(max(chart.highest, 1.0) * 1.06 / step)
    box = (x + AXIS_MM, y + letters * 2.2, width - AXIS_MM - NAME_MM, height - letters * 4.6)
    plane = _Plane(*box, chart.months, top)
    paper.say(chart.axis, x, y, width, size, colour=MUTED)
    _behind(paper, plane, chart, y, size)
    _axes(paper, plane, step, size, lang)
    for series in chart.series:
        if series.drawn != "points":
            _line(paper, [plane.place(chart, point) for point in series.known], series.look)
    for series in chart.series:
        for point in series.known if series.look.symbol else ():
            _dot(paper, *plane.place(chart, point), series.look)
    if chart.marks:
        _marks(paper, plane, chart.marks, size)
    if chart.target:
        _dot(paper, *plane.place(chart, chart.target), TARGET_LOOK)
    _ends(paper, plane, chart, size)
    for series in chart.series:
        if series.named == "inside" and series.drawn != "points":
            _inside(paper, plane, chart, series, size)


def _behind(paper: Paper, plane: _Plane, chart: Chart, y: float, size: float) -> None:
    """Draw what lies behind the lines: shaded months and bands."""
    for name in dict.fromkeys(period.name for period in chart.periods):
        _legend(paper, plane, name, y, size)
    for period in chart.periods:
        _shade(paper, plane, period.first, period.last)
    for look, band in chart.bands:
        _band(paper, plane, chart, look, band)


def _line(paper: Paper, places: Sequence[tuple[float, float]], look: Look) -> None:
    paper.set_draw_color(look.colour)
    paper.set_line_width(look.width * LINE_MM)
    if look.dash in DASHES:
        paper.set_dash_pattern(*DASHES[look.dash])
    paper.polyline(places)
    paper.set_dash_pattern()


def _band(paper: Paper, plane: _Plane, chart: Chart, look: Look, band: Band) -> None:
    """Draw the translucent strips of a band between thin lines at its edges."""
    edges = {edge: [plane.place(chart, point) for point in edge] for edge in band.edges}
    paper.set_fill_color(look.colour)
    for lower, upper, opacity in band.strips:
        with paper.local_context(fill_opacity=opacity):
            paper.polygon([*edges[lower], *reversed(edges[upper])], style="F")
    for edge in (band.edges[0], band.edges[-1]):
        _line(paper, edges[edge], replace(look, width=1))


def _dot(paper: Paper, x: float, y: float, look: Look) -> None:
    paper.set_fill_color(look.colour)
    if look.symbol == "square":
        paper.rect(x - 0.7, y - 0.7, 1.4, 1.4, style="F")
    else:
        paper.circle(x, y, 0.8, style="F")


def _marks(paper: Paper, plane: _Plane, marks: Marks, size: float) -> None:
    """Draw small triangles on the month axis, with their name above the last."""
    letters = size * POINT_MM
    paper.set_fill_color(MUTED)
    for month in marks.months:
        x = plane.x(month)
        paper.polygon([(x - 0.8, plane.lower), (x + 0.8, plane.lower), (x, plane.lower - 1.4)], style="F")
    wide = width_of(marks.name, size) * POINT_MM / SPARE
    left = max(plane.left, plane.x(marks.months[-1]) + 0.8 - wide)
    paper.say(marks.name, left, plane.lower - 1.7 - letters * 1.2, wide + 0.1, size, colour=MUTED, most=1)


def _axes(paper: Paper, plane: _Plane, step: float, size: float, lang: Lang) -> None:
    letters = size * POINT_MM
    for value in np.arange(0, plane.top + step / 2, step):
        at, left = plane.y(value), plane.left - AXIS_MM
        paper.rule(plane.left, at, plane.right - plane.left, MUTED if value == 0 else GRID)
        name = decimal(value, lang)
        paper.say(name, left, at - letters * 0.62, AXIS_MM - 1.5, size, colour=MUTED, align="R")
    wide = 1.2 * width_of(month_short(plane.first, lang), size) * POINT_MM
    room = (plane.right - plane.left) / wide  # number of labels that fit side by side
    apart = next((s for s in STEPS if plane.span / s <= room), STEPS[-1])
    anchor = plane.first + plane.span
    for month in range(anchor - plane.span // apart * apart, anchor + 1, apart):
        paper.line(plane.x(month), plane.lower, plane.x(month), plane.lower + 0.9)
        name = month_short(month, lang)
        paper.say(name, plane.x(month) - 10, plane.lower + 1.2, 20, size, colour=MUTED, align="C", most=1)


def _ends(paper: Paper, plane: _Plane, chart: Chart, size: float) -> None:
    """Write name and value at the end of each line, moved apart if they would touch."""
    ends = sorted(chart.ends, key=lambda series: -chart.level(series.last))
    left, width = plane.right + 1.5, NAME_MM - 1.5
    names = [paper.lines(series.name, width, size, most=NAME_LINES) for series in ends]
    values = [[with_mark(s.last.quantity, chart.title.lang)] * (s.named == "end") for s in ends]
    blocks = [len([*name, *value]) * size * POINT_MM * LINE for name, value in zip(names, values)]
    places = [plane.place(chart, series.last)[1] for series in ends]
    middles = spread(places, blocks, plane.upper - max(blocks, default=0), plane.lower, apart=0)
    for series, name, value, block, middle in zip(ends, names, values, blocks, middles):
        colour = series.look.colour
        under = paper.put(name, left, middle - block / 2, width, size, colour=colour)
        for words in value:
            paper.say(words, left, under, width, size, bold=True, colour=colour, most=1)


def _inside(paper: Paper, plane: _Plane, chart: Chart, series: Series, size: float) -> None:
    """Write name and value of a line that other lines continue: left of its last point, above the line.

    If the line is too short, they go to the right of the point, on the side that the other lines leave free.
    """
    words = f"{series.name} {shown(series.last.quantity, chart.title.lang)}"
    letters = size * POINT_MM
    at, height = plane.place(chart, series.last)
    wide = width_of(words, size, True) * POINT_MM / SPARE
    left, upper = at - 2 - wide, height - letters * 1.7
    if left < plane.left:
        rises = max(_later(chart, series), default=0.0) > chart.level(series.last)
        below = rises and height + letters * 1.8 < plane.lower
        left, upper = at + 1.5, height + letters * 0.5 if below else upper
    paper.say(words, left, upper, wide + 0.1, size, bold=True, most=1)


def _later(chart: Chart, series: Series) -> list[float]:
    """The levels of all lines other than the target after the end of a series."""
    others = (other for other in chart.series if other.look != TARGET_LOOK)
    return [chart.level(p) for other in others for p in other.known if p.month > series.last.month]


def _shade(paper: Paper, plane: _Plane, first: int, last: int) -> None:
    left, right = max(plane.left, plane.x(first - 0.5)), min(plane.right, plane.x(last + 0.5))
    paper.set_fill_color(SHADE)
    paper.rect(left, plane.upper, right - left, plane.lower - plane.upper, style="F")


def _legend(paper: Paper, plane: _Plane, name: str, y: float, size: float) -> None:
    """Write what the shading means, above the plane at its right."""
    letters = size * POINT_MM
    left = plane.right - width_of(name, size) * POINT_MM
    paper.set_fill_color(SHADE)
    paper.rect(left - 2 * letters, y, 1.5 * letters, letters, style="F")
    paper.say(name, left, y, plane.right - left + 1, size, colour=MUTED, most=1)
