"""The names of a native chart's lines, at their ends or in a list beside it; positions in points."""

from collections.abc import Sequence

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.util import Pt

from simulator.handouts.deck.boxes import LEAST, Box, height_of, rgb, tint, write
from simulator.handouts.deck.lines import AXIS_SIZE, Coordinates, DrawnLine, places_of
from simulator.handouts.letters import LINE, width_of
from simulator.report.charts.chart import Marks
from simulator.report.charts.names import APART, spread
from simulator.report.charts.theme import DARK, MUTED

LEADER = 14.0  # from the end of a line to its name
# How far a name may be from the end of its line without a leader, and with one.
UNNOTICED, MOST_MOVED = 4.0, 24.0
HIGHER = 22.0  # how far above the plot a name may begin
# In the list: the width reserved for a line's sample, the length of the sample, the size of its marker.
KEY, KEY_LINE, MARK = 40.0, 30.0, 8.0
DASHES = {
    "solid": MSO_LINE.SOLID,
    "dash": MSO_LINE.DASH,
    "dot": MSO_LINE.ROUND_DOT,
    "dashdot": MSO_LINE.DASH_DOT,
    "longdash": MSO_LINE.LONG_DASH,
    "longdashdot": MSO_LINE.LONG_DASH_DOT,
}  # by the names in the app's charts
SHAPES = {
    "circle": MSO_SHAPE.OVAL,
    "square": MSO_SHAPE.RECTANGLE,
    "diamond": MSO_SHAPE.DIAMOND,
    "triangle-up": MSO_SHAPE.ISOSCELES_TRIANGLE,
    "x": MSO_SHAPE.MATH_MULTIPLY,
    "cross": MSO_SHAPE.MATH_PLUS,
}


def mark_months(slide: Slide, plot: Box, marks: Marks, months: Sequence[int]) -> None:
    """Draw small triangles on the month axis, with their name beside it, where no line runs."""
    for month in marks.months:
        middle = plot.left + plot.width * (month - months[0]) / max(1, months[-1] - months[0])
        _triangle(slide, middle, plot.bottom)
    # This keeps clear of the label of the last month.
    left, top = plot.left + plot.width + LEADER + KEY + MARK, plot.bottom + 2
    _triangle(slide, left - MARK, top + 11 + MARK / 2)
    box = Box(left, top, width_of(marks.name, AXIS_SIZE) + MARK, 22)
    write(slide, box, [marks.name], sizes=(AXIS_SIZE,), colour=MUTED)


def _triangle(slide: Slide, middle: float, foot: float) -> None:
    place = map(Pt, (middle - MARK / 2, foot - MARK, MARK, MARK))
    _filled(slide.shapes.add_shape(SHAPES["triangle-up"], *place), MUTED)


def name_lines(
    slide: Slide, plot: Box, lines: Sequence[DrawnLine], top: float, months: Sequence[int], width: float
) -> None:
    """Write names beside the ends of the lines.

    They go into a list with samples if they would be far from the ends, or if a line ends before the others.
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


def _listed(slide: Slide, box: Box, lines: Sequence[DrawnLine]) -> None:
    """List all lines by name, highest first, each after a sample of the line."""
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


def _sample(slide: Slide, line: DrawnLine, left: float, middle: float) -> None:
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
        # These shapes fill only part of their box.
        size = MARK * (1.6 if line.symbol in ("x", "cross") else 1)
        place = map(Pt, (left + (KEY_LINE - size) / 2, middle - size / 2, size, size))
        _filled(slide.shapes.add_shape(SHAPES[line.symbol], *place), look.colour)


def _filled(shape: Shape, colour: str) -> None:
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(colour)
    shape.line.fill.background()
    shape.shadow.inherit = False


def _stroke(
    slide: Slide, start: Coordinates, end: Coordinates, colour: str, width: float, dash: str = "solid"
) -> None:
    stroke = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(Pt, (*start, *end)))
    stroke.line.color.rgb = rgb(colour)
    stroke.line.width = Pt(width)
    stroke.line.dash_style = DASHES[dash]
