"""The divider before the appendix: all scenarios by their full names, data, program, and the marks."""

from simulator.handouts.deck.boxes import LEAST
from simulator.handouts.deck.canvas import Canvas, Notes
from simulator.handouts.deck.material import Material
from simulator.handouts.stamp import marks_legend, stamp_lines
from simulator.words import text


def divider(canvas: Canvas, material: Material) -> None:
    """Add the divider; the slides after it are for questions and are shown only on request."""
    c, lang = material.context, material.lang
    page = canvas.cover(text("deck.appendix", lang), Notes([text("deck.say.appendix", lang)]))
    made_of = stamp_lines(material.contexts, lang, material.today, material.unsaved, material.full_names)
    canvas.text(page, page.body, [*made_of, marks_legend(c, lang)], sizes=(22, 20, LEAST))
