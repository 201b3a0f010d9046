"""Contributions compared with expected payouts: so far and ahead, and by period with the same rate."""

from dataclasses import replace
from itertools import pairwise

import numpy as np

from simulator.model.contributions import relief_shares
from simulator.planning.rounding import FIGURES_ADDING_UP, adding_up, step_of, whole_steps
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.tables.table import Column, Row, Table
from simulator.words import Lang, text
from simulator.words.numbers import span
from simulator.words.quantity import Month, Quantity
from simulator.words.sentence import sentence

PAID = ("contributions", "payouts")


def ahead(c: Context, lang: Lang) -> str:
    """The first and the last projected month."""
    months = c.projection.months
    return span(int(months[1]), int(months[-1]), lang)


def money_table(c: Context, lang: Lang) -> Table:
    """Contributions and payouts so far, where both are published, and over the projection."""
    columns = (Column(""), *(Column(text(f"money.column.{name}", lang), is_number=True) for name in PAID))
    given = [c.baseline.fact(f"{name}_so_far_idr") for name in PAID]
    rows = []
    if all(given):
        so_far = [replace(quantity(c, f"{name}_so_far"), value=f.value) for name, f in zip(PAID, given) if f]
        until = sentence("money.so_far", lang, month=Month(c.baseline.month))
        rows.append(Row((until, *so_far)))
    last = len(c.projection.months) - 1
    sums = (quantity(c, f"cumulative_{name}", month=last) for name in PAID)
    rows.append(Row((text("money.ahead", lang, span=ahead(c, lang)), *sums)))
    return Table(columns, tuple(rows))


def periods_table(c: Context, lang: Lang) -> Table:
    """The projection split where the contribution of one worker changes, then its total; JHT is left out."""
    columns = (
        Column(text("money.column.period", lang)),
        *(Column(text(f"money.column.{name}", lang), is_number=True) for name in ("rate", *PAID, "ratio")),
    )
    rate = c.projection.contribution_per_member_idr[1:]
    starts = [0, *(np.flatnonzero(np.diff(rate)) + 1).tolist(), len(rate)]
    rows = [_period(c, first + 1, end, lang) for first, end in pairwise(starts)]
    if len(rows) > 1:
        whole = _period(c, 1, len(rate), lang).cells
        rows.append(Row((ahead(c, lang), None, *whole[2:]), is_total=True))
        rows = _adding_up(rows)
    return Table(columns, tuple(rows))


def _adding_up(rows: list[Row]) -> list[Row]:
    """The rows with amounts as shown that add up to those of the last row; rate and ratio are unchanged."""
    cells = [list(row.cells) for row in rows]
    for column in (2, 3):
        amounts = [amount for row in cells if isinstance(amount := row[column], Quantity)]
        *parts, total = amounts
        step = step_of("contributions_idr", [total.number], FIGURES_ADDING_UP)
        steps = whole_steps(total.number, step)
        shown = [*adding_up([part.number for part in parts], step, steps), steps]
        for row, amount, of in zip(cells, amounts, shown):
            row[column] = replace(amount, value=of * step, step=step)
    return [replace(row, cells=tuple(of)) for row, of in zip(rows, cells)]


def _period(c: Context, first: int, last: int, lang: Lang) -> Row:
    """The months from `first` to `last` (offsets, both included), at the rate of the first."""
    p = c.projection
    rate = float(p.contribution_per_member_idr[first])
    paid_in, paid_out = (
        float(values[first : last + 1].sum())
        for values in (p.enrolled * p.contribution_per_member_idr, p.payouts_idr)
    )
    name = span(int(p.months[first]), int(p.months[last]), lang)
    if relief_shares(p.scenario.contribution, c.programme, p.months)[first] > 0:
        name = text("money.relieved", lang, span=name)
    amounts = (Quantity(rate, "idr_each"), Quantity(paid_in, "idr"), Quantity(paid_out, "idr"))
    return Row((name, *amounts, Quantity(paid_out / paid_in if paid_in else None, "ratio")))
