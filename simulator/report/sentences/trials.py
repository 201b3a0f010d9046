"""How the same assumptions did where later counts are known, in two sentences and a note."""

from collections.abc import Sequence
from dataclasses import replace

from simulator.model.parts import Growth
from simulator.planning.trials import GROWTH, Outcome, Score, closer, scores
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.words import Lang, text
from simulator.words.quantity import Month, Quantity
from simulator.words.sentence import Sentence, joined, sentence
from simulator.words.settings import setting_label


def trial_sentences(c: Context, tried: Sequence[Outcome], lang: Lang) -> Sentence:
    """How far each method was off on average, and where growth was furthest off."""
    unchanged, trend, growth = scores(tried)
    worst = growth.worst
    count = quantity(c, "count", number=len(growth.outcomes), what="forecasts")
    finding = sentence(
        "trials.finding",
        lang,
        count=count,
        **_means("unchanged", c, unchanged, lang),
        **_means("trend", c, trend, lang),
        **_means("growth", c, growth, lang),
    )
    lesson = sentence(
        "trials.lesson",
        lang,
        place=worst.trial.title[lang],
        month=Month(worst.end.month),
        workers=_of(c, "trial_distance", worst, lang),
        side=text("trials.low" if worst.error < 0 else "trials.high", lang),
        closer=_closer(c, growth, unchanged, of_asn=False),
        closer_points=_closer(c, growth, unchanged, of_asn=True),
        count=count,
    )
    return joined((finding, lesson), lang)


def trial_note(c: Context, growth: Growth, lang: Lang) -> Sentence:
    """Which values of growth were used, and what such a trial can show."""
    settings = [
        sentence(
            "trials.setting",
            lang,
            setting=setting_label(path, lang),
            value=quantity(c, "trial_setting", path=path, growth=growth),
        )
        for path in GROWTH
    ]
    return sentence("trials.note", lang, settings=joined(settings, lang, "; "))


def method_name(one: Outcome, lang: Lang) -> str:
    """The name of a method."""
    return text(f"trials.method.{one.method}", lang)


def named(one: Outcome, lang: Lang) -> str:
    """A method and the place it was tried in, for an explanation's title."""
    return f"{one.trial.title[lang]}, {method_name(one, lang)}"


def error(c: Context, one: Outcome, lang: Lang) -> Quantity:
    """The forecast less the later count, in workers."""
    return replace(_of(c, "trial_error", one, lang), form="signed")


def points(c: Context, one: Outcome, lang: Lang) -> Quantity:
    """The forecast less the later count, in points of coverage."""
    return replace(_of(c, "trial_points", one, lang), form="signed")


def _of(c: Context, key: str, one: Outcome, lang: Lang) -> Quantity:
    return quantity(c, key, outcome=one, calendar=one.end.month, name=named(one, lang))


def _closer(c: Context, growth: Score, unchanged: Score, *, of_asn: bool) -> Quantity:
    return quantity(c, "count", number=closer(growth, unchanged, of_asn=of_asn), what="closer")


def _means(name: str, c: Context, score: Score, lang: Lang) -> dict[str, Quantity]:
    about = {"score": score, "name": text(f"trials.method.{score.method}", lang)}
    return {
        name: quantity(c, "trial_mean", **about),
        f"{name}_points": quantity(c, "trial_mean_points", **about),
    }
