"""What changed in each office since the last meeting, from recorded actuals."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from simulator.model.months import month_name, month_number
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.target import latest, latest_month
from simulator.report.sentences.unit_names import row_name
from simulator.report.tables.table import Column, Row, Table
from simulator.report.tables.units import row_figure, unit_table
from simulator.words import Lang, text
from simulator.words.quantity import Month, Quantity, count
from simulator.words.sentence import sentence

UNKNOWN = Quantity(None, "people")


@dataclass(frozen=True)
class Change:
    """The enrolled of a unit, or of a group of `units` units, in two months.

    `before` has no value where nobody recorded it.
    """

    name: str
    before: Quantity
    now: Quantity
    units: int = 1

    @property
    def by(self) -> Quantity:
        """By how many workers the enrolled grew."""
        if self.before.value is None or self.now.value is None:
            return UNKNOWN
        number = quantity((self.now, self.before), "difference", rounded=True)
        return replace(number, value=self.now.number - self.before.number, form="signed")


def month_before(c: Context, today: str) -> int:
    """The month (offset) with which the latest actuals are compared.

    It is the last month recorded up to the last meeting before `today` (YYYY-MM-DD), by the days in the
    decision log; the month of the data where there was none.
    """
    meetings = [entry.date for entry in c.scenario.decisions if entry.date < today]
    if not meetings:
        return 0
    met, now = month_number(max(meetings)[:7]) - c.baseline.month, latest_month(c)
    known = (month_number(name) - c.baseline.month for name in c.actuals.months())
    codes = c.baseline.codes
    return max(
        (t for t in known if 0 < t <= met and t < now and _recorded(c, t, codes) is not None),
        default=0,
    )


def total_change(c: Context, before: int, lang: Lang) -> Change:
    """The change of the whole regency up to the last month with a total."""
    start = int(unit_table(c.projection, 0).whole["enrolled"].sum())
    then = replace(quantity(c, "enrolled_now"), value=start)
    if before:
        then = quantity(c, "actual_in", month=before)
    return Change(text("units.total", lang), then, latest(c)[1])


def changes(c: Context, before: int, lang: Lang) -> list[Change]:
    """The changes of units and groups recorded in the last month with a total, the largest rise first."""
    now, changes, units = latest_month(c), [], unit_table(c.projection, 0)
    for i, row in enumerate(units.rows):
        codes = [c.baseline.codes[unit] for unit in row.units]
        if not now or _recorded(c, now, codes, total=False) is None:
            continue
        name = row_name(row, c.baseline, lang)
        there = quantity(c, "actual_in", month=now, row=row.key)
        if not before:
            then = row_figure(c, units, "enrolled", i)
        elif _recorded(c, before, codes, total=False) is None:
            then = UNKNOWN
        else:
            then = quantity(c, "actual_in", month=before, row=row.key)
        changes.append(Change(name, then, there, len(row.units)))
    return sorted(changes, key=lambda one: -one.by.number if one.by.value is not None else 0.0)


def progress_table(
    c: Context, rows: Sequence[Change], total: Change, others: int, lang: Lang, before: int
) -> Table:
    """One row per change, then one for the remaining units, `others` of them, then the regency's `total`."""
    now = latest_month(c)
    months = [
        str(sentence("progress.column.month", lang, month=Month(c.baseline.month + t))) for t in (before, now)
    ]
    titles = (*months, text("progress.column.change", lang))
    columns = (Column(text("units.column.name", lang)), *(Column(title, is_number=True) for title in titles))
    table = [Row((one.name, one.before, one.now, one.by)) for one in rows]
    if others:
        name = sentence("progress.others", lang, number=count(others))
        table.append(Row((name, *_left(total, rows))))
    return Table(columns, (*table, Row((total.name, total.before, total.now, total.by), is_total=True)))


def _left(total: Change, rows: Sequence[Change]) -> tuple[Quantity, Quantity, Quantity]:
    """The difference between the regency's total and the rows; unknown where a row's earlier value is."""
    if any(one.before.value is None for one in rows):
        return UNKNOWN, UNKNOWN, UNKNOWN
    then = total.before.number - sum(one.before.number for one in rows)
    now = total.now.number - sum(one.now.number for one in rows)
    return Quantity(then, "people"), Quantity(now, "people"), Quantity(now - then, "people", form="signed")


def _recorded(c: Context, t: int, codes: Sequence[str], *, total: bool = True) -> int | None:
    month = month_name(c.baseline.month + t)
    return c.actuals.total(month, codes, "enrolled") if total else c.actuals.sum_of(month, codes, "enrolled")
