"""Enrolled, coverage and money by month and group, in whole people that add up."""

from dataclasses import replace

import numpy as np

from simulator.planning.comparison import segments_of
from simulator.planning.rounding import largest_remainder, whole
from simulator.report.context import Context
from simulator.report.explain.cited import contribution_keys, payout_keys
from simulator.report.explain.explanation import quantity
from simulator.report.tables.table import Column, Row, Table
from simulator.words import Lang, text
from simulator.words.quantity import Quantity


def month_table(c: Context, lang: Lang) -> Table:
    """One row for each month from the baseline on.

    People of each group and in total, coverage, whole people × contribution, payouts, and how the month is
    known.
    """
    return Table(_columns(c, lang), tuple(_row(c, t, lang) for t in range(len(c.projection.months))))


def _columns(c: Context, lang: Lang) -> tuple[Column, ...]:
    def figures(key: str, source: str) -> Column:
        return Column(text(key, lang), True, "derived", source)

    # The data's own source, and the plans, which are assumptions.
    people_from = f"{c.baseline.facts.source} S44"
    return (
        Column(text("overview.table.month", lang)),
        *(figures(f"units.segment.{segment}", people_from) for segment in segments_of([c.projection])),
        figures("overview.table.total", people_from),
        figures("overview.table.coverage", people_from),
        figures("overview.table.contributions", contribution_keys(c)),
        figures("overview.table.payouts", payout_keys(c)),
        Column(text("overview.table.note", lang)),
    )


def _row(c: Context, t: int, lang: Lang) -> Row:
    p, segments = c.projection, segments_of([c.projection])
    total = whole(p.enrolled[t])
    groups = largest_remainder(np.array([p.enrolled_by_segment[s][t] for s in segments]), total)
    contributions = whole(total * p.contribution_per_member_idr[t])
    return Row(
        (
            c.month(t),
            *(
                _whole(quantity(c, "enrolled_segment_in", month=t, segment=segment), number)
                for segment, number in zip(segments, groups.tolist())
            ),
            _whole(quantity(c, "enrolled_in", month=t), total),
            quantity(c, "coverage_in", month=t),
            replace(_whole(quantity(c, "contributions_in", month=t), contributions), form="bare"),
            replace(_whole(quantity(c, "payouts_in", month=t), whole(p.payouts_idr[t])), form="bare"),
            month_note(c, t, lang) if t else text("tables.start_month", lang),
        )
    )


def _whole(number: Quantity, rounded: int) -> Quantity:
    return replace(number, value=rounded)


def month_note(c: Context, t: int, lang: Lang) -> str:
    """How a month is known: observed at 0, past without an actual, otherwise projected."""
    known = "observed" if t == 0 else "past" if t in c.missing_months else "projected"
    return text(f"overview.table.{known}", lang)
