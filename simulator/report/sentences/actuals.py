"""The text of the page of actuals: the last total compared with the plan, and which offices need asking."""

from collections.abc import Sequence
from dataclasses import replace

from simulator.planning.actuals import LEAST_BEHIND, LEAST_BEHIND_SHARE, GroupActuals, behind, total_points
from simulator.planning.dues import Arrears, Unkept
from simulator.planning.groups import UnitGroup
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.unit_names import row_name
from simulator.report.tables.actuals import PlanAndActual, actual_of, below_plan_of, difference_of
from simulator.words import Lang
from simulator.words.quantity import Month
from simulator.words.sentence import Sentence, sentence


def finding(c: Context, lang: Lang) -> Sentence:
    """How the last recorded total compares with the plan."""
    p, actuals = c.projection, c.actuals
    known = [point for point in total_points(p, actuals, "enrolled") if point.actual is not None]
    start = actuals.total(p.baseline.month_text, p.baseline.codes, "enrolled")
    if not known and start == p.baseline.enrolled.sum():
        return sentence(
            "actuals.title_started",
            lang,
            month=Month(p.baseline.month),
            enrolled=quantity(c, "actual_in"),
            next=Month(p.baseline.month + 1),
        )
    if not known:
        return sentence("actuals.title_none" if not actuals.records else "actuals.title_no_total", lang)
    last = PlanAndActual("enrolled", known[-1])
    stands = "behind" if last.difference < 0 else "ahead" if last.difference else "even"
    return sentence(
        f"actuals.title_{stands}",
        lang,
        month=c.month(last.point.month),
        enrolled=actual_of(c, last),
        apart=below_plan_of(c, last) if stands == "behind" else replace(difference_of(c, last), form=""),
        scenario=p.scenario.name,
    )


def ask_note(c: Context, lang: Lang) -> Sentence:
    """The gap from which on a unit counts as behind."""
    return sentence(
        "actuals.ask_least",
        lang,
        workers=quantity(c, "count", number=LEAST_BEHIND, what="limit"),
        share=quantity(c, "count", number=LEAST_BEHIND_SHARE, what="limit", written_as="share"),
    )


def behind_lines(c: Context, groups: tuple[GroupActuals, ...], lang: Lang) -> list[Sentence]:
    """Which groups are behind, by how much and since when, the widest gap first."""
    return [
        sentence(
            "actuals.behind_line",
            lang,
            name=row_name(one.group, c.baseline, lang),
            count=below_plan_of(c, PlanAndActual("enrolled", one.latest, one.group)),
            month=c.month(one.latest.month),
            since=c.month(one.since),
        )
        for one in behind(groups)
        if one.latest and one.since
    ]


def pledge_lines(c: Context, unkept: Sequence[Unkept], lang: Lang) -> list[Sentence]:
    """Who pays for fewer than pledged; at the month of the data also since when, and what is projected."""
    return [
        sentence(
            "actuals.pledge_line" if one.month else "actuals.pledge_line_start",
            lang,
            due=Month(c.baseline.month + one.due),
            next=Month(c.baseline.month + 1),
            name=row_name(one.group, c.baseline, lang),
            pledged=quantity(c, "pledged_due", row=one.group.key, unkept=one),
            paid=quantity(c, "pledge_paid", row=one.group.key, unkept=one),
            month=Month(c.baseline.month + one.month),
        )
        for one in unkept
    ]


def arrears_lines(c: Context, arrears: Sequence[Arrears], lang: Lang) -> list[Sentence]:
    """Where protection ends soon, or has ended."""
    allowed = quantity(c, "rule", name="arrears_months")
    lines = []
    for one in arrears:
        about = {"arrears": one} | ({"row": one.group.key} if one.group else {})
        key = "actuals.arrears_ended" if one.months >= allowed.number else "actuals.arrears_near"
        lines.append(
            sentence(
                key,
                lang,
                months=quantity(c, "arrears_months", **about),
                workers=quantity(c, "arrears_workers", **about),
                name=_name(c, one.group, lang),
                month=Month(c.baseline.month + one.until),
                allowed=allowed,
            )
        )
    return lines


def _name(c: Context, group: UnitGroup | None, lang: Lang) -> str:
    return row_name(group, c.baseline, lang) if group else c.baseline.facts.region
