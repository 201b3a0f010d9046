"""The comparison of scenarios as tables of words; lists run along the chosen scenarios."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from simulator.model.metrics import target_status
from simulator.model.projection import Projection
from simulator.model.scenario import SEGMENTS, SETTINGS, Override, changed_settings, setting_value
from simulator.planning.comparison import AT_TARGET, headlines, last_common_month, on_same_data, unit_rows
from simulator.planning.groups import unit_groups
from simulator.words import Lang, text
from simulator.words.compare import headline_difference, headline_name, headline_value
from simulator.words.numbers import decimal, month_long, month_short
from simulator.words.settings import override_text, setting_label, setting_value_text
from simulator.words.units import row_name


@dataclass(frozen=True)
class Cell:
    """What a cell shows, the difference from the reference in grey below it, and the key and context of `provenance.explain` behind it."""

    shown: str
    apart: str = ""
    origin: tuple[str, dict[str, Any]] | None = None


def targets_differ(projections: list[Projection]) -> bool:
    """Whether the scenarios ask for different coverage or in different months."""
    return len({(p.scenario.target.coverage_share, p.scenario.target.month) for p in projections}) > 1


def headline_table(projections: list[Projection], reference: int, lang: Lang) -> list[tuple[str, list[Cell]]]:
    """The headline numbers, a row each: its name and a cell a scenario. Where targets differ, numbers at the target carry its month, no difference."""
    numbers = headlines(projections)
    last = last_common_month(projections)
    end = None if last is None else month_long(last, lang)
    rows = []
    for name in numbers[0]:
        other_months = name in AT_TARGET and targets_differ(projections)
        cells = []
        for i, (p, of) in enumerate(zip(projections, numbers)):
            apart = (
                month_short(p.scenario.target.month, lang)
                if other_months
                else ""
                if i == reference
                else headline_difference(name, of[name], numbers[reference][name], lang)
            )
            nothing = of[name] is None or name == "gap_at_target" and of[name] == 0
            cells.append(
                Cell(
                    headline_value(name, of[name], lang),
                    apart,
                    None if nothing else headline_origin(name, p, last),
                )
            )
        rows.append((headline_name(name, lang, end), cells))
    return rows


def headline_origin(name: str, p: Projection, last: int | None) -> tuple[str, dict[str, Any]] | None:
    """Key and context of `provenance.explain` behind a headline number, `last` being the month number sums run to; None where there is none."""
    month = target_status(p).month if name in AT_TARGET else None if last is None else last - p.baseline.month
    explained = {
        "enrolled_at_target": ("enrolled_in", {"month": month}),
        "coverage_at_target": ("coverage_in", {"month": month}),
        "gap_at_target": ("gap", {"month": month}),
        "enrolled_at_horizon": ("enrolled_in", {"month": month}),
        "coverage_at_horizon": ("coverage_in", {"month": month}),
        "contributions_total_idr": ("cumulative_contributions", {"month": month}),
        "payouts_total_idr": ("cumulative_payouts", {"month": month}),
        "claims_ratio_total": ("claims_ratio", {"month": month, "cumulative": True}),
    }
    return explained.get(name)


def settings_table(projections: list[Projection], reference: int, lang: Lang) -> list[tuple[str, list[Cell]]]:
    """Only the settings in which a scenario differs from the reference, in words; a value equal to the reference's stands in grey.

    The `uncertainty` block changes no result of a projection and is left out.
    """
    scenarios = [p.scenario for p in projections]
    changed = {
        path
        for s in scenarios
        for path, *_ in changed_settings(scenarios[reference], s)
        if not path.startswith("uncertainty.")
    }
    rows = (
        []
        if on_same_data(projections)
        else [(text("compare.baseline", lang), [p.baseline.facts.title[lang] for p in projections])]
    )
    for path in (path for path in SETTINGS if path in changed):
        values = [setting_value(s, path) for s in scenarios]
        rows.append(
            (
                setting_label(path, lang),
                _told_apart(values, lambda value, places: setting_value_text(path, value, lang, places)),
            )
        )
    special = [_special(p) for p in projections]
    names = {row.key: row_name(row, p.baseline, lang) for p in projections for row in unit_groups(p.baseline)}
    for key in dict.fromkeys(key for rows_of in special for key in rows_of):
        values = [rows_of.get(key, ()) for rows_of in special]
        if len(set(values)) > 1:
            rows.append(
                (
                    text("compare.override", lang, unit=names[key]),
                    _told_apart(values, lambda value, places: _special_text(value, lang, places)),
                )
            )
    return [
        (
            name,
            [
                Cell(shown) if i == reference or shown != cells[reference] else Cell("", shown)
                for i, shown in enumerate(cells)
            ],
        )
        for name, cells in rows
    ]


def _special(p: Projection) -> dict[str, tuple[tuple[int, int, Override], ...]]:
    """By row of the units' table: how many of its how many units share which special setting; an allocated unit stays in its group."""
    asked = {o.unit: o.model_copy(update={"unit": "-"}) for o in p.scenario.overrides}
    found = (
        (row, Counter(asked[p.baseline.codes[i]] for i in row.units if p.baseline.codes[i] in asked))
        for row in unit_groups(p.baseline)
    )
    return {
        row.key: tuple((count, len(row.units), override) for override, count in counted.items())
        for row, counted in found
        if counted
    }


