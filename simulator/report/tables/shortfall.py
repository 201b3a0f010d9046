"""Who is still to find in the month of the data: the offices by status, the other ASN, all of them."""

from collections.abc import Sequence

from simulator.planning.groups import STATUSES, UnitGroup
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.explain.offices import OFFICES
from simulator.report.sentences.unit_names import counted
from simulator.report.tables.table import Column, Row, Table
from simulator.report.tables.units import UnitTable, unit_table
from simulator.words import Lang, text
from simulator.words.quantity import Month, Quantity, least_known
from simulator.words.sentence import sentence


def shortfall_table(c: Context, lang: Lang) -> Table:
    """ASN, workers pledged and still to find: offices of each status, those asked most first, then others."""
    units, month = unit_table(c.projection, 0), Month(c.baseline.month)
    columns = (
        Column(text("shortfall.column.group", lang)),
        *(
            Column(str(sentence(f"shortfall.column.{name}", lang, month=month)), is_number=True)
            for name in ("asn", "pledged", "to_find")
        ),
    )
    rows = []
    for status in reversed(STATUSES):
        places = [i for i, row in enumerate(units.rows) if row.status == status and row.segment in OFFICES]
        if places:
            offices = counted(c, [units.rows[i] for i in places], lang)
            status_name = text(f"participation.{status}", lang)
            name = sentence("shortfall.group", lang, units=offices, status=status_name)
            rows.append(Row((name, *_cells(c, units, places))))
    if others := units.places("other"):
        rows.append(Row((text("units.segment.other", lang), *_cells(c, units, others))))
    rows.append(Row((text("units.total", lang), *_cells(c, units, units.places())), is_total=True))
    return Table(columns, tuple(rows))


def _cells(c: Context, units: UnitTable, places: list[int]) -> tuple[Quantity, Quantity, Quantity]:
    asn, to_asn = (int(units.whole[name][places].sum()) for name in ("asn", "to_asn"))
    all_of_them = places == units.places()
    basis = units.basis_of_sum("asn") if all_of_them else least_known(units.asn_basis[i] for i in places)
    pledge = pledged(c, [units.rows[i] for i in places if units.rows[i].status == "pledged"])
    return Quantity(asn, "people", basis), pledge, Quantity(to_asn, "people")


def pledged(c: Context, groups: Sequence[UnitGroup]) -> Quantity:
    """Workers pledged by groups, known as well as the least known segment; none where it is nobody."""
    workers = sum(int(group.total(c.baseline.pledge_workers)) for group in groups)
    marks = (
        quantity(c, "status_pledges", status="pledged", segment=segment).basis
        for segment in {group.segment for group in groups}
    )
    return Quantity(workers or None, "people", least_known(marks, default="published"))
