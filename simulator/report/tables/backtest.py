"""How accurate earlier forecasts were: errors by months ahead, and all pairs of forecast and actual."""

from collections.abc import Sequence

from simulator.model.actuals import SOURCE
from simulator.planning.backtest import Forecast, Miss, by_horizon
from simulator.report.context import Context
from simulator.report.explain.cited import each_once
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.backtest import mean_error, mean_share, months_ahead, named
from simulator.report.tables.table import Column, Table, listed, titled
from simulator.words import Lang, text
from simulator.words.provenance import data_mark
from simulator.words.quantity import Month, Quantity

NUMBERS = ("months_ahead", "pairs", "mean_error", "mean_error_share")


def error_table(c: Context, forecasts: Sequence[Forecast], history: Sequence[Miss], lang: Lang) -> Table:
    """Errors by months ahead, for each saved scenario and for the history."""
    numbers = titled((f"backtest.{name}" for name in NUMBERS), lang, is_number=True)
    rows = (
        (
            name,
            months_ahead(c, errors),
            quantity(c, "count", number=errors.count, what="pairs"),
            mean_error(c, errors, name),
            mean_share(c, errors, name),
        )
        for name, misses in named(forecasts, history, lang)
        for errors in by_horizon(misses)
    )
    return listed((*titled(("backtest.forecast",), lang), *numbers), rows)


def pair_table(c: Context, forecasts: Sequence[Forecast], history: Sequence[Miss], lang: Lang) -> Table:
    """Every pair of a forecast and an actual, for a file."""
    facts = c.baseline.facts
    sources = each_once(*(point.source for point in facts.history), SOURCE)
    columns = (
        *titled(("backtest.forecast", "backtest.from"), lang),
        Column(text("actuals.month", lang)),
        Column(text("backtest.months_ahead", lang), is_number=True),
        Column(text("backtest.foreseen", lang), True, "derived", "S44"),
        Column(text("backtest.actual", lang), True, data_mark("published", c.baseline), sources),
        Column(text("backtest.error", lang), True, "derived", sources),
    )
    rows = (
        (
            name,
            Month(miss.start),
            Month(miss.month),
            Quantity(miss.horizon, "count"),
            Quantity(round(miss.foreseen, 1), "people"),
            Quantity(miss.actual, "people"),
            Quantity(round(miss.error, 1), "people"),
        )
        for name, misses in named(forecasts, history, lang)
        for miss in misses
    )
    return listed(columns, rows)
