"""What the last change moved, in words: headline numbers, who moves them, or why nothing moved."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from simulator.model.metrics import JOINED_THRESHOLD
from simulator.model.parts import SEGMENTS
from simulator.model.ranges import RANGES
from simulator.planning.comparison import AT_TARGET, common_months, on_same_data
from simulator.planning.effects import NoEffect
from simulator.planning.groups import UnitGroup, unit_groups
from simulator.planning.moved import Moved, MovedNumber
from simulator.planning.rounding import adding_up, step_of, whole, whole_steps
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.headlines import headline_cell, headline_number, headline_title
from simulator.report.sentences.levers import effect_sentence
from simulator.report.sentences.ranges import changed_range
from simulator.report.sentences.settings import changed_setting, counted_settings
from simulator.report.sentences.unit_names import group_in_words, row_name
from simulator.words import Lang, text
from simulator.words.quantity import Month, Quantity, Unit
from simulator.words.sentence import Sentence, joined, sentence
from simulator.words.settings import segment_name

MOST_NUMBERS, MOST_UNITS, MOST_SETTINGS = 4, 3, 2
OF_TARGET = {"target_month_number", *AT_TARGET}
METRIC_OF: dict[Unit, str] = {
    "people": "enrolled",
    "share": "coverage_share",
    "idr": "contributions_idr",
    "ratio": "claims_ratio",
}
"""By the unit of a headline number, a metric that is rounded in the same way."""


@dataclass(frozen=True)
class NumberMove:
    """A headline number that moved: its name, both values, and the difference where both exist."""

    name: str
    before: Sentence
    after: Sentence
    difference: Quantity | None


@dataclass(frozen=True)
class ChangeWords:
    """What was changed, the numbers that moved, largest first, and who moves them or why nothing moved."""

    change: Sentence
    numbers: tuple[NumberMove, ...]
    why: Sentence


def change_words(c: Context, moved: Moved, lang: Lang) -> ChangeWords:
    """The words for what a change moved; `c` supplies the facts around it."""
    before, after = c.of(moved.before), c.of(moved.after)
    same_data = on_same_data([moved.before, moved.after])
    moves = [
        move
        for number in moved.numbers
        if (number.name != "target_month_number" or same_data)  # counted from the month of the data
        and (move := _number(number, before, after, lang))
    ]
    why = _why(before, after, moved, bool(moves), lang)
    return ChangeWords(_change(before, after, moved, lang), tuple(moves[:MOST_NUMBERS]), why)


# ---- the headline numbers


def _number(number: MovedNumber, before: Context, after: Context, lang: Lang) -> NumberMove | None:
    """A number that moved visibly, None where it reads the same."""
    both = [before.projection, after.projection]
    months = common_months(both)
    then = headline_number(before, number.name, number.before, months)
    now = headline_number(after, number.name, number.after, months)
    first, second = (
        cell if isinstance(cell, Sentence) else Sentence(lang, (cell or "–",))
        for cell in (headline_cell(c, number.name, n, lang) for c, n in ((before, then), (after, now)))
    )
    if str(first) == str(second):
        return None
    return NumberMove(
        headline_title(number.name, both, lang), first, second, _apart(now, then) if now and then else None
    )


def _apart(now: Quantity, then: Quantity) -> Quantity:
    """The difference of two numbers as shown, so that it agrees with them."""
    apart = replace(quantity((now, then), "difference", before=True), form="signed")
    if now.unit == "month":
        return apart
    step = step_of(METRIC_OF[now.unit], (now.number, then.number))
    return replace(apart, value=(whole_steps(now.number, step) - whole_steps(then.number, step)) * step)


# ---- what was changed


def _change(before: Context, after: Context, moved: Moved, lang: Lang) -> Sentence:
    """The settings that were changed, the first of them by name and with both values."""
    changes = []
    if not on_same_data([before.projection, after.projection]):
        then, now = (c.baseline.facts.title[lang] for c in (before, after))
        changes.append(sentence("attribution.baseline", lang, before=then, after=now))
    paths = [path for path, *_ in moved.settings]
    if _alike(moved.settings):
        key = f"setting.participation.*.{paths[0].rpartition('.')[2]}"
        everywhere = text(key, lang, segment=text("moved.all_segments", lang))
        changes.append(changed_setting(before, after, paths[0], lang, everywhere))
    else:
        changes += [_setting(before, after, path, lang) for path in paths]
    named = {str(change): change for change in changes}
    words, others = joined([*named.values()][:MOST_SETTINGS], lang, "; "), [*named][MOST_SETTINGS:]
    if not others:
        return words
    return sentence("moved.more_settings", lang, named=words, count=counted_settings(after, others))


def _setting(before: Context, after: Context, path: str, lang: Lang) -> Sentence:
    if path.startswith("overrides."):
        unit = _name_of(path.removeprefix("overrides."), before, after, lang)
        return sentence("compare.override", lang, unit=unit)
    if path.startswith(RANGES):
        return changed_range(before, after, path.removeprefix(RANGES), lang)
    return changed_setting(before, after, path, lang)


def _alike(settings: Sequence[tuple[str, Any, Any]]) -> bool:
    """Whether the same setting changed in every segment, from the same value to the same value."""
    return (
        len(settings) == len(SEGMENTS)
        and len({(path.rpartition(".")[2], *values) for path, *values in settings}) == 1
        and all(path.startswith("participation.") for path, *_ in settings)
    )


# ---- who moves, or why nobody does


def _why(before: Context, after: Context, moved: Moved, seen: bool, lang: Lang) -> Sentence:
    """Who moves the numbers or why none moves; `seen` where at least one moved visibly."""
    if not moved.numbers and moved.month is None:
        effects = (_named(effect, before, after, lang) for effect in moved.reasons)
        reasons = {str(one): one for one in (effect_sentence(after, effect, lang) for effect in effects)}
        return joined([text("moved.nothing", lang), *[*reasons.values()][:MOST_SETTINGS]], lang)
    small = [] if seen else [text("moved.too_small", lang)]
    if moved.month is not None:
        return joined([*small, *_units(before, after, moved, moved.month, lang)], lang)
    only_target = all(number.name in OF_TARGET for number in moved.numbers)
    same = text("moved.same_people_target" if only_target else "moved.same_people", lang)
    return joined([*small, same], lang)


def _named(effect: NoEffect, before: Context, after: Context, lang: Lang) -> NoEffect:
    """A reason that names a unit as the units' table does."""
    if "unit" not in effect.values:
        return effect
    name = _name_of(effect.values["unit"], before, after, lang)
    return replace(effect, values=effect.values | {"unit": name})


