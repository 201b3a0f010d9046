"""What the meeting is asked for: one list in one order, which every hand-out prints whole."""

from simulator.handouts.writing import Words, written
from simulator.report.context import Context
from simulator.report.sentences.asks import office_asks, plan_asks
from simulator.words import Lang


def ask_lines(c: Context, lang: Lang) -> list[Words]:
    """What offices are asked, with marks; what a plan asks, whose numbers are chosen or sought, without."""
    return [*office_asks(c, lang), *(written(ask, marks=False) for ask in plan_asks(c, lang))]
