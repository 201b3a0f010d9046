"""Formulas of the lines of the units' table: a unit, units pooled in a group, a segment, or all units."""

import math
from collections.abc import Sequence
from functools import partial

from simulator.planning.groups import UnitGroup, unit_groups
from simulator.report.explain.contributions import per_member_term
from simulator.report.explain.derivation import Derivation, Query, Term, combined, exact
from simulator.report.explain.people import asn_of, counted, rolled_forward
from simulator.report.sentences.unit_names import row_name
from simulator.report.tables.units import UnitTable, unit_table
from simulator.words import Lang
from simulator.words.settings import segment_name


def _table(query: Query) -> UnitTable:
    """The table of the month of the query, rounded to whole people that add up."""
    return unit_table(query.projection, query.month)


def _place(query: Query, table: UnitTable) -> int:
    """The position of the row of the query in the table."""
    return [row.key for row in table.rows].index(query.group.key)


def _whole(query: Query, figure: str) -> float:
    """A figure of the table: for the `row` of the query, for its `segment`, or for all rows."""
    table = _table(query)
    if "row" in query.about:
        return float(table.whole[figure][_place(query, table)])
    return float(table.total(figure, query.about.get("segment")))


def _workers(query: Query) -> Term:
    """Enrolled in the month of the query, in whole people."""
    return Term("row_workers", _whole(query, "projected"), label=query.at(query.month))


def _asn(query: Query) -> Term:
    """ASN of the baseline month."""
    segment = query.about.get("segment")
    return query.unit_total("row_asn", "asn", query.units, f"{segment}_asn_all" if segment else "")


def _asn_then(query: Query) -> Term:
    """ASN in the month of the query, rounded to whole people."""
    now, then = _asn(query), _whole(query, "asn_then")
    return now if then == now.value else Term("row_asn", then)


def row_asn(query: Query) -> Derivation:
    """ASN of a row in the baseline month."""
    return counted(query, "asn", query.units)


def row_asn_in(query: Query) -> Derivation:
    """ASN of a row in a month."""
    return asn_of(query, query.units)


def row_enrolled(query: Query) -> Derivation:
    """Enrolled of a row in the baseline month."""
    return counted(query, "enrolled", query.units)


def row_to_enrol_now(query: Query) -> Derivation:
    """ASN for whom nobody is enrolled in the baseline month, of a row or of the units of some `codes`."""
    asn = query.unit_total("row_asn", "asn", query.units)
    enrolled = query.unit_total("row_enrolled", "enrolled", query.units, "", **query.at(0))
    if asn.value <= enrolled.value:
        return Derivation(0.0, "people", "", (asn, enrolled), notes=("nobody_left",))
    return combined("−", asn, enrolled)


def row_coverage(query: Query) -> Derivation:
    """Enrolled ÷ ASN in the baseline month."""
    segment = query.about.get("segment")
    fact = f"{segment}_enrolled" if segment else ""
    enrolled = query.unit_total("row_enrolled", "enrolled", query.units, fact, **query.at(0))
    return combined("÷", enrolled, _asn(query), unit="share")


def row_projected(query: Query) -> Derivation:
    """Enrolled of a row in a month."""
    return rolled_forward(query, query.units)


def row_to_enrol(query: Query) -> Derivation:
    """ASN of a row for whom nobody is enrolled yet in a month; never below 0."""
    asn, workers = _asn_then(query), _workers(query)
    if asn.value <= workers.value:
        return Derivation(0.0, "people", "", (asn, workers), notes=("nobody_left",))
    return combined("−", asn, workers, notes=("whole_workers",))


def row_projected_coverage(query: Query) -> Derivation:
    """Workers per ASN of a row in a month, both in whole people as the table shows them."""
    workers, asn = _workers(query), _asn_then(query)
    if not asn.value:
        return Derivation(0.0, "share", "", (workers, asn), notes=("whole_workers",))
    return combined("÷", workers, asn, unit="share", notes=("whole_workers",))


