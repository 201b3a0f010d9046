"""Contributions against expected payouts, month by month, with the periods of relief by name."""

import numpy as np

from simulator.handouts.deck.canvas import BODY, INNER, MARGIN, Box, Canvas, write
from simulator.handouts.deck.charts import line_chart
from simulator.handouts.deck.lines import Line
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import Column, Row, draw, height_of
from simulator.handouts.deck.target import came
from simulator.model.contributions import relief_shares
from simulator.report.charts import theme
from simulator.report.charts.overview import MILLION, money
from simulator.report.sentences import overview
from simulator.words import text
from simulator.words.numbers import month_short, ratio, rupiah, rupiah_short
from simulator.words.provenance import marked_sentence

CHART_WIDTH, GAP, SIZE = 520.0, 24.0, 12
RELIEF_LINE = {"color": theme.UNKNOWN, "dash": "solid", "width": 6}


def contributions_and_payouts(canvas: Canvas, material: Material) -> None:
    """What is paid in and expected to be paid out, by month and by period of one rate."""
    lang, p = material.lang, material.main
    drawing = money(
        p, material.context.programme, "monthly", material.context.today, lang, 320, material.context.actuals
    )
    last = len(p.months) - 1
    notes = [
        material.of_scenario(),
        material.origin("claims_ratio", month=last, cumulative=True),
        material.origin("contribution_per_member", month=1),
        material.origin("cumulative_payouts", month=last),
    ]
    slide = canvas.slide(material.topic("deck.money"), drawing.title, notes)
    columns = [
        Column(text("deck.column.period", lang), 2.2, number=False),
        Column(text("deck.column.rate", lang), 1.5),
        *(Column(text(f"deck.column.{name}", lang), 1.6) for name in ("contributions", "payouts")),
        Column(text("deck.column.ratio", lang), 1.2),
    ]
    periods = _periods(material)
    table = height_of(columns, periods, INNER, SIZE)
    box = Box(MARGIN, BODY.top, CHART_WIDTH, BODY.height - table - 10)
    _chart(slide, box, material, drawing.alt)
    draw(
        slide,
        Box(MARGIN, BODY.bottom - table, INNER, table),
        columns,
        periods,
        size=SIZE,
        name=text("deck.money.table", lang),
    )
    c = material.context
    ends = map(str, overview.relief_end_sentences(c, lang))
    so_far = overview.so_far_sentence(c, lang)
    said = [*ends, *([marked_sentence(so_far)] if so_far else []), str(overview.ratio_sentence(c, lang))]
    write(
        slide,
        Box(MARGIN + CHART_WIDTH + GAP, BODY.top, INNER - CHART_WIDTH - GAP, box.height),
        said,
        sizes=(15, 14, 13, 12, 11),
    )


def _chart(slide, box: Box, material: Material, alt: str) -> None:
    p, lang = material.main, material.lang
    paid_in, paid_out = (p.enrolled * p.contribution_per_member_idr)[1:], p.payouts_idr[1:]
    relieved = _relief(material) > 0
    symbol = "circle" if len(paid_in) == 1 else None  # a line through one month cannot be seen
    lines = [
        Line(
            text(f"overview.{name}", lang),
            (values / MILLION).tolist(),
            style,
            symbol,
            label=f"{text(f'overview.{name}', lang)}\n{rupiah_short(float(values[-1]), lang)}",
        )
        for name, values, style in (
            ("contributions", paid_in, theme.PROJECTION_LINE),
            ("payouts", paid_out, {**theme.OBSERVED_LINE, "dash": "dot"}),
        )
    ]
    lines += came(material, "contributions_idr", p.months[1:].tolist(), MILLION)
    if relieved.any():
        above = float(max(paid_in.max(), paid_out.max())) / MILLION * 1.1 or 1.0
        lines.append(
            Line(
                text("overview.relief", lang),
                [above if on else None for on in relieved],
                RELIEF_LINE,
                label=text("overview.relief", lang),
                above=True,
            )
        )
    line_chart(
        slide,
        box,
        p.months[1:].tolist(),
        lines,
        text("overview.money.axis.monthly", lang),
        lang,
        alt,
        labels=130,
        whole=False,
    )


def _relief(material: Material) -> np.ndarray:  # [months from 1]
    return relief_shares(
        material.main.scenario.contribution, material.context.programme, material.main.months
    )[1:]


def _periods(material: Material) -> list[Row]:
    """The projection cut where the contribution of one worker changes, then all of it."""
    p, lang = material.main, material.lang
    rate, relief = p.contribution_per_member_idr[1:], _relief(material)
    starts = [0, *(np.flatnonzero(np.diff(rate)) + 1).tolist(), len(rate)]
    rows = [
        _period(material, first, end, rupiah(float(rate[first]), lang), relief[first] > 0)
        for first, end in zip(starts, starts[1:])
    ]
    return rows if len(rows) == 1 else [*rows, _period(material, 0, len(rate), "", False)]


def _period(material: Material, first: int, end: int, rate: str, relieved: bool) -> Row:
    p, lang = material.main, material.lang
    months = p.months[1:].tolist()
    name = " – ".join(dict.fromkeys(month_short(month, lang) for month in (months[first], months[end - 1])))
    paid_in, paid_out = (
        float(values[1:][first:end].sum())
        for values in (p.enrolled * p.contribution_per_member_idr, p.payouts_idr)
    )
    words = text("deck.money.relieved", lang, period=name) if relieved else name
    return Row(
        (
            words,
            rate,
            rupiah_short(paid_in, lang),
            rupiah_short(paid_out, lang),
            ratio(paid_out / paid_in if paid_in else None, lang),
        ),
        strong=not rate,
    )
