"""The lines of a native chart and their names, at their ends or in a list beside it; places in points."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.util import Pt

from simulator.handouts.deck.boxes import LEAST, Box, height_of, rgb, tint, write
from simulator.handouts.letters import LINE, width_of
from simulator.report.charts.chart import SHARES, Band, Chart, Marks, Period, Series
from simulator.report.charts.names import APART, spread
from simulator.report.charts.theme import DARK, MUTED, UNKNOWN, Look
from simulator.words import Lang
from simulator.words.numbers import month_short, shown

AXIS_SIZE = LEAST
LEADER = 14.0  # from the end of a line to its name
# How far a name may stand from its line without a leader, and with one.
UNNOTICED, MOST_MOVED = 4.0, 24.0
HIGHER = 22.0  # by which a name may begin above the plot
# Of the list: the place of a line's sample, its length, and its marker.
KEY, KEY_LINE, MARK = 40.0, 30.0, 8.0
CLEAR, VALUE_HEIGHT = 5.0, 20.0  # between a point and its value, and of the value
DASHES = {
    "solid": MSO_LINE.SOLID,
    "dash": MSO_LINE.DASH,
    "dot": MSO_LINE.ROUND_DOT,
    "dashdot": MSO_LINE.DASH_DOT,
    "longdash": MSO_LINE.LONG_DASH,
    "longdashdot": MSO_LINE.LONG_DASH_DOT,
}  # as the app's charts name them
SHAPES = {
    "circle": MSO_SHAPE.OVAL,
    "square": MSO_SHAPE.RECTANGLE,
    "diamond": MSO_SHAPE.DIAMOND,
    "triangle-up": MSO_SHAPE.ISOSCELES_TRIANGLE,
    "x": MSO_SHAPE.MATH_MULTIPLY,
    "cross": MSO_SHAPE.MATH_PLUS,
}

PERIOD_LOOK, PERIOD_HIGH = Look(UNKNOWN, width=6), 1.1  # of the highest value
Place = tuple[float, float]


@dataclass(frozen=True)
class Line:
    """A series with its values in the months of the chart, as drawn, None where there is none.

    `label` is its name where it is told, with its last value below. Shaded months are a line `above` all
    others, named above its beginning; a band has two lines for its `edge`, and one that is only `named`, or
    `outlined` where no area lies between the edges.
    """

    series: Series
    values: Sequence[float | None]
    label: str = ""
    part: Literal["", "above", "edge", "named", "outlined"] = ""

    @property
    def known(self) -> list[int]:
        """Places of its values."""
        return [i for i, value in enumerate(self.values) if value is not None]

    @property
    def words(self) -> list[str]:
        """Of its name, as they stand beside the chart."""
        return (self.label or self.series.name).split()

    @property
    def last(self) -> float:
        """The last of them."""
        return self.values[self.known[-1]] or 0.0

    @property
    def symbol(self) -> str:
        """The symbol of its points, filled; a line through a single one could not be seen without."""
        return self.series.look.symbol.removesuffix("-open") or "circle" * (len(self.known) == 1)


def lines_of(chart: Chart, lang: Lang) -> tuple[list[int], list[Line]]:
    """The months of a chart (month numbers, rising) and its series as lines over them.

    Those of a band first, as they lie behind.
    """
    months = sorted({point.month for series in chart.series for point in series.points})
    names = dict.fromkeys(period.name for period in chart.periods if not period.is_bracketed)
    above = [_period_line([p for p in chart.periods if p.name == name], chart, months) for name in names]
    bands = [
        _band_lines(*of, chart, months, "outlined" if at else "named") for at, of in enumerate(chart.bands)
    ]
    return months, [*chain(*bands), *(_line(series, chart, months, lang) for series in chart.series), *above]


def _band_lines(
    look: Look, band: Band, chart: Chart, months: Sequence[int], part: Literal["named", "outlined"]
) -> list[Line]:
    """The thin edges of a band, and the line through its middle that holds its name."""
    thin, unseen = replace(look, width=1, symbol=""), replace(look, width=0, symbol="")

    def line(share: float, look: Look) -> Line:
        points = band.edges[SHARES.index(share)]
        levels = {point.month: chart.level(point) for point in points}
        series, values = Series(f"{band.name} ({share:.0%})", points, look), [levels.get(m) for m in months]
        return Line(series, values, "", "edge") if look.width else Line(series, values, band.name, part)

    return [line(SHARES[0], thin), line(SHARES[-1], thin), line(0.5, unseen)]


def _line(series: Series, chart: Chart, months: Sequence[int], lang: Lang) -> Line:
    known = {point.month: chart.level(point) for point in series.known}
    last = series.last
    label = series.name if series.named != "inside" or series.drawn == "points" else ""
    if series.named == "end" and not series.is_valued:
        value = shown(last.quantity, lang)
        ends = last.month == months[-1]
        label += f"\n{value}" if ends else f"\n{value} ({month_short(last.month, lang)})"
    return Line(series, [known.get(month) for month in months], label)


def _period_line(periods: Sequence[Period], chart: Chart, months: Sequence[int]) -> Line:
    high = chart.highest * PERIOD_HIGH or 1.0
    inside = {month for month in months if any(p.first <= month <= p.last for p in periods)}
    series = Series(periods[0].name, (), PERIOD_LOOK)
    return Line(series, [high if month in inside else None for month in months], series.name, "above")


def places_of(line: Line, plot: Box, top: float, months: Sequence[int]) -> list[Place]:
    """Where its points lie, `top` being the upper end of the axis."""
    span = max(1, months[-1] - months[0])
    places = []
    for month, value in zip(months, line.values):
        if value is not None:
            across = plot.left + plot.width * (month - months[0]) / span
            places.append((across, plot.bottom - value / top * plot.height))
    return places


def mark_months(slide: Slide, plot: Box, marks: Marks, months: Sequence[int]) -> None:
    """Small triangles on the month axis, named above the last."""
    for month in marks.months:
        left = plot.left + plot.width * (month - months[0]) / max(1, months[-1] - months[0]) - MARK / 2
        shape = SHAPES["triangle-up"]
        _filled(slide.shapes.add_shape(shape, *map(Pt, (left, plot.bottom - MARK, MARK, MARK))), MUTED)
    wide = width_of(marks.name, AXIS_SIZE) + MARK
    box = Box(max(plot.left, left + MARK - wide), plot.bottom - MARK - 24, wide, 22)
    write(slide, box, [marks.name], sizes=(AXIS_SIZE,), colour=MUTED, align="right")


def name_lines(
    slide: Slide, plot: Box, lines: Sequence[Line], top: float, months: Sequence[int], width: float
) -> None:
    """Names beside the ends of the lines.

    In a list with samples where they would stand far from them, or where a line ends before the others.
    """
    for line in (line for line in lines if line.part == "above"):
        left, end = places_of(line, plot, top, months)[0]
        box = Box(left, end - 26, plot.left + plot.width - left + width, 22)
        write(slide, box, [line.label], sizes=(AXIS_SIZE,), colour=MUTED)
    named = [line for line in lines if line.label and line.part != "above"]
    named.sort(key=lambda line: -line.last)
    written = [line.label.split("\n") for line in named]
    heights = [height_of(words, LEAST, width - LEADER, gap=0) for words in written]
    if not named:
        return
    ends = [places_of(line, plot, top, months)[-1][1] for line in named]
    middles = spread(ends, heights, plot.top - min(heights[0] / 2, HIGHER), plot.bottom + LEAST / 2)
    left = plot.left + plot.width
    is_moved = any(abs(middle - end) > MOST_MOVED for middle, end in zip(middles, ends))
    if is_moved or any(line.known[-1] + 1 < len(months) for line in named):
        box = Box(left + LEADER, plot.top, width - LEADER, plot.height)
        _listed(slide, box, [line for line in lines if line.part not in ("above", "edge")])
        return
    for words, height, middle, end in zip(written, heights, middles, ends):
        if abs(middle - end) > UNNOTICED:
            _stroke(slide, (left + 3, end), (left + LEADER - 3, middle), MUTED, 0.75)
        box = Box(left + LEADER, middle - height / 2, width - LEADER, height + 1)
        write(slide, box, words, sizes=(LEAST,), gap=0)


def _listed(slide: Slide, box: Box, lines: Sequence[Line]) -> None:
    """All lines by name, highest first, each behind a sample of it."""
    lines, width = sorted(lines, key=lambda line: -line.last), box.width - KEY
    for between in ("\n", " "):
        written = [(line.label or line.series.name).replace("\n", between).split("\n") for line in lines]
        heights = [height_of(words, LEAST, width, gap=0) for words in written]
        gap = (box.height - sum(heights)) / max(1, len(lines) - 1)
        if gap >= APART:
            break
    at = box.top
    for line, words, height in zip(lines, written, heights):
        _sample(slide, line, box.left, at + LEAST * LINE / 2)
        write(slide, Box(box.left + KEY, at, width, height + 1), words, sizes=(LEAST,), gap=0)
        at += height + max(0.0, min(gap, LEAST * 0.8))


def _sample(slide: Slide, line: Line, left: float, middle: float) -> None:
    look = line.series.look
    if line.part == "named":
        strip = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Pt, (left, middle - 5, KEY_LINE, 10)))
        tint(strip, look.colour, DARK)
    elif line.part == "outlined":
        for edge in (middle - 4, middle + 4):
            _stroke(slide, (left, edge), (left + KEY_LINE, edge), look.colour, 1, look.dash)
    elif line.series.drawn != "points":
        _stroke(slide, (left, middle), (left + KEY_LINE, middle), look.colour, look.width, look.dash)
    if line.symbol:
        # These fill only part of their box.
        size = MARK * (1.6 if line.symbol in ("x", "cross") else 1)
        place = map(Pt, (left + (KEY_LINE - size) / 2, middle - size / 2, size, size))
        _filled(slide.shapes.add_shape(SHAPES[line.symbol], *place), look.colour)


def _filled(shape: Shape, colour: str) -> None:
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(colour)
    shape.line.fill.background()
    shape.shadow.inherit = False


def _stroke(slide: Slide, start: Place, end: Place, colour: str, width: float, dash: str = "solid") -> None:
    stroke = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(Pt, (*start, *end)))
    stroke.line.color.rgb = rgb(colour)
    stroke.line.width = Pt(width)
    stroke.line.dash_style = DASHES[dash]


def covered(points: Sequence[Place], i: int, side: tuple[int, int], width: float, plot: Box) -> float:
    """How many points of its line a value would hide on one side of point i (across, down: -1, 0 or 1).

    What leaves the plot hides most.
    """
    x, y = points[i]
    across, down = CLEAR + width / 2, CLEAR + VALUE_HEIGHT / 2
    middle = (x + side[0] * across, y + side[1] * down)
    hidden = 0.0
    for other in (*points[max(0, i - 1) : i], *points[i + 1 : i + 2]):
        length = max(abs(other[0] - x), abs(other[1] - y))
        for step in range(int(min(length, 2 * across))):
            at = (x + (other[0] - x) * step / length, y + (other[1] - y) * step / length)
            is_near = abs(at[0] - middle[0]) <= width / 2 + 1
            hidden += is_near and abs(at[1] - middle[1]) <= VALUE_HEIGHT / 2
    inside = middle[0] - width / 2 >= plot.left and middle[1] + VALUE_HEIGHT / 2 <= plot.bottom
    return hidden if inside or side == (0, -1) else float("inf")
