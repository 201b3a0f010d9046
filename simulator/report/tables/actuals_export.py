"""The tables on the page of actuals as CSV files, each number with its mark and source."""

from collections.abc import Sequence

from simulator.model.actuals import FIGURES, Actuals
from simulator.model.actuals import SOURCE as MONTHLY_ACTUALS
from simulator.model.months import month_name
from simulator.model.projection import Projection
from simulator.planning.actuals import by_row, months_with_actuals
from simulator.planning.backtest import Forecast, Miss
from simulator.planning.estimation import Estimate
from simulator.report.context import Context
from simulator.report.explain.cited import contribution_keys, payout_keys
from simulator.report.tables import backtest
from simulator.report.tables.actuals import (
    Cell,
    more_cells,
    row_cells,
    total_cells,
    unit_name,
)
from simulator.report.tables.csv_file import Column, table_csv
from simulator.words import Lang, text
from simulator.words.provenance import basis_name, data_mark
from simulator.words.settings import setting_label
from simulator.words.units import row_name


def compared_csv(c: Context, lang: Lang) -> bytes:
    """Plan, actual and difference: the regency's figures, then every unit or group in every month of which it is recorded."""
    p, actuals = c.projection, c.actuals

    def line(cell: Cell) -> list:
        name = text("actuals.whole", lang) if cell.row is None else row_name(cell.row, p.baseline, lang)
        return [
            month_name(int(p.months[cell.point.month])),
            name,
            text(f"actuals.figure.{cell.figure}", lang),
            cell.plan,
            cell.point.actual,
            cell.difference,
        ]

    rows, cells = by_row(p, actuals), total_cells(p, actuals)
    for month in months_with_actuals(p, actuals):
        of_month = row_cells(rows, month)
        cells += of_month + [
            cell
            for others in more_cells(p, actuals, of_month).values()
            for cell in others
            if cell.point.actual is not None
        ]
    plan_keys = " ".join(
        dict.fromkeys(
            (
                *p.baseline.facts.source.split(),
                "S44",
                *contribution_keys(c).split(),
                *payout_keys(c).split(),
            )
        )
    )
    columns = [
        Column(text("actuals.month", lang)),
        Column(text("actuals.unit", lang)),
        Column(text("actuals.figure", lang)),
        Column(text("actuals.plan", lang), basis_name("derived", lang), plan_keys),
        _recorded(text("actuals.actual", lang), p, lang),
        Column(
            text("actuals.difference", lang), basis_name("derived", lang), f"{plan_keys} {MONTHLY_ACTUALS}"
        ),
    ]
    return table_csv(columns, [line(cell) for cell in cells], p, lang)


def estimates_csv(p: Projection, found: Sequence[Estimate], lang: Lang) -> bytes:
    """Every estimate with its interval and what is behind it; empty where it was refused."""
    titles = ("setting", "present", "estimate", "low", "high", "cases", "size")
    columns = [
        Column(text(f"actuals.{titles[0]}", lang)),
        Column(text(f"actuals.{titles[1]}", lang), basis_name("assumed", lang)),
        *(
            Column(text(f"actuals.{title}", lang), basis_name("derived", lang), MONTHLY_ACTUALS)
            for title in titles[2:]
        ),
    ]
    return table_csv(
        columns,
        [
            [setting_label(e.path, lang), e.present, e.value, e.low, e.high, e.cases, float(e.size)]
            for e in found
        ],
        p,
        lang,
    )


def backtest_csv(p: Projection, tried: Sequence[Forecast], history: Sequence[Miss], lang: Lang) -> bytes:
    """Every pair of a forecast and what came."""
    sources = " ".join(
        dict.fromkeys(
            (*" ".join(point.source for point in p.baseline.facts.history).split(), MONTHLY_ACTUALS)
        )
    )
    columns = [
        Column(text("backtest.forecast", lang)),
        Column(text("backtest.from", lang)),
        Column(text("actuals.month", lang)),
        Column(text("backtest.months_ahead", lang)),
        Column(text("backtest.foreseen", lang), basis_name("derived", lang), "S44"),
        _recorded(text("backtest.came", lang), p, lang, sources),
        Column(text("backtest.error", lang), basis_name("derived", lang), sources),
    ]
    named = backtest.named(tried, history, lang)
    return table_csv(
        columns,
        [
            [
                name,
                month_name(miss.origin),
                month_name(miss.month),
                miss.horizon,
                round(miss.foreseen, 1),
                miss.came,
                round(miss.error, 1),
            ]
            for name, misses in named
            for miss in misses
        ],
        p,
        lang,
    )


def records_csv(p: Projection, actuals: Actuals, lang: Lang) -> bytes:
    """The whole log, the oldest line first, with what was withdrawn."""
    columns = [Column(text(f"actuals.{name}", lang)) for name in ("when", "month", "unit", "code")]
    columns += [_recorded(text(f"actuals.figure.{figure}", lang), p, lang) for figure in FIGURES] + [
        Column(text(f"actuals.{name}", lang)) for name in ("by", "file")
    ]
    gone = text("actuals.withdrawn", lang)
    return table_csv(
        columns,
        [
            [
                r.recorded_at,
                r.month,
                unit_name(r.unit, p.baseline, lang),
                r.unit,
                *(
                    gone if figure in r.figures and r.figures[figure] is None else r.figures.get(figure)
                    for figure in FIGURES
                ),
                r.by,
                r.file,
            ]
            for r in actuals.records
        ],
        p,
        lang,
    )


def _recorded(title: str, p: Projection, lang: Lang, source: str = MONTHLY_ACTUALS) -> Column:
    return Column(title, basis_name(data_mark("published", p.baseline), lang), source)
