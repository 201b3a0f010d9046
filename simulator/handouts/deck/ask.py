"""The requests to the meeting, and what it agreed on."""

from datetime import date

from simulator.handouts.asks import ask_lines
from simulator.handouts.deck.canvas import Canvas, Notes
from simulator.handouts.deck.material import Material
from simulator.model.beside_settings import Decision
from simulator.words import text
from simulator.words.numbers import day_long
from simulator.words.quantity import count
from simulator.words.sentence import Unbroken, Words, sentence


def what_we_ask(canvas: Canvas, material: Material) -> None:
    """Add the same requests as in the brief and the message, in the same order."""
    lang = material.lang
    asks = ask_lines(material.context, lang)
    title = sentence("deck.ask.title", lang, number=count(len(asks)))
    notes = Notes([title, text("deck.say.ask", lang)], [material.of_scenario()])
    page = canvas.slide(text("deck.ask", lang), title, notes)
    canvas.text(page, page.body, asks, bullets=True, gap=0.5)


def what_was_agreed(canvas: Canvas, material: Material) -> None:
    """Add the decisions with their owners; the title says "agreed" only if the scenario was agreed on.

    No slide if nothing was decided.
    """
    c, lang = material.context, material.lang
    decided = [entry for entry in c.scenario.decisions if entry.decision.strip()]
    agreed = c.scenario.status == "agreed"
    if decided:
        key = "agreed" if agreed else "noted"
        title = sentence(f"deck.{key}.title", lang, number=count(len(decided)))
        notes = Notes([title, text(f"deck.say.{key}", lang)], [text("deck.note.agreed", lang)])
        page = canvas.slide(text(f"deck.{key}", lang), title, notes)
        canvas.text(page, page.body, [_decided(entry, material) for entry in decided], bullets=True, gap=0.7)


def still_open(canvas: Canvas, material: Material) -> None:
    """Add the questions without a decision, if there are any."""
    lang = material.lang
    opened = [entry for entry in material.context.scenario.decisions if not entry.decision.strip()]
    if opened:
        title = sentence("deck.open.title", lang, number=count(len(opened)))
        notes = Notes([title, text("deck.say.open", lang)], [text("deck.note.agreed", lang)])
        page = canvas.slide(text("deck.open", lang), title, notes)
        canvas.text(page, page.body, [entry.question for entry in opened], bullets=True, gap=0.7)


def _decided(entry: Decision, material: Material) -> Words:
    """A decision with its owner and its day."""
    lang, day = material.lang, Unbroken(day_long(date.fromisoformat(entry.date), material.lang))
    owner = entry.owner.strip() or text("deck.agreed.no_owner", lang)
    return sentence("deck.agreed.entry", lang, decision=entry.decision.strip(), owner=owner, day=day)
