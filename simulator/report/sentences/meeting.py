"""What the meeting mode says of a scenario: one finding and one number, beside the state before the last change."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.model.actuals import NOTHING_RECORDED, Actuals
from simulator.model.metrics import target_status
from simulator.model.projection import Projection
from simulator.model.scenario import Scenario, changed_settings
from simulator.planning.rounding import whole
from simulator.report.context import Context
from simulator.report.sentences.target import actual_enrolled
from simulator.words import Lang, text
from simulator.words.numbers import month_long, people, percent, signed


@dataclass(frozen=True)
class Scene:
    """What is said at a time: a sentence, a number with what it counts, its difference from before the last change ("" without one)."""

    finding: str
    number: str
    caption: str
    difference: str
    since: str


def scene(p: Projection, before: Projection | None, lang: Lang, actuals: Actuals = NOTHING_RECORDED) -> Scene:
    """The scene of a projection, `before` being that before the last change."""
    number, month = whole(p.enrolled[-1]), _unbroken(month_long(int(p.months[-1]), lang))
    moved = number - whole(before.enrolled[-1]) if before is not None else 0
    since = "" if before is None else text("meeting.since_change" if moved else "meeting.same", lang)
    return Scene(
        finding(p, lang, actuals),
        people(number, lang),
        text("meeting.enrolled_in", lang, month=month),
        signed(people(moved, lang), moved) if moved else "",
        since,
    )


def finding(p: Projection, lang: Lang, actuals: Actuals = NOTHING_RECORDED) -> str:
    """Whether the target is met, as it came where that is known of its month, in one or two short sentences with at most two numbers besides months."""
    status = target_status(p)
    target = text(
        "meeting.target",
        lang,
        share=_unbroken(percent(p.scenario.target.coverage_share, lang)),
        month=_unbroken(month_long(p.scenario.target.month, lang)),
    )
    short = whole(status.workers) - whole(status.enrolled)

    def month(offset: int) -> str:
        return _unbroken(month_long(int(p.months[offset]), lang))

    came = actual_enrolled(Context(p, None, {}, p.baseline.month, actuals), p.scenario.target.month)
    if came is not None and status.month != 0:
        gap = whole(status.workers) - came
        said = text(
            "meeting.came_met" if gap <= 0 else "meeting.came_missed",
            lang,
            target=target,
            gap=people(gap, lang),
        )
        return (
            said
            if gap <= 0 or status.met or status.turns is None
            else f"{said} {text('meeting.met_later', lang, month=month(status.turns))}"
        )
    if not status.inside:
        said = text(
            "meeting.before" if status.month < 0 else "meeting.beyond",
            lang,
            target=target,
            baseline=_unbroken(month_long(p.baseline.month, lang)),
        )
        then = "last_met" if status.gap <= 0 else "last_short" if short > 0 else "last_barely"
        return f"{said} {text(f'meeting.{then}', lang, last=month(-1), gap=people(short, lang))}"
    if status.met:
        return (
            text("meeting.met", lang, target=target)
            if status.turns is None
            else text("meeting.met_until", lang, target=target, month=month(status.turns))
        )
    said = text(
        "meeting.missed" if short > 0 else "meeting.missed_barely",
        lang,
        target=target,
        gap=people(short, lang),
    )
    return (
        said
        if status.turns is None
        else f"{said} {text('meeting.met_later', lang, month=month(status.turns))}"
    )


def _unbroken(words: str) -> str:
    """Words that stay in one line, such as a month and its year."""
    return words.replace(" ", "\u00a0")


def before_last_change(now: Scenario, steps: Sequence[Scenario]) -> Scenario | None:
    """The scenario before the last change; several moves of the same setting, one after the other, are one change.

    `steps` are the scenarios gone through before `now`, oldest first. None where nothing differs from before.
    """
    later, found, moved = now, None, None
    for earlier in reversed(steps):
        paths = {path for path, _, _ in changed_settings(earlier, later)}
        if moved is not None and paths != moved:
            break
        later, found, moved = earlier, earlier, paths
    return found if found is not None and any(changed_settings(found, now)) else None


def comparable(p: Projection, before: Projection) -> bool:
    """Whether two projections run over the same months of the same data, so that one can be drawn beneath the other."""
    return p.baseline.digest == before.baseline.digest and len(p.months) == len(before.months)
