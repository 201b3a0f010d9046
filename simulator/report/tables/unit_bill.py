"""The tables of a unit's sheet: what it pays a month now and later, and what a family receives."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from simulator.model.contributions import contribution_per_member
from simulator.planning.groups import UnitGroup
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.tables.table import Cell, Column, Row, Table, listed
from simulator.report.tables.units import UnitTable, row_figure
from simulator.words import Lang, text
from simulator.words.quantity import Month, Quantity
from simulator.words.sentence import sentence

AHEAD_MONTHS = 36  # how far ahead to look for a known change of rate


def rate_months(c: Context) -> tuple[int, ...]:
    """Today, and every month ahead from which the relief of PP 50/2025 changes the cost of a worker.

    They are the same whether or not the scenario counts the relief.
    """
    months = np.arange(c.today, c.today + AHEAD_MONTHS + 1)
    plan = c.scenario.contribution.model_copy(update={"relief_applies": True})
    amounts = sum(contribution_per_member(plan, c.programme, months))
    return tuple(int(months[at]) for at in (0, *(np.flatnonzero(np.diff(amounts)) + 1)))


def bill_table(c: Context, rows: Sequence[Row], lang: Lang) -> Table:
    """Rupiah a month for one ASN and for a row's workers, now and from each change of the rate on."""
    now, *later = map(Month, rate_months(c))
    titles = (
        sentence("units.sheet.now", lang, month=now),
        *(sentence("units.sheet.from", lang, month=month) for month in later),
    )
    columns = (Column(text("units.sheet.for", lang)), *(Column(str(title), True) for title in titles))
    rates = (quantity(c, "rate_ahead", calendar=month) for month in rate_months(c))
    return Table(columns, (Row((text("units.sheet.per_asn", lang), *rates)), *rows))


def bill_rows(c: Context, table: UnitTable, place: int, lang: Lang) -> tuple[Row, ...]:
    """Whom a row pays for: enrolled, pledged, one worker for every ASN; lines with nobody are left out."""
    row, kind = table.rows[place], "pool" if table.rows[place].is_pooled else "unit"
    asn, enrolled = (row_figure(c, table, figure, place) for figure in ("asn", "enrolled"))
    workers = {"enrolled": enrolled, "pledged": pledges(c, row)}
    if asn.number > enrolled.number:
        workers["asn"] = asn
    rows, now = [], Month(c.baseline.month)
    for name, number in workers.items():
        if number.value:
            payers = sentence(f"units.sheet.{name}.{kind}", lang, number=number, month=now)
            rows.append(Row((payers, *(_bill(c, row, name, month) for month in rate_months(c)))))
    return tuple(rows)


def pledges(c: Context, row: UnitGroup) -> Quantity:
    """Workers that a row's units pledged."""
    return quantity(c, "row_pledges", row=row.key)


def _bill(c: Context, row: UnitGroup, workers: str, month: int) -> Quantity:
    bill = quantity(c, "bill_ahead", row=row.key, workers=workers, calendar=month)
    return replace(bill, form="full")


def family_table(c: Context, lang: Lang) -> Table:
    """The payouts after a death by today's rules, at the scenario's income base; without column titles."""

    def rule(name: str) -> Quantity:
        return quantity(c, "rule", name=name, calendar=c.today)

    def short(name: str) -> Quantity:
        return replace(rule(name), unit="idr")  # in millions

    scholarship = quantity(c, "scholarship_most", calendar=c.today)
    paid: dict[str, Cell] = {
        "jkm": short("jkm_full_idr"),
        "jkk": quantity(c, "jkk_death", calendar=c.today),
        "scholarship": sentence("units.sheet.scholarship_value", lang, amount=scholarship),
    }
    noted = {
        "months": rule("jkm_full_from_months"),
        "funeral": short("jkm_funeral_idr"),
        "multiple": rule("jkk_death_base_multiple"),
        "base": quantity(c, "setting", path="contribution.income_base_idr"),
        "fixed": short("jkk_death_fixed_idr"),
        "children": rule("scholarship_max_children"),
        "child": short("scholarship_max_per_child_idr"),
        "years": quantity(c, "scholarship_years", calendar=c.today),
    }
    rows = (
        (text(f"units.sheet.{name}", lang), cell, sentence(f"units.sheet.{name}_note", lang, **noted))
        for name, cell in paid.items()
    )
    return listed((Column(""),) * 3, rows)
