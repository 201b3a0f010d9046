"""A chart over months free of any medium: what is drawn, where it comes from, and what it says in words."""

from dataclasses import dataclass
from typing import Literal

from simulator.report.tables.table import Table
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence


@dataclass(frozen=True)
class Look:
    """Colour ("#rrggbb"), dash and symbol of a series, as `theme` names them."""

    colour: str
    dash: str = "solid"
    symbol: str | None = None
    width: float = 2.5


@dataclass(frozen=True)
class Point:
    """A value in a month (a month number), and what is said of it besides: observed, projected, not recorded."""

    month: int
    quantity: Quantity
    note: str = ""


@dataclass(frozen=True)
class Series:
    """A named line, or single points, over months; its name stands at its end with its last value."""

    name: str
    points: tuple[Point, ...]
    look: Look
    drawn: Literal["line", "steps", "points"] = "line"


@dataclass(frozen=True)
class Period:
    """Months (month numbers, both inside) under one name: shaded, or bracketed where others are shaded already."""

    first: int
    last: int
    name: str
    is_bracketed: bool = False


@dataclass(frozen=True)
class Chart:
    """Series over months with the finding as title, the text alternative and the table behind it.

    `axis` names the value axis with its unit; values are drawn in units of `scale`. `target` is the one point a target
    is about. `periods` are drawn behind.
    """

    title: Sentence
    alt: str
    axis: str
    series: tuple[Series, ...]
    table: Table
    periods: tuple[Period, ...] = ()
    target: Point | None = None
    scale: float = 1.0
