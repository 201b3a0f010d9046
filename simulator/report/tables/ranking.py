"""Units by who has furthest to go, with those beyond a number of rows counted in one."""

from collections.abc import Sequence

from simulator.report.context import Context
from simulator.report.sentences.unit_names import counted, row_name, status_text
from simulator.report.tables.table import Column, Row, Table
from simulator.report.tables.units import Figure, UnitTable, row_figure, sum_figure
from simulator.words import Lang, text
from simulator.words.numbers import month_short
from simulator.words.quantity import Quantity
from simulator.words.sentence import sentence

FIGURES: tuple[Figure, ...] = ("asn", "enrolled", "coverage", "projected", "to_asn")


def ranking_table(
    c: Context, units: UnitTable, order: Sequence[int], lang: Lang, most: int | None = None
) -> Table:
    """Rows by their places in `order`, at most so many before one that counts the rest, then all together."""
    rows = []
    for i in order[:most]:
        name, status = row_name(units.rows[i], c.baseline, lang), status_text(units.rows[i], c.baseline, lang)
        rows.append(Row((name, status, *(row_figure(c, units, figure, i) for figure in FIGURES))))
    if rest := list(order[most:]) if most is not None else []:
        named = sentence("units.rest", lang, units=counted(c, [units.rows[i] for i in rest], lang))
        rows.append(Row((named, None, *_together(units, rest))))
    total = (sum_figure(c, units, figure) for figure in FIGURES)
    rows.append(Row((text("units.total", lang), None, *total), is_total=True))
    return Table(_columns(units, lang), tuple(rows))


def _columns(units: UnitTable, lang: Lang) -> tuple[Column, ...]:
    now, then = (month_short(int(units.projection.months[t]), lang) for t in (0, units.month))
    numbers = [f"{text(f'units.column.{name}', lang)} {now}" for name in ("asn", "enrolled", "coverage")]
    numbers.append(text("units.column.projected", lang, month=then))
    numbers.append(f"{text('units.column.to_asn', lang)}, {then}")
    names = [text(f"units.column.{name}", lang) for name in ("name", "status")]
    return (*map(Column, names), *(Column(title, is_number=True) for title in numbers))


def _together(units: UnitTable, places: list[int]) -> tuple[Quantity, ...]:
    """The figures of several rows, which nobody published together."""
    asn, enrolled, projected, to_asn = (
        Quantity(int(units.whole[name][places].sum()), "people")
        for name in ("asn", "enrolled", "projected", "to_asn")
    )
    coverage = Quantity(enrolled.number / asn.number, "share", form="one_place")
    return asn, enrolled, coverage, projected, to_asn
