"""The overview's table by group and month: whole people that add up, for the screen and as a file."""

import numpy as np

from simulator.model.actuals import NOTHING_RECORDED, Actuals
from simulator.model.months import month_name
from simulator.model.projection import Projection
from simulator.model.scenario import SEGMENTS
from simulator.planning.rounding import largest_remainder, whole
from simulator.report.explain.derivation import contribution_keys, payout_keys
from simulator.report.sentences.overview import missing_months
from simulator.report.tables.csv_file import Cell, Column
from simulator.words import Lang, text
from simulator.words.numbers import decimal, month_long, people, percent
from simulator.words.provenance import basis_name


def month_columns(p: Projection, lang: Lang) -> list[Column]:
    """Columns of the table, with mark and sources (docs/sources.md) of each column of figures."""

    def figures(title: str, source: str) -> Column:
        return Column(title, basis_name("derived", lang), source)

    people_from = (
        f"{p.baseline.facts.source} S44"  # the data's own source, and the plans, which are assumptions
    )
    return [
        Column(text("overview.table.month", lang)),
        *(figures(text(f"units.segment.{s}", lang), people_from) for s in _segments(p)),
        figures(text("overview.table.total", lang), people_from),
        figures(text("overview.table.coverage", lang), people_from),
        figures(text("overview.table.contributions", lang), contribution_keys(p)),
        figures(text("overview.table.payouts", lang), payout_keys(p)),
        Column(text("overview.table.note", lang)),
    ]


def month_rows(
    p: Projection, today: int, lang: Lang, actuals: Actuals = NOTHING_RECORDED
) -> list[list[Cell]]:
    """A row for each month from the baseline on: month (YYYY-MM), people of each group and in total, coverage as share, whole people × contribution and payouts in Rupiah, note."""
    missing = missing_months(p, today, actuals)
    rows: list[list[Cell]] = []
    for t, month in enumerate(p.months.tolist()):
        total = whole(p.enrolled[t])
        groups = largest_remainder(np.array([p.enrolled_by_segment[s][t] for s in _segments(p)]), total)
        rows.append(
            [
                month_name(month),
                *groups.tolist(),
                total,
                round(float(p.coverage_share[t]), 6),
                whole(total * p.contribution_per_member_idr[t]),
                whole(p.payouts_idr[t]),
                month_note(t, missing, lang) if t else text("tables.start_month", lang),
            ]
        )
    return rows


def shown_rows(rows: list[list[Cell]], lang: Lang) -> list[list[str]]:
    """The rows as a screen shows them."""
    return [
        [
            month_long(month, lang),
            *(people(n, lang) for n in counts),
            percent(coverage, lang),
            decimal(paid_in, lang),
            decimal(paid_out, lang),
            note,
        ]
        for month, *counts, coverage, paid_in, paid_out, note in rows
    ]


def month_note(t: int, missing: tuple[int, ...], lang: Lang) -> str:
    """How far a month is known: observed at 0, past without actual figures where it is one of `missing`, else projected."""
    return text(
        "overview.table.observed"
        if t == 0
        else "overview.table.past"
        if t in missing
        else "overview.table.projected",
        lang,
    )


def _segments(p: Projection) -> list[str]:
    return [s for s in SEGMENTS if len(p.baseline.rows[s])]
