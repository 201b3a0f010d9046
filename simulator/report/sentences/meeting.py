"""What the meeting mode says of a scenario: one finding and one number, beside the last ones."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from simulator.model.metrics import TargetStatus, target_status, target_workers
from simulator.model.months import month_name
from simulator.model.projection import Projection
from simulator.model.scenario import Scenario, changed_settings
from simulator.planning.rounding import whole
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.chance import spoken_of, with_chance
from simulator.report.sentences.past import dated
from simulator.report.sentences.target import actual_enrolled, verdict
from simulator.words import Lang
from simulator.words.quantity import Month, Quantity
from simulator.words.quantity import month as month_of
from simulator.words.sentence import Filling, Sentence, joined, sentence


@dataclass(frozen=True)
class Scene:
    """What is said at a time: a finding, a number with what it counts, and what it is held against.

    `difference` is that from before the last change, None where nobody moves; `since` says what it is.
    """

    finding: Sentence
    number: Quantity
    caption: Sentence
    difference: Quantity | None
    since: Sentence | None


def month_spoken_of(c: Context, wanted: int | None) -> int:
    """The month (offset) that finding, number and chart speak of.

    That `wanted` (a month number), or the nearest projected; else the target's, and where that is past or
    not projected, the last.
    """
    if wanted is None:
        return spoken_of(c)
    return min(max(wanted - c.baseline.month, 0), len(c.projection.months) - 1)


def _actual(c: Context, month: int) -> int | None:
    """Enrolled as recorded in a projected month (offset); None where nobody recorded it."""
    return actual_enrolled(c, month_name(c.month(month).number)) if month else None


def scene(c: Context, before: Context | None, month: int, lang: Lang) -> Scene:
    """The scene of a projection in a month (offset), `before` being that before the last change."""
    number, said = _enrolled_in(c, month), finding(c, month, lang)
    caption = _caption(c, month, lang)
    if before is None:
        return Scene(said, number, caption, None, None)
    moved = quantity((number, _enrolled_in(before, month)), "difference", before=True)
    key = (
        "since_change"
        if moved.value
        else "same"
        if _short(c, month) == _short(before, month)
        else "same_number"
    )
    difference = replace(moved, form="signed") if moved.value else None
    return Scene(said, number, caption, difference, sentence(f"meeting.{key}", lang))


def _enrolled_in(c: Context, month: int) -> Quantity:
    enrolled = quantity(c, "enrolled_in", month=month)
    return replace(enrolled, value=whole(enrolled.number))


def _short(c: Context, month: int) -> int:
    """Whole people short in a month of what the target would ask for in it."""
    return whole(target_workers(c.projection)[month]) - whole(c.projection.enrolled[month])


def _caption(c: Context, month: int, lang: Lang) -> Sentence:
    """What the number counts, and beside it what was recorded, or that the month is past."""
    of = c.month(month)
    if _actual(c, month) is not None:
        actual = quantity(c, "actual_in", month=month)
        return sentence("meeting.enrolled_in_recorded", lang, month=of, actual=actual)
    if month == 0:
        return sentence("meeting.enrolled_in", lang, month=of)
    return sentence("meeting.enrolled_projected", lang, month=_dated(c, of, lang))


def _dated(c: Context, month: Month, lang: Lang) -> Filling:
    """A month on one line with its year, and the word that it is past where it is."""
    return dated(c, month, lang, _unbroken(month, lang))


def _unbroken(month: Month, lang: Lang) -> Sentence:
    return sentence("meeting.unbroken", lang, month=month)


def finding(c: Context, month: int, lang: Lang) -> Sentence:
    """Whether the target is met in a month (offset): two sentences and two numbers at most.

    In the target's own month as recorded, where it was; in another month it is said where the target's is.
    """
    status = target_status(c.projection)
    share = quantity(c, "target_share")
    actual = actual_enrolled(c, c.scenario.target.month) if status.month else None
    target = _target(c, actual, lang)
    if month == status.month:
        if actual is not None:
            return _recorded(c, status, target, whole(status.workers) - actual, lang)
        return _in_its_month(c, status, target, lang)
    first = _of_another_month(c, status, target, actual, lang)
    return joined([*first, _in_month(c, month, share, lang)], lang)


def _target(c: Context, recorded: int | None, lang: Lang) -> Sentence:
    """The target, its month called past where it is and nobody recorded it."""
    of, is_open = month_of(c.scenario.target.month), target_status(c.projection).month and recorded is None
    named = _dated(c, of, lang) if is_open else _unbroken(of, lang)
    return sentence("meeting.target", lang, share=quantity(c, "target_share"), month=named)


def unmoved(c: Context, month: int, lang: Lang) -> dict[str, Any]:
    """What of the finding in a month (offset) no lever moves: words, and what was recorded; for the browser.

    `recorded` is the enrolled of the target's month, None where the finding does not ask for it.
    """
    status = target_status(c.projection)
    recorded = actual_enrolled(c, c.scenario.target.month) if status.month else None
    share, target = quantity(c, "target_share"), _target(c, recorded, lang)
    first = [] if month == status.month else _of_another_month(c, status, target, recorded, lang)
    return {
        "share": str(Sentence(lang, (share,))),
        "target": str(target),
        "first": [str(one) for one in first],
        "when": str(_when(c, month, lang)),
        "recorded": recorded,
        "recordedThen": _actual(c, month),
    }


def _in_its_month(c: Context, status: TargetStatus, target: Sentence, lang: Lang) -> Sentence:
    gap = replace(quantity(c, "gap"), value=_short(c, status.month))
    key = "met" if status.met else "missed" if gap.number > 0 else "missed_barely"
    chance = with_chance(c, lang)
    said = sentence(f"meeting.{verdict(c, status, key)}", lang, target=target, gap=gap, chance=chance)
    return joined([said, *_turns(c, status, lang)], lang)


def _recorded(c: Context, status: TargetStatus, target: Sentence, short: int, lang: Lang) -> Sentence:
    """Whether the target was met in truth; where it was not, when the scenario meets it."""
    if short <= 0:
        return sentence("meeting.recorded_met", lang, target=target)
    gap = replace(quantity(c, "actual_gap"), value=short)
    missed = sentence("meeting.recorded_missed", lang, target=target, gap=gap)
    return missed if status.met else joined([missed, *_turns(c, status, lang)], lang)


def _turns(c: Context, status: TargetStatus, lang: Lang) -> list[Sentence]:
    """When the scenario loses what it meets, or meets what it misses, after the target's month."""
    if status.turns is None:
        return []
    key = "lost_after" if status.met else "met_later"
    return [sentence(f"overview.{key}", lang, month=_dated(c, c.month(status.turns), lang))]


