"""The table of units as a file holds it: the same whole figures, each with its mark."""

from collections.abc import Callable
from itertools import chain
from typing import Literal

from simulator.model.scenario import SEGMENTS
from simulator.report.context import Context
from simulator.report.explain.cited import contribution_keys, payout_keys, setting_keys
from simulator.report.explain.derivation import ALLOCATION
from simulator.report.tables.table import Cell, Column, Row, Table
from simulator.report.tables.units import UnitTable
from simulator.words import Lang, text
from simulator.words.numbers import month_long, month_short
from simulator.words.provenance import Mark, basis_name
from simulator.words.quantity import Quantity
from simulator.words.units import row_name, status_text

_FLOORS = tuple(f"participation.{segment}.target_share" for segment in SEGMENTS)
_FATE = (
    "delivery.realised_share",
    "delivery.pledge_share",
    "retention.lapse_share_per_month",
    "retention.refill_share_per_month",
)
COMPUTED: dict[str, Callable[[Context], str]] = {
    "asn_then": lambda c: setting_keys(c, "workforce.asn_growth_per_year"),
    "projected": lambda c: setting_keys(c, *_FLOORS, *_FATE),
    "to_asn": lambda c: "S46",
    "to_plan": lambda c: setting_keys(c, *_FLOORS),
    "bill_idr": contribution_keys,
    "payouts_idr": payout_keys,
}
"""Figures of the chosen month, with what gives the sources and assumptions behind them."""


def units_file(table: UnitTable, c: Context, lang: Lang) -> Table:
    """Every row, and the total as the last one."""
    return Table(
        _columns(table, c, lang), (*(_row(table, i, lang) for i in table.places()), _total(table, lang))
    )


def _columns(table: UnitTable, c: Context, lang: Lang) -> tuple[Column, ...]:
    p = table.projection
    own = p.baseline.facts.source
    now, then = (
        text("units.export.month", lang, month=month_long(int(p.months[t]), lang)) for t in (0, table.month)
    )

    def titled(name: str, month: str = "") -> str:
        return text(f"units.column.{name}", lang, month=month_short(int(p.months[table.month]), lang)) + month

    def counted(name: Literal["asn", "enrolled"]) -> tuple[Column, Column]:
        basis = table.basis_of_sum(name)
        known = own if basis in ("published", "derived", "fictitious") else f"{own} {ALLOCATION}"
        mark = Column(text("units.export.mark", lang, column=titled(name)))
        return Column(titled(name, now), True, basis, known), mark

    return (
        Column(titled("name")),
        Column(text("units.export.segment", lang)),
        Column(titled("status", now)),
        *counted("asn"),
        *counted("enrolled"),
        *(
            Column(titled(name, "" if name in ("projected", "asn_then") else then), True, "derived", keys(c))
            for name, keys in COMPUTED.items()
        ),
    )


def _row(table: UnitTable, i: int, lang: Lang) -> Row:
    row, baseline = table.rows[i], table.projection.baseline
    whole: dict[str, int | None] = {name: int(values[i]) for name, values in table.whole.items()}
    if not table.has_plan[i]:
        whole["to_plan"] = None
    named = (
        row_name(row, baseline, lang),
        text(f"units.segment.{row.segment}", lang),
        status_text(row, baseline, lang),
    )
    return Row((*named, *_figures(whole, table.asn_basis[i], table.enrolled_basis[i], lang)))


def _total(table: UnitTable, lang: Lang) -> Row:
    whole: dict[str, int | None] = {name: table.total(name) for name in table.whole}
    bases = table.basis_of_sum("asn"), table.basis_of_sum("enrolled")
    return Row((text("units.total", lang), "", "", *_figures(whole, *bases, lang)), is_total=True)


def _figures(whole: dict[str, int | None], asn: Mark, enrolled: Mark, lang: Lang) -> tuple[Cell, ...]:
    """The figures of a line in the order of the columns, those of the baseline month each with its mark."""
    counted = (
        (Quantity(whole[name], "people", basis), basis_name(basis, lang))
        for name, basis in (("asn", asn), ("enrolled", enrolled))
    )
    computed = (Quantity(whole[name], "idr" if name.endswith("_idr") else "people") for name in COMPUTED)
    return (*chain.from_iterable(counted), *computed)