def _units(before: Context, after: Context, moved: Moved, month: int, lang: Lang) -> list[Sentence]:
    """The units and groups that moved most, in whole workers that add up to the change of the total."""
    then, now = (whole(c.projection.enrolled[month - c.baseline.month]) for c in (before, after))
    workers = adding_up([value for _, value in moved.units], 1.0, now - then)
    moving = [
        (row, _workers(row, count, before, after, month))
        for (row, _), count in zip(moved.units, workers)
        if count
    ]
    moving.sort(key=lambda pair: -abs(pair[1].number))
    if not moving:
        return []
    total = _people(month, before, after, "enrolled_in", now - then)
    way = "more" if now > then else "less" if now < then else "same"
    if len(moving) == 1 and way != "same":
        unit = _in_words(moving[0][0], before, after, month, lang)
        return [sentence(f"moved.{way}", lang, month=Month(month), total=total, unit=unit)]
    first = MOST_UNITS if len(moving) > MOST_UNITS + 1 else len(moving)
    parts = [
        sentence("moved.unit", lang, name=_in_words(row, before, after, month, lang), value=value)
        for row, value in moving[:first]
    ]
    if rest := moving[first:]:
        names = tuple(_row_name(row, after, lang) for row, _ in rest)
        value = replace(quantity(tuple(value for _, value in rest), "other_rows"), form="signed")
        count = quantity(after, "count", things=names, what="rows")
        parts.append(sentence("moved.rest", lang, count=count, value=value))
    units = joined(parts, lang, ", ")
    return [sentence(f"moved.{way}_units", lang, month=Month(month), total=total, units=units)]


def _workers(row: UnitGroup | str, count: int, before: Context, after: Context, month: int) -> Quantity:
    """By how many workers a row, or a segment, moved in a month (a month number)."""
    if isinstance(row, str):
        moved = _people(month, before, after, "enrolled_segment_in", count, segment=row)
    else:
        moved = _people(month, before, after, "row_projected", count, row=row.key)
    return replace(moved, form="signed")


def _people(month: int, before: Context, after: Context, key: str, count: int, **about: Any) -> Quantity:
    """The change, `count` workers, of the number of a key in a month (a month number)."""
    now, then = (quantity(c, key, month=month - c.baseline.month, **about) for c in (after, before))
    return replace(quantity((now, then), "difference", before=True), value=count)


def _name_of(unit: str, before: Context, after: Context, lang: Lang) -> str:
    """The name under which the units' table has a unit: its own, or its group's."""
    baseline = next(c.baseline for c in (after, before) if unit in c.baseline.index)
    return next(
        row_name(row, baseline, lang) for row in unit_groups(baseline) if baseline.index[unit] in row.units
    )


def _row_name(row: UnitGroup | str, c: Context, lang: Lang) -> str:
    return text(f"units.segment.{row}", lang) if isinstance(row, str) else row_name(row, c.baseline, lang)


def _in_words(
    row: UnitGroup | str, before: Context, after: Context, month: int, lang: Lang
) -> str | Sentence:
    """The name of a row within a sentence; in a group only units with changed enrolment are counted."""
    if isinstance(row, str):
        return segment_name(row, lang)
    if not row.is_pooled:
        return row.name
    now, then = (
        c.projection.enrolment.enrolled[row.units, month - c.baseline.month] for c in (after, before)
    )
    return group_in_words(after, row, lang, int((abs(now - then) > JOINED_THRESHOLD).sum()))
