"""How sure it is that one scenario has more enrolled than another, in a sentence."""

from collections.abc import Sequence

from simulator.planning.comparison import last_common_month
from simulator.report.apart import Apart, apart_from_first, with_seed_of_first
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.chance import worded
from simulator.words import Lang
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence, sentence


def apart_sentences(contexts: Sequence[Context], names: Sequence[str], lang: Lang) -> list[Sentence]:
    """How many more each scenario has than the first in the last common month, with likely range and chance.

    Scenarios on other data are left out, and so are those with equal enrolment in every draw.
    """
    last = last_common_month([c.projection for c in contexts])
    if last is None:
        return []
    pairs = apart_from_first(with_seed_of_first(contexts), names, last)
    return [_sentence(pair, lang) for pair in pairs if pair.more("enrolled") is not None]


def _sentence(pair: Apart, lang: Lang) -> Sentence:
    return sentence(
        "chance.apart.enrolled",
        lang,
        chance=apart_chance(pair, "enrolled"),
        **pair.title_values({}, lang),
        **apart_numbers(pair, "enrolled"),
    )


def apart_numbers(pair: Apart, series: str) -> dict[str, Quantity]:
    """How much more of a series one scenario has if all goes to plan, and the ends of the likely range."""
    line = quantity(pair, "apart_line", series=series)
    low, high = (quantity(pair, "apart_edge", series=series, edge=edge) for edge in ("p5", "p95"))
    return {name: of.written("signed") for name, of in (("line", line), ("low", low), ("high", high))}


def apart_chance(pair: Apart, series: str) -> Quantity:
    """The chance that one scenario has more of a series."""
    return worded(quantity(pair, "apart_chance", series=series), pair.draws)
