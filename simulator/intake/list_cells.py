"""Reads one cell of a list, or says why it is unclear, so that no figure is wrong a thousandfold."""

import math
import re
from typing import Any

from simulator.intake.list_words import SEGMENT_WORDS
from simulator.intake.sheet import FORMULA, Value
from simulator.model.names import MAX_NAME
from simulator.store.baseline_files import MAX_PEOPLE
from simulator.store.names import plain, tidy
from simulator.words import LANGUAGES

MAX_NOTE = 300
WHOLE = 1e-6  # the largest rounding error of a spreadsheet's sums
NONE = ("-", "–", "—", "−", "--", "nihil", "nil")
_OF_PEOPLE = re.compile(r"(?<=[\d\s-])(?:orang|org|jiwa|people|persons)\.?$", re.IGNORECASE)
_OF_RUPIAH = re.compile(r"^(?:rp|idr)\.?\s*|\s*rupiah$", re.IGNORECASE)


class Unclear(Exception):
    """A cell that cannot be read: the code of the problem and the values for its sentence."""

    def __init__(self, code: str, **values: Any):
        super().__init__(code)
        self.code, self.values = code, values


def people(value: Value, lang: str, least: int, most: int = MAX_PEOPLE) -> int:
    """A number of people from a number or a text in the list's language; raises Unclear.

    A dash or "nihil" means none. A value within WHOLE of a whole number is that number, since sums of
    fractions give 56.99999999999999. A thousands separator is accepted only if it is that of the language, so
    that 1,256 in an Indonesian list leads to a question.
    """
    number = value
    if isinstance(value, str):
        refuse_formula(value)
        if means_none(value):
            return _none(least)
        number = _written(re.sub(_OF_PEOPLE, "", value.strip()), lang, least)
    if isinstance(number, bool) or not isinstance(number, int | float) or not math.isfinite(number):
        raise Unclear("not_people", low=least, high=most)
    if abs(number - round(number)) <= WHOLE:
        number = round(number)
    if not least <= number <= most and not 0 < number < least:
        raise Unclear("not_people", low=least, high=most)
    if number != int(number):
        thousandfold = number * 1000
        if abs(thousandfold - round(thousandfold)) <= WHOLE:
            raise Unclear("fraction_of_people", guess=round(thousandfold))
        raise Unclear("not_people", low=least, high=most)
    return int(number)


def is_rounded(value: Value, found: int) -> bool:
    """Whether a number of people was rounded to a whole number that its cell does not hold exactly."""
    if isinstance(value, str):
        return bool(re.search(r"[.,](?!0+\s*$)[0-9]{4,}\s*$", re.sub(_OF_PEOPLE, "", value.strip())))
    return isinstance(value, float) and value != found


def means_none(value: Value) -> bool:
    """Whether a cell holds only a dash, or the word for none."""
    return isinstance(value, str) and value.strip().casefold() in NONE


def _none(least: int) -> int:
    """The number of people that a dash means: 0, if 0 is allowed."""
    if least:
        raise Unclear("nothing_known", low=least)
    return 0


def _written(text: str, lang: str, least: int) -> int | float:
    """The number in a text, with or without the dash that ends an amount, as in 1.256,-."""
    if re.search(r"%|\b(?:persen|prosen|percent)\b", text, re.IGNORECASE):
        raise Unclear("percentage")
    text = re.sub(r"[.,][-–—=]+$", "", text.replace("\u00a0", "").strip())
    mark, thousands = (re.escape(m) for m in (LANGUAGES[lang].decimal_mark, LANGUAGES[lang].thousands_mark))
    grouped = rf"[0-9]{{1,3}}(?:{thousands}[0-9]{{3}}){{1,3}}"
    if re.fullmatch(rf"(?:[0-9]{{1,12}}|{grouped})(?:{mark}0{{1,2}})?", text):
        return int(re.sub(thousands, "", text).partition(LANGUAGES[lang].decimal_mark)[0])
    # After groups, or with more digits than a group, these can only be decimals.
    if re.fullmatch(rf"{grouped}{mark}[0-9]{{1,20}}", text):
        return float(re.sub(mark, ".", re.sub(thousands, "", text)))
    if re.fullmatch(r"[0-9]{1,12}[.,][0-9]{4,20}", text):
        return float(text.replace(",", "."))
    if re.fullmatch(rf"[0-9]{{1,3}}(?:{mark}[0-9]{{3}}){{1,3}}", text):
        code = "only_thousands" if shows_only_thousands(text) else "fraction_of_people"
        raise Unclear(code, guess=int(re.sub(mark, "", text)))
    raise Unclear("not_people", low=least, high=MAX_PEOPLE)


def rupiah(value: Value, lang: str, most: int) -> int:
    """A whole number of Rupiah, optionally with "Rp" before or ",-" after it; raises Unclear."""
    plain_value = re.sub(_OF_RUPIAH, "", value.strip()) if isinstance(value, str) else value
    try:
        return people(plain_value, lang, 0, most)
    except Unclear as unclear:
        if unclear.code in ("not_people", "fraction_of_people"):
            raise Unclear("not_rupiah", low=0, high=most) from unclear
        raise


def shows_only_thousands(value: Value) -> bool:
    """Whether a text such as 83.000 could also be 83 with three decimals."""
    return isinstance(value, str) and bool(re.fullmatch(r"[0-9]{1,3}[.,]000", value.strip()))


def text(value: Value, high: int = MAX_NAME) -> str:
    """A name or note of at most `high` characters; empty for an empty cell or a dash; raises Unclear."""
    if value is None or means_none(value):
        return ""
    if not isinstance(value, str):
        raise Unclear("not_a_name")
    refuse_formula(value)
    result = tidy(value)
    if len(result) > high:
        raise Unclear("wrong_length", low=1, high=high, found=len(result))
    if not result.isprintable():
        raise Unclear("not_a_name")
    return result


def code(value: Value) -> str:
    """A unit's code as text; raises Unclear if a spreadsheet turned it into decimals, a date or a time."""
    if value is None or isinstance(value, str):
        return text(value)
    if isinstance(value, int | float) and not isinstance(value, bool) and float(value).is_integer():
        return str(int(value))
    raise Unclear("code_not_text")


def segment(value: Value) -> str:
    """The segment that a word names; empty for an empty cell or a dash; raises Unclear."""
    if value is None or means_none(value):
        return ""
    result = SEGMENT_WORDS.get(plain(value)) if isinstance(value, str) else None
    if result is None:
        raise Unclear("not_a_segment")
    return result


def refuse_formula(value: str) -> None:
    """Raise Unclear for a formula without a stored result."""
    if value.lstrip().startswith(FORMULA):
        raise Unclear("formula_without_result")
