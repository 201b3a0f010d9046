"""What the last change moved, in words: headline numbers, who drives them, or why nothing moved."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from simulator.model.projection import Projection
from simulator.model.scenario import SEGMENTS
from simulator.planning.comparison import AT_TARGET, last_common_month, on_same_data
from simulator.planning.groups import UnitGroup, unit_groups
from simulator.planning.moved import Moved, MovedNumber
from simulator.planning.rounding import adding_up, step_of, whole, whole_steps
from simulator.report.context import Context
from simulator.report.sentences.effects import effect_sentence
from simulator.report.tables.compare import changed_text, headline_origin
from simulator.words import Lang, text
from simulator.words.attribution import difference_text
from simulator.words.compare import (
    enumerated,
    headline_difference,
    headline_name,
    headline_value,
    whole_people,
)
from simulator.words.numbers import month_long, people, signed
from simulator.words.settings import setting_label
from simulator.words.units import row_name

MOST_NUMBERS, MOST_UNITS, MOST_SETTINGS = 4, 3, 2
OF_TARGET = {"target_month_number", *AT_TARGET}
METRIC_OF = {
    "enrolled_at_target": "enrolled",
    "gap_at_target": "enrolled",
    "enrolled_at_horizon": "enrolled",
    "coverage_at_target": "coverage_share",
    "coverage_at_horizon": "coverage_share",
    "contributions_total_idr": "contributions_idr",
    "payouts_total_idr": "payouts_idr",
    "claims_ratio_total": "claims_ratio",
}
"""The metric whose unit a headline number has."""


@dataclass(frozen=True)
class ToldNumber:
    """A headline number that moved, as shown: its name, both values, by how much, and key and context of the explanation behind the new one."""

    name: str
    before: str
    after: str
    difference: str
    origin: tuple[str, dict[str, Any]] | None


@dataclass(frozen=True)
class ToldMove:
    """What was changed, which numbers moved, the largest first, and a sentence on the units that drive it or why nothing moved."""

    change: str
    numbers: tuple[ToldNumber, ...]
    why: str


def told(c: Context, found: Moved, lang: Lang) -> ToldMove:
    """The words of what a change moved."""
    last = last_common_month([found.before, found.after])
    comparable = [
        number
        for number in found.numbers
        if number.name != "target_month_number" or on_same_data([found.before, found.after])
    ]  # counted from the data's month
    numbers = [told for number in comparable if (told := _number(number, found, last, lang))]
    return ToldMove(_change(found, lang), tuple(numbers[:MOST_NUMBERS]), _why(c, found, bool(numbers), lang))


def _why(c: Context, found: Moved, seen: bool, lang: Lang) -> str:
    """Who moves the numbers or why none does; `seen` where one moved as far as is shown."""
    if not found.numbers and found.month is None:
        named = (
            replace(e, values=e.values | {"unit": _name_of(e.values["unit"], found, lang)})
            if "unit" in e.values
            else e
            for e in found.reasons
        )
        reasons = dict.fromkeys(str(effect_sentence(c, effect, lang)) for effect in named)
        return " ".join((text("moved.nothing", lang), *list(reasons)[:MOST_SETTINGS]))
    small = [] if seen else [text("moved.too_small", lang)]
    if found.month is not None:
        return " ".join((*small, _units(found, lang))).strip()
    only_target = all(number.name in OF_TARGET for number in found.numbers)
    return " ".join((*small, text("moved.same_people_target" if only_target else "moved.same_people", lang)))


def _number(number: MovedNumber, found: Moved, last: int | None, lang: Lang) -> ToldNumber | None:
    """A number that moved as shown, None where it moved by less."""
    name, before, after = number.name, number.before, number.after
    if name == "gap_at_target":
        before, after = whole_people(name, before), whole_people(name, after)
    shown, then = (headline_value(name, value, lang) for value in (before, after))
    if shown == then:
        return None
    difference = (
        ""
        if None in (before, after)
        else headline_difference(name, after, before, lang)
        if name == "target_month_number"
        else _apart(name, before, after, lang)
    )
    origin = (
        None
        if after is None or name == "gap_at_target" and after == 0
        else headline_origin(name, found.after, last)
    )
    return ToldNumber(
        headline_name(name, lang, None if last is None else month_long(last, lang)),
        shown,
        then,
        difference,
        origin,
    )


def _apart(name: str, before: float, after: float, lang: Lang) -> str:
    """The difference of two numbers as they are shown, so that they agree."""
    metric = METRIC_OF[name]
    step = step_of(metric, [before, after])
    return difference_text(metric, (whole_steps(after, step) - whole_steps(before, step)) * step, lang)


def _change(found: Moved, lang: Lang) -> str:
    """The settings that were changed, the first of them by name and with both values."""
    named = (
        []
        if on_same_data([found.before, found.after])
        else [
            text(
                "attribution.baseline",
                lang,
                before=found.before.baseline.facts.title[lang],
                after=found.after.baseline.facts.title[lang],
            )
        ]
    )
    settings = list(found.settings)
    if _alike(settings):
        path, before, after = settings[0]
        key = f"setting.participation.*.{path.rpartition('.')[2]}"
        named.append(
            changed_text(path, before, after, lang).replace(
                setting_label(path, lang), text(key, lang, segment=text("moved.all_segments", lang))
            )
        )
    else:
        named += [
            text("compare.override", lang, unit=_name_of(path.removeprefix("overrides."), found, lang))
            if path.startswith("overrides.")
            else changed_text(path, before, after, lang)
            for path, before, after in settings
        ]
    named = list(dict.fromkeys(named))
    shown = "; ".join(named[:MOST_SETTINGS])
    return (
        shown
        if len(named) <= MOST_SETTINGS
        else text("moved.more_settings", lang, named=shown, count=len(named) - MOST_SETTINGS)
    )


def _alike(settings: Sequence[tuple[str, Any, Any]]) -> bool:
    """Whether the same setting of every segment went from the same value to the same."""
    return (
        len(settings) == len(SEGMENTS)
        and len({(path.rpartition(".")[2], *values) for path, *values in settings}) == 1
        and all(path.startswith("participation.") for path, *_ in settings)
    )


def _units(found: Moved, lang: Lang) -> str:
    """The units and groups that moved most, whole workers that add up to what the total moved by; empty where nobody moved a whole worker."""
    before, after = (whole(p.enrolled[found.month - p.baseline.month]) for p in (found.before, found.after))
    shown = adding_up([value for _, value in found.units], 1.0, after - before)
    moving = sorted(
        ((row, count) for (row, _), count in zip(found.units, shown) if count), key=lambda pair: -abs(pair[1])
    )
    if not moving:
        return ""
    named = MOST_UNITS if len(moving) > MOST_UNITS + 1 else len(moving)
    said = [
        text(
            "moved.unit",
            lang,
            name=_row_name(row, found.after, lang),
            value=signed(people(count, lang), count),
        )
        for row, count in moving[:named]
    ]
    if moving[named:]:
        rest = sum(count for _, count in moving[named:])
        said.append(
            text("moved.rest", lang, count=len(moving) - named, value=signed(people(rest, lang), rest))
        )
    return text("moved.units", lang, units=enumerated(said, lang), month=month_long(found.month, lang))


def _name_of(unit: str, found: Moved, lang: Lang) -> str:
    """The name a unit goes by in the units' table: its own, or its group's."""
    baseline = next(p.baseline for p in (found.after, found.before) if unit in p.baseline.index)
    return next(
        row_name(row, baseline, lang) for row in unit_groups(baseline) if baseline.index[unit] in row.units
    )


def _row_name(row: UnitGroup | str, p: Projection, lang: Lang) -> str:
    return text(f"units.segment.{row}", lang) if isinstance(row, str) else row_name(row, p.baseline, lang)
