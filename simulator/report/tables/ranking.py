"""Units ranked by how many workers they still have to enrol."""

from collections.abc import Sequence

from simulator.report.context import Context
from simulator.report.sentences.unit_names import row_name
from simulator.report.tables.table import Column, Row, Table
from simulator.report.tables.units import UnitFigure, UnitTable, row_figure, sum_figure
from simulator.words import Lang, text
from simulator.words.numbers import month_short

FIGURES: tuple[UnitFigure, ...] = ("asn", "enrolled", "projected", "to_enrol")


def ranking_table(c: Context, units: UnitTable, order: Sequence[int], lang: Lang) -> Table:
    """The rows at the positions in `order`, then the total."""
    rows = []
    for i in order:
        name = row_name(units.rows[i], c.baseline, lang)
        rows.append(Row((name, *(row_figure(c, units, figure, i) for figure in FIGURES))))
    total = (sum_figure(c, units, figure) for figure in FIGURES)
    rows.append(Row((text("units.total", lang), *total), is_total=True))
    return Table(_columns(units, lang), tuple(rows))


def _columns(units: UnitTable, lang: Lang) -> tuple[Column, ...]:
    now, then = (month_short(int(units.projection.months[t]), lang) for t in (0, units.month))
    numbers = [f"{text(f'units.column.{name}', lang)} {now}" for name in ("asn", "enrolled")]
    numbers.append(text("units.column.projected", lang, month=then))
    numbers.append(f"{text('units.column.to_enrol', lang)}, {then}")
    titles = (Column(title, is_number=True) for title in numbers)
    return (Column(text("units.column.name", lang)), *titles)
