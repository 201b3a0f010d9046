"""One page for the head of an office: how many workers, what it costs a month now and after the relief, what a family receives."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from simulator import __version__
from simulator.model.contributions import contribution_per_member
from simulator.model.programme import Programme
from simulator.model.projection import Projection
from simulator.report.explain.derivation import ALLOCATION
from simulator.report.sentences.unit_names import pledge_months, row_name
from simulator.report.tables.units import UnitTable
from simulator.words import Lang, text
from simulator.words.numbers import decimal, month_long, people, rupiah, rupiah_short
from simulator.words.provenance import IN_WORDS, basis_name, data_mark, marked

AHEAD_MONTHS = 36  # how far a known change of rate is looked for


@dataclass(frozen=True)
class Number:
    """A large number of a sheet with its label; `origin` is the key and context of its explanation, None where it has none."""

    label: str
    shown: str
    origin: tuple[str, dict[str, Any]] | None


@dataclass(frozen=True)
class Sheet:
    """Everything on one sheet, worded. `bill` is rows of cells with the header first; `family` is what, how much, on which terms."""

    name: str
    finding: str
    numbers: tuple[Number, ...]
    scenario: str
    bill: tuple[tuple[str, ...], ...]
    rate_notes: tuple[str, ...]
    family: tuple[tuple[str, str, str], ...]
    notes: tuple[str, ...]
    sources: tuple[str, ...]
    foot: str


def sheet_keys(table: UnitTable) -> set[str]:
    """Every key a sheet can be asked for by: rows, and units the press named at 100 %."""
    return {row.key for row in table.rows} | set(published_units(table))


def published_units(table: UnitTable) -> dict[str, str]:
    """Code and name of the units the press named at 100 %, whose own figures nobody published."""
    baseline = table.projection.baseline
    return {
        baseline.codes[i]: baseline.unit_names[i]
        for row in table.rows
        if row.published_names
        for i in row.units
    }


def unit_sheet(table: UnitTable, key: str, programme: Programme, today: int, lang: Lang) -> Sheet:
    """The sheet of a row or of a unit published at 100 %; `today` is a month number. Raises KeyError for any other key."""
    published = published_units(table)
    if key in published:
        return _of_published(table, key, published[key], programme, today, lang)
    return _of_row(table, {row.key: i for i, row in enumerate(table.rows)}[key], programme, today, lang)


def _of_row(table: UnitTable, i: int, programme: Programme, today: int, lang: Lang) -> Sheet:
    p, row = table.projection, table.rows[i]
    asn, enrolled = int(table.whole["asn"][i]), int(table.whole["enrolled"][i])
    missing = max(0, asn - enrolled)
    pledged = int(p.baseline.pledge_workers[row.units].sum())
    finding = text(
        f"units.sheet.{row.status}",
        lang,
        missing=people(missing, lang),
        asn=people(asn, lang),
        workers=people(pledged, lang),
        month=pledge_months(row, p.baseline, lang),
    )
    at = {"row": row.key, "month": 0}
    numbers = (
        Number(text("units.sheet.asn", lang), people(asn, lang), ("row_asn", at)),
        Number(
            text("units.sheet.enrolled", lang, month=month_long(p.baseline.month, lang)),
            people(enrolled, lang),
            ("row_enrolled", at),
        ),
        Number(text("units.sheet.to_asn", lang), people(missing, lang), ("row_still_to_find", at)),
    )
    scenario = text(
        "units.sheet.scenario",
        lang,
        scenario=p.scenario.name,
        projected=people(table.whole["projected"][i], lang),
        month=month_long(int(p.months[table.month]), lang),
        bill=rupiah(table.whole["bill_idr"][i], lang),
    )
    bases = {table.asn_basis[i], table.enrolled_basis[i]}
    sources = ({p.baseline.facts.source} if bases & {"published", "derived", "fictitious"} else set()) | (
        {ALLOCATION} if bases & {"allocated", "assumed"} else set()
    )
    return Sheet(
        row_name(row, p.baseline, lang),
        finding,
        numbers,
        scenario,
        _bill(p, _office_lines(table, i, lang), programme, today, lang),
        _rate_notes(p, programme, today, lang),
        _family(p, programme, today, lang),
        (text("units.sheet.group", lang),) if row.is_pooled else (),
        _sources(p, programme, sources),
        _foot(p, lang),
    )


def _of_published(
    table: UnitTable, code: str, name: str, programme: Programme, today: int, lang: Lang
) -> Sheet:
    """An office named at 100 %: its share is published, its numbers are not, so there is no bill."""
    p = table.projection
    asn = p.baseline.asn[p.baseline.index[code]]
    numbers = (
        Number(text("units.sheet.coverage", lang), text("units.status.full", lang), None),
        Number(
            text("units.sheet.asn", lang), text("units.sheet.estimate", lang, asn=people(asn, lang)), None
        ),
    )
    bill = _bill(p, [], programme, today, lang)
    known = {p.baseline.facts.source, ALLOCATION}
    return Sheet(
        name,
        text("units.sheet.published", lang),
        numbers,
        "",
        bill,
        _rate_notes(p, programme, today, lang),
        _family(p, programme, today, lang),
        (text("units.sheet.no_count", lang),),
        _sources(p, programme, known),
        _foot(p, lang),
    )


def rates(
    p: Projection, programme: Programme, today: int, relief: bool | None = None
) -> list[tuple[int, float]]:
    """Month number and Rupiah a worker: today, and from every month ahead in which the relief of PP 50/2025 would change it.

    `relief` stands in for the scenario's switch; the months are the same with and without.
    """
    plan, months = p.scenario.contribution, np.arange(today, today + AHEAD_MONTHS + 1)
    with_relief, without = (
        sum(contribution_per_member(plan.model_copy(update={"relief_applies": on}), programme, months))
        for on in (True, False)
    )
    counted = with_relief if (plan.relief_applies if relief is None else relief) else without
    changes = [0, *(np.flatnonzero(np.diff(with_relief)) + 1).tolist()]
    return [(int(months[at]), float(counted[at])) for at in changes]


def _office_lines(table: UnitTable, i: int, lang: Lang) -> list[tuple[str, int]]:
    """For whom a row pays: those enrolled, those pledged, and one for every ASN; label and whole workers, nobody left out."""
    p, row = table.projection, table.rows[i]
    asn, enrolled, pledged = (
        int(table.whole["asn"][i]),
        int(table.whole["enrolled"][i]),
        int(p.baseline.pledge_workers[row.units].sum()),
    )
    kind, month = "group" if row.is_pooled else "unit", month_long(p.baseline.month, lang)
    fact = p.baseline.fact(f"{row.segment}_pledge_workers")
    told = fact is not None and fact.value == pledged
    lines = (
        (enrolled, "office", table.enrolled_basis[i]),
        (
            pledged,
            "pledge",
            data_mark("allocated" if row.is_pooled and not told else "published", p.baseline),
        ),
        (asn if asn > enrolled else 0, "all", table.asn_basis[i]),
    )
    labels = (
        text(
            f"units.sheet.{name}.{kind}",
            lang,
            number=people(number, lang) if basis in IN_WORDS else marked(people(number, lang), basis, lang),
            month=month,
        )
        + (f" · {basis_name(basis, lang)}" if basis in IN_WORDS else "")
        for number, name, basis in lines
    )
    return [(label, number) for label, (number, *_) in zip(labels, lines) if number]


def _bill(
    p: Projection, office_lines: list[tuple[str, int]], programme: Programme, today: int, lang: Lang
) -> tuple[tuple[str, ...], ...]:
    """Rupiah a month for one ASN and for the office's lines, now and from each month the rate changes; the first row is the header."""
    (now, _), *later = columns = rates(p, programme, today)
    header = (
        text("units.sheet.for", lang),
        text("units.sheet.now", lang, month=month_long(now, lang)),
        *(text("units.sheet.from", lang, month=month_long(m, lang)) for m, _ in later),
    )
    lines = [(text("units.sheet.per_asn", lang), 1), *office_lines]
    return (
        header,
        *((label, *(rupiah(number * rate, lang) for _, rate in columns)) for label, number in lines),
    )


