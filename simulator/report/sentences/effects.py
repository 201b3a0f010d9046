"""Why a setting changes nothing as things are."""

import math
from dataclasses import replace

from simulator.planning.effects import NoEffect, at_full_participation
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.words import Lang
from simulator.words.quantity import Quantity, month
from simulator.words.sentence import Filling, Sentence, sentence


def effect_sentence(c: Context, effect: NoEffect, lang: Lang) -> Sentence:
    """The sentence of a setting without effect in a scenario."""
    values: dict[str, Filling] = dict(effect.values)
    if "month" in values:
        values["month"] = month(effect.values["month"])
    for name in {"share", "units"} & values.keys():
        values[name] = _number(c, effect)
    return sentence(f"effect.{effect.reason}", lang, **values)


def _number(c: Context, effect: NoEffect) -> Quantity:
    """The number in a reason."""
    segment = effect.path.split(".")[1].removeprefix("new_")
    if effect.reason == "floor_below_present":
        least = quantity(c, "least_planned", segment=segment)
        tenths = math.floor(effect.values["share"] * 1000 + 1e-9)  # rounded up, it would promise too much
        return replace(least, value=tenths / 1000)
    if effect.reason == "no_unit_takes_part":
        return quantity(c, "segment_units", segment=segment)
    if effect.reason == "units_left_out":
        return quantity(c, "left_out_units", segment=segment, month=c.scenario.horizon_months)
    at_most = c.of(at_full_participation(c.projection, c.programme))
    return quantity(at_most, "coverage_in", month=effect.values["at"])
