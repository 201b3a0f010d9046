"""Whom to visit next, in sentences: the finding, its cost, how sure it is, and offices without names."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from simulator.model.months import month_name
from simulator.model.names import named_after
from simulator.model.parts import Target
from simulator.model.projection import Projection
from simulator.model.scenario import Scenario
from simulator.model.status import made_from
from simulator.planning.groups import UnitGroup
from simulator.planning.next_answer import VisitPlan, Visits
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.chance import target_chance, too_few
from simulator.report.sentences.past import dated
from simulator.report.sentences.unit_names import group_in_words
from simulator.words import Lang
from simulator.words.quantity import Quantity, month
from simulator.words.sentence import Filling, Sentence, joined, sentence

NAMING_WHOM = ("reached", "most", "too_many", "too_much")
"""The reasons whose finding contains the number of visits."""


def names_offices(c: Context) -> bool:
    """Whether the data have offices to choose from; a single row for all of them has none."""
    return len(c.baseline.codes) > 1


def one_row(c: Context, lang: Lang) -> Sentence:
    """The request for a list by office, which data with one row need before offices can be named."""
    return sentence("next.title.one_row", lang, name=c.baseline.unit_names[0])


def finding(c: Context, answer: VisitPlan, lang: Lang) -> Sentence:
    """The finding of the answer, or which list it needs."""
    if not names_offices(c):
        return one_row(c, lang)
    best, question = answer.best, answer.question
    here, there = with_question(c, answer), c.of(best.projection)
    key, values = f"next.title.{answer.reason}", _totals(c, best, lang)
    if answer.reason == "most":
        key += ".visits" if question.budget_idr is None else ".budget"
    one = len(best.units) == 1
    if best.rest and answer.reason in NAMING_WHOM:
        key += ".rest"
        values["whom"] = whom(c, best, lang)
    elif one and answer.reason in ("most", "reached"):
        key += ".one"
    if best.units:
        group, number = best.by_group[0]
        whole = group_in_words(c, group, lang, len(group.units))
        among = number < len(group.units) and not one
        values["first"] = (
            sentence("next.among", lang, group=whole) if among else visited_name(c, group, number, lang)
        )
    if question.target is not None:
        parts = (
            quantity(here, "target_workers_in", month=best.at),
            quantity(here, "enrolled_in", month=best.at),
        )
        values["gap"] = quantity(parts, "difference")
        values["target"] = quantity(here, "target_share")
    if question.visits is not None:
        values["visits"] = _given(there, question.visits, "limit_given", "count")
    if question.budget_idr is not None:
        values["budget"] = replace(_given(there, question.budget_idr, "limit_given", "idr"), form="full")
    return sentence(key, lang, units=visits_counted(c, best), **values)


def notes(c: Context, answer: VisitPlan, lang: Lang) -> list[Sentence]:
    """The cost, how sure the answer is, and which offices have no names."""
    best = answer.best
    if not names_offices(c):
        return []
    sentences = [sentence("next.costs", lang, **_totals(c, best, lang))] if best.units else []
    if answer.question.target is not None:
        there = with_question(c, answer, best.projection).with_simulation()
        sentences += [target_chance(there, lang), *too_few(there, lang)]
    if best.units and answer.feasible:
        sentences.append(_how_good(c, answer, lang))
    if best.rest:
        codes = tuple(c.baseline.codes[i] for i in best.rest)
        sentences.append(sentence("next.rest", lang, asn=quantity(c, "row_asn", codes=codes)))
    if answer.spare:
        sentences.append(_spare(c, answer, lang))
    if (others := best.moved_up) >= 0.5:
        sentences.append(sentence("next.moving_up", lang, more=_given(c, others, "moved_up", "people")))
    pooled = [(group, number) for group, number in best.by_group if group.is_pooled]
    if pooled:
        names = [visited_name(c, group, number, lang) for group, number in pooled]
        sentences.append(sentence("next.groups", lang, groups=joined(names, lang, "; ")))
    return sentences


def _spare(c: Context, answer: VisitPlan, lang: Lang) -> Sentence:
    """Which visits bring less than one worker each and can be left out, as one of the alternatives does."""
    best = answer.best
    spare = replace(best, units=answer.spare)
    names = [visited_name(c, group, number, lang) for group, number in spare.by_group]
    key = "next.spare.one" if len(answer.spare) == 1 else "next.spare"
    month = dated(c, c.month(best.at), lang)
    return sentence(key, lang, units=joined(names, lang, "; "), month=month)


def _how_good(c: Context, answer: VisitPlan, lang: Lang) -> Sentence:
    """That no other set is better, or a bound on what another could bring: whole workers, rounded up."""
    if answer.proven:
        return sentence("next.proven", lang)
    key = "not_proven" if answer.left_over >= 1 else "hardly_better"
    more = _given(c, float(ceil(answer.left_over)), "left_over", "people")
    return sentence(f"next.{key}", lang, more=more)


def reason(c: Context, answer: VisitPlan, lang: Lang) -> Sentence:
    """The finding with all its notes, as the command line prints it."""
    first = joined([finding(c, answer, lang), "."], lang, "")
    return joined([first, *notes(c, answer, lang)], lang)


def how_counted(c: Context, answer: VisitPlan, lang: Lang) -> Sentence:
    """What a visit means in these numbers."""
    join = answer.question.join_month or month_name(c.baseline.month + 1)
    return sentence("next.how", lang, join=month(join))


def visits_counted(c: Context, visits: Visits) -> Quantity:
    """How many offices are visited."""
    names = [c.baseline.unit_names[i] for i in visits.units if c.baseline.own_figures[i]]
    if len(names) == len(visits.units):
        return quantity(c, "count", things=tuple(names), what="named_units")
    return quantity(c, "count", number=len(visits.units), what="units")


def whom(c: Context, visits: Visits, lang: Lang) -> Sentence:
    """How many visits; units that are no single office are named, not counted."""
    if not visits.rest:
        key = "next.whom.one" if len(visits.units) == 1 else "next.whom"
        return sentence(key, lang, units=visits_counted(c, visits))
    number = len(visits.units) - len(visits.rest)
    key = "next.whom.rest" + (".one" if number == 1 else ".more" if number else "")
    return sentence(key, lang, units=quantity(c, "count", number=number, what="units"))


def visited_name(c: Context, group: UnitGroup, number: int, lang: Lang) -> Sentence:
    """A visited office by its name, or the number of offices of a group."""
    if not group.is_pooled:
        return Sentence(lang, (group.name,))
    whole = group_in_words(c, group, lang, len(group.units))
    if number == len(group.units):
        return whole
    visited = quantity(c, "count", number=number, what="units")
    return sentence("next.some", lang, number=visited, group=whole)


def more(c: Context, visits: Visits, key: str, codes: Sequence[str] = ()) -> Quantity:
    """How much higher a number of the month is with the visits than without; `codes` select some units."""
    about = {"month": visits.at} | ({"codes": tuple(codes)} if codes else {})
    then, now = (quantity(c.of(p), key, **about) for p in (visits.projection, visits.present))
    return quantity((then, now), "difference", before=True)


def with_question(c: Context, answer: VisitPlan, of: Projection | None = None) -> Context:
    """The scenario as it is, or the projection `of`; with the question's target where it has one."""
    p, share = of or answer.best.present, answer.question.target
    if share is None:
        return c.of(p)
    target = Target(coverage_share=share, month=answer.question.month)
    return c.of(replace(p, scenario=p.scenario.model_copy(update={"target": target})))


