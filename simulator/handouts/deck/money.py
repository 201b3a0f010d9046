"""Contributions against expected payouts, month by month, with the periods of relief by name."""

from simulator.handouts.deck.canvas import BODY, INNER, MARGIN, Box, Canvas, write
from simulator.handouts.deck.charts import line_chart
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import SlideTable
from simulator.handouts.writing import Words
from simulator.report.charts.money import money
from simulator.report.sentences import overview
from simulator.report.tables.money import periods_table
from simulator.words import text

CHART_WIDTH, GAP, SIZE = 520.0, 24.0, 12


def contributions_and_payouts(canvas: Canvas, material: Material) -> None:
    """What is paid in and expected to be paid out, by month and by period of one rate."""
    lang, p = material.lang, material.main
    chart = money(material.context, "monthly", lang)
    last = len(p.months) - 1
    notes: list[Words] = [
        material.of_scenario(),
        material.explained("claims_ratio", month=last, cumulative=True),
        material.explained("contribution_per_member", month=1),
        material.explained("cumulative_payouts", month=last),
    ]
    slide = canvas.slide(material.topic("deck.money"), chart.title, notes)
    table = SlideTable(periods_table(material.context, lang), (2.2, 1.5, 1.6, 1.6, 1.2), lang)
    height = table.height(INNER, SIZE)
    box = Box(MARGIN, BODY.top, CHART_WIDTH, BODY.height - height - 10)
    line_chart(slide, box, chart, lang, labels=130)
    table.draw(slide, BODY.under(BODY.bottom - height), text("deck.money.table", lang), size=SIZE)
    c, left = material.context, CHART_WIDTH + GAP
    lines = overview.relief_end_sentences(c, lang)
    if so_far := overview.so_far_sentence(c, lang):
        lines.append(so_far)
    lines.append(overview.ratio_sentence(c, lang))
    beside = Box(MARGIN + left, BODY.top, INNER - left, box.height)
    write(slide, beside, lines, sizes=(15, 14, 13, 12, 11))
