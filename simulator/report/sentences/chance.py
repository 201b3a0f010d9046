"""The wording of certainty: the only place with words for chances, bands and the line beside them."""

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

ERRORS = 2.0  # standard errors by which a simulated chance may be off
FEW = 200  # simulations: with fewer, fewer than ten lie beyond each edge of a band
Of = Literal["", ".premiums", ".payouts"]


def plan_name(lang: Lang, of: Of = "") -> str:
    """The name of a projection's line when it is shown with a band."""
    return text(f"chance.plan{of}", lang)


def likely_name(lang: Lang, of: Of = "") -> str:
    """The name of a band."""
    return text(f"chance.likely{of}", lang)


def worded(chance: Quantity, draws: int) -> Quantity:
    """A chance from a number of draws, with "about" where its error reaches the next step of 5 %."""
    value = chance.number
    error = ERRORS * math.sqrt(value * (1 - value) / draws)
    steps = {chance_step(min(max(value + by, 0.0), 1.0)) for by in (-error, error)}
    return chance.written("about") if len(steps) > 1 else chance


def target_chance(c: Context, lang: Lang) -> Sentence:
    """The chance of the target, or why there is none to report."""
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
    """The chance within a finding on the target; empty where it is not ahead or simulations are too few."""
    status, enough = target_status(c.projection), c.simulation is not None and not too_few(c, lang)
    has_chance = enough and status.inside and status.month and not c.is_past(_target_month(c))
    chance = worded(quantity(c, "target_chance"), c.simulated.draws) if has_chance else None
    return sentence(key, lang, chance=chance, month=_target_month(c)) if chance else ""


def how_sure(c: Context, lang: Lang) -> list[Sentence]:
    """The text beside the line: the chance of the target where it is still ahead, and line and band.

    A note is added where the simulations behind them are too few.
    """
    chances = [] if c.is_past(_target_month(c)) else [target_chance(c, lang)]
    return [*chances, likely_enrolled(c, lang), *too_few(c, lang)]


def too_few(c: Context, lang: Lang) -> list[Sentence]:
    """A warning where the simulations are too few to rely on a band or a chance; empty otherwise."""
    return few_draws(quantity(c, "simulated"), lang)


def few_draws(draws: Quantity, lang: Lang) -> list[Sentence]:
    """The same warning for any number of simulations."""
    return [sentence("chance.few", lang, draws=draws)] if draws.number < FEW else []


def _target_month(c: Context) -> Month:
    return month(c.scenario.target.month)


def in_the_room(c: Context, month: int, lang: Lang) -> Sentence:
    """The chance of the target where it is ahead, otherwise line and band in a month (offset)."""
    has_chance = c.simulated.target_chance is not None and not c.is_past(_target_month(c))
    return target_chance(c, lang) if has_chance else likely_enrolled(c, lang, month)


def likely_enrolled(c: Context, lang: Lang, at: int | None = None) -> Sentence:
    """Line and band of enrolment in a month (offset), and where the band lies relative to the line."""
    at = default_month(c) if at is None else at
    line = quantity(c, "enrolled_in", month=at)
    low, high = (quantity(c, "band_edge", series="enrolled", edge=edge, month=at) for edge in ("p5", "p95"))
    central, least, most = (whole(one.number) for one in (line, low, high))  # as they are read
    key = "above" if central > most else "below" if central < least else "same" if least == most else "inside"
    return sentence(f"chance.{key}", lang, month=c.month(at), line=line, low=low, high=high)


def default_month(c: Context) -> int:
    """The month (offset) of the target where it is projected and still ahead, else the last."""
    status, last = target_status(c.projection), len(c.projection.months) - 1
    return status.month if status.inside and not c.is_past(c.month(status.month)) else last


def band_alt(band: Band, lang: Lang) -> str:
    """A band in the text alternative of a chart, by the values of its last month."""
    (low, *_, high), end = band.edges, Month(band.middle[-1].month)
    ends = {"low": low[-1].quantity, "high": high[-1].quantity}
    return str(sentence("chance.alt", lang, name=band.name, month=end, **ends))


def bands_of(chart: Chart, c: Context, lang: Lang) -> list[Sentence]:
    """How to read the bands of a chart of scenarios, whose band a single one is, or why there is none."""
    names = [series.name for series in chart.series if series.band]
    whose = [sentence("chance.whose", lang, name=names[0])] if len(names) == 1 else []
    how = [*reading(c, lang), *too_few(c, lang)]
    return [*whose, *how] if names else [sentence("chance.no_band", lang)]


def no_monthly_band(lang: Lang) -> Sentence:
    """Why single months of money have no band."""
    return sentence("chance.no_monthly_band", lang)


def reading(c: Context, lang: Lang) -> list[Sentence]:
    """How to read a band of enough simulations, with a note where no setting has a range."""
    how = [sentence("chance.reading", lang, draws=quantity(c, "simulated"))]
    fixed = [] if c.scenario.uncertainty.ranges else [sentence("chance.fixed", lang)]
    return [*([] if too_few(c, lang) else how), *fixed]
