"""Ranges in sentences: a value outside its range, the sources of a range, and both ends of one."""

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
    """Both ends of a setting's range: 28 % – 84 %; or tetap 28 % where both are equal."""
    low, high = (quantity(c, "range_end", path=path, end=end) for end in ("low", "high"))
    if low.value == high.value:
        return sentence("value.fixed", lang, value=Sentence(lang, (low,)))
    return sentence("value.range", lang, low=Sentence(lang, (low,)), high=Sentence(lang, (high,)))


def range_or_none(c: Context, path: str, lang: Lang) -> Sentence:
    """The range of a setting in a scenario, or a note that it has none."""
    if range_of(c.scenario, path) is None:
        return sentence("ranges.without", lang)
    return range_sentence(c, path, lang)


def changed_range(before: Context, after: Context, path: str, lang: Lang) -> Sentence:
    """A changed range: Rentang keterlaksanaan rencana: 28 % – 84 % → 40 % – 84 %."""
    then, now = (range_or_none(c, path, lang) for c in (before, after))
    return sentence("compare.changed", lang, setting=range_name(path, lang), before=then, after=now)


def name_in_file(path: str, lang: Lang) -> str:
    """The name of a setting or, for a path behind RANGES, of its range."""
    if path.startswith(RANGES):
        return range_name(path.removeprefix(RANGES), lang)
    return setting_label(path, lang)


def range_name(path: str, lang: Lang) -> str:
    """The name of a setting's range."""
    return text("ranges.of", lang, setting=setting_label(path, lang))


def outside_sentence(c: Context, given: Range, lang: Lang) -> Sentence:
    """A note that the value of a setting lies outside its own range."""
    return sentence(
        "ranges.outside",
        lang,
        setting=setting_label(given.setting, lang),
        value=value_of(c, given.setting, lang),
        range=range_sentence(c, given.setting, lang),
    )


def basis_words(c: Context, path: str, lang: Lang) -> str:
    """The basis of a range with the keys of its sources; a range chosen by a planner is called that."""
    if range_of(c.scenario, path) is None:
        return text("ranges.none", lang)
    keys = range_keys(c, path)
    if not keys:
        return f"{basis_name('assumed', lang).capitalize()}: {text('origin.chosen', lang)}."
    moved = not is_usual(range_of(c.scenario, path))
    width = f" {text('ranges.same_width', lang)}" if moved else ""
    return " ".join(f"{c.sources[key].supports[lang]} ({key})" for key in keys.split()) + width


def now_sentence(c: Context, path: str, lang: Lang) -> Sentence:
    """A setting with its current value."""
    return sentence("ranges.now", lang, setting=setting_label(path, lang), value=value_of(c, path, lang))
