"""The headline numbers of scenarios, the differences between them, and who reaches the target first."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from simulator.model.metrics import target_status
from simulator.model.projection import Projection
from simulator.planning.comparison import (
    AT_TARGET,
    common_months,
    first_at_target,
    in_one_regency,
    nearest_to_target,
    paid_until_target,
    start_apart,
)
from simulator.planning.rounding import whole, whole_short
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.chance import with_chance
from simulator.report.sentences.past import dated
from simulator.words import Lang, text
from simulator.words.compare import enumerated, headline_name, quoted
from simulator.words.numbers import month_long
from simulator.words.quantity import Month, Quantity, Unit
from simulator.words.sentence import Sentence, Unbroken, joined, sentence

HEADLINES: dict[str, tuple[str, Unit]] = {
    "target_month_number": ("target_month", "month"),
    "months_to_target": ("months_to_target", "count"),
    "enrolled_at_target": ("enrolled_in", "people"),
    "coverage_at_target": ("coverage_in", "share"),
    "gap_at_target": ("gap_at_target", "people"),
    "enrolled_at_horizon": ("enrolled_in", "people"),
    "coverage_at_horizon": ("coverage_in", "share"),
    "contributions_total_idr": ("cumulative_contributions", "idr"),
    "payouts_total_idr": ("cumulative_payouts", "idr"),
    "claims_ratio_total": ("claims_ratio", "ratio"),
}
"""The formula that explains each headline number, and its unit."""
SUMS = ("contributions_total_idr", "payouts_total_idr", "claims_ratio_total")


def headline_number(c: Context, name: str, value: float | None, months: range | None) -> Quantity | None:
    """A headline number; sums run over `months` (month numbers). None where it has no value.

    Without `months`, sums run over the whole projection.
    """
    if value is None:
        return None
    about: dict[str, Any] = {"cumulative": True} if name == "claims_ratio_total" else {}
    if name in AT_TARGET:
        about["month"] = target_status(c.projection).month
    elif name not in ("target_month_number", "months_to_target"):
        about["month"] = months[-1] - c.baseline.month if months else len(c.projection.months) - 1
        if months and name in SUMS and months[0] > c.baseline.month + 1:
            about["sum_from"] = months[0] - c.baseline.month
    return replace(quantity(c, HEADLINES[name][0], **about), value=as_shown(name, value))


def headline_title(
    name: str, projections: list[Projection], lang: Lang, worded: Callable[[int, Lang], str] = month_long
) -> str:
    """The title of a headline number of several projections; it says where a sum starts if starts differ."""
    months = common_months(projections)
    if months is None:
        return headline_name(name, lang)
    start = worded(months[0], lang) if start_apart(projections) else None
    return headline_name(name, lang, worded(months[-1], lang), start)


def recorded_number(c: Context, name: str, value: float | None) -> Quantity | None:
    """A headline number as a file records it; None where it recorded none."""
    if value is None:
        return None
    return quantity(c, "recorded", value=as_shown(name, value), unit=unit_of(name))


def headline_cell(
    c: Context, name: str, number: Quantity | None, lang: Lang
) -> Quantity | Sentence | str | None:
    """A headline number; a target never reached is called so, and a month that is over is called past."""
    if number is None:
        return text("headline.not_reached", lang) if _is_month(name) else None
    if number.unit != "month" or not c.is_past(Month(int(number.number))):
        return number
    month, year = sentence("past.month", lang, month=number).parts
    return Sentence(lang, (month, " ", Unbroken(f"{year}".strip())))  # a narrow column breaks between the two


def as_shown(name: str, value: float | None) -> float | None:
    """A headline number as shown: people are whole, and missing and enrolled add up to the target."""
    if value is None or unit_of(name) != "people":
        return value
    return whole_short(value) if name == "gap_at_target" else whole(value)


def unit_of(name: str) -> Unit:
    """The unit of a headline number."""
    return HEADLINES[name][1]


def headline_difference(number: Quantity | None, reference: Quantity | None, lang: Lang) -> Sentence | None:
    """The difference of a headline number from the reference's, absolute and relative: +813 (+64,7 %)."""
    if number is None or reference is None:
        return None
    apart = replace(quantity((number, reference), "difference"), form="signed")
    if not apart.value:
        return None if number.unit == "month" else Sentence(lang, (text("compare.same", lang),))
    if number.unit == "month" or not reference.value:
        return Sentence(lang, (apart,))
    relative = replace(quantity((number, reference), "relative_difference"), form="signed_tenths")
    return joined((Sentence(lang, (apart,)), Sentence(lang, ("(", relative, ")"))), lang)


def _is_month(name: str) -> bool:
    return name in ("target_month_number", "months_to_target")


def comparison_sentence(contexts: Sequence[Context], names: Sequence[str], lang: Lang) -> Sentence:
    """Which scenario reaches its target first and its cost by then, or which comes nearest.

    Scenarios of several regencies are not ranked.
    """
    projections = [c.projection for c in contexts]
    if not in_one_regency(projections):
        return sentence("compare.title.regencies", lang, regions=_regions(contexts, lang))
    target = _target(contexts, lang)
    first = first_at_target(projections)
    if not first:
        nearest = nearest_to_target(projections)
        gap = quantity(contexts[nearest], "gap")
        gap = replace(gap, value=whole_short(gap.number))
        return sentence("compare.title.none", lang, target=target, name=names[nearest], gap=gap)
    since = max(projections[i].baseline.month for i in first) + 1  # so that all pay for the same months
    cheapest = min(first, key=lambda i: paid_until_target(projections[i], since))
    c, offset = contexts[cheapest].with_simulation(), target_status(projections[cheapest]).first_met
    is_then = offset == target_status(c.projection).month  # otherwise the chance names its month
    key = f"compare.title.{'one' if offset else 'start'}"
    if len(first) > 1:
        key = f"compare.title.{'tie' if offset else 'start_tie'}"
    begins = {"sum_from": since - c.baseline.month} if since > c.baseline.month + 1 else {}
    return sentence(
        key,
        lang,
        target=target,
        name=names[cheapest],
        names=enumerated([quoted(names[i]) for i in first], lang),
        month=dated(c, c.month(offset or 0), lang, quantity(c, "target_month")),
        cost=quantity(c, "cumulative_contributions", month=offset, **begins),
        chance=with_chance(c, lang, "overview.chance" if is_then else "compare.chance"),
    )


def _target(contexts: Sequence[Context], lang: Lang) -> Sentence:
    if len({c.scenario.target.coverage_share for c in contexts}) > 1:
        return sentence("compare.target.own", lang)
    return sentence("compare.target.same", lang, share=quantity(contexts[0], "target_share"))


def _regions(contexts: Sequence[Context], lang: Lang) -> str:
    """The regencies, each once; an invented one is marked as fictitious."""
    facts = [c.baseline.facts for c in contexts]
    regions = [
        text("compare.fictitious", lang, name=of.region) if of.fictitious else of.region for of in facts
    ]
    return enumerated(list(dict.fromkeys(regions)), lang)
