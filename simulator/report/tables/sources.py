"""The tables of what the numbers rest on: dated rules, history, published totals, numbered sources."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from simulator.model.baseline_facts import Text
from simulator.model.months import month_number
from simulator.model.programme import Benefits, Rates, Relief
from simulator.model.source import Source
from simulator.planning.reconciliation import Reconciled
from simulator.report.context import Context
from simulator.report.explain.cited import derivation_key
from simulator.report.explain.explanation import quantity
from simulator.report.tables.table import Cell, Column, Table, listed
from simulator.words import Lang, text
from simulator.words.provenance import basis_name, data_mark
from simulator.words.quantity import Month
from simulator.words.sentence import Sentence, joined, sentence
from simulator.words.sources import fact_name


def rule_tables(c: Context, lang: Lang) -> list[tuple[Sentence, str, Table]]:
    """Every dated rule with heading, note and amounts: contributions, relief, benefits."""
    return [
        (_rule_heading(kind, rule, lang), _text(rule.note, lang), _amounts(c, kind, number, lang))
        for kind in ("rates", "relief", "benefits")
        for number, rule in enumerate(getattr(c.programme, kind))
    ]


def _rule_heading(kind: str, rule: Rates | Relief | Benefits, lang: Lang) -> Sentence:
    values = {"mark": basis_name(rule.basis, lang), "source": _keys(rule.source)}
    if isinstance(rule, Relief):
        first, last = (Month(month_number(month)) for month in (rule.first_month, rule.last_month))
        return sentence(f"rule.relief_{rule.group}", lang, first=first, last=last, **values)
    return sentence(f"rule.{kind}", lang, first=Month(month_number(rule.in_force_from)), **values)


def _amounts(c: Context, kind: str, number: int, lang: Lang) -> Table:
    rule = getattr(c.programme, kind)[number]
    names = [name for name, info in type(rule).model_fields.items() if info.annotation in (int, float)]
    rows = (
        (text(f"rule.{name}", lang), quantity(c, "dated_amount", kind=kind, number=number, name=name))
        for name in names
    )
    return _table(("name", "amount"), rows, lang)


def history_table(c: Context, lang: Lang) -> Table:
    """The points of the history, then deaths and exposure."""
    facts, exposure = c.baseline.facts, quantity(c, "exposure")
    rows: list[tuple[Cell, ...]] = [
        (
            Month(month_number(point.month)),
            quantity(c, "history_point", number=number),
            basis_name(data_mark(point.basis, c.baseline), lang),
            _keys(point.source),
            _text(point.note, lang),
        )
        for number, point in enumerate(facts.history)
    ]
    deaths = quantity(c, "deaths_so_far")
    known = facts.deaths
    mark, source = (basis_name(deaths.basis, lang), _keys(known.source)) if known else ("", "")
    note = "" if known else text("origin.note.deaths_unknown", lang)
    rows.append((fact_name("deaths", lang), deaths, mark, source, note))
    keys = derivation_key(c, "S21", c.baseline.exposure_person_years) or text("origin.computed", lang)
    years = replace(exposure, unit="number", form="two_places")
    rows.append((fact_name("exposure", lang), years, basis_name("derived", lang), keys, ""))
    return _table(("month", "enrolled", "mark", "source", "note"), rows, lang)


def reconciliation_table(c: Context, lines: tuple[Reconciled, ...], lang: Lang) -> Table:
    """Each published total, the sum of the data, whether they agree, and why not."""
    rows = (
        (
            fact_name(line.fact.key, lang),
            quantity(c, "fact", fact=line.fact.key),
            "" if line.counted is None else quantity(c, "counted", fact=line.fact.key),
            text(f"sources.state.{line.state}", lang),
            _reason(c, line, lang),
            basis_name(data_mark(line.fact.basis, c.baseline), lang),
            _keys(line.fact.source),
        )
        for line in lines
    )
    names = ("figure", "published", "counted", "state", "note", "mark", "source")
    return _table(names, rows, lang)


def _reason(c: Context, line: Reconciled, lang: Lang) -> Sentence:
    """The figure's note, preceded by the difference where there is one."""
    note = _text(line.fact.note, lang)
    if line.state not in ("differs", "misprint"):
        return Sentence(lang, (note,))
    pair = tuple(quantity(c, key, fact=line.fact.key) for key in ("counted", "fact"))
    difference = replace(quantity(pair, "difference"), unit=pair[0].unit, form="signed")
    by = sentence("sources.differs_by", lang, difference=difference)
    return joined([by, note] if note else [by], lang)


def source_table(sources: Mapping[str, Source], lang: Lang) -> Table:
    """Every numbered source with the statement it supports."""
    rows = []
    for key, source in sources.items():
        printed = (source.title[lang], source.publisher[lang], source.date)
        rows.append((key, *printed, basis_name(source.basis, lang), source.supports[lang]))
    return _table(("number", "title", "publisher", "date", "mark", "supports"), rows, lang)


def _table(names: tuple[str, ...], rows: Iterable[tuple[Cell, ...]], lang: Lang) -> Table:
    numbers = {"amount", "enrolled", "published", "counted"}
    return listed((Column(text(f"sources.column.{name}", lang), name in numbers) for name in names), rows)


def _keys(source: str) -> str:
    return ", ".join(source.split())


def _text(note: Text | None, lang: Lang) -> str:
    return note[lang] if note else ""
