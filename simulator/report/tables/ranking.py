"""Units by who has furthest to go, with those beyond a number of rows counted in one."""

from collections.abc import Sequence

from simulator.report.tables.table import Column, Row, Table
from simulator.report.tables.units import UnitTable
from simulator.words import Lang, text
from simulator.words.numbers import month_short
from simulator.words.quantity import Mark, Quantity
from simulator.words.units import counted, row_name, status_text


def ranking_table(units: UnitTable, order: Sequence[int], lang: Lang, most: int | None = None) -> Table:
    """Rows by their places in `order`, at most so many before one that counts the rest, then all together."""
    baseline, rows = units.projection.baseline, []
    for i in order[:most]:
        row, marks = units.rows[i], (units.asn_basis[i], units.enrolled_basis[i])
        name, status = row_name(row, baseline, lang), status_text(row, baseline, lang)
        rows.append(Row((name, status, *_figures(units, [i], *marks))))
    if rest := list(order[most:]) if most is not None else []:
        name = text("units.rest", lang, units=counted([units.rows[i] for i in rest], lang))
        rows.append(Row((name, None, *_figures(units, rest, "derived", "derived"))))
    marks = (units.basis_of_sum("asn"), units.basis_of_sum("enrolled"))
    total = _figures(units, units.places(), *marks)
    rows.append(Row((text("units.total", lang), None, *total), is_total=True))
    return Table(_columns(units, lang), tuple(rows))


def _columns(units: UnitTable, lang: Lang) -> tuple[Column, ...]:
    now, then = (month_short(int(units.projection.months[t]), lang) for t in (0, units.month))
    numbers = [f"{text(f'units.column.{name}', lang)} {now}" for name in ("asn", "enrolled", "coverage")]
    numbers.append(text("units.column.projected", lang, month=then))
    numbers.append(f"{text('units.column.to_asn', lang)}, {then}")
    names = [text(f"units.column.{name}", lang) for name in ("name", "status")]
    return (*map(Column, names), *(Column(title, is_number=True) for title in numbers))


def _figures(
    units: UnitTable, places: list[int], asn_mark: Mark, enrolled_mark: Mark
) -> tuple[Quantity, ...]:
    """ASN, enrolled and coverage of the data, projected and short of one worker per ASN in the month."""
    asn, enrolled, projected, to_asn = (
        int(units.whole[name][places].sum()) for name in ("asn", "enrolled", "projected", "to_asn")
    )
    return (
        Quantity(asn, "people", asn_mark),
        Quantity(enrolled, "people", enrolled_mark),
        Quantity(enrolled / asn, "share", form="one_place"),
        Quantity(projected, "people"),
        Quantity(to_asn, "people"),
    )
