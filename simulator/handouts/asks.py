"""What the meeting is asked for: one list in one order, which every hand-out prints whole."""

from simulator.handouts.writing import Words, written
from simulator.report.context import Context
from simulator.report.sentences.asks import branch_asks, office_asks, plan_asks, way_asks
from simulator.report.sentences.decides import find_out_ask
from simulator.words import Lang


def ask_lines(c: Context, lang: Lang) -> list[Words]:
    """What offices are asked, what the plan asks, whose numbers are chosen and need no mark, what else."""
    plan = (written(ask, marks=False) for ask in plan_asks(c, lang))
    return [*office_asks(c, lang), *plan, *way_asks(c, lang), *branch_asks(c, lang), *find_out_ask(c, lang)]
