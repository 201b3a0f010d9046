"""The visit list: for each office to visit, whom it still has to enrol, the gain, and its bill."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from simulator.planning.groups import UnitGroup
from simulator.planning.next_answer import Visits
from simulator.planning.rounding import largest_remainder, whole
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.next_units import visited_name
from simulator.report.tables.table import Column, Row, Table
from simulator.words import Lang, text
from simulator.words.numbers import month_short
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence

FIGURES = ("to_enrol", "gain", "bill_idr")


@dataclass(frozen=True, eq=False)
class VisitRow:
    """An office to visit, or a number of offices of a group, with the figures named in FIGURES."""

    group: UnitGroup
    name: Sentence
    figures: dict[str, Quantity]


def visit_rows(c: Context, visits: Visits, lang: Lang) -> tuple[VisitRow, ...]:
    """The rows in the order of the visits; people are whole and add up."""
    groups, at = visits.by_group, visits.at
    units = [[i for i in visits.units if i in group.units] for group, _ in groups]
    here, there = c.of(visits.present), c.of(visits.projection)
    # Where nobody else moves up the queue, rows add up to the regency's gain.
    gain = None if visits.moved_up >= 0.5 else whole(float(visits.gains.sum()))
    gains = largest_remainder(np.array([visits.gains[of].sum() for of in units]), gain)
    workers = largest_remainder(
        np.array([visits.projection.enrolment.enrolled[of, at].sum() for of in units])
    )
    rows = []
    for place, (group, number) in enumerate(groups):
        codes = tuple(c.baseline.codes[i] for i in units[place])
        will, was = (quantity(of, "row_projected", codes=codes, month=at) for of in (there, here))
        more = quantity((will, was), "difference", before=True)
        bill = quantity(there, "visit_bill", codes=codes, month=at, workers=float(workers[place]))
        figures = {
            "to_enrol": quantity(c, "row_to_enrol_now", codes=codes),
            "gain": replace(more, value=float(gains[place])),
            "bill_idr": replace(bill, form="bare"),
        }
        rows.append(VisitRow(group, visited_name(c, group, number, lang), figures))
    return tuple(rows)


def sums(rows: Sequence[VisitRow]) -> dict[str, Quantity]:
    """The totals of the rows, by figure."""
    return {
        name: replace(
            quantity(tuple(row.figures[name] for row in rows), "total"), form=rows[0].figures[name].form
        )
        for name in FIGURES
    }


def columns(c: Context, visits: Visits, lang: Lang) -> dict[str, str]:
    """The titles of the columns by figure."""
    months = {
        "month": month_short(int(c.projection.months[visits.at]), lang),
        "now": month_short(c.baseline.month, lang),
    }
    return {name: text(f"next.column.{name}", lang, **months) for name in ("name", *FIGURES)}


def visit_table(c: Context, visits: Visits, lang: Lang) -> Table:
    """The visit list as a table with its totals."""
    rows, titles = visit_rows(c, visits, lang), columns(c, visits, lang)
    lines = [Row((row.name, *(row.figures[name] for name in FIGURES))) for row in rows]
    total = sums(rows)
    lines.append(Row((text("next.sum", lang), *(total[name] for name in FIGURES)), is_total=True))
    return Table((Column(titles["name"]), *(Column(titles[name], True) for name in FIGURES)), tuple(lines))
