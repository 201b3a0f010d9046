"""What the meeting is asked for, as every hand-out prints it."""

from simulator.handouts.writing import Words, written
from simulator.report.context import Context
from simulator.report.sentences.asks import office_asks, plan_asks
from simulator.words import Lang


def ask_lines(c: Context, lang: Lang, *, searching: bool) -> list[Words]:
    """What offices are asked, with marks, and what a plan asks, whose numbers are chosen or sought, without.

    `searching` for what would meet a missed target takes a while.
    """
    plan = plan_asks(c, lang, searching=searching)
    return [*office_asks(c, lang), *(written(ask, marks=False) for ask in plan)]