def _rate_notes(p: Projection, programme: Programme, today: int, lang: Lang) -> tuple[str, ...]:
    plan = p.scenario.contribution
    base = text(
        "units.sheet.base",
        lang,
        base=rupiah(plan.income_base_idr, lang),
        jht=text("units.sheet.with_jht", lang) if plan.include_jht else "",
    )
    relieved, full = (rates(p, programme, today, on) for on in (True, False))
    if len(relieved) == 1:
        return base, text("units.sheet.relief_over", lang)
    note = text(
        "units.sheet.relief_on" if plan.relief_applies else "units.sheet.relief_off",
        lang,
        last=month_long(relieved[-1][0] - 1, lang),
        full=rupiah(full[0][1], lang),
        low=rupiah(min(rate for _, rate in relieved), lang),
    )
    return base, note


def _family(p: Projection, programme: Programme, today: int, lang: Lang) -> tuple[tuple[str, str, str], ...]:
    """What is paid out after a death by the rules in force today, at the scenario's income base."""
    rule = programme.benefits_of(today)
    base = p.scenario.contribution.income_base_idr
    jkk = rule.jkk_death_base_multiple * base + rule.jkk_death_fixed_idr
    scholarship = rule.scholarship_max_per_child_idr * rule.scholarship_max_children
    return (
        (
            text("units.sheet.jkm", lang),
            rupiah_short(rule.jkm_full_idr, lang),
            text(
                "units.sheet.jkm_note",
                lang,
                months=decimal(rule.jkm_full_from_months, lang),
                funeral=rupiah_short(rule.jkm_funeral_idr, lang),
            ),
        ),
        (
            text("units.sheet.jkk", lang),
            rupiah_short(jkk, lang),
            text(
                "units.sheet.jkk_note",
                lang,
                multiple=decimal(rule.jkk_death_base_multiple, lang),
                base=rupiah(base, lang),
                fixed=rupiah_short(rule.jkk_death_fixed_idr, lang),
            ),
        ),
        (
            text("units.sheet.scholarship", lang),
            text("units.sheet.scholarship_value", lang, amount=rupiah_short(scholarship, lang)),
            text(
                "units.sheet.scholarship_note",
                lang,
                children=decimal(rule.scholarship_max_children, lang),
                child=rupiah_short(rule.scholarship_max_per_child_idr, lang),
                years=decimal(rule.scholarship_from_months / 12, lang),
            ),
        ),
    )


def _sources(p: Projection, programme: Programme, of_people: set[str]) -> tuple[str, ...]:
    """Keys behind a sheet: its people, the rates, the relief with its assumption, the benefits."""
    relief = {"S50", *(period.source for period in programme.relief)}
    keys = " ".join(of_people | {programme.rates[-1].source, programme.benefits[-1].source} | relief).split()
    return tuple(sorted(set(keys), key=lambda key: (len(key), key)))  # S7 before S11


def _foot(p: Projection, lang: Lang) -> str:
    return text(
        "units.sheet.foot",
        lang,
        scenario=p.scenario.name,
        data=p.baseline.facts.title[lang],
        version=__version__,
    )


__all__ = ["Sheet", "Number", "sheet_keys", "published_units", "unit_sheet", "rates"]
