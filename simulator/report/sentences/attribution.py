"""Why two scenarios differ: in one sentence, and in parts that add up as shown."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from simulator.model.parts import SEGMENTS
from simulator.planning.attribution import MOST_PLAYERS, Attribution, PlayerPart, attribute
from simulator.planning.players import DATA, OVERRIDES
from simulator.planning.rounding import FIGURES_ADDING_UP, adding_up, step_of, whole_steps
from simulator.report.context import Context
from simulator.report.explain.attribution import Between
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.ranges import name_in_file
from simulator.report.sentences.settings import counted_settings, player_name
from simulator.words import Lang, text
from simulator.words.attribution import metric_name
from simulator.words.quantity import Month, Quantity
from simulator.words.sentence import Filling, Sentence, joined, sentence

NAMED = 3  # parts named in the sentence; the others are counted together
FORMULA_OF: dict[str, tuple[str, dict[str, Any]]] = {
    "enrolled": ("enrolled_in", {}),
    "coverage_share": ("coverage_in", {}),
    **{f"enrolled_{segment}": ("enrolled_segment_in", {"segment": segment}) for segment in SEGMENTS},
    "joined": ("joined_in", {}),
    "left": ("left_in", {}),
    "contributions_idr": ("contributions_in", {}),
    "deaths": ("deaths_in", {}),
    "jkm_payouts_idr": ("jkm_in", {}),
    "jkk_payouts_idr": ("jkk_in", {}),
    "payouts_idr": ("payouts_in", {}),
    "claims_ratio": ("claims_ratio", {}),
}
"""The formula that explains each metric; a metric not listed is shown as the model returns it."""


@dataclass(frozen=True)
class PartLine:
    """A line of the answer: its name, its number rounded to add up with the others, and the exact value."""

    name: Sentence
    quantity: Quantity
    exact: float


@dataclass(frozen=True)
class WhyTheyDiffer:
    """The answer: `parts`, the largest first, add up to the `total` between the `ends`, rounded or not.

    `segments` split the same difference over segments, and `groups` over the unit groups of each; both add up
    to the total too, and are empty where there is nothing to split. `notes` explain the method.
    """

    metric: str
    month: int  # month number
    sentence: Sentence
    parts: tuple[PartLine, ...]
    total: PartLine
    ends: tuple[PartLine, PartLine]
    segments: dict[str, PartLine]
    groups: dict[str, tuple[PartLine, ...]]
    notes: tuple[Sentence, ...]


def why_differ(
    a: Context, b: Context, metric: str, month: int, lang: Lang, names: tuple[str, str] | None = None
) -> WhyTheyDiffer:
    """Why a metric is different in `b` from `a`, in a month number; `names` replace the scenarios' own.

    Raises UserError like `planning.attribution.attribute`.
    """
    return why(attribute(a.projection, b.projection, a.programme, metric, month), a, b, lang, names)


def why(
    attribution: Attribution, a: Context, b: Context, lang: Lang, names: tuple[str, str] | None = None
) -> WhyTheyDiffer:
    """An attribution between two scenarios in words and numbers."""
    between = Between(attribution, (a, b), names or (a.scenario.name, b.scenario.name))
    values = [attribution.before, attribution.after, *(part.value for part in attribution.parts)]
    step = step_of(attribution.metric, values, FIGURES_ADDING_UP)
    before, after = whole_steps(attribution.before, step), whole_steps(attribution.after, step)
    one, other = (
        PartLine(Sentence(lang, (name,)), _stepped(_end(c, attribution), steps, step), value)
        for name, c, steps, value in zip(
            between.names, (a, b), (before, after), (attribution.before, attribution.after)
        )
    )
    difference = _stepped(quantity((other.quantity, one.quantity), "difference"), after - before, step)
    total = PartLine(sentence("attribution.column.difference", lang), _signed(difference), attribution.total)
    parts = _parts(between, step, after - before, lang)
    segments, groups = _places(between, step, after - before, lang)
    return WhyTheyDiffer(
        attribution.metric,
        attribution.month,
        _sentence(between, parts, total, (one, other), lang),
        parts,
        total,
        (one, other),
        segments,
        groups,
        _notes(between, lang),
    )


def _end(c: Context, attribution: Attribution) -> Quantity:
    """The metric in one of the scenarios."""
    key, about = FORMULA_OF.get(attribution.metric, ("metric_in", {"metric": attribution.metric}))
    return quantity(c, key, month=attribution.month - c.baseline.month, **about)


def _stepped(number: Quantity, steps: int, step: float) -> Quantity:
    """A number as a whole number of steps."""
    return replace(number, value=steps * step, step=step if number.unit == "idr" else None)


def _signed(number: Quantity) -> Quantity:
    return replace(number, form="signed")


def _line(between: Between, key: str, steps: int, step: float, name: Sentence, **about: str) -> PartLine:
    number = quantity(between, key, **about)
    return PartLine(name, _signed(_stepped(number, steps, step)), number.number)


def _parts(between: Between, step: float, total: int, lang: Lang) -> tuple[PartLine, ...]:
    """The lines of the parts that move the metric."""
    attribution = between.attribution
    lines = []
    for part, steps in zip(
        attribution.parts, adding_up([part.value for part in attribution.parts], step, total)
    ):
        if _is_moving(part, attribution):
            name = player_name(part.player, *between.contexts, lang)
            lines.append(_line(between, "attribution_part", steps, step, name, player=part.player.key))
    return tuple(lines)


def _is_moving(part: PlayerPart, attribution: Attribution) -> bool:
    return abs(part.value) > 1e-9 * max(abs(attribution.before), abs(attribution.after))


def _sentence(
    between: Between, parts: Sequence[PartLine], total: PartLine, ends: tuple[PartLine, PartLine], lang: Lang
) -> Sentence:
    one, other = ends
    values: dict[str, Filling] = {
        "month": Month(between.attribution.month),
        "metric": metric_name(between.attribution.metric, lang),
        "a": one.name,
        "b": other.name,
        "before": one.quantity,
        "after": other.quantity,
    }
    if not parts:
        return sentence("attribution.sentence.none", lang, **values)
    if not any(part.quantity.value for part in parts):
        return sentence("attribution.sentence.small", lang, **values)
    named = NAMED if len(parts) > NAMED + 1 else len(parts)
    lines = [
        sentence("attribution.part", lang, name=part.name, value=part.quantity) for part in parts[:named]
    ]
    if parts[named:]:
        lines.append(_rest(between, parts[named:], lang))
    return sentence(
        "attribution.sentence", lang, total=total.quantity, parts=joined(lines, lang, "; "), **values
    )


def _rest(between: Between, parts: Sequence[PartLine], lang: Lang) -> Sentence:
    """The sum of the parts that are not named."""
    together = quantity(tuple(part.quantity for part in parts), "total")
    return sentence(
        "attribution.rest",
        lang,
        count=counted_settings(between.contexts[0], [str(part.name) for part in parts]),
        value=replace(together, step=parts[0].quantity.step, form="signed"),
    )


def _notes(between: Between, lang: Lang) -> tuple[Sentence, ...]:
    attribution = between.attribution
    notes = [sentence("attribution.method", lang)]
    if attribution.grouped:
        most = quantity(between.contexts[0], "count", number=MOST_PLAYERS, what="limit")
        notes.append(sentence("attribution.grouped", lang, most=most))
    still = [
        path
        for part in attribution.parts
        if not _is_moving(part, attribution)
        for path in part.player.settings
    ]
    still += attribution.without_part
    special = any(path.startswith(OVERRIDES) for path in still)
    names = [name_in_file(path, lang) for path in still if path != DATA and not path.startswith(OVERRIDES)]
    names += [text("compare.baseline", lang)] * (DATA in still) + [text("units.view.special", lang)] * special
    if names:
        notes.append(sentence("attribution.without", lang, names="; ".join(names)))
    return tuple(notes)


def _places(
    between: Between, step: float, total: int, lang: Lang
) -> tuple[dict[str, PartLine], dict[str, tuple[PartLine, ...]]]:
    """The difference by segment, and within each by unit group, rounded so that they add up to it."""
    attribution = between.attribution

    def lines(places: list[tuple[str, float]], total: int) -> dict[str, PartLine]:
        placed = {}
        for (place, _), steps in zip(places, adding_up([value for _, value in places], step, total)):
            name = Sentence(lang, (between.place_name(place, lang),))
            placed[place] = _line(between, "attribution_place", steps, step, name, place=place)
        return placed

    segments = lines(list(attribution.by_segment), total)
    groups = {}
    for segment, line in segments.items():
        places = [(group.key, value) for group, value in attribution.by_group if group.segment == segment]
        groups[segment] = tuple(lines(places, round(line.quantity.number / step)).values())
    return segments, groups