def _of_another_month(
    c: Context, status: TargetStatus, target: Sentence, actual: int | None, lang: Lang
) -> list[Sentence]:
    """That the target's month is none of the projection's, or past, where another month is spoken of."""
    if actual is not None:
        key = "recorded_met" if actual >= whole(status.workers) else "recorded_not_met"
        return [sentence(f"meeting.{key}", lang, target=target)]
    if not status.inside:
        key = "before" if status.month < 0 else "beyond"
        return [sentence(f"meeting.{key}", lang, target=target, baseline=Month(c.baseline.month))]
    if c.is_past(c.month(status.month)):
        return [sentence("meeting.target_past", lang, month=c.month(status.month))]
    return []


def _in_month(c: Context, month: int, share: Quantity, lang: Lang) -> Sentence:
    """Whether as many are enrolled in a month as the target would ask for in it."""
    of = c.month(month)
    target = c.scenario.target.model_copy(update={"month": month_name(of.number)})
    scenario = c.scenario.model_copy(update={"target": target})
    there = c.of(replace(c.projection, scenario=scenario))
    status = target_status(there.projection)
    actual = _actual(c, month)
    if actual is None:
        gap, is_met = replace(quantity(there, "gap"), value=_short(c, month)), status.met
    else:
        short = whole(status.workers) - actual
        gap, is_met = replace(quantity(there, "actual_gap"), value=short), short <= 0
    key = "enough_in" if is_met else "short_in" if gap.number > 0 else "barely_in"
    return sentence(f"meeting.{key}", lang, when=_when(c, month, lang), gap=gap, share=share)


def _when(c: Context, month: int, lang: Lang) -> Sentence:
    """The month a finding is about: as recorded, where it was."""
    of = c.month(month)
    if _actual(c, month) is not None:
        return sentence("meeting.in_month_recorded", lang, month=of)
    return sentence("meeting.in_month", lang, month=_dated(c, of, lang))


def before_last_change(now: Scenario, steps: Sequence[Scenario]) -> Scenario | None:
    """The scenario before the last change; moves of the same setting one after the other are one change.

    `steps` are the scenarios gone through before `now`, oldest first. None where nothing differs from before.
    """
    later, first, moved = now, None, None
    for earlier in reversed(steps):
        paths = {path for path, _, _ in changed_settings(earlier, later)}
        if not paths:  # an entry of the log, which moves nothing
            continue
        if moved is not None and paths != moved:
            break
        later, first, moved = earlier, earlier, paths
    return first if first is not None and any(changed_settings(first, now)) else None


def comparable(p: Projection, before: Projection) -> bool:
    """Whether two projections run over the same months of the same data, to draw one beneath the other."""
    return p.baseline.digest == before.baseline.digest and len(p.months) == len(before.months)
