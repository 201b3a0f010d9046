"""The comparison of scenarios as tables, one column each: headline numbers, differing settings, units."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from simulator.model.parts import SEGMENTS, Override
from simulator.model.projection import Projection
from simulator.model.ranges import changed_ranges
from simulator.model.scenario import SETTINGS, changed_settings
from simulator.model.uncertainty import RANGED
from simulator.planning.comparison import (
    AT_TARGET,
    common_months,
    headlines,
    last_common_month,
    on_same_data,
    unit_rows,
)
from simulator.planning.groups import unit_groups
from simulator.planning.overrides import by_group
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.attribution import WhyTheyDiffer
from simulator.report.sentences.headlines import (
    headline_cell,
    headline_difference,
    headline_number,
    headline_title,
)
from simulator.report.sentences.ranges import range_name, range_or_none
from simulator.report.sentences.settings import distinguishable, override_value, value_of
from simulator.report.sentences.unit_names import row_name
from simulator.report.tables.table import Cell, Column, Piece, Row, Table
from simulator.words import Lang, text
from simulator.words.numbers import month_short
from simulator.words.quantity import Form, Quantity, month
from simulator.words.sentence import Sentence, joined, sentence
from simulator.words.settings import setting_label

HOW_SIMULATED = ("uncertainty.draws", "uncertainty.seed")
CHOSEN = tuple(path for path in SETTINGS if path not in HOW_SIMULATED)
"""The settings in which scenarios can differ: without the number of simulations and their seed."""
Special = tuple[tuple[int, int, Override], ...]
"""Each override that units of a group share: how many units have it, of how many, and the override."""


def targets_differ(projections: Sequence[Projection]) -> bool:
    """Whether the scenarios have targets with different coverage or in different months."""
    return len({(p.scenario.target.coverage_share, p.scenario.target.month) for p in projections}) > 1


def headline_table(contexts: Sequence[Context], names: Sequence[str], reference: int, lang: Lang) -> Table:
    """The headline numbers, each with its difference from the reference below it.

    Where targets differ, numbers in the target month have their month below instead.
    """
    projections = [c.projection for c in contexts]
    values, months = headlines(projections), common_months(projections)
    rows = []
    for name in values[0]:
        numbers = [headline_number(c, name, of[name], months) for c, of in zip(contexts, values)]
        below: Sequence[Piece] = _apart(numbers, reference, lang)
        if name in AT_TARGET and targets_differ(projections):
            below = [month_short(c.scenario.target.month, lang) for c in contexts]
        cells = zip((headline_cell(c, name, number, lang) for c, number in zip(contexts, numbers)), below)
        rows.append(Row((headline_title(name, projections, lang), *cells), key=name))
    return _table(text("compare.number", lang), names, rows, is_number=True)


def scenario_table(
    contexts: Sequence[Context], names: Sequence[str], figures: Sequence[str], lang: Lang
) -> Table:
    """One row per scenario with some of its headline numbers, or its `target`.

    Sums run over the months that all share. Where targets differ and have no column, numbers in the target
    month have their month below.
    """
    projections = [c.projection for c in contexts]
    values, months = headlines(projections), common_months(projections)
    titles = [headline_title(name, projections, lang, month_short) for name in figures]
    columns = (Column(text("compare.scenario", lang)), *(Column(title, is_number=True) for title in titles))
    says_month = targets_differ(projections) and "target" not in figures
    rows = []
    for c, name, of in zip(contexts, names, values):
        cells: list[Cell] = []
        for figure in figures:
            number = None if figure == "target" else headline_number(c, figure, of[figure], months)
            cell = _target(c, lang) if figure == "target" else headline_cell(c, figure, number, lang)
            below = (month_short(c.scenario.target.month, lang),)
            cells.append((cell, *below) if says_month and figure in AT_TARGET and cell is not None else cell)
        rows.append(Row((name, *cells), key=name))
    return Table(columns, tuple(rows))


def _target(c: Context, lang: Lang) -> Sentence:
    share = quantity(c, "target_share")
    return sentence("compare.target_of", lang, share=share, month=month(c.scenario.target.month))


def units_table(contexts: Sequence[Context], names: Sequence[str], reference: int, lang: Lang) -> Table:
    """Enrolled by unit, group or segment in the last month that all share, with their total.

    Raises ValueError where they share no month.
    """
    projections = [c.projection for c in contexts]
    groups, enrolled = unit_rows(projections)
    last, baseline = last_common_month(projections), projections[0].baseline
    if last is None:
        raise ValueError("the scenarios share no month")
    named = [(row_name(group, baseline, lang), "row_projected", {"row": group.key}) for group in groups] or [
        (text(f"units.segment.{segment}", lang), "enrolled_segment_in", {"segment": segment})
        for segment in SEGMENTS
    ]
    named.append((text("units.total", lang), "enrolled_in", {}))
    rows = []
    for (name, key, about), values in zip(named, np.vstack((enrolled, enrolled.sum(0))).tolist()):
        numbers = [
            replace(quantity(c, key, month=last - c.baseline.month, **about), value=value)
            for c, value in zip(contexts, values)
        ]
        cells = zip(numbers, _apart(numbers, reference, lang))
        rows.append(Row((name, *cells), is_total=key == "enrolled_in"))
    first = text("compare.unit" if groups else "compare.segment", lang)
    return _table(first, names, rows, is_number=True)


def settings_table(contexts: Sequence[Context], names: Sequence[str], reference: int, lang: Lang) -> Table:
    """Only the settings in which a scenario differs; a value equal to the reference's is in small print."""
    rows = [
        Row((name, *_same_small(cells, reference)))
        for name, cells in differing_settings(contexts, reference, lang)
    ]
    return _table(text("compare.setting", lang), names, rows)


