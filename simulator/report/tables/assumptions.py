"""The tables of the page of assumptions and sources: settings, dated rules, history, published totals, sources; every cell worded."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from simulator.model.baseline import Baseline, Text
from simulator.model.programme import Programme, Relief
from simulator.model.scenario import SETTINGS, Scenario, setting_value
from simulator.model.source import Source
from simulator.planning.groups import UnitGroup, unit_groups
from simulator.planning.reconciliation import Line
from simulator.report.context import Context
from simulator.report.explain.cited import derivation_key, setting_basis
from simulator.report.sentences.unit_names import row_name
from simulator.words import Lang, text
from simulator.words.numbers import decimal, month_long, people, percent, rupiah, signed
from simulator.words.provenance import basis_name, data_mark
from simulator.words.settings import (
    override_text,
    setting_label,
    setting_range_text,
    setting_value_text,
)
from simulator.words.sources import fact_name

Row = dict[str, str]  # column title → cell
AREAS = tuple(dict.fromkeys(setting.group for setting in SETTINGS.values()))
"""The groups of settings, in the order of the file."""
IN_FORCE = tuple(path for path, setting in SETTINGS.items() if setting.group != "uncertainty")
"""The settings results hang on; those of `uncertainty` are read and kept only."""


def settings_rows(c: Context, lang: Lang, area: str) -> list[Row]:
    """Every setting of an area: present and reference value, bounds, mark, sources."""
    return [setting_row(c, path, lang) for path, setting in SETTINGS.items() if setting.group == area]


def assumed_settings(c: Context) -> int:
    """For how many of IN_FORCE nobody published or derived a value."""
    return sum(setting_basis(c, path)[0] == "assumed" for path in IN_FORCE)


def setting_row(c: Context, path: str, lang: Lang) -> Row:
    """A setting by its path: present and reference value, bounds, mark, sources."""
    setting, value = SETTINGS[path], setting_value(c.scenario, path)
    basis, keys = setting_basis(c, path)

    def worded(v: Any) -> str:
        return setting_value_text(path, v, lang, places=4)

    if setting.low is not None:
        bounds = setting_range_text(path, lang, places=4)
    else:
        options = setting.options or ((True, False) if setting.kind == "switch" else ())
        bounds = " / ".join(worded(option) for option in options)
    unsourced = "origin.reference" if value == setting.reference else "origin.chosen"
    return _row(
        lang,
        name=setting_label(path, lang),
        value=worded(value),
        reference=worded(setting.reference),
        bounds=bounds,
        mark=basis_name(basis, lang),
        source=_keys(keys) or text(unsourced, lang),
    )


def override_rows(scenario: Scenario, baseline: Baseline, lang: Lang) -> list[Row]:
    """What units do differently, by row of the units' table: units without figures of their own are counted within their group, not named."""
    asked = {o.unit: override_text(o, lang) for o in scenario.overrides}
    found = [
        (row, Counter(asked[baseline.codes[i]] for i in row.units if baseline.codes[i] in asked))
        for row in unit_groups(baseline)
    ]
    return [
        _row(
            lang,
            name=_some_of(row, units, baseline, lang),
            value=value,
            mark=basis_name("assumed", lang),
            source=text("origin.chosen", lang),
        )
        for row, counted in found
        for value, units in counted.items()
    ]


def _some_of(row: UnitGroup, units: int, baseline: Baseline, lang: Lang) -> str:
    """A row's name, with how many of its units are meant where not all are."""
    name = row_name(row, baseline, lang)
    return (
        name if units == len(row.units) else text("units.some_of", lang, units=people(units, lang), name=name)
    )


