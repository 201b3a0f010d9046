"""The sheet of all settings of all scenarios, with bounds, mark and source, and the sheet of differences."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from simulator.handouts.stamp import letters
from simulator.model.ranges import own_ranges, ranges_by_default
from simulator.model.scenario import SETTINGS, Scenario, setting_value, with_value
from simulator.report.context import Context
from simulator.report.sentences.ranges import range_name, range_or_none
from simulator.report.tables.assumptions import override_cells, setting_cells
from simulator.report.tables.compare import CHOSEN, differing_data, differing_overrides, differing_ranges
from simulator.report.tables.table import Column, Row, Table
from simulator.words import Lang, text
from simulator.words.quantity import Quantity
from simulator.words.sentence import Words
from simulator.words.settings import setting_label, setting_of, setting_quantity, setting_value_text

WIDTHS_BEFORE, VALUE_WIDTH, WIDTHS_BEHIND = (46, 24), 24, (34, 12, 18, 40)  # characters


def settings_table(contexts: Sequence[Context], names: Sequence[str], lang: Lang) -> Table:
    """All settings, then the overrides of units; mark and source are those of the first scenario's value."""
    whose = "_of" if len(contexts) > 1 else ""
    behind = ("bounds", f"mark{whose}", f"source{whose}", "path")
    titles = [text(f"handouts.book.{name}", lang, name=letters(contexts)[0]) for name in behind]
    reference = Column(text("handouts.book.reference", lang), is_number=True)
    columns = [*_columns(names, lang), reference, *map(Column, titles)]
    scenarios = [c.scenario for c in contexts]
    rows = []
    for path in SETTINGS:
        about = setting_cells(contexts[0], path, lang)
        cells = (*_values(path, scenarios, lang), value_cell(path, SETTINGS[path].reference, lang))
        known = (str(about["bounds"]), about["mark"], about["source"], path)
        rows.append(Row((setting_label(path, lang), unit_name(path, lang), *cells, *known)))
    for i, other in enumerate(contexts):
        for about in override_cells(other, lang):
            values = (str(about["value"]) if j == i else None for j in range(len(contexts)))
            name, mark, source = _override_name(about, lang), about["mark"], about["source"]
            rows.append(Row((name, None, *values, None, None, mark, source, "overrides")))
    return Table(tuple(columns), tuple(rows))


def difference_table(contexts: Sequence[Context], names: Sequence[str], lang: Lang) -> Table:
    """Only the settings in which the scenarios differ, or a single one from the reference values."""
    scenarios, alone = [c.scenario for c in contexts], len(contexts) == 1
    columns = _columns(names, lang)
    if alone:
        columns.append(Column(text("handouts.book.reference", lang), is_number=True))
    rows = []
    for path in CHOSEN:
        values = [setting_value(scenario, path) for scenario in scenarios]
        values += [SETTINGS[path].reference] * alone
        if any(value != values[0] for value in values):
            cells = (value_cell(path, value, lang) for value in values)
            rows.append(Row((setting_label(path, lang), unit_name(path, lang), *cells)))
    rows += _own(contexts[0], lang) if alone else _differing_beside(contexts, lang)
    nothing = text("handouts.brief.unchanged" if alone else "compare.settings_same", lang)
    return Table(tuple(columns), tuple(rows or [Row((nothing, *[None] * (len(columns) - 1)))]))


def _own_ranges(c: Context, lang: Lang) -> list[Row]:
    usual = ranges_by_default(c.scenario)
    by_default = c.of(replace(c.projection, scenario=with_value(c.scenario, "uncertainty.ranges", usual)))
    return [
        Row((range_name(path, lang), None, *(str(range_or_none(one, path, lang)) for one in (c, by_default))))
        for path in own_ranges(c.scenario)
    ]


def _own(c: Context, lang: Lang) -> list[Row]:
    """The ranges that differ from the default, and the overrides of units."""
    cells = override_cells(c, lang)
    overrides = [Row((_override_name(about, lang), None, str(about["value"]), None)) for about in cells]
    return [*_own_ranges(c, lang), *overrides]


def _override_name(about: dict[str, Words], lang: Lang) -> str:
    return text("compare.override", lang, unit=str(about["name"]))


def _differing_beside(contexts: Sequence[Context], lang: Lang) -> list[Row]:
    """Differing data, ranges and overrides of units, in words."""
    ranges = differing_ranges(contexts, 0, lang)
    differing = [*differing_data(contexts, lang), *ranges, *differing_overrides(contexts, lang)]
    return [Row((name, None, *map(str, cells))) for name, cells in differing]


def _columns(names: Sequence[str], lang: Lang) -> list[Column]:
    first = [Column(text(f"handouts.book.{name}", lang)) for name in ("setting", "unit")]
    return [*first, *(Column(name, is_number=True) for name in names)]


def _values(path: str, scenarios: Sequence[Scenario], lang: Lang) -> list[Quantity | str]:
    return [value_cell(path, setting_value(scenario, path), lang) for scenario in scenarios]


def value_cell(path: str, value: Any, lang: Lang) -> Quantity | str:
    """A setting's value: a number if it is numeric, otherwise words."""
    number = setting_quantity(path, value)
    if number is None and value is not None and setting_of(path).kind in ("int", "float"):
        number = Quantity(value, "number")  # a seed, which other places show like a name
    return number or setting_value_text(path, value, lang)


def unit_name(path: str, lang: Lang) -> str:
    """The unit of a numeric setting; empty for any other."""
    setting = setting_of(path)
    if setting.kind not in ("int", "float"):
        return ""
    unit = setting.unit
    own = unit in ("units", "meetings", "factor", "count", "spread")
    return text(f"handouts.book.of.{unit}" if own else f"unit.{unit}", lang)
