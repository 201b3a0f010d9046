"""Charts of bars free of any medium: a ranking with a bar each, and bars in parts."""

from dataclasses import dataclass

from simulator.report.tables.table import Table
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence


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
