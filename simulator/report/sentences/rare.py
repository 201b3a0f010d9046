"""How often a rare event happens, in words instead of a small number per month."""

from typing import Any

from simulator.planning.rare import frequency
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.words import Lang
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence, joined, sentence


def rare_of_row(c: Context, row: str, lang: Lang) -> Sentence:
    """Cases among the enrolled of a row or, where it has none yet, among as many workers as it has ASN."""
    enrolled = quantity(c, "people_of", row=row, workers="enrolled")
    workers = "enrolled" if enrolled.number else "asn"
    return _among(
        c, lang, workers, quantity(c, "people_of", row=row, workers=workers), row=row, workers=workers
    )


def rare_of_published(c: Context, unit: str, lang: Lang) -> Sentence:
    """Cases among the estimated workers of an office for which only the share is published."""
    people = quantity(c, "people_of", unit=unit, workers="asn")
    return _among(c, lang, "published", people, unit=unit, workers="asn")


def rare_in_regency(c: Context, lang: Lang) -> Sentence:
    """Cases among all enrolled, and in one OPD of mean size where there is more than one."""
    people = quantity(c, "people_of", workers="enrolled")
    sentences = [_among(c, lang, "enrolled", people, workers="enrolled")]
    if len(c.baseline.rows["opd"]) > 1:
        sentences.append(_among(c, lang, "office", quantity(c, "office_size"), workers="office"))
    return joined((*sentences, sentence("rare.note", lang)), lang)


def _among(c: Context, lang: Lang, which: str, people: Quantity, **about: Any) -> Sentence:
    cases = {rate: _cases(c, lang, rate, people, about) for rate in ("deaths", "accidents")}
    both = sentence("rare.both", lang, **cases)
    return sentence(f"rare.among.{which}", lang, people=people, cases=both)


def _cases(c: Context, lang: Lang, rate: str, people: Quantity, about: dict[str, Any]) -> Sentence:
    """The cases of one rate: a number a year, one in a number of years, or none."""
    is_deaths = rate == "deaths"
    key, named = ("death_rate", {}) if is_deaths else ("setting", {"path": "risk.accidents_per_1000_year"})
    often = frequency(people.number, quantity(c, key, **named).number)
    if often is None:
        return sentence(f"rare.never.{rate}", lang)
    low, high = (quantity(c, "rare_bound", rate=rate, end=end, **about) for end in ("low", "high"))
    if often.low == often.high == 1:
        return sentence(f"rare.every_year.{rate}", lang)
    kind = "cases" if often.is_often else "years"
    kind = kind if often.low < often.high else f"{kind}_about"
    return sentence(f"rare.{kind}.{rate}", lang, low=low, high=high)
