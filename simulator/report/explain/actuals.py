"""Where a number on the page of actuals comes from: the records behind an actual, the arithmetic of a difference, an estimate or a mean error."""

from dataclasses import dataclass

from simulator.model.actuals import SOURCE as MONTHLY_ACTUALS
from simulator.model.actuals import TOTAL, Actuals
from simulator.model.months import month_name, month_number
from simulator.model.projection import Projection
from simulator.planning.backtest import Miss
from simulator.planning.estimation import Estimate
from simulator.report.tables.actuals import Cell, Rows, compared, record_rows
from simulator.words import Lang, text
from simulator.words.numbers import decimal, month_long, people, percent, signed, trimmed
from simulator.words.settings import setting_label
from simulator.words.units import row_name

PLAN_KEYS = {
    "enrolled": "enrolled_in",
    "contributions_idr": "contributions_in",
    "deaths": "deaths_in",
    "claims_idr": "payouts_in",
}
"""By figure, the formula (`report.formulas`) that explains the regency's plan; that of a row is `row_projected`."""
PER = {"risk.deaths_per_1000_year": 1000, "risk.accidents_per_1000_year": 1000}


@dataclass(frozen=True)
class Told:
    """A number told: what it is, the arithmetic behind it (empty where there is none), notes, a table, and the keys of its sources."""

    title: str
    calculation: str
    notes: tuple[str, ...]
    rows: Rows
    sources: tuple[str, ...]


def plan_question(cell: Cell) -> tuple[str, dict]:
    """Key and context of `report.provenance.explain` for the plan of a cell."""
    month = {"month": cell.point.month}
    return (
        (PLAN_KEYS[cell.figure], month)
        if cell.row is None
        else ("row_projected", month | {"row": cell.row.key})
    )


def of_actual(p: Projection, actuals: Actuals, cell: Cell, lang: Lang) -> Told:
    """An actual: every record of it, the latest first, also those that were corrected or withdrawn."""
    month = month_name(int(p.months[cell.point.month]))
    told = cell.row is None and actuals.of(month, TOTAL, cell.figure) is not None
    units = (
        (TOTAL,)
        if told
        else p.baseline.codes
        if cell.row is None
        else tuple(p.baseline.codes[i] for i in cell.row.units)
    )
    behind = [
        record
        for record in actuals.records[::-1]
        if record.month == month and record.unit in units and cell.figure in record.figures
    ]
    note = text(
        "actuals.origin.latest" if len(units) == 1 else "actuals.origin.sum",
        lang,
        units=people(len(units), lang),
    )
    return Told(
        _title("actual", p, cell, lang),
        "",
        (note,),
        record_rows(behind, p.baseline, lang, with_origin=True, only=cell.figure),
        (MONTHLY_ACTUALS,),
    )


def of_difference(p: Projection, cell: Cell, lang: Lang) -> Told:
    """A difference: actual less plan, as both are shown."""
    shown = list(compared(cell, lang).values())
    notes = (text("actuals.origin.rounded", lang),) if cell.figure != "deaths" else ()
    return Told(
        _title("difference", p, cell, lang),
        f"{shown[1]} − {shown[0]} = {shown[2]}",
        notes,
        [],
        (MONTHLY_ACTUALS,),
    )


def of_estimate(estimate: Estimate, lang: Lang) -> Told:
    """An estimate: cases ÷ what they are counted over."""
    per, share = PER.get(estimate.path, 1), "share" in estimate.path
    value = percent(estimate.value, lang, 1) if share else decimal(estimate.value, lang, 2)
    times = f" × {decimal(per, lang)}" if per != 1 else ""
    interval = text(
        "actuals.origin.interval",
        lang,
        method="Clopper-Pearson" if share else "Garwood",
        low=percent(estimate.low, lang, 1) if share else decimal(estimate.low, lang, 2),
        high=percent(estimate.high, lang, 1) if share else decimal(estimate.high, lang, 2),
    )
    return Told(
        setting_label(estimate.path, lang),
        f"{people(estimate.cases, lang)} ÷ {trimmed(estimate.size, lang, 2)}{times} = {value}",
        (interval,),
        [],
        (MONTHLY_ACTUALS,),
    )


def of_error(p: Projection, name: str, alike: list[Miss], lang: Lang) -> Told:
    """A mean error: every pair of a forecast and what came."""
    mean = people(sum(abs(miss.error) for miss in alike) / len(alike), lang)
    calculation = (
        f"({' + '.join(people(abs(miss.error), lang) for miss in alike)}) ÷ {people(len(alike), lang)} = {mean}"
        if len(alike) > 1
        else ""
    )
    rows = [
        {
            text("actuals.month", lang): month_long(miss.month, lang),
            text("backtest.from", lang): month_long(miss.origin, lang),
            text("backtest.foreseen", lang): people(miss.foreseen, lang),
            text("backtest.came", lang): people(miss.came, lang),
            text("backtest.error", lang): signed(people(miss.error, lang), miss.error),
        }
        for miss in alike
    ]
    printed = {month_number(point.month): point.source for point in p.baseline.facts.history}
    behind = " ".join(
        printed.get(month, MONTHLY_ACTUALS) for miss in alike for month in (miss.origin, miss.month)
    )
    return Told(name, calculation, (), rows, tuple(dict.fromkeys(behind.split())))


def _title(what: str, p: Projection, cell: Cell, lang: Lang) -> str:
    name = p.baseline.facts.region if cell.row is None else row_name(cell.row, p.baseline, lang)
    return text(
        f"actuals.origin.{what}",
        lang,
        figure=text(f"actuals.figure.{cell.figure}", lang),
        name=name,
        month=month_long(int(p.months[cell.point.month]), lang),
    )