def row_expected_coverage(query: Query) -> Derivation:
    """Expected workers per ASN of a row in a month."""
    units, t, p = query.units, query.month, query.projection
    enrolled = Term("row_enrolled", float(p.enrolment.enrolled[units, t].sum()), label=query.at(t))
    now, then = _asn(query), float(p.seats.asn[units, t].sum())
    asn = now if then == now.value else Term("row_asn", then)
    return combined("÷", enrolled, asn, unit="share")


def row_below_plan(query: Query) -> Derivation:
    """Workers missing to what a row's units plan for a month; NaN where none of the units begins."""
    table, workers = _table(query), _workers(query)
    if not table.has_plan[_place(query, table)]:
        return Derivation(math.nan, "people", "", (), notes=("no_plan",))
    short = _whole(query, "below_plan")
    if not short:
        return Derivation(0.0, "people", "", (workers,), notes=("plan_reached",))
    planned = Term("row_planned", workers.value + short, label=query.at(query.month))
    return combined("−", planned, workers, notes=("whole_workers",))


def to_enrol_in(query: Query) -> Derivation:
    """ASN for whom nobody is enrolled yet in a month, row by row or segment by segment."""
    return _by_place(query, "to_enrol")


def below_plan_in(query: Query) -> Derivation:
    """Workers missing to what units plan for a month, row by row or segment by segment."""
    return _by_place(query, "below_plan")


def _by_place(query: Query, figure: str) -> Derivation:
    """A figure of the table segment by segment, or row by row of the segment in the query."""
    table, segment = _table(query), query.about.get("segment")
    if segment:
        return by_row(query, [table.rows[i] for i in table.places(segment)], figure)
    terms = tuple(
        Term(f"row_{figure}#{i}", table.total(figure, one), label={"row": partial(segment_name, one)})
        for i, one in enumerate(table.segments)
    )
    return combined("+", *terms, notes=(f"{figure}_by_row",))


def by_row(query: Query, rows: Sequence[UnitGroup], figure: str) -> Derivation:
    """A figure of some rows of the table, row by row."""
    table = _table(query)
    of_key = {row.key: float(value) for row, value in zip(table.rows, table.whole[figure])}
    terms = tuple(
        Term(f"row_{figure}#{i}", of_key[row.key], label={"row": partial(row_name, row, query.baseline)})
        for i, row in enumerate(rows)
    )
    return combined("+", *terms, notes=(f"{figure}_by_row",))


def row_bill(query: Query) -> Derivation:
    """What a row's ASN pay in a month: whole workers × the contribution."""
    rate = per_member_term(query, query.month)
    return combined("×", _workers(query), rate, unit="idr", notes=("whole_workers",))


def row_payouts(query: Query) -> Derivation:
    """A row's share of a month's expected payouts, in proportion to its share of the enrolled."""
    t, p, units = query.month, query.projection, query.units
    terms = (
        Term("row_enrolled", float(p.enrolment.enrolled[units, t].sum()), label=query.at(t)),
        Term("enrolled", float(p.enrolled[t]), label=query.at(t)),
        Term("payouts", float(p.payouts_idr[t]), "idr"),
    )
    value = float((p.unit_share[units, t] * p.payouts_idr[t]).sum())
    if p.enrolled[t] == 0:
        return Derivation(value, "idr", "", terms, notes=("nobody_enrolled",))
    return Derivation(value, "idr", "{row_enrolled} ÷ {enrolled} × {payouts}", terms, notes=("pooled",))


def units_counted(query: Query) -> Derivation:
    """How many units the given `rows` (keys) hold."""
    rows = [row for row in unit_groups(query.baseline) if row.key in query.about["rows"]]

    def names(lang: Lang) -> str:
        return "; ".join(row_name(row, query.baseline, lang) for row in rows)

    return exact(sum(len(row.units) for row in rows), "counted_rows", names=names)
