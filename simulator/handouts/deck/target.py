"""The first slides: where the programme stands, and what is missing to its target."""

from dataclasses import replace

from pptx.slide import Slide

from simulator.handouts.deck.canvas import BODY, INNER, MARGIN, SMALL, Box, Canvas, write
from simulator.handouts.deck.charts import line_chart
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import SlideTable
from simulator.handouts.stamp import marks_legend
from simulator.handouts.writing import Words, number
from simulator.report.charts import theme
from simulator.report.charts.enrolment import enrolment, history
from simulator.report.explain.explanation import quantity
from simulator.report.sentences import overview
from simulator.report.sentences.target import latest, latest_caption, status_sentence
from simulator.report.tables.groups import groups_table
from simulator.words import text
from simulator.words.quantity import Month
from simulator.words.sentence import sentence

LEFT = 500.0  # points of the chart's width, of the body's
CHART = Box(MARGIN, BODY.top, LEFT, BODY.height)
SIDE = Box(MARGIN + LEFT + 28, BODY.top, INNER - LEFT - 28, BODY.height)
CAPTION = 12


def where_we_stand(canvas: Canvas, material: Material) -> None:
    """The last observed month, the months before it, and the three groups as the data have them."""
    lang, c = material.lang, material.context
    month, enrolled = latest(c)
    coverage = quantity(c, "actual_coverage" if month else "coverage_now", month=month)
    asn = quantity(c, "asn_total")
    title = sentence(
        "deck.stand.title",
        lang,
        enrolled=enrolled,
        month=Month(c.baseline.month + month),
        coverage=coverage,
        asn=asn,
    )
    about = {"month": month} if month else {}
    keys = ("actual_in", "actual_coverage") if month else ("enrolled_now", "coverage_now")
    notes = [*(material.explained(key, **about) for key in keys), material.explained("asn_total")]
    slide = canvas.slide(text("deck.stand", lang), title, notes)
    observed = history(c, lang)
    several = len(observed.series[0].points) > 1  # a single figure is no line
    if several:
        line_chart(slide, CHART, observed, lang, labels=90)
    box = SIDE if several else BODY
    groups = groups_table(c, 0, ("enrolled", "asn", "coverage"), lang)
    table = SlideTable(groups, (2.1, 1.5, 1.6, 1.4), lang)
    name = str(sentence("deck.stand.table", lang, month=material.month(0)))
    end = table.draw(slide, box, name, size=13 if several else 18)
    so_far, reading = overview.so_far_sentence(c, lang), overview.reading_sentences(c, None, lang)[0]
    lines: list[Words] = [*([so_far] if so_far else []), marks_legend(c, lang), reading]
    write(slide, box.under(end + 12), lines, sizes=(14, 13, 12, 11))


def target_and_gap(canvas: Canvas, material: Material) -> None:
    """The path to the target, the numbers of it, and what each group has room for."""
    lang = material.lang
    of = overview.slide(material.main)
    keys = ["enrolled_in", "target_workers", *["gap"] * (of.gap is not None)]
    notes = [material.explained(key, month=of.month) for key in keys]
    title = status_sentence(material.context, lang)
    slide = canvas.slide(material.topic("deck.target"), title, [material.of_scenario(), *notes])
    # A sentence beside the chart names the months that nobody recorded.
    path = replace(enrolment(material.context, lang), periods=())
    line_chart(slide, CHART, path, lang, labels=120)
    end = _numbers(slide, material, of)
    groups = groups_table(material.context, of.month, ("enrolled", "to_find", "alone"), lang, total=False)
    table = SlideTable(groups, (1.8, 1.2, 1.4, 1.9), lang)
    name = str(sentence("overview.groups", lang, month=material.month(of.month)))
    end = table.draw(slide, SIDE.under(end + 10), name, size=12)
    together = overview.together_sentence(material.context, lang)
    lines = [*([together] if together else []), *material.past()]
    write(slide, SIDE.under(end + 10), lines, sizes=(14, 13, 12, 11))


def _numbers(slide: Slide, material: Material, of: overview.Slide) -> float:
    """The slide's numbers, large, two in a line; returns where they end."""
    c, lang, at = material.context, material.lang, {"month": of.month}
    then = material.month(of.month)
    asked = {"share": quantity(c, "target_share"), "asn": quantity(c, "asn_in", **at)}
    large = {"enrolled_in": of.then, "target_workers": of.target, "gap": max(of.gap or 0, 1)}
    shown = {key: replace(quantity(c, key, **at), value=value) for key, value in large.items()}
    numbers = [(latest(c)[1], latest_caption(c, lang), theme.TEXT)]
    if of.month:
        numbers.append((shown["enrolled_in"], sentence("overview.then", lang, month=then), theme.ACCENT))
    target = sentence("overview.target_of", lang, **asked)
    numbers.append((shown["target_workers"], target, theme.TARGET))
    if of.gap is not None:
        numbers.append((shown["gap"], sentence("overview.short", lang), theme.TEXT))
    width, height = SIDE.width / 2, 72.0
    for i, (one, caption, colour) in enumerate(numbers):
        left, top = SIDE.left + i % 2 * width, SIDE.top + i // 2 * height
        box = Box(left, top, width - 10, 36)
        write(slide, box, [number(one, lang)], sizes=(30, 26, 22), colour=colour, bold=True)
        below = Box(left, top + 36, width - 10, 30)
        write(slide, below, [caption], sizes=(CAPTION, SMALL), colour=theme.MUTED)
    return SIDE.top + (len(numbers) + 1) // 2 * height
