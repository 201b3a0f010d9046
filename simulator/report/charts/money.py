"""Contributions compared with expected payouts, with the months of relief named."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Literal

import numpy as np

from simulator.model.contributions import relief_shares
from simulator.model.projection import Projection
from simulator.report.charts.chart import Chart, Period, Point, Series
from simulator.report.charts.likely import Likely, with_likely
from simulator.report.charts.parts import (
    actual_series,
    monthly,
    table_by_month,
    unrecorded,
    with_periods,
    with_rakor,
    within,
)
from simulator.report.charts.theme import ACTUAL_LOOK, CLAIMS_LOOK, PAYOUTS_LOOK, PROJECTION_LOOK, Look
from simulator.report.context import Context
from simulator.report.explain.chances import YEAR
from simulator.report.explain.explanation import quantity
from simulator.report.tables.months import month_note
from simulator.report.tables.table import Cell, Column, Table
from simulator.words import Lang, text
from simulator.words.numbers import span
from simulator.words.sentence import Sentence, sentence

View = Literal["monthly", "year", "cumulative", "since_start"]
MILLION = 1e6


def views(p: Projection) -> tuple[View, ...]:
    """The available views of money.

    By 12 months where the projection is longer, since the start where the baseline has the amounts so far.
    """
    so_far = [p.baseline.fact(f"{name}_so_far_idr") for name in ("contributions", "payouts")]
    year: tuple[View, ...] = ("year",) if len(p.months) - 1 > YEAR else ()
    return ("monthly", *year, "cumulative", *(("since_start",) if all(so_far) else ()))


def money(c: Context, view: View, lang: Lang, *, paths: bool = False) -> Chart:
    """JKK and JKM contributions (JHT is the worker's own saving) and expected payouts.

    Actuals appear only in the monthly view, and simulations only where months are added up: the payouts of
    single months are too uneven.
    """
    paid_in, paid_out = _lines(c, view)
    # A rate changes from one month to the next, as the shading does.
    drawn: Literal["steps", "line"] = "steps" if view == "monthly" else "line"
    lines = (
        Series(text("overview.contributions", lang), paid_in, PROJECTION_LOOK, drawn),
        Series(text("overview.payouts", lang), paid_out, PAYOUTS_LOOK),
    )
    recorded = (("contributions_idr", ACTUAL_LOOK), ("claims_idr", CLAIMS_LOOK)) if view == "monthly" else ()
    actual = [series for figure, look in recorded for series in actual_series(c, figure, look, lang)]
    periods = within((*_relief(c, lang), *unrecorded(c, lang, is_bracketed=True)), paid_in[0].month)
    title = _title(c, view, lang)
    alt = text("overview.money.alt", lang, title=title)
    chart = Chart(
        title,
        with_periods(alt, periods, lang),
        text(f"overview.money.axis.{view}", lang),
        (*lines, *actual),
        _table(c, view, paid_in, paid_out, lang),
        periods,
        scale=MILLION,
    )
    chart = with_rakor(chart, c, lang)
    return chart if view == "monthly" else with_likely(chart, c, _likely(c, view), lang, paths=paths)


def _likely(c: Context, view: View) -> dict[Look, Likely]:
    """The simulations behind both lines."""
    if view == "year":
        return {
            PROJECTION_LOOK: Likely("year_premiums", ".premiums", first=YEAR),
            PAYOUTS_LOOK: Likely("year_payouts_idr", ".payouts", first=YEAR),
        }
    paid_in, paid_out = paid_before(c, view)
    return {
        PROJECTION_LOOK: Likely("cumulative_premiums", ".premiums", paid_in),
        PAYOUTS_LOOK: Likely("cumulative_payouts_idr", ".payouts", paid_out),
    }


def paid_before(c: Context, view: View) -> tuple[float, float]:
    """Rupiah paid in and out before the first projected month, to which a view adds."""
    about: dict[str, Any] = {"since_start": True} if view == "since_start" else {}
    paid_in, paid_out = (quantity(c, f"cumulative_{k}", month=0, **about) for k in ("premiums", "payouts"))
    return paid_in.number, paid_out.number


def _lines(c: Context, view: View) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Paid in and paid out: by month, over 12 months, or added up from the month of the data."""
    p = c.projection
    flows = {"premiums": p.enrolled * p.contribution_per_member_idr, "payouts": p.payouts_idr}
    if view == "monthly":
        paid_in, paid_out = (monthly(c, f"{key}_in", flow, 1) for key, flow in flows.items())
        return paid_in, paid_out
    about = _about(view)

    def over_a_year(key: str, flow: np.ndarray) -> tuple[Point, ...]:
        # Add each 12 months anew: the difference of two running sums would lose small amounts to rounding.
        years = np.r_[np.full(YEAR, np.nan), np.lib.stride_tricks.sliding_window_view(flow[1:], YEAR).sum(1)]
        return monthly(c, f"cumulative_{key}", years, YEAR, **about)

    def added_up(key: str, flow: np.ndarray) -> tuple[Point, ...]:
        return monthly(c, f"cumulative_{key}", before[key] + np.r_[0.0, flow[1:].cumsum()], **about)

    before = dict(zip(flows, paid_before(c, view)))
    sums = over_a_year if view == "year" else added_up
    paid_in, paid_out = (sums(key, flow) for key, flow in flows.items())
    return paid_in, paid_out


def _about(view: View) -> dict[str, Any]:
    """The arguments that tell the formulas which months the sums of a view cover."""
    if view == "year":
        return {"over": YEAR}
    return {"since_start": True} if view == "since_start" else {}


def _title(c: Context, view: View, lang: Lang) -> Sentence:
    """Payouts compared with contributions over the months of the view."""
    last = len(c.projection.months) - 1
    ratio = quantity(c, "claims_ratio", month=last, cumulative=True, **_about(view))
    key = "overview.money.title_nothing" if np.isnan(ratio.number) else "overview.money.title"
    return sentence(key, lang, ratio=ratio, span=span_of(c, view, lang))


def span_of(c: Context, view: View, lang: Lang) -> str:
    """The first and last month of a view; a single month is named once."""
    since_start, months = c.baseline.facts.history[0].month, c.projection.months
    first = since_start if view == "since_start" else int(months[-YEAR if view == "year" else 1])
    return span(first, int(months[-1]), lang)


def _relief(c: Context, lang: Lang) -> list[Period]:
    """Every unbroken run of projected months with relief."""
    months, name = c.projection.months, text("overview.relief", lang)
    relief = relief_shares(c.scenario.contribution, c.programme, months) > 0
    edges = np.flatnonzero(np.diff(np.r_[False, relief[1:], False]))
    return [Period(int(months[a + 1]), int(months[b]), name) for a, b in zip(edges[::2], edges[1::2])]


def _table(c: Context, view: View, paid_in: Iterable[Point], paid_out: Iterable[Point], lang: Lang) -> Table:
    """One row per month: Rupiah in full, and the share by which relief lowers contributions."""
    names = [text(f"overview.table.{name}", lang) for name in ("contributions", "payouts")]
    if view == "year":
        names = [text("overview.table.year", lang, name=name) for name in names]
    elif view != "monthly":
        names = [text("overview.table.sum", lang, name=name) for name in names]
    relief = monthly(c, "relief_in", relief_shares(c.scenario.contribution, c.programme, c.projection.months))
    rows: list[tuple[int, tuple[Cell, ...]]] = []
    for one, other in zip(paid_in, paid_out):
        t = one.month - c.baseline.month
        amounts = (replace(point.quantity, form="full") for point in (one, other))
        rows.append((one.month, (*amounts, relief[t].quantity, month_note(c, t, lang))))
    columns = [Column(name, is_number=True) for name in (*names, text("overview.table.relief", lang))]
    return table_by_month([*columns, Column(text("overview.table.note", lang))], rows, lang)
