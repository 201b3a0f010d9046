"""The basis of the death rate in sentences: what was observed, what is used, where JKM breaks even."""

from simulator.model.months import month_number
from simulator.planning.deaths import estimate_interval
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.words import Lang
from simulator.words.quantity import Month, Quantity
from simulator.words.sentence import Sentence, joined, sentence


def death_sentences(c: Context, lang: Lang) -> list[Sentence]:
    """Observed deaths and exposure, the rate that is used, and the rate at which JKM breaks even."""
    return [*_observed(c, lang), _used(c, lang), _break_even(c, lang)]


def interval_of(c: Context, key: str = "death_bound") -> dict[str, Quantity]:
    """Both ends of an interval, under the names low and high."""
    return {end: quantity(c, key, end=end) for end in ("low", "high")}


def _observed(c: Context, lang: Lang) -> list[Sentence]:
    history, deaths = c.baseline.facts.history, c.baseline.facts.deaths
    if deaths is None or not c.baseline.exposure_person_years:
        only = [sentence("deaths.one_point", lang)] if len(history) == 1 else []
        return [sentence("deaths.unknown", lang), *only]
    return [
        sentence(
            "deaths.observed",
            lang,
            month=Month(month_number(c.baseline.facts.deaths_until)),
            deaths=quantity(c, "deaths_so_far"),
            exposure=quantity(c, "exposure"),
            rate=quantity(c, "observed_death_rate"),
            **interval_of(c, "observed_bound"),
        )
    ]


def _used(c: Context, lang: Lang) -> Sentence:
    rate = quantity(c, "death_rate")
    if c.scenario.risk.deaths_per_1000_year is not None:
        return sentence("deaths.typed", lang, rate=rate)
    if estimate_interval(c.scenario, c.baseline) is None:
        return sentence("deaths.certain", lang, rate=rate)
    key = "deaths.estimate" if c.baseline.facts.deaths else "deaths.prior_only"
    return sentence(key, lang, rate=rate, **interval_of(c))


def _break_even(c: Context, lang: Lang) -> Sentence:
    premium = quantity(c, "rule", name="jkm_idr")
    full = sentence("deaths.break_even", lang, premium=premium, full=quantity(c, "break_even", relief=False))
    if not c.programme.relief:
        return full
    relieved = sentence("deaths.break_even_relief", lang, relieved=quantity(c, "break_even", relief=True))
    return joined((full, relieved), lang)
