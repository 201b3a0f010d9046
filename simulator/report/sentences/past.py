"""How sentences name months: a month that is already over is called past."""

from simulator.report.context import Context
from simulator.words import Lang
from simulator.words.quantity import Month
from simulator.words.sentence import Filling, sentence


def dated(c: Context, month: Month, lang: Lang, shown: Filling | None = None) -> Filling:
    """The month, or `shown` in its place, with the word for past where it is over."""
    named = month if shown is None else shown
    return sentence("past.month", lang, month=named) if c.is_past(month) else named
