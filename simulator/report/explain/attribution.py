"""Formulas of the parts of a difference between two scenarios, by setting, segment and unit group."""

from dataclasses import dataclass, replace
from typing import Any, cast

import numpy as np

from simulator.model.metrics import METRICS
from simulator.model.parts import SEGMENTS
from simulator.planning.attribution import Attribution, PlayerPart
from simulator.planning.by_unit import BY_UNIT
from simulator.planning.groups import unit_groups
from simulator.report.context import Context
from simulator.report.explain.changes import APART
from simulator.report.explain.derivation import Derivation, Query, Term, combined
from simulator.report.sentences.settings import player_name
from simulator.report.sentences.unit_names import row_name
from simulator.words import Lang, text
from simulator.words.attribution import metric_name
from simulator.words.quantity import Month, Quantity, Unit, count
from simulator.words.sentence import Filling


@dataclass(frozen=True, eq=False)
class Between:
    """An attribution, the two scenarios it compares, and their names."""

    attribution: Attribution
    contexts: tuple[Context, Context]
    names: tuple[str, str]

    @property
    def unit(self) -> Unit:
        """The unit of the attribution's differences."""
        unit = unit_of(self.attribution.metric)
        return APART.get(unit, unit)

    def part(self, player: str) -> PlayerPart:
        """The part of the player with this key."""
        return next(part for part in self.attribution.parts if part.player.key == player)

    def place_name(self, place: str, lang: Lang) -> str:
        """The name of a segment or a unit group."""
        if place in SEGMENTS:
            return text(f"units.segment.{place}", lang)
        baseline = self.contexts[0].baseline
        return row_name(next(g for g in unit_groups(baseline) if g.key == place), baseline, lang)

    def title_values(self, about: dict[str, Any], lang: Lang) -> dict[str, Filling]:
        """The values that fill the titles of its numbers."""
        values: dict[str, Filling] = {
            "metric": metric_name(self.attribution.metric, lang),
            "month": Month(self.attribution.month),
        }
        if "player" in about:
            values["player"] = player_name(self.part(about["player"]).player, *self.contexts, lang)
        if "place" in about:
            values["place"] = self.place_name(about["place"], lang)
        return values


def unit_of(metric: str) -> Unit:
    """The unit of a metric; deaths have their own because fewer than one is expected."""
    unit = METRICS[metric].unit
    return "deaths" if metric == "deaths" else "count" if unit == "units" else cast(Unit, unit)


def attribution_part(query: Query) -> Derivation:
    """How far a `player` moves a metric: the mean over the number of other players that moved before it."""
    between: Between = query.subject
    part, attribution = between.part(query.about["player"]), between.attribution
    if len(part.moves) == 1:
        first, second = _ends(between, attribution.before, attribution.after)
        return combined("−", second, first, unit=between.unit, notes=("only_one",))
    terms = tuple(
        Term(f"moved#{i}" if i else "moved_first", move, between.unit, label={"number": count(i)})
        for i, move in enumerate(part.moves)
    )
    before, after = (
        Quantity(value, unit_of(attribution.metric)) for value in (attribution.before, attribution.after)
    )
    a, b = between.names
    values: dict[str, Filling] = {"a": a, "b": b, "before": before, "after": after}
    moves = combined("+", *terms, notes=("shapley", "between"), note_values=values)
    return replace(moves, value=part.value, arithmetic=f"({moves.arithmetic}) ÷ {{{len(terms)}}}")


def attribution_place(query: Query) -> Derivation:
    """By how much the metric is higher in the second scenario, in one segment or unit group (`place`)."""
    between: Between = query.subject
    before, after = (_of_place(c, between.attribution, query.about["place"]) for c in between.contexts)
    first, second = _ends(between, before, after)
    return combined("−", second, first, unit=between.unit, notes=("rounded_to_add_up",))


def _of_place(c: Context, attribution: Attribution, place: str) -> float:
    p = c.projection
    by_unit: np.ndarray = BY_UNIT[attribution.metric](p, attribution.month - p.baseline.month)
    if place in SEGMENTS:
        return float(by_unit[p.baseline.rows[place]].sum())
    return float(next(g for g in unit_groups(p.baseline) if g.key == place).total(by_unit))


def _ends(between: Between, before: float, after: float) -> tuple[Term, Term]:
    """The two values whose difference is attributed."""
    unit = unit_of(between.attribution.metric)
    a, b = between.names
    return Term("named#0", before, unit, label={"name": a}), Term("named#1", after, unit, label={"name": b})


def metric_in(query: Query) -> Derivation:
    """A `metric` of the projection in a month, as the model returns it."""
    metric, p = query.about["metric"], query.projection
    value = float(METRICS[metric].series(p)[query.month])
    return Derivation(value, unit_of(metric), "", (), notes=("read_off",))
