"""The decision logs in full: what was asked, expected, found and decided."""

from simulator.handouts.deck.boxes import LEAST, height_of, lines_of
from simulator.handouts.deck.canvas import Canvas, Notes
from simulator.handouts.deck.material import Material
from simulator.report.tables.decisions import decision_columns, decision_rows
from simulator.words import text
from simulator.words.decisions import status_name
from simulator.words.numbers import MISSING
from simulator.words.quantity import count
from simulator.words.sentence import sentence

GAP = 0.35  # space between lines, as a share of their font size


def decision_log(canvas: Canvas, material: Material) -> None:
    """Add the log of each scenario that has one; an entry that fits on a slide is not split."""
    lang = material.lang
    titles = decision_columns(lang)
    for c, name in zip(material.contexts, material.names):
        scenario = c.scenario
        if not scenario.decisions:
            continue
        status, number = status_name(scenario.status, lang).lower(), count(len(scenario.decisions))
        title = sentence("deck.log.title", lang, name=name, status=status, number=number)
        page = canvas.slide(text("deck.log", lang), title, Notes([title, text("deck.note.agreed", lang)]))
        held: list[str] = []
        for i, cells in enumerate(decision_rows(scenario, lang), 1):
            filled = [f"{of}: {cell}" for of, cell in zip(titles, cells) if cell != MISSING]
            entry = [f"{i}. {filled[0]}", *filled[1:]]
            together = lines_of([*held, *entry])
            if held and height_of(together, LEAST, page.body.width, gap=GAP) > page.body.height:
                canvas.text(page, page.body, held, sizes=(LEAST,), gap=GAP)
                page, held = canvas.after(page), []
            held += entry
        canvas.text(page, page.body, held, sizes=(LEAST,), gap=GAP)