def rule_tables(programme: Programme, lang: Lang) -> list[tuple[str, str, list[Row]]]:
    """Every dated rule as heading, note and amounts: contributions, relief, then benefits, each in the order of the file."""
    tables = []
    for kind, rules in (
        ("rates", programme.rates),
        ("relief", programme.relief),
        ("benefits", programme.benefits),
    ):
        for rule in rules:
            values = {"mark": basis_name(rule.basis, lang), "source": _keys(rule.source)}
            if isinstance(rule, Relief):
                heading = text(
                    f"rule.relief_{rule.group}",
                    lang,
                    first=month_long(rule.first_month, lang),
                    last=month_long(rule.last_month, lang),
                    **values,
                )
            else:
                heading = text(f"rule.{kind}", lang, first=month_long(rule.in_force_from, lang), **values)
            amounts = [
                (name, getattr(rule, name))
                for name, info in type(rule).model_fields.items()
                if info.annotation in (int, float)
            ]
            tables.append(
                (
                    heading,
                    _text(rule.note, lang),
                    [
                        _row(lang, name=text(f"rule.{name}", lang), amount=_amount(name, value, lang))
                        for name, value in amounts
                    ],
                )
            )
    return tables


def history_rows(c: Context, lang: Lang) -> list[Row]:
    """The points of the history, then deaths and exposure."""
    baseline, facts = c.baseline, c.baseline.facts
    points = [
        _row(
            lang,
            month=month_long(p.month, lang),
            enrolled=people(p.enrolled, lang),
            mark=basis_name(data_mark(p.basis, baseline), lang),
            source=_keys(p.source),
            note=_text(p.note, lang),
        )
        for p in facts.history
    ]
    beside = (
        (
            fact_name("deaths", lang),
            people(facts.deaths.value, lang),
            data_mark(facts.deaths.basis, baseline),
            facts.deaths.source,
        ),
        (
            fact_name("exposure", lang),
            decimal(baseline.exposure_person_years, lang, 2),
            "derived",
            derivation_key(c, "S21", baseline.exposure_person_years),
        ),
    )
    return points + [
        _row(
            lang,
            month=name,
            enrolled=value,
            mark=basis_name(basis, lang),
            source=_keys(keys) or text("origin.computed", lang),
            note="",
        )
        for name, value, basis, keys in beside
    ]


def reconciliation_rows(lines: tuple[Line, ...], baseline: Baseline, lang: Lang) -> list[Row]:
    """Each published total, what the data add up to, whether they agree, and why not."""
    return [
        _row(
            lang,
            figure=fact_name(line.fact.key, lang),
            told=_amount(line.fact.key, line.fact.value, lang),
            counted="" if line.counted is None else _amount(line.fact.key, line.counted, lang),
            state=text(f"sources.state.{line.state}", lang),
            note=_reason(line, lang),
            mark=basis_name(data_mark(line.fact.basis, baseline), lang),
            source=_keys(line.fact.source),
        )
        for line in lines
    ]


def _reason(line: Line, lang: Lang) -> str:
    """The figure's note; before it the difference, where there is one."""
    if line.state not in ("differs", "misprint"):
        return _text(line.fact.note, lang)
    difference = line.counted - line.fact.value
    by = text(
        "sources.differs_by", lang, difference=signed(_amount(line.fact.key, difference, lang), difference)
    )
    return f"{by} {_text(line.fact.note, lang)}".strip()


def source_rows(sources: Mapping[str, Source], lang: Lang) -> list[Row]:
    """Every numbered source with what it says."""
    return [
        _row(
            lang,
            number=key,
            title=s.title[lang],
            publisher=s.publisher[lang],
            date=s.date,
            mark=basis_name(s.basis, lang),
            supports=s.supports[lang],
        )
        for key, s in sources.items()
    ]


def _row(lang: Lang, **cells: str) -> Row:
    return {text(f"sources.column.{name}", lang): cell for name, cell in cells.items()}


def _amount(key: str, value: float, lang: Lang) -> str:
    if key.endswith("_idr"):
        return rupiah(value, lang)
    return percent(value, lang) if "share" in key else people(value, lang)


def _keys(source: str) -> str:
    return ", ".join(source.split())


def _text(note: Text | None, lang: Lang) -> str:
    return note[lang] if note else ""
