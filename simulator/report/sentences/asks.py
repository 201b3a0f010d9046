"""What a meeting is asked for: who should join, rise or keep a pledge, what would meet the target, and what has to be confirmed."""

from dataclasses import replace

import numpy as np

from simulator.model.programme import Programme
from simulator.model.projection import Projection
from simulator.model.scenario import SEGMENTS, Scenario
from simulator.planning.groups import STATUSES, UnitGroup
from simulator.planning.what_it_takes import what_it_takes
from simulator.report.context import Context
from simulator.report.explain.derivation import Query
from simulator.report.sentences.overview import relief_end_sentences
from simulator.report.sentences.ways import answer_sentences, way_sentence
from simulator.report.tables.units import unit_table
from simulator.words import Lang, text
from simulator.words.numbers import month_long, people, percent
from simulator.words.provenance import Mark, basis_name, marked
from simulator.words.quantity import least_known
from simulator.words.settings import segment_name, setting_value_text
from simulator.words.units import counted, pledge_months

OFFICES = ("opd", "kecamatan")


def ask_sentences(p: Projection, programme: Programme, today: int | None, lang: Lang) -> list[str]:
    """What a projection asks of the meeting, most important first; who is missing is counted in the month of the data, which is named.

    `today` is a month number; None leaves out what would meet the target, which takes a search.
    """
    said = [*_offices(p, programme, lang), *_plan(p.scenario, lang)]
    if today is not None:
        said += _way(p, programme, today, lang)
    if relief_end_sentences(p, programme, lang):
        said.append(text("asks.confirm", lang))
    return said


def _offices(p: Projection, programme: Programme, lang: Lang) -> list[str]:
    """Offices that should join, rise or keep their pledge, as the units' table counts them in the month of the data."""
    table, month = unit_table(p, 0), month_long(p.baseline.month, lang)
    places = {
        status: [i for i, row in enumerate(table.rows) if row.status == status and row.segment in OFFICES]
        for status in STATUSES
    }
    rows = {status: [table.rows[i] for i in of] for status, of in places.items()}
    said = []
    if rows["outside"]:
        asn, known = (
            table.whole["asn"][places["outside"]].sum(),
            {table.asn_basis[i] for i in places["outside"]},
        )
        said.append(
            text(
                "asks.join",
                lang,
                units=counted(rows["outside"], lang),
                month=month,
                asn=_counted("asn", asn, known, lang),
            )
        )
    if rows["partial"]:
        missing = table.whole["to_asn"][places["partial"]].sum()
        said.append(
            text(
                "asks.rise",
                lang,
                units=counted(rows["partial"], lang),
                month=month,
                missing=_counted("more_workers", missing, {"derived"}, lang),
            )
        )
    if rows["pledged"]:
        together = replace(rows["pledged"][0], units=np.concatenate([row.units for row in rows["pledged"]]))
        said.append(
            text(
                "asks.pledge",
                lang,
                units=counted(rows["pledged"], lang),
                month=pledge_months(together, p.baseline, lang),
                workers=_counted(
                    "workers",
                    together.total(p.baseline.pledge_workers),
                    pledge_marks(rows["pledged"], p, programme),
                    lang,
                ),
            )
        )
    return said


def _counted(what: str, number: float, marks: set[Mark], lang: Lang) -> str:
    """So many people with the mark of the least known part; what is made up says so on the whole page."""
    shown, basis = text(f"asks.{what}", lang, number=people(number, lang)), least_known(marks)
    return (
        shown
        if basis == "fictitious"
        else f"{shown}, {basis_name(basis, lang)}"
        if basis == "assumed"
        else marked(shown, basis, lang)
    )


def pledge_marks(rows: list[UnitGroup], p: Projection, programme: Programme) -> set[Mark]:
    """How far each segment's pledges are known: published where a published figure says the same."""
    query = Query(Context(p, programme, {}, p.baseline.month), {})
    pledged = {
        segment: np.concatenate([row.units for row in rows if row.segment == segment])
        for segment in {row.segment for row in rows}
    }
    return {
        query.unit_total("pledges", "pledge_workers", units, f"{segment}_pledge_workers").basis
        for segment, units in pledged.items()
    }


def _plan(scenario: Scenario, lang: Lang) -> list[str]:
    """What the scenario itself asks: floors of participation, and new offices after each Rakor Monev."""
    plans = [(segment, getattr(scenario.participation, segment)) for segment in SEGMENTS]
    parts = [
        text(
            "asks.floor",
            lang,
            segment=segment_name(segment, lang),
            share=percent(plan.target_share, lang),
            months=setting_value_text(f"participation.{segment}.ramp_months", plan.ramp_months, lang),
        )
        for segment, plan in plans
        if plan.target_share
    ]
    new = {name: people(getattr(scenario.monev, name), lang) for name in ("new_opd", "new_kecamatan")}
    if scenario.monev.first_month and (scenario.monev.new_opd or scenario.monev.new_kecamatan):
        parts.append(text("ways.clause.new_offices", lang, **new))
    return [text("asks.plan", lang, parts="; ".join(parts))] if parts else []


def _way(p: Projection, programme: Programme, today: int, lang: Lang) -> list[str]:
    """What would meet the target where the scenario does not: the way to name first, without those that only hurry it."""
    answer = what_it_takes(p.scenario, p.baseline, programme)
    if answer.status.met and answer.status.turns is None:
        return []
    hurried = {way_sentence(way, lang) for way in answer.ways if way.lever.startswith("hurried")}
    said = [
        words
        for words in answer_sentences(answer, p.scenario, p.baseline.month, today, lang)
        if words not in hurried
    ]
    first, named = answer.first, way_sentence(answer.first, lang, named_first=True) if answer.first else ""
    if named in said and first.when != "never":
        said[said.index(named)] = way_sentence(first, lang, named_first=True, today=today)
        if p.baseline.month + first.month < today:
            said.pop()  # that the month is past stands in the sentence itself
    return [" ".join(said)]


__all__ = ["OFFICES", "ask_sentences", "pledge_marks"]
