"""What one Rakor Monev more would bring, in words."""

from simulator.planning.one_more_meeting import OneMore, one_more_meeting
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.past import dated
from simulator.words import Lang
from simulator.words.numbers import shown
from simulator.words.quantity import Month, Quantity
from simulator.words.sentence import Sentence, sentence


def brings_sentences(c: Context, lang: Lang) -> list[Sentence]:
    """What one more would bring, where the scenario lets a Rakor Monev bring anybody at all."""
    said = one_more_sentence(c, lang) if _may_bring(c) else None
    return [said] if said else []


def one_more_sentence(c: Context, lang: Lang) -> Sentence | None:
    """Workers the next Rakor Monev to decide on would bring within a year, and those of a later one.

    None where none can be projected for a year.
    """
    found = one_more_meeting(c.scenario, c.baseline, c.programme, c.today)
    if not found:
        return None
    month = dated(c, Month(c.baseline.month + found[0].month), lang)
    gains = [_gain(c, one) for one in found if _may_bring(c)]
    if not gains or _is_none(gains[0], lang):
        return sentence("meetings.one_more.nobody", lang, month=month)
    if len(gains) == 1:
        return sentence("meetings.one_more", lang, month=month, gain=gains[0])
    number = quantity(c, "count", number=found[1].number, what="meetings")
    return sentence(
        "meetings.one_more.and_later", lang, month=month, gain=gains[0], number=number, later=gains[1]
    )


def _may_bring(c: Context) -> bool:
    """Whether a meeting can bring anybody, so that it is worth a projection."""
    monev = c.scenario.monev
    return bool(c.scenario.growth.push_share or monev.new_opd or monev.new_kecamatan)


def _gain(c: Context, one: OneMore) -> Quantity:
    """Workers enrolled a year after a meeting with it, less those without it."""
    pair = tuple(quantity(c.of(p), "enrolled_in", month=one.judged) for p in (one.held, one.missed))
    return quantity(pair, "difference", before=True)


def _is_none(gain: Quantity, lang: Lang) -> bool:
    return shown(gain, lang) == shown(Quantity(0.0, gain.unit), lang)
