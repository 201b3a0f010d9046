"""Parts that charts of a projection share: numbers by month, actuals, and months that nobody recorded."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from simulator.model.growth import rakor_months
from simulator.planning.actuals import total_points
from simulator.report.charts.chart import Band, Chart, Marks, Period, Point, Series
from simulator.report.charts.theme import Look
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.tables.table import Cell, Column, Row, Table
from simulator.words import Lang, text
from simulator.words.numbers import month_long, percent
from simulator.words.quantity import Month, Origin, Quantity


def monthly(
    c: Context, key: str, values: np.ndarray, first: int = 0, notes: Sequence[str] = (), **about: Any
) -> tuple[Point, ...]:
    """The numbers of a formula's key, month by month from the offset `first` on.

    `values` [months from 0] are what the formula returns. The formula itself runs only for the first and the
    last month: the months between take the last one's unit and basis.
    """
    ends = {t: quantity(c, key, month=t, **about) for t in (first, len(values) - 1)}
    last = ends[len(values) - 1]
    others = tuple(sorted(about.items()))

    def point(t: int, value: float) -> Point:
        origin = Origin(key, c, tuple(sorted((("month", t), *others))))
        known = None if math.isnan(value) else value
        number = Quantity(known, last.unit, ends.get(t, last).basis, origin)
        return Point(c.baseline.month + t, number, notes[t] if notes else "")

    return tuple(point(t, value) for t, value in enumerate(values.tolist()[first:], first))


def actual_series(c: Context, figure: str, look: Look, lang: Lang) -> list[Series]:
    """A recorded figure as single points; an empty list where nobody recorded it."""
    points = tuple(
        Point(
            int(c.projection.months[point.month]), quantity(c, "actual_in", figure=figure, month=point.month)
        )
        for point in total_points(c.projection, c.actuals, figure)
        if point.actual is not None
    )
    name = text(f"overview.actual.{figure}", lang)
    return [Series(name, points, look, "points", "inside")] if points else []


def unrecorded(c: Context, lang: Lang, *, is_bracketed: bool = False) -> list[Period]:
    """The projected months that are over and that nobody recorded."""
    months, name = c.projection.months, text("overview.past", lang)
    return [Period(int(months[a]), int(months[b]), name, is_bracketed) for a, b in runs(c.missing_months)]


def runs(months: tuple[int, ...]) -> list[tuple[int, int]]:
    """The first and last month of every unbroken run."""
    starts, ends = ([t for t in months if t + step not in months] for step in (-1, 1))
    return list(zip(starts, ends))


def within(periods: Iterable[Period], begin: int) -> tuple[Period, ...]:
    """The periods from a month (its number) on; one that began earlier is cut."""
    return tuple(replace(one, first=max(one.first, begin)) for one in periods if one.last >= begin)


def edge_name(band: Band, share: float, lang: Lang) -> str:
    """The name of an edge of a band, with the share of simulations below it."""
    return text("chart.edge", lang, name=band.name, share=percent(share, lang))


def table_by_month(
    columns: Iterable[Column], rows: Iterable[tuple[int, Sequence[Cell]]], lang: Lang
) -> Table:
    """The table behind a chart: one row per month (a month number); the columns follow a first one for it."""
    first = Column(text("overview.table.month", lang))
    return Table((first, *columns), tuple(Row((Month(m), *cells)) for m, cells in rows))


def with_periods(alt: str, periods: Iterable[Period], lang: Lang) -> str:
    """A text alternative with a note on the months that are marked."""
    names = dict.fromkeys(period.name for period in periods)
    return " ".join((alt, *(text("overview.shaded", lang, name=name) for name in names)))


def with_rakor(chart: Chart, c: Context, lang: Lang) -> Chart:
    """The chart with a mark for every Rakor Monev in its months, even before the data; the text says so."""
    return with_marks(chart, rakor_in(chart, c), text("chart.rakor", lang), lang)


def rakor_in(chart: Chart, c: Context) -> tuple[int, ...]:
    """The months of a chart (month numbers) in which a scenario holds a Rakor Monev."""
    first, last = chart.months
    held = c.baseline.month + rakor_months(c.scenario.monev, c.baseline.month, last - c.baseline.month)
    return tuple(int(month) for month in held if month >= first)


def with_marks(chart: Chart, months: tuple[int, ...], name: str, lang: Lang) -> Chart:
    """The chart with named marks for Rakor Monev in some months; unchanged where there are none."""
    if not months:
        return chart
    ends = {name: month_long(month, lang) for name, month in (("first", months[0]), ("last", months[-1]))}
    key = f"chart.rakor.alt{'.one' * (len(months) == 1)}"
    alt = f"{chart.alt} {text(key, lang, name=name, count=len(months), **ends)}"
    return replace(chart, alt=alt, marks=Marks(months, name))
