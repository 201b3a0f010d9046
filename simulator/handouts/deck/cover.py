"""The first slide, with meeting, day, finding and scenario; and the foot of all slides."""

from simulator.handouts.deck.boxes import LEAST, Box, end_of, write
from simulator.handouts.deck.canvas import Canvas, Notes
from simulator.handouts.deck.material import Material
from simulator.handouts.stamp import any_made_up, data_lines, scenario_lines, stamp_lines
from simulator.report.charts.theme import ACCENT, MUTED
from simulator.report.sentences.target import status_sentence
from simulator.words import text
from simulator.words.numbers import day_long


def cover(canvas: Canvas, material: Material) -> None:
    """Add the cover: the meeting's name and day, the finding, and the first scenario.

    The divider lists all scenarios.
    """
    lang, c = material.lang, material.context
    finding, day = status_sentence(c, lang), day_long(material.details.day or material.today, lang)
    meeting = material.details.meeting.strip() or text("deck.cover", lang)
    say = text("deck.say.cover", lang, meeting=meeting, region=c.baseline.facts.region)
    notes = Notes([say, finding, text("deck.say.cover_then", lang)], [text("deck.note.cover", lang)])
    page = canvas.cover(meeting, notes)
    where = " · ".join(
        part for part in (c.baseline.facts.region, material.details.place.strip(), day) if part
    )
    box = Box(page.body.left, page.body.top, page.body.width, 0)
    end = end_of(write(page.slide, box, [where], sizes=(24,), colour=ACCENT, bold=True))
    end = end_of(write(page.slide, Box(box.left, end + 26, box.width, 0), [finding], sizes=(26,)))
    first, *_ = stamp_lines(material.contexts[:1], lang, material.today, material.unsaved)
    lines = [*([first] if any_made_up([c]) else []), _scenario(material)]
    write(page.slide, Box(box.left, end + 26, box.width, 0), lines, sizes=(LEAST,), colour=MUTED)


def _scenario(material: Material) -> str:
    return scenario_lines(material.contexts[:1], material.full_names, material.lang, material.unsaved)[0]


def foot(material: Material) -> list[str]:
    """The foot of every slide, most important first: what is invented, data, scenario, day."""
    lang = material.lang
    made_up = [text("header.fictitious", lang)] if any_made_up(material.contexts) else []
    data = data_lines(material.contexts[:1], lang)
    made = text("deck.made", lang, day=day_long(material.today, lang))
    return [*made_up, *data, _scenario(material), made]
