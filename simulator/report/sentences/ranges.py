"""Ranges in sentences: an own value outside its range, what stands behind a range, its picture in words."""

from simulator.model.ranges import RANGES, is_usual, range_of
from simulator.model.uncertainty import Range
from simulator.report.context import Context
from simulator.report.explain.cited import range_keys
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.settings import value_of
from simulator.words import Lang, text
from simulator.words.provenance import basis_name
from simulator.words.sentence import Sentence, sentence
from simulator.words.settings import setting_label


def range_sentence(c: Context, path: str, lang: Lang) -> Sentence:
    """Both ends of a setting's range: 28 % – 84 %; one that is fixed by it: tetap 28 %."""
    low, high = (quantity(c, "range_end", path=path, end=end) for end in ("low", "high"))
    if low.value == high.value:
        return sentence("value.fixed", lang, value=Sentence(lang, (low,)))
    return sentence("value.range", lang, low=Sentence(lang, (low,)), high=Sentence(lang, (high,)))


def range_or_none(c: Context, path: str, lang: Lang) -> Sentence:
    """The same where a scenario has one, else that it has none."""
    if range_of(c.scenario, path) is None:
        return sentence("ranges.without", lang)
    return range_sentence(c, path, lang)


def changed_range(before: Context, after: Context, path: str, lang: Lang) -> Sentence:
    """A changed range: Rentang keterlaksanaan rencana: 28 % – 84 % → 40 % – 84 %."""
    then, now = (range_or_none(c, path, lang) for c in (before, after))
    return sentence("compare.changed", lang, setting=range_name(path, lang), before=then, after=now)


def name_in_file(path: str, lang: Lang) -> str:
    """What a setting is called, or, for its path behind RANGES, its range."""
    if path.startswith(RANGES):
        return range_name(path.removeprefix(RANGES), lang)
    return setting_label(path, lang)


def range_name(path: str, lang: Lang) -> str:
    """What the range of a setting is called."""
    return text("ranges.of", lang, setting=setting_label(path, lang))


def outside_sentence(c: Context, given: Range, lang: Lang) -> Sentence:
    """That the value of a setting lies outside its own range."""
    return sentence(
        "ranges.outside",
        lang,
        setting=setting_label(given.setting, lang),
        value=value_of(c, given.setting, lang),
        range=range_sentence(c, given.setting, lang),
    )


def basis_words(c: Context, path: str, lang: Lang) -> str:
    """What stands behind a range, with the key of its source; what a planner chose is said to be that."""
    if range_of(c.scenario, path) is None:
        return text("ranges.none", lang)
    keys = range_keys(c, path)
    if not keys:
        return f"{basis_name('assumed', lang).capitalize()}: {text('origin.chosen', lang)}."
    moved = not is_usual(range_of(c.scenario, path))
    width = f" {text('ranges.same_width', lang)}" if moved else ""
    return " ".join(f"{c.sources[key].supports[lang]} ({key})" for key in keys.split()) + width


def now_sentence(c: Context, path: str, lang: Lang) -> Sentence:
    """A setting with its own value."""
    return sentence("ranges.now", lang, setting=setting_label(path, lang), value=value_of(c, path, lang))
