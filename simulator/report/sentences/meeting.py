"""What the meeting mode says of a scenario: one finding and one number, beside the last ones."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from simulator.model.metrics import TargetStatus, target_status
from simulator.model.projection import Projection
from simulator.model.scenario import Scenario, changed_settings
from simulator.planning.rounding import whole
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.target import actual_enrolled
from simulator.words import Lang
from simulator.words.quantity import Month, Quantity, month
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


def scene(c: Context, before: Context | None, lang: Lang) -> Scene:
    """The scene of a projection, `before` being that before the last change."""
    number = _enrolled_at_the_end(c)
    caption = sentence("meeting.enrolled_in", lang, month=c.month(-1))
    if before is None:
        return Scene(finding(c, lang), number, caption, None, None)
    moved = quantity((number, _enrolled_at_the_end(before)), "difference", before=True)
    return Scene(
        finding(c, lang),
        number,
        caption,
        replace(moved, form="signed") if moved.value else None,
        sentence("meeting.since_change" if moved.value else "meeting.same", lang),
    )


def _enrolled_at_the_end(c: Context) -> Quantity:
    enrolled = quantity(c, "enrolled_in", month=len(c.projection.months) - 1)
    return replace(enrolled, value=whole(enrolled.number))


def finding(c: Context, lang: Lang) -> Sentence:
    """Whether the target is met, as recorded where its month was: two sentences and two numbers at most."""
    status, share = target_status(c.projection), quantity(c, "target_share")
    target = sentence("meeting.target", lang, share=share, month=month(c.scenario.target.month))
    actual = actual_enrolled(c, c.scenario.target.month)
    if actual is not None and status.month != 0:
        return _recorded(c, status, target, whole(status.workers) - actual, lang)
    short = whole(status.workers) - whole(status.enrolled)
    gap = replace(quantity(c, "gap"), value=short)
    if not status.inside:
        key = "meeting.before" if status.month < 0 else "meeting.beyond"
        where = sentence(key, lang, target=target, baseline=Month(c.baseline.month))
        then = "last_met" if status.gap <= 0 else "last_short" if short > 0 else "last_barely"
        return joined([where, sentence(f"meeting.{then}", lang, last=c.month(-1), gap=gap)], lang)
    if status.met:
        until: dict[str, Filling] = {} if status.turns is None else {"month": c.month(status.turns)}
        return sentence("meeting.met_until" if until else "meeting.met", lang, target=target, **until)
    key = "meeting.missed" if short > 0 else "meeting.missed_barely"
    return joined([sentence(key, lang, target=target, gap=gap), *_met_later(c, status, lang)], lang)


def _recorded(c: Context, status: TargetStatus, target: Sentence, short: int, lang: Lang) -> Sentence:
    """Whether the target was met in truth; where it was not, when the scenario meets it."""
    if short <= 0:
        return sentence("meeting.recorded_met", lang, target=target)
    gap = replace(quantity(c, "actual_gap"), value=short)
    missed = sentence("meeting.recorded_missed", lang, target=target, gap=gap)
    return missed if status.met else joined([missed, *_met_later(c, status, lang)], lang)


def _met_later(c: Context, status: TargetStatus, lang: Lang) -> list[Sentence]:
    turns = status.turns
    return [] if turns is None else [sentence("meeting.met_later", lang, month=c.month(turns))]


def before_last_change(now: Scenario, steps: Sequence[Scenario]) -> Scenario | None:
    """The scenario before the last change; moves of the same setting one after the other are one change.

    `steps` are the scenarios gone through before `now`, oldest first. None where nothing differs from before.
    """
    later, first, moved = now, None, None
    for earlier in reversed(steps):
        paths = {path for path, _, _ in changed_settings(earlier, later)}
        if moved is not None and paths != moved:
            break
        later, first, moved = earlier, earlier, paths
    return first if first is not None and any(changed_settings(first, now)) else None


def comparable(p: Projection, before: Projection) -> bool:
    """Whether two projections run over the same months of the same data, to draw one beneath the other."""
    return p.baseline.digest == before.baseline.digest and len(p.months) == len(before.months)
