"""The lines of a native chart: series over its months, positions of points, what a value would hide."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from simulator.handouts.deck.boxes import LEAST, Box
from simulator.report.charts.chart import SHARES, Band, Chart, Period, Series
from simulator.report.charts.theme import UNKNOWN, Look
from simulator.words import Lang
from simulator.words.numbers import month_short, percent, shown

AXIS_SIZE = LEAST
CLEAR, VALUE_HEIGHT = 5.0, 20.0  # distance from a point to its value, height of the value
PERIOD_LOOK, PERIOD_HIGH = Look(UNKNOWN, width=6), 1.1  # height as a multiple of the highest value
Coordinates = tuple[float, float]


@dataclass(frozen=True)
class DrawnLine:
    """A series with its values as drawn, one for each month of the chart; None for a missing value.

    `label` is its name, if shown, with its last value below. `part`: shaded months are a line "above" all
    others, named above its beginning; a band has two lines for its "edge", and one that is only "named", or
    "outlined" if there is no area between the edges.
    """

    series: Series
    values: Sequence[float | None]
    label: str = ""
    part: Literal["", "above", "edge", "named", "outlined"] = ""

    @property
    def known(self) -> list[int]:
        """The indices of the known values."""
        return [i for i, value in enumerate(self.values) if value is not None]

    @property
    def words(self) -> list[str]:
        """The words of the name written beside the chart."""
        return (self.label or self.series.name).split()

    @property
    def last(self) -> float:
        """The last known value."""
        return self.values[self.known[-1]] or 0.0

    @property
    def symbol(self) -> str:
        """The filled symbol of its points; a single point gets a circle, or it could not be seen."""
        return self.series.look.symbol.removesuffix("-open") or "circle" * (len(self.known) == 1)


def lines_of(chart: Chart, lang: Lang) -> tuple[list[int], list[DrawnLine]]:
    """The months of a chart (month numbers, ascending) and its series as lines over them.

    The lines of bands come first, as they lie behind the others.
    """
    months = sorted({point.month for series in chart.series for point in series.points})
    names = dict.fromkeys(period.name for period in chart.periods if not period.is_bracketed)
    above = [_period_line([p for p in chart.periods if p.name == name], chart, months) for name in names]
    bands = [
        _band_lines(*of, chart, months, lang, "outlined" if at else "named")
        for at, of in enumerate(chart.bands)
    ]
    return months, [*chain(*bands), *(_line(series, chart, months, lang) for series in chart.series), *above]


def _band_lines(
    look: Look,
    band: Band,
    chart: Chart,
    months: Sequence[int],
    lang: Lang,
    part: Literal["named", "outlined"],
) -> list[DrawnLine]:
    """The thin edges of a band, and the invisible line through its middle that carries its name."""
    thin, unseen = replace(look, width=1, symbol=""), replace(look, width=0, symbol="")

    def line(share: float, look: Look) -> DrawnLine:
        points = band.edges[SHARES.index(share)]
        levels = {point.month: chart.level(point) for point in points}
        series, values = (
            Series(f"{band.name} ({percent(share, lang)})", points, look),
            [levels.get(m) for m in months],
        )
        return (
            DrawnLine(series, values, "", "edge")
            if look.width
            else DrawnLine(series, values, band.name, part)
        )

    return [line(SHARES[0], thin), line(SHARES[-1], thin), line(0.5, unseen)]


def _line(series: Series, chart: Chart, months: Sequence[int], lang: Lang) -> DrawnLine:
    known = {point.month: chart.level(point) for point in series.known}
    last = series.last
    label = series.name if series.named != "inside" or series.drawn == "points" else ""
    if series.named == "end" and not series.is_valued:
        value = shown(last.quantity, lang)
        ends = last.month == months[-1]
        label += f"\n{value}" if ends else f"\n{value} ({month_short(last.month, lang)})"
    return DrawnLine(series, [known.get(month) for month in months], label)


def _period_line(periods: Sequence[Period], chart: Chart, months: Sequence[int]) -> DrawnLine:
    high = chart.highest * PERIOD_HIGH or 1.0
    inside = {month for month in months if any(p.first <= month <= p.last for p in periods)}
    series = Series(periods[0].name, (), PERIOD_LOOK)
    return DrawnLine(series, [high if month in inside else None for month in months], series.name, "above")


def places_of(line: DrawnLine, plot: Box, top: float, months: Sequence[int]) -> list[Coordinates]:
    """The positions of a line's points; `top` is the upper end of the axis."""
    span = max(1, months[-1] - months[0])
    places = []
    for month, value in zip(months, line.values):
        if value is not None:
            across = plot.left + plot.width * (month - months[0]) / span
            places.append((across, plot.bottom - value / top * plot.height))
    return places


def covered(points: Sequence[Coordinates], i: int, side: tuple[int, int], width: float, plot: Box) -> float:
    """How much of its line the value of point i would hide on one `side` (across, down: -1, 0 or 1).

    It is infinite for a value that would leave the plot, except directly above its point.
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
