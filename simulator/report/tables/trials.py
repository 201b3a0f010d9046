"""Forecasts of each method where later counts are known: one row per pair of counts, or per forecast."""

from collections.abc import Sequence

from simulator.planning.trials import METHODS, Outcome, pairs
from simulator.report.context import Context
from simulator.report.explain.cited import each_once
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.trials import error, method_name, points
from simulator.report.tables.table import Cell, Column, Table, listed, titled
from simulator.words import Lang, text
from simulator.words.quantity import Month, Quantity
from simulator.words.sentence import sentence


def trial_table(c: Context, tried: Sequence[Outcome], lang: Lang) -> Table:
    """One row per pair of counts: the later count, and how far each method missed it, the plainest first."""
    methods = [
        Column(text("trials.missed_by", lang, method=text(f"trials.method.{method}", lang)), True)
        for method in METHODS
    ]
    columns = (
        *titled(("trials.place",), lang),
        Column(text("trials.actual", lang), True),
        *methods,
    )
    return listed(columns, (_row(c, alike, lang) for alike in pairs(tried)))


def _row(c: Context, alike: Sequence[Outcome], lang: Lang) -> tuple[Cell, ...]:
    one = alike[0]
    span = sentence("trials.span", lang, first=Month(one.start.month), last=Month(one.end.month))
    place = one.trial.title[lang]
    about = {"outcome": one, "calendar": one.end.month, "name": place}
    came = (quantity(c, "trial_actual", **about), quantity(c, "trial_coverage", **about))
    return (place, span), came, *((error(c, one, lang), points(c, one, lang)) for one in alike)


def forecast_table(tried: Sequence[Outcome], lang: Lang) -> Table:
    """One row per forecast, for a file."""
    sources = each_once(*(point.source for o in tried for point in (o.start, o.end)))
    columns = (
        *titled(("trials.place", "backtest.from", "actuals.month", "trials.method"), lang),
        Column(text("backtest.foreseen", lang), True, "derived", sources),
        Column(text("backtest.actual", lang), True, "published", sources),
        Column(text("backtest.error", lang), True, "derived", sources),
        Column(text("trials.points", lang), True, "derived", sources),
    )
    rows = (
        (
            one.trial.title[lang],
            Month(one.start.month),
            Month(one.end.month),
            method_name(one, lang),
            Quantity(round(one.foreseen, 1), "people"),
            Quantity(one.end.enrolled, "people"),
            Quantity(round(one.error, 1), "people"),
            Quantity(round(one.points * 100, 2), "number"),
        )
        for one in tried
    )
    return listed(columns, rows)
