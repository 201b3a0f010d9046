"""Every month of every scenario as `run` writes it, in full precision, with the target and how far the month is known."""

from collections.abc import Sequence

from simulator.handouts.book import Field, month_day
from simulator.handouts.stamp import letters
from simulator.model.metrics import COLUMNS, METRICS, target_workers
from simulator.report.context import Context
from simulator.report.sentences.overview import missing_months
from simulator.report.tables.months import month_note
from simulator.words import Lang, text

KINDS = {"people": "exact", "share": "share", "units": "people", "idr": "idr"}
MONTH, NAME, FIRST = 1, 2, 3  # columns, after the letter; from FIRST on the columns of `run`
TARGET = FIRST + len(COLUMNS)
PAID_IN = TARGET + 1  # JKK and JKM only: JHT is the worker's own saving
NOTE = PAID_IN + 1


def column_of(metric: str) -> int:
    """The column of a metric of `run`."""
    return FIRST + COLUMNS.index(metric)


def month_fields(lang: Lang) -> list[Field]:
    """The columns: the scenario's letter, month, name, those of `run`, target, JKK and JKM contributions, note."""
    return [
        Field(text("handouts.brief.name", lang), width=10),
        Field(text("handouts.book.month", lang), "month"),
        Field(text("handouts.book.name", lang), width=34),
        *(
            Field(
                text(f"handouts.book.{name}", lang),
                KINDS[METRICS[name].unit],
                19 if name.endswith("_idr") else 14,
            )
            for name in COLUMNS
        ),
        Field(text("handouts.book.target", lang), "people"),
        Field(text("handouts.book.paid_in_idr", lang), "idr"),
        Field(text("handouts.book.note", lang), width=50),
    ]


def month_rows(contexts: Sequence[Context], names: Sequence[str], lang: Lang) -> list[list]:
    """A row for each month of each scenario, whose name stands in its first."""
    rows = []
    for c, letter, name in zip(contexts, letters(contexts), names):
        p, missing = c.projection, missing_months(c.projection, c.today, c.actuals)
        series = [METRICS[column].series(p).tolist() for column in COLUMNS]
        series += [target_workers(p).tolist(), (p.enrolled * p.contribution_per_member_idr).tolist()]
        rows += [
            [
                letter,
                month_day(month),
                None if t else name,
                *values,
                month_note(t, missing, lang) if t else text("tables.start_month", lang),
            ]
            for t, (month, *values) in enumerate(zip(p.months.tolist(), *series))
        ]
    return rows


__all__ = ["month_fields", "month_rows", "column_of", "NAME", "MONTH", "TARGET", "PAID_IN"]
