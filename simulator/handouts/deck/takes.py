"""What it takes to meet the target: the first way and others; or what a scenario that meets it relies on."""

from simulator.handouts.deck.canvas import Canvas, Notes
from simulator.handouts.deck.material import Material
from simulator.handouts.writing import written
from simulator.model.metrics import TargetStatus
from simulator.planning.groups import unit_groups
from simulator.planning.what_it_takes import Way, WhatItTakes
from simulator.report.sentences.asks import plan_parts, taken_for
from simulator.report.sentences.chance import with_chance
from simulator.report.sentences.rakor import brings_sentences
from simulator.report.sentences.target import target_named
from simulator.report.sentences.units import pledged_sentence
from simulator.report.sentences.ways import answer_sentences, way_sentence
from simulator.words import text
from simulator.words.sentence import Sentence, Words, joined, sentence

OTHER_WAYS = 2


def what_it_takes(canvas: Canvas, material: Material) -> None:
    """Add how the target is met, for a single scenario; several are compared instead."""
    if len(material.contexts) == 1:
        _how_met(canvas, material)


def ways_behind(canvas: Canvas, material: Material) -> None:
    """Add the same for the first of several scenarios, after the divider."""
    if len(material.contexts) > 1:
        _how_met(canvas, material)


def _how_met(canvas: Canvas, material: Material) -> None:
    """Add how the target is met or, if the scenario meets it, what that relies on."""
    c, lang = material.context, material.lang
    answer = taken_for(c)
    title, lines = _met(answer.status, material) if answer.status.met else _ways(answer, material)
    one_more = brings_sentences(c, lang)
    lines += [joined(one_more, lang)] if one_more else []
    key = "deck.say.takes_met" if answer.status.met else "deck.say.takes"
    sources: list[Words] = [material.of_scenario()]
    if answer.ways:
        sources += [
            text("deck.note.ask", lang),
            *(way_sentence(c, way, lang) for way in answer.ways),
        ]
    page = canvas.slide(text("deck.takes", lang), title, Notes([title, text(key, lang)], sources))
    canvas.text(page, page.body, lines, bullets=True, gap=0.7)


def _ways(answer: WhatItTakes, material: Material) -> tuple[Sentence, list[Words]]:
    """What has to happen, as a title, and further sentences on it."""
    c, lang = material.context, material.lang
    sentences = answer_sentences(c, answer, lang, in_plan=True)
    if answer.first is None:
        return sentences[-1], [*sentences[:-1]]
    title = way_sentence(c, answer.first, lang, named_first=True)
    beside = [way_sentence(c, way, lang) for way in _others(answer)]
    return title, [*(one for one in sentences if str(one) != str(title)), *beside]


def _met(status: TargetStatus, material: Material) -> tuple[Sentence, list[Words]]:
    """That this scenario meets the target and whether it stays met, as a title, and the choices behind it."""
    c, lang = material.context, material.lang
    target, chance = target_named(c, lang), with_chance(c, lang)
    if status.turns is not None:
        lost = material.month(status.turns)
        title = sentence("deck.ask.met_then_lost", lang, target=target, lost=lost, chance=chance)
    else:
        stays = status.first_met == 0 and status.lost is None
        key = "deck.ask.stays_met" if stays else "deck.ask.met"
        title = sentence(key, lang, target=target, chance=chance)
    pledged = pledged_sentence(c, unit_groups(c.baseline), lang)
    # Chosen values need no mark, just as among the requests.
    plan = (_whole(written(part, marks=False)) for part in plan_parts(c, lang))
    return title, [*plan, *([pledged] if pledged else [])]


def _whole(clause: str) -> str:
    """A clause turned into a sentence of its own."""
    return f"{clause[:1].upper()}{clause[1:]}."


def _others(answer: WhatItTakes) -> list[Way]:
    """The ways besides the first, as ranked; hurried ones are left out, as haste is no plan."""
    others = (way for way in answer.ways if way is not answer.first and not way.no_effect)
    return [way for way in others if way.manner != "hurried"][:OTHER_WAYS]