def where_table(why: WhyTheyDiffer, lang: Lang) -> Table:
    """The difference by segment, each followed by its unit groups."""
    rows = []
    for segment, line in why.segments.items():
        rows.append(Row((line.name, line.quantity), is_total=True))
        rows += [Row((group.name, group.quantity)) for group in why.groups.get(segment, ())]
    first = text(f"attribution.column.{'row' if any(why.groups.values()) else 'segment'}", lang)
    columns = (Column(first), Column(text("attribution.column.difference", lang), is_number=True))
    return Table(columns, tuple(rows))


def differing_settings(
    contexts: Sequence[Context], reference: int, lang: Lang
) -> list[tuple[str, list[Sentence]]]:
    """The names of settings in which a scenario differs from the reference, with each scenario's value.

    Ranges, which affect only bands and chances, follow the settings; the number of simulations and their seed
    are left out.
    """
    scenarios = [c.scenario for c in contexts]
    changed = {path for s in scenarios for path, *_ in changed_settings(scenarios[reference], s)}
    settings = (
        (setting_label(path, lang), distinguishable(contexts, partial(_setting, path, lang)))
        for path in CHOSEN
        if path in changed
    )
    return [
        *differing_data(contexts, lang),
        *settings,
        *differing_ranges(contexts, reference, lang),
        *differing_overrides(contexts, lang),
    ]


def differing_ranges(
    contexts: Sequence[Context], reference: int, lang: Lang
) -> list[tuple[str, list[Sentence]]]:
    """The ranges in which a scenario differs from the reference, in the form of `differing_settings`."""
    scenarios = [c.scenario for c in contexts]
    ranged = {path for s in scenarios for path, *_ in changed_ranges(scenarios[reference], s)}
    return [
        (range_name(path, lang), [range_or_none(c, path, lang) for c in contexts])
        for path in RANGED
        if path in ranged
    ]


def _same_small(cells: Sequence[Sentence], reference: int) -> Iterator[Cell]:
    """The values, those equal to the reference's in small print."""
    for i, cell in enumerate(cells):
        yield ("", cell) if i != reference and str(cell) == str(cells[reference]) else cell


def _setting(path: str, lang: Lang, c: Context, form: Form) -> Sentence:
    return value_of(c, path, lang, form)


def differing_overrides(contexts: Sequence[Context], lang: Lang) -> list[tuple[str, list[Sentence]]]:
    """Overrides by unit group; an allocated unit stays in its group."""
    special = [_special(c) for c in contexts]
    names = {
        group.key: row_name(group, c.baseline, lang) for c in contexts for group in unit_groups(c.baseline)
    }
    rows = []
    for key in dict.fromkeys(key for of in special for key in of):
        values = [(c, of.get(key, ())) for c, of in zip(contexts, special)]
        if len({of for _, of in values}) > 1:
            cells = distinguishable(values, partial(_special_sentence, names[key], lang))
            rows.append((text("compare.override", lang, unit=names[key]), cells))
    return rows


def _special(c: Context) -> dict[str, Special]:
    """The overrides of a scenario by unit group."""
    return {
        group.key: tuple((units, len(group.units), override) for override, units in of_group.items())
        for group, of_group in by_group(c.scenario, c.baseline).items()
    }


def _special_sentence(name: str, lang: Lang, of: tuple[Context, Special], form: Form) -> Sentence:
    """The overrides of a group's units, with the number of units where it is not all of them."""
    (c, special), parts = of, []
    for count, units, override in special or ((1, 1, None),):
        wording = override_value(c, override, name, lang, form)
        if count < units:
            some = sentence(
                "compare.of_units",
                lang,
                count=quantity(c, "count", number=count, what="units"),
                units=quantity(c, "count", number=units, what="units"),
            )
            wording = joined((wording, joined(("(", some, ")"), lang, "")), lang)
        parts.append(wording)
    return joined(parts, lang, "; ")


def differing_data(contexts: Sequence[Context], lang: Lang) -> list[tuple[str, list[Sentence]]]:
    """The data sets by their titles, where the scenarios use different ones."""
    if on_same_data([c.projection for c in contexts]):
        return []
    return [
        (text("compare.baseline", lang), [Sentence(lang, (c.baseline.facts.title[lang],)) for c in contexts])
    ]


def _apart(numbers: Sequence[Quantity | None], reference: int, lang: Lang) -> list[Sentence | None]:
    return [
        None if i == reference else headline_difference(number, numbers[reference], lang)
        for i, number in enumerate(numbers)
    ]


def _table(first: str, names: Sequence[str], rows: list[Row], *, is_number: bool = False) -> Table:
    return Table((Column(first), *(Column(name, is_number) for name in names)), tuple(rows))
