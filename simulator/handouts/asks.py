"""The requests to the meeting: one list in one order, which every hand-out prints in full."""

from simulator.handouts.writing import written
from simulator.report.context import Context
from simulator.report.sentences.asks import branch_asks, office_asks, plan_asks, way_asks
from simulator.report.sentences.decides import find_out_ask
from simulator.words import Lang
from simulator.words.sentence import Words


def ask_lines(c: Context, lang: Lang) -> list[Words]:
    """The requests: to offices, of the plan, of the ways to the target, to the branch, and what to find out.

    The numbers of the plan are chosen, so they carry no mark.
    """
    plan = (written(ask, marks=False) for ask in plan_asks(c, lang))
    return [*office_asks(c, lang), *plan, *way_asks(c, lang), *branch_asks(c, lang), *find_out_ask(c, lang)]
