"""Offices by status (outside, pledged, partial, full): how many, and whom they still have to enrol."""

from simulator.handouts.deck.boxes import LEAST
from simulator.handouts.deck.canvas import Canvas, Notes
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import SlideTable
from simulator.planning.groups import unit_groups
from simulator.report.sentences.target import latest_month
from simulator.report.sentences.unit_names import groups_sentence
from simulator.report.sentences.units import title
from simulator.report.tables.groups import to_enrol_table
from simulator.words import text
from simulator.words.quantity import Month
from simulator.words.sentence import Words, sentence

PARTS = (3.6, 1.5, 1.3, 1.9)


def which_offices(canvas: Canvas, material: Material) -> None:
    """Add the offices by status in the baseline month, those with most to do first."""
    c, lang = material.context, material.lang
    groups = unit_groups(c.baseline)
    finding = title(c, groups, lang)
    sources: list[Words] = [sentence("deck.note.units", lang, month=material.month(0))]
    pooled = groups_sentence(groups, lang)
    if pooled:
        sources.append(pooled)
    say: list[Words] = [
        finding,
        sentence("deck.say.offices", lang, month=material.month(0)),
        text("deck.say.in_appendix", lang),
    ]
    page = canvas.slide(text("deck.units", lang), finding, Notes(say, sources))
    table = SlideTable(to_enrol_table(c, lang), PARTS, lang)
    name = str(sentence("deck.ask.table", lang, month=material.month(0)))
    page, end = table.flow(canvas, page, name)
    remarks: list[Words] = [pooled] if pooled else []
    if recorded := latest_month(c):
        now = Month(c.baseline.month + recorded)
        remarks.append(sentence("deck.offices.of_data", lang, month=material.month(0), latest=now))
    canvas.text(page, page.body.under(end + 12), remarks, sizes=(LEAST,))
