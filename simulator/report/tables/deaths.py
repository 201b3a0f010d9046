"""The named priors of the death rate, each with the rate that results and its effect on payouts."""

from collections.abc import Sequence

from simulator.planning.deaths import Prior, estimate_interval
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.deaths import interval_of
from simulator.report.tables.table import Cell, Column, Table, listed
from simulator.words import Lang, text
from simulator.words.numbers import month_long
from simulator.words.sentence import sentence

NUMBERS = ("prior_rate", "gives", "payouts")


def prior_table(by_prior: Sequence[tuple[Prior, Context]], lang: Lang) -> Table:
    """One row per prior, with the scenario projected as it would be with that prior.

    The prior's sources are shown below its name, its weight below its rate, the interval below the resulting
    rate, and the claims ratio below the payouts.
    """
    rows = [_row(prior, c, lang) for prior, c in by_prior]
    last = month_long(int(by_prior[0][1].projection.months[-1]), lang)
    titles = (Column(text(f"deaths.{name}", lang, month=last), True) for name in NUMBERS)
    return listed((Column(text("deaths.prior", lang)), *titles), rows)


def _row(prior: Prior, c: Context, lang: Lang) -> tuple[Cell, ...]:
    last = len(c.projection.months) - 1
    rate, weight = (quantity(c, "prior_figure", prior=prior.name, what=what) for what in ("rate", "weight"))
    known = estimate_interval(c.scenario, c.baseline) is not None
    interval = sentence("deaths.interval", lang, **interval_of(c)) if known else ""
    ratio = quantity(c, "claims_ratio", month=last, cumulative=True)
    return (
        (text(f"deaths.prior.{prior.name}", lang), f"{prior.rate_source}, {prior.weight_source}"),
        (rate, sentence("deaths.weight", lang, years=weight)),
        (quantity(c, "death_rate"), interval),
        (quantity(c, "cumulative_payouts", month=last), sentence("deaths.ratio", lang, ratio=ratio)),
    )
