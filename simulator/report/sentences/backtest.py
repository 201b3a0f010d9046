"""How accurate earlier forecasts were: one sentence beside the projection, and a line for each forecast."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from simulator.planning.backtest import Forecast, HorizonError, Miss, by_horizon
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.words import Lang, text
from simulator.words.numbers import month_long
from simulator.words.quantity import Month, Quantity
from simulator.words.sentence import Sentence, joined, sentence


def backtest_sentence(
    c: Context, forecasts: Sequence[Forecast], history: Sequence[Miss], lang: Lang
) -> Sentence | None:
    """The error of forecasts saved before the months they cover, or else of the latest scenario in hindsight.

    Without any saved scenario, it is the error on the history; None where there is none either. The error is
    that of the number of months ahead with the most pairs, the longest where several have as many.
    """
    foreseen = [forecast for forecast in forecasts if not forecast.hindsight]
    if foreseen and foreseen[0].saved is not None:
        names = [forecast_name(forecast, lang) for forecast in foreseen]
        misses = chain.from_iterable(forecast.misses for forecast in foreseen)
        return sentence(
            "backtest.saved" if len(foreseen) == 1 else "backtest.saved_many",
            lang,
            month=Month(foreseen[0].saved),
            count=quantity(c, "count", things=tuple(names), what="saves"),
            missed=_missed(c, misses, "; ".join(names), lang),
        )
    if forecasts:
        one = forecasts[0]
        missed = _missed(c, one.misses, forecast_name(one, lang), lang)
        return sentence("backtest.late", lang, name=one.name, month=Month(one.start), missed=missed)
    if not history:
        return None
    return sentence(
        "backtest.history", lang, missed=_missed(c, history, text("backtest.of_history", lang), lang)
    )


def _missed(c: Context, misses: Iterable[Miss], name: str, lang: Lang) -> Sentence:
    errors = max(by_horizon(misses), key=lambda one: (one.count, one.horizon))
    key = "backtest.missed" if errors.count == 1 else "backtest.missed_mean"
    return _of_errors(key, c, errors, name, lang)


def _of_errors(key: str, c: Context, errors: HorizonError, name: str, lang: Lang) -> Sentence:
    """A sentence with the error at one number of months ahead."""
    ahead = "backtest.ahead_one" if errors.horizon == 1 else "backtest.ahead"
    return sentence(
        key,
        lang,
        workers=mean_error(c, errors, name),
        share=mean_share(c, errors, name),
        ahead=sentence(ahead, lang, months=months_ahead(c, errors)),
    )


def backtest_note(c: Context, forecasts: Sequence[Forecast], history: Sequence[Miss], lang: Lang) -> Sentence:
    """How many pairs of a forecast and an actual there are, and how they were made."""
    pairs = sum(len(misses) for _, misses in named(forecasts, history, lang))
    return sentence("backtest.note", lang, pairs=quantity(c, "count", number=pairs, what="pairs"))


def backtest_lines(
    c: Context, forecasts: Sequence[Forecast], history: Sequence[Miss], lang: Lang
) -> list[Sentence]:
    """The errors of each saved scenario and of the history by months ahead, a line each."""
    lines = []
    for name, misses in named(forecasts, history, lang):
        errors = [_of_errors("backtest.of_horizon", c, one, name, lang) for one in by_horizon(misses)]
        if errors:
            lines.append(sentence("backtest.line", lang, name=name, errors=joined(errors, lang, " · ")))
    return lines


def named(
    forecasts: Sequence[Forecast], history: Sequence[Miss], lang: Lang
) -> list[tuple[str, Sequence[Miss]]]:
    """Each saved scenario and the history, by name."""
    of_forecasts = [(forecast_name(forecast, lang), forecast.misses) for forecast in forecasts]
    return [*of_forecasts, (text("backtest.of_history", lang), history)]


def forecast_name(forecast: Forecast, lang: Lang) -> str:
    """A saved scenario's name with the month it was saved in, or with a note that it is hindsight."""
    if forecast.hindsight or forecast.saved is None:
        return text("backtest.of_late", lang, name=forecast.name)
    return text("backtest.of_saved", lang, name=forecast.name, month=month_long(forecast.saved, lang))


def mean_error(c: Context, errors: HorizonError, name: str) -> Quantity:
    """The mean error of a forecast in workers."""
    return quantity(c, "mean_error", errors=errors, name=name)


def mean_share(c: Context, errors: HorizonError, name: str) -> Quantity:
    """The mean error of a forecast as a share of the actuals; no value where nobody was enrolled."""
    if errors.mean_absolute_share is None:
        return Quantity(None, "share")
    return replace(quantity(c, "mean_error_share", errors=errors, name=name), form="tenths")


def months_ahead(c: Context, errors: HorizonError) -> Quantity:
    """How many months a forecast looked ahead."""
    return quantity(c, "count", number=errors.horizon, what="months_ahead")