def _special_text(special: tuple[tuple[int, int, Override], ...], lang: Lang, places: int) -> str:
    return "; ".join(
        override_text(override, lang, places)
        + ("" if count == units else f" ({text('compare.of_units', lang, count=count, units=units)})")
        for count, units, override in special
    ) or override_text(None, lang)


def _told_apart(values: list[Any], worded: Callable[[Any, int], str]) -> list[str]:
    """Values in words, with as many decimal places as it takes for different ones to read differently."""
    for places in (2, 4, 8, 16):
        shown = [worded(value, places) for value in values]
        if len(set(shown)) >= len(set(values)):
            break
    return shown


def changed_text(path: str, before: Any, after: Any, lang: Lang) -> str:
    """A changed setting in one line, the words both values end in said once: Partisipasi minimal OPD: 0 % → 70,1 %."""
    shown, then = _told_apart(
        [before, after], lambda value, places: setting_value_text(path, value, lang, places)
    )
    words, other = shown.split(" "), then.split(" ")
    while len(words) > 1 and words[-1].isalpha() and words[-1] == other[-1]:
        words, other = words[:-1], other[:-1]
    return text(
        "compare.changed", lang, setting=setting_label(path, lang), before=" ".join(words), after=then
    )


def units_table(projections: list[Projection], reference: int, lang: Lang) -> list[tuple[str, list[Cell]]]:
    """Enrolled by unit, group or segment in the last month all share, with their total; raises ValueError where there is none."""
    rows, enrolled = unit_rows(projections)
    last = last_common_month(projections)
    named = [
        (row_name(row, projections[0].baseline, lang), ("row_projected", {"row": row.key})) for row in rows
    ] or [
        (text(f"units.segment.{segment}", lang), ("enrolled_segment_in", {"segment": segment}))
        for segment in SEGMENTS
    ]
    table = []
    for (name, (key, context)), values in zip(
        [*named, (text("compare.total", lang), ("enrolled_in", {}))],
        np.vstack((enrolled, enrolled.sum(0))).tolist(),
    ):
        apart = [
            "" if i == reference else headline_difference("enrolled", value, values[reference], lang)
            for i, value in enumerate(values)
        ]
        origins = [(key, context | {"month": last - p.baseline.month}) for p in projections]
        table.append(
            (name, [Cell(decimal(value, lang), *more) for value, *more in zip(values, apart, origins)])
        )
    return table
