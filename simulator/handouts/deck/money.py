"""Costs and benefits: contributions against expected payouts, added up and by period."""

from simulator.handouts.deck.boxes import LEAST, Box
from simulator.handouts.deck.canvas import Canvas, Notes
from simulator.handouts.deck.charts import line_chart
from simulator.handouts.deck.figures import large
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import SlideTable
from simulator.report.charts import theme
from simulator.report.charts.money import money
from simulator.report.charts.parts import actual_series
from simulator.report.explain.explanation import quantity
from simulator.report.sentences import overview
from simulator.report.tables.money import ahead, periods_table
from simulator.report.tables.unit_bill import rate_months
from simulator.words import text
from simulator.words.quantity import Month
from simulator.words.sentence import Sentence, Words, sentence

CHART_WIDTH, BESIDE, GAP, REMARK = 590.0, 175.0, 28.0, 80.0
PARTS = (3.0, 1.5, 1.5, 1.5, 1.3)


def what_it_costs(canvas: Canvas, material: Material) -> None:
    """Add total contributions and expected payouts, and the bill of one ASN."""
    c, lang, last = material.context, material.lang, len(material.main.months) - 1
    chart = money(c, "cumulative", lang)
    sources: list[Words] = [
        material.of_scenario(),
        material.explained("claims_ratio", month=last, cumulative=True),
        material.explained("contribution_per_member", month=1),
        material.explained("cumulative_payouts", month=last),
    ]
    bill = _bill(material)
    notes = Notes([chart.title, *bill, overview.ratio_sentence(c, lang)], sources)
    page = canvas.slide(text("deck.money", lang), chart.title, notes)
    place = page.body.above(page.body.bottom - REMARK)
    line_chart(page.slide, Box(place.left, place.top, CHART_WIDTH, place.height), chart, lang, labels=BESIDE)
    figures = [
        (
            quantity(c, f"cumulative_{name}", month=last),
            text(f"deck.money.{name}", lang, span=ahead(c, lang)),
            colour,
        )
        for name, colour in (("contributions", theme.ACCENT), ("payouts", theme.TEXT))
    ]
    ratio = quantity(c, "claims_ratio", month=last, cumulative=True)
    figures.append((ratio, text("deck.money.ratio", lang), theme.TEXT))
    large(page.slide, place.beside(CHART_WIDTH + GAP), figures, lang)
    canvas.text(page, page.body.under(page.body.bottom - REMARK + 6), bill, sizes=(20, LEAST), gap=0.1)


def money_recorded(canvas: Canvas, material: Material) -> None:
    """Add the projected money by month beside what was recorded; no slide if nothing was."""
    c, lang = material.context, material.lang
    if not any(
        actual_series(c, figure, theme.ACTUAL_LOOK, lang) for figure in ("contributions_idr", "claims_idr")
    ):
        return
    chart = money(c, "monthly", lang)
    page = canvas.slide(
        text("deck.money.recorded", lang), chart.title, Notes([chart.title], [material.of_scenario()])
    )
    line_chart(page.slide, page.body, chart, lang, labels=BESIDE)


def _bill(material: Material) -> list[Sentence]:
    """The cost of one worker to an ASN per month, now and from each month in which the rate will change."""
    c, lines = material.context, []
    for later, start in enumerate(rate_months(c)):
        rate, key = quantity(c, "rate_ahead", calendar=start), "bill_later" if later else "bill"
        lines.append(sentence(f"deck.ask.{key}", material.lang, rate=rate, month=Month(start)))
    return lines


def money_by_period(canvas: Canvas, material: Material) -> None:
    """Add the money for each period with one rate, what relief means, and what the claims ratio measures."""
    c, lang = material.context, material.lang
    title = text("deck.money.table", lang)
    remarks = [*overview.relief_end_sentences(c, lang), overview.ratio_sentence(c, lang)]
    notes = Notes([title, text("deck.say.periods", lang)], [material.of_scenario()])
    page = canvas.slide(text("deck.money", lang), title, notes)
    page, end = SlideTable(periods_table(c, lang), PARTS, lang).flow(canvas, page, title)
    canvas.text(page, page.body.under(end + 14), remarks, sizes=(20, LEAST))