def _given(c: Context, number: float, what: str, unit: str) -> Quantity:
    """A number that is explained by a note."""
    return quantity(c, "count", number=number, what=what, written_as=unit)


def _totals(c: Context, visits: Visits, lang: Lang) -> dict[str, Filling]:
    there = c.of(visits.projection)
    return {
        "month": dated(c, there.month(visits.at), lang),
        "gain": more(c, visits, "enrolled_in"),
        "enrolled": quantity(there, "enrolled_in", month=visits.at),
        "reached": quantity(there, "coverage_in", month=visits.at),
        "cost": replace(more(c, visits, "contributions_in"), form="full"),
    }


def alternative(c: Context, best: Visits, other: Visits, lang: Lang) -> Sentence:
    """Another set: which offices it leaves out and adds, and what it gives up."""
    was, will = ({group: number for group, number in of.by_group} for of in (best, other))
    fewer = {group: number - will.get(group, 0) for group, number in was.items()}
    added = {group: number - was.get(group, 0) for group, number in will.items()}
    gone, come = (
        joined([visited_name(c, group, n, lang) for group, n in of.items() if n > 0], lang, "; ")
        for of in (fewer, added)
    )
    then, now = (quantity(c.of(of.projection), "enrolled_in", month=of.at) for of in (other, best))
    paid, pays = (quantity(c.of(of.projection), "contributions_in", month=of.at) for of in (other, best))
    return sentence(
        "next.other.instead" if come.parts else "next.other.without",
        lang,
        gone=gone,
        come=come,
        whom=whom(c, other, lang),
        workers=quantity((then, now), "difference", before=True),
        cost=replace(quantity((paid, pays), "difference", before=True), form="signed_full"),
    )


def made_scenario(c: Context, visits: Visits, lang: Lang) -> Scenario:
    """The scenario with the visits, under a new name."""
    parent = c.scenario.name
    short = str(sentence("next.scenario", lang, whom=whom(c, visits, lang), month=c.month(visits.at)))
    return made_from(visits.projection.scenario, named_after(parent, short), parent)
