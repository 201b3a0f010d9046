"""What the meeting mode shows of a scenario: one finding and one number, compared with the last ones."""

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
from simulator.report.sentences.chance import default_month, with_chance
from simulator.report.sentences.past import dated
from simulator.report.sentences.target import actual_enrolled, verdict
from simulator.words import Lang
from simulator.words.quantity import Month, Quantity
from simulator.words.quantity import month as month_of
from simulator.words.sentence import Filling, Sentence, joined, sentence


@dataclass(frozen=True)
class Scene:
    """What the screen shows at one time: a finding, a number with its caption, and a comparison.

    `difference` is the change since before the last move, None where nothing moved; `since` describes it.
    """

    finding: Sentence
    number: Quantity
    caption: Sentence
    difference: Quantity | None
    since: Sentence | None


def discussed_month(c: Context, wanted: int | None) -> int:
    """The month (offset) that finding, number and chart are about.

    It is the `wanted` one (a month number), or the nearest that is projected; without one it is the target's
    month, or the last where the target's is past or not projected.
    """
    if wanted is None:
        return default_month(c)
    return min(max(wanted - c.baseline.month, 0), len(c.projection.months) - 1)


def _actual(c: Context, month: int) -> int | None:
    """Enrolled as recorded in a projected month (offset); None where nobody recorded it."""
    return actual_enrolled(c, month_name(c.month(month).number)) if month else None


def scene(c: Context, before: Context | None, month: int, lang: Lang) -> Scene:
    """The scene of a projection in a month (offset); `before` is the context before the last change."""
    number, headline = _enrolled_in(c, month), finding(c, month, lang)
    caption = _caption(c, month, lang)
    if before is None:
        return Scene(headline, number, caption, None, None)
    moved = quantity((number, _enrolled_in(before, month)), "difference", before=True)
    key = (
        "since_change"
        if moved.value
        else "same"
        if _short(c, month) == _short(before, month)
        else "same_number"
    )
    difference = replace(moved, form="signed") if moved.value else None
    return Scene(headline, number, caption, difference, sentence(f"meeting.{key}", lang))


def _enrolled_in(c: Context, month: int) -> Quantity:
    enrolled = quantity(c, "enrolled_in", month=month)
    return replace(enrolled, value=whole(enrolled.number))


def _short(c: Context, month: int) -> int:
    """Whole people missing in a month to what the target would require in it."""
    return whole(target_workers(c.projection)[month]) - whole(c.projection.enrolled[month])


def _caption(c: Context, month: int, lang: Lang) -> Sentence:
    """What the number counts, together with what was recorded or with a note that the month is past."""
    of = c.month(month)
    if _actual(c, month) is not None:
        actual = quantity(c, "actual_in", month=month)
        return sentence("meeting.enrolled_in_recorded", lang, month=of, actual=actual)
    if month == 0:
        return sentence("meeting.enrolled_in", lang, month=of)
    return sentence("meeting.enrolled_projected", lang, month=_dated(c, of, lang))


def _dated(c: Context, month: Month, lang: Lang) -> Filling:
    """A month on one line with its year, marked as past where it is over."""
    return dated(c, month, lang, _unbroken(month, lang))


def _unbroken(month: Month, lang: Lang) -> Sentence:
    return sentence("meeting.unbroken", lang, month=month)


def finding(c: Context, month: int, lang: Lang) -> Sentence:
    """Whether the target is met in a month (offset): at most two sentences and two numbers.

    The target's own month is judged by what was recorded, if anything was; in another month, the finding also
    says how the target's month stands.
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
    """The target with its month, which is marked as past where it is over and nobody recorded it."""
    of, is_open = month_of(c.scenario.target.month), target_status(c.projection).month and recorded is None
    named = _dated(c, of, lang) if is_open else _unbroken(of, lang)
    return sentence("meeting.target", lang, share=quantity(c, "target_share"), month=named)


def unmoved(c: Context, month: int, lang: Lang) -> dict[str, Any]:
    """The parts of the finding in a month (offset) that no lever moves, for the browser: texts and actuals.

    `recorded` is the enrolled of the target's month, None where the finding does not need it.
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
    words = sentence(f"meeting.{verdict(c, status, key)}", lang, target=target, gap=gap, chance=chance)
    return joined([words, *_turns(c, status, lang)], lang)


def _recorded(c: Context, status: TargetStatus, target: Sentence, short: int, lang: Lang) -> Sentence:
    """Whether the target was actually met; where it was not, when the scenario meets it."""
    if short <= 0:
        return sentence("meeting.recorded_met", lang, target=target)
    gap = replace(quantity(c, "actual_gap"), value=short)
    missed = sentence("meeting.recorded_missed", lang, target=target, gap=gap)
    return missed if status.met else joined([missed, *_turns(c, status, lang)], lang)


def _turns(c: Context, status: TargetStatus, lang: Lang) -> list[Sentence]:
    """When, after the target's month, the scenario loses a target it met or meets one it missed."""
    if status.turns is None:
        return []
    key = "lost_after" if status.met else "met_later"
    return [sentence(f"overview.{key}", lang, month=_dated(c, c.month(status.turns), lang))]


def _of_another_month(
    c: Context, status: TargetStatus, target: Sentence, actual: int | None, lang: Lang
) -> list[Sentence]:
    """How the target's month stands while another month is shown: recorded, not projected, or past."""
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
    """Whether as many are enrolled in a month as the target would require in it."""
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
    """The month a finding is about, marked as recorded where it was."""
    of = c.month(month)
    if _actual(c, month) is not None:
        return sentence("meeting.in_month_recorded", lang, month=of)
    return sentence("meeting.in_month", lang, month=_dated(c, of, lang))


def before_last_change(now: Scenario, steps: Sequence[Scenario]) -> Scenario | None:
    """The scenario before the last change; successive moves of the same setting are one change.

    `steps` are the scenarios before `now`, oldest first. None where nothing differs from before.
    """
    later, first, moved = now, None, None
    for earlier in reversed(steps):
        paths = {path for path, _, _ in changed_settings(earlier, later)}
        if not paths:  # an entry of the log moves nothing
            continue
        if moved is not None and paths != moved:
            break
        later, first, moved = earlier, earlier, paths
    return first if first is not None and any(changed_settings(first, now)) else None


def comparable(p: Projection, before: Projection) -> bool:
    """Whether two projections cover the same months of the same data, to draw one below the other."""
    return p.baseline.digest == before.baseline.digest and len(p.months) == len(before.months)
