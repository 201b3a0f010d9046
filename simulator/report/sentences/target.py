"""Where the target stands, in words: as projected, or as recorded where its month was observed."""

from dataclasses import replace

from simulator.model.metrics import TargetStatus, target_status
from simulator.model.months import month_number
from simulator.model.projection import Projection
from simulator.planning.rounding import whole
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.words import Lang
from simulator.words.quantity import Month, Quantity, month
from simulator.words.sentence import Sentence, joined, sentence


def actual_enrolled(c: Context, of_month: str) -> int | None:
    """Enrolled in a month (YYYY-MM) that was observed: as recorded, or before the baseline as its history has it; else None."""
    history = {point.month: int(point.enrolled) for point in c.baseline.facts.history}
    after = month_number(of_month) > c.baseline.month
    recorded = c.actuals.total(of_month, c.baseline.codes, "enrolled") if after else None
    return history.get(of_month) if recorded is None else recorded


def status_sentence(c: Context, lang: Lang) -> Sentence:
    """Where the target stands: met, missed, met and lost, or outside the projection; as recorded, where its month was."""
    status = target_status(c.projection)
    target = sentence(
        "overview.target",
        lang,
        share=quantity(c, "target_share"),
        workers=quantity(c, "target_workers"),
        month=month(c.scenario.target.month),
    )
    actual = actual_enrolled(c, c.scenario.target.month)
    if actual is not None and status.month != 0:
        return _recorded(c, status, target, actual, lang)
    if not status.inside:
        return _outside(c, status, target, lang)
    over, at = _apart(c, status), _months(c.projection)
    numbers = {"target": target, "enrolled": quantity(c, "enrolled_in", month=status.month)} | over
    if status.met:
        sentences = [
            sentence("overview.met" if over["over"].value else "overview.met_exactly", lang, **numbers)
        ]
        if status.first_met < status.month and (status.lost is None or status.lost > status.month):
            sentences.append(sentence("overview.since", lang, month=at(status.first_met)))
        if status.turns is not None:
            sentences.append(sentence("overview.lost_after", lang, month=at(status.turns)))
        return joined(sentences, lang)
    key = "overview.missed" if over["over"].value < 0 else "overview.missed_barely"
    sentences = [sentence(key, lang, **numbers)]
    if status.first_met is not None and status.first_met < status.month:
        lost = at(status.lost)
        sentences.append(sentence("overview.met_before", lang, first=at(status.first_met), lost=lost))
    if status.turns is not None:
        sentences.append(sentence("overview.met_later", lang, month=at(status.turns)))
    return joined(sentences, lang)


def _recorded(c: Context, status: TargetStatus, target: Sentence, actual: int, lang: Lang) -> Sentence:
    """Whether the target was met in truth, and what the scenario projects: for its month, or from when it would be met."""
    over = actual - int(status.workers)
    recorded = quantity(c, "actual_in", month=status.month)
    sentences = [
        sentence(
            "overview.recorded_met" if over >= 0 else "overview.recorded_missed",
            lang,
            target=target,
            actual=recorded,
            apart=replace(quantity(c, "actual_gap"), value=abs(over)),
        )
    ]
    if status.inside:
        projected = quantity(c, "enrolled_in", month=status.month)
        sentences.append(sentence("overview.recorded_projected", lang, enrolled=projected))
    if over < 0 and status.turns is not None and not status.met:
        sentences.append(sentence("overview.met_later", lang, month=_months(c.projection)(status.turns)))
    return joined(sentences, lang)


def _outside(c: Context, status: TargetStatus, target: Sentence, lang: Lang) -> Sentence:
    last, over = Month(int(c.projection.months[-1])), _apart(c, status)
    key = "overview.before" if status.month < 0 else "overview.beyond"
    where = sentence(key, lang, target=target, last=last, baseline=Month(c.baseline.month))
    then = "then_met" if status.gap <= 0 else "then_short" if over["over"].value < 0 else "then_barely"
    enrolled = quantity(c, "enrolled_in", month=len(c.projection.months) - 1)
    return joined(
        [where, sentence(f"overview.{then}", lang, last=last, enrolled=enrolled, gap=over["gap"])], lang
    )


def _apart(c: Context, status: TargetStatus) -> dict[str, Quantity]:
    """How far whole people stand above (`over`) and below (`gap`) the target."""
    over = whole(status.enrolled) - int(status.workers)
    return {
        "over": replace(quantity(c, "surplus"), value=over),
        "gap": replace(quantity(c, "gap"), value=-over),
    }


def _months(p: Projection):
    return lambda offset: Month(int(p.months[offset]))
