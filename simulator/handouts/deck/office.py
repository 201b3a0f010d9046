"""The slide of one requested office: its workers, what it pays, and what the scenario plans for it."""

from simulator.handouts.deck.boxes import LEAST, Box
from simulator.handouts.deck.canvas import Canvas, Notes
from simulator.handouts.deck.figures import CaptionedNumber, large
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import SlideTable
from simulator.report.charts.theme import ACCENT
from simulator.report.sentences.unit_sheet import unit_sheet
from simulator.report.tables.units import unit_table
from simulator.words import text
from simulator.words.quantity import Quantity
from simulator.words.sentence import Words, sentence

NUMBERS = 250.0  # width of the large numbers in points


def one_office(canvas: Canvas, material: Material) -> None:
    """Add the content of the office's sheet as a slide; none if no office was requested."""
    if not material.office:
        return
    c, lang = material.context, material.lang
    sheet = unit_sheet(c, unit_table(material.main, material.target_month), material.office, lang)
    remarks: list[Words] = [*([sheet.scenario] if sheet.scenario else []), *sheet.notes]
    notes = Notes(
        [f"{sheet.name}.", sheet.finding, text("deck.say.office", lang)], [*sheet.rate_notes, sheet.foot]
    )
    title = sentence("deck.office.title", lang, name=sheet.name, finding=sheet.finding)
    page = canvas.slide(text("deck.office", lang), title, notes)
    figures: list[CaptionedNumber] = [
        (part, one.label, ACCENT)
        for one in sheet.numbers
        for part in one.words.parts
        if isinstance(part, Quantity)
    ]
    end = large(page.slide, Box(page.body.left, page.body.top, NUMBERS, page.body.height), figures, lang)
    place = page.body.beside(NUMBERS + 24) if figures else page.body
    last, below = SlideTable(sheet.bill, (2.6, 1.3, 1.3), lang).flow(canvas, page, sheet.name, place)
    top = max(end, below) if last is page else below
    canvas.text(last, last.body.under(top + 14), remarks, sizes=(20, LEAST))
