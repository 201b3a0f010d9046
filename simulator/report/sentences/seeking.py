"""The answer of seeking in a sentence: the values, the chance, and what is unusual about the levers."""

from simulator.planning.goal_seek import SeekResult
from simulator.report.sentences.chance import few_draws
from simulator.words import Lang
from simulator.words.quantity import Quantity
from simulator.words.sentence import Filling, Sentence, joined, sentence
from simulator.words.settings import setting_label, setting_value_text


def seek_sentence(answer: SeekResult, lang: Lang) -> Sentence:
    """Why a wanted value is reached or not."""
    if answer.likely is not None and answer.reason != "undefined":
        return _with_chance(answer, lang)
    numbers = {"reached": answer.reached, "present": answer.present}
    values: dict[str, Filling] = {name: Quantity(value, "number") for name, value in numbers.items()}
    if len(answer.levers) > 1:
        values["values"] = in_words(answer.values, lang)
    else:
        values["values"] = sentence("seek.value", lang, value=Quantity(answer.value, "number"))
    sentences = [sentence(f"seek.{answer.reason}", lang, **values)]
    if answer.others:
        others = [Sentence(lang, (Quantity(value, "number", form="fine"),)) for value in answer.others]
        sentences.append(sentence("seek.others", lang, others=joined(others, lang, "; ")))
    return joined(sentences, lang)


def _with_chance(answer: SeekResult, lang: Lang) -> Sentence:
    """The answer where a share of the draws must reach the value; a note where there are too few draws."""
    key = answer.reason
    if key == "reached" and not answer.planned:
        key = "reached_only"
    found = sentence(
        f"seek.likely.{key}",
        lang,
        likely=Quantity(answer.likely, "chance", "assumed"),
        chance=Quantity(answer.chance, "chance", form="about"),
        values=in_words(answer.values, lang),
        planned=in_words(answer.planned or {}, lang),
    )
    return joined([found, *few_draws(Quantity(answer.draws, "number"), lang)], lang)


def in_words(values: dict[str, float | int], lang: Lang) -> Sentence:
    """Settings with their values: Partisipasi minimal, OPD 83,2 %; ..."""
    each = (
        f"{setting_label(path, lang)} {setting_value_text(path, value, lang)}"
        for path, value in values.items()
    )
    return joined(each, lang, "; ")
