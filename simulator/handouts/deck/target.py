"""The target and the gap to it."""

from dataclasses import replace

from simulator.handouts.deck.boxes import LEAST, Box, height_of, lines_of
from simulator.handouts.deck.canvas import Canvas, Notes
from simulator.handouts.deck.charts import line_chart
from simulator.handouts.deck.figures import CaptionedNumber, large
from simulator.handouts.deck.material import Material
from simulator.report.charts import theme
from simulator.report.charts.enrolment import enrolment
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.chance import how_sure, in_the_room, reading
from simulator.report.sentences.groups import Slide, slide
from simulator.report.sentences.target import latest, latest_caption, status_sentence
from simulator.words import text
from simulator.words.sentence import Words, joined, sentence

CHART_WIDTH, LABELS, GAP = 600.0, 190.0, 20.0


def target_and_gap(canvas: Canvas, material: Material) -> None:
    """Add the path to the target, and its numbers."""
    c, lang = material.context, material.lang
    of = slide(material.main)
    keys = ["enrolled_in", "target_workers", *["gap"] * (of.gap is not None)]
    sources: list[Words] = [
        material.of_scenario(),
        *(material.explained(key, month=of.month) for key in keys),
    ]
    title, past = status_sentence(c, lang), material.past()
    key = "deck.say.target_met" if of.gap is None else "deck.say.target_missed"
    remarks: list[Words] = [*past, joined(how_sure(c, lang), lang)]
    missing = sentence(key, lang, month=material.month(of.month))
    say: list[Words] = [title, missing, in_the_room(c, of.month, lang)]
    page = canvas.slide(text("deck.target", lang), title, Notes(say, [*reading(c, lang), *sources]))
    # A sentence below the chart names the months that are not recorded.
    path = replace(enrolment(c, lang), periods=())
    high = height_of(lines_of(remarks), LEAST, page.body.width, gap=0.1)
    place = page.body.above(page.body.bottom - high - 8)
    line_chart(page.slide, Box(place.left, place.top, CHART_WIDTH, place.height), path, lang, labels=LABELS)
    large(page.slide, place.beside(CHART_WIDTH + GAP), _figures(material, of), lang)
    canvas.text(page, page.body.under(page.body.bottom - high), remarks, sizes=(LEAST,), gap=0.1)


def _figures(material: Material, of: Slide) -> list[CaptionedNumber]:
    """Enrolled as last observed and as projected, the target, and the gap."""
    c, lang, at = material.context, material.lang, {"month": of.month}
    filling = {"share": quantity(c, "target_share"), "asn": quantity(c, "asn_in", **at)}
    values = {"enrolled_in": of.then, "target_workers": of.target, "gap": max(of.gap or 0, 1)}
    shown = {key: replace(quantity(c, key, **at), value=value) for key, value in values.items()}
    figures: list[CaptionedNumber] = [(latest(c)[1], latest_caption(c, lang), theme.TEXT)]
    if of.month:
        then = sentence("overview.then", lang, month=material.month(of.month))
        figures.append((shown["enrolled_in"], then, theme.ACCENT))
    figures.append((shown["target_workers"], sentence("overview.target_of", lang, **filling), theme.TARGET))
    if of.gap is not None:
        figures.append((shown["gap"], sentence("overview.short", lang), theme.TEXT))
    return figures
