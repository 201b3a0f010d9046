"""How the target stands, in words: as projected, or as recorded where its month was observed."""

from dataclasses import replace

from simulator.model.metrics import TargetStatus, target_status
from simulator.model.months import month_number
from simulator.planning.rounding import whole
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.chance import with_chance
from simulator.report.sentences.past import dated
from simulator.words import Lang
from simulator.words.quantity import Month, Quantity, month
from simulator.words.sentence import Filling, Sentence, joined, sentence


def actual_enrolled(c: Context, of_month: str) -> int | None:
    """Enrolled in a month (YYYY-MM) as recorded, or before the baseline from its history; None otherwise."""
    history = {point.month: int(point.enrolled) for point in c.baseline.facts.history}
    after = month_number(of_month) > c.baseline.month
    recorded = c.actuals.total(of_month, c.baseline.codes, "enrolled") if after else None
    return history.get(of_month) if recorded is None else recorded


def latest_month(c: Context) -> int:
    """The last month with a recorded total, as offset from the data's month; 0 where there is none."""
    for name in reversed(c.actuals.months()):
        month = month_number(name) - c.baseline.month
        if month > 0 and c.actuals.total(name, c.baseline.codes, "enrolled") is not None:
            return month
    return 0


def latest(c: Context) -> tuple[int, Quantity]:
    """The last observed month (offset from the data's) and its enrolled, from the records or the data."""
    if month := latest_month(c):
        return month, quantity(c, "actual_in", month=month)
    return 0, replace(quantity(c, "enrolled_now"), value=whole(c.projection.enrolled[0]))


def of_data_sentence(c: Context, lang: Lang) -> Sentence | None:
    """A note that the numbers start from the data, with the later month recorded since; None without one."""
    month, enrolled = latest(c)
    if not month:
        return None
    values = {"latest": Month(c.baseline.month + month), "month": Month(c.baseline.month)}
    return sentence("overview.of_data", lang, enrolled=enrolled, **values)


def latest_caption(c: Context, lang: Lang, key: str = "overview.now") -> Sentence:
    """The caption for the enrolled of the last observed month, with that month."""
    month = latest_month(c)
    return sentence(f"{key}_recorded" if month else key, lang, month=Month(c.baseline.month + month))


def status_sentence(c: Context, lang: Lang) -> Sentence:
    """Whether the target is met, missed, lost or outside the projection; as recorded where its month was.

    Line and chance share one sentence, so that nobody hears one without the other.
    """
    status, target = target_status(c.projection), target_named(c, lang)
    actual = actual_enrolled(c, c.scenario.target.month)
    if actual is not None and status.month != 0:
        return _recorded(c, status, target, actual, lang)
    if not status.inside:
        return _outside(c, status, target, lang)
    over, gap = _apart(c, status)
    if status.met:
        key = verdict(c, status, "met" if over.value else "met_exactly")
    else:
        key = verdict(c, status, "missed" if over.number < 0 else "missed_barely")
    enrolled = quantity(c, "enrolled_in", month=status.month)
    chance = with_chance(c, lang)
    sentences = [
        sentence(f"overview.{key}", lang, target=target, enrolled=enrolled, over=over, gap=gap, chance=chance)
    ]
    if status.first_met is not None and status.first_met < status.month:
        first = _dated(c, status.first_met, lang)
        if status.lost is None or status.lost > status.month:
            sentences.append(sentence("overview.since", lang, month=first))
        elif not status.met:
            sentences.append(
                sentence("overview.met_before", lang, first=first, lost=_dated(c, status.lost, lang))
            )
    if status.turns is not None:
        key = "overview.lost_after" if status.met else "overview.met_later"
        sentences.append(sentence(key, lang, month=_dated(c, status.turns, lang)))
    return joined(sentences, lang)


def verdict(c: Context, status: TargetStatus, key: str) -> str:
    """The key of a finding on the target's month: observed, projected, or projected and past."""
    if status.month == 0:
        return key
    if status.met:
        return f"{key}_projected"
    return f"{key}_past" if c.is_past(c.month(status.month)) else key


def target_named(c: Context, lang: Lang) -> Sentence:
    """The target in percent and workers, and its month, called past where it is over and unrecorded."""
    share, workers = quantity(c, "target_share"), quantity(c, "target_workers")
    of_target = month(c.scenario.target.month)
    recorded = actual_enrolled(c, c.scenario.target.month) is not None
    at: Filling = of_target if recorded else dated(c, of_target, lang)
    return sentence("overview.target", lang, share=share, workers=workers, month=at)


def _recorded(c: Context, status: TargetStatus, target: Sentence, actual: int, lang: Lang) -> Sentence:
    """Whether the target was actually met, and what the scenario projects."""
    over = actual - int(status.workers)
    recorded, apart = quantity(c, "actual_in", month=status.month), quantity(c, "actual_gap")
    key = "overview.recorded_met" if over >= 0 else "overview.recorded_missed"
    apart = replace(apart, value=abs(over))
    sentences = [sentence(key, lang, target=target, actual=recorded, apart=apart)]
    if status.inside:
        projected = quantity(c, "enrolled_in", month=status.month)
        sentences.append(sentence("overview.recorded_projected", lang, enrolled=projected))
    if over < 0 and status.turns is not None and not status.met:
        sentences.append(sentence("overview.met_later", lang, month=_dated(c, status.turns, lang)))
    return joined(sentences, lang)


def _outside(c: Context, status: TargetStatus, target: Sentence, lang: Lang) -> Sentence:
    last, (over, gap) = c.month(-1), _apart(c, status)
    key = "overview.before" if status.month < 0 else "overview.beyond"
    where = sentence(key, lang, target=target, last=last, baseline=Month(c.baseline.month))
    then = "then_met" if status.gap <= 0 else "then_short" if over.number < 0 else "then_barely"
    enrolled = quantity(c, "enrolled_in", month=len(c.projection.months) - 1)
    return joined([where, sentence(f"overview.{then}", lang, last=last, enrolled=enrolled, gap=gap)], lang)


def _dated(c: Context, offset: int, lang: Lang) -> Filling:
    return dated(c, c.month(offset), lang)


def _apart(c: Context, status: TargetStatus) -> tuple[Quantity, Quantity]:
    """By how many whole people the enrolled are above and below the target."""
    over = whole(status.enrolled) - int(status.workers)
    return replace(quantity(c, "surplus"), value=over), replace(quantity(c, "gap"), value=-over)
