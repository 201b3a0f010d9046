"""Charts free of any medium, over months or of bars: what is drawn, its words and the table behind."""

from dataclasses import dataclass
from typing import Literal

from simulator.report.charts.theme import DARK, SOFT, Look
from simulator.report.tables.table import Table
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence


@dataclass(frozen=True)
class Point:
    """A value in a month (a month number), and how far it is known: observed, projected, not recorded."""

    month: int
    quantity: Quantity
    note: str = ""


SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
"""So many of the simulations lie below each edge of a band."""
EDGES = {f"p{round(100 * share)}": share for share in SHARES}
"""The same by the name of the edge, as an origin has it."""
STRIPS = ((0, 1, SOFT), (1, 3, DARK), (3, 4, SOFT))
"""Parts of a band, upwards: places of their edges, and opacity; the half in the middle is darker."""


@dataclass(frozen=True)
class Band:
    """Where most simulations of a line lie: for each of `SHARES` the points below which so many do.

    Month by month: no single simulation need stay inside. Its name stands beside its end if it `is_named`.
    """

    name: str
    edges: tuple[tuple[Point, ...], ...]
    is_named: bool = True

    @property
    def middle(self) -> tuple[Point, ...]:
        """As many simulations lie above as below."""
        return self.edges[SHARES.index(0.5)]

    @property
    def strips(self) -> tuple[tuple[tuple[Point, ...], tuple[Point, ...], float], ...]:
        """Lower edge, upper edge and opacity of its parts, upwards."""
        return tuple((self.edges[low], self.edges[high], opacity) for low, high, opacity in STRIPS)


@dataclass(frozen=True)
class Series:
    """A line or single points over months.

    Its name stands beside its `end`, with the last value where there is room, or alone (`end_name`); `inside`
    the plot near its last point, with the value; alone `along` its beginning, or at the `foot` of a dotted
    line from its last point down; or nowhere. `is_valued`: every point shows its value. The `band` behind it
    is drawn in its colour, with edges in its dash.
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
        """The last of them; raises IndexError where there is none."""
        return self.known[-1]


@dataclass(frozen=True)
class Period:
    """Months (month numbers, both inside) under one name: shaded, or bracketed where others are shaded."""

    first: int
    last: int
    name: str
    is_bracketed: bool = False


@dataclass(frozen=True)
class Marks:
    """Small marks on the month axis in some months (month numbers, rising, at least one) under one name."""

    months: tuple[int, ...]
    name: str


@dataclass(frozen=True)
class Chart:
    """Series over months with the finding as title, the text alternative and the table behind it.

    `axis` names the value axis with its unit; a value is drawn divided by `scale`. `periods` lie behind, the
    `marks` on the month axis; the `target` is the one point it is about. Nothing is drawn before `begin`.
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
        """As `months`, without those before `begin`."""
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
        """The bands behind, each in the look of its line."""
        return tuple((series.look, series.band) for series in self.series if series.band)

    @property
    def ends(self) -> tuple[Series, ...]:
        """What has a name beside its end: lines, and bands as the lines through their middle."""
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
    """A bar with what is said of it beside its length, and, where there is one, a mark at another value."""

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
class Part:
    """The part that every bar has under one name: a number for each bar, and its colour ("#rrggbb")."""

    name: str
    quantities: tuple[Quantity, ...]
    colour: str


@dataclass(frozen=True)
class PartedBars:
    """Named bars, the first on top, each made of the same parts, with the text alternative."""

    alt: str
    axis: str
    names: tuple[str, ...]
    parts: tuple[Part, ...]
