"""Settings estimated from actuals, beside the scenario's values."""

from collections.abc import Sequence
from dataclasses import replace

from simulator.model.scenario import DEATH_RATE
from simulator.planning.estimation import LEAST_CASES, LEAST_OFFICES, LEAST_PEOPLE, Estimate
from simulator.report.context import Context
from simulator.report.explain.estimates import unit_of
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.settings import value_of
from simulator.report.tables.table import Table, listed, titled
from simulator.words import Lang
from simulator.words.numbers import MISSING
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence, joined, sentence
from simulator.words.settings import setting_label

LEAST = {"cases": LEAST_CASES, "people": LEAST_PEOPLE, "offices": LEAST_OFFICES}


def estimate_table(c: Context, estimates: Sequence[Estimate], lang: Lang) -> Table:
    """One row per estimate: the scenario's value, the estimate and its interval, and the observations."""
    rows = (
        (
            setting_label(one.path, lang),
            _present(c, one, lang),
            _interval(c, one, lang) or MISSING,
            _observations(c, one, lang),
        )
        for one in estimates
    )
    names = ("setting", "present", "estimate", "observations")
    return listed(titled((f"actuals.{name}" for name in names), lang), rows)


def _present(c: Context, one: Estimate, lang: Lang) -> Sentence:
    """The scenario's value; where it leaves the death rate open, the rate that it computes with."""
    if one.path == DEATH_RATE:
        return sentence("value.per_1000_year", lang, number=quantity(c, "death_rate"))
    return value_of(c, one.path, lang)


def _interval(c: Context, one: Estimate, lang: Lang) -> Sentence | None:
    if one.value is None:
        return None
    form = unit_of(one)[1]
    about = {"path": one.path, "estimate": one}
    value, low, high = (
        replace(number, form=form)
        for number in (
            quantity(c, "estimate", **about),
            quantity(c, "estimate_bound", **about, end="low"),
            quantity(c, "estimate_bound", **about, end="high"),
        )
    )
    return sentence("actuals.interval", lang, value=value, low=low, high=high)


def _observations(c: Context, one: Estimate, lang: Lang) -> Sentence:
    """What the estimate rests on, or why it was refused."""
    if one.refusal == "no_data":
        return sentence(f"actuals.needs.{one.path}", lang)
    cases, size = (
        quantity(c, "estimate_count", path=one.path, estimate=one, what=what) for what in ("cases", "size")
    )
    size = replace(size, form="one_place" if one.size % 1 else "")
    seen = sentence(f"actuals.behind.{one.path}", lang, cases=cases, size=size)
    if one.offices is not None and not one.path.endswith("months"):
        offices = quantity(c, "count", number=one.offices, what="units")
        seen = joined((seen, sentence("actuals.of_offices", lang, count=offices)), lang, "")
    end = joined((seen, "."), lang, "")
    if one.refusal is None:
        return end
    limits: dict[str, Quantity] = {
        name: quantity(c, "count", number=number, what="limit") for name, number in LEAST.items()
    }
    return joined((end, sentence(f"actuals.refused.{one.refusal}", lang, **limits)), lang)
