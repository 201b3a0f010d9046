"""The lines of a native chart and their names: at their ends where there is room, else in a list beside the chart; places in points."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt

from simulator.handouts.deck.canvas import Box, rgb, write
from simulator.handouts.letters import LINE, cut, wrapped
from simulator.report.charts.theme import MUTED

NAME_SIZES, AXIS_SIZE = (13, 12, 11), 12
LEADER, APART = 14.0, 3.0  # from the end of a line to its name, and between two names
UNNOTICED, MOST_MOVED = 4.0, 24.0  # how far a name may stand from its line without a leader, and with one
KEY, KEY_LINE, MARK = (
    40.0,
    30.0,
    8.0,
)  # of the list: the place of a sample of the line, its length, and its marker
CLEAR, VALUE_HEIGHT = 5.0, 14.0  # between a point and its value, and of the value
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

Point = tuple[float, float]


@dataclass(frozen=True)
class Line:
    """A series with its look; `values` are None where there is none, `label` is its name where it is told, with its last value below."""

    name: str
    values: Sequence[float | None]
    style: dict  # of plotly: color, dash, width
    symbol: str | None = None
    label: str = ""
    marks: tuple[int, ...] | None = None  # places of the markers, None for some nine
    drawn: bool = True  # whether the points are joined
    above: bool = False  # whether the label stands above its first value instead
    valued: bool = False  # whether every point shows its value

    def known(self) -> list[int]:
        """Places of its values."""
        return [i for i, value in enumerate(self.values) if value is not None]


def places_of(line: Line, plot: Box, top: float, months: Sequence[int]) -> list[Point]:
    """Where its points lie, `top` being the upper end of the axis."""
    span = max(1, months[-1] - months[0])
    return [
        (
            plot.left + plot.width * (months[i] - months[0]) / span,
            plot.bottom - line.values[i] / top * plot.height,
        )
        for i in line.known()
    ]


def name_lines(
    slide, plot: Box, lines: Sequence[Line], top: float, months: Sequence[int], width: float
) -> None:
    """Names beside the ends of the lines; in a list with samples where they would stand far from them, or where a line ends before the others."""
    for line in (line for line in lines if line.above):
        left, end = places_of(line, plot, top, months)[0]
        write(
            slide,
            Box(left, end - 21, plot.left + plot.width - left + width, 17),
            [line.label],
            sizes=(AXIS_SIZE,),
            colour=MUTED,
        )
    named = sorted(
        (line for line in lines if line.label and not line.above),
        key=lambda line: -line.values[line.known()[-1]],
    )
    written = [_written(line.label, NAME_SIZES[0], width - LEADER, 2) for line in named]
    heights = [_height(words, NAME_SIZES[0], width - LEADER) for words in written]
    ends = [places_of(line, plot, top, months)[-1] for line in named]
    middles = (
        spread([y for _, y in ends], heights, plot.top - heights[0] / 2, plot.bottom + NAME_SIZES[0] / 2)
        if named
        else []
    )
    if any(
        line.known()[-1] + 1 < len(months) or abs(middle - y) > MOST_MOVED
        for line, middle, (_, y) in zip(named, middles, ends)
    ):
        _listed(
            slide,
            Box(plot.left + plot.width + LEADER, plot.top, width - LEADER, plot.height),
            [line for line in lines if not line.above],
        )
        return
    left = plot.left + plot.width
    for words, height, middle, (_, y) in zip(written, heights, middles, ends):
        if abs(middle - y) > UNNOTICED:
            _stroke(slide, (left + 3, y), (left + LEADER - 3, middle), MUTED, 0.75)
        write(
            slide,
            Box(left + LEADER, middle - height / 2, width - LEADER, height + 1),
            words,
            sizes=NAME_SIZES[:1],
            gap=0,
        )


def spread(middles: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Middles of names in the same order, moved as little as keeps them apart and between top and bottom.

    The least squares of all moves: names that would lie on each other stand around the mean of their lines. Too many run over the bottom.
    """
    above = [0.0, *accumulate(height + APART for height in heights)][
        : len(heights)
    ]  # what the names before take
    blocks: list[list[float]] = []  # sum and number of what shares one place
    for middle, height, taken in zip(middles, heights, above):
        blocks.append([middle - height / 2 - taken, 1])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] > blocks[-1][0] / blocks[-1][1]:
            last, number = blocks.pop()
            blocks[-1] = [blocks[-1][0] + last, blocks[-1][1] + number]
    starts = [total / number for total, number in blocks for _ in range(int(number))]
    lowest = max(top, bottom - sum(heights) - APART * (len(heights) - 1))
    return [
        min(max(start, top), lowest) + taken + height / 2
        for start, taken, height in zip(starts, above, heights)
    ]


