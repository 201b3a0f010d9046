"""How well earlier forecasts did, in words: one sentence beside the projection, and a table by months ahead."""

from collections.abc import Sequence
from itertools import chain

from simulator.planning.backtest import Forecast, HorizonError, Miss, by_horizon
from simulator.words import Lang, text
from simulator.words.numbers import month_long, people, percent, unbroken


def finding(found: Sequence[Forecast], history: Sequence[Miss], lang: Lang) -> str:
    """The error of what was saved before the months came; else of the latest scenario in hindsight, else on the history; empty without any.

    Of the numbers of months ahead, the one with the most pairs is told, the longest of several.
    """
    foreseen = [forecast for forecast in found if not forecast.hindsight]
    if foreseen:
        missed = _missed(chain.from_iterable(forecast.misses for forecast in foreseen), lang)
        key = "backtest.saved" if len(foreseen) == 1 else "backtest.saved_many"
        return text(
            key,
            lang,
            month=month_long(foreseen[0].saved, lang),
            count=people(len(foreseen), lang),
            missed=missed,
        )
    if found:
        return text(
            "backtest.late",
            lang,
            name=found[0].name,
            month=month_long(found[0].origin, lang),
            missed=_missed(found[0].misses, lang),
        )
    return text("backtest.history", lang, missed=_missed(history, lang)) if history else ""


def _missed(misses, lang: Lang) -> str:
    told = max(by_horizon(misses), key=lambda one: (one.count, one.horizon))
    return text(
        "backtest.missed" if told.count == 1 else "backtest.missed_mean",
        lang,
        workers=people(told.mean_absolute, lang),
        share=_share(told, lang),
        ahead=_ahead(told, lang),
    )


def _ahead(one: HorizonError, lang: Lang) -> str:
    return text(
        "backtest.ahead_one" if one.horizon == 1 else "backtest.ahead", lang, months=people(one.horizon, lang)
    )


def lines(found: Sequence[Forecast], history: Sequence[Miss], lang: Lang) -> list[str]:
    """The errors of each saved scenario and of the history by months ahead, a line each."""
    return [
        text(
            "backtest.line",
            lang,
            name=name,
            errors=" · ".join(
                text(
                    "backtest.of_horizon",
                    lang,
                    workers=people(one.mean_absolute, lang),
                    share=_share(one, lang),
                    ahead=_ahead(one, lang),
                )
                for one in by_horizon(misses)
            ),
        )
        for name, misses in named(found, history, lang)
        if misses
    ]


def rows(found: Sequence[Forecast], history: Sequence[Miss], lang: Lang) -> list[dict[str, str]]:
    """Errors by months ahead, of each saved scenario and of the history."""
    return [
        {
            text("backtest.forecast", lang): name,
            text("backtest.months_ahead", lang): people(one.horizon, lang),
            text("backtest.pairs", lang): people(one.count, lang),
            text("backtest.mean_error", lang): people(one.mean_absolute, lang),
            text("backtest.mean_error_share", lang): _share(one, lang),
        }
        for name, misses in named(found, history, lang)
        for one in by_horizon(misses)
    ]


def behind(found: Sequence[Forecast], history: Sequence[Miss], lang: Lang) -> list[tuple[str, list[Miss]]]:
    """What is behind each row of the table: the forecast's name and its pairs of so many months ahead."""
    return [
        (name, [miss for miss in misses if miss.horizon == one.horizon])
        for name, misses in named(found, history, lang)
        for one in by_horizon(misses)
    ]


def named(found: Sequence[Forecast], history: Sequence[Miss], lang: Lang) -> list[tuple[str, Sequence[Miss]]]:
    """Each saved scenario and the history, by name."""
    return [(_name(forecast, lang), forecast.misses) for forecast in found] + [
        (text("backtest.of_history", lang), history)
    ]


def _name(forecast: Forecast, lang: Lang) -> str:
    if forecast.hindsight:
        return text("backtest.of_late", lang, name=forecast.name)
    return text("backtest.of_saved", lang, name=forecast.name, month=month_long(forecast.saved, lang))


def _share(one: HorizonError, lang: Lang) -> str:
    return unbroken(percent(one.mean_absolute_share, lang, 1))
