"""Where the target stands, in words: as projected, or as it came where its month was observed."""

from simulator.model.actuals import NOTHING_RECORDED, Actuals
from simulator.model.metrics import TargetStatus, target_status
from simulator.model.months import month_number
from simulator.model.projection import Projection
from simulator.planning.rounding import whole
from simulator.words import Lang, text
from simulator.words.numbers import month_long, people, percent


def came_in(p: Projection, month: str, actuals: Actuals) -> int | None:
    """Enrolled in a month that was observed: as recorded, or before the baseline as its history has it; None where nobody told."""
    history = {point.month: int(point.enrolled) for point in p.baseline.facts.history}
    recorded = (
        actuals.total(month, p.baseline.codes, "enrolled") if month_number(month) > p.baseline.month else None
    )
    return history.get(month) if recorded is None else recorded


def status_sentence(p: Projection, lang: Lang, actuals: Actuals = NOTHING_RECORDED) -> str:
    """Where the target stands: met, missed, met and lost, or outside the projection; as it came, where that is known of its month."""
    status = target_status(p)
    target = text(
        "overview.target",
        lang,
        share=percent(p.scenario.target.coverage_share, lang),
        workers=people(status.workers, lang),
        month=month_long(p.scenario.target.month, lang),
    )
    came = came_in(p, p.scenario.target.month, actuals)
    if came is not None and status.month != 0:
        return _came(p, status, target, came, lang)
    if not status.inside:
        return _outside(p, status, target, lang)

    def month(offset: int) -> str:
        return month_long(int(p.months[offset]), lang)

    over = whole(status.enrolled) - int(status.workers)
    numbers = {
        "enrolled": people(status.enrolled, lang),
        "over": people(over, lang),
        "gap": people(-over, lang),
    }
    if status.met:
        said = [text("overview.met" if over else "overview.met_exactly", lang, target=target, **numbers)]
        if status.first_met < status.month and (status.lost is None or status.lost > status.month):
            said.append(text("overview.since", lang, month=month(status.first_met)))
        if status.turns is not None:
            said.append(text("overview.lost_after", lang, month=month(status.turns)))
        return " ".join(said)
    said = [text("overview.missed" if over < 0 else "overview.missed_barely", lang, target=target, **numbers)]
    if status.first_met is not None and status.first_met < status.month:
        said.append(text("overview.met_before", lang, first=month(status.first_met), lost=month(status.lost)))
    if status.turns is not None:
        said.append(text("overview.met_later", lang, month=month(status.turns)))
    return " ".join(said)


def _came(p: Projection, status: TargetStatus, target: str, came: int, lang: Lang) -> str:
    """Whether the target was met in truth, and what this scenario projects: for its month, or from when it would be met."""
    over = came - int(status.workers)
    said = [
        text(
            "overview.came_met" if over >= 0 else "overview.came_missed",
            lang,
            target=target,
            came=people(came, lang),
            apart=people(abs(over), lang),
        )
    ]
    if status.inside:
        said.append(text("overview.came_projected", lang, enrolled=people(status.enrolled, lang)))
    if over < 0 and status.turns is not None and not status.met:
        said.append(text("overview.met_later", lang, month=month_long(int(p.months[status.turns]), lang)))
    return " ".join(said)


def _outside(p: Projection, status: TargetStatus, target: str, lang: Lang) -> str:
    last, over = month_long(int(p.months[-1]), lang), whole(status.enrolled) - int(status.workers)
    said = text(
        "overview.before" if status.month < 0 else "overview.beyond",
        lang,
        target=target,
        last=last,
        baseline=month_long(p.baseline.month, lang),
    )
    then = "then_met" if status.gap <= 0 else "then_short" if over < 0 else "then_barely"
    return f"{said} {text(f'overview.{then}', lang, last=last, enrolled=people(status.enrolled, lang), gap=people(-over, lang))}"
