"""Requests to a meeting: who joins, rises or keeps a pledge, what meets the target, what to confirm."""

from dataclasses import replace
from functools import lru_cache

import numpy as np

from simulator.model.parts import OFFICES, SEGMENTS
from simulator.planning.groups import unit_groups
from simulator.planning.what_it_takes import WhatItTakes, what_it_takes
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.overview import relief_end_sentences
from simulator.report.sentences.past import dated
from simulator.report.sentences.settings import value_of
from simulator.report.sentences.unit_names import pledge_months
from simulator.report.sentences.ways import answer_sentences
from simulator.words import Lang
from simulator.words.quantity import Month
from simulator.words.sentence import Sentence, joined, sentence
from simulator.words.settings import segment_name


def office_asks(c: Context, lang: Lang) -> list[Sentence]:
    """The requests to offices, most important first, by their status in the month of the data."""
    month, baseline = Month(c.baseline.month), c.baseline
    groups = [group for group in unit_groups(baseline) if group.segment in OFFICES]
    sentences, statuses = [], {group.status for group in groups}
    if "outside" in statuses:
        asn = replace(quantity(c, "status_asn", status="outside"), unit="asn")
        units = offices_of(c, "outside", lang)
        sentences.append(sentence("asks.join", lang, units=units, month=month, asn=asn))
    if "partial" in statuses:
        to_enrol = quantity(c, "status_to_enrol", status="partial")
        units = offices_of(c, "partial", lang)
        sentences.append(sentence("asks.rise", lang, units=units, month=month, to_enrol=to_enrol))
    if "pledged" in statuses:
        workers, units = quantity(c, "status_pledges", status="pledged"), offices_of(c, "pledged", lang)
        pledged = np.concatenate([group.units for group in groups if group.status == "pledged"])
        last = Month(int(baseline.month + baseline.pledge_month[pledged].max()))
        begin = dated(c, last, lang, pledge_months(replace(groups[0], units=pledged), baseline, lang))
        sentences.append(sentence("asks.pledge", lang, units=units, month=begin, workers=workers))
    return sentences


def offices_of(c: Context, status: str, lang: Lang) -> Sentence:
    """How many offices have a status, by segment: 13 OPD dan 7 kecamatan."""
    numbers = {s: quantity(c, "status_units", segment=s, status=status) for s in OFFICES}
    counts = [
        sentence("units.count", lang, number=number, segment=segment_name(segment, lang))
        for segment, number in numbers.items()
        if number.value
    ]
    return sentence("compare.and", lang, first=counts[0], last=counts[1]) if len(counts) > 1 else counts[0]


def plan_asks(c: Context, lang: Lang) -> list[Sentence]:
    """What the scenario's plan requests; a plan already agreed is not requested again."""
    parts = [] if c.scenario.status == "agreed" else plan_parts(c, lang)
    return [sentence("asks.plan", lang, parts=joined(parts, lang, "; "))] if parts else []


def plan_parts(c: Context, lang: Lang) -> list[Sentence]:
    """The parts of the plan: floors of participation, the Rakor Monev that push, new offices after each."""
    parts, monev = [], c.scenario.monev
    for segment in SEGMENTS:
        share, months = (
            quantity(c, "setting", path=f"participation.{segment}.{name}")
            for name in ("target_share", "ramp_months")
        )
        if share.value:
            named = segment_name(segment, lang)
            parts.append(sentence("asks.floor", lang, segment=named, share=share, months=months))
    new = {
        name: replace(quantity(c, "setting", path=f"monev.{name}"), unit="number")
        for name in ("new_opd", "new_kecamatan")
    }
    if monev.first_month and c.scenario.growth.push_share:
        first, every, meetings = (
            value_of(c, f"monev.{name}", lang) for name in ("first_month", "every_months", "meetings")
        )
        parts.append(sentence("asks.monev", lang, first=first, every=every, meetings=meetings))
    if monev.first_month and (monev.new_opd or monev.new_kecamatan):
        parts.append(sentence("ways.clause.new_offices", lang, **new))
    return parts


@lru_cache(maxsize=8)  # the hand-outs of one scenario need the same result
def taken_for(c: Context) -> WhatItTakes:
    """What it takes to meet the scenario's target."""
    return what_it_takes(c.scenario, c.baseline, c.programme, c.today)


def way_asks(c: Context, lang: Lang) -> list[Sentence]:
    """What would meet the target where the scenario does not: the way to name first, without hurried ways."""
    answer = taken_for(c)
    if answer.status.met and answer.status.turns is None:
        return []
    answered = joined(answer_sentences(c, answer, lang, in_plan=True), lang)
    return [sentence("asks.way", lang, answer=answered)]


def branch_asks(c: Context, lang: Lang) -> list[Sentence]:
    """What the branch office has to confirm."""
    return [sentence("asks.confirm", lang)] if relief_end_sentences(c, lang) else []
