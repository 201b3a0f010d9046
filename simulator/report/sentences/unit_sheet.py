"""One page for the head of an office: its workers, their cost now and later, and what a family receives."""

from dataclasses import dataclass, replace

from simulator import __version__
from simulator.model.months import month_name
from simulator.report.context import Context
from simulator.report.explain.cited import by_number, payout_keys
from simulator.report.explain.derivation import ALLOCATION
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.rare import rare_of_published, rare_of_row
from simulator.report.sentences.target import latest_month
from simulator.report.sentences.unit_names import pledge_months, row_name
from simulator.report.sentences.units import past_sentence
from simulator.report.tables.table import Table
from simulator.report.tables.unit_bill import bill_rows, bill_table, family_table, pledges, rate_months
from simulator.report.tables.units import UnitTable, row_figure
from simulator.words import Lang, text
from simulator.words.quantity import Mark, Month
from simulator.words.sentence import Sentence, joined, sentence


@dataclass(frozen=True)
class LargeNumber:
    """A large number of a sheet with its label."""

    label: str
    words: Sentence


@dataclass(frozen=True)
class Sheet:
    """Everything on one sheet; `scenario` is None for a unit whose figures nobody published."""

    name: str
    finding: Sentence
    numbers: tuple[LargeNumber, ...]
    scenario: Sentence | None
    bill: Table
    rate_notes: tuple[Sentence, ...]
    family: Table
    rare: Sentence
    notes: tuple[str, ...]
    sources: tuple[str, ...]
    foot: str


def sheet_keys(table: UnitTable) -> set[str]:
    """Every key that has a sheet: rows, and units that the press named at 100 %."""
    return {row.key for row in table.rows} | set(published_units(table))


def published_units(table: UnitTable) -> dict[str, str]:
    """Code and name of the units that the press named at 100 % and whose own figures nobody published."""
    baseline = table.projection.baseline
    return {
        baseline.codes[i]: baseline.unit_names[i]
        for row in table.rows
        if row.published_names
        for i in row.units
    }


def unit_sheet(c: Context, table: UnitTable, key: str, lang: Lang) -> Sheet:
    """The sheet of a row or of a unit published at 100 %; raises KeyError for any other key."""
    published = published_units(table)
    if key in published:
        return _of_published(c, key, published[key], lang)
    return _of_row(c, table, {row.key: i for i, row in enumerate(table.rows)}[key], lang)


def _of_row(c: Context, table: UnitTable, place: int, lang: Lang) -> Sheet:
    row = table.rows[place]
    asn, enrolled = (row_figure(c, table, figure, place) for figure in ("asn", "enrolled"))
    to_enrol = quantity(c, "row_to_enrol", row=row.key, month=0)
    begin, workers, now = pledge_months(row, c.baseline, lang), pledges(c, row), Month(c.baseline.month)
    numbers = {"asn": asn, "enrolled": enrolled, "to_enrol": to_enrol}
    labels = (str(sentence(f"units.sheet.{name}", lang, month=now)) for name in numbers)
    return Sheet(
        row_name(row, c.baseline, lang),
        sentence(f"units.sheet.{row.status}", lang, to_enrol=to_enrol, asn=asn, workers=workers, month=begin),
        tuple(LargeNumber(label, Sentence(lang, (one,))) for label, one in zip(labels, numbers.values())),
        _scenario(c, table, place, lang),
        bill_table(c, bill_rows(c, table, place, lang), lang),
        _rate_notes(c, lang),
        family_table(c, lang),
        rare_of_row(c, row.key, lang),
        (text("units.sheet.group", lang),) if row.is_pooled else (),
        _sources(c, {asn.basis, enrolled.basis}),
        _foot(c, lang),
    )


def _of_published(c: Context, code: str, name: str, lang: Lang) -> Sheet:
    """The sheet of an office named at 100 %: only its share is published, not its numbers, so no bill."""
    asn = sentence("units.sheet.estimate", lang, asn=quantity(c, "unit_asn", unit=code))
    share = Sentence(lang, (text("units.status.full", lang),))
    return Sheet(
        name,
        sentence("units.sheet.published", lang),
        (
            LargeNumber(text("units.sheet.coverage", lang), share),
            LargeNumber(text("units.sheet.asn", lang), asn),
        ),
        None,
        bill_table(c, (), lang),
        _rate_notes(c, lang),
        family_table(c, lang),
        rare_of_published(c, code, lang),
        (text("units.sheet.no_count", lang),),
        _sources(c, {"published", "allocated"}),
        _foot(c, lang),
    )


def _scenario(c: Context, table: UnitTable, place: int, lang: Lang) -> Sentence:
    """What the scenario projects for the row in the table's month, and whether that month is past."""
    given = sentence(
        "units.sheet.scenario",
        lang,
        scenario=c.scenario.name,
        projected=row_figure(c, table, "projected", place),
        month=c.month(table.month),
        bill=replace(row_figure(c, table, "bill_idr", place), form="full"),
    )
    past = past_sentence(c, table, lang)
    return joined([*_recorded(c, table, place, lang), given, *([past] if past else [])], lang)


def _recorded(c: Context, table: UnitTable, place: int, lang: Lang) -> list[Sentence]:
    """What was recorded for the row in the last month with a total, if that covers all of its units."""
    row, month = table.rows[place], latest_month(c)
    codes = [c.baseline.codes[unit] for unit in row.units]
    if not month or c.actuals.sum_of(month_name(c.baseline.month + month), codes, "enrolled") is None:
        return []
    actual = quantity(c, "actual_in", month=month, row=row.key)
    now, data = Month(c.baseline.month + month), Month(c.baseline.month)
    return [sentence("units.sheet.recorded", lang, actual=actual, month=now, baseline=data)]


def _rate_notes(c: Context, lang: Lang) -> tuple[Sentence, ...]:
    plan = c.scenario.contribution
    base = sentence(
        "units.sheet.base",
        lang,
        base=quantity(c, "setting", path="contribution.income_base_idr"),
        jht=text("units.sheet.with_jht", lang) if plan.include_jht else "",
    )
    months = rate_months(c)
    if len(months) == 1:
        return base, sentence("units.sheet.relief_over", lang)
    relieved = (quantity(c, "rate_ahead", calendar=month, relief=True) for month in months)
    note = sentence(
        "units.sheet.relief_on" if plan.relief_applies else "units.sheet.relief_off",
        lang,
        last=Month(months[-1] - 1),
        full=quantity(c, "rate_ahead", calendar=months[0], relief=False),
        low=min(relieved, key=lambda rate: rate.number),
    )
    return base, note


def _sources(c: Context, marks: set[Mark]) -> tuple[str, ...]:
    """The source keys of a sheet: people, rates, relief with its assumption, benefits and cases."""
    rates = (c.programme.rates_of(month).source for month in rate_months(c))
    keys = {"S50", c.programme.benefits_of(c.today).source, *rates}
    keys |= {period.source for period in c.programme.relief} | {payout_keys(c)}
    keys |= {c.baseline.facts.source} if marks & {"published", "derived", "fictitious"} else set()
    keys |= {ALLOCATION} if marks & {"allocated", "assumed"} else set()
    return by_number(*keys)


def _foot(c: Context, lang: Lang) -> str:
    data = c.baseline.facts.title[lang]
    return text("units.sheet.foot", lang, scenario=c.scenario.name, data=data, version=__version__)
