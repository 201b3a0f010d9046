"""The notes below a lever or field of the sidebar: what it means, or why it has no effect."""

import math
from dataclasses import replace

from simulator.model.metrics import target_status
from simulator.model.scenario import DEATH_RATE, LEVERS, SETTINGS, setting_value
from simulator.planning.effects import (
    ACTING,
    NoEffect,
    at_full_participation,
    at_rest,
    floor_leaves_out,
    target_above_ceiling,
    why_no_effect,
)
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.words import Lang
from simulator.words.quantity import Month, Quantity, month
from simulator.words.sentence import Filling, Sentence, joined, sentence

RELATIVE = ("growth.push_half_life_months", "growth.push_repeat_factor")
"""Levers that have no value at which nothing happens, so that no number of workers can be counted from it."""


def lever_notes(c: Context, path: str, lang: Lang) -> list[Sentence]:
    """What a lever means now or why it has no effect, and which units a floor does not reach."""
    if len(LEVERS[path]) > 1:
        return _of_months(c, LEVERS[path], lang)
    value, effect = setting_value(c.scenario, path), why_no_effect(c.projection, path)
    notes = []
    if effect:
        notes.append(effect_sentence(c, effect, lang))
    elif (
        path == "retention.lapse_share_per_month"
        and value
        and c.scenario.retention.refill_share_per_month == 1
    ):
        notes.append(sentence("side.refilled_at_once", lang, months=_months_until_full(c)))
    elif value != SETTINGS[path].resting and path not in RELATIVE:
        notes.append(_heads(c, path, lang))
    if path.endswith("target_share") and value:
        left_out = floor_leaves_out(c.projection, _segment(path))
        notes += [_why(c, path, "units_left_out", lang, units=left_out)] * bool(left_out)
    return notes


def reach_sentence(c: Context, path: str, lang: Lang) -> Sentence | None:
    """Which units a floor applies to and which it leaves out; None for another lever or a floor of 0."""
    if not path.endswith("target_share") or not setting_value(c.scenario, path):
        return None
    segment = _segment(path)
    key = "some" if floor_leaves_out(c.projection, segment) else "all"
    units = quantity(c, "left_out_units", segment=segment, month=c.scenario.horizon_months)
    return sentence(f"meeting.reach.{segment}.{key}", lang, units=units)


def _segment(path: str) -> str:
    """The segment of a setting, from a path like `participation.opd.…` or `monev.new_opd`."""
    return path.split(".")[1].removeprefix("new_")


def _months_until_full(c: Context) -> Quantity:
    """Months of membership before a death is paid in full, by the rule in force in the month of the data."""
    return quantity(c, "rule", name="jkm_full_from_months")


def today_level(c: Context, path: str, lang: Lang) -> tuple[Quantity, Sentence] | None:
    """The level a floor's segment has reached in the month of the data; None where no unit takes part."""
    segment = _segment(path)
    if not c.baseline.participating[c.baseline.rows[segment]].any():
        return None
    level = replace(quantity(c, "participating_level", segment=segment), form="tenths")
    return level, sentence("side.today", lang, value=level, month=Month(c.baseline.month))


def field_notes(c: Context, path: str, lang: Lang) -> list[Sentence]:
    """The estimate behind an empty death rate, and why a setting has no effect."""
    notes = []
    if path == DEATH_RATE and setting_value(c.scenario, path) is None:
        estimate = replace(quantity(c, "death_rate"), unit="per_1000_year")
        notes.append(sentence("side.empty_is_estimate", lang, value=estimate))
    if path in ACTING and (effect := why_no_effect(c.projection, path)):
        notes.append(effect_sentence(c, effect, lang))
    return notes


def target_notes(c: Context, lang: Lang) -> list[Sentence]:
    """A target month outside the projection, or a target above what everybody taking part can reach."""
    if not target_status(c.projection).inside:
        month = c.scenario.target.month
        return [_why(c, "target.month", "target_outside_projection", lang, month=month)]
    above = target_above_ceiling(c.projection, c.programme)
    return [effect_sentence(c, above, lang)] if above else []


def _of_months(c: Context, paths: tuple[str, ...], lang: Lang) -> list[Sentence]:
    """When plans are reached whose months one lever moves together; each month where they differ."""
    months = [setting_value(c.scenario, path) for path in paths]
    notes = []
    if len(set(months)) > 1:
        each = (replace(quantity(c, "setting", path=path), unit="number") for path in paths)
        values = joined([Sentence(lang, (one,)) for one in each], lang, " · ")
        notes.append(sentence("side.ramp_differs", lang, values=values))
    effects = [why_no_effect(c.projection, path) for path in paths]
    if effects[0] and all(effects):
        return [*notes, effect_sentence(c, effects[0], lang)]
    return [*notes, sentence("side.ramp_done", lang, month=Month(c.baseline.month + max(months)))]


def _heads(c: Context, path: str, lang: Lang) -> Sentence:
    """Workers that a lever accounts for: those a floor adds, or else its effect in the last month."""
    if path.endswith("target_share"):
        heads = quantity(c, "floor_workers", segment=_segment(path))
        return sentence("side.heads_floor", lang, heads=heads)
    last = c.scenario.horizon_months
    without = c.of(at_rest(c.projection, c.programme, path))
    pair = tuple(quantity(one, "enrolled_in", month=last) for one in (c, without))
    heads = quantity(pair, "difference", before=True)
    return sentence("side.heads_end", lang, heads=heads, month=c.month(-1))


def _why(c: Context, path: str, reason: str, lang: Lang, **values: object) -> Sentence:
    return effect_sentence(c, NoEffect(path, reason, values), lang)


def effect_sentence(c: Context, effect: NoEffect, lang: Lang) -> Sentence:
    """The sentence on a setting that has no effect in a scenario."""
    values: dict[str, Filling] = dict(effect.values)
    if "month" in values:
        values["month"] = month(effect.values["month"])
    for name in {"share", "units"} & values.keys():
        values[name] = _number(c, effect)
    return sentence(f"effect.{effect.reason}", lang, **values)


def _number(c: Context, effect: NoEffect) -> Quantity:
    """The number that the reason contains."""
    segment = _segment(effect.path)
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
