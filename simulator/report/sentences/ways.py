"""What it takes to meet the target, in sentences; and the scenario made from one way."""

from dataclasses import replace

from simulator.model.metrics import target_status
from simulator.model.names import named_after
from simulator.model.parts import SEGMENTS
from simulator.model.scenario import FLOORS, SETTINGS, Scenario, setting_value
from simulator.model.status import made_from
from simulator.planning.likely_way import LIKELY, LikelyWay
from simulator.planning.target_levers import FLOOR_LEVERS, LAPSE
from simulator.planning.what_it_takes import Way, WhatItTakes
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.chance import worded
from simulator.report.sentences.levers import effect_sentence
from simulator.report.sentences.past import dated
from simulator.words import Lang
from simulator.words.quantity import Month, Quantity, month
from simulator.words.sentence import Filling, Sentence, joined, sentence
from simulator.words.settings import setting_label


def answer_sentences(c: Context, answer: WhatItTakes, lang: Lang, *, in_plan: bool = False) -> list[Sentence]:
    """The main answer: the time available, then the way to name first, or the most possible and why.

    `in_plan` leaves out hurried ways and the note that months before the target are over, which the page has
    elsewhere.
    """
    first, of_target = answer.first, month(c.scenario.target.month)
    target = dated(c, of_target, lang)
    sentences = []
    if answer.projection.scenario.horizon_months > c.scenario.horizon_months:
        horizon = quantity(c.of(answer.projection), "setting", path="horizon_months")
        sentences.append(sentence("ways.lengthened", lang, horizon=horizon))
    if answer.status.met:
        if answer.status.turns is None:
            return [*sentences, sentence("ways.already", lang, month=target)]
        lost = dated(c, Month(c.baseline.month + answer.status.turns), lang)
        return [*sentences, sentence("ways.already_then_lost", lang, month=target, lost=lost)]
    if first is None:
        longest = c.baseline.month + int(SETTINGS["horizon_months"].high or 0)
        return [sentence("ways.too_far", lang, last=Month(longest))]
    baseline = Month(c.baseline.month)
    if answer.status.month <= 0:
        sentences.append(sentence("ways.not_before_data", lang, month=target, baseline=baseline))
    elif first.when == "later":
        sentences.append(sentence("ways.not_in_time", lang, month=target))
        in_haste = (way for way in answer.ways if (way.manner, way.lever) == ("hurried", first.lever))
        if first.manner == "planned" and not in_plan:
            sentences += [way_sentence(c, way, lang) for way in in_haste]
    sentences.append(way_sentence(c, first, lang, named_first=True))
    if first.when == "never":
        return sentences + _reasons(c.of(first.projection), first.month, lang)
    is_over = any(map(c.is_past, (of_target, Month(c.baseline.month + first.since))))
    if is_over or c.missing_months and not in_plan:
        sentences.append(sentence("ways.since_data", lang, baseline=baseline))
    return sentences


def way_sentence(c: Context, way: Way, lang: Lang, *, named_first: bool = False) -> Sentence:
    """One way: when it meets the target, the most it brings, or why it has no effect."""
    there = c.of(way.projection)
    if way.no_effect:
        return sentence(
            "ways.no_effect",
            lang,
            setting=setting_label(way.no_effect.path, lang),
            effect=effect_sentence(c.of(way.present), way.no_effect, lang),
        )
    nobody_stops = way.lever == LAPSE and way.value == 0
    kind = "nobody_stops" if nobody_stops else _kind(way)
    clause = sentence(f"ways.clause.{kind}", lang, **_values(c, way))
    if way.when == "never":
        most = sentence(
            "ways.impossible" if named_first else "ways.most",
            lang,
            clause=clause,
            month=dated(c, there.month(way.month), lang),
            enrolled=quantity(there, "enrolled_in", month=way.month),
            target=quantity(there, "target_workers_in", month=way.month),
            coverage=quantity(there, "coverage_in", month=way.month),
        )
        return joined([most, *_past_rakor(c, way, lang)], lang)
    key = "ways.met_unchanged" if way.lever == "as_it_is" else "ways.met"
    if way.manner == "hurried" and not named_first:
        key = "ways.hurried"
    sentences = [sentence(key, lang, clause=clause, month=dated(c, there.month(way.since), lang))]
    if way.since < way.month:
        sentences.append(sentence("ways.still_met", lang, month=dated(c, there.month(way.month), lang)))
    lost = target_status(way.projection).turns
    if lost is not None:
        sentences.append(sentence("ways.then_lost", lang, month=dated(c, there.month(lost), lang)))
    return joined([*sentences, *_past_rakor(c, way, lang)], lang)


