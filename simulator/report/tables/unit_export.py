"""The table of units as a CSV file: the same whole figures, each with its mark."""

from collections.abc import Callable

from simulator.model.projection import Projection
from simulator.model.scenario import SEGMENTS
from simulator.report.explain.derivation import ALLOCATION, contribution_keys, payout_keys, setting_keys
from simulator.report.tables.csv_file import Cell, Column, table_csv
from simulator.report.tables.units import UnitTable
from simulator.words import Lang, text
from simulator.words.numbers import month_long, month_short
from simulator.words.provenance import Mark, basis_name
from simulator.words.units import row_name, status_text

_FLOORS = tuple(f"participation.{segment}.target_share" for segment in SEGMENTS)
_FATE = (
    "delivery.realised_share",
    "delivery.pledge_share",
    "retention.lapse_share_per_month",
    "retention.refill_share_per_month",
)
COMPUTED: dict[str, Callable[[Projection], str]] = {
    "asn_then": lambda p: setting_keys("workforce.asn_growth_per_year", scenario=p.scenario),
    "projected": lambda p: setting_keys(*_FLOORS, *_FATE, scenario=p.scenario),
    "to_asn": lambda p: "S46",
    "to_plan": lambda p: setting_keys(*_FLOORS, scenario=p.scenario),
    "bill_idr": contribution_keys,
    "payouts_idr": payout_keys,
}
"""Figures of the chosen month, with what gives the sources and assumptions behind them."""


def units_csv(table: UnitTable, lang: Lang) -> bytes:
    """Every row and the total, as `tables.table_csv` writes them."""
    return table_csv(*units_columns_and_rows(table, lang), table.projection, lang)


def units_columns_and_rows(table: UnitTable, lang: Lang) -> tuple[list[Column], list[list[Cell]]]:
    """The columns, and a row for every row of the table with the total as the last one."""
    p = table.projection
    own = p.baseline.facts.source
    now, then = (
        text("units.export.month", lang, month=month_long(int(p.months[t]), lang)) for t in (0, table.month)
    )

    def titled(name: str, month: str = "") -> str:
        return text(f"units.column.{name}", lang, month=month_short(int(p.months[table.month]), lang)) + month

    def counted(name: str, basis: Mark) -> Column:
        return Column(
            titled(name, now),
            basis_name(basis, lang),
            own if basis in ("published", "derived", "fictitious") else f"{own} {ALLOCATION}",
        )

    columns = [
        Column(titled("name")),
        Column(text("units.export.segment", lang)),
        Column(titled("status", now)),
        counted("asn", table.basis_of_sum("asn")),
        Column(text("units.export.mark", lang, column=titled("asn"))),
        counted("enrolled", table.basis_of_sum("enrolled")),
        Column(text("units.export.mark", lang, column=titled("enrolled"))),
        *(
            Column(
                titled(name) if name in ("projected", "asn_then") else titled(name, then),
                basis_name("derived", lang),
                keys(p),
            )
            for name, keys in COMPUTED.items()
        ),
    ]
    rows = [
        [
            row_name(row, p.baseline, lang),
            text(f"units.segment.{row.segment}", lang),
            status_text(row, p.baseline, lang),
            int(table.whole["asn"][i]),
            basis_name(table.asn_basis[i], lang),
            int(table.whole["enrolled"][i]),
            basis_name(table.enrolled_basis[i], lang),
            *(
                None if name == "to_plan" and not table.has_plan[i] else int(table.whole[name][i])
                for name in COMPUTED
            ),
        ]
        for i, row in enumerate(table.rows)
    ]
    total = [
        text("units.total", lang),
        "",
        "",
        table.total("asn"),
        basis_name(table.basis_of_sum("asn"), lang),
        table.total("enrolled"),
        basis_name(table.basis_of_sum("enrolled"), lang),
        *(table.total(name) for name in COMPUTED),
    ]
    return columns, [*rows, total]