def _listed(slide, box: Box, lines: Sequence[Line]) -> None:
    """All lines by name, highest first, each behind a sample of it."""
    lines, width = sorted(lines, key=lambda line: -line.values[line.known()[-1]]), box.width - KEY
    for size, most in (*((size, 2) for size in NAME_SIZES), (NAME_SIZES[-1], 1)):
        written = [_written(line.label or line.name, size, width, most) for line in lines]
        heights = [_height(words, size, width) for words in written]
        gap = (box.height - sum(heights)) / max(1, len(lines) - 1)
        if gap >= APART:
            break
    at = box.top
    for line, words, height in zip(lines, written, heights):
        _sample(slide, line, box.left, at + size * LINE / 2)
        write(slide, Box(box.left + KEY, at, width, height + 1), words, sizes=(size,), gap=0)
        at += height + min(gap, size * 0.8)


def _sample(slide, line: Line, left: float, middle: float) -> None:
    if line.drawn:
        _stroke(
            slide,
            (left, middle),
            (left + KEY_LINE, middle),
            line.style["color"],
            line.style.get("width", 2.5),
            line.style.get("dash", "solid"),
        )
    if line.symbol:
        size = MARK * (1.6 if line.symbol in ("x", "cross") else 1)  # these fill only part of their box
        mark = slide.shapes.add_shape(
            SHAPES[line.symbol], *map(Pt, (left + (KEY_LINE - size) / 2, middle - size / 2, size, size))
        )
        mark.fill.solid()
        mark.fill.fore_color.rgb = rgb(line.style["color"])
        mark.line.fill.background()
        mark.shadow.inherit = False


def _stroke(slide, start: Point, end: Point, colour: str, width: float, dash: str = "solid") -> None:
    stroke = slide.shapes.add_connector(1, *map(Pt, (*start, *end)))
    stroke.line.color.rgb, stroke.line.width, stroke.line.dash_style = rgb(colour), Pt(width), DASHES[dash]


def _written(label: str, size: float, width: float, most: int) -> list[str]:
    return [cut(part, size, width, most) for part in label.split("\n")]


def _height(words: Sequence[str], size: float, width: float) -> float:
    return size * LINE * sum(len(wrapped(part, size, width)) for part in words)


def covered(points: Sequence[Point], i: int, side: tuple[int, int], width: float, plot: Box) -> float:
    """How many points of its line a value would hide on one side of point i (across, down: -1, 0 or 1); what leaves the plot hides most."""
    x, y = points[i]
    across, down = CLEAR + width / 2, CLEAR + VALUE_HEIGHT / 2
    middle = (x + side[0] * across, y + side[1] * down)
    hidden = 0.0
    for other in points[max(0, i - 1) : i] + points[i + 1 : i + 2]:
        length = max(abs(other[0] - x), abs(other[1] - y))
        for step in range(int(min(length, 2 * across))):
            at = (x + (other[0] - x) * step / length, y + (other[1] - y) * step / length)
            hidden += abs(at[0] - middle[0]) <= width / 2 + 1 and abs(at[1] - middle[1]) <= VALUE_HEIGHT / 2
    inside = (
        side == (0, -1) or middle[0] - width / 2 >= plot.left and middle[1] + VALUE_HEIGHT / 2 <= plot.bottom
    )
    return hidden if inside else float("inf")
