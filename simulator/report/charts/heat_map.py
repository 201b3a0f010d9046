"""Coverage of every row of the units' table, month by month."""

from dataclasses import dataclass

import numpy as np

from simulator.model.metrics import JOINED_THRESHOLD
from simulator.planning.groups import unit_groups
from simulator.report.context import Context
from simulator.report.sentences.unit_names import counted, row_name
from simulator.report.tables.table import Column, Row, Table
from simulator.report.tables.units import row_coverage
from simulator.words import Lang, text
from simulator.words.numbers import month_short
from simulator.words.quantity import Origin, Quantity, count
from simulator.words.sentence import Sentence, sentence


@dataclass(frozen=True, eq=False)
class HeatMap:
    """A coverage for each row and month (a month number), with title, text alternative and table."""

    title: Sentence
    alt: str
    names: tuple[str, ...]
    months: tuple[int, ...]
    shares: np.ndarray  # [rows, months]
    table: Table


def heat_map(c: Context, lang: Lang) -> HeatMap:
    """Every row in every month; the finding names the rows with nobody enrolled in the last month."""
    p, rows = c.projection, unit_groups(c.baseline)
    names, shares = tuple(row_name(row, c.baseline, lang) for row in rows), row_coverage(p, rows)
    first, last = c.month(0), c.month(-1)
    nobody = [row for row, share in zip(rows, shares[:, -1]) if share < JOINED_THRESHOLD]
    title = sentence(
        "units.heat.title.some" if nobody else "units.heat.title.all",
        lang,
        units=counted(c, nobody, lang),
        month=last,
    )
    number = count(len(rows))
    alt = sentence("units.heat.alt", lang, title=title, rows=number, first=first, last=last)
    return HeatMap(title, str(alt), names, tuple(p.months.tolist()), shares, _table(c, names, shares, lang))


def _table(c: Context, names: tuple[str, ...], shares: np.ndarray, lang: Lang) -> Table:
    """Whole percent of every row and month; halves are rounded up."""
    whole = np.floor(shares * 100 + 0.5) / 100

    def number(row: str, t: int, share: float) -> Quantity:
        origin = Origin("row_expected_coverage", c, (("month", t), ("row", row)))
        return Quantity(share, "share", "derived", origin, "whole")

    columns = (
        Column(text("units.column.name", lang)),
        *(Column(month_short(int(month), lang), is_number=True) for month in c.projection.months),
    )
    rows = (
        Row((name, *(number(row.key, t, share) for t, share in enumerate(of_row))))
        for name, row, of_row in zip(names, unit_groups(c.baseline), whole.tolist())
    )
    return Table(columns, tuple(rows))
