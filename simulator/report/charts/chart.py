"""Charts free of any medium, over months or of bars: what is drawn, its text and the table behind it."""

from dataclasses import dataclass
from typing import Literal

from simulator.report.charts.theme import DARK, SOFT, Look
from simulator.report.tables.table import Table
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence


@dataclass(frozen=True)
class Point:
    """A value in a month (a month number), noted as observed, projected or not recorded."""

    month: int
    quantity: Quantity
    note: str = ""


SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
"""The share of simulations that lie below each edge of a band."""
EDGES = {f"p{round(100 * share)}": share for share in SHARES}
"""The same shares by the names of the edges, as an origin has them."""
STRIPS = ((0, 1, SOFT), (1, 3, DARK), (3, 4, SOFT))
"""Parts of a band, from the bottom up: positions of their edges, and opacity; the middle half is darker."""


@dataclass(frozen=True)
class Band:
    """Where most simulations of a line lie: for each of `SHARES`, the points below which that share lies.

    The points are found month by month: no single simulation need stay inside. The name is shown beside the
    band's end if it `is_named`.
    """

    name: str
    edges: tuple[tuple[Point, ...], ...]
    is_named: bool = True

    @property
    def middle(self) -> tuple[Point, ...]:
        """The edge with half of the simulations above and half below."""
        return self.edges[SHARES.index(0.5)]

    @property
    def strips(self) -> tuple[tuple[tuple[Point, ...], tuple[Point, ...], float], ...]:
        """Lower edge, upper edge and opacity of the band's parts, from the bottom up."""
        return tuple((self.edges[low], self.edges[high], opacity) for low, high, opacity in STRIPS)


@dataclass(frozen=True)
class Series:
    """A line or single points over months.

    Its name is shown beside its `end`, with the last value where there is room, or without it (`end_name`);
    `inside` the plot near its last point, with the value; `along` its beginning, without a value; at the
    `foot` of a dotted line down from its last point; or nowhere. `is_valued`: every point shows its value.
    The `band` behind it is drawn in its colour, with edges in its dash.
    """

    name: str
    points: tuple[Point, ...]
    look: Look
    drawn: Literal["line", "steps", "points"] = "line"
    named: Literal["end", "end_name", "inside", "along", "foot", ""] = "end"
    is_valued: bool = False
    band: Band | None = None

    @property
    def known(self) -> tuple[Point, ...]:
        """The points that have a value."""
        return tuple(point for point in self.points if point.quantity.value is not None)

    @property
    def last(self) -> Point:
        """The last point with a value; raises IndexError where there is none."""
        return self.known[-1]


@dataclass(frozen=True)
class Period:
    """Months (month numbers, both included) under one name: shaded, or bracketed where others are shaded."""

    first: int
    last: int
    name: str
    is_bracketed: bool = False


@dataclass(frozen=True)
class Marks:
    """Small named marks on the month axis in some months (month numbers, ascending, at least one)."""

    months: tuple[int, ...]
    name: str


@dataclass(frozen=True)
class Chart:
    """Series over months with the finding as title, the text alternative and the table behind it.

    `axis` names the value axis with its unit; values are divided by `scale` when drawn. `periods` are drawn
    behind, the `marks` on the month axis; `target` is the point of the target in its month. Nothing is drawn
    before `begin`.
    """

    title: Sentence
    alt: str
    axis: str
    series: tuple[Series, ...]
    table: Table
    periods: tuple[Period, ...] = ()
    target: Point | None = None
    scale: float = 1.0
    begin: int | None = None
    marks: Marks | None = None

    @property
    def months(self) -> tuple[int, int]:
        """The first and the last month of all series."""
        months = [point.month for series in self.series for point in (series.points[0], series.points[-1])]
        return min(months), max(months)

    @property
    def months_drawn(self) -> tuple[int, int]:
        """The first and the last month, without those before `begin`."""
        first, last = self.months
        return max(first, self.begin or first), last

    @property
    def highest(self) -> float:
        """The highest value, as drawn; 0 where there is none."""
        edges = (point for _, band in self.bands for point in band.edges[-1])
        lines = (point for series in self.series for point in series.known)
        return max(map(self.level, (*lines, *edges)), default=0.0)

    @property
    def bands(self) -> tuple[tuple[Look, Band], ...]:
        """The bands of the series, each with the look of its line."""
        return tuple((series.look, series.band) for series in self.series if series.band)

    @property
    def ends(self) -> tuple[Series, ...]:
        """What is named beside its end: lines, and bands as the lines through their middle."""
        lines = tuple(
            series for series in self.series if series.named in ("end", "end_name") and series.known
        )
        named = ((look, band) for look, band in self.bands if band.is_named)
        return (*lines, *(Series(band.name, band.middle, look, named="end_name") for look, band in named))

    def level(self, point: Point) -> float:
        """A value as drawn; raises ValueError where there is none."""
        return point.quantity.number / self.scale


@dataclass(frozen=True)
class Bar:
    """A bar with the label beside its end and, where there is one, a mark at another value."""

    name: str
    quantity: Quantity
    label: Sentence
    mark: Quantity | None = None
    mark_label: str = ""


@dataclass(frozen=True)
class BarChart:
    """Bars, the first on top, with the finding as title, the text alternative and the table behind."""

    title: Sentence
    alt: str
    axis: str
    bars: tuple[Bar, ...]
    table: Table


@dataclass(frozen=True)
class BarPart:
    """A part that every bar has, under one name: a number for each bar, and its colour ("#rrggbb")."""

    name: str
    quantities: tuple[Quantity, ...]
    colour: str


@dataclass(frozen=True)
class PartedBars:
    """Named bars, the first on top, each made of the same parts, with the text alternative."""

    alt: str
    axis: str
    names: tuple[str, ...]
    parts: tuple[BarPart, ...]
