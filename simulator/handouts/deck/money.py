"""Contributions against expected payouts, month by month, with the periods of relief by name."""

import numpy as np
from pptx.slide import Slide

from simulator.handouts.deck.canvas import BODY, INNER, MARGIN, Box, Canvas, write
from simulator.handouts.deck.charts import line_chart
from simulator.handouts.deck.lines import Line
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import SlideTable
from simulator.handouts.deck.target import came
from simulator.handouts.writing import Words
from simulator.model.contributions import relief_shares
from simulator.report.charts import theme
from simulator.report.charts.overview import MILLION, money
from simulator.report.sentences import overview
from simulator.report.tables.money import periods_table
from simulator.words import text
from simulator.words.numbers import rupiah_short

CHART_WIDTH, GAP, SIZE = 520.0, 24.0, 12
RELIEF_LINE = {"color": theme.UNKNOWN, "dash": "solid", "width": 6}


def contributions_and_payouts(canvas: Canvas, material: Material) -> None:
    """What is paid in and expected to be paid out, by month and by period of one rate."""
    lang, p = material.lang, material.main
    drawing = money(
        p, material.context.programme, "monthly", material.context.today, lang, 320, material.context.actuals
    )
    last = len(p.months) - 1
    notes: list[Words] = [
        material.of_scenario(),
        material.explained("claims_ratio", month=last, cumulative=True),
        material.explained("contribution_per_member", month=1),
        material.explained("cumulative_payouts", month=last),
    ]
    slide = canvas.slide(material.topic("deck.money"), drawing.title, notes)
    table = SlideTable(periods_table(material.context, lang), (2.2, 1.5, 1.6, 1.6, 1.2), lang)
    height = table.height(INNER, SIZE)
    box = Box(MARGIN, BODY.top, CHART_WIDTH, BODY.height - height - 10)
    _chart(slide, box, material, drawing.alt)
    below = Box(MARGIN, BODY.bottom - height, INNER, height)
    table.draw(slide, below, text("deck.money.table", lang), size=SIZE)
    c = material.context
    lines = overview.relief_end_sentences(c, lang)
    if so_far := overview.so_far_sentence(c, lang):
        lines.append(so_far)
    lines.append(overview.ratio_sentence(c, lang))
    write(
        slide,
        Box(MARGIN + CHART_WIDTH + GAP, BODY.top, INNER - CHART_WIDTH - GAP, box.height),
        lines,
        sizes=(15, 14, 13, 12, 11),
    )


def _chart(slide: Slide, box: Box, material: Material, alt: str) -> None:
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
