"""What is found of several scenarios: which reaches its target first, or comes nearest."""

from collections.abc import Sequence
from dataclasses import replace

from simulator.model.metrics import target_status
from simulator.planning.comparison import (
    first_at_target,
    in_one_regency,
    nearest_to_target,
    paid_until_target,
)
from simulator.planning.rounding import whole_short
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.words import Lang, text
from simulator.words.compare import enumerated
from simulator.words.sentence import Sentence, sentence


def comparison_sentence(contexts: Sequence[Context], names: Sequence[str], lang: Lang) -> Sentence:
    """Which scenario reaches its target first and what it has cost by then, or which comes nearest.

    Scenarios of several regencies are not ranked.
    """
    projections = [c.projection for c in contexts]
    if not in_one_regency(projections):
        return sentence("compare.title.regencies", lang, regions=_regions(contexts, lang))
    target = _target(contexts, lang)
    first = first_at_target(projections)
    if not first:
        nearest = nearest_to_target(projections)
        missing = quantity(contexts[nearest], "gap")
        missing = replace(missing, value=whole_short(missing.number))
        return sentence("compare.title.none", lang, target=target, name=names[nearest], missing=missing)
    cheapest = min(first, key=lambda i: paid_until_target(projections[i]))
    c, offset = contexts[cheapest], target_status(projections[cheapest]).first_met
    key = f"compare.title.{'one' if offset else 'start'}"
    if len(first) > 1:
        key = f"compare.title.{'tie' if offset else 'start_tie'}"
    return sentence(
        key,
        lang,
        target=target,
        name=names[cheapest],
        names=enumerated([names[i] for i in first], lang),
        month=quantity(c, "target_month"),
        cost=quantity(c, "cumulative_contributions", month=offset),
    )


def _target(contexts: Sequence[Context], lang: Lang) -> Sentence:
    if len({c.scenario.target.coverage_share for c in contexts}) > 1:
        return sentence("compare.target.own", lang)
    return sentence("compare.target.same", lang, share=quantity(contexts[0], "target_share"))


def _regions(contexts: Sequence[Context], lang: Lang) -> str:
    """The regencies, each once; an invented one is called so."""
    facts = [c.baseline.facts for c in contexts]
    regions = [
        text("compare.fictitious", lang, name=of.region) if of.fictitious else of.region for of in facts
    ]
    return enumerated(list(dict.fromkeys(regions)), lang)