def likely_sentence(c: Context, likely: LikelyWay, lang: Lang) -> Sentence:
    """The floors that a way needs for the wanted chance, or the highest chance they bring."""
    way, there = likely.way, c.of(likely.projection)
    own = {path: setting_value(way.present.scenario, path) for path in likely.paths}
    lowest = min(own, key=lambda path: float(own[path]))
    about = {"draws": likely.draws, "month": way.month}
    value = quantity(there, "likely_value", path=lowest, present=own[lowest], **about)
    chance = quantity(there, "likely_chance", value=likely.chance, **about)
    values = _values(c, way)
    reason = "already" if likely.reason == "no_effect" else likely.reason
    return sentence(
        f"ways.likely.{reason}",
        lang,
        likely=quantity(there, "likely_chance", value=LIKELY, **about),
        chance=worded(chance, likely.draws),
        clause=sentence(f"ways.clause.{_kind(way)}", lang, **values | {"share": value}),
        planned=values["share"],
    )


def _past_rakor(c: Context, way: Way, lang: Lang) -> list[Sentence]:
    """A note that the Rakor Monev after which a way's offices should join is already over."""
    if way.rakor is None or not c.is_past(held := Month(c.baseline.month + way.rakor)):
        return []
    return [sentence("ways.past_rakor", lang, month=held)]


def scenario_name(c: Context, way: Way, lang: Lang) -> str:
    """A name for the scenario made from a way."""
    values = _values(c, way)
    short = sentence(f"ways.short.{_kind(way)}", lang, **values)
    if way.manner in ("hurried", "slower"):
        short = sentence("ways.short.in_months", lang, short=short, months=values["months"])
    return named_after(way.projection.scenario.name, str(short))


def made_scenario(c: Context, way: Way, lang: Lang, *, moves_target: bool = False) -> Scenario:
    """The scenario of a way under a new name; its target month changes only with `moves_target`."""
    before = way.present.scenario
    target = way.projection.scenario.target if moves_target else before.target
    made = made_from(way.projection.scenario, scenario_name(c, way, lang), before.name)
    return made.model_copy(update={"target": target})


def _kind(way: Way) -> str:
    if way.lever == LAPSE:
        return "lapse"
    return "all_in" if way.manner == "all_in" else way.lever


def _values(c: Context, way: Way) -> dict[str, Filling]:
    """The values for a way's clause and name."""
    floors = [FLOORS[s] for s in FLOOR_LEVERS.get(way.lever, SEGMENTS)]
    ramps = [f"participation.{s}.ramp_months" for s in FLOOR_LEVERS.get(_kind(way), SEGMENTS)]
    to = way.projection.scenario
    share = LAPSE if way.lever == LAPSE else min(floors, key=lambda path: setting_value(to, path))
    return {
        "share": replace(_value(c, way, share), unit="share"),
        "months": _value(c, way, max(ramps, key=lambda path: setting_value(to, path))),
        "new_opd": replace(_value(c, way, "monev.new_opd"), unit="number"),
        "new_kecamatan": replace(_value(c, way, "monev.new_kecamatan"), unit="number"),
        "month": c.of(way.projection).month(way.month),
    }


def _value(c: Context, way: Way, path: str) -> Quantity:
    """A setting in the way's scenario: with the formula of a sought value where the way moves it."""
    there, present = c.of(way.projection), setting_value(way.present.scenario, path)
    if setting_value(there.scenario, path) == present:
        return quantity(there, "setting", path=path)
    return quantity(there, "lever_value", path=path, present=present, month=way.month)


def _reasons(c: Context, month: int, lang: Lang) -> list[Sentence]:
    """Why even the most is not enough in a month (offset)."""
    outside = quantity(c, "left_out_units", month=month)
    realised, refill = (
        quantity(c, "setting", path=path)
        for path in ("delivery.realised_share", "retention.refill_share_per_month")
    )
    sentences = []
    if outside.value:
        asn = quantity(c, "left_out_asn", month=month)
        sentences.append(sentence("ways.why.left_out", lang, units=outside, asn=asn))
    if realised.number < 1:
        sentences.append(sentence("ways.why.realised", lang, share=realised))
    if refill.number < 1:
        sentences.append(sentence("ways.why.refill", lang, share=replace(refill, unit="share")))
    return sentences or [sentence("ways.why.workers", lang)]
