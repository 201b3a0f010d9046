"""What a meeting is asked for: who should join, rise or keep a pledge, what would meet the target, and what has to be confirmed."""

from dataclasses import replace

import numpy as np

from simulator.model.programme import Programme
from simulator.model.projection import Projection
from simulator.model.scenario import SEGMENTS, Scenario
from simulator.planning.groups import STATUSES
from simulator.planning.what_it_takes import what_it_takes
from simulator.report.overview import relief_end_sentences
from simulator.report.units import UnitTable
from simulator.report.ways import answer_sentences, way_sentence
from simulator.report.wording import Lang, text
from simulator.report.wording.numbers import people, percent
from simulator.report.wording.settings import segment_name, setting_value_text
from simulator.report.wording.units import counted, pledge_months

OFFICES = ("opd", "kecamatan")


def ask_sentences(table: UnitTable, programme: Programme, today: int | None, lang: Lang) -> list[str]:
    """What the projection of the table asks of the meeting, most important first.

    `today` is a month number; None leaves out what would meet the target, which takes a search.
    """
    p = table.projection
    rows = {status: [row for row in table.rows if row.status == status and row.segment in OFFICES] for status in STATUSES}
    said = []
    if rows["outside"]:
        said.append(text("asks.join", lang, units=counted(rows["outside"], lang), asn=people(_sum(table, "asn", rows["outside"]), lang)))
    missing = np.maximum(0, table.whole["asn"] - table.whole["enrolled"])
    short = sum(int(missing[i]) for i, row in enumerate(table.rows) if row in rows["partial"])
    if short:
        said.append(text("asks.rise", lang, units=counted(rows["partial"], lang), missing=people(short, lang)))
    if rows["pledged"]:
        together = replace(rows["pledged"][0], units=np.concatenate([row.units for row in rows["pledged"]]))
        said.append(text("asks.pledge", lang, units=counted(rows["pledged"], lang), workers=people(together.total(p.baseline.pledge_workers), lang),
                         month=pledge_months(together, p.baseline, lang)))
    said += _plan(p.scenario, lang)
    if today is not None:
        said += _way(p, programme, today, lang)
    if relief_end_sentences(p, programme, lang):
        said.append(text("asks.confirm", lang))
    return said


def _plan(scenario: Scenario, lang: Lang) -> list[str]:
    """What the scenario itself asks: floors of participation, and new offices after each Rakor Monev."""
    plans = [(segment, getattr(scenario.participation, segment)) for segment in SEGMENTS]
    parts = [text("asks.floor", lang, segment=segment_name(segment, lang), share=percent(plan.target_share, lang),
                  months=setting_value_text(f"participation.{segment}.ramp_months", plan.ramp_months, lang)) for segment, plan in plans if plan.target_share]
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
    return [" ".join(said for said in answer_sentences(answer, p.scenario, p.baseline.month, today, lang) if said not in hurried)]


def _sum(table: UnitTable, name: str, rows: list) -> int:
    return sum(int(table.whole[name][i]) for i, row in enumerate(table.rows) if row in rows)


__all__ = ["ask_sentences"]
