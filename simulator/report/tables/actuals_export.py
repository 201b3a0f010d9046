"""The tables of the page of actuals for files, each number with its mark and source."""

from collections.abc import Sequence

from simulator.model.actuals import FIGURES, SOURCE
from simulator.planning.actuals import by_group, months_with_actuals
from simulator.planning.estimation import Estimate
from simulator.report.context import Context
from simulator.report.explain.cited import contribution_keys, each_once, payout_keys
from simulator.report.sentences.unit_names import row_name
from simulator.report.tables.actuals import (
    PlanAndActual,
    actual_of,
    difference_of,
    group_figures,
    more_figures,
    plan_of,
    total_figures,
)
from simulator.report.tables.records import recorded, unit_name
from simulator.report.tables.table import Cell, Column, Table, listed, titled
from simulator.words import Lang, text
from simulator.words.provenance import data_mark
from simulator.words.quantity import Quantity
from simulator.words.settings import setting_label


def compared_export(c: Context, lang: Lang) -> Table:
    """Plan, actual and difference of the regency, then of every unit or group in every month recorded."""
    p = c.projection
    plan_keys = each_once(p.baseline.facts.source, "S44", contribution_keys(c), payout_keys(c))
    columns = (
        *titled((f"actuals.{name}" for name in ("month", "unit", "figure")), lang),
        Column(text("actuals.plan", lang), True, "derived", plan_keys),
        _recorded_column("actual", c, lang),
        Column(text("actuals.difference", lang), True, "derived", f"{plan_keys} {SOURCE}"),
    )
    return listed(columns, (_compared(c, one, lang) for one in _all_compared(c)))


def _all_compared(c: Context) -> list[PlanAndActual]:
    p, actuals = c.projection, c.actuals
    groups, ones = by_group(p, actuals), total_figures(p, actuals)
    for month in months_with_actuals(p, actuals):
        of_month = group_figures(groups, month)
        more = more_figures(p, actuals, of_month).values()
        ones += [*of_month, *(one for others in more for one in others if one.actual is not None)]
    return ones


def _compared(c: Context, one: PlanAndActual, lang: Lang) -> tuple[Cell, ...]:
    name = row_name(one.group, c.baseline, lang) if one.group else text("actuals.whole", lang)
    month = c.month(one.point.month)
    figure = text(f"actuals.figure.{one.figure}", lang)
    return month, name, figure, plan_of(c, one), actual_of(c, one), difference_of(c, one)


def estimates_export(estimates: Sequence[Estimate], lang: Lang) -> Table:
    """Every estimate with its interval and what it rests on; empty where it was refused."""
    names = ("estimate", "low", "high", "cases", "size")
    columns = (
        Column(text("actuals.setting", lang)),
        Column(text("actuals.present", lang), True, "assumed"),
        *(Column(text(f"actuals.{name}", lang), True, "derived", SOURCE) for name in names),
    )
    rows: list[tuple[Cell, ...]] = []
    for one in estimates:
        values = (one.present, one.value, one.low, one.high, one.cases, float(one.size))
        rows.append((setting_label(one.path, lang), *(Quantity(value, "number") for value in values)))
    return listed(columns, rows)


def records_export(c: Context, lang: Lang) -> Table:
    """The whole log, the oldest line first, including withdrawn figures."""
    columns = (
        *titled((f"actuals.{name}" for name in ("when", "month", "unit", "code")), lang),
        *(_recorded_column(f"figure.{figure}", c, lang) for figure in FIGURES),
        *titled(("actuals.by", "actuals.file"), lang),
    )
    rows = []
    for record in c.actuals.records:
        figures = (recorded(record, figure, c.baseline, lang) for figure in FIGURES)
        whose = (unit_name(record.unit, c.baseline, lang), record.unit)
        rows.append((record.recorded_at, record.month, *whose, *figures, record.by, record.file))
    return listed(columns, rows)


def _recorded_column(name: str, c: Context, lang: Lang) -> Column:
    return Column(text(f"actuals.{name}", lang), True, data_mark("published", c.baseline), SOURCE)
