"""Large numbers with their captions below."""

from collections.abc import Sequence

from pptx.slide import Slide

from simulator.handouts.deck.boxes import LEAST, Box, end_of, write
from simulator.handouts.letters import SPARE, width_of
from simulator.handouts.writing import number, written
from simulator.report.charts.theme import MUTED, TEXT
from simulator.words import Lang
from simulator.words.quantity import Quantity
from simulator.words.sentence import Words

CaptionedNumber = tuple[Quantity, Words, str]  # a number, its caption and its colour
SIZES, APART = (36, 32, 28, 24, 20), 12.0  # points


def large(slide: Slide, box: Box, figures: Sequence[CaptionedNumber], lang: Lang) -> float:
    """Write figures one below the other; returns where they end, in points from the top."""
    wide = max(width_of(written(number(one, lang)), 1, True) for one, *_ in figures)
    size = next((size for size in SIZES if wide * size <= box.width * SPARE), SIZES[-1])
    end = box.top - APART
    for one, caption, colour in figures:
        place = Box(box.left, end + APART, box.width, 0)
        end = end_of(
            write(slide, place, [number(one, lang)], sizes=(size,), colour=colour or TEXT, bold=True)
        )
        end = end_of(write(slide, Box(box.left, end, box.width, 0), [caption], sizes=(LEAST,), colour=MUTED))
    return end
