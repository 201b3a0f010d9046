"""Every setting of every scenario as a number under its format, with bounds, mark and source; and only those that differ."""

from collections.abc import Sequence
from typing import Any

from simulator.handouts.book import Field, Typed
from simulator.model.scenario import SETTINGS, setting_value
from simulator.report.context import Context
from simulator.report.tables.assumptions import override_rows, setting_row
from simulator.report.tables.compare import differing_settings
from simulator.words import Lang, text
from simulator.words.settings import setting_label, setting_value_text

Table = tuple[list[Field], list[list[Any]]]
IN_WORDS = ("month", "choice", "switch")  # units of settings that are no quantities
NAME_WIDTH, VALUE_WIDTH = 46, 24


def settings_table(contexts: Sequence[Context], names: Sequence[str], lang: Lang) -> Table:
    """All settings, then what units do differently; mark and source are those of the first scenario's value."""
    projections = [c.projection for c in contexts]
    fields = [
        _named("setting", lang, NAME_WIDTH),
        _named("unit", lang, 24),
        *(Field(name, "number", VALUE_WIDTH) for name in names),
        _named("reference", lang, VALUE_WIDTH, "number"),
        _named("bounds", lang, 34),
        _named("mark", lang, 12),
        _named("source", lang, 18),
        _named("path", lang, 40),
    ]
    rows = []
    for path in SETTINGS:
        *_, bounds, mark, source = setting_row(contexts[0], path, lang).values()
        rows.append(
            [
                setting_label(path, lang),
                _unit(path, lang),
                *(_value(path, setting_value(p.scenario, path), lang) for p in projections),
                _value(path, SETTINGS[path].reference, lang),
                bounds,
                mark,
                source,
                path,
            ]
        )
    for i, p in enumerate(projections):
        for name, value, mark, source in (
            row.values() for row in override_rows(p.scenario, p.baseline, lang)
        ):
            rows.append(
                [
                    text("compare.override", lang, unit=name),
                    None,
                    *(value if j == i else None for j in range(len(projections))),
                    None,
                    None,
                    mark,
                    source,
                    "overrides",
                ]
            )
    return fields, rows


def difference_table(contexts: Sequence[Context], names: Sequence[str], lang: Lang) -> Table:
    """Only the settings in which the scenarios differ, with what units do differently in words; of a single one, where it leaves the reference values."""
    scenarios = [c.scenario for c in contexts]
    references = {path: setting.reference for path, setting in SETTINGS.items()}
    beside = [("reference", references)] if len(scenarios) == 1 else []
    fields = [
        _named("setting", lang, NAME_WIDTH),
        _named("unit", lang, 24),
        *(Field(name, "number", VALUE_WIDTH) for name in names),
        *(_named(name, lang, VALUE_WIDTH, "number") for name, _ in beside),
    ]
    rows = []
    for path in SETTINGS:
        values = [*(setting_value(s, path) for s in scenarios), *(of[path] for _, of in beside)]
        if any(value != values[0] for value in values):
            rows.append(
                [
                    setting_label(path, lang),
                    _unit(path, lang),
                    *(_value(path, value, lang) for value in values),
                ]
            )
    if beside:
        rows += [
            [text("compare.override", lang, unit=name), None, value, None]
            for name, value, *_ in (
                row.values() for row in override_rows(scenarios[0], contexts[0].baseline, lang)
            )
        ]
    else:
        labels = {setting_label(path, lang) for path in SETTINGS}
        rows += [
            [name, None, *map(str, cells)]
            for name, cells in differing_settings(contexts, 0, lang)
            if name not in labels
        ]
    return fields, rows or [
        [
            text("compare.settings_same" if len(scenarios) > 1 else "handouts.brief.unchanged", lang),
            *[None] * (len(fields) - 1),
        ]
    ]


def _named(name: str, lang: Lang, width: float, kind: str = "text") -> Field:
    return Field(text(f"handouts.book.{name}", lang), kind, width)


def _unit(path: str, lang: Lang) -> str:
    unit = SETTINGS[path].unit
    return (
        ""
        if unit in IN_WORDS
        else text(
            f"handouts.book.of.{unit}" if unit in ("units", "count", "spread") else f"unit.{unit}", lang
        )
    )


def _value(path: str, value: Any, lang: Lang) -> Typed:
    unit = SETTINGS[path].unit
    if value is None or unit in IN_WORDS:
        return Typed(setting_value_text(path, value, lang), "text")
    return Typed(value, "share" if unit.startswith("share") else "idr" if unit == "idr" else "number")


__all__ = ["settings_table", "difference_table"]
