"""OPD, kecamatan and other ASN in whole people that add up: in one month, and how many are still to enrol."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from simulator.model.parts import OFFICES
from simulator.planning.groups import STATUSES, UnitGroup
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.groups import alone, slide
from simulator.report.sentences.unit_names import counted
from simulator.report.tables.table import Column, Piece, Row, Table
from simulator.report.tables.units import UnitTable, unit_table
from simulator.words import Lang, text
from simulator.words.quantity import Month, Quantity, least_known
from simulator.words.sentence import sentence

GroupFigure = Literal["enrolled", "asn", "coverage", "to_enrol", "alone"]


def groups_table(
    c: Context, month: int, figures: Sequence[GroupFigure], lang: Lang, *, total: bool = True
) -> Table:
    """One row for each group, then the total; `month` is an offset from the baseline.

    `to_enrol` are the ASN for whom nobody is enrolled yet; `alone` is the share a group would have to reach
    to close the gap of the target month without the others.
    """
    units = unit_table(c.projection, month)
    columns = [Column(text("groups.column.name", lang))]
    columns += [Column(text(f"groups.column.{figure}", lang), is_number=True) for figure in figures]
    rows = [_row(c, units, segment, figures, lang) for segment in (*units.segments, *[None] * total)]
    return Table(tuple(columns), tuple(rows))


def _row(
    c: Context, units: UnitTable, segment: str | None, figures: Sequence[GroupFigure], lang: Lang
) -> Row:
    enrolled, asn = units.total("projected", segment), units.total("asn_then", segment)
    month = units.month
    if segment:
        about = {"segment": segment, "month": month}
        of_asn, of_enrolled = (quantity(c, f"{what}_segment_in", **about) for what in ("asn", "enrolled"))
        start = quantity(c, "enrolled_segment_in", segment=segment, month=0)
        if start.basis == "assumed":  # not known better than the figures the projection starts from
            of_enrolled = replace(of_enrolled, basis=least_known((start.basis, of_enrolled.basis)))
    else:
        of_asn, of_enrolled = quantity(c, "asn_in", month=month), quantity(c, "enrolled_in", month=month)
    cells: dict[GroupFigure, Piece] = {
        "enrolled": replace(of_enrolled, value=enrolled),
        "asn": replace(of_asn, value=asn),
        "coverage": Quantity(enrolled / asn, "share", form="one_place" if month else ""),
        "to_enrol": Quantity(units.total("to_enrol", segment), "people"),
    }
    if segment and "alone" in figures:
        cells["alone"] = _alone(c, segment, lang)
    name = text(f"units.segment.{segment}" if segment else "units.total", lang)
    return Row((name, *(cells.get(figure) for figure in figures)), is_total=segment is None)


def _alone(c: Context, segment: str, lang: Lang) -> Piece:
    needed = slide(c.projection)
    group = next(group for group in needed.groups if group.segment == segment)
    if not needed.gap:
        return text("groups.enough", lang)
    return text("groups.not_enough", lang) if group.alone_share is None else alone(c, group, needed)


def to_enrol_table(c: Context, lang: Lang) -> Table:
    """ASN, pledged workers and still to enrol: offices by status, those requested most first, then others."""
    units, month = unit_table(c.projection, 0), Month(c.baseline.month)
    columns = (
        Column(text("to_enrol.column.group", lang)),
        *(
            Column(str(sentence(f"to_enrol.column.{name}", lang, month=month)), is_number=True)
            for name in ("asn", "pledged", "to_enrol")
        ),
    )
    rows = []
    for status in reversed(STATUSES):
        places = [i for i, row in enumerate(units.rows) if row.status == status and row.segment in OFFICES]
        if places:
            offices = counted(c, [units.rows[i] for i in places], lang)
            status_name = text(f"participation.{status}", lang)
            name = sentence("to_enrol.group", lang, units=offices, status=status_name)
            rows.append(Row((name, *_cells(c, units, places))))
    if others := units.places("other"):
        rows.append(Row((text("units.segment.other", lang), *_cells(c, units, others))))
    rows.append(Row((text("units.total", lang), *_cells(c, units, units.places())), is_total=True))
    return Table(columns, tuple(rows))


def _cells(c: Context, units: UnitTable, places: list[int]) -> tuple[Quantity, Quantity, Quantity]:
    asn, to_enrol = (int(units.whole[name][places].sum()) for name in ("asn", "to_enrol"))
    all_of_them = places == units.places()
    basis = units.basis_of_sum("asn") if all_of_them else least_known(units.bases["asn"][i] for i in places)
    pledge = pledged(c, [units.rows[i] for i in places if units.rows[i].status == "pledged"])
    return Quantity(asn, "people", basis), pledge, Quantity(to_enrol, "people")


def pledged(c: Context, groups: Sequence[UnitGroup]) -> Quantity:
    """Workers pledged by groups, with the mark of the least known segment; no value where it is nobody."""
    workers = sum(int(group.total(c.baseline.pledge_workers)) for group in groups)
    marks = (
        quantity(c, "status_pledges", status="pledged", segment=segment).basis
        for segment in {group.segment for group in groups}
    )
    return Quantity(workers or None, "people", least_known(marks, default="published"))
