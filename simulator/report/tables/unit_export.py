"""The table of units as a file: the same whole figures, each with its mark."""

from collections.abc import Callable
from typing import Literal

from simulator.model.scenario import FLOORS
from simulator.report.context import Context
from simulator.report.explain.cited import contribution_keys, payout_keys, setting_keys
from simulator.report.explain.derivation import ALLOCATION
from simulator.report.sentences.unit_names import row_name, status_text
from simulator.report.tables.table import Cell, Column, Row, Table
from simulator.report.tables.units import UnitFigure, UnitTable, row_figure, sum_figure
from simulator.words import Lang, text
from simulator.words.numbers import month_long, month_short
from simulator.words.provenance import basis_name
from simulator.words.quantity import Quantity

_DELIVERY_AND_RETENTION = (
    "delivery.realised_share",
    "delivery.pledge_share",
    "retention.lapse_share_per_month",
    "retention.refill_share_per_month",
)
COMPUTED: dict[UnitFigure, Callable[[Context], str]] = {
    "asn_then": lambda c: setting_keys(c, "workforce.asn_growth_per_year"),
    "projected": lambda c: setting_keys(c, *FLOORS.values(), *_DELIVERY_AND_RETENTION),
    "to_enrol": lambda c: "S46",
    "below_plan": lambda c: setting_keys(c, *FLOORS.values()),
    "bill_idr": contribution_keys,
    "payouts_idr": payout_keys,
}
"""Figures of the chosen month, each with a function that returns the keys of its sources and assumptions."""


def units_file(c: Context, table: UnitTable, lang: Lang) -> Table:
    """Every row, then the total as the last one."""
    rows = (_row(c, table, i, lang) for i in table.places())
    return Table(_columns(c, table, lang), (*rows, _total(c, table, lang)))


def _columns(c: Context, table: UnitTable, lang: Lang) -> tuple[Column, ...]:
    p = table.projection
    own = p.baseline.facts.source
    now, then = (
        text("units.export.month", lang, month=month_long(int(p.months[t]), lang)) for t in (0, table.month)
    )

    def titled(name: str, month: str = "") -> str:
        return text(f"units.column.{name}", lang, month=month_short(int(p.months[table.month]), lang)) + month

    def observed(figure: Literal["asn", "enrolled"]) -> tuple[Column, Column]:
        basis = table.basis_of_sum(figure)
        known = own if basis in ("published", "derived", "fictitious") else f"{own} {ALLOCATION}"
        mark = Column(text("units.export.mark", lang, column=titled(figure)))
        return Column(titled(figure, now), True, basis, known), mark

    computed = (
        Column(titled(name, "" if name in ("projected", "asn_then") else then), True, "derived", keys(c))
        for name, keys in COMPUTED.items()
    )
    names = (titled("name"), text("units.export.segment", lang), titled("status", now))
    return *map(Column, names), *observed("asn"), *observed("enrolled"), *computed


def _row(c: Context, table: UnitTable, place: int, lang: Lang) -> Row:
    row = table.rows[place]
    named = (
        row_name(row, c.baseline, lang),
        text(f"units.segment.{row.segment}", lang),
        status_text(row, c.baseline, lang),
    )
    return Row((*named, *_figures(lambda figure: row_figure(c, table, figure, place), lang)))


def _total(c: Context, table: UnitTable, lang: Lang) -> Row:
    figures = _figures(lambda figure: sum_figure(c, table, figure), lang)
    return Row((text("units.total", lang), "", "", *figures), is_total=True)


def _figures(of: Callable[[UnitFigure], Quantity], lang: Lang) -> tuple[Cell, ...]:
    """The figures of a line in the order of the columns, those of the baseline month each with its mark."""
    asn, enrolled = of("asn"), of("enrolled")
    marks = (basis_name(number.basis, lang) for number in (asn, enrolled))
    return asn, next(marks), enrolled, next(marks), *map(of, COMPUTED)
