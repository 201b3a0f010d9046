"""How sure: the one place of the words for chances, bands and the line they lie beside."""

import math
from typing import Literal

from simulator.model.metrics import target_status
from simulator.planning.rounding import whole
from simulator.report.charts.chart import Band, Chart
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.words import Lang, text
from simulator.words.numbers import chance_step
from simulator.words.quantity import Month, Quantity, month
from simulator.words.sentence import Sentence, sentence

ERRORS = 2.0  # standard errors that a chance told from simulations may be off
FEW = 200  # simulations: of fewer the edges of a band rest on less than ten each
Of = Literal["", ".premiums", ".payouts"]


def plan_name(lang: Lang, of: Of = "") -> str:
    """What the line of a projection is called beside its band."""
    return text(f"chance.plan{of}", lang)


def likely_name(lang: Lang, of: Of = "") -> str:
    """What a band is called."""
    return text(f"chance.likely{of}", lang)


def worded(chance: Quantity, draws: int) -> Quantity:
    """A chance told from so many simulations, with "about" where their error reaches the next step of 5 %."""
    value = chance.number
    error = ERRORS * math.sqrt(value * (1 - value) / draws)
    steps = {chance_step(min(max(value + by, 0.0), 1.0)) for by in (-error, error)}
    return chance.written("about") if len(steps) > 1 else chance


def target_chance(c: Context, lang: Lang) -> Sentence:
    """The chance of the target, or why none is told."""
    if c.simulated.target_chance is None:
        return sentence("chance.target_outside", lang)
    if c.is_past(_target_month(c)):
        return sentence("chance.target_past", lang)
    return sentence(
        "chance.target",
        lang,
        share=quantity(c, "target_share"),
        month=_target_month(c),
        chance=worded(quantity(c, "target_chance"), c.simulated.draws),
    )


def with_chance(c: Context, lang: Lang, key: str = "overview.chance") -> Sentence | str:
    """What stands behind a finding on the target: its chance, where it lies ahead and enough are made."""
    status, enough = target_status(c.projection), c.simulation is not None and not too_few(c, lang)
    is_told = enough and status.inside and status.month and not c.is_past(_target_month(c))
    chance = worded(quantity(c, "target_chance"), c.simulated.draws) if is_told else None
    return sentence(key, lang, chance=chance, month=_target_month(c)) if chance else ""


def how_sure(c: Context, lang: Lang) -> list[Sentence]:
    """What is said beside the line: the chance of the target where it is still ahead, and line and band.

    Where they rest on too few simulations, that stands with them.
    """
    told = [] if c.is_past(_target_month(c)) else [target_chance(c, lang)]
    return [*told, likely_enrolled(c, lang), *too_few(c, lang)]


def too_few(c: Context, lang: Lang) -> list[Sentence]:
    """That the simulations are too few for a band or a chance to be relied on, where they are."""
    return few_draws(quantity(c, "simulated"), lang)


def few_draws(draws: Quantity, lang: Lang) -> list[Sentence]:
    """The same of any simulations, by their number."""
    return [sentence("chance.few", lang, draws=draws)] if draws.number < FEW else []


def _target_month(c: Context) -> Month:
    return month(c.scenario.target.month)


def in_the_room(c: Context, month: int, lang: Lang) -> Sentence:
    """The chance of the target where it lies ahead, else line and band in a month (offset)."""
    is_told = c.simulated.target_chance is not None and not c.is_past(_target_month(c))
    return target_chance(c, lang) if is_told else likely_enrolled(c, lang, month)


def likely_enrolled(c: Context, lang: Lang, at: int | None = None) -> Sentence:
    """Line and band of enrolment in a month (offset); said is also where the band is beside the line."""
    at = spoken_of(c) if at is None else at
    line = quantity(c, "enrolled_in", month=at)
    low, high = (quantity(c, "band_edge", series="enrolled", edge=edge, month=at) for edge in ("p5", "p95"))
    told, least, most = (whole(one.number) for one in (line, low, high))  # as they are read
    key = "above" if told > most else "below" if told < least else "same" if least == most else "inside"
    return sentence(f"chance.{key}", lang, month=c.month(at), line=line, low=low, high=high)


def spoken_of(c: Context) -> int:
    """The month (offset) of the target where it is projected and still ahead, else the last."""
    status, last = target_status(c.projection), len(c.projection.months) - 1
    return status.month if status.inside and not c.is_past(c.month(status.month)) else last


def band_alt(band: Band, lang: Lang) -> str:
    """A band in the text alternative of a chart, by its last month."""
    (low, *_, high), end = band.edges, Month(band.middle[-1].month)
    ends = {"low": low[-1].quantity, "high": high[-1].quantity}
    return str(sentence("chance.alt", lang, name=band.name, month=end, **ends))


def bands_of(chart: Chart, c: Context, lang: Lang) -> list[Sentence]:
    """How to read the bands of a chart of several scenarios, whose the only one is, or why there is none."""
    names = [series.name for series in chart.series if series.band]
    whose = [sentence("chance.whose", lang, name=names[0])] if len(names) == 1 else []
    how = [*reading(c, lang), *too_few(c, lang)]
    return [*whose, *how] if names else [sentence("chance.no_band", lang)]


def no_monthly_band(lang: Lang) -> Sentence:
    """Why single months of money have no band."""
    return sentence("chance.no_monthly_band", lang)


def reading(c: Context, lang: Lang) -> list[Sentence]:
    """How to read a band of enough simulations, and that nothing has a range where nothing has."""
    how = [sentence("chance.reading", lang, draws=quantity(c, "simulated"))]
    fixed = [] if c.scenario.uncertainty.ranges else [sentence("chance.fixed", lang)]
    return [*([] if too_few(c, lang) else how), *fixed]
