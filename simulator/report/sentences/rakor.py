"""How much one Rakor Monev more would bring, in words."""

from collections.abc import Callable, Sequence

from simulator.model.growth import rakor_brings, rakor_months
from simulator.model.months import month_number
from simulator.planning.one_more_rakor import OneMore, one_more_rakor, one_rakor_in
from simulator.report.apart import Apart
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.past import dated
from simulator.words import Lang, text
from simulator.words.numbers import shown
from simulator.words.quantity import Month, Quantity
from simulator.words.sentence import Sentence, joined, sentence

Simulated = Callable[[Context], Context]
"""Adds simulations to a context."""


def answer_sentences(
    c: Context, lang: Lang, simulated: Simulated | None = None, month: int | None = None
) -> list[Sentence]:
    """The gain of one more, its likely range where simulated, and a note on those before it.

    It is the next one of the schedule, or the one in the `month` (number) that was asked about. Where the
    scenario lets no Rakor Monev bring anybody, the answer is that this is assumed, not found.
    """
    if month is None:
        more = one_more_rakor(c.scenario, c.baseline, c.programme, c.today)
    else:
        one_more = one_rakor_in(c.scenario, c.baseline, c.programme, month)
        more = (one_more,) if one_more else ()
    if not more:
        return []
    if not rakor_brings(c.scenario):
        return [sentence("rakor.none_assumed", lang)]
    one = more[0]
    brings = _brings(c, more, lang) if month is None else _of_month(c, one, lang)
    likely = [_likely(c, one, lang, simulated)] if simulated else []
    beside = [] if month is None else _beside_schedule(c, one, lang)
    mended = sentence("rakor.not_held", lang)
    repeated = [joined([earlier, mended], lang) for earlier in _repeated(c, one, lang)]
    return [brings, *likely, *beside, *repeated]


def _of_month(c: Context, one: OneMore, lang: Lang) -> Sentence:
    """How many workers a Rakor Monev in the month that was asked about brings."""
    month, gain = dated(c, Month(c.baseline.month + one.month), lang), _gain(c, one)
    if _is_none(gain, lang):
        return sentence("rakor.asked.nobody", lang, month=month)
    return sentence("rakor.asked", lang, month=month, gain=gain)


def _beside_schedule(c: Context, one: OneMore, lang: Lang) -> list[Sentence]:
    """Notes where the answer about a month leaves out later Rakor Monev or counts earlier ones as moved."""
    sentences = []
    planned = rakor_months(c.scenario.monev, c.baseline.month, one.judged - 1)
    if (planned > one.month).any():
        sentences.append(sentence("rakor.asked.alone", lang))
    if one.moved:
        months = quantity(c, "count", number=one.moved, what="moved_rakor", written_as="months")
        sentences.append(sentence("rakor.asked.moved", lang, months=months))
    return sentences


def _likely(c: Context, one: OneMore, lang: Lang, simulated: Simulated) -> Sentence:
    """The likely range of its gain, with the same luck whether it is held or not."""
    held, missed = (simulated(c.of(p)) for p in (one.held, one.missed))
    names = (text("rakor.held", lang), text("rakor.missed", lang))
    pair = Apart(held, missed, names, c.baseline.month + one.judged)
    low, high = (quantity(pair, "apart_edge", series="enrolled", edge=edge) for edge in ("p5", "p95"))
    if shown(low, lang) == shown(high, lang) == shown(_gain(c, one), lang):
        return sentence("rakor.one_more.same", lang)
    both = sentence("value.signed_range", lang, low=low, high=high)
    return sentence("rakor.one_more.likely", lang, range=both)


def _repeated(c: Context, one: OneMore, lang: Lang) -> list[Sentence]:
    """A note that earlier Rakor Monev have used up part of the effect, where the scenario counts that."""
    first = c.scenario.monev.first_month
    if one.number == 1 or first is None or not c.scenario.growth.push_share:
        return []
    number = quantity(c, "count", number=one.number, what="rakor")
    factor = quantity(c, "setting", path="growth.push_repeat_factor")
    return [sentence("rakor.repeated", lang, number=number, factor=factor, month=Month(month_number(first)))]


def brings_sentences(c: Context, lang: Lang) -> list[Sentence]:
    """The same for paper, where nothing can be changed; an empty list where no Rakor Monev may bring anybody.

    The likely range is included where the scenario was simulated.
    """
    more = one_more_rakor(c.scenario, c.baseline, c.programme, c.today)
    if not more or not rakor_brings(c.scenario):
        return []
    likely = [_likely(c, more[0], lang, Context.with_simulation)] if c.simulation else []
    return [_brings(c, more, lang), *likely, *_repeated(c, more[0], lang)]


def _brings(c: Context, more: Sequence[OneMore], lang: Lang) -> Sentence:
    month = dated(c, Month(c.baseline.month + more[0].month), lang)
    gains = [_gain(c, one) for one in more if rakor_brings(c.scenario)]
    if not gains or _is_none(gains[0], lang):
        return sentence("rakor.one_more.nobody", lang, month=month)
    if len(gains) == 1:
        return sentence("rakor.one_more", lang, month=month, gain=gains[0])
    number = quantity(c, "count", number=more[1].number, what="rakor")
    return sentence(
        "rakor.one_more.and_later", lang, month=month, gain=gains[0], number=number, later=gains[1]
    )


def _gain(c: Context, one: OneMore) -> Quantity:
    """Workers enrolled a year after a Rakor Monev if it is held, less those if it is not."""
    pair = tuple(quantity(c.of(p), "enrolled_in", month=one.judged) for p in (one.held, one.missed))
    return quantity(pair, "difference", before=True)


def _is_none(gain: Quantity, lang: Lang) -> bool:
    return shown(gain, lang) == shown(Quantity(0.0, gain.unit), lang)
