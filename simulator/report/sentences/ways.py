"""The answer to what the target would take, in sentences, and the scenario made of one way."""

import numpy as np

from simulator.model.metrics import target_met, target_status, target_workers
from simulator.model.months import month_name, month_number
from simulator.model.scenario import SEGMENTS, SETTINGS, Scenario
from simulator.model.status import copy_of
from simulator.planning.what_it_takes import FLOORS, LAPSE, Way, WhatItTakes
from simulator.words import Lang, text
from simulator.words.effects import effect_text
from simulator.words.numbers import month_long, people, percent
from simulator.words.settings import setting_label, setting_value_text

NAME_MAX, DESCRIPTION_MAX = 120, 4000  # characters (model contract, section 2)


def answer_sentences(
    answer: WhatItTakes, scenario: Scenario, baseline_month: int, today: int, lang: Lang
) -> list[str]:
    """What has to be said first: the time there is, the way to name first, or the most and why; months are month numbers."""
    month, baseline, first = (
        month_long(scenario.target.month, lang),
        month_long(baseline_month, lang),
        answer.first,
    )
    longest = month_name(baseline_month + int(SETTINGS["horizon_months"].high))
    said = []
    if answer.horizon_months:
        said.append(
            text(
                "ways.lengthened",
                lang,
                horizon=setting_value_text("horizon_months", answer.horizon_months, lang),
            )
        )
    if answer.status.met:
        turns = answer.status.turns
        lost = {} if turns is None else {"lost": month_long(baseline_month + turns, lang)}
        return [*said, text("ways.already_then_lost" if lost else "ways.already", lang, month=month, **lost)]
    if first is None:
        return [text("ways.too_far", lang, last=month_long(longest, lang))]
    if answer.status.month <= 0:
        said.append(text("ways.not_before_data", lang, month=month, baseline=baseline))
    elif first.when == "later":
        said.append(text("ways.not_in_time", lang, month=month))
        said += [way_sentence(way, lang) for way in answer.ways if way.lever == f"hurried {first.lever}"]
    said.append(way_sentence(first, lang, named_first=True))
    if first.when == "never":
        return said + _reasons(first, lang)
    reached = baseline_month + first.month
    past = [m for m in (month_number(scenario.target.month), reached) if m < today]
    if past:
        said.append(text("ways.month_is_past", lang, month=month_long(max(past), lang), baseline=baseline))
    return said


def way_sentence(way: Way, lang: Lang, *, named_first: bool = False, today: int | None = None) -> str:
    """One way: when it meets the target, or what it brings at most, or why it does nothing; a month before `today` (a month number) is told to be past."""
    p, values = way.projection, _values(way, lang)
    if way.no_effect:
        return text(
            "ways.no_effect",
            lang,
            setting=setting_label(way.no_effect.path, lang),
            effect=effect_text(way.no_effect, lang),
        )
    clause = text(
        "ways.clause.nobody_stops" if way.lever == LAPSE and way.value == 0 else f"ways.clause.{_kind(way)}",
        lang,
        **values,
    )
    if way.when == "never":
        return text(
            "ways.impossible" if named_first else "ways.most",
            lang,
            clause=clause,
            month=values["month"],
            enrolled=people(way.enrolled, lang),
            target=people(target_workers(p)[way.month], lang),
            coverage=percent(p.coverage_share[way.month], lang, 1),
        )
    key = (
        "ways.hurried"
        if way.lever.startswith("hurried") and not named_first
        else "ways.met_unchanged"
        if way.lever == "as_it_is"
        else "ways.met"
    )
    since = _met_since(way)
    met = month_long(int(p.months[since]), lang)
    if today is not None and p.months[since] < today:
        met = text("ways.past", lang, month=met, months=setting_value_text("horizon_months", since, lang))
    said = [text(key, lang, clause=clause, month=met)]
    if since < way.month:
        said.append(text("ways.still_met", lang, month=values["month"]))
    lost = target_status(p).turns
    if lost is not None:
        said.append(text("ways.then_lost", lang, month=month_long(int(p.months[lost]), lang)))
    return " ".join(said)


def _met_since(way: Way) -> int:
    """Offset of the first month of the unbroken run that meets the target in the way's month; the data's own month tells nothing of the way."""
    missed = np.flatnonzero(~target_met(way.projection)[: way.month])
    return max(1, int(missed[-1]) + 1) if missed.size else min(1, way.month)


def scenario_name(way: Way, lang: Lang) -> str:
    """A fitting name for the scenario made of a way."""
    values = _values(way, lang)
    short = text(f"ways.short.{_kind(way)}", lang, **values)
    if way.lever.startswith("hurried"):
        short = text("ways.short.hurried", lang, short=short, months=values["months"])
    before = way.projection.scenario.name
    return f"{before[: NAME_MAX - len(short) - 2]}: {short}"


def made_scenario(way: Way, lang: Lang) -> Scenario:
    """The scenario of a way under a name of its own, with the sentence behind it in its description."""
    told = text(
        "ways.description",
        lang,
        name=way.projection.scenario.name,
        sentence=way_sentence(way, lang, named_first=True),
    )
    description = f"{way.projection.scenario.description} {told}".strip()
    description = description if len(description) <= DESCRIPTION_MAX else told
    before = way.projection.scenario
    return copy_of(before, scenario_name(way, lang), before.name).model_copy(
        update={"description": description, "record": None}
    )


def _kind(way: Way) -> str:
    return (
        "lapse"
        if way.lever == LAPSE
        else "all_in"
        if way.lever.startswith("all_in")
        else way.lever.removeprefix("hurried ")
    )


def _values(way: Way, lang: Lang) -> dict[str, str]:
    p, monev = way.projection, way.projection.scenario.monev
    ramp = max(
        getattr(p.scenario.participation, segment).ramp_months for segment in FLOORS.get(_kind(way), SEGMENTS)
    )
    return {
        "share": percent(way.value, lang, 1) if isinstance(way.value, float) else "",
        "months": setting_value_text("participation.opd.ramp_months", ramp, lang),
        "new_opd": people(monev.new_opd, lang),
        "new_kecamatan": people(monev.new_kecamatan, lang),
        "month": month_long(int(p.months[way.month]), lang),
    }


def _reasons(way: Way, lang: Lang) -> list[str]:
    """Why even the most is not enough."""
    p, scenario = way.projection, way.projection.scenario
    left_out = p.seats.start > way.month
    said = []
    if left_out.any():
        said.append(
            text(
                "ways.why.left_out",
                lang,
                units=people(left_out.sum(), lang),
                asn=people(p.seats.asn[left_out, way.month].sum(), lang),
            )
        )
    if scenario.delivery.realised_share < 1:
        said.append(text("ways.why.realised", lang, share=percent(scenario.delivery.realised_share, lang)))
    if scenario.retention.refill_share_per_month < 1:
        said.append(
            text("ways.why.refill", lang, share=percent(scenario.retention.refill_share_per_month, lang))
        )
    return said or [text("ways.why.workers", lang)]
